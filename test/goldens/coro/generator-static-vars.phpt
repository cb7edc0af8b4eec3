--TEST--
static variables, globals, extract and func_get_args in generators
--FILE--
<?php
function counts() { static $calls = 0; $calls++; yield $calls; static $other = 10; yield $other += $calls; }
foreach ([counts(), counts()] as $g) foreach ($g as $v) echo $v, ' '; echo "\n";
function args($a, &...$rest) { yield func_get_args(); $rest[0] = 'changed'; yield func_num_args(); extract(['dyn' => 'extracted', 'a' => 'new a']); yield compact('a', 'dyn'); $n = 'vv'; $$n = yield get_defined_vars(); yield $vv; }
$x = 'orig'; $g = args(1, $x, $y); foreach (range(1, 4) as $_) { echo json_encode($g->current()), ' '; $g->next(); } echo $x, ' ', json_encode($y), ' '; $g = args(1); while (!is_array($g->current()) || !isset($g->current()['n'])) $g->next(); echo $g->send('sent'), "\n";
function globs() { global $counter; while ($counter < 3) { yield $counter++; $GLOBALS['counter'] += 0; } } $counter = 0; foreach (globs() as $v) echo $v; echo $counter, "\n";
class Obj { private $p = 1; function vars() { $local = yield; yield get_object_vars($this) + ['l' => $local]; unset($this->p); yield isset($this->p); } } $g = (new Obj)->vars(); $g->current(); echo json_encode($g->send('L')); $g->next(); var_dump($g->current());
$f = function (...$a) { yield from $a; }; echo implode(',', iterator_to_array($f(1, 2, ...[3, 4]), false)), ' ', json_encode(iterator_to_array($f(x: 1, y: 2))), ' ', json_encode(iterator_to_array((fn($a, $b = 5) => yield from [$a, $b])(b: 2, a: 1))), "\n";
function defaults($a = PHP_VERSION_ID > 80000, $b = [1, M_PI > 3], ?ArrayObject $o = new ArrayObject([7])) { yield $a; yield from $b; yield from $o; } foreach (defaults() as $v) echo json_encode($v), ' '; echo "\n";
function typed(int $x, string ...$s): iterable { yield $x; yield from $s; } try { typed('abc'); echo 'not yet checked?'; } catch (TypeError $e) { echo preg_replace('/, called.*/', '', $e->getMessage()), "\n"; } try { typed(); } catch (ArgumentCountError $e) { echo preg_replace('/ in .* and/', ' and', $e->getMessage()), "\n"; }
$arrow = fn($n) => yield $n => $n * 2; foreach ($arrow(4) as $k => $v) echo "$k=>$v\n";
--EXPECT--
1 11 2 13 
[1,"orig",null] 3 {"a":"new a","dyn":"extracted"} {"a":"new a","rest":["changed",null],"n":"vv","dyn":"extracted"} changed null sent
0123
{"p":1,"l":"L"}bool(false)
1,2,3,4 {"x":1,"y":2} [1,2]
true 1 true 7 
typed(): Argument #1 ($x) must be of type int, string given
Too few arguments to function typed(), 0 passed and exactly 1 expected
4=>8
