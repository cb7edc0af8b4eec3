--TEST--
enums, readonly properties, first-class enum methods and match around suspensions
--FILE--
<?php
enum Level: int {
    case Low = 1; case High = 9;
    const DEFAULT = self::Low;
    static function ask(): self { return self::from(Fiber::suspend('level?')); }
    static function tryAsk(): ?self { return self::tryFrom(Fiber::suspend('try level?')); }
    function label(): string { return match ($this) { self::Low => Fiber::suspend('low label?'), self::High => 'HIGH' }; }
}
final class Point { 
    public readonly int $x; public readonly array $log;
    function __construct() { $this->x = Fiber::suspend('x?'); $this->log = ['made', Fiber::suspend('log?')]; }
    function with(int $dx): static { $c = (new ReflectionClass($this))->newInstanceWithoutConstructor(); $c->x = $this->x + $dx; return $c; }
    function tryAgain() { $this->x = Fiber::suspend('again?'); }
    function tryAppend() { $this->log[] = Fiber::suspend('append?'); }
}
readonly class Pair { function __construct(public mixed $l, public mixed $r) {} }
$f = new Fiber(function () {
    $l = Level::ask(); echo $l->name, ' ', $l->label(), "\n";
    echo Level::tryAsk()?->label() ?? 'none', "\n";
    try { Level::ask(); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
    $p = new Point; echo $p->x, json_encode($p->log), ' ', $p->with(5)->x, "\n";
    foreach (['tryAgain', 'tryAppend'] as $m) try { $p->$m(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
    $pair = new Pair(Fiber::suspend('left?'), new Pair(Level::DEFAULT, Fiber::suspend('right?')));
    try { $pair->r->l = Fiber::suspend('never asked?'); } catch (Error $e) { echo $e->getMessage(), "\n"; }
    echo json_encode($pair), "\n";
    return array_map(Level::from(...), [1, 9]);
});
$answers = ['level?' => 1, 'low label?' => 'LOW', 'try level?' => 5, 'x?' => 3, 'log?' => 'l', 'again?' => 4, 'append?' => 5, 'left?' => 'L', 'right?' => 'R', 'never asked?' => 0];
$v = $f->start(); $n = 0;
while (!$f->isTerminated()) { echo "[$v]"; $v = $f->resume($n++ === 3 ? 77 : $answers[$v]); }
echo implode(',', array_map(fn($c) => $c->name, $f->getReturn())), "\n";
--EXPECT--
[level?]Low [low label?]LOW
[try level?]none
[level?]77 is not a valid backing value for enum Level
[x?][log?]3["made","l"] 8
[again?]Cannot modify readonly property Point::$x
[append?]Cannot modify readonly property Point::$log
[left?][right?][never asked?]Cannot modify readonly property Pair::$l
{"l":"L","r":{"l":1,"r":"R"}}
Low,High
