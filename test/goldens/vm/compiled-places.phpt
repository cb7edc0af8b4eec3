--TEST--
Elements that are taken, made, counted and unset, and casts, in hot functions
--FILE--
<?php
function destructure(array $rows): string
{
    $out = '';
    foreach ($rows as $row) {
        [$a, [, $b]] = $row;
        ['x' => $x] = $row['named'];
        $out .= "$a$b" . $x . ($a . $b) . ',';
    }
    return $out;
}

$rows = [];
for ($i = 0; $i < 300; $i++) {
    $rows[] = [$i, [$i, "s$i"], 'named' => ['x' => $i * 1.5]];
}
echo md5(destructure($rows)), "\n";
$odd = [...$rows, [1, [2], 'named' => ['x' => null]], ['text', 'ab', 'named' => 5], [[1], [1, [2]], 'named' => ['y' => 1]]];
echo substr(destructure($odd), -60), "\n";

function grid(int $n): array
{
    $g = [];
    $count = ['even' => 0];
    for ($i = 0; $i < $n; $i++) {
        $g[$i % 5][$i % 7][] = $i;
        $g['sum'][$i % 3] = ($g['sum'][$i % 3] ?? 0) + $i;
        $count[$i % 2 === 0 ? 'even' : 'odd'] ??= 0;
        $count[$i % 2 === 0 ? 'even' : 'odd']++;
        --$count['even'];
        $deep['a'][$i % 2] ??= 0;
        $deep['a'][$i % 2]++;
        if ($i % 10 === 9) {
            unset($g[$i % 5][$i % 7], $count['odd']);
        }
    }
    return [count($g, COUNT_RECURSIVE), $g['sum'], $count, $deep];
}

echo json_encode(grid(500)), "\n";
$counts = ['i' => PHP_INT_MAX - 3];
function overflow(array $c): array
{
    for ($i = 0; $i < 300; $i++) {
        $c['i']++;
        $c['f'][0] ??= 0.5;
        $c['f'][0]--;
    }
    return $c;
}
var_dump(overflow($counts));

function undefinedKeys(): void
{
    $a = ['k' => []];
    for ($i = 0; $i < 210; $i++) {
        $a['k']['n'] = $i;
        if ($i > 207) {
            $a['x']++;
            $a['y']['z']--;
            $a['s'] = 'str';
            try {
                $a['s'][0][1] = 5;
            } catch (Error $e) {
                echo get_class($e), ': ', $e->getMessage(), "\n";
            }
            [$p, $q] = [$i];
            [$r] = null;
            [$s] = 'string';
            var_dump($p, $q, $r, $s);
        }
    }
    echo json_encode($a), "\n";
}

undefinedKeys();

function casts(array $values): string
{
    $out = '';
    foreach ($values as $v) {
        $out .= (int) $v . '|' . (float) $v . '|' . (string) $v . '|' . ~(int) $v . '|' . count((array) $v) . ' ';
    }
    return $out;
}

$values = [];
for ($i = 0; $i < 250; $i++) {
    $values[] = $i;
}
echo md5(casts($values)), "\n";
echo casts([1.9, -1.9, '12abc', ' 7', '1e3', true, null, 1e30, NAN, '9223372036854775808', PHP_INT_MAX, PHP_INT_MIN, -0.0]), "\n";
set_error_handler(function (int $no, string $message): bool {
    echo "[$message]";
    return true;
});
try {
    echo casts([1, new ArrayObject([1, 2]), 2]), "\n";
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

function names(array $objects): array
{
    $n = [];
    foreach ($objects as $o) {
        $n[$o::class] = ($n[$o::class] ?? 0) + 1;
    }
    return $n;
}

$objects = array_fill(0, 260, new ArrayObject());
$objects[] = new stdClass();
var_dump(names($objects));
try {
    names([new stdClass(), 5]);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
3e55203c9a58065684088c7af79f3c6d

Warning: Undefined array key 1 in %s on line 6

Warning: Undefined array key "x" in %s on line 7

Warning: Array to string conversion in %s on line 8

Warning: Array to string conversion in %s on line 8

Warning: Array to string conversion in %s on line 8

Warning: Array to string conversion in %s on line 8
98s298,299s299448.5299s299,11,texttext,ArrayArrayArrayArray,
[443,[41583,41750,41417],{"even":-250},{"a":[250,250]}]
array(2) {
  ["i"]=>
  float(9.223372036854776E+18)
  ["f"]=>
  array(1) {
    [0]=>
    float(-299.5)
  }
}

Warning: Undefined array key "x" in %s on line 59

Warning: Undefined array key "y" in %s on line 60

Warning: Undefined array key "z" in %s on line 60
Error: Cannot use string offset as an array

Warning: Undefined array key 1 in %s on line 67
int(208)
NULL
NULL
NULL
Error: Cannot use string offset as an array

Warning: Undefined array key 1 in %s on line 67
int(209)
NULL
NULL
NULL
{"k":{"n":209},"x":2,"y":{"z":null},"s":"str"}
017fbdc4fca8249e3cf5aa8d2162afbd
1|1.9|1.9|-2|1 -1|-1.9|-1.9|0|1 12|12|12abc|-13|1 7|7| 7|-8|1 1000|1000|1e3|-1001|1 1|1|1|-2|1 0|0||-1|0 5076964154930102272|1.0E+30|1.0E+30|-5076964154930102273|1 0|NAN|NAN|-1|1 9223372036854775807|9.2233720368548E+18|9223372036854775808|-9223372036854775808|1 9223372036854775807|9.2233720368548E+18|9223372036854775807|-9223372036854775808|1 -9223372036854775808|-9.2233720368548E+18|-9223372036854775808|9223372036854775807|1 0|-0|-0|-1|1 
[Object of class ArrayObject could not be converted to int][Object of class ArrayObject could not be converted to float]Object of class ArrayObject could not be converted to string
array(2) {
  ["ArrayObject"]=>
  int(260)
  ["stdClass"]=>
  int(1)
}
Cannot use "::class" on value of type int
