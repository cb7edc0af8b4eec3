<?php
function statistics(): Generator
{
    $all = [];
    $x = yield;
    while ($x !== null) {
        $all[] = $x;
        $x = yield [count($all), array_sum($all) / count($all), max($all)];
    }
    sort($all);
    return $all;
}

$s = statistics();
foreach ([4, 10, 1] as $x) echo json_encode($s->send($x)), "\n";
$s->send(null);
echo json_encode($s->valid() ? 'not ended' : $s->getReturn()), "\n";
