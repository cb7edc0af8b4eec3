--TEST--
Elements, properties and variables that are expected to go on holding what they held
--FILE--
<?php
error_reporting(E_ALL & ~E_WARNING);
// What elements and properties were seen to hold is expected to go on; when it does not, the answer is the same.

function build(int $kind, int $n): array
{
    $out = [];
    for ($i = 0; $i < $n; $i++) {
        $out[] = match ($kind) {
            0 => [$i, $i + 1],
            1 => [$i / 4, $i * 1.5],
            2 => ["$i", "x$i"],
            3 => ['a' => $i, 'b' => 2 * $i],
            4 => null,
            5 => true,
            default => [[1], [2]],
        };
    }
    return $out;
}

function total(int $kind): string
{
    $rows = build($kind, 40);
    $sum = 0;
    $text = '';
    for ($round = 0; $round < 40; $round++) {
        for ($i = 0; $i < 40; $i++) {
            $first = $rows[$i][0] ?? 'none';
            if (is_numeric($first)) {
                $sum += $rows[$i][0] * 2;
            } elseif (is_array($first)) {
                $sum += count($rows[$i][0]);
            } else {
                $text = $first;
            }
        }
    }
    return $sum . $text;
}

echo implode(' ', array_map('total', [0, 0, 1, 0, 2, 3, 4, 5, 6, 0, 1, 1])), "\n";

function flags(int $n, mixed $fill, mixed $value): string
{
    $flags = array_fill(0, $n, $fill);
    $held = [];
    for ($i = 0; $i < $n; $i++) {
        if ($i % 7 === 3) {
            $held[] = &$flags[$i];
        }
        for ($k = $i; $k < $n; $k += 3) {
            $flags[$k] = $value;
        }
        $flags[$n + $i] = $fill;
    }
    $held[] = 1;
    $held[0] = 'changed';
    return count($flags) . json_encode(array_slice($flags, 0, 6));
}

foreach ([[true, false], [true, false], [1, 2], [1.5, 2.5], ['a', 'b'], [null, 0], [[1], [2]], [0, [3]], [0, null]] as [$fill, $value]) {
    echo flags(50, $fill, $value), "\n";
}

final class Loud
{
    public function __construct(private string $name)
    {
    }

    public function __destruct()
    {
        echo "-{$this->name} ";
    }
}

function replace(array $values, int $rounds): int
{
    $a = $values;
    for ($r = 0; $r < $rounds; $r++) {
        for ($i = 0; $i < count($a); $i++) {
            $a[$i] = $r;
        }
    }
    return array_sum($a);
}

echo replace([1, 2, 3], 300), ' ', replace([new Loud('one'), 2, new Loud('two')], 300), ' ', replace(['x', null, 1.5], 300), "\n";

final class Body
{
    public float $x = 0.0;
    public mixed $tag = null;
    /** @var array<int|string, mixed> */
    public array $list = [];
}

function bodies(array $bodies, int $rounds): string
{
    $list = $bodies;
    $out = 0.0;
    for ($r = 0; $r < $rounds; $r++) {
        foreach ($list as $i => $b) {
            $b->x += 0.25;
            $b->list[$r % 3] = $i;
            $list[$i] = $b;
            $out += $list[$i]->x + $b->list[$r % 3];
            $b->tag = $b->tag === null ? $i : null;
        }
    }
    return "$out " . json_encode($list);
}

echo bodies([new Body(), new Body()], 200), "\n";
echo bodies([7 => new Body()] + [new Body()], 200), "\n";

function kinds(array $data, int $rounds): string
{
    $local = [];
    foreach ($data as $k => $v) {
        $local[$k] = [$k => $v, 'n' => 0];
    }
    $seen = '';
    for ($r = 0; $r < $rounds; $r++) {
        foreach ($data as $k => $v) {
            $local[$k]['n'] += $r % 2 === 0 ? 1 : 0.5;
            $local[$k][$k] = $v;
            $seen = gettype($local[$k][$k]) . $local[$k]['n'];
        }
    }
    return $seen;
}

echo kinds([1, 2], 99), ' ', kinds([1.5, 'a'], 99), ' ', kinds(['p' => [1], 'q' => null], 99), ' ', kinds([PHP_INT_MAX, -0.0], 99), "\n";

function missing(int $rounds): string
{
    $a = array_fill(0, 10, 1);
    $sum = 0;
    for ($r = 0; $r < $rounds; $r++) {
        $sum += $a[$r % 10];
    }
    unset($a[4]);
    return $sum . '/' . @($a[4] + 1) . '/' . $a[5];
}

echo missing(500), ' ', missing(500), ' ', missing(500), "\n";
try {
    $object = new ArrayObject([[1, 2], [3, 4]]);
    $sum = 0;
    $grids = [[[1, 2], [3, 4]], [[1.5, 2], [3, 4]], $object, ['ab', 'cd'], [null, [1]]];
    foreach ([0, 0, 0, 1, 2, 0, 3, 4] as $g) {
        $grid = $grids[$g];
        for ($i = 0; $i < 200; $i++) {
            $cell = $grid[$i % 2][1];
            $sum = is_string($cell) ? $cell : $sum + ($cell ?? 0);
            if (is_string($sum)) {
                $sum = ord($sum);
            }
        }
        echo $sum, ' ';
    }
} catch (TypeError $e) {
    echo $e->getMessage();
}
echo "\n";
--EXPECT--
62400 62400 15600 62400 62400 0none 0none 0none 1600 62400 15600 15600
100[false,false,false,"changed",false,false]
100[false,false,false,"changed",false,false]
100[2,2,2,"changed",2,2]
100[2.5,2.5,2.5,"changed",2.5,2.5]
100["b","b","b","changed","b","b"]
100[0,0,0,"changed",0,0]
100[[2],[2],[2],"changed",[2],[2]]
100[[3],[3],[3],"changed",[3],[3]]
100[null,null,null,"changed",null,null]
897 -one -two 897 897
10250 [{"x":50,"tag":null,"list":[0,0,0]},{"x":50,"tag":null,"list":[1,1,1]}]
11450 {"7":{"x":50,"tag":null,"list":[7,7,7]},"0":{"x":50,"tag":null,"list":[0,0,0]}}
integer74.5 string74.5 NULL74.5 double74.5
500/1/1 500/1/1 500/1/1
600 1200 1800 2400 3000 3600 100 100
