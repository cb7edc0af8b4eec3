--TEST--
a destructor may not switch fibers, wherever the last reference goes
--FILE--
<?php
class D {
    function __construct(private string $name, private ?Fiber $other = null) {}
    function __destruct() {
        foreach (['suspend' => fn() => Fiber::suspend($this->name), 'start' => fn() => (new Fiber(fn() => print("no\n")))->start(), 'resume' => fn() => $this->other?->resume(), 'throw' => fn() => $this->other?->throw(new Exception)] as $what => $try) {
            try { $try(); echo "$this->name: $what passed\n"; }
            catch (FiberError $e) { echo "$this->name: $what: ", $e->getMessage(), "\n"; }
        }
    }
}
$other = new Fiber(function () { Fiber::suspend(); echo "other ends\n"; });
$other->start();
$f = new Fiber(function () use ($other) {
    new D('temporary', $other);
    $d = new D('assigned');
    $d = null;
    $list = [new D('in array')];
    array_pop($list);
    (function () { $x = new D('local'); })();
    Fiber::suspend('still able to suspend');
    $last = new D('at the end of the fiber');
});
echo $f->start(), "\n";
$f->resume();
new D('outside');
$other->resume();
echo $other->isTerminated() ? "terminated\n" : "not terminated\n";
--EXPECT--
temporary: suspend: Cannot switch fibers in current execution context
temporary: start: Cannot switch fibers in current execution context
temporary: resume: Cannot switch fibers in current execution context
temporary: throw: Cannot switch fibers in current execution context
assigned: suspend: Cannot switch fibers in current execution context
assigned: start: Cannot switch fibers in current execution context
assigned: resume passed
assigned: throw passed
in array: suspend: Cannot switch fibers in current execution context
in array: start: Cannot switch fibers in current execution context
in array: resume passed
in array: throw passed
local: suspend: Cannot switch fibers in current execution context
local: start: Cannot switch fibers in current execution context
local: resume passed
local: throw passed
still able to suspend
at the end of the fiber: suspend: Cannot switch fibers in current execution context
at the end of the fiber: start: Cannot switch fibers in current execution context
at the end of the fiber: resume passed
at the end of the fiber: throw passed
outside: suspend: Cannot suspend outside of a fiber
outside: start: Cannot switch fibers in current execution context
outside: resume passed
outside: throw passed
other ends
terminated
