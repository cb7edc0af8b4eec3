--TEST--
Callbacks of builtins that are compiled, leave their code, throw, suspend and see their callers
--FILE--
<?php
set_error_handler(function ($no, $message) {
    echo '[', substr($message, 0, 30), ']';
    return true;
});
final class Noisy
{
    public function __construct(private string $name)
    {
    }
    public function __destruct()
    {
        echo "~{$this->name} ";
    }
    public function less(int $a, int $b): int
    {
        return $a <=> $b;
    }
    public static function more($a, $b)
    {
        return $b <=> $a;
    }
}

function numbers(int $n): array
{
    $x = 7;
    $out = [];
    for ($i = 0; $i < $n; $i++) {
        $x = ($x * 1103515245 + 12345) & 0x7fffffff;
        $out[] = $x % 1000;
    }
    return $out;
}

function sorted(callable $by, int $n): string
{
    $a = numbers($n);
    usort($a, $by);
    return md5(implode(',', $a));
}

foreach ([3, 5, 17, 60, 1500] as $n) {
    $plain = numbers($n);
    sort($plain);
    $want = md5(implode(',', $plain));
    for ($i = 0; $i < 4; $i++) {
        $all = [
            sorted(fn($a, $b) => $a <=> $b, $n),
            sorted(fn(int $a, int $b): int => $a - $b, $n),
            sorted(fn($a, $b) => ($a - $b) / 2, $n),
            sorted(fn($a, $b) => $a > $b, $n),
            sorted([new Noisy("m$i"), 'less'], $n),
            sorted(fn($a, $b) => strcmp(sprintf('%04d', $a), sprintf('%04d', $b)), $n),
        ];
        echo count(array_filter($all, fn($x) => $x === $want)), ' ';
    }
    echo sorted('Noisy::more', $n) === md5(implode(',', array_reverse($plain))) ? "ok\n" : "bad\n";
}

// what leaves in the middle: other types, references, warnings, exceptions
$mixed = [5, '3', 2.5, null, 'x', 10, true, 'abc', 7];
for ($i = 0; $i < 3; $i++) {
    $m = $mixed;
    usort($m, fn($a, $b) => $a <=> $b);
    echo json_encode($m), "\n";
}
function trouble(int $limit): void
{
    $calls = 0;
    $a = numbers(400);
    try {
        usort($a, function ($x, $y) use (&$calls, $limit) {
            if (++$calls === $limit) {
                throw new RuntimeException("at $calls");
            }
            return $x <=> $y;
        });
        echo "sorted after $calls\n";
    } catch (RuntimeException $e) {
        $t = $e->getTrace();
        echo $e->getMessage(), ' ', $t[1]['function'], ' ', count($t), ' ', count($a), "\n";
    }
}
foreach ([1, 100, 1000, 100000] as $limit) {
    trouble($limit);
}

// keys, equal elements, and what the callback sees of the array
function byLength(array $words): array
{
    uasort($words, fn(string $a, string $b) => strlen($a) <=> strlen($b));
    return $words;
}
for ($i = 0; $i < 60; $i++) {
    $w = byLength(['ccc', 'a', 'bb', 'b', 'aaa', 'cc', '']);
}
echo json_encode($w), "\n";
$keys = ['b' => 1, 'a' => 2, 10 => 3, 9 => 4, 'c' => 5];
uksort($keys, fn($a, $b) => strcmp((string) $a, (string) $b));
echo json_encode($keys), "\n";

function maps(int $n): string
{
    $list = range(1, $n);
    $a = array_map(fn($x) => $x * 2, $list);
    $b = array_filter($a, fn($x) => $x % 3 === 0);
    $c = array_filter($list, fn($v, $k) => ($v + $k) % 5 === 1, ARRAY_FILTER_USE_BOTH);
    $d = array_filter(['a' => 1, 'b' => 2, 'ab' => 3], fn($k) => strlen($k) === 1, ARRAY_FILTER_USE_KEY);
    $e = array_reduce($b, fn($carry, $x) => $carry + $x, 0);
    $f = array_map(fn($x, $y) => "$x-$y", [1, 2], ['p', 'q', 'r']);
    $g = array_map('strtoupper', ['a' => 'x', 'b' => 'y']);
    array_walk($g, function (&$v, $k, $more) {
        $v = "$k$v$more";
    }, '!');
    $h = preg_replace_callback('/\d+/', fn($m) => $m[0] + 1, 'a1b22c333');
    $i = call_user_func(fn($x, $y) => $x . $y, 'le', 'ft');
    $j = call_user_func_array('max', [3, 9, 4]);
    $k = array_udiff([1, 5, 3, 8], [3, 4, 5], fn($x, $y) => $x <=> $y);
    return json_encode([array_sum($a), count($b), array_sum($c), $d, $e, $f, $g, $h, $i, $j, $k]);
}
for ($i = 0; $i < 70; $i++) {
    $all = maps(20);
}
echo $all, "\n";

