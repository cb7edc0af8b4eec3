<?php
// A generator may return a value, to be had with getReturn() after its end.

function worker(): Generator
{
    for ($i = 0; $i < 2; $i++) {
        echo "working\n";
        yield $i;
    }
    echo "done\n";
    return 'the result';
}

$worker = worker();

// Before the end there is no such value yet.
try {
    $worker->getReturn();
} catch (Exception $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}

foreach ($worker as $key => $value) {
    echo "$key => $value\n";
}
var_dump($worker->getReturn());

// A generator runs once: it cannot be rewound behind its first yield.
try {
    foreach ($worker as $value) {
        echo "never printed\n";
    }
} catch (Exception $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}

// One that falls off its end returned NULL.
function silent(): Generator
{
    yield 1;
}

$silent = silent();
while ($silent->valid()) {
    $silent->next();
}
var_dump($silent->getReturn());
