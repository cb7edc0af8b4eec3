<?php
require __DIR__ . '/support/autoload.php';
files('iter/src/iter.func.php', 'iter/src/iter.php', 'iter/src/iter.rewindable.php');

use function iter\{any, all, apply, chain, chunk, chunkWithKeys, count, drop, dropWhile, enumerate, filter, flatMap, flatten, flip, fromPairs, isEmpty, isIterable, join, keys, map, mapKeys, mapWithKeys, product, range, recurse, reduce, reductions, reindex, repeat, search, slice, split, take, takeWhile, tap, toArray, toArrayWithKeys, toIter, toPairs, values, zip, zipKeyValue};
use function iter\func\{attribute, index, method, nested_index, not, operator, property};

function pairs(iterable $items): string
{
    $text = [];
    foreach ($items as $key => $value) {
        $text[] = (is_scalar($key) || $key === null ? var_export($key, true) : var_export_short($key)) . ' => ' . var_export_short($value);
    }
    return '{' . implode(', ', $text) . '}';
}

title('range');
foreach ([[0, 5], [5, 0], [0, 10, 3], [1.0, 2.0, 0.25], [0, PHP_INT_MAX - 1, PHP_INT_MAX >> 2], [3, 3], [10, 0, -4], ['a' => 0, 'b' => 3]] as $arguments) {
    $arguments = array_values($arguments);
    show(json_encode($arguments), fn () => pairs(range(...$arguments)));
}
show('bad step', fn () => toArray(range(0, 10, -1)));
show('bad step down', fn () => toArray(range(10, 0, 1)));
show('zero step', fn () => toArray(range(0, 10, 0)));
title('mapping');
echo pairs(map(operator('*', 2), range(1, 5))), "\n";
echo pairs(map(fn ($x) => $x ** 3, ['a' => 1, 'b' => 2])), "\n";
echo pairs(mapKeys('strtoupper', ['a' => 1, 'b' => 2])), "\n";
echo pairs(mapWithKeys(fn ($v, $k) => "$k=$v", ['a' => 1, 'b' => 2])), "\n";
echo pairs(flatMap(fn ($x) => [-$x, $x], [1, 2, 3])), "\n";
echo pairs(reindex(index('id'), [['id' => 42, 'n' => 'a'], ['id' => 7, 'n' => 'b']])), "\n";
apply(function ($x) { echo "<$x>"; }, range(1, 3));
echo "\n";
title('choosing');
echo pairs(filter(operator('>', 2), range(0, 4))), "\n";
echo pairs(filter(not(operator('>', 2)), range(0, 4))), "\n";
echo pairs(slice(range(-5, 5), 5)), pairs(slice(range(-5, 5), 5, 2)), pairs(take(3, [1, 2, 3, 4])), pairs(drop(2, [1, 2, 3, 4])), "\n";
echo pairs(takeWhile(operator('>', 0), [3, 1, 4, -1, 5])), pairs(dropWhile(operator('>', 0), [3, 1, 4, -1, 5])), "\n";
show('negative slice', fn () => pairs(slice([1, 2], -1)));
show('negative length', fn () => pairs(slice([1, 2], 0, -1)));
var_dump(any(operator('==', 2), [1, 2]), all(operator('>', 0), [1, -2]), search(operator('>', 2), [1, 5, 6]), search(operator('>', 9), [1]));
title('combining');
echo pairs(zip([1, 2, 3], [4, 5, 6], [7, 8, 9])), "\n";
echo pairs(zipKeyValue(['a', 'b'], [1, 2])), "\n";
echo pairs(chain([1], ['k' => 2], range(3, 4))), "\n";
echo pairs(product([1, 2], [3, 4])), "\n", pairs(product(['a' => 1], ['b' => 2, 'c' => 3], [4])), pairs(product()), "\n";
echo pairs(enumerate(['a', 'b'])), pairs(toPairs(['x' => 1, 'y' => 2])), pairs(fromPairs([['k', 1], [[1], 2]])), "\n";
echo pairs(flip(['a' => 1, 'b' => 2])), pairs(keys(['a' => 1])), pairs(values(['a' => 1])), "\n";
title('folding');
var_dump(reduce(operator('+'), range(1, 100), 0), join(', ', ['a', 'b', 'c']), join('-', map('strtoupper', split('|', 'a|bc|d'))));
echo pairs(reductions(operator('*'), range(1, 6), 1)), pairs(split('||', 'x||y||||z')), pairs(split(',', '')), "\n";
show('empty separator', fn () => toArray(split('', 'abc')));
echo pairs(flatten([1, [2, [3, [4]]], new ArrayIterator([5, [6]])])), pairs(flatten([1, [2, [3, [4]]]], 1)), pairs(flatten([[1]], 0)), "\n";
show('negative levels', fn () => toArray(flatten([1], -1)));
echo pairs(chunk(['a' => 1, 'b' => 2, 'c' => 3], 2)), pairs(chunk(['a' => 1, 'b' => 2, 'c' => 3], 2, true)), pairs(chunkWithKeys(['x' => 0, 'y' => 1], 5)), "\n";
show('empty chunk', fn () => toArray(chunk([1], 0)));
title('kinds');
var_dump(count([1, 2]), count(range(1, 9)), count(new class implements Countable, IteratorAggregate {
    public function count(): int { return 77; }
    public function getIterator(): Iterator { return new EmptyIterator(); }
}), isEmpty([]), isEmpty(range(1, 2)), isEmpty(new ArrayIterator()), isIterable([]), isIterable('x'), isIterable(new ArrayObject()));
show('count of string', fn () => count('abc'));
show('isEmpty of int', fn () => isEmpty(1));
show('map of string', fn () => toArray(map('x', 'abc')));
echo get_class(toIter([1])), ' ', get_class(toIter(new ArrayObject([1]))), ' ', get_class(toIter(new ArrayIterator([]))), "\n";
print_r(recurse('iter\toArrayWithKeys', new ArrayIterator(['a' => 1, 'b' => new ArrayIterator(['c' => 2, 'd' => new ArrayIterator([3])])])));
echo pairs(tap(function ($x) { echo "tap$x "; }, [1, 2])), "\n";
echo pairs(repeat('x', 3)), pairs(take(3, repeat(null))), "\n";
show('negative repeat', fn () => toArray(repeat(1, -1)));
title('functions');
$data = ['a' => ['b' => ['c' => 42]]];
var_dump(nested_index('a', 'b', 'c')($data), property('p')((object) ['p' => 5]), method('format', ['Y'])(new DateTime('2020-02-03')));
foreach (['instanceof', '*', '/', '%', '+', '-', '.', '<<', '>>', '<', '<=', '>', '>=', '==', '!=', '===', '!==', '&', '^', '|', '&&', '||', '**', '<=>'] as $operator) {
    $right = $operator === 'instanceof' ? 'ArrayAccess' : 3;
    $left = $operator === 'instanceof' ? new ArrayObject() : 7;
    echo $operator, ' ', var_export(operator($operator, $right)($left), true), ' ', var_export(operator($operator)($left, $right), true), "\n";
}
show('bad operator', fn () => operator('***', 5));
title('rewindable');
$twice = iter\rewindable\map(operator('+', 1), iter\rewindable\range(1, 3));
echo pairs($twice), pairs($twice), "\n";
$zipped = iter\rewindable\zip(iter\rewindable\range(0, 2), iter\rewindable\filter(fn ($x) => $x % 2, iter\rewindable\range(0, 6)));
echo pairs($zipped), pairs($zipped), "\n";
$own = iter\makeRewindable(function ($n) { while ($n--) { $got = yield $n; if ($got) echo "[got $got]"; } return 'end'; });
$generator = $own(3);
foreach ([1, 2] as $round) {
    foreach ($generator as $value) { echo $value; }
}
$fixed = iter\callRewindable('iter\range', 0, 3);
echo pairs($fixed), pairs($fixed), "\n";
title('large');
echo reduce(operator('+'), take(20000, filter(fn ($x) => $x % 3 == 0, map(fn ($x) => $x * 7, range(0, INF)))), 0), "\n";
echo count(product(range(1, 20), range(1, 20), range(1, 20))), "\n";
