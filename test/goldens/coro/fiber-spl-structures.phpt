--TEST--
suspending in comparators of heaps, queues, object storages and ArrayObject sorts
--FILE--
<?php
class H extends SplHeap { protected function compare($a, $b): int { Fiber::suspend("$a?$b"); return $a <=> $b; } }
class P extends SplPriorityQueue { function compare($a, $b): int { Fiber::suspend("p$a?p$b"); return $a <=> $b; } }
class S extends SplObjectStorage { function getHash($o): string { Fiber::suspend('hash ' . $o->id); return (string) $o->id; } }
class O { function __construct(public int $id) {} }
function run(callable $body) {
    $f = new Fiber($body);
    $n = 0;
    $v = $f->start();
    while (!$f->isTerminated()) { echo $v, ' '; $n++; $v = $f->resume(); }
    echo "| $n => ", json_encode($f->getReturn()), "\n";
}
run(function () { $h = new H; foreach ([3, 1, 2] as $x) $h->insert($x); $r = []; while (!$h->isEmpty()) $r[] = $h->extract(); return $r; });
run(function () { $q = new P; foreach (['lo' => 1, 'hi' => 9, 'mid' => 5] as $k => $p) $q->insert($k, $p); $r = []; while ($q->valid()) { $r[] = $q->current(); $q->next(); } return $r; });
run(function () { $s = new S; $s[new O(1)] = 'a'; $s[new O(2)] = 'b'; $s[new O(1)] = 'c'; $r = [count($s), isset($s[new O(2)]), $s[new O(1)]]; return $r; });
run(function () { $a = new ArrayObject(['c' => 1, 'a' => 3, 'b' => 2]); $a->uasort(function ($x, $y) { Fiber::suspend("$x:$y"); return $x <=> $y; }); return $a->getArrayCopy(); });
run(function () { $a = new ArrayObject(['c' => 1, 'a' => 3, 'b' => 2]); $a->uksort(function ($x, $y) { Fiber::suspend("$x:$y"); return $x <=> $y; }); return $a->getArrayCopy(); });
// corrupted by an exception in the middle of a comparison
$h = new H;
$f = new Fiber(function () use ($h) { $h->insert(1); try { $h->insert(2); } catch (Exception $e) { return $e->getMessage(); } });
$f->start();
$f->throw(new Exception('torn'));
echo $f->getReturn(), ' ', $h->isCorrupted() ? 'corrupted' : 'sane', ' ', count($h), "\n";
--EXPECT--
3?1 3?2 2?1 2?2 | 4 => [3,2,1]
p1?p9 p9?p5 p5?p1 p5?p5 | 4 => ["hi","mid","lo"]
hash 1 hash 2 hash 1 hash 2 hash 1 | 5 => [2,true,"c"]
1:3 3:2 1:2 | 3 => {"c":1,"b":2,"a":3}
c:a b:a c:b | 3 => {"a":3,"b":2,"c":1}
torn corrupted 2
