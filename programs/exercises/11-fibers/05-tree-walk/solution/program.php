<?php
function walk(array $tree, callable $visit): void
{
    foreach ($tree as $child) {
        is_array($child) ? walk($child, $visit) : $visit($child);
    }
}

function same_leaves(array $a, array $b): bool
{
    $leaves = fn (array $tree) => new Fiber(fn () => walk($tree, fn ($leaf) => Fiber::suspend($leaf)));
    $left = $leaves($a);
    $right = $leaves($b);
    $x = $left->start();
    $y = $right->start();
    while ($left->isSuspended() && $right->isSuspended()) {
        if ($x !== $y) {
            return false;
        }
        $x = $left->resume();
        $y = $right->resume();
    }
    return $left->isTerminated() && $right->isTerminated();
}

walk([1, [2, [3]], [[4]]], function ($leaf) { echo $leaf, ' '; });
echo "\n";
var_dump(same_leaves([1, [2, 3]], [[1, 2], [[3]]]));
var_dump(same_leaves([1, 2], [1, [2, 3]]));
var_dump(same_leaves([], [[], [[]]]));
var_dump(same_leaves(range(1, 1000), [0, ...range(2, 1000)]));
