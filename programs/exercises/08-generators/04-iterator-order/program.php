<?php
class Letters implements Iterator {
    private int $i = 0;
    function rewind(): void { echo 'r'; $this->i = 0; }
    function valid(): bool { echo 'v'; return $this->i < 2; }
    function current(): mixed { echo 'c'; return "ab"[$this->i]; }
    function key(): mixed { echo 'k'; return $this->i; }
    function next(): void { echo 'n'; $this->i++; }
}
foreach (new Letters as $x) echo "($x)";
echo "\n";
foreach (new Letters as $k => $x) { echo "($x)"; break; }
echo "\n";
[$first] = [...new Letters];
echo "\n";
