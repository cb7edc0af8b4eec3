<?php
function walk(array $tree, callable $visit): void
{
    // your code
}

function same_leaves(array $a, array $b): bool
{
    return false; // your code
}

walk([1, [2, [3]], [[4]]], function ($leaf) { echo $leaf, ' '; });
echo "\n";
var_dump(same_leaves([1, [2, 3]], [[1, 2], [[3]]]));
var_dump(same_leaves([1, 2], [1, [2, 3]]));
var_dump(same_leaves([], [[], [[]]]));
var_dump(same_leaves(range(1, 1000), [0, ...range(2, 1000)]));
