<?php
require __DIR__ . '/support/autoload.php';
psr4(['Illuminate\\Support\\Traits\\' => ['laravel/src/Illuminate/Macroable/Traits', 'laravel/src/Illuminate/Conditionable/Traits', 'laravel/src/Illuminate/Collections/Traits', 'laravel/src/Illuminate/Support/Traits'], 'Illuminate\\Support\\' => ['laravel/src/Illuminate/Collections', 'laravel/src/Illuminate/Conditionable', 'laravel/src/Illuminate/Support'], 'Illuminate\\Contracts\\' => 'laravel/src/Illuminate/Contracts', 'Psr\\Container\\' => 'psr-container/src', 'Psr\\SimpleCache\\' => 'psr-simple-cache/src', 'Illuminate\\Container\\' => 'laravel/src/Illuminate/Container', 'Illuminate\\Pipeline\\' => 'laravel/src/Illuminate/Pipeline', 'Illuminate\\Events\\' => 'laravel/src/Illuminate/Events', 'Doctrine\\Inflector\\' => 'doctrine-inflector/lib/Doctrine/Inflector']);
files('laravel/src/Illuminate/Collections/functions.php', 'laravel/src/Illuminate/Collections/helpers.php');

use Illuminate\Support\{Arr, Collection, LazyCollection};

