--TEST--
infinite and large generators, kept and dropped, in constant memory
--FILE--
<?php
function naturals() { $i = 0; while (true) yield $i++; }
function take($n, $g) { foreach ($g as $k => $v) { if ($n-- <= 0) return; yield $k => $v; } }
function map($f, $g) { foreach ($g as $k => $v) yield $k => $f($v); } function filter($f, $g) { foreach ($g as $k => $v) if ($f($v)) yield $k => $v; }
function zip(...$gs) { while (array_reduce($gs, fn($c, $g) => $c && $g->valid(), true)) { yield array_map(fn($g) => $g->current(), $gs); foreach ($gs as $g) $g->next(); } }
function chunk($n, $g) { $c = []; foreach ($g as $v) { $c[] = $v; if (count($c) === $n) { yield $c; $c = []; } } if ($c) yield $c; }
function primes() { $seen = []; foreach (naturals() as $n) { if ($n < 2) continue; foreach ($seen as $p) { if ($p * $p > $n) break; if ($n % $p === 0) continue 2; } $seen[] = $n; yield $n; } }
echo implode(' ', iterator_to_array(take(8, map(fn($x) => $x ** 2, filter(fn($x) => $x % 3 === 1, naturals()))), false)), "\n";
echo implode(' ', iterator_to_array(take(10, primes()), false)), ' ', array_sum(iterator_to_array(take(500, primes()), false)), "\n";
foreach (take(2, zip(naturals(), primes(), (function () { yield from ['a', 'b', 'c']; })())) as $z) echo json_encode($z); foreach (take(2, chunk(3, naturals())) as $c) echo json_encode($c); echo "\n";
$m = memory_get_usage(); $sum = 0; foreach (take(20000, naturals()) as $n) $sum += $n; echo $sum, ' ', memory_get_usage() - $m < 100000 ? 'constant' : 'grows', "\n";
function fib() { [$a, $b] = [0, 1]; while (true) { yield $a; [$a, $b] = [$b, $a + $b]; } } foreach (fib() as $i => $f) { if ($i === 90) { echo $f, "\n"; break; } }
function permutations(array $a) { if (count($a) <= 1) { yield $a; return; } foreach (permutations(array_slice($a, 1)) as $p) for ($i = 0; $i <= count($p); $i++) yield array_merge(array_slice($p, 0, $i), [$a[0]], array_slice($p, $i)); } $n = 0; foreach (permutations([1, 2, 3, 4, 5]) as $p) if (implode('', $p) === strrev(implode('', array_reverse($p)))) $n++; echo $n, ' ', count(array_unique(array_map('implode', iterator_to_array(permutations(['a', 'b', 'c', 'd']), false)))), "\n";
function lines($s) { $p = 0; while (($e = strpos($s, "\n", $p)) !== false) { yield substr($s, $p, $e - $p); $p = $e + 1; } if ($p < strlen($s)) yield substr($s, $p); } function csv($g) { $head = null; foreach ($g as $l) { $f = explode(',', $l); if (!$head) { $head = $f; continue; } yield array_combine($head, $f); } } foreach (csv(lines("id,name\n1,ann\n2,bob")) as $row) echo json_encode($row); echo "\n";
function merge(iterable ...$gs) { $h = new class extends SplHeap { protected function compare($a, $b): int { return $b->current() <=> $a->current(); } }; foreach ($gs as $g) if ($g->valid()) $h->insert($g); while (!$h->isEmpty()) { $g = $h->extract(); yield $g->current(); $g->next(); if ($g->valid()) $h->insert($g); } } echo implode(' ', iterator_to_array(merge((fn() => yield from [1, 4, 9])(), (fn() => yield from [2, 3, 10])(), (fn() => yield from [])()), false)), "\n";
--EXPECT--
1 16 49 100 169 256 361 484
2 3 5 7 11 13 17 19 23 29 824693
[0,2,"a"][1,3,"b"][0,1,2][3,4,5]
199990000 constant
2880067194370816120
120 24
{"id":"1","name":"ann"}{"id":"2","name":"bob"}
1 2 3 4 9 10
