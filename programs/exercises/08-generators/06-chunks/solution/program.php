<?php
function chunks(iterable $xs, int $size): Generator
{
    $chunk = [];
    foreach ($xs as $x) {
        $chunk[] = $x;
        if (count($chunk) === $size) {
            yield $chunk;
            $chunk = [];
        }
    }
    if ($chunk !== []) {
        yield $chunk;
    }
}

function merge(iterable $a, iterable $b): Generator
{
    $a = (fn () => yield from $a)();
    $b = (fn () => yield from $b)();
    while ($a->valid() || $b->valid()) {
        $next = !$b->valid() || ($a->valid() && $a->current() <= $b->current()) ? $a : $b;
        yield $next->current();
        $next->next();
    }
}

function multiples(int $n) { for ($i = $n; ; $i += $n) yield $i; }

foreach (chunks([1, 2, 3, 4, 5], 2) as $chunk) echo json_encode($chunk), ' ';
foreach (chunks(new ArrayIterator([]), 3) as $chunk) echo 'an empty chunk?';
foreach (chunks([1, 2], 2) as $chunk) echo json_encode($chunk), "\n";
foreach (merge([1, 4, 5], [2, 3, 9]) as $x) echo $x, ' ';
foreach (chunks(merge(multiples(2), multiples(5)), 8) as $chunk) { echo json_encode($chunk), "\n"; break; }
