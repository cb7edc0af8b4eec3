--TEST--
random: engines bit for bit, what a randomizer makes of them, engines of the program, errors, states
--FILE--
<?php
use Random\Engine\Mt19937; use Random\Randomizer;
try { new Mt19937(1, 5); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
$m = new Mt19937(1); 
echo substr(serialize($m),0,200), substr(serialize($m), -100), "\n";
print_r(array_slice($m->__debugInfo()['__states'], -3));
$p = new Random\Engine\PcgOneseq128XslRr64(5); echo serialize($p), "\n"; print_r($p); var_export($p);
try { $p->x = 1;  } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { clone new Randomizer;  } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { $r= new Randomizer; $r->y=1; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { $r= new Randomizer($p); $r->__construct($p); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { serialize(new Random\Engine\Secure); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { clone new Random\Engine\Secure; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { $z = new Random\Engine\Secure; $z->x = 1; } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
echo serialize(new Randomizer($p)), "\n";
try { unserialize(str_replace('d:', 'd:', 'O:33:"Random\Engine\PcgOneseq128XslRr64":0:{}')); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { new Random\Engine\PcgOneseq128XslRr64('a'); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { new Random\Engine\Xoshiro256StarStar('a'); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { new Random\Engine\Xoshiro256StarStar(str_repeat("\0",32)); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { $p->jump(-1); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
final class U implements Random\Engine { public $n = 0; public $l; function __construct($l) {$this->l = $l;} function generate(): string { $this->n++; return substr("\x12\x34\x56\x78\x9a\xbc\xde\xff\x11\x22",0, $this->l); } }
for ($l = 0; $l <= 10; $l++) { $u = new U($l); $r = new Randomizer($u); 
 foreach (['nextInt'=>[], 'getInt'=>[1,100], 'getBytes'=>[5], 'getBytes '=>[20], 'shuffleArray'=>[[1,2,3]], 'shuffleBytes'=>['abcd'], 'pickArrayKeys'=>[['a'=>1,'b'=>2,'c'=>3],3], 'pickArrayKeys '=>[['a'=>1,'b'=>2,'c'=>3],2], 'getInt '=>[0,1<<40]] as $m=>$a) {
  try { $u->n = 0; $v = $r->{trim($m)}(...$a); echo "$l $m ", is_string($v)?bin2hex($v):json_encode($v), " $u->n\n"; } catch (Throwable $e) { echo "$l $m ", get_class($e), ' ', $e->getMessage(), ' ', $e->getPrevious()?->getMessage(), " $u->n\n"; }
 }}
$c = clone $p; var_dump($c == $p, $c->generate() === $p->generate(), (array)$p);

$d = new Randomizer(new U(8)); echo serialize($d), "\n"; var_dump(unserialize(serialize($d))->nextInt());
try { unserialize('O:17:"Random\Randomizer":1:{i:0;a:1:{s:6:"engine";i:1;}}'); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), ' ', $e->getPrevious()?->getMessage(), "\n"; }
try { unserialize('O:17:"Random\Randomizer":0:{}'); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
try { unserialize('O:17:"Random\Randomizer":1:{i:0;i:1;}'); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
$s = serialize($m); $s2 = str_replace('i:624;i:0', 'i:624;i:9999', $s); 
try { var_dump($s2 === $s, unserialize($s2)); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
class I extends ArrayObject implements Random\Engine { function generate(): string { return "abcdefgh"; } }
echo (new Randomizer(new I))->nextInt(), "\n";
try { class J { } ; new Randomizer(new J); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), "\n"; }
foreach ([new Mt19937(42), new Mt19937(42, MT_RAND_PHP), new Random\Engine\PcgOneseq128XslRr64(42), new Random\Engine\Xoshiro256StarStar(42), new Random\Engine\PcgOneseq128XslRr64("0123456789abcdef"),new Random\Engine\Xoshiro256StarStar("0123456789abcdef0123456789abcdef"),new Random\Engine\Xoshiro256StarStar(-3)] as $e) {
 for ($i=0;$i<700;$i++) $x = bin2hex($e->generate());
 echo $x, "\n";
 if (method_exists($e,'jump')) { if ($e instanceof Random\Engine\Xoshiro256StarStar) { $e->jump(); echo bin2hex($e->generate()); $e->jumpLong(); echo bin2hex($e->generate());} else {$e->jump(12345678901); echo bin2hex($e->generate()); } }
 $f = unserialize(serialize($e)); $r = new Randomizer($f);
 echo json_encode([$r->nextInt(), $r->getInt(1,6), $r->getInt(-5, PHP_INT_MAX), $r->getInt(PHP_INT_MIN, PHP_INT_MAX), $r->getInt(0,0xffffffff), $r->getInt(5,5), bin2hex($r->getBytes(11)), $r->shuffleArray(range(1,20)), $r->shuffleArray(['a'=>1,'b'=>2]), $r->shuffleBytes('Hello, World'), $r->pickArrayKeys(range(10,30), 5), $r->pickArrayKeys(['x'=>1,'y'=>2], 1), $r->shuffleArray([]), $r->shuffleBytes('')]), "\n";
 try { $r->getInt(2,1); } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
 try { $r->getBytes(0); } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
 try { $r->pickArrayKeys([], 1); } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
 try { $r->pickArrayKeys([1], 2); } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
}
foreach ([MT_RAND_MT19937, MT_RAND_PHP] as $mode) { mt_srand(7, $mode); 
 $a = range(1,10); shuffle($a); $h = [5=>1, 9=>2, 100=>3, 101=>4]; unset($h[9], $h[5]); 
 echo json_encode([mt_rand(), mt_rand(1,100), mt_rand(0, PHP_INT_MAX), rand(), rand(1,100), rand(100,1), $a, array_rand($a), array_rand($a, 4), array_rand($h), array_rand($h, 2), str_shuffle('abcdefgh'), mt_rand(5,5)]), "\n"; }
foreach ([fn() => mt_rand(5), fn()=>mt_rand(5,1), fn() => random_int(5,1), fn() => random_bytes(0), fn() => rand(1), fn() => mt_srand(1, 7), fn()=>random_bytes(-1), fn()=>array_rand([],1), fn()=>array_rand([1],2)] as $f) try { var_dump($f()); } catch (Throwable $t) { echo get_class($t), ' ', $t->getMessage(), "\n"; }
mt_srand(3); mt_rand(); mt_srand(1, 7); echo mt_rand(), ' ', mt_rand(1, 10), "\n";
srand(5); echo rand(), ' ', mt_rand(), ' ', rand(1, 9), ' ', lcg_value() < 1, "\n";
class Thrower implements Random\Engine { public $n = 0; function generate(): string { if (++$this->n > 2) throw new LogicException('no'); return "\1\2"; } }
foreach (['nextInt'=>[], 'getInt'=>[1,1000], 'getBytes'=>[5], 'shuffleArray'=>[[[1],[2],[3]]], 'pickArrayKeys'=>[range(1,20), 3]] as $m => $args) try { echo json_encode((new Randomizer(new Thrower))->$m(...$args)), "\n"; } catch (Throwable $t) { echo get_class($t), ' ', $t->getMessage(), "\n"; }
function g() { $r = new Randomizer(new class implements Random\Engine { function generate(): string { Fiber::suspend('s'); return 'abcdefgh'; } }); return $r->shuffleArray([1,2,3]); }
$f = new Fiber('g'); $f->start(); $n = 0; while (!$f->isTerminated()) { $f->resume(); $n++; } echo $n, json_encode($f->getReturn()), "\n";
$o = new stdClass; $r = new Randomizer(new Mt19937(3)); $z = $r->shuffleArray([$o, 'x', [1]]); echo count($z), "\n";
foreach ([0 => 'x', 624 => 'n', 625 => 7, 626 => 1] as $k => $v) { $s = (new Mt19937(1))->__serialize(); $s[1][$k] = $v; try { (new Mt19937(2))->__unserialize($s); echo "$k taken\n"; } catch (Throwable $t) { echo "$k ", $t->getMessage(), "\n"; } }
foreach ([624 => 625, 625 => -1] as $k => $v) { $s = (new Mt19937(1))->__serialize(); $s[1][$k] = $v; try { (new Mt19937(2))->__unserialize($s); echo "$k taken\n"; } catch (Throwable $t) { echo "$k ", $t->getMessage(), "\n"; } }
$s = (new Random\Engine\Xoshiro256StarStar(1))->__serialize(); foreach ([0,1,2,3] as $k) $s[1][$k] = str_repeat('0', 16); try { (new Random\Engine\Xoshiro256StarStar(2))->__unserialize($s); echo "zero taken\n"; } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
$s[2] = 1; try { (new Random\Engine\Xoshiro256StarStar(2))->__unserialize($s); echo "more taken\n"; } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
$s = (new Random\Engine\Xoshiro256StarStar(1))->__serialize(); $s[1][1] = strtoupper($s[1][1]); try { (new Random\Engine\Xoshiro256StarStar(2))->__unserialize($s); echo "upper taken\n"; } catch (Throwable $t) { echo $t->getMessage(), "\n"; }
var_dump(new Mt19937(1) == new Mt19937(2), (new ReflectionClass('Random\Randomizer'))->isFinal());
--EXPECT--
ValueErrorRandom\Engine\Mt19937::__construct(): Argument #2 ($mode) must be either MT_RAND_MT19937 or MT_RAND_PHP
O:21:"Random\Engine\Mt19937":2:{i:0;a:0:{}i:1;a:626:{i:0;s:8:"9a7ab49c";i:1;s:8:"0891d1b1";i:2;s:8:"1717a028";i:3;s:8:"e1306cf0";i:4;s:8:"e6c0402f";i:5;s:8:"3d3c1cc5";i:6;s:8:"bb488905";i:7;s:8:"323f6s:8:"4e00e6fb";i:621;s:8:"62061520";i:622;s:8:"e7223f16";i:623;s:8:"5923f806";i:624;i:0;i:625;i:0;}}
Array
(
    [0] => 5923f806
    [1] => 0
    [2] => 0
)
O:33:"Random\Engine\PcgOneseq128XslRr64":2:{i:0;a:0:{}i:1;a:2:{i:0;s:16:"2d482238e35f56f9";i:1;s:16:"f314845713e7bcfd";}}
Random\Engine\PcgOneseq128XslRr64 Object
(
    [__states] => Array
        (
            [0] => 2d482238e35f56f9
            [1] => f314845713e7bcfd
        )

)
\Random\Engine\PcgOneseq128XslRr64::__set_state(array(
))ErrorCannot create dynamic property Random\Engine\PcgOneseq128XslRr64::$x
ErrorTrying to clone an uncloneable object of class Random\Randomizer
ErrorCannot create dynamic property Random\Randomizer::$y
ErrorCannot modify readonly property Random\Randomizer::$engine
ExceptionSerialization of 'Random\Engine\Secure' is not allowed
ErrorTrying to clone an uncloneable object of class Random\Engine\Secure
ErrorCannot create dynamic property Random\Engine\Secure::$x
O:17:"Random\Randomizer":1:{i:0;a:1:{s:6:"engine";O:33:"Random\Engine\PcgOneseq128XslRr64":2:{i:0;a:0:{}i:1;a:2:{i:0;s:16:"2d482238e35f56f9";i:1;s:16:"f314845713e7bcfd";}}}}
ExceptionInvalid serialization data for Random\Engine\PcgOneseq128XslRr64 object
ValueErrorRandom\Engine\PcgOneseq128XslRr64::__construct(): Argument #1 ($seed) must be a 16 byte (128 bit) string
ValueErrorRandom\Engine\Xoshiro256StarStar::__construct(): Argument #1 ($seed) must be a 32 byte (256 bit) string
ValueErrorRandom\Engine\Xoshiro256StarStar::__construct(): Argument #1 ($seed) must not consist entirely of NUL bytes
ValueErrorRandom\Engine\PcgOneseq128XslRr64::jump(): Argument #1 ($advance) must be greater than or equal to 0
0 nextInt Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 getInt Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 getBytes Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 getBytes  Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 shuffleArray Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 shuffleBytes Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 pickArrayKeys ["a","b","c"] 0
0 pickArrayKeys  Random\BrokenRandomEngineError A random engine must return a non-empty string  1
0 getInt  Random\BrokenRandomEngineError A random engine must return a non-empty string  1
1 nextInt 9 1
1 getInt 63 4
1 getBytes 1212121212 5
1 getBytes  1212121212121212121212121212121212121212 20
1 shuffleArray [2,3,1] 8
1 shuffleBytes 62646163 12
1 pickArrayKeys ["a","b","c"] 0
1 pickArrayKeys  ["b","c"] 4
1 getInt  77611401216 8
2 nextInt 6665 1
2 getInt 11 2
2 getBytes 1234123412 3
2 getBytes  1234123412341234123412341234123412341234 10
2 shuffleArray [2,1,3] 4
2 shuffleBytes 62616463 6
2 pickArrayKeys ["a","b","c"] 0
2 pickArrayKeys  ["a","b"] 2
2 getInt  78179607006 4
3 nextInt 2824713 1
3 getInt 15 2
3 getBytes 1234561234 2
3 getBytes  1234561234561234561234561234561234561234 7
3 shuffleArray [2,3,1] 4
3 shuffleBytes 62646163 6
3 pickArrayKeys ["a","b","c"] 0
3 pickArrayKeys  ["b","c"] 2
3 getInt  223642526140 3
4 nextInt 1009457673 1
4 getInt 47 1
4 getBytes 1234567812 2
4 getBytes  1234567812345678123456781234567812345678 5
4 shuffleArray [2,3,1] 2
4 shuffleBytes 62646163 3
4 pickArrayKeys ["a","b","c"] 0
4 pickArrayKeys  ["b","c"] 1
4 getInt  79320440286 2
5 nextInt 331721939465 1
5 getInt 47 1
5 getBytes 123456789a 1
5 getBytes  123456789a123456789a123456789a123456789a 4
5 shuffleArray [2,3,1] 2
5 shuffleBytes 62646163 3
5 pickArrayKeys ["a","b","c"] 0
5 pickArrayKeys  ["b","c"] 1
5 getInt  663438229504 2
6 nextInt 103685814950409 1
6 getInt 47 1
6 getBytes 123456789a 1
6 getBytes  123456789abc123456789abc123456789abc1234 4
6 shuffleArray [2,3,1] 2
6 shuffleBytes 62646163 3
6 pickArrayKeys ["a","b","c"] 0
6 pickArrayKeys  ["b","c"] 1
6 getInt  663440466262 2
7 nextInt 31347408229833225 1
7 getInt 47 1
7 getBytes 123456789a 1
7 getBytes  123456789abcde123456789abcde123456789abc 3
7 shuffleArray [2,3,1] 2
7 shuffleBytes 62646163 3
7 pickArrayKeys ["a","b","c"] 0
7 pickArrayKeys  ["b","c"] 1
7 getInt  663442642262 2
8 nextInt 9218690648065645065 1
8 getInt 47 1
8 getBytes 123456789a 1
8 getBytes  123456789abcdeff123456789abcdeff12345678 3
8 shuffleArray [2,3,1] 2
8 shuffleBytes 62646163 3
8 pickArrayKeys ["a","b","c"] 0
8 pickArrayKeys  ["b","c"] 1
8 getInt  663427110230 1
9 nextInt 9218690648065645065 1
9 getInt 47 1
9 getBytes 123456789a 1
9 getBytes  123456789abcdeff123456789abcdeff12345678 3
9 shuffleArray [2,3,1] 2
9 shuffleBytes 62646163 3
9 pickArrayKeys ["a","b","c"] 0
9 pickArrayKeys  ["b","c"] 1
9 getInt  663427110230 1
10 nextInt 9218690648065645065 1
10 getInt 47 1
10 getBytes 123456789a 1
10 getBytes  123456789abcdeff123456789abcdeff12345678 3
10 shuffleArray [2,3,1] 2
10 shuffleBytes 62646163 3
10 pickArrayKeys ["a","b","c"] 0
10 pickArrayKeys  ["b","c"] 1
10 getInt  663427110230 1
bool(true)
bool(true)
array(0) {
}
O:17:"Random\Randomizer":1:{i:0;a:1:{s:6:"engine";O:1:"U":2:{s:1:"n";i:0;s:1:"l";i:8;}}}
int(9218690648065645065)
ExceptionInvalid serialization data for Random\Randomizer object 
ExceptionInvalid serialization data for Random\Randomizer object
ExceptionInvalid serialization data for Random\Randomizer object
bool(true)
string(7) "getInt "
3761547144103833904
TypeErrorRandom\Randomizer::__construct(): Argument #1 ($engine) must be of type ?Random\Engine, J given
92aef5ee
[1080476892,6,2370413069268322678,5740703850156789664,2343406258,5,"64d603f10b953da0429fd7",[14,12,10,3,6,2,19,5,16,18,20,4,15,1,9,11,7,8,17,13],[1,2],"Hl Wloerd,lo",[13,14,15,16,19],["x"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
e2ee81d1
[489240875,4,7899724414000824315,-3749517813891465216,3970446406,5,"9da95dac7d3dd4e6f9308f",[2,10,18,1,3,13,19,5,9,12,15,6,7,14,16,8,17,4,11,20],[2,1],"oer lHWdoll,",[12,14,16,17,19],["y"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
6deac8bad7088de4
722203efcbfd838a[883300564337157901,2,5535476280619138874,-6524775633386422972,1466474706,5,"1ebd79423fd076aa052169",[3,4,6,18,10,20,19,2,5,9,7,13,12,16,14,11,15,8,17,1],[1,2],"ol HordllW,e",[0,8,17,18,20],["y"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
b0d2224c84444732
5dbd7fa7b73a8c0c97d4b3e57bfdd97d[7278115030056888446,5,535056196320871243,-668709625411692147,2659567392,5,"5663fff990bd328e6ef8b9",[4,14,1,17,8,12,2,7,10,11,6,3,5,16,19,9,15,20,18,13],[2,1],"rHelo,loW ld",[1,2,10,13,14],["x"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
8aea8022ab46d89c
fbe240d38c93ad84[5818996125076679006,6,4734246514690157467,1012946970459114395,830881581,5,"d183fb933ac781bb673098",[3,5,6,19,12,4,16,13,17,1,11,10,20,2,9,18,7,15,8,14],[1,2],"oolrHWlle d,",[1,11,12,17,20],["y"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
26793f569deec25d
6ce5be8b83a3fd9d9a9758728b5fc700[7338363193925937541,3,233095018566356966,-6379861563704506711,4065433146,5,"23504c2a311d425295c1a6",[20,13,9,12,19,16,8,11,1,7,3,4,14,2,6,18,15,5,10,17],[1,2],"olleWldo, Hr",[1,6,10,14,16],["y"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
53645a5591b1886f
84c1f4128f2c02891360887c1b31f5d6[705654879047322236,5,7261042564702729754,409831889764747179,1648033910,5,"f34357e8f05bdc137fad73",[17,1,12,18,3,9,11,8,16,14,20,5,7,13,15,2,4,10,6,19],[2,1],"rl,doWoHll e",[1,4,5,8,14],["y"],[],""]
Random\Randomizer::getInt(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
Random\Randomizer::getBytes(): Argument #1 ($length) must be greater than 0
Random\Randomizer::pickArrayKeys(): Argument #1 ($array) cannot be empty
Random\Randomizer::pickArrayKeys(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
[661452380,59,20668929949895191,186280108,63,31,[10,1,9,4,3,7,8,2,5,6],6,[2,3,6,8],101,[100,101],"bfaegcdh",5]
[1478951722,47,2433778930931466240,1076148004,9,93,[5,1,3,4,6,7,9,10,8,2],0,[0,1,2,6],101,[100,101],"bfegachd",5]
ArgumentCountError mt_rand() expects exactly 2 arguments, 1 given
ValueError mt_rand(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
ValueError random_int(): Argument #1 ($min) must be less than or equal to argument #2 ($max)
ValueError random_bytes(): Argument #1 ($length) must be greater than 0
ArgumentCountError rand() expects exactly 2 arguments, 1 given
NULL
ValueError random_bytes(): Argument #1 ($length) must be greater than 0
ValueError array_rand(): Argument #1 ($array) cannot be empty
ValueError array_rand(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
895547922 10
476726705 118498407 8 1
256
482
LogicException no
LogicException no
LogicException no
2[1,3,2]
3
0 Invalid serialization data for Random\Engine\Mt19937 object
624 Invalid serialization data for Random\Engine\Mt19937 object
625 Invalid serialization data for Random\Engine\Mt19937 object
626 Invalid serialization data for Random\Engine\Mt19937 object
624 Invalid serialization data for Random\Engine\Mt19937 object
625 Invalid serialization data for Random\Engine\Mt19937 object
zero taken
Invalid serialization data for Random\Engine\Xoshiro256StarStar object
upper taken
bool(true)
bool(true)
