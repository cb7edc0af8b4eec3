--TEST--
foreach of every kind
--FILE--
<?php
class Agg implements IteratorAggregate
{
    public function getIterator(): Iterator
    {
        return new ArrayIterator(['agg' => 1]);
    }
}
$a = [1, 2, 3];
foreach ($a as $v) {
    echo $v;
}
foreach ($a as $k => $v) {
    echo $k, $v;
}
foreach ($a as &$r) {
    $r *= 2;
}
unset($r);
foreach ($a as $k => &$r) {
    $r = $k;
}
unset($r);
foreach ([[1, [2]], [3, [4]]] as [$x, [$y]]) {
    echo $x, $y;
}
foreach (new Agg as $k => $v) {
    echo $k, $v;
}
$o = new stdClass;
$o->a = 1;
$o->b = 2;
foreach ($o as $name => $value) {
    echo $name, $value;
}
foreach ($a as $o->a => $o->b) {
    echo $o->a, $o->b;
}
foreach ($a as $v) {
    foreach ($a as $w) {
        if ($w) {
            continue 2;
        }
        if ($v) {
            break 2;
        }
    }
}
echo "\n";
--EXPECT--
1230112231234agg1a1b2001122
--OPS--
$_main:
     ; (lines=91, args=0, vars=10, tmps=40)
     ; (before optimizer)
     ; FILE:1-50
     ; return  [] RANGE[0..0]
0000 DECLARE_CLASS string("agg")
0001 ASSIGN CV0($a) array(...)
0002 V11 = FE_RESET_R CV0($a) 0006
0003 FE_FETCH_R V11 CV1($v) 0006
0004 ECHO CV1($v)
0005 JMP 0003
0006 FE_FREE V11
0007 V12 = FE_RESET_R CV0($a) 0013
0008 T13 = FE_FETCH_R V12 CV1($v) 0013
0009 ASSIGN CV2($k) T13
0010 ECHO CV2($k)
0011 ECHO CV1($v)
0012 JMP 0008
0013 FE_FREE V12
0014 V15 = FE_RESET_RW CV0($a) 0018
0015 FE_FETCH_RW V15 CV3($r) 0018
0016 ASSIGN_OP (MUL) CV3($r) int(2)
0017 JMP 0015
0018 FE_FREE V15
0019 UNSET_CV CV3($r)
0020 V17 = FE_RESET_RW CV0($a) 0025
0021 T18 = FE_FETCH_RW V17 CV3($r) 0025
0022 ASSIGN CV2($k) T18
0023 ASSIGN CV3($r) CV2($k)
0024 JMP 0021
0025 FE_FREE V17
0026 UNSET_CV CV3($r)
0027 V21 = FE_RESET_R array(...) 0039
0028 FE_FETCH_R V21 V22 0039
0029 V23 = FETCH_LIST_R V22 int(0)
0030 ASSIGN CV4($x) V23
0031 V25 = FETCH_LIST_R V22 int(1)
0032 V26 = FETCH_LIST_R V25 int(0)
0033 ASSIGN CV5($y) V26
0034 FREE V25
0035 FREE V22
0036 ECHO CV4($x)
0037 ECHO CV5($y)
0038 JMP 0028
0039 FE_FREE V21
0040 V28 = NEW 0 string("Agg")
0041 DO_FCALL
0042 V30 = FE_RESET_R V28 0048
0043 T31 = FE_FETCH_R V30 CV1($v) 0048
0044 ASSIGN CV2($k) T31
0045 ECHO CV2($k)
0046 ECHO CV1($v)
0047 JMP 0043
0048 FE_FREE V30
0049 V33 = NEW 0 string("stdClass")
0050 DO_FCALL
0051 ASSIGN CV6($o) V33
0052 ASSIGN_OBJ CV6($o) string("a")
0053 OP_DATA int(1)
0054 ASSIGN_OBJ CV6($o) string("b")
0055 OP_DATA int(2)
0056 V38 = FE_RESET_R CV6($o) 0062
0057 T39 = FE_FETCH_R V38 CV7($value) 0062
0058 ASSIGN CV8($name) T39
0059 ECHO CV8($name)
0060 ECHO CV7($value)
0061 JMP 0057
0062 FE_FREE V38
0063 V41 = FE_RESET_R CV0($a) 0074
0064 T44 = FE_FETCH_R V41 V42 0074
0065 ASSIGN_OBJ CV6($o) string("b")
0066 OP_DATA V42
0067 ASSIGN_OBJ CV6($o) string("a")
0068 OP_DATA T44
0069 T46 = FETCH_OBJ_R CV6($o) string("a")
0070 ECHO T46
0071 T47 = FETCH_OBJ_R CV6($o) string("b")
0072 ECHO T47
0073 JMP 0064
0074 FE_FREE V41
0075 V48 = FE_RESET_R CV0($a) 0088
0076 FE_FETCH_R V48 CV1($v) 0088
0077 V49 = FE_RESET_R CV0($a) 0086
0078 FE_FETCH_R V49 CV9($w) 0086
0079 JMPZ CV9($w) 0082
0080 FE_FREE V49
0081 JMP 0076
0082 JMPZ CV1($v) 0085
0083 FE_FREE V49
0084 JMP 0088
0085 JMP 0078
0086 FE_FREE V49
0087 JMP 0076
0088 FE_FREE V48
0089 ECHO string("
")
0090 RETURN int(1)
LIVE RANGES:
     11: 0003 - 0006 (loop)
     12: 0008 - 0013 (loop)
     15: 0015 - 0018 (loop)
     17: 0021 - 0025 (loop)
     21: 0028 - 0039 (loop)
     22: 0029 - 0035 (tmp/var)
     25: 0032 - 0034 (tmp/var)
     28: 0041 - 0042 (new)
     30: 0043 - 0048 (loop)
     33: 0050 - 0051 (new)
     38: 0057 - 0062 (loop)
     41: 0064 - 0074 (loop)
     44: 0065 - 0067 (tmp/var)
     48: 0076 - 0088 (loop)
     49: 0078 - 0086 (loop)

Agg::getIterator:
     ; (lines=7, args=0, vars=0, tmps=2)
     ; (before optimizer)
     ; FILE:4-7
     ; return  [] RANGE[0..0]
0000 V0 = NEW 1 string("ArrayIterator")
0001 SEND_VAL_EX array(...) 1
0002 DO_FCALL
0003 VERIFY_RETURN_TYPE V0
0004 RETURN V0
0005 VERIFY_RETURN_TYPE
0006 RETURN null
LIVE RANGES:
     0: 0001 - 0003 (new)
     0: 0003 - 0004 (tmp/var)
