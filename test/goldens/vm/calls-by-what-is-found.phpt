--TEST--
Methods of changing classes, closures with and without $this, foreach over objects whose last owner is the variable
--FILE--
<?php
class Shape
{
    public function __construct(protected string $name)
    {
    }
    private function secret(): string
    {
        return 'shape ' . $this->name;
    }
    public function show(): string
    {
        return $this->secret() . '/' . $this->open();
    }
    public function open(): string
    {
        return 'open ' . static::class;
    }
    public function __destruct()
    {
        echo "- $this->name\n";
    }
}
class Square extends Shape
{
    public function secret(): string
    {
        return 'square ' . $this->name;
    }
}
class Circle extends Shape
{
    public function open(): string
    {
        return 'circle ' . parent::open();
    }
    public function __call(string $name, array $arguments): string
    {
        return "$name(" . implode(',', $arguments) . ')';
    }
    public static function named(string $name): static
    {
        return new static($name);
    }
}
class Friendly extends Circle
{
    protected function hidden(): string
    {
        return 'hidden';
    }
    public function ask(Circle $other): string
    {
        return $other->hidden(1, 2);
    }
}

function shapes(int $n): array
{
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $list[] = match ($i % 4) {
            0 => new Square("s$i"),
            1 => new Circle("c$i"),
            2 => new Friendly("f$i"),
            3 => new Shape("p$i"),
        };
    }
    return $list;
}

for ($round = 0; $round < 2; $round++) {
    foreach (shapes(5) as $shape) {
        echo $shape->show(), "\n";
    }
    unset($shape);
    $kept = shapes(4);
    foreach ($kept as $i => $shape) {
        $kept[$i] = null;
        echo $i, ' ', $shape->open(), "\n";
    }
    echo "end of round\n";
    unset($shape, $kept);
}
$friend = new Friendly('friend');
foreach ([new Circle('x'), $friend, Circle::named('y')] as $other) {
    echo $friend->ask($other), ' ', $other->hidden(3), ' ', $other->named('z')->open(), "\n";
}
unset($other);
try {
    foreach ([$friend, new Square('q')] as $other) {
        echo $other->missing(), "\n";
    }
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
unset($other, $e);

class Counter
{
    private int $n = 0;
    public function adder(): Closure
    {
        return function (int $by) {
            $this->n += $by;
            return $this->n;
        };
    }
    public function statics(): array
    {
        return [static fn(int &$x) => ++$x, $this->adder(...), fn() => func_get_args(), 'strtoupper', [$this, 'adder']];
    }
}
$counter = new Counter();
$add = $counter->adder();
for ($i = 0; $i < 4; $i++) {
    echo $add($i), ' ';
}
$other = Closure::bind($add, new Counter(), Counter::class);
echo $other(10), ' ', $add(1), "\n";
$x = 5;
[$up, $make, $args, $name, $pair] = $counter->statics();
for ($i = 0; $i < 3; $i++) {
    $up($x);
    echo $x, ' ', $make()($i), ' ', implode(',', $args(1, $i)), ' ', $name('a'), ' ', $pair()(0), "\n";
}
try {
    $up(1);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
function remembers(): Closure
{
    return function () {
        static $calls = 0;
        return ++$calls;
    };
}
[$a, $b] = [remembers(), remembers()];
echo $a(), $a(), $b(), $a(), (clone $a)(), $a(), "\n";
echo "done\n";
--EXPECT--
shape s0/open Square
shape c1/circle open Circle
shape f2/circle open Friendly
shape p3/open Shape
shape s4/open Square
- s0
- c1
- f2
- p3
- s4
0 open Square
1 circle open Circle
2 circle open Friendly
3 open Shape
- s0
- c1
- f2
end of round
- p3
shape s0/open Square
shape c1/circle open Circle
shape f2/circle open Friendly
shape p3/open Shape
shape s4/open Square
- s0
- c1
- f2
- p3
- s4
0 open Square
1 circle open Circle
2 circle open Friendly
3 open Shape
- s0
- c1
- f2
end of round
- p3
hidden(1,2) hidden(3) - z
circle open Circle
hidden hidden(3) - z
circle open Friendly
hidden(1,2) hidden(3) - z
circle open Circle
- x
- y
missing()
Call to undefined method Square::missing()
- q
0 1 3 6 10 7
6 7 1,0 A 7
7 8 1,1 A 8
8 10 1,2 A 10
Counter::{closure}(): Argument #1 ($x) cannot be passed by reference
121344
done
- friend
