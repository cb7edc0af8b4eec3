--TEST--
every kind of callable as a fiber's function
--FILE--
<?php
class A {
    private string $n = 'A';
    function __invoke($x) { return "invoke $x"; }
    function method($x) { return "$this->n method " . Fiber::suspend($x); }
    static function stat($x) { return static::class . " static " . Fiber::suspend($x); }
    private function hidden($x) { return "hidden " . Fiber::suspend($x); }
    function expose() { return [new Fiber([$this, 'hidden']), new Fiber($this->hidden(...)), new Fiber([self::class, 'stat']), new Fiber('static::stat')]; }
    function __call($n, $a) { return "__call $n " . Fiber::suspend($a[0]); }
    static function __callStatic($n, $a) { return "__callStatic $n " . Fiber::suspend($a[0]); }
}
class B extends A { function parents() { return [new Fiber('parent::method'), new Fiber([$this, 'parent::stat'])]; } }
function plain($x) { return 'plain ' . Fiber::suspend($x); }
function &byRef($x) { static $s; $s = 'byRef ' . Fiber::suspend($x); return $s; }
function gen($x) { $y = yield $x; return "gen $y"; }
$fibers = [
    new Fiber('plain'), new Fiber('byRef'), new Fiber(new A), new Fiber([new A, 'method']), new Fiber('A::stat'), new Fiber(['B', 'stat']),
    new Fiber(plain(...)), new Fiber((new B)->method(...)), new Fiber(B::stat(...)), new Fiber(fn($x) => Fiber::suspend($x)), new Fiber(static fn($x) => Fiber::suspend($x)),
    new Fiber([new A, 'magic']), new Fiber('A::magicStatic'), new Fiber((new A)->viaFcc(...)), new Fiber('strtoupper'), new Fiber(strrev(...)), new Fiber('Fiber::suspend'), new Fiber(Fiber::suspend(...)),
    ...(new B)->expose(), new Fiber(Closure::fromCallable('plain')), new Fiber((fn($x) => $this->hidden($x))->bindTo(new A, A::class)),
];
foreach (@(new B)->parents() as $f) $fibers[] = $f;
foreach ($fibers as $i => $f) {
    $v = $f->start("v$i");
    if ($f->isSuspended()) { echo "$i suspended ", $v; $f->resume("r$i"); }
    echo " $i returned ", var_export($f->getReturn(), true), "\n";
}
$f = new Fiber('gen'); $f->start('x'); $g = $f->getReturn(); echo $g->current(), ' '; $g->send('y'); echo $g->getReturn(), "\n";
foreach (['nope', 'A::nope2', ['A', 'method'], 'Missing::x', [], 5] as $bad) try { new Fiber($bad); echo "made\n"; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
Deprecated: Use of "static" in callables is deprecated in %s on line 8
0 suspended v0 0 returned 'plain r0'
1 suspended v1 1 returned 'byRef r1'
 2 returned 'invoke v2'
3 suspended v3 3 returned 'A method r3'
4 suspended v4 4 returned 'A static r4'
5 suspended v5 5 returned 'B static r5'
6 suspended v6 6 returned 'plain r6'
7 suspended v7 7 returned 'A method r7'
8 suspended v8 8 returned 'B static r8'
9 suspended v9 9 returned 'r9'
10 suspended v10 10 returned 'r10'
11 suspended v11 11 returned '__call magic r11'
12 suspended v12 12 returned '__callStatic magicStatic r12'
13 suspended v13 13 returned '__call viaFcc r13'
 14 returned 'V14'
 15 returned '51v'
16 suspended v16 16 returned 'r16'
17 suspended v17 17 returned 'r17'
18 suspended v18 18 returned 'hidden r18'
19 suspended v19 19 returned 'hidden r19'
20 suspended v20 20 returned 'B static r20'
21 suspended v21 21 returned 'B static r21'
22 suspended v22 22 returned 'plain r22'
23 suspended v23 23 returned 'hidden r23'
24 suspended v24 24 returned 'A method r24'
25 suspended v25 25 returned 'B static r25'
x gen y
Fiber::__construct(): Argument #1 ($callback) must be a valid callback, function "nope" not found or invalid function name
made
Fiber::__construct(): Argument #1 ($callback) must be a valid callback, non-static method A::method() cannot be called statically
Fiber::__construct(): Argument #1 ($callback) must be a valid callback, class "Missing" not found
Fiber::__construct(): Argument #1 ($callback) must be a valid callback, array callback must have exactly two members
Fiber::__construct(): Argument #1 ($callback) must be a valid callback, no array or string given
