<?php
// The product of matrices: arrays in arrays, three loops, and what copying means.

/** @return float[][] rows x columns, filled by a rule */
function matrix(int $rows, int $columns, callable $rule): array
{
    $result = [];
    for ($i = 0; $i < $rows; $i++) {
        for ($j = 0; $j < $columns; $j++) {
            $result[$i][$j] = $rule($i, $j);
        }
    }
    return $result;
}

function multiply(array $a, array $b): array
{
    if (count($a[0]) !== count($b)) {
        throw new InvalidArgumentException('columns of the first must be rows of the second');
    }
    $b = transpose($b); // a row is an array in memory, a column is not
    $product = [];
    foreach ($a as $i => $row) {
        foreach ($b as $j => $column) {
            $sum = 0;
            foreach ($row as $k => $value) {
                $sum += $value * $column[$k];
            }
            $product[$i][$j] = $sum;
        }
    }
    return $product;
}

function transpose(array $m): array
{
    return array_map(null, ...$m);
}

function power(array $m, int $exponent): array
{
    $result = matrix(count($m), count($m), fn (int $i, int $j): int => $i === $j ? 1 : 0);
    while ($exponent > 0) {
        if ($exponent & 1) {
            $result = multiply($result, $m);
        }
        $m = multiply($m, $m);
        $exponent >>= 1;
    }
    return $result;
}

function show(array $m): void
{
    foreach ($m as $row) {
        echo implode(' ', array_map(fn ($x): string => str_pad((string) $x, 6, ' ', STR_PAD_LEFT), $row)), "\n";
    }
    echo "\n";
}

$a = matrix(2, 3, fn (int $i, int $j): int => $i * 3 + $j + 1);
$b = matrix(3, 2, fn (int $i, int $j): int => $i === $j ? 2 : -$j);
show($a);
show($b);
show(multiply($a, $b));
show(transpose($a));

// Fibonacci numbers by a matrix power: the 90th still fits 64 bits, the 100th becomes a float.
$fibonacci = [[1, 1], [1, 0]];
foreach ([10, 50, 90, 100] as $n) {
    echo "fib($n) = ", power($fibonacci, $n)[0][1], "\n";
}

// A larger one, checked by its trace.
$size = 24;
$big = multiply(
    matrix($size, $size, fn (int $i, int $j): float => 1 / ($i + $j + 1)),
    matrix($size, $size, fn (int $i, int $j): float => ($i + 2 * $j) / 2),
);
$trace = 0.0;
for ($i = 0; $i < $size; $i++) {
    $trace += $big[$i][$i];
}
printf("trace %.10f\n", $trace);

try {
    multiply($a, $a);
} catch (InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
