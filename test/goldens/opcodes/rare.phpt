--TEST--
The oplines that need an unusual program
--FILE--
<?php
class S
{
    public static $s = ['n' => 1, 'list' => [1]];
    public $p;
    public function has()
    {
        return isset($this) . get_called_class();
    }
}
function last()
{
    return [1, 2, 3];
}
function take(&$x)
{
    return $x = 'taken';
}
function variable($name)
{
    $array = ['k' => 1, 'l' => 2];
    $n = 1;
    $number = 'n';
    $$number++;
    $$name['k'] .= '!';
    echo isset($$name['k']), $$name['none'] ?? 'none', $n;
    unset($$name['k']);
    unknown($$name, $$name['l'], $array['new'], S::$s['n'], S::$s);
    echo json_encode($array), "\n";
}
function unknown(&...$references)
{
    $references[1] = 'by reference';
}
function key_of($what)
{
    echo "<$what>";
    return $what;
}
function number(int $n)
{
    switch ($n) {
        case 1:
            return 'one';
        case 2:
            return 'two';
        case 3:
            return 'three';
        case 4:
            return 'four';
        case 5:
            return 'five';
    }
    return 'many';
}
$unknown = 'unknown';
variable('array');
$o = new S;
$o->p = new S;
$o->p->p = 1;
$o->p->p++;
$o->p->p .= 'x';
S::$s['n']++;
S::$s['list'][] = 2;
$list = [];
$list[key_of('a')][key_of('b')] ??= key_of('c');
$list[key_of('a')][key_of('b')] ??= key_of('d');
echo array_key_last(last()), end($GLOBALS['list']['a']), $o->has(), number(4), number(9), $o->p->p, "\n";
foreach ($GLOBALS as $name => $value) {
    if ($name === 'unknown') {
        echo $value, "\n";
    }
}
$list;
echo @array_pop(last()), "\n";
$function = 'take';
echo take($fresh), $function($other), $fresh, $other, "\n";
try {
    unset(S::$s);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
1none2{"l":"by reference","new":null}
<a><b><c><a><b>2c1Sfourmany2x
unknown
3
takentakentakentaken
Attempt to unset static property S::$s
--OPS--
$_main:
     ; (lines=137, args=0, vars=9, tmps=63)
     ; (before optimizer)
     ; FILE:1-83
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($unknown) string("unknown")
0001 INIT_FCALL 1 496 string("variable")
0002 SEND_VAL string("array") 1
0003 DO_UCALL
0004 V11 = NEW 0 string("S")
0005 DO_FCALL
0006 ASSIGN CV1($o) V11
0007 V15 = NEW 0 string("S")
0008 DO_FCALL
0009 ASSIGN_OBJ CV1($o) string("p")
0010 OP_DATA V15
0011 V17 = FETCH_OBJ_W CV1($o) string("p")
0012 ASSIGN_OBJ V17 string("p")
0013 OP_DATA int(1)
0014 V19 = FETCH_OBJ_RW CV1($o) string("p")
0015 PRE_INC_OBJ V19 string("p")
0016 V21 = FETCH_OBJ_RW CV1($o) string("p")
0017 ASSIGN_OBJ_OP (CONCAT) V21 string("p")
0018 OP_DATA string("x")
0019 V23 = FETCH_STATIC_PROP_RW string("s") string("S")
0020 V24 = FETCH_DIM_RW V23 string("n")
0021 PRE_INC V24
0022 V26 = FETCH_STATIC_PROP_W (dim write) string("s") string("S")
0023 V27 = FETCH_DIM_W V26 string("list")
0024 ASSIGN_DIM V27 NEXT
0025 OP_DATA int(2)
0026 ASSIGN CV2($list) array(...)
0027 INIT_FCALL 1 144 string("key_of")
0028 SEND_VAL string("a") 1
0029 V30 = DO_UCALL
0030 V31 = COPY_TMP V30
0031 INIT_FCALL 1 144 string("key_of")
0032 SEND_VAL string("b") 1
0033 V33 = DO_UCALL
0034 V34 = COPY_TMP V33
0035 T32 = FETCH_DIM_IS CV2($list) V30
0036 T35 = FETCH_DIM_IS T32 V33
0037 T36 = COALESCE T35 0046
0038 INIT_FCALL 1 144 string("key_of")
0039 SEND_VAL string("c") 1
0040 V37 = DO_UCALL
0041 V38 = FETCH_DIM_W CV2($list) V31
0042 T39 = ASSIGN_DIM V38 V34
0043 OP_DATA V37
0044 T36 = QM_ASSIGN T39
0045 JMP 0048
0046 FREE V31
0047 FREE V34
0048 FREE T36
0049 INIT_FCALL 1 144 string("key_of")
0050 SEND_VAL string("a") 1
0051 V40 = DO_UCALL
0052 V41 = COPY_TMP V40
0053 INIT_FCALL 1 144 string("key_of")
0054 SEND_VAL string("b") 1
0055 V43 = DO_UCALL
0056 V44 = COPY_TMP V43
0057 T42 = FETCH_DIM_IS CV2($list) V40
0058 T45 = FETCH_DIM_IS T42 V43
0059 T46 = COALESCE T45 0068
0060 INIT_FCALL 1 144 string("key_of")
0061 SEND_VAL string("d") 1
0062 V47 = DO_UCALL
0063 V48 = FETCH_DIM_W CV2($list) V41
0064 T49 = ASSIGN_DIM V48 V44
0065 OP_DATA V47
0066 T46 = QM_ASSIGN T49
0067 JMP 0070
0068 FREE V41
0069 FREE V44
0070 FREE T46
0071 INIT_FCALL 1 96 string("array_key_last")
0072 INIT_FCALL 0 80 string("last")
0073 V50 = DO_UCALL
0074 SEND_VAR V50 1
0075 V51 = DO_ICALL
0076 ECHO V51
0077 INIT_FCALL 1 96 string("end")
0078 V52 = FETCH_W (global) string("list")
0079 V53 = FETCH_DIM_W V52 string("a")
0080 SEND_REF V53 1
0081 V54 = DO_ICALL
0082 ECHO V54
0083 INIT_METHOD_CALL 0 CV1($o) string("has")
0084 V55 = DO_FCALL
0085 ECHO V55
0086 INIT_FCALL 1 112 string("number")
0087 SEND_VAL int(4) 1
0088 V56 = DO_UCALL
0089 ECHO V56
0090 INIT_FCALL 1 112 string("number")
0091 SEND_VAL int(9) 1
0092 V57 = DO_UCALL
0093 ECHO V57
0094 T58 = FETCH_OBJ_R CV1($o) string("p")
0095 T59 = FETCH_OBJ_R T58 string("p")
0096 ECHO T59
0097 ECHO string("
")
0098 T60 = FETCH_GLOBALS
0099 V61 = FE_RESET_R T60 0107
0100 T62 = FE_FETCH_R V61 CV3($value) 0107
0101 ASSIGN CV4($name) T62
0102 T64 = IS_IDENTICAL CV4($name) string("unknown")
0103 JMPZ T64 0106
0104 ECHO CV3($value)
0105 ECHO string("
")
0106 JMP 0100
0107 FE_FREE V61
0108 T65 = BEGIN_SILENCE
0109 INIT_FCALL 1 96 string("array_pop")
0110 INIT_FCALL 0 80 string("last")
0111 V66 = DO_UCALL
0112 SEND_VAR_NO_REF V66 1
0113 V67 = DO_ICALL
0114 END_SILENCE T65
0115 ECHO V67
0116 ECHO string("
")
0117 ASSIGN CV5($function) string("take")
0118 INIT_FCALL 1 112 string("take")
0119 SEND_REF CV6($fresh) 1
0120 V69 = DO_UCALL
0121 ECHO V69
0122 INIT_DYNAMIC_CALL 1 CV5($function)
0123 SEND_VAR_EX CV7($other) 1
0124 V70 = DO_FCALL
0125 ECHO V70
0126 ECHO CV6($fresh)
0127 ECHO CV7($other)
0128 ECHO string("
")
0129 UNSET_STATIC_PROP string("s") string("S")
0130 JMP 0136
0131 CV8($e) = CATCH string("Error")
0132 INIT_METHOD_CALL 0 CV8($e) string("getMessage")
0133 V71 = DO_FCALL
0134 ECHO V71
0135 ECHO string("
")
0136 RETURN int(1)
LIVE RANGES:
     11: 0005 - 0006 (new)
     15: 0008 - 0009 (new)
     30: 0030 - 0035 (tmp/var)
     31: 0031 - 0041 (tmp/var)
     33: 0034 - 0036 (tmp/var)
     34: 0035 - 0042 (tmp/var)
     37: 0041 - 0042 (tmp/var)
     39: 0043 - 0044 (tmp/var)
     36: 0045 - 0048 (tmp/var)
     34: 0046 - 0047 (tmp/var)
     40: 0052 - 0057 (tmp/var)
     41: 0053 - 0063 (tmp/var)
     43: 0056 - 0058 (tmp/var)
     44: 0057 - 0064 (tmp/var)
     47: 0063 - 0064 (tmp/var)
     49: 0065 - 0066 (tmp/var)
     46: 0067 - 0070 (tmp/var)
     44: 0068 - 0069 (tmp/var)
     61: 0100 - 0107 (loop)
     65: 0109 - 0114 (silence)
     67: 0114 - 0115 (tmp/var)
EXCEPTION TABLE:
     0129, 0131, -, -

last:
     ; (lines=2, args=0, vars=0, tmps=0)
     ; (before optimizer)
     ; FILE:11-14
     ; return  [] RANGE[0..0]
0000 RETURN array(...)
0001 RETURN null

take:
     ; (lines=4, args=1, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:15-18
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 T1 = ASSIGN CV0($x) string("taken")
0002 RETURN T1
0003 RETURN null

variable:
     ; (lines=45, args=1, vars=4, tmps=22)
     ; (before optimizer)
     ; FILE:19-30
     ; return  [] RANGE[0..0]
0000 CV0($name) = RECV 1
0001 ASSIGN CV1($array) array(...)
0002 ASSIGN CV2($n) int(1)
0003 ASSIGN CV3($number) string("n")
0004 V7 = FETCH_RW (local) CV3($number)
0005 PRE_INC V7
0006 V9 = FETCH_RW (local) CV0($name)
0007 ASSIGN_DIM_OP (CONCAT) V9 string("k")
0008 OP_DATA string("!")
0009 T11 = FETCH_IS (local) CV0($name)
0010 T12 = ISSET_ISEMPTY_DIM_OBJ (isset) T11 string("k")
0011 ECHO T12
0012 T13 = FETCH_IS (local) CV0($name)
0013 T14 = FETCH_DIM_IS T13 string("none")
0014 T15 = COALESCE T14 0016
0015 T15 = QM_ASSIGN string("none")
0016 ECHO T15
0017 ECHO CV2($n)
0018 V16 = FETCH_UNSET (local) CV0($name)
0019 UNSET_DIM V16 string("k")
0020 INIT_FCALL_BY_NAME 5 string("unknown")
0021 CHECK_FUNC_ARG 1
0022 V17 = FETCH_FUNC_ARG (local) CV0($name)
0023 SEND_FUNC_ARG V17 1
0024 CHECK_FUNC_ARG 2
0025 V18 = FETCH_FUNC_ARG (local) CV0($name)
0026 V19 = FETCH_DIM_FUNC_ARG V18 string("l")
0027 SEND_FUNC_ARG V19 2
0028 CHECK_FUNC_ARG 3
0029 V20 = FETCH_DIM_FUNC_ARG CV1($array) string("new")
0030 SEND_FUNC_ARG V20 3
0031 CHECK_FUNC_ARG 4
0032 V21 = FETCH_STATIC_PROP_FUNC_ARG string("s") string("S")
0033 V22 = FETCH_DIM_FUNC_ARG V21 string("n")
0034 SEND_FUNC_ARG V22 4
0035 CHECK_FUNC_ARG 5
0036 V23 = FETCH_STATIC_PROP_FUNC_ARG (ref) string("s") string("S")
0037 SEND_FUNC_ARG V23 5
0038 DO_FCALL_BY_NAME
0039 INIT_FCALL 1 96 string("json_encode")
0040 SEND_VAR CV1($array) 1
0041 V25 = DO_ICALL
0042 ECHO V25
0043 ECHO string("
")
0044 RETURN null

unknown:
     ; (lines=4, args=0, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:31-34
     ; return  [] RANGE[0..0]
0000 CV0($references) = RECV_VARIADIC 1
0001 ASSIGN_DIM CV0($references) int(1)
0002 OP_DATA string("by reference")
0003 RETURN null

key_of:
     ; (lines=7, args=1, vars=1, tmps=3)
     ; (before optimizer)
     ; FILE:35-39
     ; return  [] RANGE[0..0]
0000 CV0($what) = RECV 1
0001 T2 = ROPE_INIT 3 string("<")
0002 T2 = ROPE_ADD 1 T2 CV0($what)
0003 T1 = ROPE_END 2 T2 string(">")
0004 ECHO T1
0005 RETURN CV0($what)
0006 RETURN null
LIVE RANGES:
     2: 0001 - 0003 (rope)

number:
     ; (lines=20, args=1, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:40-55
     ; return  [] RANGE[0..0]
0000 CV0($n) = RECV 1
0001 SWITCH_LONG CV0($n) 1: 0013, 2: 0014, 3: 0015, 4: 0016, 5: 0017, default: 0018
0002 T1 = IS_EQUAL CV0($n) int(1)
0003 JMPNZ T1 0013
0004 T1 = IS_EQUAL CV0($n) int(2)
0005 JMPNZ T1 0014
0006 T1 = IS_EQUAL CV0($n) int(3)
0007 JMPNZ T1 0015
0008 T1 = IS_EQUAL CV0($n) int(4)
0009 JMPNZ T1 0016
0010 T1 = IS_EQUAL CV0($n) int(5)
0011 JMPNZ T1 0017
0012 JMP 0018
0013 RETURN string("one")
0014 RETURN string("two")
0015 RETURN string("three")
0016 RETURN string("four")
0017 RETURN string("five")
0018 RETURN string("many")
0019 RETURN null

S::has:
     ; (lines=5, args=0, vars=0, tmps=3)
     ; (before optimizer)
     ; FILE:6-9
     ; return  [] RANGE[0..0]
0000 T0 = ISSET_ISEMPTY_THIS
0001 T1 = GET_CALLED_CLASS
0002 T2 = CONCAT T0 T1
0003 RETURN T2
0004 RETURN null
LIVE RANGES:
     0: 0001 - 0002 (tmp/var)
