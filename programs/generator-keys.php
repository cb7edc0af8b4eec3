<?php
// A generator is an Iterator: foreach drives it, and yield may give a key.

function squares(int $count): Generator
{
    $i = 0;
    while ($i < $count) {
        echo "before\n";
        yield $i + 1 => $i;
        echo "after\n";
        $i++;
    }
    // Falling off the end makes valid() false: the loop outside ends.
    echo "done\n";
}

foreach (squares(2) as $key => $value) {
    echo "$key => $value\n";
}

// Without a key the values are counted from 0; an integer key moves the counter on.
function mixedKeys(): Generator
{
    yield 'a';
    yield 10 => 'b';
    yield 'c';
    yield 'name' => 'd';
    yield 'e';
}

foreach (mixedKeys() as $key => $value) {
    echo "$key => $value\n";
}

// yield from hands over to another generator, which keeps its own keys.
function outer(): Generator
{
    yield 'start';
    $sum = yield from inner();
    yield "sum $sum";
}

function inner(): Generator
{
    yield 1;
    yield 2;
    return 3;
}

foreach (outer() as $key => $value) {
    echo "$key => $value\n";
}
