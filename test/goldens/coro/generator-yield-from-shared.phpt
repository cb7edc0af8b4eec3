--TEST--
one inner generator that several outer ones delegate to
--FILE--
<?php
function inner() { try { $r = []; for ($i = 0; $i < 6; $i++) $r[] = yield $i; return implode(',', array_map(fn($x) => $x ?? '-', $r)); } finally { echo '(inner ends)'; } }
function outer($name, $inner) { echo "<$name>"; $r = yield from $inner; echo "</$name>"; yield "$name after"; return "$name:$r"; }
$in = inner(); $a = outer('a', $in); $b = outer('b', $in); $c = outer('c', $b);
foreach ([$a, $b, $c, $a, $c, $b] as $i => $g) { echo $g->current(), ' '; $g->send("s$i"); }
echo "\n";
foreach (['a' => $a, 'b' => $b, 'c' => $c] as $n => $g) { while ($g->valid()) { echo $n, ':', $g->current(), ' '; $g->next(); } echo $g->getReturn(), "\n"; }
// late comers after the end
$late = outer('late', $in); try { foreach ($late as $v) echo $v, "\n"; echo $late->getReturn(), "\n"; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
// and one that was left in the middle
$in = inner(); $x = outer('x', $in); $y = outer('y', $in); $x->current(); $y->next(); unset($x); echo $y->current(), ' '; unset($in); echo $y->current(), ' '; unset($y); echo "\n";
--EXPECT--
<a>0 <b>1 <c>2 3 4 5 (inner ends)</b>
a:5 </a>a:a after a:s0,s1,s2,s3,s4,s5
b:b after b:s0,s1,s2,s3,s4,s5
c:b after </c>c:c after c:b:s0,s1,s2,s3,s4,s5
<late>Error: Generator passed to yield from was aborted without proper return and is unable to continue
<x><y>1 1 (inner ends)
