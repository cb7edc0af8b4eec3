<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A yield goes to whoever resumed, not further.
function level(int $n): Closure
{
    return Coroutine::wrap(function (...$args) use ($n) {
        say('level', $n, 'starts with', ...$args);
        if ($n > 1) {
            $below = level($n - 1);
            $x = $below("from $n");
            say('level', $n, 'got', $x);
            $x = Coroutine::yield("first of $n");
            say('level', $n, 'again', $x, $below($x));
        } else {
            $x = Coroutine::yield('bottom');
            say('level', $n, 'again', $x);
        }
        return "end of $n";
    });
}

$top = level(4);
say($top('main'));
say($top('second'));
