--TEST--
Comments between an arrow and a name: keywords are names there, too
--FILE--
<?php
class Thing
{
    public $function = 3;
    public $x = 4;
    public ?Thing $class = null;

    function list()
    {
        return 9;
    }
}
$a = new Thing;
echo $a->/* c */function, "\n";
echo $a-> // hi
  x, "\n";
echo $a->#c
  /** doc */ list(), "\n";
echo $a?->/** doc */function, "\n";
var_dump($a->class?->/**/fn/* * / */->while);
echo "$a->x->y $a->x/*no*/ {$a-> /*yes*/ x}\n";
--EXPECT--
3
4
9
3
NULL
4->y 4/*no*/ 4
--OPS--
$_main:
     ; (lines=35, args=0, vars=1, tmps=18)
     ; (before optimizer)
     ; FILE:1-22
     ; return  [] RANGE[0..0]
0000 V1 = NEW 0 string("Thing")
0001 DO_FCALL
0002 ASSIGN CV0($a) V1
0003 T4 = FETCH_OBJ_R CV0($a) string("function")
0004 ECHO T4
0005 ECHO string("
")
0006 T5 = FETCH_OBJ_R CV0($a) string("x")
0007 ECHO T5
0008 ECHO string("
")
0009 INIT_METHOD_CALL 0 CV0($a) string("list")
0010 V6 = DO_FCALL
0011 ECHO V6
0012 ECHO string("
")
0013 T7 = JMP_NULL CV0($a) 0015
0014 T7 = FETCH_OBJ_R CV0($a) string("function")
0015 ECHO T7
0016 ECHO string("
")
0017 INIT_FCALL 1 96 string("var_dump")
0018 T8 = FETCH_OBJ_R CV0($a) string("class")
0019 T10 = JMP_NULL T8 0022
0020 T9 = FETCH_OBJ_R T8 string("fn")
0021 T10 = FETCH_OBJ_R T9 string("while")
0022 SEND_VAL T10 1
0023 DO_ICALL
0024 T12 = FETCH_OBJ_R CV0($a) string("x")
0025 T16 = ROPE_INIT 6 T12
0026 T16 = ROPE_ADD 1 T16 string("->y ")
0027 T13 = FETCH_OBJ_R CV0($a) string("x")
0028 T16 = ROPE_ADD 2 T16 T13
0029 T16 = ROPE_ADD 3 T16 string("/*no*/ ")
0030 T14 = FETCH_OBJ_R CV0($a) string("x")
0031 T16 = ROPE_ADD 4 T16 T14
0032 T15 = ROPE_END 5 T16 string("
")
0033 ECHO T15
0034 RETURN int(1)
LIVE RANGES:
     1: 0001 - 0002 (new)
     8: 0019 - 0020 (tmp/var)
     16: 0025 - 0032 (rope)

Thing::list:
     ; (lines=2, args=0, vars=0, tmps=0)
     ; (before optimizer)
     ; FILE:8-11
     ; return  [] RANGE[0..0]
0000 RETURN int(9)
0001 RETURN null
