--TEST--
Increment and decrement
--FILE--
<?php
class C
{
    public static $s = 0;
    public $p = 0;
}
$i = 0;
$c = new C;
$a = [0];
echo $i++, ++$i, $i--, --$i, "\n";
echo $c->p++, ++$c->p, $c->p--, --$c->p, "\n";
echo C::$s++, ++C::$s, C::$s--, --C::$s, "\n";
echo $a[0]++, ++$a[0], $a[0]--, --$a[0], "\n";
$i++;
--$c->p;
var_dump($i, $c->p);
--EXPECT--
0220
0220
0220
0220
int(1)
int(-1)
--OPS--
$_main:
     ; (lines=53, args=0, vars=3, tmps=29)
     ; (before optimizer)
     ; FILE:1-17
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($i) int(0)
0001 V4 = NEW 0 string("C")
0002 DO_FCALL
0003 ASSIGN CV1($c) V4
0004 ASSIGN CV2($a) array(...)
0005 T8 = POST_INC CV0($i)
0006 ECHO T8
0007 T9 = PRE_INC CV0($i)
0008 ECHO T9
0009 T10 = POST_DEC CV0($i)
0010 ECHO T10
0011 T11 = PRE_DEC CV0($i)
0012 ECHO T11
0013 ECHO string("
")
0014 T12 = POST_INC_OBJ CV1($c) string("p")
0015 ECHO T12
0016 T13 = PRE_INC_OBJ CV1($c) string("p")
0017 ECHO T13
0018 T14 = POST_DEC_OBJ CV1($c) string("p")
0019 ECHO T14
0020 T15 = PRE_DEC_OBJ CV1($c) string("p")
0021 ECHO T15
0022 ECHO string("
")
0023 T16 = POST_INC_STATIC_PROP string("s") string("C")
0024 ECHO T16
0025 T17 = PRE_INC_STATIC_PROP string("s") string("C")
0026 ECHO T17
0027 T18 = POST_DEC_STATIC_PROP string("s") string("C")
0028 ECHO T18
0029 T19 = PRE_DEC_STATIC_PROP string("s") string("C")
0030 ECHO T19
0031 ECHO string("
")
0032 V20 = FETCH_DIM_RW CV2($a) int(0)
0033 T21 = POST_INC V20
0034 ECHO T21
0035 V22 = FETCH_DIM_RW CV2($a) int(0)
0036 T23 = PRE_INC V22
0037 ECHO T23
0038 V24 = FETCH_DIM_RW CV2($a) int(0)
0039 T25 = POST_DEC V24
0040 ECHO T25
0041 V26 = FETCH_DIM_RW CV2($a) int(0)
0042 T27 = PRE_DEC V26
0043 ECHO T27
0044 ECHO string("
")
0045 PRE_INC CV0($i)
0046 PRE_DEC_OBJ CV1($c) string("p")
0047 INIT_FCALL 2 112 string("var_dump")
0048 SEND_VAR CV0($i) 1
0049 T30 = FETCH_OBJ_R CV1($c) string("p")
0050 SEND_VAL T30 2
0051 DO_ICALL
0052 RETURN int(1)
LIVE RANGES:
     4: 0002 - 0003 (new)
