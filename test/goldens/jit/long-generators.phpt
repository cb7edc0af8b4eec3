--TEST--
Generators that run long and end seldom: the end is the interpreter's at first, what they held is let go of in its place
--FILE--
<?php
class D { public function __construct(public string $name) {} public function __destruct() { echo "gone {$this->name}\n"; } }
function numbers(int $n, ?D $d) { for ($i = 0; $i < $n; $i++) { yield $i; } return "end of $n"; }
function twice(iterable $in) { foreach ($in as $k => $x) { yield $k => 2 * $x; if ($x === 2900) { return 'early'; } } return 'late'; }
function guarded(int $n) { try { for ($i = 0; $i < $n; $i++) { yield $i => $i; } } finally { echo "finally $n\n"; } }
function throwing(int $n) { for ($i = 0; $i < $n; $i++) { yield $i; } throw new LogicException("after $n"); }
function total(iterable $in): int { $sum = 0; foreach ($in as $x) { $sum += $x; } return $sum; }
function nested(int $n): int { $sum = 0; for ($i = 0; $i < $n; $i++) { foreach (numbers(3, null) as $x) { $sum += $x + $i; } } return $sum; }
function late(int $n): string { $out = 0; $i = 0; while ($i < $n) { $i++; $out += $i; } $list = [$i, $out]; foreach ([1, 2] as $v) { $list[] = $v; } for ($j = 0; $j < $n; $j++) { $out ^= $j; } return implode(',', $list) . " $out"; }

foreach ([3000, 2500, 10, 0] as $n) {
    $g = numbers($n, new D("of $n"));
    echo total($g), ' ', $g->getReturn(), "\n";
}
foreach ([3000, 2800, 5] as $n) {
    $g = twice(numbers($n, new D("inner $n")));
    echo total($g), ' ', $g->getReturn(), "\n";
}
echo total(guarded(2000)), "\n", total(guarded(3)), "\n";
foreach ([2000, 1] as $n) {
    try {
        echo total(throwing($n)), "\n";
    } catch (LogicException $e) {
        echo $e->getMessage(), ' line ', $e->getLine(), "\n";
    }
}
echo nested(700), ' ', nested(2), "\n";
for ($i = 0; $i < 4; $i++) {
    echo late(20000), "\n";
}
$g = numbers(1500, new D('by hand'));
for ($s = 0; $g->valid(); $g->next()) {
    $s += $g->current();
}
echo $s, ' ', $g->getReturn(), "\n";
try {
    foreach ($g as $x) {
        echo "not reached\n";
    }
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
gone of 3000
4498500 end of 3000
gone of 2500
3123750 end of 2500
gone of 10
45 end of 10
gone of 0
0 end of 0
gone inner 3000
8412900 early
gone inner 2800
7837200 late
gone inner 5
20 late
finally 2000
1999000
finally 3
3
after 2000 line 6
after 1 line 6
736050 9
20000,200010000,1,2 200010000
20000,200010000,1,2 200010000
20000,200010000,1,2 200010000
20000,200010000,1,2 200010000
gone by hand
1124250 end of 1500
Cannot traverse an already closed generator
