<?php
function writes($n) { return ($n + 1) * ($n + 2) + ($n + 3) * ($n + 4) - ($n + 5) * ($n + 6); }
function reads($p) { var_dump(isset($x), isset($y), isset($z)); $x[] = $p; return $x; }
writes(1);
echo json_encode(reads('first')), "\n";
function defaults($a, $b = 'b', ...$rest) { $local ??= 'new'; return "$a $b " . count($rest) . " $local"; }
writes(2);
echo defaults(1), "\n", defaults(1, 2, 3, 4), "\n";
