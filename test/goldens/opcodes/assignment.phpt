--TEST--
Assignment to every kind of place
--FILE--
<?php
#[AllowDynamicProperties]
class A
{
    public $p = [];
    public static $s = 1;
    public int $typed = 5;
}
$v = 1;
$v += 2;
$v .= '!';
$v = $w = 3;
$n ??= 'new';
$a[] = 1;
$a['k'] = 2;
$a['k'] .= 'x';
$a['d'] ??= 'default';
$o = new A;
$o->p = 4;
$o->p *= 2;
$o->q ??= 'q';
A::$s = 9;
A::$s -= 4;
A::$s ??= 0;
$r = &$v;
$o->ref = &$v;
A::$s = &$v;
$a['ref'] = &$o->ref;
$v = 'seen everywhere';
[$x, [, $y]] = [1, [2, 3]];
['k' => $z] = $a;
$pair = [1, 2];
[$m, &$l] = $pair;
echo json_encode([$v, $w, $n, $a, $o, A::$s, $x, $y, $z]), "\n";
--EXPECT--
["seen everywhere",3,"new",{"0":1,"k":"2x","d":"default","ref":"seen everywhere"},{"p":8,"typed":5,"q":"q","ref":"seen everywhere"},"seen everywhere",1,3,"2x"]
--OPS--
$_main:
     ; (lines=88, args=0, vars=12, tmps=52)
     ; (before optimizer)
     ; FILE:1-35
     ; return  [] RANGE[0..0]
0000 ASSIGN CV0($v) int(1)
0001 ASSIGN_OP (ADD) CV0($v) int(2)
0002 ASSIGN_OP (CONCAT) CV0($v) string("!")
0003 T15 = ASSIGN CV1($w) int(3)
0004 ASSIGN CV0($v) T15
0005 T17 = COALESCE CV2($n) 0008
0006 T18 = ASSIGN CV2($n) string("new")
0007 T17 = QM_ASSIGN T18
0008 FREE T17
0009 ASSIGN_DIM CV3($a) NEXT
0010 OP_DATA int(1)
0011 ASSIGN_DIM CV3($a) string("k")
0012 OP_DATA int(2)
0013 ASSIGN_DIM_OP (CONCAT) CV3($a) string("k")
0014 OP_DATA string("x")
0015 T22 = FETCH_DIM_IS CV3($a) string("d")
0016 T23 = COALESCE T22 0020
0017 T24 = ASSIGN_DIM CV3($a) string("d")
0018 OP_DATA string("default")
0019 T23 = QM_ASSIGN T24
0020 FREE T23
0021 V25 = NEW 0 string("A")
0022 DO_FCALL
0023 ASSIGN CV4($o) V25
0024 ASSIGN_OBJ CV4($o) string("p")
0025 OP_DATA int(4)
0026 ASSIGN_OBJ_OP (MUL) CV4($o) string("p")
0027 OP_DATA int(2)
0028 T30 = FETCH_OBJ_IS CV4($o) string("q")
0029 T31 = COALESCE T30 0033
0030 T32 = ASSIGN_OBJ CV4($o) string("q")
0031 OP_DATA string("q")
0032 T31 = QM_ASSIGN T32
0033 FREE T31
0034 ASSIGN_STATIC_PROP string("s") string("A")
0035 OP_DATA int(9)
0036 ASSIGN_STATIC_PROP_OP (SUB) string("s") string("A")
0037 OP_DATA int(4)
0038 T35 = FETCH_STATIC_PROP_IS string("s") string("A")
0039 T36 = COALESCE T35 0043
0040 T37 = ASSIGN_STATIC_PROP string("s") string("A")
0041 OP_DATA int(0)
0042 T36 = QM_ASSIGN T37
0043 FREE T36
0044 ASSIGN_REF CV5($r) CV0($v)
0045 ASSIGN_OBJ_REF CV4($o) string("ref")
0046 OP_DATA CV0($v)
0047 ASSIGN_STATIC_PROP_REF string("s") string("A")
0048 OP_DATA CV0($v)
0049 V42 = FETCH_OBJ_W (ref) CV4($o) string("ref")
0050 V43 = MAKE_REF V42
0051 V41 = FETCH_DIM_W CV3($a) string("ref")
0052 ASSIGN_REF V41 V43
0053 ASSIGN CV0($v) string("seen everywhere")
0054 V46 = FETCH_LIST_R array(...) int(0)
0055 ASSIGN CV6($x) V46
0056 V48 = FETCH_LIST_R array(...) int(1)
0057 V49 = FETCH_LIST_R V48 int(1)
0058 ASSIGN CV7($y) V49
0059 FREE V48
0060 T51 = QM_ASSIGN CV3($a)
0061 V52 = FETCH_LIST_R T51 string("k")
0062 ASSIGN CV8($z) V52
0063 FREE T51
0064 ASSIGN CV9($pair) array(...)
0065 V55 = MAKE_REF CV9($pair)
0066 V56 = FETCH_LIST_R V55 int(0)
0067 ASSIGN CV10($m) V56
0068 V58 = FETCH_LIST_W V55 int(1)
0069 V59 = MAKE_REF V58
0070 ASSIGN_REF CV11($l) V59
0071 FREE V55
0072 INIT_FCALL 1 96 string("json_encode")
0073 T61 = INIT_ARRAY 9 (packed) CV0($v) NEXT
0074 T61 = ADD_ARRAY_ELEMENT CV1($w) NEXT
0075 T61 = ADD_ARRAY_ELEMENT CV2($n) NEXT
0076 T61 = ADD_ARRAY_ELEMENT CV3($a) NEXT
0077 T61 = ADD_ARRAY_ELEMENT CV4($o) NEXT
0078 T62 = FETCH_STATIC_PROP_R string("s") string("A")
0079 T61 = ADD_ARRAY_ELEMENT T62 NEXT
0080 T61 = ADD_ARRAY_ELEMENT CV6($x) NEXT
0081 T61 = ADD_ARRAY_ELEMENT CV7($y) NEXT
0082 T61 = ADD_ARRAY_ELEMENT CV8($z) NEXT
0083 SEND_VAL T61 1
0084 V63 = DO_ICALL
0085 ECHO V63
0086 ECHO string("
")
0087 RETURN int(1)
LIVE RANGES:
     24: 0018 - 0019 (tmp/var)
     25: 0022 - 0023 (new)
     32: 0031 - 0032 (tmp/var)
     37: 0041 - 0042 (tmp/var)
     43: 0051 - 0052 (tmp/var)
     48: 0057 - 0059 (tmp/var)
     51: 0061 - 0063 (tmp/var)
     55: 0066 - 0071 (tmp/var)
     61: 0074 - 0083 (tmp/var)
