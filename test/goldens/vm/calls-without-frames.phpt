--TEST--
Functions that are called again and again: traces, deep recursion, overflow, destructors and type errors in the middle of them
--FILE--
<?php
final class Noisy
{
    public static int $alive = 0;
    public ?Noisy $next = null;

    public function __construct(public readonly string $name)
    {
        self::$alive++;
    }

    public function __destruct()
    {
        self::$alive--;
        if ($this->name !== '') {
            echo "gone {$this->name}\n";
        }
    }

    public function chain(): static
    {
        return $this;
    }

    public function size(int $n): int
    {
        return strlen($this->name) + $n;
    }
}

function add(int $a, int $b): int
{
    return $a + $b;
}

function third(int $n): int
{
    return add($n, PHP_INT_MAX);
}

function second(int $n): int
{
    return third($n) - 1;
}

function first(int $n): int
{
    return second($n) + 1;
}

function depth(int $n): int
{
    return $n === 0 ? 0 : 1 + depth($n - 1);
}

function pick(array $list, int $i): int
{
    return $list[$i];
}

function half(int $n): int
{
    return intdiv($n, 2 - $n % 3);
}

function smallest(int $a, $b, int $c)
{
    return min($a, $b, $c);
}

function letter(string $s, int $i): string
{
    return chr(ord($s[$i]) ^ 1);
}

function make(string $name): Noisy
{
    $other = new Noisy($name === '' ? '' : "other $name");
    return new Noisy($name);
}

set_error_handler(function (int $n, string $message): bool {
    echo "warned: $message\n";
    return true;
});

function attempt(callable $f): void
{
    try {
        var_dump($f());
    } catch (Throwable $e) {
        echo get_class($e), ': ', preg_replace('/, called in.*/', '', $e->getMessage()), "\n";
        foreach ($e->getTrace() as $i => $frame) {
            if (!isset($frame['class']) && $frame['function'] !== 'attempt') {
                echo "  #$i ", $frame['function'], '(', json_encode($frame['args'] ?? []), ")\n";
            }
        }
    }
}

function warm(): int
{
    $sum = 0;
    $o = new Noisy('');
    for ($i = 0; $i < 1200; $i++) {
        $sum += add($i, 1) + pick([1, 2, 3], $i % 3) + half($i - $i % 3) + smallest($i, 5, 7);
        $sum += strlen(letter('abc', $i % 3)) + $o->chain()->size($i) + depth($i % 5);
        $o->chain();
        make('');
        $sum += second(-PHP_INT_MAX + $i) & 15;
    }
    return $sum;
}

var_dump(warm());
attempt(fn () => first(-5));
attempt(fn () => first(1));
attempt(fn () => depth(1500));
attempt(fn () => pick([1, 2], 5));
attempt(fn () => half(2));
attempt(fn () => smallest(3, 2.5, 9));
attempt(fn () => smallest(3, 'x', 9));
attempt(fn () => letter('abc', 1));
attempt(fn () => add(PHP_INT_MAX, -1));
attempt(fn () => add("12", 3.0));
attempt(fn () => add([], 1));
make('unused');
echo "--\n";
$kept = make('kept');
echo "--\n";
$kept->chain()->chain();
var_dump($kept->chain()->size(1));
$kept = null;
var_dump(Noisy::$alive);

function mix(int $x, int $c): int
{
    return ($x * 6364136223846793 + $c) & 0xffffffff;
}
for ($i = 0, $h = 1; $i < 2000; $i++) {
    $h = mix($h % 1000, $i);
}
var_dump($h, mix(-3, 5), mix(1000, -7));
--EXPECT--
int(1819785)
int(9223372036854775802)
TypeError: add(): Return value must be of type int, float returned
  #0 add([1,9223372036854775807])
  #1 third([1])
  #2 second([1])
  #3 first([1])
  #4 {closure}([])
int(1500)
warned: Undefined array key 5
TypeError: pick(): Return value must be of type int, null returned
  #0 pick([[1,2],5])
  #1 {closure}([])
DivisionByZeroError: Division by zero
  #0 intdiv([2,0])
  #1 half([2])
  #2 {closure}([])
float(2.5)
int(3)
string(1) "c"
int(9223372036854775806)
int(15)
TypeError: add(): Argument #1 ($a) must be of type int, array given
  #0 add([[],1])
  #1 {closure}([])
gone unused
gone other unused
--
gone other kept
--
int(5)
gone kept
int(0)
int(3975463617)
int(859433834)
int(1284865825)
