<?php
function numbers() { echo "[first]"; yield 1; echo "[second]"; yield 2; echo "[third]"; yield 3; }
function doubled(iterable $xs) { foreach ($xs as $x) { echo "<"; yield $x * 2; echo ">"; } }
function take(iterable $xs, int $n) { foreach ($xs as $x) { if ($n-- === 0) return; yield $x; } }
$g = numbers();
echo "made\n";
echo $g->current(), $g->current(), "\n";
foreach (doubled(numbers()) as $x) { echo $x; if ($x === 4) break; }
echo "\n";
foreach (take(numbers(), 1) as $x) echo $x;
echo "\n";
