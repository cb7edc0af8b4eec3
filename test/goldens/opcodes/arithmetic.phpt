--TEST--
Arithmetic, bits, comparison: operands of every kind
--FILE--
<?php
function operators($a, $b)
{
    return [
        $a + $b, $a - $b, $a * $b, $a / $b, $a % $b, $a ** $b, $a . $b,
        $a << $b, $a >> $b, $a & $b, $a | $b, $a ^ $b, ~$a, !$a, -$a, +$a,
        $a == $b, $a != $b, $a === $b, $a !== $b, $a < $b, $a <= $b, $a > $b, $a >= $b, $a <=> $b, $a xor $b,
    ];
}
echo json_encode(operators(7, 2)), "\n";
echo 1 + 2 * 3, "\n"; // folded: the dump holds int(7)
--EXPECT--
[9,5,14,3.5,1,49,"72",28,1,2,7,5,-8,false,-7,7,false,true,false,true,false,false,true,true,1,false]
7
--OPS--
$_main:
     ; (lines=12, args=0, vars=0, tmps=2)
     ; (before optimizer)
     ; FILE:1-12
     ; return  [] RANGE[0..0]
0000 INIT_FCALL 1 96 string("json_encode")
0001 INIT_FCALL 2 544 string("operators")
0002 SEND_VAL int(7) 1
0003 SEND_VAL int(2) 2
0004 V0 = DO_UCALL
0005 SEND_VAR V0 1
0006 V1 = DO_ICALL
0007 ECHO V1
0008 ECHO string("
")
0009 ECHO int(7)
0010 ECHO string("
")
0011 RETURN int(1)

operators:
     ; (lines=56, args=2, vars=2, tmps=27)
     ; (before optimizer)
     ; FILE:2-9
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 CV1($b) = RECV 2
0002 T2 = ADD CV0($a) CV1($b)
0003 T3 = INIT_ARRAY 26 (packed) T2 NEXT
0004 T4 = SUB CV0($a) CV1($b)
0005 T3 = ADD_ARRAY_ELEMENT T4 NEXT
0006 T5 = MUL CV0($a) CV1($b)
0007 T3 = ADD_ARRAY_ELEMENT T5 NEXT
0008 T6 = DIV CV0($a) CV1($b)
0009 T3 = ADD_ARRAY_ELEMENT T6 NEXT
0010 T7 = MOD CV0($a) CV1($b)
0011 T3 = ADD_ARRAY_ELEMENT T7 NEXT
0012 T8 = POW CV0($a) CV1($b)
0013 T3 = ADD_ARRAY_ELEMENT T8 NEXT
0014 T9 = CONCAT CV0($a) CV1($b)
0015 T3 = ADD_ARRAY_ELEMENT T9 NEXT
0016 T10 = SL CV0($a) CV1($b)
0017 T3 = ADD_ARRAY_ELEMENT T10 NEXT
0018 T11 = SR CV0($a) CV1($b)
0019 T3 = ADD_ARRAY_ELEMENT T11 NEXT
0020 T12 = BW_AND CV0($a) CV1($b)
0021 T3 = ADD_ARRAY_ELEMENT T12 NEXT
0022 T13 = BW_OR CV0($a) CV1($b)
0023 T3 = ADD_ARRAY_ELEMENT T13 NEXT
0024 T14 = BW_XOR CV0($a) CV1($b)
0025 T3 = ADD_ARRAY_ELEMENT T14 NEXT
0026 T15 = BW_NOT CV0($a)
0027 T3 = ADD_ARRAY_ELEMENT T15 NEXT
0028 T16 = BOOL_NOT CV0($a)
0029 T3 = ADD_ARRAY_ELEMENT T16 NEXT
0030 T17 = MUL CV0($a) int(-1)
0031 T3 = ADD_ARRAY_ELEMENT T17 NEXT
0032 T18 = MUL CV0($a) int(1)
0033 T3 = ADD_ARRAY_ELEMENT T18 NEXT
0034 T19 = IS_EQUAL CV0($a) CV1($b)
0035 T3 = ADD_ARRAY_ELEMENT T19 NEXT
0036 T20 = IS_NOT_EQUAL CV0($a) CV1($b)
0037 T3 = ADD_ARRAY_ELEMENT T20 NEXT
0038 T21 = IS_IDENTICAL CV0($a) CV1($b)
0039 T3 = ADD_ARRAY_ELEMENT T21 NEXT
0040 T22 = IS_NOT_IDENTICAL CV0($a) CV1($b)
0041 T3 = ADD_ARRAY_ELEMENT T22 NEXT
0042 T23 = IS_SMALLER CV0($a) CV1($b)
0043 T3 = ADD_ARRAY_ELEMENT T23 NEXT
0044 T24 = IS_SMALLER_OR_EQUAL CV0($a) CV1($b)
0045 T3 = ADD_ARRAY_ELEMENT T24 NEXT
0046 T25 = IS_SMALLER CV1($b) CV0($a)
0047 T3 = ADD_ARRAY_ELEMENT T25 NEXT
0048 T26 = IS_SMALLER_OR_EQUAL CV1($b) CV0($a)
0049 T3 = ADD_ARRAY_ELEMENT T26 NEXT
0050 T27 = SPACESHIP CV0($a) CV1($b)
0051 T3 = ADD_ARRAY_ELEMENT T27 NEXT
0052 T28 = BOOL_XOR CV0($a) CV1($b)
0053 T3 = ADD_ARRAY_ELEMENT T28 NEXT
0054 RETURN T3
0055 RETURN null
LIVE RANGES:
     3: 0004 - 0054 (tmp/var)
