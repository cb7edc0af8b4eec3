--TEST--
Floats between operators, while user code runs the same oplines in between
--FILE--
<?php
class Table implements ArrayAccess
{
    public function offsetExists(mixed $k): bool { return true; }
    public function offsetGet(mixed $k): mixed { return area($k - 1.0); }
    public function offsetSet(mixed $k, mixed $v): void {}
    public function offsetUnset(mixed $k): void {}
    public function __get(string $name): mixed { return area(1.5) + strlen($name); }
}

function area(float $x): float
{
    global $table;
    if ($x < 1.0) {
        return $x * 2.0 + 0.25;
    }
    return $x * 3.0 + $table[$x] / 2.0 - $x * ($x + 0.5);
}

function named(float $x): float
{
    global $table;
    return $x * 2.5 - ($x / 3.0 + $table->width) * $x;
}

function warned(float $x, bool $again): float
{
    if ($again) {
        set_error_handler(function (int $no, string $message): bool {
            echo $message, ' ', warned(100.0, false), "\n";
            return true;
        });
    }
    $y = $again ? 1.0 : 2.0;
    return $x * $y - ($x * 7.0 + ($again ? 0 : 1)) + ($x * 3.0 + ($x + ($again ? $missing : 5.0)) * $y);
}

function plain(float $x): float
{
    return ($x * 3.0) + ($none + $x * 2.0) + ($x * 4.0 - ($x - $nothing));
}

function walk(float $x): Generator
{
    for (;;) {
        $x = $x * 1.5 + (yield $x * 2.0 - 1.0) * 0.5;
    }
}

$table = new Table;
var_dump(area(0.5), area(4.5), named(2.0));
var_dump(warned(3.0, true));
$depth = 0;
set_error_handler(function (int $no, string $message) use (&$depth): bool {
    if ($depth++ < 3) {
        plain(1000.0 * $depth);
    }
    $depth--;
    return true;
});
var_dump(plain(2.0));
$a = walk(1.0);
$b = walk(10.0);
for ($i = 0; $i < 5; $i++) {
    var_dump($a->current(), $b->current());
    $a->send(0.5);
    $b->send($i * 1.0);
}
$sum = 0;
for ($i = 0; $i < 5; $i++) {
    $sum += $i * 0.5 + 1;
    $list[] = $i * 0.5 + 1;
}
var_dump($sum, $list, 7 / 2, 6 / 2, -6 / 3, 0 / -5, 7.0 / 2 * 2 == 7, 2 > 1.5, 1.5 < 2);
--EXPECTF--
float(1.25)
float(-10.484375)
float(-10.583333333333334)
Undefined variable $missing 9
float(-6)

Warning: Undefined variable $none in %s on line 40

Warning: Undefined variable $nothing in %s on line 40

Warning: Undefined variable $none in %s on line 40

Warning: Undefined variable $nothing in %s on line 40
float(16)
float(1)
float(19)
float(2.5)
float(29)
float(4.75)
float(45)
float(8.125)
float(70)
float(13.1875)
float(108.5)
float(10)
array(5) {
  [0]=>
  float(1)
  [1]=>
  float(1.5)
  [2]=>
  float(2)
  [3]=>
  float(2.5)
  [4]=>
  float(3)
}
float(3.5)
int(3)
int(-2)
int(0)
bool(true)
bool(true)
bool(true)
--OPS--
$_main:
     ; (lines=90, args=0, vars=7, tmps=38)
     ; (before optimizer)
     ; FILE:1-75
     ; return  [] RANGE[0..0]
