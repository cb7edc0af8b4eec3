<?php
function inner(string $n) { $got = yield "$n-1"; yield "$n-2 ($got)"; return "$n done"; }
function outer() {
    $a = yield from inner('x');
    echo "[$a]";
    $b = yield from ['p', 'q'];
    var_dump($b);
    return yield 'last';
}
$g = outer();
echo $g->key(), $g->current(), "\n";
echo $g->send('sent'), "\n";
for ($g->next(); $g->valid(); $g->next()) { echo $g->key(), '=>', $g->current(), "\n"; }
var_dump($g->getReturn());
