--TEST--
try, catch, finally, throw
--FILE--
<?php
function f(int $n)
{
    try {
        try {
            if ($n == 1) {
                throw new LogicException('one');
            }
            if ($n == 2) {
                return 'returned';
            }
            $n ?: throw new TypeError('zero');
        } catch (LogicException | DomainException $e) {
            return $e->getMessage();
        } finally {
            echo 'f';
        }
    } catch (TypeError) {
        return 'type';
    } finally {
        echo 'F';
    }
    foreach ([1, 2] as $x) {
        try {
            continue;
        } finally {
            echo 'c';
        }
    }
    return 'end';
}
for ($n = 0; $n < 4; $n++) {
    echo f($n), "\n";
}
echo @$undefined['x'], "silent\n";
try {
    assert($n === 1);
} catch (AssertionError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
fFtype
fFone
fFreturned
fFccend
silent
assert($n === 1)
--OPS--
$_main:
     ; (lines=28, args=0, vars=3, tmps=9)
     ; (before optimizer)
     ; FILE:1-41
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($n) int(0)
0001 JMP 0008
0002 INIT_FCALL 1 320 string("f")
0003 SEND_VAR CV0($n) 1
0004 V4 = DO_UCALL
0005 ECHO V4
0006 ECHO string("
")
0007 PRE_INC CV0($n)
0008 T6 = IS_SMALLER CV0($n) int(4)
0009 JMPNZ T6 0002
0010 T7 = BEGIN_SILENCE
0011 T8 = FETCH_DIM_R CV1($undefined) string("x")
0012 END_SILENCE T7
0013 ECHO T8
0014 ECHO string("silent
")
0015 ASSERT_CHECK 0021
0016 INIT_FCALL 2 112 string("assert")
0017 T9 = IS_IDENTICAL CV0($n) int(1)
0018 SEND_VAL T9 1
0019 SEND_VAL string("assert($n === 1)") 2
0020 DO_ICALL
0021 JMP 0027
0022 CV2($e) = CATCH string("AssertionError")
0023 INIT_METHOD_CALL 0 CV2($e) string("getMessage")
0024 V11 = DO_FCALL
0025 ECHO V11
0026 ECHO string("
")
0027 RETURN int(1)
LIVE RANGES:
     7: 0011 - 0012 (silence)
     8: 0012 - 0013 (tmp/var)
EXCEPTION TABLE:
     0015, 0022, -, -

f:
     ; (lines=52, args=1, vars=3, tmps=12)
     ; (before optimizer)
     ; FILE:2-31
     ; return  [] RANGE[0..0]
0000 CV0($n) = RECV 1
0001 T5 = IS_EQUAL CV0($n) int(1)
0002 JMPZ T5 0007
0003 V6 = NEW 1 string("LogicException")
0004 SEND_VAL_EX string("one") 1
0005 DO_FCALL
0006 THROW V6
0007 T8 = IS_EQUAL CV0($n) int(2)
0008 JMPZ T8 0012
0009 T4 = FAST_CALL 0030
0010 T3 = FAST_CALL 0038
0011 RETURN string("returned")
0012 T9 = JMP_SET CV0($n) 0018
0013 V10 = NEW 1 string("TypeError")
0014 SEND_VAL_EX string("zero") 1
0015 DO_FCALL
0016 THROW V10
0017 T9 = QM_ASSIGN bool(true)
0018 FREE T9
0019 JMP 0028
0020 CV1($e) = CATCH string("LogicException") 0022
0021 JMP 0023
0022 CV1($e) = CATCH string("DomainException")
0023 INIT_METHOD_CALL 0 CV1($e) string("getMessage")
0024 V12 = DO_FCALL
0025 T4 = FAST_CALL 0030 V12
0026 T3 = FAST_CALL 0038 V12
0027 RETURN V12
0028 T4 = FAST_CALL 0030
0029 JMP 0032
0030 ECHO string("f")
0031 FAST_RET T4 try-catch(0)
0032 JMP 0036
0033 CATCH string("TypeError")
0034 T3 = FAST_CALL 0038
0035 RETURN string("type")
0036 T3 = FAST_CALL 0038
0037 JMP 0040
0038 ECHO string("F")
0039 FAST_RET T3
0040 V13 = FE_RESET_R array(...) 0049
0041 FE_FETCH_R V13 CV2($x) 0049
0042 T14 = FAST_CALL 0046
0043 JMP 0041
0044 T14 = FAST_CALL 0046
0045 JMP 0048
0046 ECHO string("c")
0047 FAST_RET T14
0048 JMP 0041
0049 FE_FREE V13
0050 RETURN string("end")
0051 RETURN null
LIVE RANGES:
     6: 0004 - 0006 (new)
     10: 0014 - 0016 (new)
     12: 0025 - 0027 (tmp/var)
     13: 0041 - 0049 (loop)
EXCEPTION TABLE:
     0001, 0033, 0038, 0039     0001, 0020, 0030, 0031     0042, -, 0046, 0047
