<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// A binary tree walked in order.
function insert(?array $tree, int $key): array
{
    if ($tree === null) {
        return ['key' => $key];
    }
    $side = $key < $tree['key'] ? 'left' : 'right';
    $tree[$side] = insert($tree[$side] ?? null, $key);
    return $tree;
}

function walk(?array $tree, int $depth): void
{
    if ($tree === null) {
        return;
    }
    walk($tree['left'] ?? null, $depth + 1);
    Coroutine::yield($tree['key'], $depth);
    walk($tree['right'] ?? null, $depth + 1);
}

$tree = null;
foreach ([5, 2, 8, 1, 9, 3, 7, 4, 6] as $key) {
    $tree = insert($tree, $key);
}
$next = Coroutine::wrap(function () use ($tree) {
    walk($tree, 0);
});
while ([$key, $depth] = $next()) {
    say($key, $depth);
}
