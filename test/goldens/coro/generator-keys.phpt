--TEST--
automatic, explicit, repeated, negative and odd keys
--FILE--
<?php
function k() { yield 'a'; yield 10 => 'b'; yield 'c'; yield -5 => 'd'; yield 'e'; yield 'str' => 'f'; yield 'g'; yield '7' => 'h'; yield 'i'; yield 1.5 => 'j'; yield null => 'k'; yield true => 'l'; yield [1] => 'm'; yield new ArrayObject => 'n'; yield 'o'; yield PHP_INT_MAX - 1 => 'p'; yield 'q'; }
foreach (k() as $k => $v) echo is_scalar($k) || $k === null ? var_export($k, true) : gettype($k), "=>$v ";
echo "\n";
function f() { yield 1; yield from ['x' => 2, 5 => 3, 4]; yield 5; yield from k2(); yield 8; } function k2() { yield 6; yield 100 => 7; }
foreach (f() as $k => $v) echo "$k=>$v "; echo "\n", json_encode(iterator_to_array(f())), json_encode(iterator_to_array(f(), false)), "\n";
try { iterator_to_array(k()); } catch (TypeError|Exception $e) { echo get_class($e), ' ', $e->getMessage(), "\n"; }
try { echo json_encode([...f()]), "\n"; echo json_encode([...(function () { yield new stdClass => 1; })()]); } catch (Error $e) { echo $e->getMessage(), "\n"; }
function deps() { $k = yield; yield $k => $k; } $g = deps(); $g->send('sent'); echo $g->key(), $g->current(), "\n";
function kv() { yield (yield 'ask key') => (yield 'ask value'); } $g = kv(); $g->current(); $g->send('K'); $g->send('V'); echo $g->key(), '=>', $g->current(), "\n";
function over() { yield PHP_INT_MAX => 1; yield 2; } foreach (over() as $k => $v) { var_dump($k); }
['a' => $x, 'b' => [$y]] = iterator_to_array((function () { yield 'a' => 1; yield 'b' => [2]; })()); echo $x, $y, "\n";
--EXPECTF--
0=>a 10=>b 11=>c -5=>d 12=>e 'str'=>f 13=>g '7'=>h 14=>i 1.5=>j NULL=>k true=>l array=>m object=>n 15=>o 9223372036854775806=>p 9223372036854775807=>q 
0=>1 x=>2 5=>3 6=>4 1=>5 0=>6 100=>7 2=>8 
{"0":6,"x":2,"5":3,"6":4,"1":5,"100":7,"2":8}[1,2,3,4,5,6,7,8]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7
TypeError Illegal offset type
{"0":1,"x":2,"1":3,"2":4,"3":5,"4":6,"5":7,"6":8}
Keys must be of type int|string during array unpacking
sentsent
K=>V
int(9223372036854775807)
int(-9223372036854775808)
12
