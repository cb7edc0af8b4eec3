<?php
// Classes as PHP 8.2 has them: promotion, readonly, enums, traits, abstract and
// static members, magic methods, late static binding.

interface Shape
{
    const UNIT = 'cm';

    public function area(): float;
}

trait Named
{
    private static int $count = 0;

    public function name(): string
    {
        self::$count++;
        return strtolower(static::class);
    }

    public static function asked(): int
    {
        return self::$count;
    }
}

abstract class Base implements Shape, Stringable
{
    use Named;

    public static function create(float ...$sizes): static
    {
        return new static(...$sizes); // static: the class that was called, not the one that says so
    }

    public function __toString(): string
    {
        return sprintf('%s of %.2f square %s', $this->name(), $this->area(), self::UNIT);
    }
}

final class Circle extends Base
{
    public function __construct(public readonly float $radius)
    {
    }

    public function area(): float
    {
        return M_PI * $this->radius ** 2;
    }
}

final class Rectangle extends Base
{
    public function __construct(private float $width = 1.0, private float $height = 1.0)
    {
    }

    public function area(): float
    {
        return $this->width * $this->height;
    }

    public function with(?float $width = null, ?float $height = null): self
    {
        $copy = clone $this;
        $copy->width = $width ?? $this->width;
        $copy->height = $height ?? $this->height;
        return $copy;
    }
}

echo "-- polymorphism\n";
$rectangle = Rectangle::create(2, 3);
foreach ([Circle::create(1), $rectangle, $rectangle->with(height: 10)] as $shape) {
    echo $shape, "\n";
}
echo Circle::asked(), ' and ', Rectangle::asked(), " names asked\n"; // a static of a trait belongs to the class that uses it

echo "-- readonly\n";
$circle = new Circle(2);
try {
    $circle->radius = 3.0;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

echo "-- enum\n";
enum Suit: string
{
    case Hearts = 'H';
    case Spades = 'S';

    const DEFAULT = self::Spades;

    public static function ofLetter(string $letter): self
    {
        return self::tryFrom($letter) ?? self::DEFAULT;
    }

    public function colour(): string
    {
        return match ($this) {
            self::Hearts => 'red',
            self::Spades => 'black',
        };
    }
}

foreach (['H', 'S', '?'] as $letter) {
    $suit = Suit::ofLetter($letter);
    echo "$letter: {$suit->name} is {$suit->colour()}\n";
}
var_dump(Suit::from('H') === Suit::Hearts, Suit::Hearts instanceof UnitEnum, count(Suit::cases()));

echo "-- magic methods\n";
final class Bag
{
    private array $data = [];

    public function __get(string $name): mixed
    {
        echo "get $name\n";
        return $this->data[$name] ?? null;
    }

    public function __set(string $name, mixed $value): void
    {
        echo "set $name\n";
        $this->data[$name] = $value;
    }

    public function __isset(string $name): bool
    {
        echo "isset $name\n";
        return isset($this->data[$name]);
    }

    public function __unset(string $name): void
    {
        echo "unset $name\n";
        unset($this->data[$name]);
    }

    public function __call(string $name, array $arguments): string
    {
        return $name . '(' . implode(', ', $arguments) . ')';
    }

    public static function __callStatic(string $name, array $arguments): string
    {
        return "static $name with " . count($arguments);
    }
}

$bag = new Bag();
$bag->apple = 3;
$bag->apple += 4;
var_dump(isset($bag->apple), isset($bag->pear), $bag->pear ?? 'none');
unset($bag->apple);
echo $bag->doThis(1, 'two'), "\n", Bag::doThat(), "\n";

echo "-- destructors\n";
final class Noisy
{
    public function __construct(private string $name)
    {
        echo "+{$this->name}\n";
    }

    public function __destruct()
    {
        echo "-{$this->name}\n";
    }
}

$a = new Noisy('a');
$b = $a;
unset($a);           // one holder is left: nothing happens
$b = new Noisy('b'); // first b is made, then the last holder of a goes
new Noisy('c');      // nobody holds it
(function (): void {
    $local = new Noisy('d');
    echo "in the function\n";
})();
echo "end\n";        // b goes when the script does
