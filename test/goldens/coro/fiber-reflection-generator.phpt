--TEST--
ReflectionFiber and ReflectionGenerator look at a generator that suspends its fiber
--FILE--
<?php
function show(array $trace): void {
    foreach ($trace as $x) echo '  ', $x['class'] ?? '', $x['type'] ?? '', $x['function'], ':', $x['line'] ?? '-', "\n";
}
class Source {
    function items() {
        yield 1;
        yield Fiber::suspend('asking');
        yield from $this->more();
    }
    private function more() {
        yield 3;
        Fiber::suspend('deep');
        yield 4;
    }
}
$gen = (new Source)->items();
$f = new Fiber(function (iterable $items) {
    foreach ($items as $x) {
        echo "item $x\n";
    }
    return 'over';
});
$r = new ReflectionFiber($f);
echo $f->start($gen), "\n";
show($r->getTrace());
echo $r->getExecutingLine(), "\n";
$rg = new ReflectionGenerator($gen);
echo $rg->getExecutingLine(), ' ', $rg->getFunction()->name, ' ', get_class($rg->getThis()), "\n";
echo $f->resume(2), "\n";
show($r->getTrace());
echo $r->getExecutingLine(), "\n";
$f->resume();
echo $f->getReturn(), "\n";
try { $rg->getExecutingLine(); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
item 1
asking
  Fiber::suspend:8
  Source->items:19
  {closure}:-
8
8 items Source
item 2
item 3
deep
  Fiber::suspend:13
  Source->more:9
  Source->items:19
  {closure}:-
13
item 4
over
Cannot fetch information from a terminated Generator
