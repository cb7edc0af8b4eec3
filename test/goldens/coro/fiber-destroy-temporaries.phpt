--TEST--
a fiber that is destroyed in the middle of expressions frees what it had computed
--FILE--
<?php
class T { static int $live = 0; function __construct(public string $n) { self::$live++; } function __destruct() { self::$live--; echo "-$this->n "; } function m(...$a) { return $this; } function __toString(): string { return Fiber::suspend($this->n); } }
function t($n) { return new T($n); }
function many(...$a) { return $a; }
$bodies = [
    'call' => fn() => many(t('a'), [t('b')], Fiber::suspend(), t('never')),
    'method' => fn() => t('obj')->m(t('arg'))->m(Fiber::suspend()),
    'new' => fn() => new T(t('x') . ''),
    'array' => fn() => [t('k'), 'x' => [t('in'), Fiber::suspend()]],
    'concat' => fn() => 'a' . str_repeat('b', 3) . t('conv') . 'z',
    'rope' => fn() => "a{$_GET} " . "x" . t('rope') . " y",
    'foreach' => function () { foreach ([t('f1'), t('f2')] as $v) { Fiber::suspend(); } },
    'foreach by key' => function () { foreach (many(t('g1')) as $k => $v) foreach ((function () { yield t('y1'); yield t('y2'); })() as $w) Fiber::suspend(); },
    'named' => fn() => many(a: t('n1'), b: Fiber::suspend()),
    'spread' => fn() => many(...[t('s1')], ...[Fiber::suspend()]),
    'static call' => function () { $c = 'many'; return $c(t('dyn'), Fiber::suspend()); },
    'map' => fn() => array_map(fn($x) => [$x, Fiber::suspend()], [t('m1'), t('m2')]),
    'sort' => function () { $l = [t('z'), t('y')]; usort($l, fn($a, $b) => Fiber::suspend()); },
    'match' => fn() => match (t('subject')) { Fiber::suspend() => 1, default => 2 },
    'coalesce' => fn() => [t('c')][0]->n . (null ?? t('cc')->m(Fiber::suspend())->n),
    'include' => fn() => many(t('e1'), eval('return many(t("e2"), Fiber::suspend());')),
    'clone' => function () { $o = t('orig'); $c = clone $o; T::$live++; $c->n = 'copy'; return many(clone $c, Fiber::suspend()); },
    'iter' => fn() => iterator_to_array((function () { yield t('it1'); yield Fiber::suspend(); })()),
    'static var' => function () { static $keep; $keep = t('static'); Fiber::suspend(); },
    'list' => function () { [$a, $b] = [t('l1'), Fiber::suspend()]; },
];
foreach ($bodies as $name => $body) {
    $f = new Fiber($body);
    try { $f->start(); } catch (Throwable $e) { echo get_class($e), ' '; }
    echo "$name: ", $f->isSuspended() ? 'suspended ' : 'ended ';
    unset($f);
    echo "| ", T::$live, "\n";
}
unset($bodies, $body);
echo T::$live, "\n";
--EXPECTF--
call: suspended -a -b | 0
-arg method: suspended -obj | 0
new: suspended -x | 0
array: suspended -k -in | 0
concat: suspended -conv | 0

Warning: Array to string conversion in %s on line 11
rope: suspended -rope | 0
foreach: suspended -f2 -f1 | 0
foreach by key: suspended -g1 -y1 | 0
named: suspended -n1 | 0
spread: suspended -s1 | 0
static call: suspended -dyn | 0
map: suspended -m1 -m2 | 0
sort: suspended -z -y | 0
match: suspended -subject | 0
-c coalesce: suspended -cc | 0
include: suspended -e2 -e1 | 0
clone: suspended -copy -orig -copy | -1
iter: suspended -it1 | -1
static var: suspended | 0
list: suspended -l1 | 0
-static -1
