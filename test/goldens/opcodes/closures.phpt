--TEST--
Closures, static variables, global, variable variables
--FILE--
<?php
$by = 1;
$ref = 2;
$f = function ($a) use ($by, &$ref) {
    static $n = 0, $m = [1, 2];
    $ref += $a;
    return $by . $ref . ++$n;
};
$g = fn ($x) => $x + $by;
function uses()
{
    global $by;
    return $by + $GLOBALS['by'];
}
function dynamic()
{
    $name = 'var';
    $$name = 5;
    echo $var, $$name, isset($$name), json_encode(get_defined_vars()), json_encode(compact('name', 'var'));
    extract(['new' => 6]);
    unset($$name);
    return $new . isset($var);
}
echo $f(3), $f(4), $g(5), dynamic(), "\n";
$GLOBALS['made'] = 'made';
echo $made, "\n";
--EXPECT--
1511926551{"name":"var","var":5}{"name":"var","var":5}6
made
--OPS--
$_main:
     ; (lines=30, args=0, vars=5, tmps=12)
     ; (before optimizer)
     ; FILE:1-27
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($by) int(1)
0001 ASSIGN CV1($ref) int(2)
0002 T7 = DECLARE_LAMBDA_FUNCTION 0
0003 BIND_LEXICAL T7 CV0($by)
0004 BIND_LEXICAL (ref) T7 CV1($ref)
0005 ASSIGN CV2($f) T7
0006 T9 = DECLARE_LAMBDA_FUNCTION 1
0007 BIND_LEXICAL T9 CV0($by)
0008 ASSIGN CV3($g) T9
0009 INIT_DYNAMIC_CALL 1 CV2($f)
0010 SEND_VAL_EX int(3) 1
0011 V11 = DO_FCALL
0012 ECHO V11
0013 INIT_DYNAMIC_CALL 1 CV2($f)
0014 SEND_VAL_EX int(4) 1
0015 V12 = DO_FCALL
0016 ECHO V12
0017 INIT_DYNAMIC_CALL 1 CV3($g)
0018 SEND_VAL_EX int(5) 1
0019 V13 = DO_FCALL
0020 ECHO V13
0021 INIT_FCALL 0 320 string("dynamic")
0022 V14 = DO_UCALL
0023 ECHO V14
0024 ECHO string("
")
0025 V15 = FETCH_W (global) string("made")
0026 ASSIGN V15 string("made")
0027 ECHO CV4($made)
0028 ECHO string("
")
0029 RETURN int(1)
LIVE RANGES:
     7: 0003 - 0005 (tmp/var)
     9: 0007 - 0008 (tmp/var)

{closure}:
     ; (lines=11, args=1, vars=5, tmps=4)
     ; (before optimizer)
     ; FILE:4-8
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 BIND_STATIC CV1($by)
0002 BIND_STATIC (ref) CV2($ref)
0003 BIND_STATIC (ref) CV3($n)
0004 BIND_STATIC (ref) CV4($m)
0005 ASSIGN_OP (ADD) CV2($ref) CV0($a)
0006 T6 = CONCAT CV1($by) CV2($ref)
0007 T7 = PRE_INC CV3($n)
0008 T8 = CONCAT T6 T7
0009 RETURN T8
0010 RETURN null
LIVE RANGES:
     6: 0007 - 0008 (tmp/var)

{closure}:
     ; (lines=5, args=1, vars=2, tmps=1)
     ; (before optimizer)
     ; FILE:9-9
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 BIND_STATIC CV1($by)
0002 T2 = ADD CV0($x) CV1($by)
0003 RETURN T2
0004 RETURN null

uses:
     ; (lines=5, args=0, vars=1, tmps=2)
     ; (before optimizer)
     ; FILE:10-14
     ; return  [] RANGE[0..0]
0000 BIND_GLOBAL CV0($by) string("by")
0001 T1 = FETCH_R (global) string("by")
0002 T2 = ADD CV0($by) T1
0003 RETURN T2
0004 RETURN null

dynamic:
     ; (lines=30, args=0, vars=3, tmps=12)
     ; (before optimizer)
     ; FILE:15-23
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($name) string("var")
0001 V4 = FETCH_W (local) CV0($name)
0002 ASSIGN V4 int(5)
0003 ECHO CV1($var)
0004 T6 = FETCH_R (local) CV0($name)
0005 ECHO T6
0006 T7 = ISSET_ISEMPTY_VAR (local) (isset) CV0($name)
0007 ECHO T7
0008 INIT_FCALL 1 96 string("json_encode")
0009 INIT_FCALL 0 80 string("get_defined_vars")
0010 V8 = DO_ICALL
0011 SEND_VAR V8 1
0012 V9 = DO_ICALL
0013 ECHO V9
0014 INIT_FCALL 1 96 string("json_encode")
0015 INIT_FCALL 2 112 string("compact")
0016 SEND_VAL string("name") 1
0017 SEND_VAL string("var") 2
0018 V10 = DO_ICALL
0019 SEND_VAR V10 1
0020 V11 = DO_ICALL
0021 ECHO V11
0022 INIT_FCALL 1 96 string("extract")
0023 SEND_VAL array(...) 1
0024 DO_ICALL
0025 UNSET_VAR (local) CV0($name)
0026 T13 = ISSET_ISEMPTY_CV (isset) CV1($var)
0027 T14 = CONCAT CV2($new) T13
0028 RETURN T14
0029 RETURN null
