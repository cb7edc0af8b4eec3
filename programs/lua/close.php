<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// close ends a suspended coroutine: its finally blocks run, the innermost first.
$co = Coroutine::create(function () {
    try {
        Coroutine::yield('first');
        try {
            Coroutine::yield('second');
            say('never');
        } finally {
            say('closing', 'b');
        }
    } finally {
        say('closing', 'a');
    }
});
say(...Coroutine::resume($co));
say(...Coroutine::resume($co));
say(Coroutine::close($co));
say(Coroutine::status($co));
say(...Coroutine::resume($co));
say(Coroutine::close($co));

// one that has not begun, one that has ended, one that has failed
$co = Coroutine::create(fn () => say('never'));
say(Coroutine::close($co), Coroutine::status($co));
$co = Coroutine::create(fn () => 1);
Coroutine::resume($co);
say(Coroutine::close($co));
$co = Coroutine::create(fn () => throw new Exception('failed'));
say(...Coroutine::resume($co));
say(...Coroutine::close($co));
say(Coroutine::close($co));

// neither the running one nor one that has resumed another
function tryToClose(Coroutine $co): void
{
    try {
        Coroutine::close($co);
    } catch (Error $e) {
        say(false, $e);
    }
}
$co = Coroutine::create(function () use (&$co) {
    tryToClose($co);
    Coroutine::wrap(fn () => tryToClose($co))();
});
Coroutine::resume($co);
