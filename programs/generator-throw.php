<?php
// throw() raises an exception at the yield where the generator waits. If the
// generator catches it, it goes on to the next yield, and throw() returns the
// value of that; if not, the exception comes back to the caller.

function careful(): Generator
{
    try {
        echo "in try\n";
        yield 'first';
        echo "never reached\n";
    } catch (RuntimeException $e) {
        echo 'caught inside: ', $e->getMessage(), "\n";
        yield 'after catch';
    } finally {
        echo "finally\n";
    }
    yield 'after finally';
}

$careful = careful();
var_dump($careful->current());
var_dump($careful->throw(new RuntimeException('stop that')));
$careful->next();
var_dump($careful->current());

// This generator does not catch: it is over, and the exception is ours.
function careless(): Generator
{
    echo "waiting\n";
    yield 1;
    echo "never reached\n";
}

$careless = careless();
$careless->current();
try {
    $careless->throw(new LogicException('your problem'));
} catch (LogicException $e) {
    echo 'caught outside: ', $e->getMessage(), "\n";
}
var_dump($careless->valid());

// A generator that is dropped in the middle of a try runs its finally.
function resource(): Generator
{
    try {
        echo "open\n";
        yield 1;
        yield 2;
    } finally {
        echo "close\n";
    }
}

$resource = resource();
echo $resource->current(), "\n";
unset($resource);
echo "end\n";
