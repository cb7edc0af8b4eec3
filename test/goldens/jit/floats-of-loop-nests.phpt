--TEST--
Floats that a nest of loops writes into arrays and properties: nobody else sees it
--FILE--
<?php
final class P
{
    public $any = 1.5;

    public function __construct(public float $x, public float $y)
    {
    }

    public function __destruct()
    {
        echo "~", $this->x, "\n";
    }
}

function show(mixed ...$values): void
{
    echo json_encode($values), "\n";
}

// The rows are shared with another variable, with each other and with the literal.
function rows(int $turns): array
{
    $a = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]];
    $before = $a;
    $row = $a[1];
    $a[2] = $a[0];
    for ($t = 0; $t < $turns; $t++) {
        for ($i = 0; $i < 3; $i++) {
            for ($j = 0; $j < 3; $j++) {
                $a[$i][$j] += 0.5 * $i + $a[$j][$i];
            }
        }
        if ($t === 1) {
            $kept = $a;
            $float = $a[0][0];
            $line = $a[2];
        }
    }
    return [$a, $before, $row, $kept ?? null, $float ?? null, $line ?? null];
}

// One element is a reference, one row is; a copy shares them as long as they are.
function references(): void
{
    $x = 2.5;
    $a = [[1.0, 2.0], [3.0, 4.0]];
    $a[0][1] = &$x;
    $b = $a;
    $r = &$a[1];
    for ($t = 0; $t < 3; $t++) {
        for ($i = 0; $i < 2; $i++) {
            $a[$i][0] += 1.0;
            $a[$i][1] *= 2.0;
        }
    }
    show($a, $b, $x, $r);
}

// Lists that become hashes, elements that are not there, other kinds of values.
function kinds(array $a, bool $break): void
{
    for ($t = 0; $t < 3; $t++) {
        for ($i = 0; $i < count($a); $i++) {
            $a[$i][0] += 1.0;
            $a[$i][1] -= $t;
            if ($break && $t === 1) {
                $a[$i]['key'] = $a[$i][0];
                $a[$i][0] = $i;
                unset($a[$i][1]);
                $a[$i][1] = (string) $i;
                $break = $i < 1;
                continue 2;
            }
        }
    }
    show($a);
}

function missing(): void
{
    $a = [[1.0, 2.0], [3.0]];
    $sum = 0.0;
    for ($t = 0; $t < 2; $t++) {
        for ($i = 0; $i < 3; $i++) {
            $sum += @$a[$i][1] ?? 100.0;
            $sum += (float) @$a[$i][1];
        }
        for ($i = -1; $i < 1; $i++) {
            $a[1][0] += @$a[0][$i] ?? 0.25;
        }
    }
    show($sum, $a);
}

// A nest that is not entered, and one that a call in the middle sees.
function counted(int $n): void
{
    $a = [1.0, 2.0];
    $copy = $a;
    $all = [];
    for ($i = 0; $i < $n; $i++) {
        for ($j = 0; $j < 2; $j++) {
            $a[$j] += $i;
            $all[] = $a[$j];
            if ($j === 1) {
                $all[] = array_sum($a);
                $seen = $a;
            }
        }
    }
    show($a, $copy, $all, $seen ?? null);
}

// Properties share floats with each other, with clones, with variables and arrays.
function properties(int $turns): void
{
    $list = [new P(1.0, 2.0), new P(3.0, 4.0), new P(5.0, 6.0)];
    $list[0]->any = $list[1]->y;
    $list[2]->x = $list[1]->y;
    $clone = clone $list[1];
    $seen = [];
    for ($t = 0; $t < $turns; $t++) {
        foreach ($list as $k => $p) {
            for ($j = $k + 1; $j < 3; $j++) {
                $q = $list[$j];
                $p->x += 0.5 * $q->y;
                $q->y -= 0.25;
                $q->any += $p->x;
            }
            $seen[] = $p->y;
            if ($t === 1) {
                $p->any = $p->x;
            }
        }
        foreach ($list as $p) {
            $p->y += $p->any;
        }
        $last = $list[2]->y;
    }
    show($list, $clone, $seen, $last ?? null);
    unset($list[1]);
    foreach ($list as $p) {
        for ($i = 0; $i < 2; $i++) {
            $p->x += 1.0;
        }
        $p = new P($p->x, $p->y);
    }
    show($list, $p);
}

