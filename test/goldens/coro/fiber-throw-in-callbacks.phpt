--TEST--
throwing into fibers that are suspended inside of builtins
--FILE--
<?php
class It implements IteratorAggregate { function getIterator(): Iterator { yield 1; yield Fiber::suspend('iter'); } }
class Str { function __toString(): string { return Fiber::suspend('str'); } }
class Arr implements ArrayAccess, Countable { function offsetGet($o): mixed { return Fiber::suspend('get'); } function offsetSet($o, $v): void { Fiber::suspend('set'); } function offsetExists($o): bool { return Fiber::suspend('exists'); } function offsetUnset($o): void { Fiber::suspend('unset'); } function count(): int { return Fiber::suspend('count'); } function __get($n) { return Fiber::suspend('prop'); } function __call($n, $a) { return Fiber::suspend('call'); } function __invoke() { return Fiber::suspend('invoke'); } }
class Slp { public $k; function __construct() { $this->k = new Key; } function __sleep() { Fiber::suspend('sleep'); return []; } }
class Key { function __destruct() { echo '~key '; } }
$cases = [
    'array_map' => fn() => array_map(fn($x) => [new Key, Fiber::suspend('map')], [1, 2]),
    'usort' => function () { $a = [new Key, new Key]; usort($a, fn($x, $y) => Fiber::suspend('cmp')); },
    'array_walk' => function () { $a = ['k' => new Key]; array_walk($a, function (&$v, $k, $extra) { $v = 1; Fiber::suspend('walk'); }, new Key); },
    'array_filter' => fn() => array_filter([new Key], fn($k) => Fiber::suspend('filter')),
    'array_reduce' => fn() => array_reduce([1, 2], fn($c, $x) => [$c, Fiber::suspend('reduce')], new Key),
    'preg' => fn() => preg_replace_callback('/./', fn($m) => Fiber::suspend('preg'), 'ab'),
    'iterator_to_array' => fn() => iterator_to_array(new It),
    'spread' => fn() => [new Key, ...new It],
    'call spread' => fn() => max(new Key, ...new It),
    'implode' => fn() => implode(',', [new Str, new Str]),
    'concat' => fn() => 'x' . new Str,
    'echo' => function () { echo 'x', new Str; },
    'offsetGet' => fn() => [new Key, (new Arr)['x']],
    'offsetSet' => function () { $a = new Arr; $a['x'] = new Key; },
    'offset op' => function () { $a = new Arr; $a['x'] .= 'tail'; },
    'isset' => fn() => isset((new Arr)['x']),
    'count' => fn() => count(new Arr) + 1,
    '__get' => fn() => [new Key, (new Arr)->x],
    '__call' => fn() => (new Arr)->m(new Key),
    '__invoke' => fn() => (new Arr)(new Key),
    'foreach' => function () { foreach (new It as $k => $v) $keep = new Key; },
    'json' => fn() => json_encode([new class implements JsonSerializable { function jsonSerialize(): mixed { return Fiber::suspend('json'); } }]),
    'serialize' => fn() => serialize([new Slp]),
    'generator' => function () { foreach ((function () { $k = new Key; try { yield Fiber::suspend('gen'); } finally { echo 'gen finally '; } })() as $x); },
    'nested fiber' => function () { $g = new Fiber(function () { $k = new Key; Fiber::suspend('n'); }); $g->start(); Fiber::suspend('outer'); },
    'call_user_func_array' => fn() => call_user_func_array(fn(...$a) => Fiber::suspend('cufa'), [new Key, 'n' => new Key]),
    'array_multisort arg' => fn() => array_combine([Fiber::suspend('combine')], [new Key]),
    'class constant' => fn() => constant((string) new Str),
    'match' => fn() => match (true) { default => Fiber::suspend('match') },
    'clone' => fn() => clone new class { public $k; function __construct() { $this->k = new Key; } function __clone() { Fiber::suspend('clone'); } },
    'new' => fn() => new class(new Key) { function __construct(public $k) { Fiber::suspend('ctor'); } function __destruct() { echo 'never '; } },
];
foreach ($cases as $name => $body) {
    $f = new Fiber($body);
    try {
        $at = $f->start();
        echo "$name [$at] ";
        $f->throw(new LogicException("into $at"));
        echo 'survived';
    } catch (Throwable $e) { echo 'got: ', $e->getMessage(), ' ', count($e->getTrace()), $e->getPrevious() ? ' after ' . $e->getPrevious()->getMessage() : ''; }
    echo $f->isTerminated() ? ' dead' : ' alive';
    unset($f);
    echo "\n";
}
--EXPECT--
array_map [map] ~key got: into map 0 dead
usort [cmp] ~key ~key got: into cmp 0 dead
~key array_walk [walk] ~key got: into walk 0 dead
array_filter [filter] ~key got: into filter 0 dead
array_reduce [reduce] ~key got: into reduce 0 dead
preg [preg] got: into preg 0 dead
iterator_to_array [iter] got: into iter 0 dead
spread [iter] ~key got: into iter 0 dead
call spread [iter] ~key got: into iter 0 dead
implode [str] got: into str 0 dead
concat [str] got: into str 0 dead
xecho [str] got: into str 0 dead
offsetGet [get] ~key got: into get 0 dead
offsetSet [set] ~key got: into set 0 dead
offset op [get] got: Cannot use object of type Arr as array 2 after into get dead
isset [exists] got: into exists 0 dead
count [count] got: into count 0 dead
__get [prop] ~key got: into prop 0 dead
__call [call] ~key got: into call 0 dead
__invoke [invoke] ~key got: into invoke 0 dead
foreach [iter] ~key got: into iter 0 dead
json [json] got: into json 0 dead
serialize [sleep] ~key got: into sleep 0 dead
generator [gen] gen finally ~key got: into gen 0 dead
nested fiber [outer] ~key got: into outer 0 dead
call_user_func_array [cufa] ~key ~key got: into cufa 0 dead
array_multisort arg [combine] got: into combine 0 dead
class constant [str] got: into str 0 dead
match [match] got: into match 0 dead
clone [clone] ~key got: into clone 0 dead
new [ctor] ~key got: into ctor 0 dead
