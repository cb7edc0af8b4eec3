--TEST--
Fiber callbacks
--FILE--
<?php
// suspending in the middle of builtins
$log = [];
class S { function __toString() { return Fiber::suspend('toString'); } }
class P { function __get($n) { return Fiber::suspend("get $n"); } function __call($n, $a) { return Fiber::suspend("call $n"); } function __isset($n) { return Fiber::suspend("isset $n"); } }
class AA implements ArrayAccess {
    function offsetGet($o): mixed { return Fiber::suspend("offsetGet $o"); }
    function offsetSet($o, $v): void { Fiber::suspend("offsetSet $o"); }
    function offsetExists($o): bool { return Fiber::suspend("offsetExists $o"); }
    function offsetUnset($o): void { Fiber::suspend("offsetUnset $o"); }
}
class It implements Iterator {
    private $i = 0;
    function current(): mixed { return Fiber::suspend("current"); }
    function key(): mixed { return Fiber::suspend("key"); }
    function next(): void { $this->i++; Fiber::suspend("next"); }
    function rewind(): void { Fiber::suspend("rewind"); }
    function valid(): bool { Fiber::suspend("valid"); return $this->i < 2; }
}
class Cnt implements Countable { function count(): int { return Fiber::suspend('count'); } }
$f = new Fiber(function () {
    echo implode(',', array_map(fn($x) => Fiber::suspend("map $x"), [1, 2])), "\n";
    $a = [3, 1, 2];
    usort($a, function ($x, $y) { Fiber::suspend("cmp $x $y"); return $x <=> $y; });
    echo implode(',', $a), "\n";
    echo implode(',', array_filter([1, 2, 3], fn($x) => Fiber::suspend("filter $x"))), "\n";
    echo array_reduce([1, 2], fn($c, $x) => $c . Fiber::suspend("reduce $x"), '>'), "\n";
    echo 'str: ' . new S, "\n";
    echo strlen(new S), "\n";
    $p = new P;
    echo $p->foo, $p->bar(1), isset($p->baz) ? 'set' : 'unset', "\n";
    $o = new AA;
    echo $o['k'], isset($o['e']) ? 'y' : 'n', $o['d'] ?? 'dflt', "\n";
    $o['s'] = 1; unset($o['u']);
    foreach (new It as $k => $v) echo "$k=>$v\n";
    echo count(new Cnt), "\n";
    array_walk($a, function (&$v, $k) { $v = Fiber::suspend("walk $k"); });
    echo implode(',', $a), "\n";
    echo call_user_func(fn() => Fiber::suspend('cuf')), call_user_func_array(fn(...$x) => Fiber::suspend('cufa'), [1]), "\n";
    echo implode(' ', iterator_to_array((function () { yield Fiber::suspend('gen1'); yield Fiber::suspend('gen2'); })())), "\n";
});
$v = $f->start();
$n = 0;
while (!$f->isTerminated()) { echo "[$v]\n"; $v = $f->resume(++$n); }
--EXPECT--
[map 1]
[map 2]
1,2
[cmp 3 1]
[cmp 2 1]
[cmp 3 2]
1,2,3
[filter 1]
[filter 2]
[filter 3]
1,2,3
[reduce 1]
[reduce 2]
>910
[toString]
str: 11
[toString]
2
[get foo]
13[call bar]
14[isset baz]
set
[offsetGet k]
16[offsetExists e]
y[offsetExists d]
[offsetGet d]
19
[offsetSet s]
[offsetUnset u]
[rewind]
[valid]
[current]
[key]
25=>24
[next]
[valid]
[current]
[key]
29=>28
[next]
[valid]
[count]
32
[walk 0]
[walk 1]
[walk 2]
33,34,35
[cuf]
36[cufa]
37
[gen1]
[gen2]
38 39
