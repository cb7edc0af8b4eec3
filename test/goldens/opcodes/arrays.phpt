--TEST--
Building and reading arrays
--FILE--
<?php
$k = 'key';
$v = 2;
$a = [1, $v, 'k' => 3, $k => 4, ...[5, 6], ...['s' => 7]];
$b = [&$v, 'r' => &$k];
echo $a[0], $a['k'], $a[$k], $a['s'], "\n";
var_dump(isset($a['k'], $a['none']), empty($a['k']), isset($a[0][1]), isset($a), empty($none), isset($GLOBALS['v']));
unset($a[0], $a['k'], $b);
echo count($a), json_encode($a), "\n";
--EXPECT--
1347
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
5{"1":2,"key":4,"2":5,"3":6,"s":7}
--OPS--
$_main:
     ; (lines=50, args=0, vars=5, tmps=21)
     ; (before optimizer)
     ; FILE:1-10
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($k) string("key")
0001 ASSIGN CV1($v) int(2)
0002 T7 = INIT_ARRAY 6 int(1) NEXT
0003 T7 = ADD_ARRAY_ELEMENT CV1($v) NEXT
0004 T7 = ADD_ARRAY_ELEMENT int(3) string("k")
0005 T7 = ADD_ARRAY_ELEMENT int(4) CV0($k)
0006 T7 = ADD_ARRAY_UNPACK array(...)
0007 T7 = ADD_ARRAY_UNPACK array(...)
0008 ASSIGN CV2($a) T7
0009 T9 = INIT_ARRAY 2 (ref) CV1($v) NEXT
0010 T9 = ADD_ARRAY_ELEMENT (ref) CV0($k) string("r")
0011 ASSIGN CV3($b) T9
0012 T11 = FETCH_DIM_R CV2($a) int(0)
0013 ECHO T11
0014 T12 = FETCH_DIM_R CV2($a) string("k")
0015 ECHO T12
0016 T13 = FETCH_DIM_R CV2($a) CV0($k)
0017 ECHO T13
0018 T14 = FETCH_DIM_R CV2($a) string("s")
0019 ECHO T14
0020 ECHO string("
")
0021 INIT_FCALL 6 176 string("var_dump")
0022 T15 = ISSET_ISEMPTY_DIM_OBJ (isset) CV2($a) string("k")
0023 T15 = JMPZ_EX T15 0026
0024 T16 = ISSET_ISEMPTY_DIM_OBJ (isset) CV2($a) string("none")
0025 T15 = BOOL T16
0026 SEND_VAL T15 1
0027 T17 = ISSET_ISEMPTY_DIM_OBJ (empty) CV2($a) string("k")
0028 SEND_VAL T17 2
0029 T18 = FETCH_DIM_IS CV2($a) int(0)
0030 T19 = ISSET_ISEMPTY_DIM_OBJ (isset) T18 int(1)
0031 SEND_VAL T19 3
0032 T20 = ISSET_ISEMPTY_CV (isset) CV2($a)
0033 SEND_VAL T20 4
0034 T21 = ISSET_ISEMPTY_CV (empty) CV4($none)
0035 SEND_VAL T21 5
0036 T22 = ISSET_ISEMPTY_VAR (global) (isset) string("v")
0037 SEND_VAL T22 6
0038 DO_ICALL
0039 UNSET_DIM CV2($a) int(0)
0040 UNSET_DIM CV2($a) string("k")
0041 UNSET_CV CV3($b)
0042 T24 = COUNT CV2($a)
0043 ECHO T24
0044 INIT_FCALL 1 96 string("json_encode")
0045 SEND_VAR CV2($a) 1
0046 V25 = DO_ICALL
0047 ECHO V25
0048 ECHO string("
")
0049 RETURN int(1)
LIVE RANGES:
     7: 0003 - 0008 (tmp/var)
     9: 0010 - 0011 (tmp/var)
