<?php
class File { function __construct(public string $n) { echo "open $n\n"; } function __destruct() { echo "close {$this->n}\n"; } }
function lines() { $file = new File('a.txt'); yield 1; yield 2; yield 3; }
foreach (lines() as $line) { echo "line $line\n"; if ($line === 2) break; }
echo "behind the loop\n";
$g = lines();
$g->current();
unset($g);
echo "end\n";
