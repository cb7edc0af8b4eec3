--TEST--
Floats that compiled functions return without a zval
--FILE--
<?php
// Floats that compiled functions hand to their callers without a zval of their own.

function half(int $x): float
{
    return $x / 2;
}

function product(int $a, int $b): float
{
    return 1.0 * ($a * $b);
}

function inverse(int $x): float
{
    return 1.0 / $x;
}

function either(float|int $x): float|int
{
    return $x > 3 ? $x : $x * 0.5;
}

final class Loud
{
    public function __destruct()
    {
        echo '(gone)';
    }
}

function weigh(array $things, float $w): float
{
    $w += count($things);
    return $w;
}

function loud(float $w): float
{
    $l = new Loud();
    return $w + 0.5;
}

function sums(int $n, int $big): string
{
    $list = [];
    $sum = 0.0;
    for ($i = 1; $i <= $n; $i++) {
        $a = half($i);
        $b = half($i + 1);
        $list[$i % 5] = $a;
        $list[] = half($i);
        $sum += $a * $b + half(half($i) > 10 ? 3 : 4) + product($i, $big) + weigh([1, 2, [3]], half($i));
        $f = fn(float $x): float => $x + half($i);
        $sum += $f($a) + $f(half(1));
        half($i);
        either($i);
        $sum += either($i) + either($i + 0.25);
        [$p, $q] = [half($i), half($i + 2)];
        $sum += $p - $q;
    }
    return $sum . json_encode(array_slice($list, 0, 8)) . ($list[1] <=> $list[2]);
}

echo sums(100, 1), "\n", sums(100, 7), "\n", sums(20, PHP_INT_MAX), "\n", sums(20, 3), "\n";

function thrown(int $n): string
{
    $out = 0.0;
    for ($i = 0; $i < $n; $i++) {
        try {
            $out += inverse($i % 50 - 25);
        } catch (DivisionByZeroError $e) {
            $out += 1000;
        }
    }
    return number_format($out, 6);
}

echo thrown(200), ' ', thrown(200), "\n";

interface Shape
{
    public function area(): float;
}

final class Disc implements Shape
{
    public function __construct(private float $r)
    {
    }

    public function area(): float
    {
        return 3.0 * $this->r * $this->r;
    }
}

final class Box implements Shape
{
    public function __construct(private float $w, private float $h)
    {
    }

    public function area(): float
    {
        return $this->w * $this->h;
    }

    public static function unit(int $n): float
    {
        return $n * 0.25;
    }
}

function areas(array $shapes, int $n): float
{
    $sum = 0.0;
    $kept = [];
    for ($i = 0; $i < $n; $i++) {
        $sum += $shapes[$i % count($shapes)]->area() - Box::unit($i);
        $kept[] = $shapes[0]->area();
        if (count($kept) > 3) {
            array_shift($kept);
        }
    }
    return $sum + array_sum($kept);
}

$shapes = [new Disc(1.5), new Box(2.0, 0.5), new Disc(0.1)];
echo areas($shapes, 300), ' ', areas(array_reverse($shapes), 300), ' ', areas([$shapes[1]], 300), "\n";
for ($i = 0; $i < 120; $i++) {
    $x = loud(1.0);
}
echo "\n$x\n";
usort($shapes, fn(Shape $a, Shape $b): int => $a->area() <=> $b->area());
echo implode(' ', array_map(fn(Shape $s): float => $s->area(), $shapes)), "\n";
--EXPECT--
111530.25[48,48.5,49,49.5,2,50,2.5,3]-1
141830.25[48,48.5,49,49.5,2,50,2.5,3]-1
1.9369081277395E+21[8,8.5,9,9.5,2,10,2.5,3]-1
2330.25[8,8.5,9,9.5,2,10,2.5,3]-1
3,999.840000 3,999.840000
-10414.25 -10434.41 -10909.5
(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)(gone)
1.5
0.03 1 6.75