// a callback that suspends, and one that is a coroutine's
$fiber = new Fiber(function () {
    $a = [3, 1, 2];
    usort($a, function ($x, $y) {
        Fiber::suspend("$x?$y");
        return $x <=> $y;
    });
    return $a;
});
for ($at = $fiber->start(); !$fiber->isTerminated(); $at = $fiber->resume()) {
    echo $at, ' ';
}
echo json_encode($fiber->getReturn()), "\n";

// warnings and destructors inside
function noisyMap(int $n): int
{
    $r = array_map(function ($i) {
        $o = new Noisy("n$i");
        return $i % 4 === 3 ? $undefined : $i;
    }, range(1, $n));
    return count($r);
}
echo noisyMap(9), "\n";
echo noisyMap(2), "\n";
function nested(int $n): int
{
    return array_sum(array_map(fn($x) => array_sum(array_map(fn($y) => $x * $y, range(1, $n))), range(1, $n)));
}
for ($i = 0; $i < 30; $i++) {
    $t = nested(8);
}
echo $t, "\n";
function deep(int $n): int
{
    return $n === 0 ? 0 : 1 + array_sum(array_map('deep', [$n - 1]));
}
echo deep(2000), "\n";
function generated(array $xs): array
{
    return array_map(function ($x) {
        yield $x;
        yield $x + 1;
    }, $xs);
}
foreach (generated([1, 10]) as $g) {
    echo implode(',', iterator_to_array($g)), ' ';
}
echo "\n";
echo implode(',', array_map(fn() => count(debug_backtrace()), [1, 2, 3])), "\n";
--EXPECT--
[usort(): Returning bool from c]~m0 6 [usort(): Returning bool from c]~m1 6 [usort(): Returning bool from c]~m2 6 [usort(): Returning bool from c]~m3 6 ok
[usort(): Returning bool from c]~m0 6 [usort(): Returning bool from c]~m1 6 [usort(): Returning bool from c]~m2 6 [usort(): Returning bool from c]~m3 6 ok
[usort(): Returning bool from c]~m0 6 [usort(): Returning bool from c]~m1 6 [usort(): Returning bool from c]~m2 6 [usort(): Returning bool from c]~m3 6 ok
[usort(): Returning bool from c]~m0 5 [usort(): Returning bool from c]~m1 5 [usort(): Returning bool from c]~m2 5 [usort(): Returning bool from c]~m3 5 ok
[usort(): Returning bool from c]~m0 5 [usort(): Returning bool from c]~m1 5 [usort(): Returning bool from c]~m2 5 [usort(): Returning bool from c]~m3 5 ok
[null,2.5,"3",5,7,10,"x",true,"abc"]
[null,2.5,"3",5,7,10,"x",true,"abc"]
[null,2.5,"3",5,7,10,"x",true,"abc"]
at 1 usort 3 400
at 100 usort 3 400
at 1000 usort 3 400
sorted after 3342
{"6":"","1":"a","3":"b","2":"bb","5":"cc","0":"ccc","4":"aaa"}
{"10":3,"9":4,"a":2,"b":1,"c":5}
[420,6,34,{"a":1,"b":2},126,["1-p","2-q","-r"],{"a":"aX!","b":"bY!"},"a2b23c334","left",9,{"0":1,"3":8}]
3?1 2?1 3?2 [1,2,3]
~n1 ~n2 [Undefined variable $undefined]~n3 ~n4 ~n5 ~n6 [Undefined variable $undefined]~n7 ~n8 ~n9 9
~n1 ~n2 2
1296
2000
1,2 10,11 
2,2,2
