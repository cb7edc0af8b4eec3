--TEST--
debug_backtrace and debug_print_backtrace inside of fibers, with limits and objects
--FILE--
<?php
class A {
    function run($x) { $this->step($x, 'two'); }
    private function step() { $this->show(debug_backtrace()); $this->show(debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS)); $this->show(debug_backtrace(0, 2)); Fiber::suspend(); $this->show(debug_backtrace()); debug_print_backtrace(0, 3); }
    private function show(array $t) {
        foreach ($t as $i => $f) printf("#%d %s%s%s %s line %s%s\n", $i, $f['class'] ?? '', $f['type'] ?? '', $f['function'], isset($f['args']) ? '(' . implode(', ', array_map('get_debug_type', $f['args'])) . ')' : '-', $f['line'] ?? '?', isset($f['object']) ? ' $' . get_class($f['object']) : '');
        echo "\n";
    }
}
$f = new Fiber([new A, 'run']);
(function () use ($f) { $f->start(1.5); })();
function elsewhere(Fiber $f) { $f->resume('value'); }
elsewhere($f);
// through callbacks and generators
$f = new Fiber(function () {
    foreach ((function () { yield from (function () { yield array_map(function () { debug_print_backtrace(); return 1; }, [0]); })(); })() as $x);
    usort($list, fn($a, $b) => 0) ?? null;
});
try { $f->start(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
// in a fiber that is being destroyed
$f = new Fiber(function () { try { Fiber::suspend(); } finally { debug_print_backtrace(); } });
$f->start();
(function (&$f) { $f = null; })($f);
--EXPECTF--
#0 A->step (float, string) line 3 $A
#1 A->run (float) line ? $A
#2 Fiber->start (float) line 11 $Fiber
#3 {closure} () line 11

#0 A->step - line 3
#1 A->run - line ?
#2 Fiber->start - line 11
#3 {closure} - line 11

#0 A->step (float, string) line 3
#1 A->run (float) line ?

#0 A->step (float, string) line 3 $A
#1 A->run (float) line ? $A
#2 Fiber->resume (string) line 12 $Fiber
#3 elsewhere (Fiber) line 13

#0 %s(3): A->step(1.5, 'two')
#1 [internal function]: A->run(1.5)
#0 [internal function]: {closure}(0)
#1 %s(16): array_map(Object(Closure), Array)
#2 %s(16): {closure}()
#3 %s(16): {closure}()
#4 [internal function]: {closure}()
#5 %s(19): Fiber->start()
usort(): Argument #1 ($array) must be of type array, null given
#0 [internal function]: {closure}()
