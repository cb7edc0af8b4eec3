<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A scheduler: every task that is not done gets its turn.
$tasks = [];

function spawn(string $name, int $steps): void
{
    global $tasks;
    $tasks[] = Coroutine::create(function () use ($name, $steps) {
        for ($i = 1; $i <= $steps; $i++) {
            say($name, "$i/$steps");
            Coroutine::yield();
        }
        say($name, 'done');
    });
}

spawn('a', 3);
spawn('b', 1);
spawn('c', 2);

$round = 0;
while (count($tasks) > 0) {
    $round++;
    say('round', $round, count($tasks) . ' tasks');
    for ($i = count($tasks) - 1; $i >= 0; $i--) {
        Coroutine::resume($tasks[$i]);
        if (Coroutine::status($tasks[$i]) === 'dead') {
            array_splice($tasks, $i, 1);
        }
    }
}
