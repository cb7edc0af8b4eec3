--TEST--
Interpolation and ropes
--FILE--
<?php
$name = 'World';
$a = ['k' => 'v', 3 => 'three'];
$o = new stdClass;
$o->p = 'prop';
echo "Hello $name\n", "$name", "$a[k] $a[3] {$a['k']}\n", "{$o->p} $o->p {$name}\n";
echo <<<TEXT
  one $name
    two {$a['k']}
  TEXT . "\n";
echo 'a' . $name . 'b' . 1.5 . PHP_EOL;
$s = 'abc';
$s[1] = 'X';
echo $s, $s[0], $s[-1], "\n";
--EXPECT--
Hello World
Worldv three v
prop prop World
one World
  two v
aWorldb1.5
aXcac
--OPS--
$_main:
     ; (lines=54, args=0, vars=4, tmps=36)
     ; (before optimizer)
     ; FILE:1-15
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($name) string("World")
0001 ASSIGN CV1($a) array(...)
0002 V6 = NEW 0 string("stdClass")
0003 DO_FCALL
0004 ASSIGN CV2($o) V6
0005 ASSIGN_OBJ CV2($o) string("p")
0006 OP_DATA string("prop")
0007 T11 = ROPE_INIT 3 string("Hello ")
0008 T11 = ROPE_ADD 1 T11 CV0($name)
0009 T10 = ROPE_END 2 T11 string("
")
0010 ECHO T10
0011 T13 = CAST (string) CV0($name)
0012 ECHO T13
0013 T14 = FETCH_DIM_R CV1($a) string("k")
0014 T18 = ROPE_INIT 6 T14
0015 T18 = ROPE_ADD 1 T18 string(" ")
0016 T15 = FETCH_DIM_R CV1($a) int(3)
0017 T18 = ROPE_ADD 2 T18 T15
0018 T18 = ROPE_ADD 3 T18 string(" ")
0019 T16 = FETCH_DIM_R CV1($a) string("k")
0020 T18 = ROPE_ADD 4 T18 T16
0021 T17 = ROPE_END 5 T18 string("
")
0022 ECHO T17
0023 T21 = FETCH_OBJ_R CV2($o) string("p")
0024 T24 = ROPE_INIT 6 T21
0025 T24 = ROPE_ADD 1 T24 string(" ")
0026 T22 = FETCH_OBJ_R CV2($o) string("p")
0027 T24 = ROPE_ADD 2 T24 T22
0028 T24 = ROPE_ADD 3 T24 string(" ")
0029 T24 = ROPE_ADD 4 T24 CV0($name)
0030 T23 = ROPE_END 5 T24 string("
")
0031 ECHO T23
0032 T29 = ROPE_INIT 4 string("one ")
0033 T29 = ROPE_ADD 1 T29 CV0($name)
0034 T29 = ROPE_ADD 2 T29 string("
  two ")
0035 T27 = FETCH_DIM_R CV1($a) string("k")
0036 T28 = ROPE_END 3 T29 T27
0037 T31 = CONCAT T28 string("
")
0038 ECHO T31
0039 T32 = CONCAT string("a") CV0($name)
0040 T33 = CONCAT T32 string("b")
0041 T34 = CONCAT T33 string("1.5")
0042 T35 = CONCAT T34 string("
")
0043 ECHO T35
0044 ASSIGN CV3($s) string("abc")
0045 ASSIGN_DIM CV3($s) int(1)
0046 OP_DATA string("X")
0047 ECHO CV3($s)
0048 T38 = FETCH_DIM_R CV3($s) int(0)
0049 ECHO T38
0050 T39 = FETCH_DIM_R CV3($s) int(-1)
0051 ECHO T39
0052 ECHO string("
")
0053 RETURN int(1)
LIVE RANGES:
     6: 0003 - 0004 (new)
     11: 0007 - 0009 (rope)
     18: 0014 - 0021 (rope)
     24: 0024 - 0030 (rope)
     29: 0032 - 0036 (rope)
