--TEST--
pass 1: operators, casts, constants, calls whose result is known
--FILE--
<?php
const HERE = 'here';
define('THERE', 4);
function later() { define('A::B', 5); define('LATER', PHP_OS); return define('RESULT', 1); }
function constants() {
    echo PHP_VERSION, PHP_INT_MAX, M_PI, HERE, \PHP_EOL, E_ALL & ~E_NOTICE;
    $a = PHP_INT_SIZE * 2 + 1;
    $b = (string) PHP_INT_SIZE . 'x' . (int) '12' . (bool) 'a';
    $c = strlen(PHP_OS) > 2 ? 'long' : 'short';
    $d = -PHP_INT_MAX ** 2;
    $e = defined('PHP_VERSION') && defined('NOT_THERE');
    $f = function_exists('strlen') || is_callable('no_such_function');
    $g = extension_loaded('standard') ? constant('PHP_OS') : dirname('/a/b/c');
    $h = ini_get('precision');
    return [$a, $b, $c, $d, $e, $f, $g, $h, ~PHP_INT_SIZE, !PHP_INT_SIZE, PHP_INT_SIZE <=> 4, PHP_INT_SIZE === 8];
}
class K {
    const ONE = 1;
    const TEXT = 'text';
    const LATER = UNKNOWN_CONSTANT;
    private const SECRET = 2;
    function m(): int {
        echo self::TEXT, self::LATER, self::SECRET, static::ONE, DateTimeInterface::ATOM, ArrayObject::ARRAY_AS_PROPS;
        return self::ONE;
    }
}
class L extends K { const TWO = self::ONE + 1; function n() { return [self::ONE, L::TWO, K::ONE, parent::ONE, Nobody::ONE]; } }
echo K::ONE, L::ONE, L::TWO ?? 0;
echo 'done';
--EXPECT--
112done
--OPT--
$_main:
     ; (lines=10, args=0, vars=0, tmps=2)
     ; (after optimizer)
     ; FILE:1-30
0000 DECLARE_CONST string("HERE") string("here")
0001 DECLARE_CONST string("THERE") int(4)
0002 ECHO string("1")
0003 ECHO string("1")
0004 T1 = FETCH_CLASS_CONSTANT string("L") string("TWO")
0005 T0 = COALESCE T1 0007
0006 T0 = QM_ASSIGN int(0)
0007 ECHO T0
0008 ECHO string("done")
0009 RETURN int(1)

later:
     ; (lines=10, args=0, vars=0, tmps=1)
     ; (after optimizer)
     ; FILE:4-4
0000 INIT_FCALL 2 112 string("define")
0001 SEND_VAL string("A::B") 1
0002 SEND_VAL int(5) 2
0003 DO_ICALL
0004 DECLARE_CONST string("LATER") string("Linux")
0005 INIT_FCALL 2 112 string("define")
0006 SEND_VAL string("RESULT") 1
0007 SEND_VAL int(1) 2
0008 V0 = DO_ICALL
0009 RETURN V0

constants:
     ; (lines=35, args=0, vars=8, tmps=2)
     ; (after optimizer)
     ; FILE:5-16
0000 ECHO string("8.2.359223372036854775807")
0001 ECHO float(3.14159)
0002 T8 = FETCH_CONSTANT string("HERE")
0003 ECHO T8
0004 ECHO string("
32759")
0005 ASSIGN CV0($a) int(17)
0006 ASSIGN CV1($b) string("8x121")
0007 ASSIGN CV2($c) string("long")
0008 ASSIGN CV3($d) float(-8.50706e+37)
0009 T8 = DEFINED string("NOT_THERE")
0010 ASSIGN CV4($e) T8
0011 T8 = JMPNZ_EX bool(true) 0016
0012 INIT_FCALL 1 96 string("is_callable")
0013 SEND_VAL string("no_such_function") 1
0014 V9 = DO_ICALL
0015 T8 = BOOL V9
0016 ASSIGN CV5($f) T8
0017 ASSIGN CV6($g) string("Linux")
0018 INIT_FCALL 1 96 string("ini_get")
0019 SEND_VAL string("precision") 1
0020 V8 = DO_ICALL
0021 ASSIGN CV7($h) V8
0022 T8 = INIT_ARRAY 12 (packed) CV0($a) NEXT
0023 T8 = ADD_ARRAY_ELEMENT CV1($b) NEXT
0024 T8 = ADD_ARRAY_ELEMENT CV2($c) NEXT
0025 T8 = ADD_ARRAY_ELEMENT CV3($d) NEXT
0026 T8 = ADD_ARRAY_ELEMENT CV4($e) NEXT
0027 T8 = ADD_ARRAY_ELEMENT CV5($f) NEXT
0028 T8 = ADD_ARRAY_ELEMENT CV6($g) NEXT
0029 T8 = ADD_ARRAY_ELEMENT CV7($h) NEXT
0030 T8 = ADD_ARRAY_ELEMENT int(-9) NEXT
0031 T8 = ADD_ARRAY_ELEMENT bool(false) NEXT
0032 T8 = ADD_ARRAY_ELEMENT int(1) NEXT
0033 T8 = ADD_ARRAY_ELEMENT bool(true) NEXT
0034 RETURN T8

K::m:
     ; (lines=9, args=0, vars=0, tmps=1)
     ; (after optimizer)
     ; FILE:22-25
0000 ECHO string("text")
0001 T0 = FETCH_CLASS_CONSTANT (self) (exception) string("LATER")
0002 ECHO T0
0003 ECHO int(2)
0004 T0 = FETCH_CLASS_CONSTANT (static) (exception) string("ONE")
0005 ECHO T0
0006 ECHO string("Y-m-d\TH:i:sP")
0007 ECHO string("2")
0008 RETURN int(1)

L::n:
     ; (lines=9, args=0, vars=0, tmps=2)
     ; (after optimizer)
     ; FILE:27-27
0000 T0 = INIT_ARRAY 5 (packed) int(1) NEXT
0001 T1 = FETCH_CLASS_CONSTANT string("L") string("TWO")
0002 T0 = ADD_ARRAY_ELEMENT T1 NEXT
0003 T0 = ADD_ARRAY_ELEMENT int(1) NEXT
0004 T1 = FETCH_CLASS_CONSTANT (parent) (exception) string("ONE")
0005 T0 = ADD_ARRAY_ELEMENT T1 NEXT
0006 T1 = FETCH_CLASS_CONSTANT string("Nobody") string("ONE")
0007 T0 = ADD_ARRAY_ELEMENT T1 NEXT
0008 RETURN T0
