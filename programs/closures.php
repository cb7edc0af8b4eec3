<?php
// Closures: functions as values, what they remember, and whom they belong to.

echo "-- by value, by reference\n";
$count = 1;
$byValue = function () use ($count) {
    return ++$count; // its own copy, new in every call
};
$byReference = function () use (&$count) {
    return ++$count; // the variable itself
};
echo $byValue(), ' ', $byValue(), ' ', $byReference(), ' ', $byReference(), ' ', $count, "\n";

echo "-- arrow functions take what they need, by value\n";
$factor = 3;
$times = fn (int $x): int => $x * $factor;
$factor = 100;
echo implode(', ', array_map($times, [1, 2, 3])), "\n";

echo "-- a counter: a static of a closure belongs to the closure object\n";
function counter(): Closure
{
    return function (): int {
        static $n = 0;
        return ++$n;
    };
}

$first = counter();
$second = counter();
echo $first(), $first(), $first(), ' ', $second(), "\n";

echo "-- composing\n";
function compose(callable ...$functions): Closure
{
    return function (mixed $x) use ($functions): mixed {
        foreach ($functions as $function) {
            $x = $function($x);
        }
        return $x;
    };
}

$slug = compose('trim', strtolower(...), fn (string $s): string => str_replace(' ', '-', $s));
echo $slug('  Functions Are Values '), "\n";

echo "-- \$this, and lending it\n";
class Greeter
{
    public function __construct(private string $greeting)
    {
    }

    public function greeter(): Closure
    {
        return fn (string $name): string => "$this->greeting, $name!";
    }

    public function __invoke(string $name): string
    {
        return strtoupper($this->greeting) . ", $name!";
    }
}

$hello = new Greeter('Hello');
echo $hello->greeter()('world'), "\n", $hello('world'), "\n";

$peek = function (): string {
    return $this->greeting; // private, yet seen: bind gives scope and $this
};
echo Closure::bind($peek, $hello, Greeter::class)(), ' ', $peek->call(new Greeter('Bye')), "\n";

echo "-- partial application and currying\n";
$curry = fn (callable $f): Closure => fn (mixed $a): Closure => fn (mixed $b): mixed => $f($a, $b);
echo $curry(fn (int $a, int $b): int => $a ** $b)(2)(10), "\n";

echo "-- recursion through a variable\n";
$factorial = function (int $n) use (&$factorial): int {
    return $n < 2 ? 1 : $n * $factorial($n - 1);
};
echo $factorial(20), "\n";

echo "-- callables of every kind\n";
class Tools
{
    public static function double(int $x): int
    {
        return 2 * $x;
    }

    public function triple(int $x): int
    {
        return 3 * $x;
    }
}

$callables = ['abs', 'Tools::double', ['Tools', 'double'], [new Tools(), 'triple'], (new Tools())->triple(...)];
foreach ($callables as $callable) {
    echo $callable(-7), ' ';
}
echo "\n";

echo "-- named arguments and spreading\n";
function describe(string $what, string $colour = 'red', string ...$more): string
{
    $text = "$colour $what";
    foreach ($more as $key => $value) {
        $text .= " $key=$value";
    }
    return $text;
}

echo describe(colour: 'green', what: 'apple'), "\n";
echo describe(...['what' => 'car', 'size' => 'big']), "\n";
