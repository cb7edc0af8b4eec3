<?php
function depth(array $tree): int
{
    return $tree === [] ? 0 : 1 + depth($tree['child']);
}

$tree = [];
for ($i = 0; $i < 20000; $i++) {
    $tree = ['child' => $tree];
}
echo depth([]), ' ', depth(['child' => []]), ' ', depth($tree), "\n";
