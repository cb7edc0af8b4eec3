<?php
// N queens on an N x N board, none of which attacks another. A generator gives
// the solutions one by one: nobody has to collect them, and whoever has seen
// enough simply stops asking.

/** @return Generator<int[]> column of the queen in each row */
function solutions(int $size, array $placed = []): Generator
{
    $row = count($placed);
    if ($row === $size) {
        yield $placed;
        return;
    }
    for ($column = 0; $column < $size; $column++) {
        if (isSafe($placed, $row, $column)) {
            yield from solutions($size, [...$placed, $column]);
        }
    }
}

function isSafe(array $placed, int $row, int $column): bool
{
    foreach ($placed as $otherRow => $otherColumn) {
        if ($otherColumn === $column || abs($otherColumn - $column) === $row - $otherRow) {
            return false;
        }
    }
    return true;
}

function board(array $placed): string
{
    $text = '';
    foreach ($placed as $column) {
        $line = array_fill(0, count($placed), '.');
        $line[$column] = 'Q';
        $text .= implode(' ', $line) . "\n";
    }
    return $text;
}

/** The same count with three bit masks: columns and both diagonals. */
function countFast(int $size, int $columns = 0, int $left = 0, int $right = 0): int
{
    $all = (1 << $size) - 1;
    if ($columns === $all) {
        return 1;
    }
    $count = 0;
    $free = $all & ~($columns | $left | $right);
    while ($free !== 0) {
        $bit = $free & -$free; // the lowest bit
        $free ^= $bit;
        $count += countFast($size, $columns | $bit, ($left | $bit) << 1, ($right | $bit) >> 1);
    }
    return $count;
}

foreach (solutions(8) as $placed) {
    echo board($placed);
    break; // the first one is enough: the other 91 are never computed
}

for ($size = 1; $size <= 6; $size++) {
    echo $size, ': ', iterator_count(solutions($size)), "\n";
}
echo '8: ', countFast(8), "\n";
