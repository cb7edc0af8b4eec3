--TEST--
fibers that are still suspended when the script ends
--FILE--
<?php
class N { function __construct(private string $n) {} function __destruct() { echo "~$this->n\n"; } }
function task(string $n) { return new Fiber(function () use ($n) { $l = new N("local $n"); try { Fiber::suspend(); } finally { echo "finally $n\n"; } }); }
$a = task('a'); $a->start();
$list = [task('l0'), task('l1')]; foreach ($list as $f) $f->start();
unset($f);
class Holder { public $f; public static $s; function __destruct() { echo "~holder\n"; } }
$h = new Holder; $h->f = task('held'); $h->f->start();
Holder::$s = task('static'); Holder::$s->start();
function statf() { static $f; $f = task('static var'); $f->start(); }
statf();
$never = task('never started');
$cycle = new Holder; $cycle->f = new Fiber(function () use (&$cycle) { try { Fiber::suspend(); } finally { echo "finally cycle\n"; } }); $cycle->f->start();
$nested = new Fiber(function () { $in = task('inner'); $in->start(); try { Fiber::suspend(); } finally { echo "finally nested\n"; } });
$nested->start();
register_shutdown_function(function () use ($a) { echo "shutdown ", $a->isSuspended() ? 'suspended' : 'over', "\n"; $late = task('late'); $late->start(); $GLOBALS['late'] = $late; });
echo "end of script\n";
--EXPECT--
end of script
shutdown suspended
finally late
~local late
finally nested
finally inner
~local inner
~holder
finally held
~local held
finally a
~local a
finally l0
~local l0
finally l1
~local l1
finally static
~local static
finally static var
~local static var
~holder
finally cycle
