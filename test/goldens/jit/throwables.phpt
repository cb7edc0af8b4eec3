--TEST--
Throwables made in compiled code: traces, arguments, constructors
--FILE--
<?php
class MyEx extends RuntimeException { protected $code = 7; protected $message = 'default'; public $extra = [1]; }
class Own extends LogicException { public function __construct(string $m, private string $more = 'more') { parent::__construct("<$m>", 5); } public function more() { return $this->more; } }
class D { public function __destruct() { echo '~'; } }
function thrower(int $i, array $a, ?object $o = null, ...$rest) { $i *= 10; $a[] = 'changed'; if ($i % 3 == 0) throw new MyEx("m$i", $i); throw new Own((string) $i); }
function deep($n, $i) { return $n == 0 ? thrower($i, [1, $i], new D, 'x', y: 2) : deep($n - 1, $i); }
function noargs() { throw new InvalidArgumentException('none'); }
function code0() { return [new MyEx('zero', 0), new MyEx('one'), new MyEx, new MyEx('', 3), new MyEx('p', 1, new Exception('prev'))]; }
function re() { $e = new Exception('first', 1); $e->__construct('second', 2); return $e; }
function wrong($v) { try { return new Exception($v, $v); } catch (TypeError $e) { return $e; } }
class Fac { static function make($i) { return new static::$cls("f$i", $i); } static $cls = 'DomainException'; function m($i) { return new DomainException("m$i", $i); } }
$sum = 0;
for ($i = 0; $i < 300; $i++) {
    try { deep($i % 4, $i); } catch (MyEx $e) { $sum += $e->getCode(); } catch (Own $e) { $sum += strlen($e->getMessage() . $e->more()); } finally { $sum++; }
    if ($i % 60 == 0) { echo str_replace(__FILE__, 'FILE', $e->getTraceAsString()), "\n", $e->getLine(), json_encode($e->getTrace()[0]['args'] ?? null), "\n"; }
    try { noargs(); } catch (Exception $f) { $sum += count($f->getTrace()[0]['args']); }
    $t = $f->getTrace(); $t[0]['args'][] = 3; if (count($f->getTrace()[0]['args']) !== 0) echo 'BAD';
    $list = code0(); if ($i % 100 == 0) foreach ($list as $l) { echo get_class($l), json_encode([$l->getMessage(), $l->getCode(), $l->getPrevious()?->getMessage(), $l->extra, $l->getLine()]), "\n"; }
    $r = re(); $w = wrong($i % 100 == 0 ? [] : 'text'); $w2 = wrong($i);
    if ($i % 100 == 0) echo $r->getMessage(), $r->getCode(), get_class($w), $w->getMessage(), get_class($w2), $w2->getMessage(), $w2->getCode(), "\n";
    $m = (new Fac)->m($i); $s = Fac::make($i); if ($i % 150 == 0) echo $m->getMessage(), str_replace(__FILE__, 'FILE', $m->getTraceAsString()), $s->getMessage(), str_replace(__FILE__, 'FILE', $s->getTraceAsString()), "\n";
    $g = (function () use ($i) { try { yield new ErrorException('gen', $i); } finally { echo $i % 100 == 0 ? 'F' : ''; } })();
    $sum += $g->current()->getCode();
}
echo $sum, "\n";
--EXPECT--
#0 FILE(6): thrower(0, Array, Object(D), 'x', y: 2)
#1 FILE(14): deep(0, 0)
#2 {main}
5{"0":0,"1":[1,0,"changed"],"2":{},"3":"x","y":2}
MyEx["zero",7,null,[1],8]
MyEx["one",7,null,[1],8]
MyEx["default",7,null,[1],8]
MyEx["",3,null,[1],8]
MyEx["p",1,"prev",[1],8]
second2TypeErrorException::__construct(): Argument #1 ($message) must be of type string, array givenException00
m0#0 FILE(21): Fac->m(0)
#1 {main}f0#0 FILE(21): Fac::make(0)
#1 {main}
~F~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~#0 FILE(6): thrower(600, Array, Object(D), 'x', y: 2)
#1 FILE(14): deep(0, 60)
#2 {main}
5{"0":600,"1":[1,60,"changed"],"2":{},"3":"x","y":2}
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~MyEx["zero",7,null,[1],8]
MyEx["one",7,null,[1],8]
MyEx["default",7,null,[1],8]
MyEx["",3,null,[1],8]
MyEx["p",1,"prev",[1],8]
second2TypeErrorException::__construct(): Argument #1 ($message) must be of type string, array givenException100100
~F~~~~~~~~~~~~~~~~~~~#0 FILE(6): thrower(1200, Array, Object(D), 'x', y: 2)
#1 FILE(14): deep(0, 120)
#2 {main}
5{"0":1200,"1":[1,120,"changed"],"2":{},"3":"x","y":2}
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~m150#0 FILE(21): Fac->m(150)
#1 {main}f150#0 FILE(21): Fac::make(150)
#1 {main}
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~#0 FILE(6): thrower(1800, Array, Object(D), 'x', y: 2)
#1 FILE(14): deep(0, 180)
#2 {main}
5{"0":1800,"1":[1,180,"changed"],"2":{},"3":"x","y":2}
~~~~~~~~~~~~~~~~~~~~MyEx["zero",7,null,[1],8]
MyEx["one",7,null,[1],8]
MyEx["default",7,null,[1],8]
MyEx["",3,null,[1],8]
MyEx["p",1,"prev",[1],8]
second2TypeErrorException::__construct(): Argument #1 ($message) must be of type string, array givenException200200
~F~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~#0 FILE(6): thrower(2400, Array, Object(D), 'x', y: 2)
#1 FILE(14): deep(0, 240)
#2 {main}
5{"0":2400,"1":[1,240,"changed"],"2":{},"3":"x","y":2}
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~195585
~