$users = [['id' => 1, 'name' => 'Ann', 'team' => 'a', 'score' => 10, 'tags' => ['x', 'y']], ['id' => 2, 'name' => 'Bob', 'team' => 'b', 'score' => 5, 'tags' => ['y']], ['id' => 3, 'name' => 'Cid', 'team' => 'a', 'score' => 7.5, 'tags' => []], ['id' => 4, 'name' => 'dan', 'team' => null, 'score' => 10, 'tags' => ['z']]];
$plain = fn ($v) => json_encode($v, JSON_PRESERVE_ZERO_FRACTION);
$calls = [
    'all', 'avg:score', 'sum:score', 'max:score', 'min:score', 'median:score', 'mode:score', 'pluck:name', 'pluck:name,id', 'keyBy:id', 'groupBy:team', 'sortBy:score', 'sortByDesc:name', 'unique:team', 'where:team,a', 'where:score,>,6', 'whereIn:id,[1;3]', 'whereNotIn:id,[1;3]', 'whereBetween:score,[5;8]', 'whereNull:team', 'whereNotNull:team', 'firstWhere:team,b', 'chunk:3', 'split:3', 'splitIn:2', 'sliding:2', 'nth:2', 'take:2', 'take:-1', 'skip:3', 'slice:1,2', 'forPage:2,3', 'count', 'countBy:team', 'first', 'last', 'isEmpty', 'reverse', 'values', 'keys', 'flatten:1', 'collapse', 'implode:name,-', 'contains:name,Bob', 'doesntContain:id,9', 'value:name', 'toJson', 'pad:5,0', 'search:9', 'duplicates:score', 'select:[id;name]', 'partition:team,a', 'sole:id,2', 'percentage:', 'whereStrict:score,10', 'whereInstanceOf:stdClass', 'ensure:array', 'collect', 'toArray', 'lazy', 'undot', 'dot', 'shift', 'pop',
];
foreach ([Collection::class, LazyCollection::class] as $class) {
    title($class);
    foreach ($calls as $call) {
        [$method, $text] = explode(':', "$call:");
        $arguments = $text === '' ? [] : array_map(fn ($a) => str_starts_with($a, '[') ? explode(';', trim($a, '[]')) : (is_numeric($a) ? +$a : $a), explode(',', $text));
        show($call, function () use ($class, $method, $arguments, $users, $plain) {
            $result = (new $class($users))->$method(...$arguments);
            return substr($plain($result instanceof Traversable ? iterator_to_array($result) : $result), 0, 700);
        });
    }
    $c = new $class(['a' => 1, 'b' => 2, 'c' => 3, 'd' => 4]);
    $closures = [
        'map' => fn () => $c->map(fn ($v, $k) => $k . $v), 'mapWithKeys' => fn () => $c->mapWithKeys(fn ($v, $k) => [$v => $k]), 'filter' => fn () => $c->filter(fn ($v) => $v % 2), 'reject' => fn () => $c->reject(fn ($v) => $v % 2), 'reduce' => fn () => $c->reduce(fn ($a, $v, $k) => $a . $k . $v, '>'), 'each' => fn () => $c->each(function ($v, $k) { if ($v == 3) return false; echo "($k$v)"; }),
        'every' => fn () => $c->every(fn ($v) => $v > 0), 'some' => fn () => $c->some(fn ($v) => $v > 3), 'tap' => fn () => $c->tap(fn ($x) => print($x->count())), 'pipe' => fn () => $c->pipe(fn ($x) => $x->sum()), 'when' => fn () => $c->when(true, fn ($x) => $x->push(9)), 'unless' => fn () => $c->unless(true, fn ($x) => $x->push(9), fn ($x) => $x->take(1)),
        'flatMap' => fn () => $c->flatMap(fn ($v, $k) => [$k => [$v, $v * 2]]), 'zip' => fn () => $c->zip([5, 6], [7]), 'combine' => fn () => $c->combine(['w', 'x', 'y', 'z']), 'crossJoin' => fn () => $c->take(2)->crossJoin(['p', 'q']), 'diff' => fn () => $c->diff([2, 3]), 'diffKeys' => fn () => $c->diffKeys(['a' => 0]), 'intersect' => fn () => $c->intersect([1, 4]), 'merge' => fn () => $c->merge(['a' => 9, 'e' => 5]), 'union' => fn () => $c->union(['a' => 9, 'e' => 5]), 'concat' => fn () => $c->concat([7]), 'flip' => fn () => $c->flip(), 'only' => fn () => $c->only(['a', 'd']), 'except' => fn () => $c->except(['a', 'd']), 'replace' => fn () => $c->replace(['b' => 'B']),
        'sort' => fn () => $c->sort(fn ($a, $b) => $b <=> $a), 'sortKeysDesc' => fn () => $c->sortKeysDesc(), 'takeUntil' => fn () => $c->takeUntil(3), 'takeWhile' => fn () => $c->takeWhile(fn ($v) => $v < 3), 'skipUntil' => fn () => $c->skipUntil(3), 'skipWhile' => fn () => $c->skipWhile(fn ($v) => $v < 3), 'chunkWhile' => fn () => $c->chunkWhile(fn ($v, $k, $chunk) => $v % 2 == 0)->map->all(), 'mapSpread' => fn () => $c->chunk(2)->map->values()->mapSpread(fn ($x, $y) => $x . '-' . $y), 'mapToGroups' => fn () => $c->mapToGroups(fn ($v, $k) => [$v % 2 => $k]), 'reduceSpread' => fn () => $c->reduceSpread(fn ($s, $p, $v) => [$s + $v, $p * $v], 0, 1), 'get' => fn () => [$c->get('b'), $c->get('zz', 'def'), $c->get('zz', fn () => 'lazy')], 'has' => fn () => [$c->has('a'), $c->has('a', 'q'), $c->hasAny(['q', 'a'])], 'before' => fn () => [$c->before(3), $c->after(3)], 'join' => fn () => $c->join(', ', ' and '), 'first' => fn () => $c->first(fn ($v) => $v > 2), 'firstOrFail' => fn () => $c->firstOrFail(fn ($v) => $v > 9), 'sole' => fn () => $c->sole(fn ($v) => $v > 2), 'times' => fn () => $class::times(3, fn ($n) => $n * $n), 'range' => fn () => $class::range(3, 6), 'wrap' => fn () => $class::wrap('x'), 'make' => fn () => $class::make(), 'hom' => fn () => $c->map(fn ($v) => collect([$v]))->map->first(), 'macroless' => fn () => $c->noSuchMethod(), 'noprop' => fn () => $c->nothing, 'pipeThrough' => fn () => $c->pipeThrough([fn ($x) => $x->sum(), fn ($x) => $x * 2]), 'groupBy' => fn () => $c->groupBy(fn ($v) => $v > 2 ? 'hi' : 'lo', true),
    ];
    foreach ($closures as $name => $closure) {
        show($name, function () use ($closure, $plain) { $r = $closure(); return $plain($r instanceof Traversable ? iterator_to_array($r) : $r); });
    }
}
title('mutation');
$c = collect([3, 1, 2]);
show('ops', fn () => [$c->push(4, 5)->all(), $c->pull(0), $c->prepend(0)->all(), $c->prepend('k', 'key')->all(), $c->put('z', 26)->all(), $c->forget('key')->all(), $c->splice(1, 2)->all(), $c->transform(fn ($x) => $x * 10)->all(), $c->add(1)->all(), $c->shift(2)->all(), $c->pop()]);
$c = collect(['x' => ['y' => ['z' => 1]]]);
show('data', fn () => [data_get($c->all(), 'x.y.z'), data_get(['a' => [['b' => 1], ['b' => 2]]], 'a.*.b'), $c->dot()->all()]);
isset($c['x']); $c['n'] = 1; unset($c['x']);
echo json_encode($c), count($c), "\n";
Collection::macro('double', function () { return $this->map(fn ($v) => $v * 2); });
echo collect([1, 2])->double()->toJson(), ' ', collect([1])->toPrettyJson() ?? '', "\n";
title('Arr');
$a = ['a' => ['b' => ['c' => 1, 'd' => null]], 'list' => [1, [2, [3]]], 'e' => 5];
show('arr', fn () => [Arr::get($a, 'a.b.c'), Arr::has($a, 'a.b.d'), Arr::has($a, ['a.x']), Arr::dot($a), Arr::undot(['x.y' => 1, 'x.z' => 2]), Arr::flatten($a), Arr::except($a, ['a.b.c', 'list']), Arr::only($a, ['e']), Arr::first([1, 2, 3], fn ($v) => $v > 1), Arr::last([1, 2, 3]), Arr::pluck([['a' => ['b' => 1], 'k' => 'x']], 'a.b', 'k'), Arr::collapse([[1], [2]]), Arr::crossJoin([1, 2], ['a']), Arr::divide(['k' => 'v']), Arr::isAssoc(['a' => 1]), Arr::isList([1]), Arr::join([1, 2, 3], ', ', ' & '), Arr::query(['a' => 1, 'b' => [1, 2]]), Arr::sortRecursive(['b' => [3, 1], 'a' => 1]), Arr::where([1, 'a', 2], fn ($v) => is_string($v)), Arr::wrap(null), Arr::toCssClasses(['p', 'q' => false, 'r' => true]), Arr::prependKeysWith(['a' => 1], 'p.'), Arr::mapWithKeys([1, 2], fn ($v) => ["k$v" => $v]), Arr::select([['a' => 1, 'b' => 2]], ['a'])]);
show('set', function () use ($a) { Arr::set($a, 'a.n.m', 9); Arr::forget($a, 'list'); $p = Arr::pull($a, 'e'); Arr::add($a, 'q', 1); data_set($a, 'a.*.c', 7); return [$a, $p]; });
title('lazy');
$lazy = LazyCollection::make(function () { foreach (range(1, 5) as $i) { echo "<$i>"; yield $i; } });
echo $lazy->filter(fn ($x) => $x % 2)->map(fn ($x) => $x * 10)->take(2)->implode(','), "\n";
$memo = $lazy->remember();
echo $memo->first(), $memo->take(3)->sum(), ' ', $memo->count(), "\n";
echo LazyCollection::times(INF)->filter(fn ($n) => $n % 7 == 0)->take(5)->implode(' '), "\n";
echo $lazy->tapEach(fn ($v) => print("[$v]"))->chunk(2)->map->sum()->implode(','), "\n";
