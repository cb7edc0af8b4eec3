--TEST--
Declarations of classes, constants, static members
--FILE--
<?php
interface I
{
    const C = 'c';
    public function i();
}
abstract class Base
{
    protected static $count = 0;
    const D = self::E . '!';
    const E = 'e';
    abstract public function i();
    public static function count()
    {
        return ++static::$count;
    }
}
trait T
{
    public $fromTrait = 't';
    public function hello()
    {
        return __TRAIT__ . __CLASS__ . static::class . self::class . __METHOD__;
    }
}
class K extends Base implements I
{
    use T;
    public readonly int $r;
    public function __construct(private $x = I::C, public $y = new stdClass)
    {
        $this->r = 5;
    }
    public function i()
    {
        return $this->x . self::D . static::E . parent::E . $this::class;
    }
    public function __clone()
    {
        $this->x = 'cloned';
    }
}
if (true) {
    class Late extends K
    {
    }
    function lateFunction()
    {
        return __FUNCTION__;
    }
}
enum Suit: string
{
    case A = 'a';
    case B = 'b';
    const DEFAULT = self::A;
    public static function get()
    {
        return self::from('b');
    }
}
$k = new K('x');
$c = clone $k;
$name = 'K';
echo $k->i(), $c->i(), K::count(), $name::count(), $k::count(), K::C, $name::E, lateFunction(), "\n";
echo (new Late)->hello(), Suit::DEFAULT->name, Suit::get()->value, "\n";
$anonymous = new class(3) extends K {
};
echo get_parent_class($anonymous), get_class($k), isset(K::$count) ? 1 : 0, "\n";
echo isset($k->r), empty($k->none), $k instanceof I, $k?->r, "\n";
unset($k->fromTrait, $c);
static fn () => 1;
echo K::class, "\n";
--EXPECT--
xe!eeKclonede!eeK123celateFunction
TKLateKT::helloAb
KK0
1115
K
--OPS--
$_main:
     ; (lines=86, args=0, vars=4, tmps=37)
     ; (before optimizer)
     ; FILE:1-74
     ; return  [] RANGE[0..0]