0000 DECLARE_CLASS string("table")
0001 V7 = NEW 0 string("Table")
0002 DO_FCALL
0003 ASSIGN CV0($table) V7
0004 INIT_FCALL 3 128 string("var_dump")
0005 INIT_FCALL 1 272 string("area")
0006 SEND_VAL float(0.5) 1
0007 V10 = DO_UCALL
0008 SEND_VAR V10 1
0009 INIT_FCALL 1 272 string("area")
0010 SEND_VAL float(4.5) 1
0011 V11 = DO_UCALL
0012 SEND_VAR V11 2
0013 INIT_FCALL 1 208 string("named")
0014 SEND_VAL float(2) 1
0015 V12 = DO_UCALL
0016 SEND_VAR V12 3
0017 DO_ICALL
0018 INIT_FCALL 1 96 string("var_dump")
0019 INIT_FCALL 2 384 string("warned")
0020 SEND_VAL float(3) 1
0021 SEND_VAL bool(true) 2
0022 V14 = DO_UCALL
0023 SEND_VAR V14 1
0024 DO_ICALL
0025 ASSIGN CV1($depth) int(0)
0026 INIT_FCALL 1 96 string("set_error_handler")
0027 T17 = DECLARE_LAMBDA_FUNCTION 0
0028 BIND_LEXICAL (ref) T17 CV1($depth)
0029 SEND_VAL T17 1
0030 DO_ICALL
0031 INIT_FCALL 1 96 string("var_dump")
0032 INIT_FCALL 1 256 string("plain")
0033 SEND_VAL float(2) 1
0034 V19 = DO_UCALL
0035 SEND_VAR V19 1
0036 DO_ICALL
0037 INIT_FCALL 1 208 string("walk")
0038 SEND_VAL float(1) 1
0039 V21 = DO_UCALL
0040 ASSIGN CV2($a) V21
0041 INIT_FCALL 1 208 string("walk")
0042 SEND_VAL float(10) 1
0043 V23 = DO_UCALL
0044 ASSIGN CV3($b) V23
0045 ASSIGN CV4($i) int(0)
0046 JMP 0063
0047 INIT_FCALL 2 112 string("var_dump")
0048 INIT_METHOD_CALL 0 CV2($a) string("current")
0049 V26 = DO_FCALL
0050 SEND_VAR V26 1
0051 INIT_METHOD_CALL 0 CV3($b) string("current")
0052 V27 = DO_FCALL
0053 SEND_VAR V27 2
0054 DO_ICALL
0055 INIT_METHOD_CALL 1 CV2($a) string("send")
0056 SEND_VAL_EX float(0.5) 1
0057 DO_FCALL
0058 INIT_METHOD_CALL 1 CV3($b) string("send")
0059 T30 = MUL CV4($i) float(1)
0060 SEND_VAL_EX T30 1
0061 DO_FCALL
0062 PRE_INC CV4($i)
0063 T33 = IS_SMALLER CV4($i) int(5)
0064 JMPNZ T33 0047
0065 ASSIGN CV5($sum) int(0)
0066 ASSIGN CV4($i) int(0)
0067 JMP 0076
0068 T36 = MUL CV4($i) float(0.5)
0069 T37 = ADD T36 int(1)
0070 ASSIGN_OP (ADD) CV5($sum) T37
0071 T40 = MUL CV4($i) float(0.5)
0072 T41 = ADD T40 int(1)
0073 ASSIGN_DIM CV6($list) NEXT
0074 OP_DATA T41
0075 PRE_INC CV4($i)
0076 T43 = IS_SMALLER CV4($i) int(5)
0077 JMPNZ T43 0068
0078 INIT_FCALL 9 224 string("var_dump")
0079 SEND_VAR CV5($sum) 1
0080 SEND_VAR CV6($list) 2
0081 SEND_VAL float(3.5) 3
0082 SEND_VAL int(3) 4
0083 SEND_VAL int(-2) 5
0084 SEND_VAL int(0) 6
0085 SEND_VAL bool(true) 7
0086 SEND_VAL bool(true) 8
0087 SEND_VAL bool(true) 9
0088 DO_ICALL
0089 RETURN int(1)
LIVE RANGES:
     7: 0002 - 0003 (new)
     17: 0028 - 0029 (tmp/var)

{closure}:
     ; (lines=14, args=2, vars=3, tmps=5)
     ; (before optimizer)
     ; FILE:54-60
     ; return  [] RANGE[0..0]
0000 CV0($no) = RECV 1
0001 CV1($message) = RECV 2
0002 BIND_STATIC (ref) CV2($depth)
0003 T3 = POST_INC CV2($depth)
0004 T4 = IS_SMALLER T3 int(3)
0005 JMPZ T4 0010
0006 INIT_FCALL 1 256 string("plain")
0007 T5 = MUL CV2($depth) float(1000)
0008 SEND_VAL T5 1
0009 DO_UCALL
0010 PRE_DEC CV2($depth)
0011 RETURN bool(true)
0012 VERIFY_RETURN_TYPE
0013 RETURN null

