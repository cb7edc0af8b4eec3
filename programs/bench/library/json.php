<?php
// JSON of a megabyte.
require __DIR__ . '/support.php';
$rows = [];
foreach (numbers(9000) as $i => $n) {
    $rows[] = ['id' => $i, 'value' => $n / 8, 'name' => "name \"$n\" é\n", 'tags' => ['a', "b$i", null, true], 'at' => ['x' => $n, 'y' => []]];
}
$json = json_encode($rows);
$flat = json_encode(numbers(100000));
$text = json_encode(text());

measure('json_encode, rows', fn () => json_encode($rows));
measure('json_encode, pretty', fn () => json_encode($rows, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
measure('json_decode, arrays', fn () => json_decode($json, true));
measure('json_decode, objects', fn () => count(json_decode($json)) . '');
measure('json_decode, numbers', fn () => json_decode($flat));
measure('json_decode, one string', fn () => json_decode($text));
measure('json_encode, one string', fn () => json_encode(json_decode($text)));
