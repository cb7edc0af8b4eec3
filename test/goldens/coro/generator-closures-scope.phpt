--TEST--
generators with $this, static scope, use by reference, static variables and binding
--FILE--
<?php
class A { public $v = 'A'; protected static $count = 0; function each() { yield $this->v; yield static::class; yield self::$count++; yield from (function () { yield 'closure ' . $this->v; })(); yield fn() => $this->v; } static function st() { yield isset($this) ? 'this' : 'no this'; yield static::class; yield from self::more(); } private static function more() { yield __METHOD__; yield (function () { return static::class; })(); } function __invoke() { yield 'invoked'; } function __call($n, $a) { yield "$n called"; yield from $a; } static function __callStatic($n, $a) { yield "$n static"; } }
class B extends A { public $v = 'B'; }
foreach ([new A, new B] as $o) { foreach ($o->each() as $x) echo $x instanceof Closure ? $x() : $x, ', '; foreach ($o::st() as $x) echo $x, ', '; foreach ($o() as $x) echo $x, ', '; foreach ($o->magic(1, 2) as $x) echo $x, ', '; foreach ($o::stat() as $x) echo $x, "\n"; }
$n = 0; $inc = function () use (&$n) { while (true) yield ++$n; }; $a = $inc(); $b = $inc(); foreach ([$a, $b, $a] as $g) { $g->current(); $g->next(); } echo $n, "\n";
--EXPECT--
A, A, 0, closure A, A, no this, A, A::more, A, invoked, magic called, 1, 2, stat static
B, B, 1, closure B, B, no this, B, A::more, B, invoked, magic called, 1, 2, stat static
5