area:
     ; (lines=19, args=1, vars=2, tmps=10)
     ; (before optimizer)
     ; FILE:11-18
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 BIND_GLOBAL CV1($table) string("table")
0002 T2 = IS_SMALLER CV0($x) float(1)
0003 JMPZ T2 0008
0004 T3 = MUL CV0($x) float(2)
0005 T4 = ADD T3 float(0.25)
0006 VERIFY_RETURN_TYPE T4
0007 RETURN T4
0008 T5 = MUL CV0($x) float(3)
0009 T6 = FETCH_DIM_R CV1($table) CV0($x)
0010 T7 = DIV T6 float(2)
0011 T8 = ADD T5 T7
0012 T9 = ADD CV0($x) float(0.5)
0013 T10 = MUL CV0($x) T9
0014 T11 = SUB T8 T10
0015 VERIFY_RETURN_TYPE T11
0016 RETURN T11
0017 VERIFY_RETURN_TYPE
0018 RETURN null
LIVE RANGES:
     4: 0006 - 0007 (tmp/var)
     5: 0009 - 0011 (tmp/var)
     8: 0012 - 0014 (tmp/var)
     11: 0015 - 0016 (tmp/var)

named:
     ; (lines=12, args=1, vars=2, tmps=6)
     ; (before optimizer)
     ; FILE:20-24
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 BIND_GLOBAL CV1($table) string("table")
0002 T2 = MUL CV0($x) float(2.5)
0003 T3 = DIV CV0($x) float(3)
0004 T4 = FETCH_OBJ_R CV1($table) string("width")
0005 T5 = ADD T3 T4
0006 T6 = MUL CV0($x) T5
0007 T7 = SUB T2 T6
0008 VERIFY_RETURN_TYPE T7
0009 RETURN T7
0010 VERIFY_RETURN_TYPE
0011 RETURN null
LIVE RANGES:
     2: 0003 - 0007 (tmp/var)
     3: 0004 - 0005 (tmp/var)
     7: 0008 - 0009 (tmp/var)

warned:
     ; (lines=33, args=2, vars=4, tmps=15)
     ; (before optimizer)
     ; FILE:26-36
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 CV1($again) = RECV 2
0002 JMPZ CV1($again) 0007
0003 INIT_FCALL 1 96 string("set_error_handler")
0004 T4 = DECLARE_LAMBDA_FUNCTION 0
0005 SEND_VAL T4 1
0006 DO_ICALL
0007 JMPZ CV1($again) 0010
0008 T6 = QM_ASSIGN float(1)
0009 JMP 0011
0010 T6 = QM_ASSIGN float(2)
0011 ASSIGN CV2($y) T6
0012 T8 = MUL CV0($x) CV2($y)
0013 T9 = MUL CV0($x) float(7)
0014 JMPZ CV1($again) 0017
0015 T10 = QM_ASSIGN int(0)
0016 JMP 0018
0017 T10 = QM_ASSIGN int(1)
0018 T11 = ADD T9 T10
0019 T12 = SUB T8 T11
0020 T13 = MUL CV0($x) float(3)
0021 JMPZ CV1($again) 0024
0022 T14 = QM_ASSIGN CV3($missing)
0023 JMP 0025
0024 T14 = QM_ASSIGN float(5)
0025 T15 = ADD CV0($x) T14
0026 T16 = MUL CV2($y) T15
0027 T17 = ADD T13 T16
0028 T18 = ADD T12 T17
0029 VERIFY_RETURN_TYPE T18
0030 RETURN T18
0031 VERIFY_RETURN_TYPE
0032 RETURN null
LIVE RANGES:
     8: 0013 - 0019 (tmp/var)
     9: 0014 - 0018 (tmp/var)
     12: 0020 - 0028 (tmp/var)
     13: 0021 - 0027 (tmp/var)
     18: 0029 - 0030 (tmp/var)

{closure}:
     ; (lines=13, args=2, vars=2, tmps=1)
     ; (before optimizer)
     ; FILE:29-32
     ; return  [] RANGE[0..0]
