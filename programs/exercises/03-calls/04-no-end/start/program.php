<?php
function gcd(int $a, int $b): int
{
    return $a === $b ? $a : gcd($b, $b === 0 ? $a : $a % $b);
}

echo gcd(12, 18), ' ', gcd(7, 7), ' ', gcd(100, 75), ' ', gcd(5, 0), "\n";
