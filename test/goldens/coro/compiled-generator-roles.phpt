--TEST--
Generators that run often: foreach, methods, send, keys, pipelines, closures, methods of objects, recursion
--FILE--
<?php
function numbers(int $n): Generator { for ($i = 0; $i < $n; $i++) { yield $i; } return $n; }
function odd(iterable $in): Generator { foreach ($in as $k => $x) if ($x & 1) yield $k => $x; }
function squares(iterable $in): Generator { foreach ($in as $k => $x) yield "k$k" => $x * $x; }
function total(int $n): int { $sum = 0; foreach (squares(odd(numbers($n))) as $k => $x) { $sum += $x + strlen($k); } return $sum; }
for ($i = 0; $i < 5; $i++) echo total(200 * $i), ' ';
echo "\n";

function adder(): Generator { $sum = 0; while (true) { $got = yield $sum; if ($got === null) return $sum; $sum += $got; } }
function sends(int $n) {
    $g = adder();
    echo $g->current(), ' ';
    for ($i = 1; $i <= $n; $i++) $last = $g->send($i % 7 === 0 ? 0.5 : $i);
    echo $last, ' ';
    var_dump($g->send(null), $g->valid(), $g->getReturn());
}
sends(10); sends(500);

function byHand(Generator $g): string {
    $out = '';
    while ($g->valid()) { $out .= $g->key() . '=' . $g->current() . ','; $g->next(); }
    return $out . json_encode($g->current()) . json_encode($g->key());
}
echo byHand(numbers(3)), ' ', strlen(byHand(numbers(400))), "\n";
echo byHand((function () { yield 'a' => 1; yield 2; yield 10 => 3; yield 4; yield -5 => 5; yield 6; yield; })()), "\n";

class Tree {
    public function __construct(private ?Tree $left, public int $value, private ?Tree $right) {}
    public function walk(): Generator {
        if ($this->left !== null) foreach ($this->left->walk() as $v) yield $v;
        yield $this->value;
        if ($this->right !== null) yield from $this->right->walk();
    }
    public static function of(int $from, int $to): ?Tree {
        if ($from > $to) return null;
        $m = intdiv($from + $to, 2);
        return new Tree(self::of($from, $m - 1), $m, self::of($m + 1, $to));
    }
}
$sum = 0; $count = 0;
foreach (Tree::of(1, 300)->walk() as $v) { $sum += $v * ++$count; }
echo "$sum $count\n";

function kinds(): Generator {
    $x = 1;
    for ($i = 0; $i < 40; $i++) {
        if ($i === 10) $x = 1.5;
        if ($i === 20) $x = 'str';
        if ($i === 30) $x = [1, 2];
        if ($i === 35) unset($x);
        yield $i => isset($x) ? $x : 'unset';
    }
}
function show(): void { foreach (kinds() as $k => $v) if ($k % 5 === 0) echo $k, ':', is_array($v) ? 'array' : $v, ' '; echo "\n"; }
show(); show(); show();

function late(bool $b): Generator { for ($i = 0; $i < 3; $i++) { if ($b && $i > 0) $f = $i / 2; yield $i; echo isset($f) ? $f : 'none', ' '; } }
for ($i = 0; $i < 12; $i++) foreach (late($i % 2 === 1) as $v) echo $v, ' ';
echo "\n";

function deep(int $n, $in) { if ($n === 0) { yield from $in; return 'end'; } foreach (deep($n - 1, $in) as $v) yield $v + 1; return $n; }
foreach (deep(250, [1, 2, 3]) as $v) echo $v, ' ';
echo "\n";

$n = 0;
function counts() { global $n; for ($i = 0; $i < 5; $i++) { $n += $i; yield $n; } }
for ($r = 0; $r < 4; $r++) foreach (counts() as $v) { $n++; echo $n, ' '; }
echo "\n";

function rest(int ...$xs) { foreach ($xs as $i => $x) yield func_num_args() => $x + $i; }
function calls(): int { $t = 0; for ($i = 0; $i < 50; $i++) foreach (rest(1, 2, $i) as $k => $v) $t += $k * $v; return $t; }
echo calls(), "\n";
function fib() { [$a, $b] = [0, 1]; while (true) { yield $a; [$a, $b] = [$b, $a + $b]; } }
function until($limit) { $all = []; foreach (fib() as $i => $f) { if ($f > $limit) break; $all[] = $f; } return implode(',', $all); }
for ($i = 0; $i < 4; $i++) echo until(10 ** $i), ' ';
echo until(1e19), "\n";
echo implode(',', iterator_to_array((fn() => yield from numbers(5))())), ' ', array_sum([...numbers(100)]), "\n";
--EXPECT--
0 1333645 10667345 36001045 85334745 
0 48.5 NULL
bool(false)
float(48.5)
0 107393.5 NULL
bool(false)
float(107393.5)
0=0,1=1,2=2,nullnull 2988
a=1,0=2,10=3,11=4,-5=5,12=6,13=,nullnull
9045050 300
0:1 5:1 10:1.5 15:1.5 20:str 25:str 30:array 35:unset 
0:1 5:1 10:1.5 15:1.5 20:str 25:str 30:array 35:unset 
0:1 5:1 10:1.5 15:1.5 20:str 25:str 30:array 35:unset 
0 none 1 none 2 none 0 none 1 0.5 2 1 0 none 1 none 2 none 0 none 1 0.5 2 1 0 none 1 none 2 none 0 none 1 0.5 2 1 0 none 1 none 2 none 0 none 1 0.5 2 1 0 none 1 none 2 none 0 none 1 0.5 2 1 0 none 1 none 2 none 0 none 1 0.5 2 1 
251 252 253 
1 3 6 10 15 16 18 21 25 30 31 33 36 40 45 46 48 51 55 60 
4575
0,1,1 0,1,1,2,3,5,8 0,1,1,2,3,5,8,13,21,34,55,89 0,1,1,2,3,5,8,13,21,34,55,89,144,233,377,610,987 0,1,1,2,3,5,8,13,21,34,55,89,144,233,377,610,987,1597,2584,4181,6765,10946,17711,28657,46368,75025,121393,196418,317811,514229,832040,1346269,2178309,3524578,5702887,9227465,14930352,24157817,39088169,63245986,102334155,165580141,267914296,433494437,701408733,1134903170,1836311903,2971215073,4807526976,7778742049,12586269025,20365011074,32951280099,53316291173,86267571272,139583862445,225851433717,365435296162,591286729879,956722026041,1548008755920,2504730781961,4052739537881,6557470319842,10610209857723,17167680177565,27777890035288,44945570212853,72723460248141,117669030460994,190392490709135,308061521170129,498454011879264,806515533049393,1304969544928657,2111485077978050,3416454622906707,5527939700884757,8944394323791464,14472334024676221,23416728348467685,37889062373143906,61305790721611591,99194853094755497,160500643816367088,259695496911122585,420196140727489673,679891637638612258,1100087778366101931,1779979416004714189,2880067194370816120,4660046610375530309,7540113804746346429
0,1,2,3,4 4950
