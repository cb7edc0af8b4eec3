<?php
function encode(iterable $parts): Generator
{
    yield from $parts; // your code
}

function decode(): Generator
{
    yield ''; // your code
}

$wire = implode('', iterator_to_array(encode(['Hello', '', ', ', str_repeat('wo', 10), 'rld']), false));
echo json_encode($wire), "\n";
$decoder = decode();
$decoder->current();
foreach (str_split($wire, 7) as $piece) echo json_encode($decoder->send($piece)), "\n";
$decoder->next();
var_dump($decoder->valid());
