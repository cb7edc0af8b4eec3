<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A wrapped coroutine passes its error on to whoever called it.
function pcall(callable $f): array
{
    try {
        return [true, $f()];
    } catch (Throwable $e) {
        return [false, $e];
    }
}

$f = Coroutine::wrap(function () {
    Coroutine::yield(1);
    throw new Exception('', 42);
});
say($f());
[$ok, $err] = pcall($f);
say($ok, $err->getCode());
[$ok, $err] = pcall($f);
say($ok, $err);

// Through two levels of them.
$inner = Coroutine::wrap(fn () => throw new Exception('', 7));
$outer = Coroutine::wrap(function () use ($inner) {
    $inner();
    say('never');
});
[$ok, $err] = pcall($outer);
say($ok, $err->getCode());
