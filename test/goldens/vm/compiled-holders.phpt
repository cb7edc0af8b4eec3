--TEST--
Properties of objects in properties, written to in hot methods
--FILE--
<?php
class N { public $next = null; public ?N $prev = null; public int $v = 0; public readonly Box $box; public mixed $any = null; public function __construct(public string $name) { $this->box = new Box(); } public function __destruct() { echo $this->name === '' ? '' : "gone {$this->name}\n"; } }
class Box { public int $n = 0; public ?string $s = null; public $list = []; public $o; public function __set($k, $v) { echo "set $k\n"; } }
final class L { private N $head; private N $tail; public ?L $other = null; public function __construct() { $this->head = new N(''); $this->tail = new N(''); $this->head->next = $this->tail; $this->tail->prev = $this->head; }
 public function add(N $n): void { $n->next = $this->head->next; $n->prev = $this->head; $this->head->next->prev = $n; $this->head->next = $n; $this->head->box->n = $n->v; $this->head->box->s = $n->v; $n->box->list[] = $n->v; $n->box->o = $this->head->box; }
 public function drop(): void { $l = $this->tail->prev; $l->prev->next = $l->next; $l->next->prev = $l->prev; $l->next = $l->prev = null; }
 public function names(): string { $o = ''; for ($n = $this->head->next; $n !== $this->tail; $n = $n->next) $o .= $n->name . $n->v . ' '; return $o . $this->head->box->n . var_export($this->head->box->s, true); }
 public function odd(int $i): void { if ($i === 300) $this->head->any = 5; $this->head->any ??= new Box(); $this->head->any->n = $i; }
 public function far(int $i): void { $this->other->head->box->n = $i; $this->other->head->next->v = $i; $this->head->box->{'dyn' . ($i % 2)} = $i; }
 public function bad($v): void { $this->head->box->n = $v; } }
$l = new L(); for ($i = 0; $i < 400; $i++) { $n = new N($i % 100 === 0 ? "n$i" : ''); $n->v = $i; $l->add($n); if ($i > 3) $l->drop(); } unset($n); echo $l->names(), "\n";
$l->other = new L(); try { for ($i = 0; $i < 310; $i++) $l->odd($i); } catch (Error $e) { echo $i, ' ', $e->getMessage(), "\n"; }
ob_start(); for ($i = 0; $i < 300; $i++) $l->far($i); echo md5(ob_get_clean()), "\n";
foreach ([...range(1, 300), '7', 2.0, 'x'] as $v) { try { $l->bad($v); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } }
echo $l->names(), "\n"; $l->other->other = $l; $l = null; echo gc_collect_cycles() > 0 ? 'cycles' : 'none', "\n";
--EXPECTF--
gone n0
gone n100
gone n200
gone n300
399 398 397 396 399'399'
300 Attempt to assign property "n" on int
4aca6f2412f630ae0b0c92192e455afc
Cannot assign string to property Box::$n of type int
399 398 397 396 2'399'
cycles
