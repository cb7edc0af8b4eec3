<?php
class D { function __construct(public string $n) {} function __destruct() { echo "-{$this->n}\n"; } }
function maybe($v) { return $v; }
echo $nothing ?? 'default', "\n";
$a = ['x' => 1, 'null' => null];
echo $a['x'] ?? 'no x', ' ', $a['y'] ?? 'no y', ' ', $a['null'] ?? 'null counts as missing', "\n";
echo maybe(0) ?? 'zero is something', ' ', maybe('') ?? 'so is the empty string', "|\n";
echo maybe(null) ?? maybe(null) ?? 'third', "\n";
$d = maybe(new D('kept')) ?? new D('never made');
echo $d->n, "\n";
$d = maybe(null) ?? new D('second');
echo $d->n, "\n";
