<?php
// A generator runs only when somebody asks it for something.
//
// current() runs to the first yield; asking again does not move it.
// next() goes on to the next yield and returns nothing: NULL.

function numbers(): Generator
{
    $i = 0;
    while (true) {
        echo "[before yield $i]\n";
        yield $i;
        echo "[after yield $i]\n";
        $i++;
    }
}

$numbers = numbers();
echo "created: not a line of numbers() has run yet\n";

echo "current, first time\n";
var_dump($numbers->current());

echo "current, second time\n";
var_dump($numbers->current());

echo "next\n";
var_dump($numbers->next());

echo "current\n";
var_dump($numbers->current());
