<?php
function chunks(iterable $xs, int $size): Generator
{
    yield []; // your code
}

function merge(iterable $a, iterable $b): Generator
{
    yield from $a; // your code
}

function multiples(int $n) { for ($i = $n; ; $i += $n) yield $i; }

foreach (chunks([1, 2, 3, 4, 5], 2) as $chunk) echo json_encode($chunk), ' ';
foreach (chunks(new ArrayIterator([]), 3) as $chunk) echo 'an empty chunk?';
foreach (chunks([1, 2], 2) as $chunk) echo json_encode($chunk), "\n";
foreach (merge([1, 4, 5], [2, 3, 9]) as $x) echo $x, ' ';
foreach (chunks(merge(multiples(2), multiples(5)), 8) as $chunk) { echo json_encode($chunk), "\n"; break; }
