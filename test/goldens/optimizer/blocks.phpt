--TEST--
pass 5: temporaries that live in one block, strings put together, frees
--FILE--
<?php
function strings($a, $b) {
    $r = 'x' . $a . 'y' . 'z' . PHP_EOL . $b . '' . 'w';
    $s = (string) $a . (string) $b;
    $t = '' . $a;
    $u = "$a-$b" . PHP_VERSION . "{$a[0]}" . HERE;
    echo (string) $a, "$b";
    return $r . $s . $t . $u;
}
function frees($o, $a) {
    $a++; $o->p++; $a += 1; $a[] = 2; $o->p = 3; $o::$q--; $a . 'x'; !$a; $o->m(); new stdClass; $a['k'];
    (bool) $a; $a == true; isset($a); $b = $c = 1; [$x, [$y]] = $a; ['k' => $z] = [1, 2];
    @$a['q']; print 'p'; $f = fn() => $a; static $st = 1; unset($o->p);
    foreach ($a as $k => $v) { if ($v) return $k; }
    foreach ($a as &$r) foreach ($r as $w) continue 2;
}
function &reference(array &$a): ?array { return $a; }
function typed(int $n): string { if ($n) return 'yes'; return PHP_VERSION; }
function generator() { $x = yield 1; yield from [1, 2]; return $x ? PHP_OS : yield; }
--EXPECT--

--OPT--
$_main:
     ; (lines=1, args=0, vars=0, tmps=0)
     ; (after optimizer)
     ; FILE:1-20
0000 RETURN int(1)

strings:
     ; (lines=26, args=2, vars=6, tmps=4)
     ; (after optimizer)
     ; FILE:2-9
0000 CV0($a) = RECV 1
0001 CV1($b) = RECV 2
0002 T7 = CONCAT string("x") CV0($a)
0003 T6 = CONCAT T7 string("yz
")
0004 T7 = CONCAT T6 CV1($b)
0005 T6 = CONCAT T7 string("w")
0006 ASSIGN CV2($r) T6
0007 T6 = CONCAT CV0($a) CV1($b)
0008 ASSIGN CV3($s) T6
0009 T6 = CAST (string) CV0($a)
0010 ASSIGN CV4($t) T6
0011 T8 = ROPE_INIT 3 CV0($a)
0012 T8 = ROPE_ADD 1 T8 string("-")
0013 T7 = ROPE_END 2 T8 CV1($b)
0014 T6 = FAST_CONCAT T7 string("8.2.35")
0015 T8 = FETCH_DIM_R CV0($a) int(0)
0016 T7 = CONCAT T6 T8
0017 T8 = FETCH_CONSTANT string("HERE")
0018 T6 = CONCAT T7 T8
0019 ASSIGN CV5($u) T6
0020 ECHO CV0($a)
0021 ECHO CV1($b)
0022 T6 = CONCAT CV2($r) CV3($s)
0023 T7 = CONCAT T6 CV4($t)
0024 T6 = CONCAT T7 CV5($u)
0025 RETURN T6

frees:
     ; (lines=64, args=2, vars=13, tmps=3)
     ; (after optimizer)
     ; FILE:10-16
0000 CV0($o) = RECV 1
0001 CV1($a) = RECV 2
0002 PRE_INC CV1($a)
0003 PRE_INC_OBJ CV0($o) string("p")
0004 ASSIGN_OP (ADD) CV1($a) int(1)
0005 ASSIGN_DIM CV1($a) NEXT
0006 OP_DATA int(2)
0007 ASSIGN_OBJ CV0($o) string("p")
0008 OP_DATA int(3)
0009 V13 = FETCH_CLASS (exception) CV0($o)
0010 PRE_DEC_STATIC_PROP string("q") V13
0011 T13 = CONCAT CV1($a) string("x")
0012 FREE T13
0013 CHECK_VAR CV1($a)
0014 INIT_METHOD_CALL 0 CV0($o) string("m")
0015 DO_FCALL
0016 V13 = NEW 0 string("stdClass")
0017 DO_FCALL
0018 FREE V13
0019 T13 = FETCH_DIM_R CV1($a) string("k")
0020 FREE T13
0021 CHECK_VAR CV1($a)
0022 CHECK_VAR CV1($a)
0023 T13 = ISSET_ISEMPTY_CV (isset) CV1($a)
0024 FREE T13
0025 T13 = ASSIGN CV3($c) int(1)
0026 ASSIGN CV2($b) T13
0027 T13 = QM_ASSIGN CV1($a)
0028 V14 = FETCH_LIST_R T13 int(0)
0029 ASSIGN CV4($x) V14
0030 V14 = FETCH_LIST_R T13 int(1)
0031 V15 = FETCH_LIST_R V14 int(0)
0032 ASSIGN CV5($y) V15
0033 FREE V14
0034 FREE T13
0035 V13 = FETCH_LIST_R array(...) string("k")
0036 ASSIGN CV6($z) V13
0037 T14 = BEGIN_SILENCE
0038 T13 = FETCH_DIM_R CV1($a) string("q")
0039 END_SILENCE T14
0040 FREE T13
0041 ECHO string("p")
0042 T13 = DECLARE_LAMBDA_FUNCTION 0
0043 BIND_LEXICAL T13 CV1($a)
0044 ASSIGN CV7($f) T13
0045 BIND_STATIC (ref) CV8($st)
0046 UNSET_OBJ CV0($o) string("p")
0047 V13 = FE_RESET_R CV1($a) 0053
0048 T14 = FE_FETCH_R V13 CV9($v) 0053
0049 ASSIGN CV10($k) T14
0050 JMPZ CV9($v) 0048
0051 FE_FREE V13
0052 RETURN CV10($k)
0053 FE_FREE V13
0054 V13 = FE_RESET_RW CV1($a) 0062
0055 FE_FETCH_RW V13 CV11($r) 0062
0056 V14 = FE_RESET_R CV11($r) 0060
0057 FE_FETCH_R V14 CV12($w) 0060
0058 FE_FREE V14
0059 JMP 0055
0060 FE_FREE V14
0061 JMP 0055
0062 FE_FREE V13
0063 RETURN null

{closure}:
     ; (lines=2, args=0, vars=1, tmps=0)
     ; (after optimizer)
     ; FILE:13-13
0000 BIND_STATIC CV0($a)
0001 RETURN CV0($a)

reference:
     ; (lines=3, args=1, vars=1, tmps=0)
     ; (after optimizer)
     ; FILE:17-17
0000 CV0($a) = RECV 1
0001 VERIFY_RETURN_TYPE CV0($a)
0002 RETURN_BY_REF CV0($a)

typed:
     ; (lines=4, args=1, vars=1, tmps=0)
     ; (after optimizer)
     ; FILE:18-18
0000 CV0($n) = RECV 1
0001 JMPZ CV0($n) 0003
0002 RETURN string("yes")
0003 RETURN string("8.2.35")

generator:
     ; (lines=10, args=0, vars=1, tmps=2)
     ; (after optimizer)
     ; FILE:19-19
0000 GENERATOR_CREATE
0001 V1 = YIELD int(1)
0002 ASSIGN CV0($x) V1
0003 T1 = YIELD_FROM array(...)
0004 FREE T1
0005 JMPZ CV0($x) 0007
0006 GENERATOR_RETURN string("Linux")
0007 V2 = YIELD
0008 T1 = QM_ASSIGN V2
0009 GENERATOR_RETURN T1
