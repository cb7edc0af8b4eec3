<?php
// References: two names for one value. What shares and what copies.

function show(string $title, mixed ...$values): void
{
    echo $title, ': ', json_encode(count($values) === 1 ? $values[0] : $values), "\n";
}

// Arrays are values. The copy is made when one of the two is written to.
$a = [1, 2, 3];
$b = $a;
$b[] = 4;
show('copy on write', $a, $b);

// With & both names mean the same.
$c = &$a;
$c[] = 99;
show('shared', $a, $c);
unset($c); // takes the name away, not the value
show('still there', $a);

// A parameter by reference.
function push(array &$list, int $value): void
{
    $list[] = $value;
}

push($a, 100);
show('pushed', $a);

// foreach by reference writes into the array ...
foreach ($a as &$value) {
    $value *= 2;
}
show('doubled', $a);

// ... and afterwards the variable still means the last element: the classic trap.
foreach ($a as $value) {
}
show('the trap', $a);
unset($value);

// An element that is a reference stays one in a copy of the array.
$x = 1;
$first = [&$x, 2];
$second = $first;
$second[0] = 'changed through the copy';
$second[1] = 'own';
show('reference in an array', $first, $x);

// A function that returns a reference to what it holds.
class Registry
{
    private array $entries = ['debug' => false];

    public function &entry(string $name): mixed
    {
        return $this->entries[$name];
    }

    public function all(): array
    {
        return $this->entries;
    }
}

$registry = new Registry();
$debug = &$registry->entry('debug');
$debug = true;
$registry->entry('level'); // asking by reference makes the entry
show('registry', $registry->all());

// Destructuring by reference.
$pair = [1, [2, 3]];
[$one, [, &$three]] = $pair;
$one = 'not in the array';
$three = 'in the array';
show('destructured', $pair);
unset($three);

// Objects are handles: both names reach the same object without any &.
$p = new stdClass();
$q = $p;
$q->x = 1;
$r = clone $p;
$r->x = 2;
show('objects', $p, $r);

// A linked list in arrays, built through a moving reference.
$list = null;
$tail = &$list;
foreach ([1, 2, 3] as $n) {
    $tail = ['value' => $n, 'next' => null];
    $tail = &$tail['next'];
}
unset($tail);
show('list', $list);

// static and global are references too.
$total = 0;
function add(int $n): int
{
    global $total;
    static $calls = 0;
    $total += $n;
    return ++$calls;
}

add(5);
show('calls and total', add(6), $total);

// Swapping without a third variable.
[$a, $b] = ['left', 'right'];
[$a, $b] = [$b, $a];
show('swapped', $a, $b);
