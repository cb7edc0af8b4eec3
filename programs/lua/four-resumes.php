<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// The example of the Lua manual, section 2.6.
function foo($a)
{
    say('foo', $a);
    return Coroutine::yield(2 * $a);
}

$co = Coroutine::create(function ($a, $b) {
    say('co-body', $a, $b);
    $r = foo($a + 1);
    say('co-body', $r);
    [$r, $s] = Coroutine::yield($a + $b, $a - $b);
    say('co-body', $r, $s);
    return [$b, 'end'];
});

say('main', ...Coroutine::resume($co, 1, 10));
say('main', ...Coroutine::resume($co, 'r'));
say('main', ...Coroutine::resume($co, 'x', 'y'));
say('main', ...Coroutine::resume($co, 'x', 'y'));
