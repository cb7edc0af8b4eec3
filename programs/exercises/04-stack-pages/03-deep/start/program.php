<?php
function depth(array $tree): int
{
    return 0; // your code
}

$tree = [];
for ($i = 0; $i < 20000; $i++) {
    $tree = ['child' => $tree];
}
echo depth([]), ' ', depth(['child' => []]), ' ', depth($tree), "\n";
