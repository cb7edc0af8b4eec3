--TEST--
generators driven by fibers and fibers wrapped as generators and iterators
--FILE--
<?php
final class FiberIterator implements Iterator {
    private Fiber $f; private mixed $value; private int $i = -1;
    function __construct(private Closure $body) {}
    static function emit(mixed $v): mixed { return Fiber::suspend($v); }
    function rewind(): void { $this->f = new Fiber($this->body); $this->i = 0; $this->value = $this->f->start(); }
    function valid(): bool { return !$this->f->isTerminated(); }
    function current(): mixed { return $this->value; }
    function key(): mixed { return $this->i; }
    function next(): void { $this->i++; $this->value = $this->f->resume(); }
}
function deep(int $n) { if ($n > 0) { deep($n - 1); FiberIterator::emit($n); deep($n - 1); } }
echo implode(' ', iterator_to_array(new FiberIterator(fn() => deep(3)))), "\n";
$it = new FiberIterator(fn() => array_map(FiberIterator::emit(...), ['a', 'b']));
foreach ($it as $k => $v) echo "$k$v "; foreach ($it as $k => $v) echo "$k$v "; echo "\n";
function asGenerator(callable $f, ...$args): Generator { $fiber = new Fiber($f); $v = $fiber->start(...$args); while (!$fiber->isTerminated()) { try { $sent = yield $v; } catch (Exception $e) { $v = $fiber->throw($e); continue; } $v = $fiber->resume($sent); } return $fiber->getReturn(); }
$g = asGenerator(function ($x) { try { $y = Fiber::suspend($x); $z = Fiber::suspend($x . $y); } catch (DomainException $e) { $z = 'caught ' . Fiber::suspend($e->getMessage()); } return "$x$y$z"; }, 'X');
echo $g->current(), $g->send('Y'), $g->throw(new DomainException('dom')); $g->send('Z'); echo ' ', $g->getReturn(), "\n";
// a coroutine scheduler for generators on top of one for fibers: await either
function await($x) { return $x instanceof Generator ? awaitGen($x) : Fiber::suspend($x); }
function awaitGen(Generator $g) { while ($g->valid()) { try { $r = await($g->current()); } catch (Exception $e) { $g->throw($e); continue; } $g->send($r); } return $g->getReturn(); }
function add($a, $b) { $x = yield $a; $y = yield $b; return $x + $y; }
function tree($d) { if ($d === 0) return yield 1; return (yield tree($d - 1)) + (yield tree($d - 1)); }
function risky() { try { yield 'fail'; } catch (Exception $e) { return yield $e->getMessage() . ' handled'; } }
$f = new Fiber(fn() => [await(add(1, 2)), await(tree(4)), await(risky()), await('plain')]);
$v = $f->start(); $steps = 0;
while (!$f->isTerminated()) { $steps++; $v = $v === 'fail' ? $f->throw(new Exception('failure')) : $f->resume(is_int($v) ? $v * 10 : strtoupper($v)); }
echo json_encode($f->getReturn()), " in $steps steps\n";
// zip and merge of generators that block in fibers
function src($name, ...$vs) { foreach ($vs as $v) { Fiber::suspend("$name waits"); yield $v; } }
$f = new Fiber(function () { $m = new MultipleIterator; $m->attachIterator(src('l', 1, 2)); $m->attachIterator(src('r', 'a', 'b')); foreach ($m as $pair) echo implode('', $pair), ' '; });
$log = []; for ($v = $f->start(); !$f->isTerminated(); $v = $f->resume()) $log[] = $v; echo count($log), ' ', implode(',', array_unique($log)), "\n";
--EXPECT--
1 2 1 3 1 2 1
0a 1b 0a 1b 
XXYdom XYcaught Z
[30,160,"FAILURE HANDLED","PLAIN"] in 21 steps
1a 2b 4 l waits,r waits
