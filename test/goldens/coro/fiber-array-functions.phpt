--TEST--
suspending in the callbacks of array functions
--FILE--
<?php
function drive(Fiber $f, ...$args) {
    $v = $f->start(...$args);
    $n = 0;
    while (!$f->isTerminated()) {
        echo '[', is_array($v) ? implode(',', $v) : $v, ']';
        $v = $f->resume(++$n);
    }
    echo "\n";
    return $f->getReturn();
}
$s = fn($tag) => function (...$a) use ($tag) { return Fiber::suspend("$tag:" . implode(',', array_map('strval', $a))); };
print_r(drive(new Fiber(fn() => array_map($s('map'), ['x' => 1, 'y' => 2]))));
print_r(drive(new Fiber(fn() => array_map($s('map2'), [1, 2], [3, 4, 5]))));
print_r(drive(new Fiber(fn() => array_filter(['a' => 1, 'b' => 0], $s('filter'), ARRAY_FILTER_USE_BOTH))));
print_r(drive(new Fiber(fn() => array_filter(['a' => 1, 'b' => 0], $s('key'), ARRAY_FILTER_USE_KEY))));
print_r(drive(new Fiber(fn() => array_reduce([10, 20, 30], $s('red'), 'i'))));
print_r(drive(new Fiber(function () use ($s) { $a = [[1, [2, 3]], 4]; array_walk_recursive($a, function (&$v, $k, $u) { $v = Fiber::suspend("walk $k $v $u"); }, 'U'); return json_encode($a); })));
echo "\n";
$cmp = function ($a, $b) { Fiber::suspend("$a<=>$b"); return $a <=> $b; };
print_r(drive(new Fiber(fn() => array_udiff([5, 1, 3], [3, 4], $cmp))));
print_r(drive(new Fiber(fn() => array_uintersect([5, 1, 3], [3, 1], $cmp))));
print_r(drive(new Fiber(fn() => array_diff_ukey(['a' => 1, 'b' => 2], ['b' => 3], $cmp))));
print_r(drive(new Fiber(fn() => array_udiff_uassoc(['a' => 1, 'b' => 2], ['b' => 2], $cmp, $cmp))));
foreach (['usort', 'uasort', 'uksort'] as $sort) {
    print_r(drive(new Fiber(function () use ($sort, $cmp) { $a = ['q' => 3, 'p' => 1, 'r' => 2]; $sort($a, $cmp); return $a; })));
}
--EXPECT--
[map:1][map:2]
Array
(
    [x] => 1
    [y] => 2
)
[map2:1,3][map2:2,4][map2:,5]
Array
(
    [0] => 1
    [1] => 2
    [2] => 3
)
[filter:1,a][filter:0,b]
Array
(
    [a] => 1
    [b] => 0
)
[key:a][key:b]
Array
(
    [a] => 1
    [b] => 0
)
[red:i,10][red:1,20][red:2,30]
3[walk 0 1 U][walk 0 2 U][walk 1 3 U][walk 1 4 U]
[[1,[2,3]],4]
[5<=>1][3<=>1][5<=>3][3<=>4][1<=>3][1<=>3][3<=>3][3<=>5][5<=>4]
Array
(
    [0] => 5
    [1] => 1
)
[5<=>1][3<=>1][5<=>3][3<=>1][1<=>1][1<=>3][3<=>3][3<=>5]
Array
(
    [1] => 1
    [2] => 3
)
[a<=>b][a<=>b][b<=>b]
Array
(
    [a] => 1
)
[a<=>b][a<=>b][b<=>b][2<=>2]
Array
(
    [a] => 1
)
[3<=>1][2<=>1][3<=>2]
Array
(
    [0] => 1
    [1] => 2
    [2] => 3
)
[3<=>1][2<=>1][3<=>2]
Array
(
    [p] => 1
    [r] => 2
    [q] => 3
)
[q<=>p][r<=>p][q<=>r]
Array
(
    [p] => 1
    [q] => 3
    [r] => 2
)
