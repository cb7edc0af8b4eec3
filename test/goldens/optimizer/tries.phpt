--TEST--
passes 5 and 9: try, catch, finally; temporaries that survive a finally block
--FILE--
<?php
function f($a) {
    try { return g($a) . 'x'; } catch (A | B $e) { return 1; } catch (Exception) { echo 'c'; } finally { echo "f$a"; h("$a$a$a"); }
    try { throw new A; } finally { if ($a) return 2; }
}
function g($list) {
    foreach ($list as $x) {
        try { if ($x) continue; else break; } finally { echo 'f'; }
    }
    try { return $list; } finally { }
    try { exit; } catch (E $e) { echo 'dead?'; } finally { return 5; }
}
function h($s) { return "a{$s}b{$s}c$s" . "x{$s}y" . k("{$s}{$s}{$s}{$s}{$s}", "1$s"); }
function k() { return func_get_args() ?: $GLOBALS['x'] ?? throw new Exception(sprintf('%s', __LINE__)); }
try { $r = [1, ...[2, 3], 'k' => "$argc!"]; echo $r[0] ?? 'none'; } catch (Throwable $t) { }
--EXPECT--
1
--OPT--
$_main:
     ; (lines=12, args=0, vars=3, tmps=2)
     ; (after optimizer)
     ; FILE:1-16
0000 T3 = INIT_ARRAY 3 int(1) NEXT
0001 T3 = ADD_ARRAY_UNPACK array(...)
0002 T4 = FAST_CONCAT CV1($argc) string("!")
0003 T3 = ADD_ARRAY_ELEMENT T4 string("k")
0004 ASSIGN CV0($r) T3
0005 T4 = FETCH_DIM_IS CV0($r) int(0)
0006 T3 = COALESCE T4 0008
0007 T3 = QM_ASSIGN string("none")
0008 ECHO T3
0009 RETURN int(1)
0010 CV2($t) = CATCH string("Throwable")
0011 RETURN int(1)
EXCEPTION TABLE:
     0000, 0010, -, -

f:
     ; (lines=32, args=1, vars=2, tmps=6)
     ; (after optimizer)
     ; FILE:2-5
0000 CV0($a) = RECV 1
0001 INIT_FCALL_BY_NAME 1 string("g")
0002 SEND_VAR_EX CV0($a) 1
0003 V4 = DO_FCALL_BY_NAME
0004 T7 = CONCAT V4 string("x")
0005 T3 = FAST_CALL 0016 T7
0006 RETURN T7
0007 CV1($e) = CATCH string("A") 0009
0008 JMP 0010
0009 CV1($e) = CATCH string("B") 0012
0010 T3 = FAST_CALL 0016
0011 RETURN int(1)
0012 CATCH string("Exception")
0013 ECHO string("c")
0014 T3 = FAST_CALL 0016
0015 JMP 0025
0016 T4 = FAST_CONCAT string("f") CV0($a)
0017 ECHO T4
0018 INIT_FCALL_BY_NAME 1 string("h")
0019 T5 = ROPE_INIT 3 CV0($a)
0020 T5 = ROPE_ADD 1 T5 CV0($a)
0021 T4 = ROPE_END 2 T5 CV0($a)
0022 SEND_VAL_EX T4 1
0023 DO_FCALL_BY_NAME
0024 FAST_RET T3
0025 V3 = NEW 0 string("A")
0026 DO_FCALL
0027 THROW V3
0028 JMPZ CV0($a) 0031
0029 DISCARD_EXCEPTION T2
0030 RETURN int(2)
0031 FAST_RET T2
EXCEPTION TABLE:
     0001, 0007, 0016, 0024     0025, -, 0028, 0031
g:
     ; (lines=15, args=1, vars=3, tmps=3)
     ; (after optimizer)
     ; FILE:6-12
0000 CV0($list) = RECV 1
0001 V4 = FE_RESET_R CV0($list) 0010
0002 FE_FETCH_R V4 CV1($x) 0010
0003 JMPZ CV1($x) 0006
0004 T5 = FAST_CALL 0008
0005 JMP 0002
0006 T5 = FAST_CALL 0008
0007 JMP 0010
0008 ECHO string("f")
0009 FAST_RET T5
0010 FE_FREE V4
0011 T4 = QM_ASSIGN CV0($list)
0012 T3 = FAST_CALL 0014 T4
0013 RETURN T4
0014 FAST_RET T3
EXCEPTION TABLE:
     0003, -, 0008, 0009     0011, -, 0014, 0014
h:
     ; (lines=23, args=1, vars=1, tmps=5)
     ; (after optimizer)
     ; FILE:13-13
0000 CV0($s) = RECV 1
0001 T2 = ROPE_INIT 6 string("a")
0002 T2 = ROPE_ADD 1 T2 CV0($s)
0003 T2 = ROPE_ADD 2 T2 string("b")
0004 T2 = ROPE_ADD 3 T2 CV0($s)
0005 T2 = ROPE_ADD 4 T2 string("c")
0006 T1 = ROPE_END 5 T2 CV0($s)
0007 T4 = ROPE_INIT 3 string("x")
0008 T4 = ROPE_ADD 1 T4 CV0($s)
0009 T3 = ROPE_END 2 T4 string("y")
0010 T2 = FAST_CONCAT T1 T3
0011 INIT_FCALL_BY_NAME 2 string("k")
0012 T3 = ROPE_INIT 5 CV0($s)
0013 T3 = ROPE_ADD 1 T3 CV0($s)
0014 T3 = ROPE_ADD 2 T3 CV0($s)
0015 T3 = ROPE_ADD 3 T3 CV0($s)
0016 T1 = ROPE_END 4 T3 CV0($s)
0017 SEND_VAL_EX T1 1
0018 T1 = FAST_CONCAT string("1") CV0($s)
0019 SEND_VAL_EX T1 2
0020 V3 = DO_FCALL_BY_NAME
0021 T1 = CONCAT T2 V3
0022 RETURN T1

k:
     ; (lines=15, args=0, vars=0, tmps=4)
     ; (after optimizer)
     ; FILE:14-14
0000 T1 = FUNC_GET_ARGS
0001 T0 = JMP_SET T1 0014
0002 T2 = FETCH_IS (global) string("x")
0003 T1 = COALESCE T2 0013
0004 V2 = NEW 1 string("Exception")
0005 INIT_FCALL 2 112 string("sprintf")
0006 SEND_VAL string("%s") 1
0007 SEND_VAL int(14) 2
0008 V3 = DO_ICALL
0009 SEND_VAR_NO_REF_EX V3 1
0010 DO_FCALL
0011 THROW V2
0012 T1 = QM_ASSIGN bool(true)
0013 T0 = QM_ASSIGN T1
0014 RETURN T0
