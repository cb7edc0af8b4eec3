<?php
$tick = 0;
function clock(): int { return $GLOBALS['tick']; }

function run(Generator ...$tasks): void
{
    global $tick;
    // your code
}

function say(string $name, array $pauses)
{
    foreach ($pauses as $pause) {
        echo clock(), ": $name\n";
        yield $pause;
    }
    echo clock(), ": $name ends\n";
}

function parent_task()
{
    echo clock(), ": parent\n";
    yield say('child', [null, 3]);
    echo clock(), ": parent goes on\n";
}

run(say('a', [2, 2]), say('b', [null, 1, 1]), parent_task());
