<?php
// The functions of arrays on 125,000 elements (a megabyte of numbers).
require __DIR__ . '/support.php';
$numbers = numbers(125000);
$small = numbers(125000, 5000);
$words = words(125000);
$map = array_combine(range(1, count($words)), $words);
$rows = array_map(fn (int $n, string $w): array => ['id' => $n, 'name' => $w], $numbers, $words);

measure('array_map', fn () => array_map(fn (int $n): int => $n * 2 + 1, $numbers));
measure('array_filter', fn () => array_filter($numbers, fn (int $n): bool => ($n & 1) === 0));
measure('array_reduce, array_sum', fn () => array_reduce($small, fn (int $sum, int $n): int => $sum + $n, 0) . array_sum($numbers));
measure('array_merge, +', fn () => count(array_merge($numbers, $words) + $map));
measure('array_slice, array_splice', function () use ($numbers) { $part = array_slice($numbers, 1000, 100000); array_splice($part, 500, 1000, ['x', 'y']); return $part; });
measure('array_flip, array_keys, array_values', fn () => array_keys(array_flip(array_values($words))));
measure('array_column', fn () => array_column($rows, 'name', 'id'));
measure('array_combine, array_fill_keys', fn () => count(array_combine($words, $numbers)) + count(array_fill_keys($words, 1)));
measure('array_diff_key, array_intersect_key', fn () => count(array_diff_key($map, array_flip($small))) + count(array_intersect_key($map, array_flip($small))));
measure('array_diff', fn () => array_diff($words, array_slice($words, 0, 1000)));
measure('array_intersect', fn () => array_intersect($words, array_slice($words, 0, 1000)));
measure('array_reverse, array_chunk', fn () => array_chunk(array_reverse($numbers), 100));
measure('array_count_values, max, min', fn () => array_count_values($small) + ['max' => max($numbers), 'min' => min($numbers)]);
measure('in_array, array_search', function () use ($numbers) { $n = 0; for ($i = 0; $i < 100; $i++) { $n += in_array($i, $numbers, true) ? 1 : 0; $n += array_search($i * 3, $numbers) === false ? 1 : 2; } return (string) $n; });
measure('range, array_fill, array_pad', fn () => count(range(1, 125000)) + count(array_fill(0, 125000, 'x')) + count(array_pad([], 125000, 0)));
measure('foreach with keys and appending', function () use ($map) { $out = []; foreach ($map as $key => $word) { if ($key % 3 === 0) { $out[] = $word; } else { $out[$word] = $key; } } return $out; });
measure('nested arrays', function () use ($numbers) { $grid = []; foreach ($numbers as $i => $n) { $grid[$n % 100][$i % 100][] = $n; } return count($grid, COUNT_RECURSIVE) . ''; });
measure('array_walk, array_push, array_pop', function () use ($numbers) { array_walk($numbers, function (int &$n, int $key): void { $n += $key; }); for ($i = 0; $i < 20000; $i++) { array_push($numbers, $i); } for ($i = 0; $i < 10000; $i++) { array_pop($numbers); } return $numbers; });
measure('array_shift, array_unshift', function () use ($small) { $part = array_slice($small, 0, 2000); for ($i = 0; $i < 1000; $i++) { array_unshift($part, array_shift($part) + 1); } return $part; });
