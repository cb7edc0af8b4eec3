--TEST--
Bytes of strings that are only compared; the least and the largest of ints; a list that grows by its next key
--FILE--
<?php
function same(string $a, string $b): string
{
    $out = '';
    for ($i = 0; $i < strlen($a); $i++) {
        $c = $a[$i];
        for ($j = 0; $j < strlen($b); $j++) {
            $out .= $c === $b[$j] ? '=' : '.';
            $out .= $b[$j] == $c ? '=' : '.';
            if ($b[$j] !== $c) {
                $out .= '!';
            }
            $out .= $c != $b[$j] ? '!' : '';
        }
        $out .= $c;
    }
    return $out;
}

/** Not always a byte. */
function mixed(string $s, mixed $other): string
{
    $out = '';
    $c = 'x';
    for ($i = 0; $i < strlen($s); $i++) {
        $out .= $s[$i] === $c ? 'y' : 'n';
        $out .= $s[$i] == $c ? 'y' : 'n';
        if ($i % 3 === 1) {
            $c = $other;
        } elseif ($i % 3 === 2) {
            $c = $s[$i - 1];
        }
    }
    return $out;
}

function by_reference(string $s): int
{
    $c = $s[0];
    $r = &$c;
    $n = 0;
    for ($i = 0; $i < strlen($s); $i++) {
        if ($s[$i] === $c) {
            $n++;
        }
        $r = $s[strlen($s) - 1 - $i];
    }
    return $n;
}

function tokens(string $s, int $from): array
{
    $counts = ['comma' => 0, 'digit' => 0, 'quote' => 0, 'empty' => 0, 'long' => 0, 'high' => 0, 'null' => 0];
    for ($i = $from; $i < strlen($s); $i++) {
        if ($s[$i] === ',') {
            $counts['comma']++;
        }
        if ('7' == $s[$i]) {
            $counts['digit']++;
        }
        if ("'" !== $s[$i]) {
            $counts['quote']++;
        }
        if ($s[$i] === '') {
            $counts['empty']++;
        }
        if ($s[$i] === 'ab' || $s[$i] == '07') {
            $counts['long']++;
        }
        if ($s[$i] === "\xe9" || $s[$i] === "\0") {
            $counts['high']++;
        }
        if ($s[$i] == null || $s[$i] === 7) {
            $counts['null']++;
        }
    }
    return $counts;
}

function at(string $s, int $i, string $c): string
{
    $d = $c[0];
    return ($s[$i] === $d ? 'same ' : 'other ') . ($s[$i] == '1' ? 'one' : 'more');
}

set_error_handler(function (int $level, string $message): bool {
    echo "[$message] ";
    return true;
});

