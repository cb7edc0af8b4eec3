<?php
function gcd(int $a, int $b): int
{
    return $b === 0 ? $a : gcd($b, $a % $b);
}

echo gcd(12, 18), ' ', gcd(7, 7), ' ', gcd(100, 75), ' ', gcd(5, 0), "\n";
