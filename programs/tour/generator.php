<?php
function counter($from)
{
    $got = yield $from;
    echo "got $got\n";
    yield $from + 1;
}
$g = counter(10);
echo $g->current(), "\n";
echo $g->send('hello'), "\n";
