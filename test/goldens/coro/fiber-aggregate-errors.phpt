--TEST--
FiberError texts in every state, with the state of the others unharmed
--FILE--
<?php
function attempt(string $label, callable $f): void {
    try { $v = $f(); echo "$label: ", json_encode($v), "\n"; }
    catch (Throwable $e) { echo "$label: ", get_class($e), ': ', $e->getMessage(), "\n"; }
}
function states(Fiber $f): string { return implode('', array_map(fn($m) => (int) $f->$m(), ['isStarted', 'isSuspended', 'isRunning', 'isTerminated'])); }
$all = [];
$all['fresh'] = new Fiber(fn() => 1);
$all['suspended'] = new Fiber(function () { Fiber::suspend('s'); return 2; }); $all['suspended']->start();
$all['returned'] = new Fiber(fn() => 3); $all['returned']->start();
$all['null'] = new Fiber(function () {}); $all['null']->start();
$all['threw'] = new Fiber(fn() => throw new DomainException('d')); attempt('start', fn() => $all['threw']->start());
foreach ($all as $name => $f) {
    echo $name, ' ', states($f), "\n";
    attempt(' getReturn', fn() => $f->getReturn());
    if ($name !== 'suspended') {
        attempt(' resume', fn() => $f->resume(1));
        attempt(' throw', fn() => $f->throw(new Exception('t')));
    }
    if ($name !== 'fresh') attempt(' start', fn() => $f->start());
}
$self = new Fiber(function () use (&$self) {
    echo 'running ', states($self), "\n";
    attempt(' start', fn() => $self->start());
    attempt(' resume', fn() => $self->resume());
    attempt(' throw', fn() => $self->throw(new Exception));
    attempt(' getReturn', fn() => $self->getReturn());
    $inner = new Fiber(function () use ($self) {
        echo 'below ', states($self), "\n";
        attempt(' start', fn() => $self->start());
        attempt(' resume', fn() => $self->resume());
        attempt(' getReturn', fn() => $self->getReturn());
    });
    $inner->start();
});
$self->start();
attempt('suspend outside', fn() => Fiber::suspend('x'));
attempt('new FiberError', fn() => new FiberError('x'));
attempt('constructor', fn() => (new ReflectionClass('Fiber'))->newInstanceWithoutConstructor());
attempt('twice', fn() => $all['fresh']->__construct(fn() => 2));
attempt('still', fn() => $all['fresh']->start());
attempt('still', fn() => $all['fresh']->getReturn());
attempt('too many', fn() => $all['suspended']->resume(1, 2));
attempt('too few', fn() => $all['suspended']->throw());
attempt('type', fn() => $all['suspended']->throw(new stdClass));
attempt('suspend arity', fn() => Fiber::suspend(1, 2));
attempt('on', fn() => $all['suspended']->resume());
attempt('on', fn() => $all['suspended']->getReturn());
--EXPECT--
start: DomainException: d
fresh 0000
 getReturn: FiberError: Cannot get fiber return value: The fiber has not been started
 resume: FiberError: Cannot resume a fiber that is not suspended
 throw: FiberError: Cannot resume a fiber that is not suspended
suspended 1100
 getReturn: FiberError: Cannot get fiber return value: The fiber has not returned
 start: FiberError: Cannot start a fiber that has already been started
returned 1001
 getReturn: 3
 resume: FiberError: Cannot resume a fiber that is not suspended
 throw: FiberError: Cannot resume a fiber that is not suspended
 start: FiberError: Cannot start a fiber that has already been started
null 1001
 getReturn: null
 resume: FiberError: Cannot resume a fiber that is not suspended
 throw: FiberError: Cannot resume a fiber that is not suspended
 start: FiberError: Cannot start a fiber that has already been started
threw 1001
 getReturn: FiberError: Cannot get fiber return value: The fiber threw an exception
 resume: FiberError: Cannot resume a fiber that is not suspended
 throw: FiberError: Cannot resume a fiber that is not suspended
 start: FiberError: Cannot start a fiber that has already been started
running 1010
 start: FiberError: Cannot start a fiber that has already been started
 resume: FiberError: Cannot resume a fiber that is not suspended
 throw: FiberError: Cannot resume a fiber that is not suspended
 getReturn: FiberError: Cannot get fiber return value: The fiber has not returned
below 1010
 start: FiberError: Cannot start a fiber that has already been started
 resume: FiberError: Cannot resume a fiber that is not suspended
 getReturn: FiberError: Cannot get fiber return value: The fiber has not returned
suspend outside: FiberError: Cannot suspend outside of a fiber
new FiberError: Error: The "FiberError" class is reserved for internal use and cannot be manually instantiated
constructor: ReflectionException: Class Fiber is an internal class marked as final that cannot be instantiated without invoking its constructor
twice: FiberError: Cannot call constructor twice
still: null
still: 1
too many: ArgumentCountError: Fiber::resume() expects at most 1 argument, 2 given
too few: ArgumentCountError: Fiber::throw() expects exactly 1 argument, 0 given
type: TypeError: Fiber::throw(): Argument #1 ($exception) must be of type Throwable, stdClass given
suspend arity: ArgumentCountError: Fiber::suspend() expects at most 1 argument, 2 given
on: null
on: 2
