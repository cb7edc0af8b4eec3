<?php
function statistics(): Generator
{
    yield; // your code
}

$s = statistics();
foreach ([4, 10, 1] as $x) echo json_encode($s->send($x)), "\n";
$s->send(null);
echo json_encode($s->valid() ? 'not ended' : $s->getReturn()), "\n";
