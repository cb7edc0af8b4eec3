--TEST--
cycles through generators: their variables, $this, delegates, sent values and arguments
--FILE--
<?php
class N { public $g; function __construct(public $n) {} function __destruct() { echo "~$this->n "; } function gen() { yield 1; } }
function t($name, $mk) { echo "$name: "; $mk(); echo gc_collect_cycles(), "\n"; }
t('local', function () { $n = new N('l'); $n->g = (function ($x) { yield 1; })($n); $n->g->current(); });
t('not started', function () { $n = new N('ns'); $n->g = (function ($x) { yield 1; })($n); });
t('this', function () { $n = new N('this'); $n->g = $n->gen(); });
t('use', function () { $n = new N('use'); $n->g = (function () use ($n) { yield 1; })(); $n->g->current(); });
t('use by reference', function () { $g = (function () use (&$g) { yield 1; })(); $g->current(); });
t('value', function () { $n = new N('v'); $n->g = (function ($x) { yield $x; })($n); $n->g->current(); });
t('key', function () { $n = new N('k'); $n->g = (function ($x) { yield $x => 1; })($n); $n->g->current(); });
t('sent', function () { $n = new N('s'); $n->g = (function () { $x = yield; yield; })(); $n->g->current(); $n->g->send($n); });
t('returned', function () { $n = new N('r'); $n->g = (function () { return yield; })(); $n->g->current(); $n->g->send($n); });
t('delegate', function () { $n = new N('d'); $n->g = (function ($x) { yield from (function () use ($x) { yield 1; })(); })($n); $n->g->current(); });
t('delegate array', function () { $n = new N('da'); $n->g = (function ($x) { $a = [1, $x]; unset($x); yield from $a; })($n); $n->g->current(); });
t('delegate iterator', function () { $n = new N('di'); $n->g = (function ($x) { yield from new ArrayIterator([1, $x]); })($n); $n->g->current(); });
t('temporaries', function () { $n = new N('t'); $n->g = (function ($x) { return [[$x], yield]; })($n); $n->g->current(); });
t('unfinished call', function () { $n = new N('u'); $n->g = (function ($x) { max([$x], yield); })($n); $n->g->current(); });
t('foreach', function () { $n = new N('f'); $n->g = (function ($x) { foreach ([$x, 2] as $v) yield; })($n); $n->g->current(); });
t('extra args', function () { $n = new N('e'); $n->g = (function () { yield; })(1, $n); $n->g->current(); });
t('symbol table', function () { $n = new N('st'); $n->g = (function ($x) { extract(['d' => $x]); unset($x); yield; })($n); $n->g->current(); });
t('finally', function () { $n = new N('fin'); $n->g = (function ($x) { try { yield; } finally { echo 'finally '; } })($n); $n->g->current(); });
t('two', function () { $a = new N('a'); $b = new N('b'); $a->g = (function ($x) { yield; })($b); $b->g = (function ($x) { yield; })($a); $a->g->current(); });
t('mutual', function () { $a = (function () use (&$b) { yield 1; yield from $b; })(); $b = (function () use (&$a) { yield 2; yield $a; })(); $a->current(); $b->current(); });
t('closed', function () { $n = new N('c'); $n->g = (function ($x) { yield; })($n); foreach ($n->g as $_); });
t('alive', function () { global $k; $n = new N('alive'); $n->g = (function ($x) { yield; })($n); $n->g->current(); $k = $n->g; });
unset($k); echo gc_collect_cycles(), "\n";
t('in the middle of a run', function () { foreach ((function () { $n = new N('m'); $n->g = $n; unset($n); yield gc_collect_cycles(); $x = [1]; $x[] = &$x; unset($x); yield gc_collect_cycles(); })() as $v) echo "$v "; });
--EXPECT--
local: ~l 1
not started: ~ns 1
this: ~this 1
use: ~use 1
use by reference: 1
value: ~v 2
key: ~k 2
sent: ~s 1
returned: ~r 2
delegate: ~d 1
delegate array: ~da 1
delegate iterator: ~di 1
temporaries: ~t 1
unfinished call: ~u 1
foreach: ~f 1
extra args: ~e 1
symbol table: ~st 1
finally: ~fin finally 1
two: ~a ~b 1
mutual: 1
closed: ~c 0
alive: 0
~alive 1
in the middle of a run: ~m 1 1 0
