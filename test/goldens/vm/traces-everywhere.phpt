--TEST--
Traces: every way to look at a throwable
--FILE--
<?php
// Every way to look at the properties of a throwable sees its trace.
class Mine extends RuntimeException
{
    public $pub = 'p';
    private $own = 'o';
    public function vars() { return array_keys(get_object_vars($this)); }
    public function each() { foreach ($this as $k => $v) $keys[] = $k; return $keys; }
    public function peek() { return @$this->trace; }
    public function has() { return [isset($this->trace), property_exists($this, 'trace')]; }
    public function cast() { return (array) $this; }
}
class Thing { public function __construct(public $v = null) {} }
function make($a, $b = [1]) { return new Mine('msg', 3); }
function mask($text) { return str_replace([__FILE__, dirname(__FILE__) . '/'], ['FILE', ''], $text); }
function fresh() { return make(1, 'two'); }

echo "var_dump\n";
ob_start(); var_dump(fresh()); echo preg_replace('/string\(\d+\) "FILE"/', 'FILE', mask(ob_get_clean()));
echo "print_r, var_export\n";
echo mask(print_r(fresh(), true)), mask(var_export(fresh(), true)), "\n";
echo "casts, tables\n";
$cast = (array) fresh();
echo json_encode(array_map(fn($k) => str_replace("\0", '\\', $k), array_keys($cast))), "\n";
echo count($cast["\0Exception\0trace"]), ' ', $cast["\0Exception\0trace"][0]['function'], "\n";
$mangled = get_mangled_object_vars(fresh());
echo json_encode($mangled["\0Exception\0trace"][1]['args']), "\n";
foreach (fresh()->cast() as $k => $v) if (is_array($v)) echo str_replace("\0", '\\', $k), ' ', count($v), "\n";
echo json_encode([fresh()->vars(), fresh()->each(), fresh()->peek(), fresh()->has(), get_object_vars(fresh())]), "\n";
echo json_encode(fresh()), "\n";
$e = fresh();
array_walk($e, function ($v, $k) { if (is_array($v)) echo str_replace("\0", '\\', $k), ' ', count($v), "\n"; });
echo count($e->getTrace()), "\n";
echo "serialised\n";
$text = serialize(fresh());
echo str_replace("\0", '\\', preg_replace('/s:\d+:"FILE"/', 'FILE', mask($text))), "\n";
$back = unserialize($text);
echo get_class($back), ' ', $back->getTrace()[0]['function'], ' ', json_encode($back->getTrace()[0]['args']), ' ', mask($back->getTraceAsString()), "\n";
$short = unserialize('O:9:"Exception":1:{s:10:"' . "\0*\0" . 'message";s:2:"hi";}');
echo $short->getMessage(), ' ', json_encode(count($short->getTrace())), "\n";
function inside() { return unserialize('O:9:"Exception":1:{s:10:"' . "\0*\0" . 'message";s:2:"hi";}'); }
echo count(inside()->getTrace()), "\n";
echo "reflection\n";
$p = new ReflectionProperty('Exception', 'trace');
$p->setAccessible(true);
echo json_encode(array_column($p->getValue(fresh()), 'function')), "\n";
$e = fresh();
var_dump($p->isInitialized($e));
$p->setValue($e, [['function' => 'forged', 'args' => [1]]]);
echo $e->getTraceAsString(), ' ', count($e->getTrace()), "\n";
$e = fresh();
$p->setValue($e, []);
echo $e->getTraceAsString(), "\n";
try { $p->setValue($e, 5); } catch (TypeError $t) { echo $t->getMessage(), "\n"; }
echo json_encode((new ReflectionObject(fresh()))->hasProperty('trace')), "\n";
$ctor = (new ReflectionClass('Mine'))->newInstanceWithoutConstructor();
echo json_encode(array_column($p->getValue($ctor), 'function')), "\n";
echo "compared\n";
function two() { $x = []; foreach ([1, 1, 2] as $n) $x[] = make($n); return $x; }
[$a, $b, $c] = two();
var_dump($a == $b, $a == $c, $a <=> $b, in_array($c, [$a, $b]), array_search($b, [$c, $a]));
echo "not cloned\n";
try { $n = clone fresh(); } catch (Error $x) { echo $x->getMessage(), "\n"; }
echo "walked\n";
echo json_encode([count(iterator_to_array(new ArrayIterator(fresh()))), count(new ArrayObject(fresh()))]), "\n";
echo http_build_query(fresh()), "\n";
$m = fresh();
if (function_exists("mb_convert_variables")) mb_convert_variables('UTF-8', 'ISO-8859-1', $m);
echo count($m->getTrace()), ' ', $m->getMessage(), "\n";
echo "text\n";
echo mask((string) new Mine('outer', 1, fresh())), "\n";
ob_start(); debug_zval_refcount: debug_zval_refcount(fresh());
function debug_zval_refcount($x) { debug_zval_dump($x); }
echo preg_replace('/string\(\d+\) "FILE"/', 'FILE', mask(preg_replace('/ (interned|refcount\(\d+\))/', '', ob_get_clean())));
echo "variables by reference\n";
$e = fresh();
foreach ((array) $e as $k => &$v) if (is_array($v)) { $v[] = 'more'; echo count($v), "\n"; }
unset($v);
echo count($e->getTrace()), "\n";
$t = $e->getTrace();
$t[0]['function'] = 'mine';
echo $e->getTrace()[0]['function'], "\n";
echo "weak\n";
$w = WeakReference::create($e);
$map = new WeakMap;
$map[$e] = make(new Thing);
echo count($map), ' ', get_class($w->get()), "\n";
unset($e);
echo count($map), ' ', json_encode($w->get()), "\n";
--EXPECTF--
var_dump
object(Mine)#1 (9) {
  ["message":protected]=>
  string(3) "msg"
  ["string":"Exception":private]=>
  string(0) ""
  ["code":protected]=>
  int(3)
  ["file":protected]=>
  FILE
  ["line":protected]=>
  int(14)
  ["trace":"Exception":private]=>
  array(2) {
    [0]=>
    array(4) {
      ["file"]=>
      FILE
      ["line"]=>
      int(16)
      ["function"]=>
      string(4) "make"
      ["args"]=>
      array(2) {
        [0]=>
        int(1)
        [1]=>
        string(3) "two"
      }
    }
    [1]=>
    array(4) {
      ["file"]=>
      FILE
      ["line"]=>
      int(19)
      ["function"]=>
      string(5) "fresh"
      ["args"]=>
      array(0) {
      }
    }
  }
  ["previous":"Exception":private]=>
  NULL
  ["pub"]=>
  string(1) "p"
  ["own":"Mine":private]=>
  string(1) "o"
}
print_r, var_export
Mine Object
(
    [message:protected] => msg
    [string:Exception:private] => 
    [code:protected] => 3
    [file:protected] => FILE
    [line:protected] => 14
    [trace:Exception:private] => Array
        (
            [0] => Array
                (
                    [file] => FILE
                    [line] => 16
                    [function] => make
                    [args] => Array
                        (
                            [0] => 1
                            [1] => two
                        )

                )

            [1] => Array
                (
                    [file] => FILE
                    [line] => 21
                    [function] => fresh
                    [args] => Array
                        (
                        )

                )

        )

    [previous:Exception:private] => 
    [pub] => p
    [own:Mine:private] => o
)
\Mine::__set_state(array(
   'message' => 'msg',
   'string' => '',
   'code' => 3,
   'file' => 'FILE',
   'line' => 14,
   'trace' => 
  array (
    0 => 
    array (
      'file' => 'FILE',
      'line' => 16,
      'function' => 'make',
      'args' => 
      array (
        0 => 1,
        1 => 'two',
      ),
    ),
    1 => 
    array (
      'file' => 'FILE',
      'line' => 21,
      'function' => 'fresh',
      'args' => 
      array (
      ),
    ),
  ),
   'previous' => NULL,
   'pub' => 'p',
   'own' => 'o',
))
casts, tables
["\\*\\message","\\Exception\\string","\\*\\code","\\*\\file","\\*\\line","\\Exception\\trace","\\Exception\\previous","pub","\\Mine\\own"]
2 make
[]
\Exception\trace 2
[["message","code","file","line","pub","own"],["message","code","file","line","pub","own"],null,[false,false],{"pub":"p"}]
{"pub":"p"}
\Exception\trace 2
2
serialised
O:4:"Mine":9:{s:10:"\*\message";s:3:"msg";s:17:"\Exception\string";s:0:"";s:7:"\*\code";i:3;s:7:"\*\file";FILE;s:7:"\*\line";i:14;s:16:"\Exception\trace";a:2:{i:0;a:4:{s:4:"file";FILE;s:4:"line";i:16;s:8:"function";s:4:"make";s:4:"args";a:2:{i:0;i:1;i:1;s:3:"two";}}i:1;a:4:{s:4:"file";FILE;s:4:"line";i:35;s:8:"function";s:5:"fresh";s:4:"args";a:0:{}}}s:19:"\Exception\previous";N;s:3:"pub";s:1:"p";s:9:"\Mine\own";s:1:"o";}
Mine make [1,"two"] #0 FILE(16): make(1, 'two')
#1 FILE(35): fresh()
#2 {main}
hi 1
2
reflection
["make","fresh"]
bool(true)
#0 [internal function]: forged(1)
#1 {main} 1
#0 {main}
Cannot assign int to property Exception::$trace of type array
false
["newInstanceWithoutConstructor"]
compared
bool(true)
bool(false)
int(0)
bool(false)
int(1)
not cloned
Trying to clone an uncloneable object of class Mine
walked
[1,1]
pub=p
2 msg
text
Mine: msg in FILE:14
Stack trace:
#0 FILE(16): make(1, 'two')
#1 FILE(71): fresh()
#2 {main}

Next Mine: outer in FILE:71
Stack trace:
#0 {main}
object(Mine)#12 (9){
  ["message":protected]=>
  string(3) "msg"
  ["string":"Exception":private]=>
  string(0) ""
  ["code":protected]=>
  int(3)
  ["file":protected]=>
  FILE
  ["line":protected]=>
  int(14)
  ["trace":"Exception":private]=>
  array(2){
    [0]=>
    array(4){
      ["file"]=>
      FILE
      ["line"]=>
      int(16)
      ["function"]=>
      string(4) "make"
      ["args"]=>
      array(2){
        [0]=>
        int(1)
        [1]=>
        string(3) "two"
      }
    }
    [1]=>
    array(4){
      ["file"]=>
      FILE
      ["line"]=>
      int(72)
      ["function"]=>
      string(5) "fresh"
      ["args"]=>
      array(0) {
      }
    }
  }
  ["previous":"Exception":private]=>
  NULL
  ["pub"]=>
  string(1) "p"
  ["own":"Mine":private]=>
  string(1) "o"
}
variables by reference
3
2
make
weak
1 Mine
0 null