0000 DECLARE_CLASS string("k") string("base")
0001 JMPZ bool(true) 0004
0002 DECLARE_CLASS string("late") string("k")
0003 DECLARE_FUNCTION string("latefunction") 0
0004 DECLARE_CLASS string("suit")
0005 V4 = NEW 1 string("K")
0006 SEND_VAL_EX string("x") 1
0007 DO_FCALL
0008 ASSIGN CV0($k) V4
0009 T7 = CLONE CV0($k)
0010 ASSIGN CV1($c) T7
0011 ASSIGN CV2($name) string("K")
0012 INIT_METHOD_CALL 0 CV0($k) string("i")
0013 V10 = DO_FCALL
0014 ECHO V10
0015 INIT_METHOD_CALL 0 CV1($c) string("i")
0016 V11 = DO_FCALL
0017 ECHO V11
0018 INIT_STATIC_METHOD_CALL 0 string("K") string("count")
0019 V12 = DO_FCALL
0020 ECHO V12
0021 V13 = FETCH_CLASS (exception) CV2($name)
0022 INIT_STATIC_METHOD_CALL 0 V13 string("count")
0023 V14 = DO_FCALL
0024 ECHO V14
0025 V15 = FETCH_CLASS (exception) CV0($k)
0026 INIT_STATIC_METHOD_CALL 0 V15 string("count")
0027 V16 = DO_FCALL
0028 ECHO V16
0029 T17 = FETCH_CLASS_CONSTANT string("K") string("C")
0030 ECHO T17
0031 V18 = FETCH_CLASS (exception) CV2($name)
0032 T19 = FETCH_CLASS_CONSTANT V18 string("E")
0033 ECHO T19
0034 INIT_FCALL_BY_NAME 0 string("lateFunction")
0035 V20 = DO_FCALL_BY_NAME
0036 ECHO V20
0037 ECHO string("
")
0038 V21 = NEW 0 string("Late")
0039 DO_FCALL
0040 INIT_METHOD_CALL 0 V21 string("hello")
0041 V23 = DO_FCALL
0042 ECHO V23
0043 T24 = FETCH_CLASS_CONSTANT string("Suit") string("DEFAULT")
0044 T25 = FETCH_OBJ_R T24 string("name")
0045 ECHO T25
0046 INIT_STATIC_METHOD_CALL 0 string("Suit") string("get")
0047 V26 = DO_FCALL
0048 T27 = FETCH_OBJ_R V26 string("value")
0049 ECHO T27
0050 ECHO string("
")
0051 V28 = DECLARE_ANON_CLASS string("k@anonymous") string("k")
0052 V29 = NEW 1 V28
0053 SEND_VAL_EX int(3) 1
0054 DO_FCALL
0055 ASSIGN CV3($anonymous) V29
0056 INIT_FCALL 1 96 string("get_parent_class")
0057 SEND_VAR CV3($anonymous) 1
0058 V32 = DO_ICALL
0059 ECHO V32
0060 T33 = GET_CLASS CV0($k)
0061 ECHO T33
0062 T34 = ISSET_ISEMPTY_STATIC_PROP (isset) string("count") string("K")
0063 JMPZ T34 0066
0064 T35 = QM_ASSIGN int(1)
0065 JMP 0067
0066 T35 = QM_ASSIGN int(0)
0067 ECHO T35
0068 ECHO string("
")
0069 T36 = ISSET_ISEMPTY_PROP_OBJ (isset) CV0($k) string("r")
0070 ECHO T36
0071 T37 = ISSET_ISEMPTY_PROP_OBJ (empty) CV0($k) string("none")
0072 ECHO T37
0073 T38 = INSTANCEOF CV0($k) string("I")
0074 ECHO T38
0075 T39 = JMP_NULL CV0($k) 0077
0076 T39 = FETCH_OBJ_R CV0($k) string("r")
0077 ECHO T39
0078 ECHO string("
")
0079 UNSET_OBJ CV0($k) string("fromTrait")
0080 UNSET_CV CV1($c)
0081 T40 = DECLARE_LAMBDA_FUNCTION 1
0082 FREE T40
0083 ECHO string("K")
0084 ECHO string("
")
0085 RETURN int(1)
LIVE RANGES:
     4: 0006 - 0008 (new)
     21: 0039 - 0040 (new)
     29: 0053 - 0055 (new)

lateFunction:
     ; (lines=2, args=0, vars=0, tmps=0)
     ; (before optimizer)
     ; FILE:47-50
     ; return  [] RANGE[0..0]
0000 RETURN string("lateFunction")
0001 RETURN null

{closure}:
     ; (lines=2, args=0, vars=0, tmps=0)
     ; (before optimizer)
     ; FILE:72-72
     ; return  [] RANGE[0..0]
0000 RETURN int(1)
0001 RETURN null

Base::count:
     ; (lines=3, args=0, vars=0, tmps=1)
     ; (before optimizer)
     ; FILE:13-16
     ; return  [] RANGE[0..0]
0000 T0 = PRE_INC_STATIC_PROP string("count")
0001 RETURN T0
0002 RETURN null

T::hello:
     ; (lines=9, args=0, vars=0, tmps=7)
     ; (before optimizer)
     ; FILE:21-24
     ; return  [] RANGE[0..0]
0000 T0 = FETCH_CLASS_NAME (self)
0001 T1 = CONCAT string("T") T0
0002 T2 = FETCH_CLASS_NAME (static)
0003 T3 = CONCAT T1 T2
0004 T4 = FETCH_CLASS_NAME (self)
0005 T5 = CONCAT T3 T4
0006 T6 = CONCAT T5 string("T::hello")
0007 RETURN T6
0008 RETURN null
LIVE RANGES:
     1: 0002 - 0003 (tmp/var)
     3: 0004 - 0005 (tmp/var)

K::__construct:
     ; (lines=9, args=2, vars=2, tmps=1)
     ; (before optimizer)
     ; FILE:30-33
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV_INIT 1 zval(type=11)
0001 CV1($y) = RECV_INIT 2 zval(type=11)
0002 ASSIGN_OBJ THIS string("x")
0003 OP_DATA CV0($x)
0004 ASSIGN_OBJ THIS string("y")
0005 OP_DATA CV1($y)
0006 ASSIGN_OBJ THIS string("r")
0007 OP_DATA int(5)
0008 RETURN null

K::i:
     ; (lines=12, args=0, vars=0, tmps=10)
     ; (before optimizer)
     ; FILE:34-37
     ; return  [] RANGE[0..0]
0000 T0 = FETCH_OBJ_R THIS string("x")
0001 T1 = FETCH_CLASS_CONSTANT (self) (exception) string("D")
0002 T2 = CONCAT T0 T1
0003 T3 = FETCH_CLASS_CONSTANT (static) (exception) string("E")
0004 T4 = CONCAT T2 T3
0005 T5 = FETCH_CLASS_CONSTANT (parent) (exception) string("E")
0006 T6 = CONCAT T4 T5
0007 T7 = FETCH_THIS
0008 T8 = FETCH_CLASS_NAME T7
0009 T9 = CONCAT T6 T8
0010 RETURN T9
0011 RETURN null
LIVE RANGES:
     0: 0001 - 0002 (tmp/var)
     2: 0003 - 0004 (tmp/var)
     4: 0005 - 0006 (tmp/var)
     6: 0007 - 0009 (tmp/var)

K::__clone:
     ; (lines=3, args=0, vars=0, tmps=1)
     ; (before optimizer)
     ; FILE:38-41
     ; return  [] RANGE[0..0]
0000 ASSIGN_OBJ THIS string("x")
0001 OP_DATA string("cloned")
0002 RETURN null

Suit::get:
     ; (lines=5, args=0, vars=0, tmps=1)
     ; (before optimizer)
     ; FILE:57-60
     ; return  [] RANGE[0..0]
0000 INIT_STATIC_METHOD_CALL 1 (self) (exception) string("from")
0001 SEND_VAL_EX string("b") 1
0002 V0 = DO_FCALL
0003 RETURN V0
0004 RETURN null