0000 CV0($no) = RECV 1
0001 CV1($message) = RECV 2
0002 ECHO CV1($message)
0003 ECHO string(" ")
0004 INIT_FCALL_BY_NAME 2 string("warned")
0005 SEND_VAL_EX float(100) 1
0006 SEND_VAL_EX bool(false) 2
0007 V2 = DO_FCALL_BY_NAME
0008 ECHO V2
0009 ECHO string("
")
0010 RETURN bool(true)
0011 VERIFY_RETURN_TYPE
0012 RETURN null

plain:
     ; (lines=13, args=1, vars=3, tmps=8)
     ; (before optimizer)
     ; FILE:38-41
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 T3 = MUL CV0($x) float(3)
0002 T4 = MUL CV0($x) float(2)
0003 T5 = ADD CV1($none) T4
0004 T6 = ADD T3 T5
0005 T7 = MUL CV0($x) float(4)
0006 T8 = SUB CV0($x) CV2($nothing)
0007 T9 = SUB T7 T8
0008 T10 = ADD T6 T9
0009 VERIFY_RETURN_TYPE T10
0010 RETURN T10
0011 VERIFY_RETURN_TYPE
0012 RETURN null
LIVE RANGES:
     3: 0002 - 0004 (tmp/var)
     6: 0005 - 0008 (tmp/var)
     7: 0006 - 0007 (tmp/var)
     10: 0009 - 0010 (tmp/var)

walk:
     ; (lines=12, args=1, vars=1, tmps=7)
     ; (before optimizer)
     ; FILE:43-48
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 GENERATOR_CREATE
0002 JMP 0010
0003 T1 = MUL CV0($x) float(1.5)
0004 T2 = MUL CV0($x) float(2)
0005 T3 = SUB T2 float(1)
0006 V4 = YIELD T3
0007 T5 = MUL V4 float(0.5)
0008 T6 = ADD T1 T5
0009 ASSIGN CV0($x) T6
0010 JMPNZ bool(true) 0003
0011 GENERATOR_RETURN null
LIVE RANGES:
     1: 0004 - 0008 (tmp/var)

Table::offsetExists:
     ; (lines=4, args=1, vars=1, tmps=0)
     ; (before optimizer)
     ; FILE:4-4
     ; return  [] RANGE[0..0]
0000 CV0($k) = RECV 1
0001 RETURN bool(true)
0002 VERIFY_RETURN_TYPE
0003 RETURN null

Table::offsetGet:
     ; (lines=8, args=1, vars=1, tmps=2)
     ; (before optimizer)
     ; FILE:5-5
     ; return  [] RANGE[0..0]
0000 CV0($k) = RECV 1
0001 INIT_FCALL_BY_NAME 1 string("area")
0002 T1 = SUB CV0($k) float(1)
0003 SEND_VAL_EX T1 1
0004 V2 = DO_FCALL_BY_NAME
0005 RETURN V2
0006 VERIFY_RETURN_TYPE
0007 RETURN null

Table::offsetSet:
     ; (lines=3, args=2, vars=2, tmps=0)
     ; (before optimizer)
     ; FILE:6-6
     ; return  [] RANGE[0..0]
0000 CV0($k) = RECV 1
0001 CV1($v) = RECV 2
0002 RETURN null

Table::offsetUnset:
     ; (lines=2, args=1, vars=1, tmps=0)
     ; (before optimizer)
     ; FILE:7-7
     ; return  [] RANGE[0..0]
0000 CV0($k) = RECV 1
0001 RETURN null

Table::__get:
     ; (lines=9, args=1, vars=1, tmps=3)
     ; (before optimizer)
     ; FILE:8-8
     ; return  [] RANGE[0..0]
0000 CV0($name) = RECV 1
0001 INIT_FCALL_BY_NAME 1 string("area")
0002 SEND_VAL_EX float(1.5) 1
0003 V1 = DO_FCALL_BY_NAME
0004 T2 = STRLEN CV0($name)
0005 T3 = ADD V1 T2
0006 RETURN T3
0007 VERIFY_RETURN_TYPE
0008 RETURN null
LIVE RANGES:
     1: 0004 - 0005 (tmp/var)
