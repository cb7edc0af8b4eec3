<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Do two trees of different shape have the same leaves in the same order? Two coroutines in step.
function leaves(mixed $tree): void
{
    if (!is_array($tree)) {
        Coroutine::yield($tree);
        return;
    }
    foreach ($tree as $branch) {
        leaves($branch);
    }
}

function same(array $a, array $b): bool
{
    $nextA = Coroutine::wrap(fn () => leaves($a));
    $nextB = Coroutine::wrap(fn () => leaves($b));
    while (true) {
        [$x, $y] = [$nextA(), $nextB()];
        say('compare', $x, $y);
        if ($x !== $y) {
            return false;
        }
        if ($x === null) {
            return true;
        }
    }
}

say(same([1, [2, 3], 4], [[1, 2], [[3], 4]]));
say(same([1, [2, 3]], [1, [2, 5]]));
say(same([1, 2], [1, 2, 3]));
