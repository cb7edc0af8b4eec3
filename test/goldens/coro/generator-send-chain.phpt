--TEST--
send, its return value, and values in the middle of expressions
--FILE--
<?php
function acc() { $t = 0; while (true) { $x = yield $t; if ($x === null) return $t; $t += $x; } }
$g = acc(); echo implode(' ', array_map([$g, 'send'], [1, 2, 3])), ' ', var_export($g->send(null), true), ' ', $g->getReturn(), "\n";
function expr() { $r = [yield 'a', (yield 'b') . '-' . (yield 'c'), 'k' => yield 'k' => 'd', strlen(yield 'e') + (yield 'f') * 2]; yield $r; return max(yield, yield, yield 5); }
$g = expr(); for ($v = $g->current(), $n = 1; is_string($v); $n++) { echo $g->key(), $v, ' '; $v = $g->send($v === 'f' ? $n : "s$n"); } echo json_encode($v), ' '; foreach ([0, 7, 9, 8] as $x) $g->send($x); echo $g->getReturn(), "\n";
function cond() { if (yield 'if') { while (yield 'while') { echo 'loop '; } } switch (yield 'switch') { case yield 'case': echo 'matched '; } return (yield 't') ? yield 'then' : yield 'else'; }
$g = cond(); $answers = ['if' => 1, 'while' => [1, 1, 0], 'switch' => 3, 'case' => 3, 't' => 0, 'else' => 'E']; while ($g->valid()) { $q = $g->current(); $a = is_array($answers[$q]) ? array_shift($answers[$q]) : $answers[$q]; $g->send($a); } echo $g->getReturn(), "\n";
function pingpong($name, $n) { for ($i = 0; $i < $n; $i++) { $m = yield "$name$i"; echo "[$name got $m]"; } }
$p = pingpong('p', 3); $q = pingpong('q', 3); $m = $p->current(); $q->current(); while ($p->valid() && $q->valid()) { $m = $q->send($m); if ($m === null) break; $m = $p->send($m); } echo "\n";
function nulls() { var_dump(yield); var_dump(yield 1); var_dump(yield 'k' => 1); } $g = nulls(); $g->next(); $g->send(false); $g->next(); var_dump($g->valid());
function byArg(&$x) { $x = yield $x; } $v = 'in'; $g = byArg($v); echo $g->current(), ' '; $g->send('out'); echo $v, "\n";
// send before anything else runs to the first yield and loses the value it yields
function lost() { echo 'L'; $a = yield 'lost'; echo "got $a "; $b = yield 'shown'; } $g = lost(); echo $g->send('first'), "\n";
--EXPECT--
1 3 6 NULL 6
0a 1b 2c kd 3e 4f {"0":"s1","1":"s2-s3","k":"s4","2":14} 9
loop loop matched E
[q got p0][p got q1][q got p1][p got q2][q got p2]
NULL
bool(false)
NULL
bool(false)
in out
Lgot first shown
