--TEST--
Properties, fetches for reading, writing, unsetting
--FILE--
<?php
#[AllowDynamicProperties]
class P
{
    public $a = ['x' => ['y' => 1]];
    public ?P $next = null;
    public static $s = ['k' => ['l' => 1]];
    public static ?P $o = null;
    private $hidden = 1;
    public function __get($name)
    {
        return "got $name";
    }
}
$p = new P;
$p->next = new P;
$name = 'a';
echo $p->a['x']['y'], $p->$name['x']['y'], $p->{'dyn' . 'amic'}, $p->next->a['x']['y'], P::$s['k']['l'], "\n";
$p->a['x']['z'] = 2;
$p->next->a['new'][] = 3;
$p->next->next = $p;
P::$s['k']['m'] = 4;
P::$o = $p;
P::$o->a['static'] = 5;
$class = 'P';
$static = 's';
$class::$$static['n'] = 6;
unset($p->a['x']['y'], P::$s['k']['l'], $p->next->next);
function write(&$x)
{
    $x = 'w';
}
write($p->a['q']);
write(P::$s['q']);
write($array['deep']['er']);
$copy = &$p->a['x'];
$copy['ref'] = 7;
foreach ($p->a['x'] as $k => $v) {
    echo $k, $v;
}
isset($p->a['x']['z']) && print 'set';
[$p->l, P::$s['list']] = [8, 9];
['k' => ['m' => $m]] = P::$s;
echo $m, json_encode([$p->a, P::$s, $array]), $p?->next?->a['new'][0], $p::$o?->l, "\n";
--EXPECT--
11got dynamic11
z2ref7set4[{"x":{"z":2,"ref":7},"static":5,"q":"w"},{"k":{"m":4},"n":6,"q":"w","list":9},{"deep":{"er":"w"}}]38
--OPS--
$_main:
     ; (lines=136, args=0, vars=9, tmps=88)
     ; (before optimizer)
     ; FILE:1-45
     ; return  [] RANGE[0..0]
