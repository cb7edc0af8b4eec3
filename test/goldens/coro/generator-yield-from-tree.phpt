--TEST--
a tree of generators with values, keys and returns from every level
--FILE--
<?php
function leaf($n) { $x = yield "k$n" => $n; return "leaf$n($x)"; }
function node(...$kids) { $r = []; foreach ($kids as $k) $r[] = yield from $k; yield 'sum' => count($r); return '[' . implode(' ', $r) . ']'; }
$g = node(leaf(1), node(leaf(2), leaf(3)), node());
$sent = 0;
foreach (range(1, 20) as $_) { if (!$g->valid()) break; echo $g->key(), '=>', $g->current(), ' '; $g->send('s' . ++$sent); }
echo "\n", $g->getReturn(), "\n";
--EXPECT--
k1=>1 k2=>2 k3=>3 sum=>2 sum=>0 sum=>3 
[leaf1(s1) [leaf2(s2) leaf3(s3)] []]
