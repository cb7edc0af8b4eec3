<?php
// The Mandelbrot set in text: float arithmetic and a tight loop.

const WIDTH = 72;
const HEIGHT = 24;
const LIMIT = 60;
const SHADES = ' .:-=+*#%@';

/** Steps until the point escapes, LIMIT if it does not. */
function steps(float $cx, float $cy): int
{
    $x = $y = 0.0;
    for ($n = 0; $n < LIMIT; $n++) {
        $xx = $x * $x;
        $yy = $y * $y;
        if ($xx + $yy > 4.0) {
            break;
        }
        $y = 2.0 * $x * $y + $cy;
        $x = $xx - $yy + $cx;
    }
    return $n;
}

$total = 0;
for ($row = 0; $row < HEIGHT; $row++) {
    $line = '';
    for ($column = 0; $column < WIDTH; $column++) {
        $n = steps(-2.2 + 3.2 * $column / WIDTH, -1.2 + 2.4 * $row / HEIGHT);
        $total += $n;
        $line .= SHADES[$n === LIMIT ? 9 : $n % 9];
    }
    echo rtrim($line), "\n";
}
echo "steps: $total\n";
