--TEST--
Values that may be undefined or numbers, moved between variables: they stay boxed.
--FILE--
<?php
// Values that may be undefined or numbers, moved between variables: they stay boxed.
function pick($k, $list) {
    if ($k > 2) {
        $r = $k / 2;
    }
    $x = $r ?? 7;
    $y = $k > 2 ? $r : -1;
    foreach ($list as $v) {
        if ($v > 1) {
            $z = $v * 0.5;
        }
        $w = $z ?? $v;
        $y += $w;
    }
    return [$x, $y, $w];
}
for ($i = 0; $i < 8; $i++) {
    echo json_encode(pick($i, [$i, 2.5, 1])), "\n";
}
--EXPECT--
[7,1.5,1.25]
[7,2.5,1.25]
[7,2.5,1.25]
[1.5,5.5,1.25]
[2,6.5,1.25]
[2.5,7.5,1.25]
[3,8.5,1.25]
[3.5,9.5,1.25]
