--TEST--
Traces: what they hold is let go of with the throwable
--FILE--
<?php
// Cycles through the arguments in a trace, and what is freed when.
class Node { public $x; public function __construct(public string $n) {} public function __destruct() { echo "  ~{$this->n}\n"; } }
class Quiet { public $x; }
function keep($node) { $node->x = new Exception('kept'); }
function outer($node) { keep($node); }
gc_collect_cycles();
function collect() { echo gc_collect_cycles() > 0 ? "  collected\n" : "  nothing to collect\n"; }
echo "through an argument\n";
$q = new Quiet; keep($q); unset($q);
collect();
$q = new Quiet; outer($q); unset($q);
collect();
$q = new Quiet; outer($q); $q->x->getTrace(); unset($q);
collect();
$n = new Node('node'); keep($n); unset($n);
collect();
echo "through an array, a closure, itself\n";
function arr(array $a) { $a[0]->x = new Exception; }
$q = new Quiet; arr([$q, [1, 2]]); unset($q);
collect();
$q = new Quiet; (function () use ($q) { $q->x = new Exception; })(); unset($q);
collect();
class Own extends Exception { public $me; function tie($me) { $this->me = $this; return new Exception('b', 1, $this); } }
$o = new Own; $p = $o->tie($o); unset($o, $p);
collect();
echo "no arguments, no cycle through the trace\n";
function nothing() { $o = new Own; $o->me = $o; }
nothing();
collect();
function deep($n) { if ($n > 0) return deep($n - 1); $o = new Own; $o->me = $o; return 1; }
deep(5);
collect();
echo "alive while held\n";
$n = new Node('held'); keep($n); $e = $n->x; unset($n);
collect();
echo count($e->getTrace()), "\n";
unset($e);
collect();
echo "by reference\n";
function byRef(&$r) { $e = new Exception; $r = $e; return $e; }
$r = new Node('replaced'); byRef($r);
echo '  ', count($r->getTrace()), "\n";
unset($r);
collect();
echo "in order\n";
function order(Node $a, $list, Node $b) { throw new Exception('o'); }
try { order(new Node('a'), ['k' => new Node('in list')], new Node('b')); } catch (Exception $e) { echo "  caught\n"; }
$e->extra = 1 ?: 0;
unset($e);
echo "  behind\n";
echo "destructors that throw\n";
class Bad { public function __destruct() { throw new LogicException('from a destructor'); } }
function bad($x) { throw new Exception('first'); }
try { bad(new Bad); } catch (Exception $e) { echo '  ', $e->getMessage(), "\n"; }
try { unset($e); echo "  unset\n"; } catch (LogicException $l) { echo '  ', $l->getMessage(), ' ', count($l->getTrace()), ' ', $l->getTrace()[0]['function'], "\n"; }
try { try { bad(new Bad); } catch (Exception) { echo "  let go\n"; } } catch (LogicException $l) { echo '  ', $l->getMessage(), "\n"; }
unset($l);
echo "generators\n";
function gen($o) { try { yield 1; throw new Exception('in gen'); } finally { echo "  gen finally\n"; } }
function outerGen($o) { yield from gen($o); }
foreach ([fn() => gen(new Node('g')), fn() => outerGen(new Node('h'))] as $f) {
    $g = $f();
    try { foreach ($g as $v); } catch (Exception $e) { echo '  ', implode(' ', array_column($e->getTrace(), 'function')), ' ', count($e->getTrace()[0]['args']), "\n"; }
    unset($g); echo "  the generator is gone\n"; unset($e);
}
$g = gen(new Node('thrown into')); $g->current();
try { $g->throw(new Exception('into')); } catch (Exception $e) { echo '  ', count($e->getTrace()), "\n"; }
unset($g, $e);
echo "fibers\n";
function inFiber($o, $s) { Fiber::suspend($s); throw new Exception('in a fiber'); }
$fiber = new Fiber(function ($o) { inFiber($o, 'x'); });
$fiber->start(new Node('fibre'));
try { $fiber->resume(); } catch (Exception $e) { foreach ($e->getTrace() as $f) echo '  ', $f['function'], ' ', count($f['args']), "\n"; }
unset($fiber); echo "  the fiber is gone\n"; unset($e);
$fiber = new Fiber(function ($o) { try { Fiber::suspend(new Exception('made within')); } finally { echo "  unwound\n"; } });
$e = $fiber->start(new Node('second'));
unset($fiber);
echo '  ', count($e->getTrace()), "\n";
unset($e);
echo "handlers\n";
set_error_handler(function ($no, $msg) { throw new ErrorException($msg, 0, $no, 'file', 9); });
function warn($o) { $copy = $undefined; return $copy; }
try { warn(new Node('warned')); } catch (ErrorException $e) { echo '  ', $e->getMessage(), ' ', $e->getLine(), ' ', implode(' ', array_column($e->getTrace(), 'function')), "\n"; }
unset($e);
restore_error_handler();
set_exception_handler(function (Throwable $t) { echo 'uncaught ', $t->getMessage(), ' ', count($t->getTrace()), "\n"; });
function last($o) { throw new Exception('the last'); }
last(new Node('last'));
--EXPECTF--
through an argument
  collected
  collected
  collected
  ~node
  collected
through an array, a closure, itself
  collected
  nothing to collect
  collected
no arguments, no cycle through the trace
  collected
  collected
alive while held
  nothing to collect
1
  ~held
  collected
by reference
  1
  ~replaced
  nothing to collect
in order
  caught

Deprecated: Creation of dynamic property Exception::$extra is deprecated in %s on line 49
  ~a
  ~in list
  ~b
  behind
destructors that throw
  first
  from a destructor 1 __destruct
  from a destructor
generators
  gen finally
  gen 1
  the generator is gone
  ~g
  gen finally
  gen outerGen 1
  the generator is gone
  ~h
  gen finally
  ~thrown into
  0
fibers
  inFiber 2
  {closure} 1
  resume 0
  the fiber is gone
  ~fibre
  unwound
  2
  ~second
handlers
  Undefined variable $undefined 9 {closure} warn
  ~warned
uncaught the last 1
  ~last
