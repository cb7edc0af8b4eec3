--TEST--
func_num_args, func_get_args, defaults, variadics, types
--FILE--
<?php
function few()
{
    return func_num_args() . json_encode(func_get_args());
}
function typed(int|string $a, ?array $b = null, stdClass|bool $c = false, float ...$rest): ?string
{
    return gettype($a) . count($rest);
}
function nothing(): void
{
    return;
}
function never(): never
{
    throw new Exception('never');
}
function &reference(array &$a)
{
    return $a[0];
}
echo few(), few(1, 'x'), typed(1), typed('a', [], true, 1, 2.5), "\n";
var_dump(nothing());
try {
    never();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
$a = [1];
$r = &reference($a);
$r = 2;
echo $a[0], "\n";
--EXPECT--
0[]2[1,"x"]integer0string2
NULL
never
2
--OPS--
$_main:
     ; (lines=44, args=0, vars=3, tmps=13)
     ; (before optimizer)
     ; FILE:1-33
     ; return  [] RANGE[0..0]
0000 INIT_FCALL 0 144 string("few")
0001 V3 = DO_UCALL
0002 ECHO V3
0003 INIT_FCALL 2 176 string("few")
0004 SEND_VAL int(1) 1
0005 SEND_VAL string("x") 2
0006 V4 = DO_UCALL
0007 ECHO V4
0008 INIT_FCALL 1 192 string("typed")
0009 SEND_VAL int(1) 1
0010 V5 = DO_UCALL
0011 ECHO V5
0012 INIT_FCALL 5 224 string("typed")
0013 SEND_VAL string("a") 1
0014 SEND_VAL array(...) 2
0015 SEND_VAL bool(true) 3
0016 SEND_VAL int(1) 4
0017 SEND_VAL float(2.5) 5
0018 V6 = DO_UCALL
0019 ECHO V6
0020 ECHO string("
")
0021 INIT_FCALL 1 96 string("var_dump")
0022 INIT_FCALL 0 80 string("nothing")
0023 V7 = DO_UCALL
0024 SEND_VAR V7 1
0025 DO_ICALL
0026 INIT_FCALL 0 112 string("never")
0027 DO_UCALL
0028 JMP 0034
0029 CV0($e) = CATCH string("Exception")
0030 INIT_METHOD_CALL 0 CV0($e) string("getMessage")
0031 V10 = DO_FCALL
0032 ECHO V10
0033 ECHO string("
")
0034 ASSIGN CV1($a) array(...)
0035 INIT_FCALL 1 112 string("reference")
0036 SEND_REF CV1($a) 1
0037 V12 = DO_UCALL
0038 ASSIGN_REF (function) CV2($r) V12
0039 ASSIGN CV2($r) int(2)
0040 T15 = FETCH_DIM_R CV1($a) int(0)
0041 ECHO T15
0042 ECHO string("
")
0043 RETURN int(1)
EXCEPTION TABLE:
     0026, 0029, -, -

few:
     ; (lines=8, args=0, vars=0, tmps=4)
     ; (before optimizer)
     ; FILE:2-5
     ; return  [] RANGE[0..0]
0000 T0 = FUNC_NUM_ARGS
0001 INIT_FCALL 1 96 string("json_encode")
0002 T1 = FUNC_GET_ARGS
0003 SEND_VAL T1 1
0004 V2 = DO_ICALL
0005 T3 = CONCAT T0 V2
0006 RETURN T3
0007 RETURN null
LIVE RANGES:
     0: 0001 - 0005 (tmp/var)

typed:
     ; (lines=11, args=3, vars=4, tmps=3)
     ; (before optimizer)
     ; FILE:6-9
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 CV1($b) = RECV_INIT 2 null
0002 CV2($c) = RECV_INIT 3 bool(false)
0003 CV3($rest) = RECV_VARIADIC 4
0004 T4 = GET_TYPE CV0($a)
0005 T5 = COUNT CV3($rest)
0006 T6 = CONCAT T4 T5
0007 VERIFY_RETURN_TYPE T6
0008 RETURN T6
0009 VERIFY_RETURN_TYPE
0010 RETURN null
LIVE RANGES:
     4: 0005 - 0006 (tmp/var)
     6: 0007 - 0008 (tmp/var)

nothing:
     ; (lines=2, args=0, vars=0, tmps=0)
     ; (before optimizer)
     ; FILE:10-13
     ; return  [] RANGE[0..0]
0000 RETURN null
0001 RETURN null

never:
     ; (lines=5, args=0, vars=0, tmps=2)
     ; (before optimizer)
     ; FILE:14-17
     ; return  [] RANGE[0..0]
0000 V0 = NEW 1 string("Exception")
0001 SEND_VAL_EX string("never") 1
0002 DO_FCALL
0003 THROW V0
0004 VERIFY_NEVER_TYPE
LIVE RANGES:
     0: 0001 - 0003 (new)

reference:
     ; (lines=4, args=1, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:18-21
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 V1 = FETCH_DIM_W CV0($a) int(0)
0002 RETURN_BY_REF V1
0003 RETURN_BY_REF (function) null
