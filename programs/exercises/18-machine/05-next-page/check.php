<?php
function down(int $n, string $mark) {
    if ($n === 0) return $mark;
    $a = $n; $b = $n + 1; $c = [$n]; $d = $mark;
    $below = down($n - 1, $mark);
    // on the way back everything of this frame must still be there
    if ($a !== $n || $b !== $n + 1 || $c !== [$n] || $d !== $mark) return "damaged at $n";
    return helper($below);
}
function helper($x) { $y = $x; return $y; }
function outer() {
    $mine = 'still mine';
    $got = down(5000, 'bottom');
    return "$got, $mine";
}
echo outer(), "\n", outer(), "\n";