for ($n = 0; $n < 30; $n++) {
    $line = same('kitten', 'sitting') . mixed('abcxabxa', 'abc') . by_reference('abcabc') . at('abc', $n % 3, 'b');
}
echo $line, "\n";
echo str_replace("\xff", 'HIGH', same("0 +.e\xff1", "1 .+0\xffe")), ' ', same('', 'x'), same('x', ''), "\n";
foreach (['a', 'ab', '', 0, 1, null, true, 1.0, ['a'], 'x'] as $other) {
    echo mixed('a1xab0xa', $other), ' ';
}
echo "\n", by_reference('aabbaa'), ' ', json_encode(tokens("a,7'\xe9,77\0ab07", 0)), "\n";
foreach ([0, 2, -1, -3, -4, 3, 40] as $i) {
    echo at('1b3', $i, '1z'), "\n";
}
try {
    echo at('1b3', 0, ''), "\n";
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

function extremes(int|float|string $a, int|float|string $b, int|float|string $c): string
{
    return json_encode([min($a, $b, $c), max($a, $b, $c), min($a, $b), max($c, $a)], JSON_PRESERVE_ZERO_FRACTION);
}
for ($n = 0; $n < 40; $n++) {
    $line = extremes($n, 20, -$n);
}
echo $line, ' ', extremes(PHP_INT_MAX, PHP_INT_MIN, 0), ' ', extremes(5, 5, 5), ' ', extremes(0, 0, 1.5), ' ';
echo extremes(0, -0.0, 0), ' ', extremes(1, 1.0, '1'), ' ', extremes('a', 0, 'b'), ' ', extremes(2 ** 40, -(2 ** 40), 1), "\n";

function grow(array $a, int $from, int $to, mixed $v): array
{
    for ($i = $from; $i < $to; $i++) {
        $a[$i] = $v;
    }
    $a[] = 'next';
    return $a;
}
for ($n = 0; $n < 30; $n++) {
    $grown = grow([], 0, $n, $n);
}
echo count($grown), ' ', array_key_last($grown), ' ', count(grow([], 0, 1000, 1)), "\n";
$popped = [1, 2, 3];
array_pop($popped);
$unset = [1, 2, 3];
unset($unset[2]);
foreach ([[1], [5 => 1], [-3 => 1], ['k' => 1], $popped, $unset, [1, null, [2]]] as $start) {
    echo json_encode(grow($start, 1, 4, 'v')), ' ', json_encode(grow($start, 3, 5, [$n])), ' ';
    echo implode(',', array_keys(grow($start, 6, 9, 0.5))), "\n";
}
--EXPECT--
..!!..!!..!!..!!..!!..!!..!!k..!!==..!!..!!==..!!..!!i..!!..!!====..!!..!!..!!t..!!..!!====..!!..!!..!!t..!!..!!..!!..!!..!!..!!..!!e..!!..!!..!!..!!..!!==..!!nnnnnnnnnnnnnnnyy2other more
..!!..!!..!!..!!==..!!..!!0..!!==..!!..!!..!!..!!..!! ..!!..!!..!!==..!!..!!..!!+..!!..!!==..!!..!!..!!..!!...!!..!!..!!..!!..!!..!!==e..!!..!!..!!..!!..!!==..!!HIGH==..!!..!!..!!..!!..!!..!!1 x
nnnnnnnnnnnnnnnn nnnnnnnnnnnnnnnn nnnnnnnnnnnnnnnn nnnnnnnnnnnynnnn nnnnnnnnnnnnnnnn nnnnnnnnnnnnnnnn nnnnnynnnnnnnnnn nnnnnnnnnnnnnnnn nnnnnnnnnnnnnnnn nnnnyynnnnnnnnnn 
4 {"comma":2,"digit":4,"quote":12,"empty":0,"long":4,"high":2,"null":0}
same one
other more
other more
same one
[Uninitialized string offset -4] [Uninitialized string offset -4] other more
[Uninitialized string offset 3] [Uninitialized string offset 3] other more
[Uninitialized string offset 40] [Uninitialized string offset 40] other more
[Uninitialized string offset 0] other one
[-39,39,20,39] [-9223372036854775808,9223372036854775807,-9223372036854775808,9223372036854775807] [5,5,5,5] [0,1.5,0,1.5] [0,0,0,0] [1,1,1,"1"] [0,"b",0,"b"] [-1099511627776,1099511627776,-1099511627776,1099511627776]
30 29 1001
[1,"v","v","v","next"] {"0":1,"3":[30],"4":[30],"5":"next"} 0,6,7,8,9
{"5":1,"1":"v","2":"v","3":"v","6":"next"} {"5":1,"3":[30],"4":[30],"6":"next"} 5,6,7,8,9
{"-3":1,"1":"v","2":"v","3":"v","4":"next"} {"-3":1,"3":[30],"4":[30],"5":"next"} -3,6,7,8,9
{"k":1,"1":"v","2":"v","3":"v","4":"next"} {"k":1,"3":[30],"4":[30],"5":"next"} k,6,7,8,9
[1,"v","v","v","next"] {"0":1,"1":2,"3":[30],"4":[30],"5":"next"} 0,1,6,7,8,9
[1,"v","v","v","next"] {"0":1,"1":2,"3":[30],"4":[30],"5":"next"} 0,1,6,7,8,9
[1,"v","v","v","next"] [1,null,[2],[30],[30],"next"] 0,1,2,6,7,8,9