// What is thrown away in the middle of a nest.
function thrown(): void
{
    $kept = [];
    for ($i = 0; $i < 2; $i++) {
        $p = new P(10.0 + $i, 0.0);
        for ($j = 0; $j < 3; $j++) {
            $p->x += 1.0;
            $kept[] = $p->x;
            $p->y += $kept[$j];
        }
    }
    show($kept);
}

for ($i = 0; $i < 60; $i++) {
    ob_start();
    show(...rows($i % 7 + 1));
    references();
    kinds([[1.0, 2.0], [3.0, 4.0]], $i % 4 > 1);
    missing();
    counted($i % 5);
    properties($i % 6 + 1);
    thrown();
    $out = ob_get_clean();
    echo $i < 3 || $i > 58 ? $out : md5($out) . "\n";
}
--EXPECT--
[[[2,6,4],[10.5,10.5,8.5],[6,11.5,7]],[[1,2,3],[4,5,6],[7,8,9]],[4,5,6],null,null,null]
[[[4,20],[6,32]],[[1,20],[3,4]],20,[6,32]]
[[[4,-1],[6,1]]]
[408,[[1,2],[5.5]]]
[[1,2],[1,2],[],null]
[[{"any":4,"x":6,"y":6},{"any":4.5,"x":5.875,"y":8.25},{"any":13.375,"x":4,"y":18.875}],{"any":1.5,"x":3,"y":4},[2,3.75,5.5],18.875]
~5.875
~8
[{"0":{"any":4,"x":8,"y":6},"2":{"any":13.375,"x":6,"y":18.875}},{"any":1.5,"x":6,"y":18.875}]
~8
~3
~6
~6
~13
[[11,12,13,12,13,14]]
~14
[[[4,16.5,10],[27.5,21.5,20.5],[17,33,15]],[[1,2,3],[4,5,6],[7,8,9]],[4,5,6],[[4,16.5,10],[27.5,21.5,20.5],[17,33,15]],4,[17,33,15]]
[[[4,20],[6,32]],[[1,20],[3,4]],20,[6,32]]
[[[4,-1],[6,1]]]
[408,[[1,2],[5.5]]]
[[1,2],[1,2],[1,2,3],[1,2]]
[[{"any":19.5625,"x":19.5625,"y":25.5625},{"any":15.1875,"x":15.1875,"y":23.1875},{"any":4,"x":4,"y":22.375}],{"any":1.5,"x":3,"y":4},[2,3.75,5.5,6,8,18.375],22.375]
~15.1875
~21.5625
[{"0":{"any":19.5625,"x":21.5625,"y":25.5625},"2":{"any":4,"x":6,"y":22.375}},{"any":1.5,"x":6,"y":22.375}]
~21.5625
~3
~6
~6
~13
[[11,12,13,12,13,14]]
~14
[[[8,44,27],[72,43.5,54],[45,88,31]],[[1,2,3],[4,5,6],[7,8,9]],[4,5,6],[[4,16.5,10],[27.5,21.5,20.5],[17,33,15]],4,[17,33,15]]
[[[4,20],[6,32]],[[1,20],[3,4]],20,[6,32]]
[[{"0":1,"key":3,"1":-2},[5,2]]]
[408,[[1,2],[5.5]]]
[[2,3],[1,2],[1,2,3,2,3,5],[2,3]]
[[{"any":19.5625,"x":42.34375,"y":45.125},{"any":46.34375,"x":26.25,"y":69.28125},{"any":72.59375,"x":4,"y":94.46875}],{"any":1.5,"x":3,"y":4},[2,3.75,5.5,6,8,18.375,25.5625,22.9375,21.875],94.46875]
~26.25
~44.34375
[{"0":{"any":19.5625,"x":44.34375,"y":45.125},"2":{"any":72.59375,"x":6,"y":94.46875}},{"any":1.5,"x":6,"y":94.46875}]
~44.34375
~3
~6
~6
~13
[[11,12,13,12,13,14]]
~14
ff6739815ec07ca64b968f348fe942fd
438aa1b1b21b9ba1eb0c8f607ef351d3
a806b5edc89893e8264bfe056e770dc9
80ce58cf943ca0f26396b5ef319138c2
78af593e3f71180999c151545cabf470
3af118d832c136caef1d70df7cb04da0
0a7b7f223081115098aa2b4eb9fec466
2a52997245a82f4f7ba0ddbd3ae5b311
cf8bc439c97fff5fd166de31978603c5
eacc104ea8603d3eee45fd1aa30a2de1
52adb48e14ed71e7522ede31fd301282
3667b2937b423e85039ce6cab0f623d8
e2fcebc13063b4e62df44b439214b176
dc34e6ad0987188c3e2ae264ad4aa3ca
45ab58813eba1388dd2fddc5f8b79d0c
875008905add00ba67b0a0d264c19331
e1171e397405d8e69020760c96b27634
47ec524314d354eb0009464887540845
83dfd6f524e2ced15bd8150da66e1cd7
014b683e3b8e4da7f9caf02c5b63746f
1656dadfbe69e89ac2db2ec5feabdeab
487c9df3e02e14118ba0497759a8bf5f
2b6d372d437ba05cb4888a3218ffb8f8
bacb19f37f50e0636e30ff668c2ad26a
b878cccda874bebb320464f5325a44cf
6c7fd62f0729616130f4f170aaafa3d1
4206052518322bfea750fbf6318a0515
1ff7275e55ad7a1beba616ee24f9226f
383d80cb60b9908c034a5d5bf65e66d2
ea2d50ff575b91b6e3ed2e428585ece4
f74078daba8fc95ed414bfacb4337c87
3c00f51250b054118dedf9a9541a7e14
df330a5e690cfcb8d3c150ddddc008e3
e5badbe570a1f04f384c1b36ee9fbc2c
0b1f6a924a439e3645d45a21dab6489b
aaeb85d5871a2546b672c98fbcebec94
3b75f50a76a41f7028593c484d395769
6d27f875fd5d3aa01010c3d2c1b10b7b
95c0d68667fa71516fd8b32f0cf6c00a
abcf36e07c7236b6dd72131e06c3fc50
fbfdf3e0a33681604a0bf82ed29bced3
cc2e58f18b3d74f3a2cd1b5c78f4ebf2
6ffe051b8fe97e9ec3064f6a0b45a355
dcd0e82258ad8c97e91ac0dc5154f707
f634e33d070c6a6f49e58521cb0f202f
314a2a85c9202a0f4c66bf86871c4e8a
259f239f20f6ff47a85ab34d3744c5fa
1cc7cdff95c67d2df70c9b244b7ca97c
e42d448324a93c55587ee88300d99ff9
b38e3f0a99fa6470eb1e31c1449c4d95
6d20e4c4641f1b58cb42b8be191fe0e4
8e9f0f8feca5940a8480820305b4792a
8f913f8eafa93b47649cf9eb4d086cf9
875ae9284193208610bcd3435d12bc33
18348a9ff2d07f7c2959e6fb03a8e9a6
5cfcdbee0f0871ef3b94cbf4488cb83d
[[[16,116,72],[188.5,87.5,142.5],[118,231.5,63]],[[1,2,3],[4,5,6],[7,8,9]],[4,5,6],[[4,16.5,10],[27.5,21.5,20.5],[17,33,15]],4,[17,33,15]]
[[[4,20],[6,32]],[[1,20],[3,4]],20,[6,32]]
[[{"0":1,"key":3,"1":-2},[5,2]]]
[408,[[1,2],[5.5]]]
[[7,8],[1,2],[1,2,3,2,3,5,4,5,9,7,8,15],[7,8]]
[[{"any":19.5625,"x":1316.1796875,"y":103.8125},{"any":1014.11328125,"x":900.97265625,"y":1549.69921875},{"any":3145.09765625,"x":4,"y":4436.18359375}],{"any":1.5,"x":3,"y":4},[2,3.75,5.5,6,8,18.375,25.5625,22.9375,21.875,45.125,69.03125,93.96875,64.6875,192.109375,363.640625,84.25,535.5859375,1291.0859375],4436.18359375]
~900.97265625
~1318.1796875
[{"0":{"any":19.5625,"x":1318.1796875,"y":103.8125},"2":{"any":3145.09765625,"x":6,"y":4436.18359375}},{"any":1.5,"x":6,"y":4436.18359375}]
~1318.1796875
~3
~6
~6
~13
[[11,12,13,12,13,14]]
~14
