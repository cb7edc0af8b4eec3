--TEST--
Arrays, references, strings, variables by name
--FILE--
<?php
// arrays
$a = []; $a[] = 1; $a['x']['y'][] = 2; $a["5"] = 'five'; $a[] = 'six'; $a[-3] = 'neg';
foreach ($a as $k => $v) { echo $k, '=>', is_array($v) ? 'arr' : $v, "\n"; }
$b = $a; $b['x']['y'][] = 3; echo count($a['x']['y']), count($b['x']['y']), "\n";
$r = &$a['x']; $c = $a; $c['x']['z'] = 9; echo isset($a['x']['z']) ? 'shared' : 'not', "\n"; unset($r);
echo $a['nope'] ?? 'dflt', "\n";
echo @$a['nope'], "|\n";
$s = 'abc'; $s[1] = 'X'; $s[5] = 'Y'; echo $s, "|\n"; echo $s[-1], $s[0], "\n";
$i = 5; $i .= 'x'; echo $i, "\n"; $i = 7; $i += 2; $i *= 3; $i -= 1; $i **= 2; echo $i, "\n";
$q = null; $q[] = 1; $q[][] = 2; echo json($q), "\n";
function json($x) { if (is_array($x)) { $o = '['; foreach ($x as $k => $v) $o .= $k . ':' . json($v) . ','; return $o . ']'; } return $x === null ? 'null' : ($x === true ? 'true' : ($x === false ? 'false' : (string)$x)); }
[$x, [0 => $y, 'k' => $z]] = [1, [2, 'k' => 3]]; echo $x, $y, $z, "\n";
[$x, $y] = [$y, $x]; echo $x, $y, "\n";
list('a' => $p, 'b' => $q) = ['a' => 10, 'b' => 20]; echo $p, $q, "\n";
$arr = [1, 2, 3]; foreach ($arr as &$v) { $v *= 2; } unset($v); echo json($arr), "\n";
[$m, &$n] = $arr; $n = 99; echo json($arr), "\n";
$n1 = 'dyn'; $$n1 = 'vv'; echo $dyn, "\n"; ${'a b'} = 4; echo ${'a b'}, "\n";
function g() { global $dyn, $newg; $dyn .= '!'; $newg = 5; static $cnt = 0; $cnt++; return $cnt; }
g(); g(); echo g(), $dyn, $newg, "\n";
echo $GLOBALS['dyn'], "\n"; $GLOBALS['zz'] = 3; echo $zz, "\n"; unset($GLOBALS['zz']); echo isset($zz) ? 'set' : 'unset', "\n";
$f = function () use ($x, &$y) { $y++; return $x; }; echo $f(), $y, "\n";
$fn = fn($k) => $k + $x; echo $fn(3), "\n";
echo json([...[1, 2], ...['a' => 3], 4]), "\n";
const FOO = 'foo'; echo FOO, \PHP_VERSION_ID > 80000 ? 'ok' : 'no', "\n";
$t = [3 => 'a', 'b', 1.7 => 'c', true => 'd', null => 'e', '08' => 'f']; echo json($t), "\n";
unset($t[3], $t['']); echo json($t), "\n";
echo isset($t['08'][0]), empty($t['08'][1]), isset($s[2]), isset($s[100]) ? 'y' : 'n', "\n";
$z = [[1,2],[3,4]]; unset($z[0][1]); echo json($z), "\n";
$e1 = $e2 = $e3 = 5; echo $e1, $e2, $e3, "\n";
$u['a'] ??= 3; $u['a'] ??= 4; $u['b'] .= 'x'; echo json($u), "\n";
$u['a']++; ++$u['a']; echo $u['a']--, $u['a'], "\n";

--EXPECTF--
0=>1
x=>arr
5=>five
6=>six
-3=>neg
12
shared
dflt
|
aXc  Y|
Ya
5x
676
[0:1,1:[0:2,],]
123
21
1020
[0:2,1:4,2:6,]
[0:2,1:99,2:6,]
vv
4
3vv!!!5
vv!!!
3
unset
22
5
[0:1,1:2,a:3,2:4,]
foook

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 26
[3:a,4:b,1:d,:e,08:f,]
[4:b,1:d,08:f,]
111n
[0:[0:1,],1:[0:3,1:4,],]
555

Warning: Undefined array key "b" in %s on line 31
[a:3,b:x,]
54