0000 V9 = NEW 0 string("P")
0001 DO_FCALL
0002 ASSIGN CV0($p) V9
0003 V13 = NEW 0 string("P")
0004 DO_FCALL
0005 ASSIGN_OBJ CV0($p) string("next")
0006 OP_DATA V13
0007 ASSIGN CV1($name) string("a")
0008 T16 = FETCH_OBJ_R CV0($p) string("a")
0009 T17 = FETCH_DIM_R T16 string("x")
0010 T18 = FETCH_DIM_R T17 string("y")
0011 ECHO T18
0012 T19 = FETCH_OBJ_R CV0($p) CV1($name)
0013 T20 = FETCH_DIM_R T19 string("x")
0014 T21 = FETCH_DIM_R T20 string("y")
0015 ECHO T21
0016 T22 = FETCH_OBJ_R CV0($p) string("dynamic")
0017 ECHO T22
0018 T23 = FETCH_OBJ_R CV0($p) string("next")
0019 T24 = FETCH_OBJ_R T23 string("a")
0020 T25 = FETCH_DIM_R T24 string("x")
0021 T26 = FETCH_DIM_R T25 string("y")
0022 ECHO T26
0023 T27 = FETCH_STATIC_PROP_R string("s") string("P")
0024 T28 = FETCH_DIM_R T27 string("k")
0025 T29 = FETCH_DIM_R T28 string("l")
0026 ECHO T29
0027 ECHO string("
")
0028 V30 = FETCH_OBJ_W (dim write) CV0($p) string("a")
0029 V31 = FETCH_DIM_W V30 string("x")
0030 ASSIGN_DIM V31 string("z")
0031 OP_DATA int(2)
0032 V33 = FETCH_OBJ_W CV0($p) string("next")
0033 V34 = FETCH_OBJ_W (dim write) V33 string("a")
0034 V35 = FETCH_DIM_W V34 string("new")
0035 ASSIGN_DIM V35 NEXT
0036 OP_DATA int(3)
0037 V37 = FETCH_OBJ_W CV0($p) string("next")
0038 ASSIGN_OBJ V37 string("next")
0039 OP_DATA CV0($p)
0040 V39 = FETCH_STATIC_PROP_W (dim write) string("s") string("P")
0041 V40 = FETCH_DIM_W V39 string("k")
0042 ASSIGN_DIM V40 string("m")
0043 OP_DATA int(4)
0044 ASSIGN_STATIC_PROP string("o") string("P")
0045 OP_DATA CV0($p)
0046 V43 = FETCH_STATIC_PROP_W string("o") string("P")
0047 V44 = FETCH_OBJ_W (dim write) V43 string("a")
0048 ASSIGN_DIM V44 string("static")
0049 OP_DATA int(5)
0050 ASSIGN CV2($class) string("P")
0051 ASSIGN CV3($static) string("s")
0052 V48 = FETCH_CLASS (exception) CV2($class)
0053 V49 = FETCH_STATIC_PROP_W (dim write) CV3($static) V48
0054 ASSIGN_DIM V49 string("n")
0055 OP_DATA int(6)
0056 V51 = FETCH_OBJ_UNSET CV0($p) string("a")
0057 V52 = FETCH_DIM_UNSET V51 string("x")
0058 UNSET_DIM V52 string("y")
0059 V53 = FETCH_STATIC_PROP_UNSET string("s") string("P")
0060 V54 = FETCH_DIM_UNSET V53 string("k")
0061 UNSET_DIM V54 string("l")
0062 V55 = FETCH_OBJ_UNSET CV0($p) string("next")
0063 UNSET_OBJ V55 string("next")
0064 INIT_FCALL 1 112 string("write")
0065 V56 = FETCH_OBJ_W (dim write) CV0($p) string("a")
0066 V57 = FETCH_DIM_W V56 string("q")
0067 SEND_REF V57 1
0068 DO_UCALL
0069 INIT_FCALL 1 112 string("write")
0070 V59 = FETCH_STATIC_PROP_W (dim write) string("s") string("P")
0071 V60 = FETCH_DIM_W V59 string("q")
0072 SEND_REF V60 1
0073 DO_UCALL
0074 INIT_FCALL 1 112 string("write")
0075 V62 = FETCH_DIM_W CV4($array) string("deep")
0076 V63 = FETCH_DIM_W V62 string("er")
0077 SEND_REF V63 1
0078 DO_UCALL
0079 V65 = FETCH_OBJ_W (dim write) CV0($p) string("a")
0080 V66 = FETCH_DIM_W V65 string("x")
0081 ASSIGN_REF CV5($copy) V66
0082 ASSIGN_DIM CV5($copy) string("ref")
0083 OP_DATA int(7)
0084 T69 = FETCH_OBJ_R CV0($p) string("a")
0085 T70 = FETCH_DIM_R T69 string("x")
0086 V71 = FE_RESET_R T70 0092
0087 T72 = FE_FETCH_R V71 CV6($v) 0092
0088 ASSIGN CV7($k) T72
0089 ECHO CV7($k)
0090 ECHO CV6($v)
0091 JMP 0087
0092 FE_FREE V71
0093 T74 = FETCH_OBJ_IS CV0($p) string("a")
0094 T75 = FETCH_DIM_IS T74 string("x")
0095 T76 = ISSET_ISEMPTY_DIM_OBJ (isset) T75 string("z")
0096 T76 = JMPZ_EX T76 0099
0097 ECHO string("set")
0098 T76 = BOOL int(1)
0099 V77 = FETCH_LIST_R array(...) int(0)
0100 ASSIGN_OBJ CV0($p) string("l")
0101 OP_DATA V77
0102 V79 = FETCH_LIST_R array(...) int(1)
0103 V80 = FETCH_STATIC_PROP_W (dim write) string("s") string("P")
0104 ASSIGN_DIM V80 string("list")
0105 OP_DATA V79
0106 T82 = FETCH_STATIC_PROP_R string("s") string("P")
0107 V83 = FETCH_LIST_R T82 string("k")
0108 V84 = FETCH_LIST_R V83 string("m")
0109 ASSIGN CV8($m) V84
0110 FREE V83
0111 FREE T82
0112 ECHO CV8($m)
0113 INIT_FCALL 1 96 string("json_encode")
0114 T86 = FETCH_OBJ_R CV0($p) string("a")
0115 T87 = INIT_ARRAY 3 (packed) T86 NEXT
0116 T88 = FETCH_STATIC_PROP_R string("s") string("P")
0117 T87 = ADD_ARRAY_ELEMENT T88 NEXT
0118 T87 = ADD_ARRAY_ELEMENT CV4($array) NEXT
0119 SEND_VAL T87 1
0120 V89 = DO_ICALL
0121 ECHO V89
0122 T93 = JMP_NULL CV0($p) 0128
0123 T90 = FETCH_OBJ_R CV0($p) string("next")
0124 T93 = JMP_NULL T90 0128
0125 T91 = FETCH_OBJ_R T90 string("a")
0126 T92 = FETCH_DIM_R T91 string("new")
0127 T93 = FETCH_DIM_R T92 int(0)
0128 ECHO T93
0129 V94 = FETCH_CLASS (exception) CV0($p)
0130 T95 = FETCH_STATIC_PROP_R string("o") V94
0131 T96 = JMP_NULL T95 0133
0132 T96 = FETCH_OBJ_R T95 string("l")
0133 ECHO T96
0134 ECHO string("
")
0135 RETURN int(1)
LIVE RANGES:
     9: 0001 - 0002 (new)
     13: 0004 - 0005 (new)
     71: 0087 - 0092 (loop)
     79: 0103 - 0104 (tmp/var)
     82: 0107 - 0111 (tmp/var)
     83: 0108 - 0110 (tmp/var)
     87: 0116 - 0119 (tmp/var)
     90: 0124 - 0125 (tmp/var)
     95: 0131 - 0132 (tmp/var)

write:
     ; (lines=3, args=1, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:29-32
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 ASSIGN CV0($x) string("w")
0002 RETURN null

P::__get:
     ; (lines=5, args=1, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:10-13
     ; return  [] RANGE[0..0]
0000 CV0($name) = RECV 1
0001 NOP
0002 T1 = FAST_CONCAT string("got ") CV0($name)
0003 RETURN T1
0004 RETURN null
