<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Any number of values each way, null among them.
$co = Coroutine::create(function (...$args) {
    say('arguments', count($args), ...$args);
    // what yield answers: nothing is null, one value is itself, several are a list
    $got = function (mixed $answer): void {
        $list = is_array($answer) ? $answer : ($answer === null ? [] : [$answer]);
        say('got', count($list), ...$list);
    };
    $got(Coroutine::yield());
    $got(Coroutine::yield(1));
    $got(Coroutine::yield(1, 2, 3));
    $got(Coroutine::yield(null, 'after nil'));
    return ['a', 1.5, true];
});
function show(array $values): void
{
    say('resume', count($values), ...$values);
}
show(Coroutine::resume($co));
show(Coroutine::resume($co));
show(Coroutine::resume($co, 'x'));
show(Coroutine::resume($co, 'x', 'y'));
show(Coroutine::resume($co, null, false));
show(Coroutine::resume($co, 'dead'));
show(Coroutine::resume(Coroutine::create(function () {
})));
show(Coroutine::resume(Coroutine::create(fn ($a, $b) => [$b, $a]), 1, 2));
