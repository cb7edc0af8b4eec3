--TEST--
Lists whose elements are read and written in compiled code: holes, nulls and other kinds that come later
--FILE--
<?php
set_error_handler(function (int $n, string $m): bool {
    echo "[$m]";
    return true;
});

function show(mixed ...$values): void
{
    echo json_encode($values), "\n";
}

function sum(array $a, int $n): float
{
    $s = 0.0;
    for ($i = 0; $i < $n; $i++) {
        $s += $a[$i];
    }
    return $s;
}

function last(array $a, int $i): mixed
{
    return $a[$i];
}

function table(array $rows, int $i, int $j): mixed
{
    return $rows[$i][$j] + $rows[$j][$i];
}

function bump(array $a, int $i): array
{
    $a[$i] += 1.5;
    $a[$i + 1] *= 2.0;
    return $a;
}

function steps(array $a, int $hole, mixed $filler): array
{
    $seen = [];
    for ($t = 0; $t < 3; $t++) {
        for ($i = 0; $i < 4; $i++) {
            $a[$i] += 0.5;
            $seen[] = $a[$i];
        }
        if ($t === 1) {
            unset($a[$hole]);
            if ($filler !== false) {
                $a[$hole] = $filler;
            }
        }
    }
    return [$a, $seen];
}

