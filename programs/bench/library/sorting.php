<?php
// Sorting 125,000 integers, floats and words (a megabyte of each).
require __DIR__ . '/support.php';
$numbers = numbers(125000);
$floats = array_map(fn (int $n): float => $n / 7, $numbers);
$words = words(125000);
$rows = array_map(fn (int $n, string $w): array => ['n' => $n % 1000, 'w' => $w], array_slice($numbers, 0, 20000), array_slice($words, 0, 20000));

measure('sort, integers', function () use ($numbers) { sort($numbers); return $numbers; });
measure('rsort, floats', function () use ($floats) { rsort($floats); return $floats; });
measure('sort, strings', function () use ($words) { sort($words, SORT_STRING); return $words; });
measure('sort, mixed strings', function () use ($words) { sort($words); return $words; });
measure('asort', function () use ($numbers) { asort($numbers); return $numbers; });
measure('ksort', function () use ($words) { $keys = array_flip($words); ksort($keys); return $keys; });
measure('natcasesort', function () use ($words) { natcasesort($words); return $words; });
measure('array_multisort', function () use ($numbers, $words) { array_multisort($numbers, $words); return $words; });
measure('usort with <=>', function () use ($rows) { usort($rows, fn (array $a, array $b): int => $a['n'] <=> $b['n'] ?: strcmp($a['w'], $b['w'])); return $rows; });
measure('array_unique', fn () => array_unique($words));
