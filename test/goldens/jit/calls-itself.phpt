--TEST--
Functions that call themselves and nothing else: how deep, left in the middle, with what is no scalar
--FILE--
<?php
function sum(int $n): int
{
    return $n === 0 ? 0 : $n + sum($n - 1);
}

function pairs($n, $k)
{
    if ($n < 2) {
        return $k;
    }
    return pairs($n - 1, $k) + pairs($n - 2, $k);
}

/** Leaves when $n is 3: the division. */
function halves(int $n, int $by): int|float
{
    return $n === 0 ? 1 : halves($n - 1, $by) + 12 / ($n - $by);
}

/** Lets go of an object in the outermost call alone. */
function outer($o, $n)
{
    $o = $n > 0 ? outer($n, $n - 1) : 1;
    return $o;
}

/** The object lives as long as the outermost call. */
function holding($o, $n)
{
    return $n > 0 ? holding($n, $n - 1) + 1 : 1;
}

function text(string $s, int $n): string
{
    return $n === 0 ? $s : text($s . $n, $n - 1) . '.';
}

function wide(int $n): int|float
{
    return $n === 0 ? PHP_INT_MAX - 40 : wide($n - 1) + 1;
}

function shown(int $n): int
{
    if ($n === 0) {
        return count(debug_backtrace());
    }
    return shown($n - 1);
}

class Noisy
{
    public function __construct(private string $name)
    {
    }
    public function __destruct()
    {
        echo "[{$this->name} ends]";
    }
}

for ($i = 0; $i < 40; $i++) {
    sum(30);
    pairs(8, 1);
    outer(1, 3);
    holding(1, 3);
    text('a', 4);
    wide(20);
    shown(5);
    halves(4, 9);
}
echo sum(100), ' ', sum(199), ' ', sum(200), ' ', sum(201), ' ', sum(1000), ' ', sum(30000), "\n";
echo pairs(15, 1), ' ', pairs(12, 1.5), ' ', pairs(6, '2'), ' ', json_encode(pairs(1, [1])), ' ', pairs(12, PHP_INT_MAX), "\n";
try {
    pairs(3, [1]) === [1] and print "the same\n";
    pairs(4, new Noisy('operand'));
} catch (TypeError $e) {
    echo get_class($e), ': ', $e->getMessage(), ' in a call ', count($e->getTrace()), " deep\n";
}
unset($e);
echo "\n";
for ($i = 0; $i < 12; $i++) {
    try {
        echo halves(6, 3), "\n";
    } catch (DivisionByZeroError $e) {
        if ($i % 5 === 0) {
            echo $e->getMessage(), ', ', count($e->getTrace()), ' deep with ', json_encode($e->getTrace()[0]['args'] ?? null), "\n";
        }
    }
}
echo halves(500, 501), "\n";
for ($i = 0; $i < 3; $i++) {
    echo outer(new Noisy('assigned to'), $i), ' ', holding(new Noisy('held'), 3 + $i), "\n";
}
echo text('x', 12), ' ', strlen(text('y', 400)), "\n";
var_dump(wide(40), wide(41), wide(300));
echo shown(3), ' ', shown(250), "\n";
// As a callback, whose depth is put back.
for ($i = 0; $i < 300; $i++) {
    $sums = array_map('sum', [3, 50, $i]);
}
echo implode(' ', $sums), "\n";
usort($sums, fn ($a, $b) => pairs(5, $b) <=> pairs(5, $a));
echo implode(' ', $sums), "\n";
--EXPECT--
5050 19900 20100 20301 500500 450015000
987 349.5 26 [1] 2.1490456845872E+21
the same
TypeError: Unsupported operand types: Noisy + Noisy in a call 3 deep
[operand ends]
Division by zero, 4 deep with [3,3]
Division by zero, 4 deep with [3,3]
Division by zero, 4 deep with [3,3]
-80.513881159886
[assigned to ends]1 [held ends]4
[assigned to ends]1 [held ends]5
[assigned to ends]1 [held ends]6
x121110987654321............ 1493
int(9223372036854775807)
float(9.223372036854776E+18)
float(9.223372036854776E+18)
4 251
6 1275 44850
44850 1275 6
