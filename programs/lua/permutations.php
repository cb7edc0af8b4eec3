<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Every order of four letters, made by a recursive function that yields from its depth.
function generate(array &$a, int $n): void
{
    if ($n <= 1) {
        Coroutine::yield($a);
        return;
    }
    for ($i = 0; $i < $n; $i++) {
        [$a[$n - 1], $a[$i]] = [$a[$i], $a[$n - 1]];
        generate($a, $n - 1);
        [$a[$n - 1], $a[$i]] = [$a[$i], $a[$n - 1]];
    }
}

function permutations(array $a): Closure
{
    return Coroutine::wrap(function () use ($a) {
        generate($a, count($a));
    });
}

$count = 0;
$next = permutations(['a', 'b', 'c', 'd']);
while (($p = $next()) !== null) {
    $count++;
    say(implode(' ', $p));
}
say($count);
