<?php
class D { function __construct(public string $n) {} function __destruct() { echo "-{$this->n}\n"; } }
function make(string $n): D { $d = new D($n); return $d; }
function twice(array $list): array { return array_map(fn ($x) => $x * 2, $list); }
make('unused');
echo "after the call\n";
$d = make('stored');
echo $d->n, ' ', make('temporary')->n, "\n";
echo implode(',', twice(twice([1, 2]))), "\n";
function deep(int $n): array { return $n === 0 ? [] : [deep($n - 1)]; }
echo json_encode(deep(4)), "\n";
