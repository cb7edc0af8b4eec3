--TEST--
Casts, type checks, constants
--FILE--
<?php
const LOCAL = 4;
$v = '12abc';
var_dump((int) '12', (float) $v, (string) 1.0, (bool) $v, (array) 'x', (object) ['a' => 1], (int) $v);
var_dump(is_int(1), is_array($v), is_null(null), is_string($v), is_numeric('1'), intval('9'), boolval(''), is_scalar($v));
var_dump(LOCAL, PHP_INT_SIZE, \M_PI, __LINE__, defined('LOCAL'), constant('LOCAL'), gettype($v), in_array($v, ['a', 'b']), count([1, 2]));
var_dump($v instanceof stdClass, new stdClass instanceof stdClass, array_key_exists('a', ['a' => null]), strlen('four'));
--EXPECT--
int(12)
float(12)
string(1) "1"
bool(true)
array(1) {
  [0]=>
  string(1) "x"
}
object(stdClass)#1 (1) {
  ["a"]=>
  int(1)
}
int(12)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
int(9)
bool(false)
bool(true)
int(4)
int(8)
float(3.141592653589793)
int(6)
bool(true)
int(4)
string(6) "string"
bool(false)
int(2)
bool(false)
bool(true)
bool(true)
int(4)
--OPS--
$_main:
     ; (lines=69, args=0, vars=1, tmps=31)
     ; (before optimizer)
     ; FILE:1-8
     ; return  [] RANGE[0..0]
0000 DECLARE_CONST string("LOCAL") int(4)
0001 ASSIGN CV0($v) string("12abc")
0002 INIT_FCALL 7 192 string("var_dump")
0003 T2 = CAST (long) string("12")
0004 SEND_VAL T2 1
0005 T3 = CAST (double) CV0($v)
0006 SEND_VAL T3 2
0007 T4 = CAST (string) float(1)
0008 SEND_VAL T4 3
0009 T5 = BOOL CV0($v)
0010 SEND_VAL T5 4
0011 T6 = CAST (array) string("x")
0012 SEND_VAL T6 5
0013 T7 = CAST (object) array(...)
0014 SEND_VAL T7 6
0015 T8 = CAST (long) CV0($v)
0016 SEND_VAL T8 7
0017 DO_ICALL
0018 INIT_FCALL 8 208 string("var_dump")
0019 T10 = TYPE_CHECK (long) int(1)
0020 SEND_VAL T10 1
0021 T11 = TYPE_CHECK (array) CV0($v)
0022 SEND_VAL T11 2
0023 T12 = TYPE_CHECK (null) null
0024 SEND_VAL T12 3
0025 T13 = TYPE_CHECK (string) CV0($v)
0026 SEND_VAL T13 4
0027 INIT_FCALL 1 96 string("is_numeric")
0028 SEND_VAL string("1") 1
0029 V14 = DO_ICALL
0030 SEND_VAR V14 5
0031 T15 = CAST (long) string("9")
0032 SEND_VAL T15 6
0033 T16 = BOOL string("")
0034 SEND_VAL T16 7
0035 T17 = TYPE_CHECK TYPE [bool, long, double, string] CV0($v)
0036 SEND_VAL T17 8
0037 DO_ICALL
0038 INIT_FCALL 9 224 string("var_dump")
0039 T19 = FETCH_CONSTANT string("LOCAL")
0040 SEND_VAL T19 1
0041 SEND_VAL int(8) 2
0042 SEND_VAL float(3.14159) 3
0043 SEND_VAL int(6) 4
0044 T20 = DEFINED string("LOCAL")
0045 SEND_VAL T20 5
0046 INIT_FCALL 1 96 string("constant")
0047 SEND_VAL string("LOCAL") 1
0048 V21 = DO_ICALL
0049 SEND_VAR V21 6
0050 T22 = GET_TYPE CV0($v)
0051 SEND_VAL T22 7
0052 T23 = IN_ARRAY 0 CV0($v) array(...)
0053 SEND_VAL T23 8
0054 T24 = COUNT array(...)
0055 SEND_VAL T24 9
0056 DO_ICALL
0057 INIT_FCALL 4 144 string("var_dump")
0058 T26 = INSTANCEOF CV0($v) string("stdClass")
0059 SEND_VAL T26 1
0060 V27 = NEW 0 string("stdClass")
0061 DO_FCALL
0062 T29 = INSTANCEOF V27 string("stdClass")
0063 SEND_VAL T29 2
0064 T30 = ARRAY_KEY_EXISTS string("a") array(...)
0065 SEND_VAL T30 3
0066 SEND_VAL int(4) 4
0067 DO_ICALL
0068 RETURN int(1)
LIVE RANGES:
     27: 0061 - 0062 (new)
