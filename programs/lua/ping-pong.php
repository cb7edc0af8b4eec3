<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Two coroutines that hand a ball to each other through a third party.
function player(string $name): Coroutine
{
    return Coroutine::create(function ($ball) use ($name) {
        while ($ball > 0) {
            say($name, $ball);
            $ball = Coroutine::yield($ball - 1);
        }
        return "the ball is down at $name";
    });
}

$players = [1 => player('ping'), player('pong')];
[$ball, $turn] = [7, 1];
while (true) {
    [$ok, $answer] = Coroutine::resume($players[$turn], $ball);
    if (Coroutine::status($players[$turn]) === 'dead') {
        say($ok, $answer);
        break;
    }
    $ball = $answer;
    $turn = 3 - $turn;
}
say(Coroutine::status($players[1]), Coroutine::status($players[2]));
