<?php
$fiber = new Fiber(function ($a) {
    $b = Fiber::suspend($a + 1);
    $c = Fiber::suspend(['got', $b]);
    return "returned $c";
});
echo $fiber->start(1), "\n";
echo json_encode($fiber->resume('b')), "\n";
var_dump($fiber->resume('c'));
echo $fiber->getReturn(), "\n";
$f = new Fiber(function () { Fiber::suspend(new ArrayObject([1, 2])); });
echo count($f->start()), "\n";
$f->resume();
