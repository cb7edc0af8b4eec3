<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A consumer that pulls through a filter from a producer.
const LINES = ['one', 'two', 'three'];

function producer(): Coroutine
{
    return Coroutine::create(function () {
        foreach (LINES as $line) {
            say('producer sends', $line);
            Coroutine::yield($line);
        }
    });
}

function receive(Coroutine $from): mixed
{
    return Coroutine::resume($from)[1] ?? null;
}

function filter(Coroutine $from): Coroutine
{
    return Coroutine::create(function () use ($from) {
        $n = 1;
        while (true) {
            $x = receive($from);
            if ($x === null) {
                break;
            }
            Coroutine::yield(sprintf('%d %s', $n, $x));
            $n++;
        }
    });
}

$from = filter(producer());
while (true) {
    $x = receive($from);
    if ($x === null) {
        break;
    }
    say('consumer gets', $x);
}
say(Coroutine::status($from));
