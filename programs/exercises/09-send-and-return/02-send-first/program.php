<?php
function g() {
    $x = yield 'a';
    echo "got $x\n";
    $y = yield 'b';
    echo "got $y\n";
    return 'result';
}
$g = g();
var_dump($g->send(1));
var_dump($g->current());
var_dump($g->send(2));
var_dump($g->valid(), $g->getReturn());
$h = g();
echo $h->current(), "\n";
$h->next();
echo $h->key(), "\n";
