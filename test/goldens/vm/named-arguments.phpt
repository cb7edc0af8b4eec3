--TEST--
named arguments: skipped parameters take their defaults, in functions without types too
--FILE--
<?php
function plain($a = 1, $b = [1, 2], ...$more) { echo json_encode([$a, $b, $more]), "\n"; }
function typed(int $a = 1, array $b = []) { echo json_encode([$a, $b]), "\n"; }
class C { function m($x = 'x', $y = 'y') { echo "$x $y\n"; } static function s($x = PHP_INT_SIZE, $y = 2) { echo "$x $y\n"; } }
plain(b: [9]);
plain(b: 9, c: 10);
typed(b: [9]);
(new C)->m(y: 'Y');
C::s(y: 3);
$f = 'plain';
$f(b: 4);
call_user_func('plain', b: 5);
call_user_func_array('plain', ['b' => 6]);
(fn ($p = 7, $q = 8) => print("$p $q\n"))(q: 9);
function required($a, $b = 2) {}
try { required(b: 1); } catch (ArgumentCountError $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
[1,[9],[]]
[1,9,{"c":10}]
[1,[9]]
x Y
8 3
[1,4,[]]
[1,5,[]]
[1,6,[]]
7 9
required(): Argument #1 ($a) not passed
