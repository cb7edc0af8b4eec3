--TEST--
Arrays in properties that are written to in hot methods
--FILE--
<?php
class Base { public array $items = []; protected ?array $maybe = null; private array $grid = []; public $any = []; public readonly array $fixed; public int $n = 0;
 public function __construct() { $this->fixed = [1]; }
 public function fill(int $k, int $v): void { $this->items[] = $v; $this->items[$k % 5] = $v; $this->grid[$k % 3][$k % 4][] = $v; $this->items['s'] ??= 0; $this->items['s'] += $v; $this->grid['c'][$k % 2] ??= 0; $this->grid['c'][$k % 2]++; $this->any['x'][$k % 7] = $this->any; if ($k % 9 === 0) $this->any = []; }
 public function sum(): string { return count($this->items) . ' ' . json_encode($this->grid['c']) . ' ' . count($this->grid, COUNT_RECURSIVE) . ' ' . $this->items['s'] . ' ' . md5(serialize($this->any)); }
 public function bad(int $i): void { if ($i > 250) $this->fixed[] = $i; else $this->items[] = $i; }
 public function nul(int $i): void { if ($i === 280) $this->maybe = null; $this->maybe['k'][$i % 3] = $i; $this->maybe[] = $i; }
 public function ref(int $i): void { if ($i === 200) { $r = &$this->items; $r[] = 'r'; } $this->items[$i % 3] = $i; }
 public function get() { return $this->maybe; } }
class Child extends Base { public array $items = ['c']; public function __get($n) { return "get $n"; } public function drop() { unset($this->items); } public function put($i) { $this->items[$i % 2] = $i; } }
$b = new Base(); for ($i = 0; $i < 700; $i++) $b->fill($i, $i * 2); echo $b->sum(), "\n";
$copy = $b->items; for ($i = 0; $i < 10; $i++) $b->fill($i, 1); echo count($copy), ' ', $b->sum(), "\n";
$c = new Child(); for ($i = 0; $i < 300; $i++) $c->fill($i, 1); echo $c->sum(), "\n";
try { for ($i = 0; $i < 300; $i++) $b->bad($i); } catch (Error $e) { echo $i, $e->getMessage(), "\n"; }
for ($i = 0; $i < 300; $i++) $b->nul($i); echo md5(serialize($b->get())), count($b->get()), "\n";
for ($i = 0; $i < 300; $i++) $b->ref($i); echo md5(serialize($b->items)), "\n";
function outside(Base $o, int $i): void { $o->items[$i % 2] = $i; $o->any[$i % 3][] = $i; }
for ($i = 0; $i < 300; $i++) outside($i % 2 ? $b : $c, $i); echo md5(serialize([$b->items, $c->items, $b->any])), "\n";
for ($i = 0; $i < 300; $i++) { $c->put($i); if ($i === 250) $c->drop(); } var_dump(count($c->items));
function str(object $o, int $i): void { if ($i === 290) $o->any = 'str'; $o->any[0] = 'x'; } for ($i = 0; $i < 300; $i++) { if ($i < 290) $b->any = []; try { str($b, $i); } catch (Error $e) { echo $e->getMessage(), "\n"; } } var_dump($b->any);
--EXPECTF--
701 [350,350] 718 489300 d219e5a0c0f17a885fdd4320ba0a7ce0
701 711 [355,355] 728 489310 40cd750bba9870f18aada2478b24840a
302 [150,150] 318 300 d237425d3daa5090b03627cc32ce7284
251Cannot modify readonly property Base::$fixed
9c19700cb24ea103a92791eb943bc9af21
248022d995ec53aed600264d0388d160
5d969378770363fc3fa80be2e756020c

Notice: Indirect modification of overloaded property Child::$items has no effect in %s on line 10

Fatal error: Uncaught TypeError: Cannot assign string to property Child::$items of type array in %s:10
Stack trace:
#0 %s(19): Child->put(251)
#1 {main}
  thrown in %s on line 10
