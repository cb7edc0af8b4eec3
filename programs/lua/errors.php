<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// An error ends the coroutine and is resume's second value; the coroutine is dead then.
$co = Coroutine::create(function ($x) {
    say('start', $x);
    $y = Coroutine::yield($x + 1);
    say('goes on', $y);
    throw new Exception('no more');
});
say(...Coroutine::resume($co, 1));
say(...Coroutine::resume($co, 2));
say(Coroutine::status($co));
say(...Coroutine::resume($co, 3));

// One that is caught inside does not.
$co = Coroutine::create(function () {
    try {
        Coroutine::yield('inside pcall');
        throw new Exception('caught');
    } catch (Exception $e) {
        say('pcall:', false, $e);
    }
    return 'done';
});
say(...Coroutine::resume($co));
say(...Coroutine::resume($co));
say(...Coroutine::resume($co));
