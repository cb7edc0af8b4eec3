<?php
use Lua\Coroutine;
$co = Coroutine::create(function ($a, $b) {
    echo "began with $a $b\n";
    $c = Coroutine::yield($a + $b);
    echo "got $c, ", Coroutine::status(Coroutine::running()[0]), "\n";
    [$x, $y] = Coroutine::yield();
    return [$x * $y, 'end'];
});
echo Coroutine::status($co), "\n";
echo json_encode(Coroutine::resume($co, 1, 10)), "\n";
echo json_encode(Coroutine::resume($co, 'c')), "\n";
echo json_encode(Coroutine::resume($co, 6, 7)), "\n";
echo Coroutine::status($co), "\n";
echo json_encode(Coroutine::resume($co)), "\n";
