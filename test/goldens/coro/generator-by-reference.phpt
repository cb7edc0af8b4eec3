--TEST--
generators that yield by reference: arrays, properties, lists, nested and delegated
--FILE--
<?php
function &refs(array &$a) { foreach ($a as $k => &$v) yield $k => $v; }
$a = ['x' => 1, 'y' => 2]; foreach (refs($a) as $k => &$v) $v = "$k$v"; unset($v); echo json_encode($a), "\n";
function &prop(object $o) { yield $o->p; yield $o->p; }
$o = new stdClass; $o->p = 1; foreach (prop($o) as &$p) $p *= 5; unset($p); echo $o->p, "\n";
function &counter() { $n = 3; while ($n > 0) yield $n; }
foreach (counter() as &$n) echo $n--, ' '; unset($n); echo "\n";
function &elements(array &$m) { foreach ($m as &$row) foreach ($row as &$cell) yield $cell; }
$m = [[1, 2], [3]]; foreach (elements($m) as &$cell) $cell **= 2; unset($cell); echo json_encode($m), "\n";
function del(array &$a) { yield from refs($a); }
$a = [1, 2]; foreach (del($a) as $v) $v++; foreach (refs($a) as &$v) $v++; unset($v); echo json_encode($a), "\n";
function &notices() { yield strtoupper('literal'); yield 5; $x = yield; yield $x; }
foreach (notices() as &$v) { echo var_export($v, true), ' '; } unset($v); echo "\n";
function plain() { yield 1; }
try { foreach (plain() as &$v); } catch (Error|Exception $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
$g = refs($a); $copy = $g->current(); $copy = 'changed'; echo json_encode($a), "\n";
function &acc() { $data = []; while (true) { $data[] = yield $data; } }
$g = acc(); foreach ([1, 2] as $x) { $g->current(); $g->send($x); } echo json_encode($g->current()), "\n";
function &keyRef() { $k = 'k'; $v = 'v'; yield $k => $v; echo "$k $v\n"; }
foreach (keyRef() as $k => &$v) { $k = 'changed'; $v = 'changed'; } unset($v);
--EXPECTF--
{"x":"x1","y":"y2"}
25
3 2 1 
[[1,4],[9]]
[2,3]

Notice: Only variable references should be yielded by reference in %s on line 12
'LITERAL' 
Notice: Only variable references should be yielded by reference in %s on line 12
5 NULL NULL 
Exception: You can only iterate a generator by-reference if it declared that it yields by-reference
[2,3]
[1,2]
k changed
