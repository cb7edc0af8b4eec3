--TEST--
isStarted and friends observed from everywhere
--FILE--
<?php
function st(Fiber $f) { return ($f->isStarted() ? 's' : '-') . ($f->isSuspended() ? 'S' : '-') . ($f->isRunning() ? 'R' : '-') . ($f->isTerminated() ? 'T' : '-'); }
$log = [];
$f = new Fiber(function () use (&$f, &$log, &$g) {
    $log[] = 'self ' . st($f);
    $g = new Fiber(function () use (&$f, &$g, &$log) { $log[] = 'inner sees ' . st($f) . ' itself ' . st($g); Fiber::suspend(); $log[] = 'inner again ' . st($f) . ' ' . st($g); });
    $g->start();
    $log[] = 'after inner suspended ' . st($f) . ' ' . st($g);
    Fiber::suspend();
    $log[] = 'resumed ' . st($f) . ' ' . st($g);
    try { throw new Exception('x'); } finally { $log[] = 'in finally ' . st($f); }
});
$log[] = 'new ' . st($f);
$f->start();
$log[] = 'suspended ' . st($f) . ' ' . st($g);
$g->resume();
$log[] = 'inner done from outside ' . st($f) . ' ' . st($g);
try { $f->resume(); } catch (Exception $e) { $log[] = 'threw ' . st($f); }
echo implode("\n", $log), "\n";
$h = new Fiber(function () { try { Fiber::suspend(); } finally { global $h2; echo 'destroying: ', $h2->get() === null ? 'weak gone' : st($h2->get()), "\n"; } });
$h->start(); $h2 = WeakReference::create($h); unset($h);
$d = new Fiber(fn() => 1); try { $d->start(1, 2, 3); } finally { echo st($d), "\n"; }
--EXPECT--
new ----
self s-R-
inner sees s-R- itself s-R-
after inner suspended s-R- sS--
suspended sS-- sS--
inner again sS-- s-R-
inner done from outside sS-- s--T
resumed s-R- s--T
in finally s-R-
threw s--T
destroying: s-R-
s--T
