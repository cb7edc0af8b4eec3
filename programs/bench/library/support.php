<?php
// Inputs of a megabyte that are the same in every engine, and a stopwatch.

/** Numbers that look random (a linear congruential generator). */
function numbers(int $count, int $below = 1000000000): array
{
    $out = [];
    $x = 12345;
    for ($i = 0; $i < $count; $i++) {
        $x = ($x * 1103515245 + 12345) & 0x7fffffff;
        $out[] = $x % $below;
    }
    return $out;
}

/** Words of one to nine letters. */
function words(int $count): array
{
    $out = [];
    foreach (numbers($count) as $n) {
        $out[] = substr(base_convert((string) $n, 10, 36), 0, 1 + $n % 9);
    }
    return $out;
}

/** A megabyte of text in lines. */
function text(): string
{
    $text = '';
    foreach (words(190000) as $i => $word) {
        $text .= $word . ($i % 11 === 10 ? ".\n" : ' ');
    }
    return $text;
}

/** Runs $work until it has taken a while; prints the name, a digest of the answer and the milliseconds of the fastest run: what other processes take does not count. */
function measure(string $name, callable $work): void
{
    $answer = $work();
    $digest = md5(is_string($answer) ? $answer : serialize($answer));
    unset($answer);
    $times = [];
    $until = hrtime(true) + 400000000;
    do {
        $started = hrtime(true);
        $work();
        $now = hrtime(true);
        $times[] = $now - $started;
    } while ($now < $until || count($times) < 5);
    echo $name, "\t", $digest, "\t", min($times) / 1e6, "\n";
}
