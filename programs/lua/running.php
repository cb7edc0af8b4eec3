<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Who runs, and is it the main program?
[$main, $isMain] = Coroutine::running();
say($isMain, Coroutine::status($main), Coroutine::isyieldable(), Coroutine::isyieldable($main));
$co = Coroutine::create(function () use (&$co, $main) {
    [$self, $isMain] = Coroutine::running();
    say($self === $co, $self === $main, $isMain, Coroutine::status($main), Coroutine::isyieldable());
    say(...Coroutine::resume($main));
    say(...Coroutine::resume($self));
    Coroutine::wrap(function () use (&$co) {
        [$inner] = Coroutine::running();
        say($inner === $co, Coroutine::status($co), Coroutine::isyieldable());
        say(...Coroutine::resume($co));
    })();
});
say(Coroutine::isyieldable($co));
say(...Coroutine::resume($co));
say(Coroutine::isyieldable(), Coroutine::running()[0] === $main);
try {
    Coroutine::yield(1);
} catch (Error $e) {
    say(false, $e);
}
