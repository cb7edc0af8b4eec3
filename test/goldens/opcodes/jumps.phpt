--TEST--
if, loops, short circuits, match, switch, goto
--FILE--
<?php
function jumps(int $n, ?array $a = null)
{
    $text = '';
    if ($n > 3 && $n < 9 || $n == 20) {
        $text .= 'a';
    } elseif (!$n) {
        $text .= 'b';
    } else {
        $text .= 'c';
    }
    for ($i = 0, $j = 10; $i < $j; $i++, $j--) {
        if ($i == 1) {
            continue;
        }
        if ($i == 3) {
            break;
        }
    }
    while ($n-- > 8) {
        $text .= '.';
    }
    do {
        $text .= '-';
    } while (false);
    $text .= $n ? 'yes' : 'no';
    $text .= $a ?: 'empty';
    $text .= $a['x'] ?? 'unset';
    $bool = $n && $a;
    $or = $n || $a;
    switch ($n) {
        case 1:
            $text .= 'one';
        case 2:
            $text .= 'two';
            break;
        default:
            $text .= 'other';
    }
    switch ($text[0]) {
        case 'a':
            $text .= 'A';
            break;
        case 'b':
        case 'c':
        case 'd':
        case 'e':
            $text .= 'B';
            break;
    }
    $text .= match (true) {
        $n < 0 => 'negative',
        $n > 100, $n > 10 => 'big',
        default => 'small',
    };
    $text .= match ($n) {
        -1, 0 => 'none',
        1 => 'one',
        2 => 'two',
        3, 4 => 'few',
        5 => 'five',
        default => 'many',
    };
    goto end;
    $text .= 'skipped';
    end:
    return $text . (int) $bool . (int) $or;
}
foreach ([0, 5, 20, 3] as $n) {
    echo jumps($n), "\n";
}
try {
    echo match ($n) { 1 => 'never' };
} catch (\UnhandledMatchError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
b-yesemptyunsetotherBnegativenone01
a-yesemptyunsetotherAsmallfew01
a............-yesemptyunsetotherAsmallmany01
c-yesemptyunsettwoBsmalltwo01
Unhandled match case 3
--OPS--
$_main:
     ; (lines=23, args=0, vars=2, tmps=5)
     ; (before optimizer)
     ; FILE:1-77
     ; return  [] RANGE[0..0]
0000 V2 = FE_RESET_R array(...) 0008
0001 FE_FETCH_R V2 CV0($n) 0008
0002 INIT_FCALL 1 1024 string("jumps")
0003 SEND_VAR CV0($n) 1
0004 V3 = DO_UCALL
0005 ECHO V3
0006 ECHO string("
")
0007 JMP 0001
0008 FE_FREE V2
0009 T4 = IS_IDENTICAL CV0($n) int(1)
0010 JMPNZ T4 0013
0011 JMP 0012
0012 MATCH_ERROR CV0($n)
0013 T5 = QM_ASSIGN string("never")
0014 JMP 0015
0015 ECHO T5
0016 JMP 0022
0017 CV1($e) = CATCH string("UnhandledMatchError")
0018 INIT_METHOD_CALL 0 CV1($e) string("getMessage")
0019 V6 = DO_FCALL
0020 ECHO V6
0021 ECHO string("
")
0022 RETURN int(1)
LIVE RANGES:
     2: 0001 - 0008 (loop)
     5: 0014 - 0015 (tmp/var)
EXCEPTION TABLE:
     0009, 0017, -, -

jumps:
     ; (lines=122, args=2, vars=7, tmps=52)
     ; (before optimizer)
     ; FILE:2-68
     ; return  [] RANGE[0..0]
0000 CV0($n) = RECV 1
0001 CV1($a) = RECV_INIT 2 null
0002 ASSIGN CV2($text) string("")
0003 T8 = IS_SMALLER int(3) CV0($n)
0004 T8 = JMPZ_EX T8 0007
0005 T9 = IS_SMALLER CV0($n) int(9)
0006 T8 = BOOL T9
0007 T8 = JMPNZ_EX T8 0010
0008 T10 = IS_EQUAL CV0($n) int(20)
0009 T8 = BOOL T10
0010 JMPZ T8 0013
0011 ASSIGN_OP (CONCAT) CV2($text) string("a")
0012 JMP 0018
0013 T12 = BOOL_NOT CV0($n)
0014 JMPZ T12 0017
0015 ASSIGN_OP (CONCAT) CV2($text) string("b")
0016 JMP 0018
0017 ASSIGN_OP (CONCAT) CV2($text) string("c")
0018 ASSIGN CV3($i) int(0)
0019 ASSIGN CV4($j) int(10)
0020 JMP 0029
0021 T17 = IS_EQUAL CV3($i) int(1)
0022 JMPZ T17 0024
0023 JMP 0027
0024 T18 = IS_EQUAL CV3($i) int(3)
0025 JMPZ T18 0027
0026 JMP 0031
0027 PRE_INC CV3($i)
0028 PRE_DEC CV4($j)
0029 T21 = IS_SMALLER CV3($i) CV4($j)
0030 JMPNZ T21 0021
0031 JMP 0033
0032 ASSIGN_OP (CONCAT) CV2($text) string(".")
0033 T23 = POST_DEC CV0($n)
0034 T24 = IS_SMALLER int(8) T23
0035 JMPNZ T24 0032
0036 ASSIGN_OP (CONCAT) CV2($text) string("-")
0037 JMPNZ bool(false) 0036
0038 JMPZ CV0($n) 0041
0039 T26 = QM_ASSIGN string("yes")
0040 JMP 0042
0041 T26 = QM_ASSIGN string("no")
0042 ASSIGN_OP (CONCAT) CV2($text) T26
0043 T28 = JMP_SET CV1($a) 0045
0044 T28 = QM_ASSIGN string("empty")
0045 ASSIGN_OP (CONCAT) CV2($text) T28
0046 T30 = FETCH_DIM_IS CV1($a) string("x")
0047 T31 = COALESCE T30 0049
0048 T31 = QM_ASSIGN string("unset")
0049 ASSIGN_OP (CONCAT) CV2($text) T31
0050 T33 = JMPZ_EX CV0($n) 0052
0051 T33 = BOOL CV1($a)
0052 ASSIGN CV5($bool) T33
0053 T35 = JMPNZ_EX CV0($n) 0055
0054 T35 = BOOL CV1($a)
0055 ASSIGN CV6($or) T35
0056 T37 = IS_EQUAL CV0($n) int(1)
0057 JMPNZ T37 0061
0058 T37 = IS_EQUAL CV0($n) int(2)
0059 JMPNZ T37 0062
0060 JMP 0064
0061 ASSIGN_OP (CONCAT) CV2($text) string("one")
0062 ASSIGN_OP (CONCAT) CV2($text) string("two")
0063 JMP 0065
0064 ASSIGN_OP (CONCAT) CV2($text) string("other")
0065 T41 = FETCH_DIM_R CV2($text) int(0)
0066 SWITCH_STRING T41 "a": 0078, "b": 0080, "c": 0080, "d": 0080, "e": 0080, default: 0082
0067 T42 = CASE T41 string("a")
0068 JMPNZ T42 0078
0069 T42 = CASE T41 string("b")
0070 JMPNZ T42 0080
0071 T42 = CASE T41 string("c")
0072 JMPNZ T42 0080
0073 T42 = CASE T41 string("d")
0074 JMPNZ T42 0080
0075 T42 = CASE T41 string("e")
0076 JMPNZ T42 0080
0077 JMP 0082
0078 ASSIGN_OP (CONCAT) CV2($text) string("A")
0079 JMP 0082
0080 ASSIGN_OP (CONCAT) CV2($text) string("B")
0081 JMP 0082
0082 FREE T41
0083 T46 = IS_SMALLER CV0($n) int(0)
0084 T45 = IS_IDENTICAL T46 bool(true)
0085 JMPNZ T45 0093
0086 T47 = IS_SMALLER int(100) CV0($n)
0087 T45 = IS_IDENTICAL T47 bool(true)
0088 JMPNZ T45 0095
0089 T48 = IS_SMALLER int(10) CV0($n)
0090 T45 = IS_IDENTICAL T48 bool(true)
0091 JMPNZ T45 0095
0092 JMP 0097
0093 T49 = QM_ASSIGN string("negative")
0094 JMP 0099
0095 T49 = QM_ASSIGN string("big")
0096 JMP 0099
0097 T49 = QM_ASSIGN string("small")
0098 JMP 0099
0099 ASSIGN_OP (CONCAT) CV2($text) T49
0100 MATCH CV0($n) -1: 0101, 0: 0101, 1: 0103, 2: 0105, 3: 0107, 4: 0107, 5: 0109, default: 0111
0101 T52 = QM_ASSIGN string("none")
0102 JMP 0113
0103 T52 = QM_ASSIGN string("one")
0104 JMP 0113
0105 T52 = QM_ASSIGN string("two")
0106 JMP 0113
0107 T52 = QM_ASSIGN string("few")
0108 JMP 0113
0109 T52 = QM_ASSIGN string("five")
0110 JMP 0113
0111 T52 = QM_ASSIGN string("many")
0112 JMP 0113
0113 ASSIGN_OP (CONCAT) CV2($text) T52
0114 JMP 0116
0115 ASSIGN_OP (CONCAT) CV2($text) string("skipped")
0116 T55 = CAST (long) CV5($bool)
0117 T56 = CONCAT CV2($text) T55
0118 T57 = CAST (long) CV6($or)
0119 T58 = CONCAT T56 T57
0120 RETURN T58
0121 RETURN null
LIVE RANGES:
     41: 0066 - 0082 (tmp/var)
     49: 0098 - 0099 (tmp/var)
     52: 0112 - 0113 (tmp/var)
     56: 0118 - 0119 (tmp/var)
