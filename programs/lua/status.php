<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// The four states, seen from inside, from outside and from a coroutine that was resumed.
$inner = Coroutine::create(function () use (&$outer, &$inner) {
    say('inner sees', Coroutine::status($outer), Coroutine::status($inner));
    Coroutine::yield();
    say('inner goes on', Coroutine::status($outer), Coroutine::status($inner));
});
$outer = Coroutine::create(function () use (&$outer, &$inner) {
    say('outer sees', Coroutine::status($outer), Coroutine::status($inner));
    Coroutine::resume($inner);
    say('outer sees', Coroutine::status($outer), Coroutine::status($inner));
    Coroutine::yield();
    Coroutine::resume($inner);
    say('outer sees', Coroutine::status($outer), Coroutine::status($inner));
});
say(Coroutine::status($outer), Coroutine::status($inner));
Coroutine::resume($outer);
say(Coroutine::status($outer), Coroutine::status($inner));
Coroutine::resume($outer);
say(Coroutine::status($outer), Coroutine::status($inner));
