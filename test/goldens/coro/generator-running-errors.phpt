--TEST--
resuming a generator that runs, from itself, its callees, callbacks and destructors
--FILE--
<?php
function attempt($what, callable $f) { try { $v = $f(); echo "$what: ", is_scalar($v) || $v === null ? var_export($v, true) : get_class($v), "\n"; } catch (Throwable $e) { echo "$what: ", get_class($e), ' ', $e->getMessage(), "\n"; } }
$g = (function () use (&$g) { foreach (['current', 'key', 'next', 'valid', 'rewind', 'getReturn'] as $m) attempt($m, fn() => $g->$m()); attempt('send', fn() => $g->send(1)); attempt('foreach', function () use ($g) { foreach ($g as $x); }); attempt('yield from', function () use ($g) { $o = (function () use ($g) { yield from $g; })(); return $o->current(); }); yield 'survived'; yield from $g; })();
attempt('first', fn() => $g->current());
attempt('second', function () use ($g) { $g->next(); return $g->current(); });
attempt('valid after', fn() => $g->valid());
class R { public $g; function __destruct() { attempt('in destructor', fn() => $this->g->next()); } function __toString() { attempt('in __toString', fn() => $this->g->current()); return 'str'; } }
$h = (function () use (&$h) { $r = new R; $r->g = $h; yield "$r"; $r = null; yield 'end'; })();
echo $h->current(), "\n"; $h->next(); echo $h->current(), "\n";
$k = (function () use (&$k) { yield array_map(function ($x) use (&$k) { attempt('in callback', fn() => $k->send($x)); return $x; }, [1, 2]); })();
attempt('map', fn() => count($k->current()));
function selfFrom() { $me = yield; yield from $me; } $s = selfFrom(); $s->current(); attempt('from itself', fn() => $s->send($s));
$a = (function () use (&$b) { yield 1; yield from $b; })(); $b = (function () use (&$a) { yield 2; yield from $a; })(); attempt('a1', fn() => $a->current()); attempt('b1', fn() => $b->current()); attempt('circle', function () use ($a, $b) { $a->next(); $b->next(); return $a->current(); });
--EXPECT--
current: Error Cannot resume an already running generator
key: Error Cannot resume an already running generator
next: Error Cannot resume an already running generator
valid: Error Cannot resume an already running generator
rewind: Error Cannot resume an already running generator
getReturn: Error Cannot resume an already running generator
send: Error Cannot resume an already running generator
foreach: Error Cannot resume an already running generator
yield from: Error Cannot resume an already running generator
first: 'survived'
second: Error Impossible to yield from the Generator being currently run
valid after: false
in __toString: Error Cannot resume an already running generator
str
in destructor: Error Cannot resume an already running generator
end
in callback: Error Cannot resume an already running generator
in callback: Error Cannot resume an already running generator
map: 2
from itself: Error Impossible to yield from the Generator being currently run
a1: 1
b1: 2
circle: Error Impossible to yield from the Generator being currently run
