<?php
// Counting words of a text.

function bench(): string
{
    $text = str_repeat('the quick brown fox jumps over the lazy dog and runs away from the bear ', 600);
    $count = [];
    foreach (explode(' ', $text) as $word) {
        if ($word === '') {
            continue;
        }
        if (!isset($count[$word])) {
            $count[$word] = 0;
        }
        $count[$word]++;
    }
    arsort($count);
    return key($count) . current($count) . count($count);
}

$start = hrtime(true);
$answer = bench();
printf("%s-first %s %.3f\n", 'word-count', $answer, (hrtime(true) - $start) / 1e6);
for ($run = 0; $run < 12; $run++) {
    bench();
}
$best = INF;
for ($run = 0; $run < 8; $run++) {
    $start = hrtime(true);
    $again = bench();
    $best = min($best, (hrtime(true) - $start) / 1e6);
    if ($again !== $answer) {
        exit("the answers differ\n");
    }
}
printf("%s %s %.3f\n", 'word-count', $answer, $best);
