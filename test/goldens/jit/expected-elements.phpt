--TEST--
Elements that are expected in the packed form and of one kind, and what comes instead
--FILE--
<?php
function total(array $a, int $from, int $to): int|float
{
    $sum = 0;
    for ($i = $from; $i <= $to; $i++) {
        $sum += $a[$i];
    }
    return $sum;
}

function at(mixed $a, mixed $i): mixed
{
    return $a[$i];
}

/** Written to in the loop that reads it. */
function fill(array $a, int $n): array
{
    for ($i = 1; $i < $n; $i++) {
        $a[$i] = ($a[$i - 1] ?? 0) + 1;
        $a[$i] = $a[$i - 1] + $a[$i];
    }
    return $a;
}

class Squares implements ArrayAccess
{
    public function offsetExists(mixed $i): bool
    {
        return true;
    }
    public function offsetGet(mixed $i): mixed
    {
        return $i * $i;
    }
    public function offsetSet(mixed $i, mixed $v): void
    {
    }
    public function offsetUnset(mixed $i): void
    {
    }
}

set_error_handler(function (int $level, string $message): bool {
    echo "[$message] ";
    return true;
});

$list = range(1, 20);
$sums = [];
for ($n = 0; $n < 30; $n++) {
    $sums[] = total($list, 0, 19);
}
echo array_sum($sums), "\n";

// In the hash form, with holes, too short, with a negative key.
$hash = array_combine(range(20, 1), range(1, 20));
$holes = $list;
unset($holes[3], $holes[19]);
$negative = [-2 => 5, -1 => 6, 0 => 7];
foreach ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as $round) {
    echo $round, ': ', total($hash, 1, 20), ' ';
    echo total($holes, 0, 19), ' ';
    echo total($list, -1, 21), ' ';
    echo total($negative, -2, 0), "\n";
}

// Of other kinds.
foreach ([[1, 2.5, 3], [1, PHP_INT_MAX, 3], [1, true, 3], [1, null, 3], ['1', '2', 3], [1, 'x' . 1, 3]] as $mixed) {
    try {
        var_dump(total($mixed, 0, 2));
    } catch (TypeError $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
$one = 7;
$shared = [1, 2, 3];
$shared[1] = &$one;
echo total($shared, 0, 2), "\n";
$one = 8;
echo total($shared, 0, 2), "\n";

// Arrays, strings, objects, and what has no elements, at one place.
for ($n = 0; $n < 30; $n++) {
    at($list, $n % 20);
}
foreach ([$list, $hash, 'a string', new Squares(), null, 12, 1.5, [], [[1, 2]], [3 => 'x', 'y']] as $container) {
    foreach ([3, 0, '3', 25, -1, 1.0, true, null] as $key) {
        try {
            echo json_encode(at($container, $key)), ' ';
        } catch (Throwable $e) {
            echo '{', $e->getMessage(), '} ';
        }
    }
    echo "\n";
}

for ($n = 0; $n < 20; $n++) {
    $filled = fill([1], 8);
}
echo implode(' ', $filled), "\n";
echo implode(' ', fill([5 => 1, 0 => 2], 8)), "\n";
echo implode(' ', fill(['k' => 1], 8)), "\n";
echo json_encode(fill([1.5], 5)), "\n";
echo json_encode(fill([PHP_INT_MAX - 10], 4)), "\n";
--EXPECT--
6300
1: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
2: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
3: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
4: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
5: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
6: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
7: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
8: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
9: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
10: 210 [Undefined array key 3] [Undefined array key 19] 186 [Undefined array key -1] [Undefined array key 20] [Undefined array key 21] 210 18
float(6.5)
float(9.223372036854776E+18)
int(5)
int(4)
int(6)
TypeError: Unsupported operand types: int + string
11
12
4 1 4 [Undefined array key 25] null [Undefined array key -1] null 2 2 [Undefined array key ""] null 
18 [Undefined array key 0] null 18 [Undefined array key 25] null [Undefined array key -1] null 20 20 [Undefined array key ""] null 
"t" "a" "t" [Uninitialized string offset 25] "" "g" [String offset cast occurred] " " [String offset cast occurred] " " [String offset cast occurred] "a" 
9 0 9 625 1 1 1 0 
[Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null [Trying to access array offset on value of type null] null 
[Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null [Trying to access array offset on value of type int] null 
[Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null [Trying to access array offset on value of type float] null 
[Undefined array key 3] null [Undefined array key 0] null [Undefined array key 3] null [Undefined array key 25] null [Undefined array key -1] null [Undefined array key 1] null [Undefined array key 1] null [Undefined array key ""] null 
[Undefined array key 3] null [1,2] [Undefined array key 3] null [Undefined array key 25] null [Undefined array key -1] null [Undefined array key 1] null [Undefined array key 1] null [Undefined array key ""] null 
"x" [Undefined array key 0] null "x" [Undefined array key 25] null [Undefined array key -1] null [Undefined array key 1] null [Undefined array key 1] null [Undefined array key ""] null 
1 3 7 15 31 63 127 255
95 2 5 11 23 47 191 383
[Undefined array key 0] 1 1 3 7 15 31 63 127
[1.5,4,9,19,39]
[9223372036854775797,1.8446744073709552e+19,3.6893488147419103e+19,7.378697629483821e+19]
