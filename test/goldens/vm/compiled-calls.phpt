--TEST--
Closures, methods of several classes, jump tables and arguments that may be by reference, while they are hot
--FILE--
<?php
// What is called changes, throws, is looked at and goes away while it is hot.

interface Shape
{
    public function area(float $factor): float;
}

final class Square implements Shape
{
    public function __construct(private float $side)
    {
    }

    public function area(float $factor): float
    {
        return $this->side * $this->side * $factor;
    }
}

final class Strip implements Shape
{
    public function __construct(private float $length)
    {
    }

    public function area(float $factor): float
    {
        if ($this->length > 990) {
            throw new RangeException('too long: ' . count(debug_backtrace()));
        }
        return $this->length * $factor;
    }
}

class Nothing implements Shape
{
    public function area(float $factor): float
    {
        return 0;
    }

    public function __call($name, $args)
    {
        return -1.0;
    }
}

final class Late extends Nothing
{
    public function area(float $factor): float
    {
        return -$factor;
    }
}

function areas(int $n): string
{
    $shapes = [];
    for ($i = 0; $i < $n; $i++) {
        $shapes[] = match (true) {
            $i < 400 => new Square($i % 7),
            $i % 3 === 0 => new Square($i % 5),
            $i % 3 === 1 => new Strip($i),
            $i < 900 => new Nothing(),
            default => new Late(),
        };
    }
    $sum = 0.0;
    $caught = 0;
    foreach ($shapes as $i => $shape) {
        try {
            $sum += $shape->area($i);
        } catch (RangeException $e) {
            $caught++;
            $message = $e->getMessage();
        }
    }
    return "$sum $caught " . ($message ?? '');
}

echo areas(950), "\n", areas(1200), "\n";

// Closures over values, bound to objects, static, nested, replaced at their place, freed while they run.
final class Counter
{
    private int $count = 0;

    public function adder(int $step): Closure
    {
        return function (int $n) use ($step): int {
            $this->count += $step;
            return $this->count + $n;
        };
    }

    public static function make(): static
    {
        return new static();
    }

    public function scoped(): Closure
    {
        return static fn(string $s): string => static::class . ":$s:" . self::class;
    }

    public function __destruct()
    {
        echo "counter gone at {$this->count}\n";
    }
}

function counters(): int
{
    $counter = new Counter();
    $one = $counter->adder(1);
    $ten = $counter->adder(10);
    unset($counter);
    $s = 0;
    for ($i = 0; $i < 600; $i++) {
        $add = $i % 50 === 49 ? $ten : $one;
        $s += $add($i);
    }
    return $s;
}

echo counters(), "\n";

function apply(callable $f, int $n): mixed
{
    $last = null;
    for ($i = 0; $i < $n; $i++) {
        $last = $f($i);
    }
    return $last;
}

$offset = 5;
echo apply(fn($x) => $x + $offset, 500), "\n";
echo apply(function ($x) use (&$offset) {
    return $offset += $x;
}, 500), " $offset\n";
echo apply('abs', 500), "\n";
echo apply(function ($x) {
    static $calls = 0;
    return ++$calls * $x;
}, 500), "\n";
echo apply(fn($x) => count(debug_backtrace()) + $x, 500), "\n";
echo (new Counter())->scoped()('x'), "\n";
echo apply((new Counter())->adder(2), 300), "\n";

function thrower(): string
{
    $inner = fn(int $x): int => $x === 450 ? intdiv($x, 0) : $x;
    $outer = fn(int $x) => $inner($inner($x)) + 1;
    $s = 0;
    for ($i = 0; $i < 500; $i++) {
        try {
            $s += $outer($i);
        } catch (DivisionByZeroError $e) {
            return "$s " . $e->getMessage() . ' in ' . implode(',', array_map(
                fn($t) => $t['function'] . '(' . implode(',', $t['args'] ?? []) . ')',
                $e->getTrace(),
            ));
        }
    }
    return "none";
}

echo thrower(), "\n";

// A closure that is freed by its own call.
function freed(): int
{
    $s = 0;
    for ($i = 0; $i < 300; $i++) {
        $f = function (int $x) use (&$f): int {
            $f = null;
            return $x * 2;
        };
        $s += $f($i);
        $s += (fn() => $i)();
    }
    return $s;
}

echo freed(), "\n";

// Arguments that may be by reference: elements, properties and results for functions found at run time.
final class Bag
{
    public array $items = ['a' => [1, 2, 3], 'b' => [4, 5]];

    public function total(array $list): int
    {
        $s = 0;
        foreach ($list as $v) {
            $s += $v;
        }
        return $s;
    }

    public function push(array &$list, int $v): int
    {
        $list[] = $v;
        return count($list);
    }

    public function run(int $n): int
    {
        $s = 0;
        for ($i = 0; $i < $n; $i++) {
            $s += $this->total($this->items['a']) + $this->total($this->list('b'));
            $name = $i % 100 === 99 ? 'push' : 'total';
            $s += $name === 'push' ? $this->$name($this->items['b'], $i) : $this->$name($this->items['b']);
        }
        return $s;
    }

    private function list(string $name): array
    {
        return $this->items[$name];
    }
}

$bag = new Bag();
echo $bag->run(500), ' ', json_encode($bag->items), "\n";

function numerals(array $tokens): string
{
    $out = '';
    foreach ($tokens as $token) {
        switch ($token) {
            case 'one':
                $out .= 1;
                break;
            case 'two':
                $out .= 2;
                // through
            case 'three':
                $out .= 3;
                continue 2;
            default:
                $out .= '?';
        }
        switch ($token) {
            case 1:
                $out .= 'i';
                break;
            case 2:
                $out .= 'ii';
                break;
            default:
                $out .= '-';
        }
        try {
            $out .= match ($token) {
                1, 'one' => 'A',
                2, 'two' => 'B',
                1.0 => 'C',
                null => 'D',
            };
        } catch (UnhandledMatchError $e) {
            $out .= '[' . $e->getMessage() . ']';
        }
    }
    return $out;
}

$tokens = [];
for ($i = 0; $i < 40; $i++) {
    array_push($tokens, 'one', 'two', 'three', 1, 2);
}
array_push($tokens, '1', 1.0, null, true, [], 9, 'x');
echo md5(numerals($tokens)), ' ', substr(numerals($tokens), -90), "\n";
--EXPECT--
90148973 0 
102830496 70 too long: 2
counter gone at 708
389808
504
124755 124755
499
249500
501
counter gone at 0
Counter:x:Counter
counter gone at 600
899
101475 Division by zero in intdiv(450,0),{closure}(450),{closure}(450),thrower()
134550
407990 {"a":[1,2,3],"b":[4,5,99,199,299,399,499]}
6adc0972343a5ac32b94d6cc86dd8eb7 [Unhandled match case of type array]?-[Unhandled match case 9]?-[Unhandled match case 'x']
