<?php
// send() makes yield an expression with a value: first the generator runs to
// its first yield (if it has not yet), then the value arrives there, and it
// runs on to the next yield, whose value send() returns.

function printer(): Generator
{
    $i = 0;
    while (true) {
        echo "before\n";
        printf("receive: %s\n", yield ++$i);
        echo "after\n";
        $i++;
    }
}

$printer = printer();
printf("current1: %d\n", $printer->current());
var_dump($printer->send('hello'));
printf("current2: %d\n", $printer->current());
var_dump($printer->send('world'));

// An average that is fed number by number.
function average(): Generator
{
    $sum = $count = 0;
    $average = null;
    while (true) {
        $number = yield $average;
        $sum += $number;
        $count++;
        $average = $sum / $count;
    }
}

$average = average();
foreach ([10, 20, 45] as $number) {
    // No current() before: send() itself runs to the first yield.
    var_dump($average->send($number));
}
