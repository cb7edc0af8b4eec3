<?php
function encode(iterable $parts): Generator
{
    foreach ($parts as $part) {
        if ($part !== '') {
            yield dechex(strlen($part)) . "\r\n$part\r\n";
        }
    }
    yield "0\r\n\r\n";
}

function decode(): Generator
{
    $buffer = '';
    $out = '';
    for (;;) {
        $line = strpos($buffer, "\r\n");
        $size = $line === false ? 0 : hexdec(substr($buffer, 0, $line));
        if ($line === false || strlen($buffer) < $line + 2 + $size + 2) {
            $buffer .= yield $out;
            $out = '';
            continue;
        }
        if ($size === 0) {
            yield $out;
            return;
        }
        $out .= substr($buffer, $line + 2, $size);
        $buffer = substr($buffer, $line + 2 + $size + 2);
    }
}

$wire = implode('', iterator_to_array(encode(['Hello', '', ', ', str_repeat('wo', 10), 'rld']), false));
echo json_encode($wire), "\n";
$decoder = decode();
$decoder->current();
foreach (str_split($wire, 7) as $piece) echo json_encode($decoder->send($piece)), "\n";
$decoder->next();
var_dump($decoder->valid());
