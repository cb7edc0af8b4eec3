--TEST--
yield of every kind
--FILE--
<?php
function plain()
{
    $got = yield;
    echo '[', $got, ']';
    yield 1;
    yield 'k' => 2;
    return 3;
}
function &byReference(array &$a)
{
    foreach ($a as $k => &$v) {
        yield $k => $v;
    }
}
function delegating()
{
    $r = yield from plain();
    yield from [10, 20];
    yield $r;
    try {
        yield 'in try';
    } finally {
        echo '{finally}';
    }
}
$g = delegating();
$g->current();
$g->send('sent');
while ($g->valid()) {
    echo $g->key(), '=>', $g->current(), ' ';
    $g->next();
}
$a = [1, 2];
foreach (byReference($a) as &$v) {
    $v *= 10;
}
echo json_encode($a), "\n";
--EXPECT--
[sent]1=>1 k=>2 0=>10 1=>20 0=>3 1=>in try {finally}[10,20]
--OPS--
$_main:
     ; (lines=38, args=0, vars=3, tmps=13)
     ; (before optimizer)
     ; FILE:1-39
     ; return  [] RANGE[0..0]
0000 INIT_FCALL 0 208 string("delegating")
0001 V3 = DO_UCALL
0002 ASSIGN CV0($g) V3
0003 INIT_METHOD_CALL 0 CV0($g) string("current")
0004 DO_FCALL
0005 INIT_METHOD_CALL 1 CV0($g) string("send")
0006 SEND_VAL_EX string("sent") 1
0007 DO_FCALL
0008 JMP 0019
0009 INIT_METHOD_CALL 0 CV0($g) string("key")
0010 V7 = DO_FCALL
0011 ECHO V7
0012 ECHO string("=>")
0013 INIT_METHOD_CALL 0 CV0($g) string("current")
0014 V8 = DO_FCALL
0015 ECHO V8
0016 ECHO string(" ")
0017 INIT_METHOD_CALL 0 CV0($g) string("next")
0018 DO_FCALL
0019 INIT_METHOD_CALL 0 CV0($g) string("valid")
0020 V10 = DO_FCALL
0021 JMPNZ V10 0009
0022 ASSIGN CV1($a) array(...)
0023 INIT_FCALL 1 192 string("byreference")
0024 SEND_REF CV1($a) 1
0025 V12 = DO_UCALL
0026 V12 = SEPARATE V12
0027 V13 = FE_RESET_RW V12 0031
0028 FE_FETCH_RW V13 CV2($v) 0031
0029 ASSIGN_OP (MUL) CV2($v) int(10)
0030 JMP 0028
0031 FE_FREE V13
0032 INIT_FCALL 1 96 string("json_encode")
0033 SEND_VAR CV1($a) 1
0034 V15 = DO_ICALL
0035 ECHO V15
0036 ECHO string("
")
0037 RETURN int(1)
LIVE RANGES:
     13: 0028 - 0031 (loop)

plain:
     ; (lines=10, args=0, vars=1, tmps=4)
     ; (before optimizer)
     ; FILE:2-9
     ; return  [] RANGE[0..0]
0000 GENERATOR_CREATE
0001 V1 = YIELD
0002 ASSIGN CV0($got) V1
0003 ECHO string("[")
0004 ECHO CV0($got)
0005 ECHO string("]")
0006 YIELD int(1)
0007 YIELD int(2) string("k")
0008 GENERATOR_RETURN int(3)
0009 GENERATOR_RETURN null

byReference:
     ; (lines=9, args=1, vars=3, tmps=4)
     ; (before optimizer)
     ; FILE:10-15
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 GENERATOR_CREATE
0002 V3 = FE_RESET_RW CV0($a) 0007
0003 T4 = FE_FETCH_RW V3 CV1($v) 0007
0004 ASSIGN CV2($k) T4
0005 YIELD CV1($v) CV2($k)
0006 JMP 0003
0007 FE_FREE V3
0008 GENERATOR_RETURN null
LIVE RANGES:
     3: 0003 - 0007 (loop)

delegating:
     ; (lines=14, args=0, vars=1, tmps=7)
     ; (before optimizer)
     ; FILE:16-26
     ; return  [] RANGE[0..0]
0000 GENERATOR_CREATE
0001 INIT_FCALL 0 160 string("plain")
0002 V1 = DO_UCALL
0003 T2 = YIELD_FROM V1
0004 ASSIGN CV0($r) T2
0005 T4 = YIELD_FROM array(...)
0006 FREE T4
0007 YIELD CV0($r)
0008 YIELD string("in try")
0009 T6 = FAST_CALL 0011
0010 JMP 0013
0011 ECHO string("{finally}")
0012 FAST_RET T6
0013 GENERATOR_RETURN null
EXCEPTION TABLE:
     0008, -, 0011, 0012