function attempt(callable $f, mixed ...$args): void
{
    try {
        show($f(...$args));
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

$full = [1.5, 2.5, 3.5, 4.5];
$hole = $full;
unset($hole[1]);
$short = $full;
unset($short[3]);
$refilled = $hole;
$refilled[1] = 9.5;
$null = [1.5, null, 3.5, 4.5];
$r = 0.25;
$ref = [1.5, &$r, 2.5, 3.5];
$lists = [$full, $hole, $short, $refilled, $null, $ref, [], [1, 2, 3, 4], ['a' => 1.5, 1 => 2.5], [1.5, '2', 3.5, true], [2 => 1.5]];
for ($n = 0; $n < 60; $n++) {
    ob_start();
    attempt('sum', $full, 4);
    attempt('last', $full, $n % 4);
    attempt('table', [$full, $full, $refilled], $n % 3, 2);
    attempt('bump', $full, $n % 3);
    attempt('steps', $full, 3, false);
    if ($n % 3 === 2) {
        $list = $lists[intdiv($n, 3) % count($lists)];
        attempt('sum', $list, 4);
        attempt('last', $list, 1);
        attempt('last', $list, -1);
        attempt('table', [$full, $list], 0, 1);
        attempt('table', [$list, $list], 1, 1);
        attempt('bump', $list, $n % 3);
        attempt('bump', $list, 0);
        attempt('steps', $list, 1, false);
        attempt('steps', $full, $n % 4, [null, 2.5, 3, '4', false, []][$n % 6]);
    }
    $out = ob_get_clean();
    echo $n < 36 && $n % 3 === 2 ? $out : md5($out) . "\n";
}
--EXPECT--
c5300977c8c49f292271043915b13ba9
84c5cb4b6fc2398ea94e949cb1d30692
[12]
[3.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[12]
[2.5]
[Undefined array key -1][null]
[4]
[5]
[[1.5,2.5,5,9]]
[[3,5,3.5,4.5]]
[Undefined array key 1][[{"0":3,"2":5,"3":6,"1":0.5},[2,3,4,5,2.5,3.5,4.5,5.5,3,0.5,5,6]]]
[[{"0":3,"1":4,"3":6,"2":3.5},[2,3,4,5,2.5,3.5,4.5,5.5,3,4,3.5,6]]]
e18a923d2901f31a6441e39080793291
46c77cf9b58939f4809728094c16dd45
[12]
[2.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[Undefined array key 1][9.5]
[Undefined array key 1][null]
[Undefined array key -1][null]
[4]
[Undefined array key 1][Undefined array key 1][0]
[{"0":1.5,"2":5,"3":9}]
[Undefined array key 1][{"0":3,"2":3.5,"3":4.5,"1":0}]
[Undefined array key 1][Undefined array key 1][[{"0":3,"2":5,"3":6,"1":0.5},[2,0.5,4,5,2.5,1,4.5,5.5,3,0.5,5,6]]]
TypeError: Unsupported operand types: array + float
f1bd34e215e09a5dddbd2bcb6bf0463b
7982bdadc23d10acd859dd0a9d5bc86d
[12]
[1.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[Undefined array key 3][7.5]
[2.5]
[Undefined array key -1][null]
[4]
[5]
[Undefined array key 3][[1.5,2.5,5,0]]
[[3,5,3.5]]
[Undefined array key 3][Undefined array key 1][[{"0":3,"2":5,"3":1.5,"1":0.5},[2,3,4,0.5,2.5,3.5,4.5,1,3,0.5,5,1.5]]]
[[{"1":4,"2":5,"3":6,"0":3.5},[2,3,4,5,2.5,3.5,4.5,5.5,3.5,4,5,6]]]
872dcdbe4d264aa134c4518e733beca0
482ef831864f971ceadd49eafc142f48
[12]
[4.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[19]
[9.5]
[Undefined array key -1][null]
[4]
[19]
[{"0":1.5,"2":5,"3":9,"1":9.5}]
[{"0":3,"2":3.5,"3":4.5,"1":19}]
[Undefined array key 1][[{"0":3,"2":5,"3":6,"1":0.5},[2,10,4,5,2.5,10.5,4.5,5.5,3,0.5,5,6]]]
TypeError: Unsupported operand types: array + float
c5300977c8c49f292271043915b13ba9
84c5cb4b6fc2398ea94e949cb1d30692
[12]
[3.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[9.5]
[null]
[Undefined array key -1][null]
[4]
[0]
[[1.5,null,5,9]]
[[3,0,3.5,4.5]]
[Undefined array key 1][[{"0":3,"2":5,"3":6,"1":0.5},[2,0.5,4,5,2.5,1,4.5,5.5,3,0.5,5,6]]]
[[{"0":3,"1":4,"3":6,"2":3.5},[2,3,4,5,2.5,3.5,4.5,5.5,3,4,3.5,6]]]
e18a923d2901f31a6441e39080793291
46c77cf9b58939f4809728094c16dd45
[12]
[2.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[7.75]
[0.25]
[Undefined array key -1][null]
[4]
[0.5]
[[1.5,0.25,4,7]]
[[3,0.5,2.5,3.5]]
[Undefined array key 1][[{"0":3,"2":4,"3":5,"1":0.5},[2,1,3,4,2.5,1.5,3.5,4.5,3,0.5,4,5]]]
TypeError: Unsupported operand types: array + float
f1bd34e215e09a5dddbd2bcb6bf0463b
7982bdadc23d10acd859dd0a9d5bc86d
[12]
[1.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[Undefined array key 0][Undefined array key 1][Undefined array key 2][Undefined array key 3][0]
[Undefined array key 1][null]
[Undefined array key -1][null]
[Undefined array key 0][2.5]
[Undefined array key 1][Undefined array key 1][0]
[Undefined array key 2][Undefined array key 3][{"2":1.5,"3":0}]
[Undefined array key 0][Undefined array key 1][[1.5,0]]
[Undefined array key 0][Undefined array key 1][Undefined array key 2][Undefined array key 3][Undefined array key 1][[{"0":1.5,"2":1.5,"3":1.5,"1":0.5},[0.5,0.5,0.5,0.5,1,1,1,1,1.5,0.5,1.5,1.5]]]
[[{"1":4,"2":5,"3":6,"0":3.5},[2,3,4,5,2.5,3.5,4.5,5.5,3.5,4,5,6]]]
872dcdbe4d264aa134c4518e733beca0
482ef831864f971ceadd49eafc142f48
[12]
[4.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[10]
[2]
[Undefined array key -1][null]
[3.5]
[4]
[[1,2,4.5,8]]
[[2.5,4,3,4]]
[Undefined array key 1][[{"0":2.5,"2":4.5,"3":5.5,"1":0.5},[1.5,2.5,3.5,4.5,2,3,4,5,2.5,0.5,4.5,5.5]]]
TypeError: Unsupported operand types: array + float
c5300977c8c49f292271043915b13ba9
84c5cb4b6fc2398ea94e949cb1d30692
[12]
[3.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[Undefined array key 0][Undefined array key 2][Undefined array key 3][2.5]
[2.5]
[Undefined array key -1][null]
[Undefined array key 0][2.5]
[5]
[Undefined array key 2][Undefined array key 3][{"a":1.5,"1":2.5,"2":1.5,"3":0}]
[Undefined array key 0][{"a":1.5,"1":5,"0":1.5}]
[Undefined array key 0][Undefined array key 2][Undefined array key 3][Undefined array key 1][[{"a":1.5,"0":1.5,"2":1.5,"3":1.5,"1":0.5},[0.5,3,0.5,0.5,1,3.5,1,1,1.5,0.5,1.5,1.5]]]
[[{"0":3,"1":4,"3":6,"2":3.5},[2,3,4,5,2.5,3.5,4.5,5.5,3,4,3.5,6]]]
e18a923d2901f31a6441e39080793291
46c77cf9b58939f4809728094c16dd45
[12]
[2.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[8]
["2"]
[Undefined array key -1][null]
[4]
[4]
[[1.5,"2",5,2]]
[[3,4,3.5,true]]
[Undefined array key 1][[{"0":3,"2":5,"3":2.5,"1":0.5},[2,2.5,4,1.5,2.5,3,4.5,2,3,0.5,5,2.5]]]
TypeError: Unsupported operand types: array + float
f1bd34e215e09a5dddbd2bcb6bf0463b
7982bdadc23d10acd859dd0a9d5bc86d
[12]
[1.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[Undefined array key 0][Undefined array key 1][Undefined array key 3][1.5]
[Undefined array key 1][null]
[Undefined array key -1][null]
[Undefined array key 0][2.5]
[Undefined array key 1][Undefined array key 1][0]
[Undefined array key 3][{"2":3,"3":0}]
[Undefined array key 0][Undefined array key 1][{"2":1.5,"0":1.5,"1":0}]
[Undefined array key 0][Undefined array key 1][Undefined array key 3][Undefined array key 1][[{"2":3,"0":1.5,"3":1.5,"1":0.5},[0.5,0.5,2,0.5,1,1,2.5,1,1.5,0.5,3,1.5]]]
[[{"1":4,"2":5,"3":6,"0":3.5},[2,3,4,5,2.5,3.5,4.5,5.5,3.5,4,5,6]]]
872dcdbe4d264aa134c4518e733beca0
482ef831864f971ceadd49eafc142f48
[12]
[4.5]
[7]
[[1.5,2.5,5,9]]
[Undefined array key 3][[[3,4,5,0.5],[2,3,4,5,2.5,3.5,4.5,5.5,3,4,5,0.5]]]
[12]
[2.5]
[Undefined array key -1][null]
[4]
[5]
[[1.5,2.5,5,9]]
[[3,5,3.5,4.5]]
[Undefined array key 1][[{"0":3,"2":5,"3":6,"1":0.5},[2,3,4,5,2.5,3.5,4.5,5.5,3,0.5,5,6]]]
TypeError: Unsupported operand types: array + float
c5300977c8c49f292271043915b13ba9
84c5cb4b6fc2398ea94e949cb1d30692
5095aa96146d1cb328bbbb212783a1a0
e18a923d2901f31a6441e39080793291
46c77cf9b58939f4809728094c16dd45
37d0133c75599ca9a81badf74a6d52cf
f1bd34e215e09a5dddbd2bcb6bf0463b
7982bdadc23d10acd859dd0a9d5bc86d
92c771d65a5b8db633506c5bd1f19181
872dcdbe4d264aa134c4518e733beca0
482ef831864f971ceadd49eafc142f48
7567cd6e463e79b775d17b545c54809d
c5300977c8c49f292271043915b13ba9
84c5cb4b6fc2398ea94e949cb1d30692
d2d564ec09587e61571c41316efbf666
e18a923d2901f31a6441e39080793291
46c77cf9b58939f4809728094c16dd45
a48f6dd62829761e2ec2115c6488da55
f1bd34e215e09a5dddbd2bcb6bf0463b
7982bdadc23d10acd859dd0a9d5bc86d
1f679f2be830354e64c7d4b9a028f2ea
872dcdbe4d264aa134c4518e733beca0
482ef831864f971ceadd49eafc142f48
5ef7ff6400b0e9f17b0a637562825f2e
