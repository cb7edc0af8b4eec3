--TEST--
getReturn in every state, returning generators, references, exceptions and void
--FILE--
<?php
function early($x) { if ($x) return 'early'; yield 1; return ['late', yield 2]; }
foreach ([true, false] as $x) { $g = early($x); foreach ($g as $v) echo $v, ' '; echo json_encode($g->getReturn()), "\n"; }
function attempt($g) { try { var_dump($g->getReturn()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$g = early(false); attempt($g); $g->next(); attempt($g); $g->next(); attempt($g); attempt($g);
$g = early(true); attempt($g); var_dump($g->valid(), $g->current());
function thrower() { yield 1; throw new Exception('x'); } $g = thrower(); try { foreach ($g as $v); } catch (Exception) {} attempt($g);
function void() { yield 1; return; } function none() { yield 1; } foreach ([void(), none()] as $g) { foreach ($g as $_); attempt($g); }
function gen() { return (function () { yield 'inner'; return 'deep'; })(); yield; } $g = gen(); foreach ($g as $_); foreach ($g->getReturn() as $v) echo $v, ' '; attempt($g->getReturn());
function viaFinally() { try { yield 1; return 'try'; } finally { return 'finally'; } } $g = viaFinally(); foreach ($g as $_); attempt($g);
function finallyKeeps() { try { return 'kept'; } finally { yield 'in finally'; } } $g = finallyKeeps(); echo $g->current(), ' '; $g->next(); attempt($g);
class Obj { function __destruct() { echo "~obj\n"; } } function obj() { yield 1; return new Obj; } $g = obj(); foreach ($g as $_); $r = $g->getReturn(); unset($g); echo "gen gone\n"; unset($r);
function chain() { $a = yield from early(true); $b = yield from early(false); return [$a, $b]; } $g = chain(); foreach ($g as $_); attempt($g);
function typed(): Generator { yield 1; return 'not checked'; } function iter(): iterable { yield 2; } function trav(): Traversable { yield 3; } foreach ([typed(), iter(), trav()] as $g) echo get_class($g), $g->current(), ' '; echo "\n";
eval('function bad(): int { yield 1; }');
--EXPECTF--
"early"
1 2 ["late",null]
Exception: Cannot get return value of a generator that hasn't returned
Exception: Cannot get return value of a generator that hasn't returned
array(2) {
  [0]=>
  string(4) "late"
  [1]=>
  NULL
}
array(2) {
  [0]=>
  string(4) "late"
  [1]=>
  NULL
}
string(5) "early"
bool(false)
NULL
Exception: Cannot get return value of a generator that hasn't returned
NULL
NULL
inner string(4) "deep"
string(7) "finally"
in finally string(4) "kept"
gen gone
~obj
array(2) {
  [0]=>
  string(5) "early"
  [1]=>
  array(2) {
    [0]=>
    string(4) "late"
    [1]=>
    NULL
  }
}
Generator1 Generator2 Generator3 

Fatal error: Generator return type must be a supertype of Generator, int given in %s(15) : eval()'d code on line 1
