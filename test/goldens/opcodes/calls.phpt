--TEST--
Every way to call, every way to send
--FILE--
<?php
namespace App;

interface Caller
{
}

class T implements Caller
{
    public function __construct(public int $x = 0)
    {
    }
    public function method($a, &$b)
    {
        $b = $a;
        return $this;
    }
    public static function make(...$args): static
    {
        return new static(...$args);
    }
    public function __call($name, $arguments)
    {
        return $name . count($arguments);
    }
    public static function __callStatic($name, $arguments)
    {
        return $name . count($arguments);
    }
    public function __invoke()
    {
        return 'invoked';
    }
}

class U extends T
{
    public function __construct()
    {
        parent::__construct(7);
    }
}

function value($a)
{
    return $a;
}

function byRef(&$a, $b = 2, ...$rest)
{
    $a = $b;
    return count($rest);
}

$v = 1;
echo value($v), value(1), value($v + 1), \strlen('abc'), strlen($v), "\n";
echo byRef($v), byRef($v, 5, 6, ...[7, 8]), byRef($w), "\n";
$name = 'App\value';
echo $name('dynamic'), (fn ($x) => $x * 2)(21), value(...)('first class'), "\n";
$t = new T(3);
echo $t->method(1, $w)->x, $w, T::make(4)->x, (new U)->x, $t->magic(1, 2), T::stat(), $t(), "\n";
$method = 'method';
$class = 'App\T';
echo $t->$method(8, $w)->x, (new $class)->x, $class::make(5)->x, [$t, 'other'](1), ($t->method(...))(9, $w)->x, "\n";
echo \call_user_func('App\value', 'cuf'), \call_user_func_array([$t, 'm'], [1, 2]), value(a: 'named'), "\n";
echo $n?->method(1)?->x ?? 'null', "\n";
--EXPECT--
11231
030
dynamic42first class
3147magic2stat0invoked
305other13
cufm2named
null
--OPS--
$_main:
     ; (lines=150, args=0, vars=7, tmps=51)
     ; (before optimizer)
     ; FILE:1-67
     ; return  [] RANGE[0..0]
0000 DECLARE_CLASS string("app\t")
0001 DECLARE_CLASS_DELAYED string("app\u") string("app\t")
0002 ASSIGN CV0($v) int(1)
0003 INIT_NS_FCALL_BY_NAME 1 string("App\value")
0004 SEND_VAR_EX CV0($v) 1
0005 V8 = DO_FCALL_BY_NAME
0006 ECHO V8
0007 INIT_NS_FCALL_BY_NAME 1 string("App\value")
0008 SEND_VAL_EX int(1) 1
0009 V9 = DO_FCALL_BY_NAME
0010 ECHO V9
0011 INIT_NS_FCALL_BY_NAME 1 string("App\value")
0012 T10 = ADD CV0($v) int(1)
0013 SEND_VAL_EX T10 1
0014 V11 = DO_FCALL_BY_NAME
0015 ECHO V11
0016 ECHO int(3)
0017 INIT_NS_FCALL_BY_NAME 1 string("App\strlen")
0018 SEND_VAR_EX CV0($v) 1
0019 V12 = DO_FCALL_BY_NAME
0020 ECHO V12
0021 ECHO string("
")
0022 INIT_NS_FCALL_BY_NAME 1 string("App\byRef")
0023 SEND_VAR_EX CV0($v) 1
0024 V13 = DO_FCALL_BY_NAME
0025 ECHO V13
0026 INIT_NS_FCALL_BY_NAME 3 string("App\byRef")
0027 SEND_VAR_EX CV0($v) 1
0028 SEND_VAL_EX int(5) 2
0029 SEND_VAL_EX int(6) 3
0030 SEND_UNPACK array(...)
0031 CHECK_UNDEF_ARGS
0032 V14 = DO_FCALL_BY_NAME
0033 ECHO V14
0034 INIT_NS_FCALL_BY_NAME 1 string("App\byRef")
0035 SEND_VAR_EX CV1($w) 1
0036 V15 = DO_FCALL_BY_NAME
0037 ECHO V15
0038 ECHO string("
")
0039 ASSIGN CV2($name) string("App\value")
0040 INIT_DYNAMIC_CALL 1 CV2($name)
0041 SEND_VAL_EX string("dynamic") 1
0042 V17 = DO_FCALL
0043 ECHO V17
0044 T18 = DECLARE_LAMBDA_FUNCTION 0
0045 INIT_DYNAMIC_CALL 1 T18
0046 SEND_VAL_EX int(21) 1
0047 V19 = DO_FCALL
0048 ECHO V19
0049 INIT_NS_FCALL_BY_NAME 0 string("App\value")
0050 T20 = CALLABLE_CONVERT
0051 INIT_DYNAMIC_CALL 1 T20
0052 SEND_VAL_EX string("first class") 1
0053 V21 = DO_FCALL
0054 ECHO V21
0055 ECHO string("
")
0056 V22 = NEW 1 string("App\T")
0057 SEND_VAL_EX int(3) 1
0058 DO_FCALL
0059 ASSIGN CV3($t) V22
0060 INIT_METHOD_CALL 2 CV3($t) string("method")
0061 SEND_VAL_EX int(1) 1
0062 SEND_VAR_EX CV1($w) 2
0063 V25 = DO_FCALL
0064 T26 = FETCH_OBJ_R V25 string("x")
0065 ECHO T26
0066 ECHO CV1($w)
0067 INIT_STATIC_METHOD_CALL 1 string("App\T") string("make")
0068 SEND_VAL_EX int(4) 1
0069 V27 = DO_FCALL
0070 T28 = FETCH_OBJ_R V27 string("x")
0071 ECHO T28
0072 V29 = NEW 0 string("App\U")
0073 DO_FCALL
0074 T31 = FETCH_OBJ_R V29 string("x")
0075 ECHO T31
0076 INIT_METHOD_CALL 2 CV3($t) string("magic")
0077 SEND_VAL_EX int(1) 1
0078 SEND_VAL_EX int(2) 2
0079 V32 = DO_FCALL
0080 ECHO V32
0081 INIT_STATIC_METHOD_CALL 0 string("App\T") string("stat")
0082 V33 = DO_FCALL
0083 ECHO V33
0084 INIT_DYNAMIC_CALL 0 CV3($t)
0085 V34 = DO_FCALL
0086 ECHO V34
0087 ECHO string("
")
0088 ASSIGN CV4($method) string("method")
0089 ASSIGN CV5($class) string("App\T")
0090 INIT_METHOD_CALL 2 CV3($t) CV4($method)
0091 SEND_VAL_EX int(8) 1
0092 SEND_VAR_EX CV1($w) 2
0093 V37 = DO_FCALL
0094 T38 = FETCH_OBJ_R V37 string("x")
0095 ECHO T38
0096 V39 = FETCH_CLASS (exception) CV5($class)
0097 V40 = NEW 0 V39
0098 DO_FCALL
0099 T42 = FETCH_OBJ_R V40 string("x")
0100 ECHO T42
0101 V43 = FETCH_CLASS (exception) CV5($class)
0102 INIT_STATIC_METHOD_CALL 1 V43 string("make")
0103 SEND_VAL_EX int(5) 1
0104 V44 = DO_FCALL
0105 T45 = FETCH_OBJ_R V44 string("x")
0106 ECHO T45
0107 T46 = INIT_ARRAY 2 (packed) CV3($t) NEXT
0108 T46 = ADD_ARRAY_ELEMENT string("other") NEXT
0109 INIT_DYNAMIC_CALL 1 T46
0110 SEND_VAL_EX int(1) 1
0111 V47 = DO_FCALL
0112 ECHO V47
0113 INIT_METHOD_CALL 0 CV3($t) string("method")
0114 T48 = CALLABLE_CONVERT
0115 INIT_DYNAMIC_CALL 2 T48
0116 SEND_VAL_EX int(9) 1
0117 SEND_VAR_EX CV1($w) 2
0118 V49 = DO_FCALL
0119 T50 = FETCH_OBJ_R V49 string("x")
0120 ECHO T50
0121 ECHO string("
")
0122 INIT_FCALL 1 96 string("app\value")
0123 SEND_USER string("cuf") 1
0124 V51 = DO_FCALL
0125 ECHO V51
0126 T52 = INIT_ARRAY 2 (packed) CV3($t) NEXT
0127 T52 = ADD_ARRAY_ELEMENT string("m") NEXT
0128 INIT_USER_CALL 0 string("call_user_func_array") T52
0129 SEND_ARRAY 0 array(...)
0130 CHECK_UNDEF_ARGS
0131 V53 = DO_FCALL
0132 ECHO V53
0133 INIT_NS_FCALL_BY_NAME 0 string("App\value")
0134 SEND_VAL_EX string("named") string("a")
0135 CHECK_UNDEF_ARGS
0136 V54 = DO_FCALL_BY_NAME
0137 ECHO V54
0138 ECHO string("
")
0139 T56 = JMP_NULL CV6($n) 0145
0140 INIT_METHOD_CALL 1 CV6($n) string("method")
0141 SEND_VAL_EX int(1) 1
0142 V55 = DO_FCALL
0143 T56 = JMP_NULL V55 0145
0144 T56 = FETCH_OBJ_IS V55 string("x")
0145 T57 = COALESCE T56 0147
0146 T57 = QM_ASSIGN string("null")
0147 ECHO T57
0148 ECHO string("
")
0149 RETURN int(1)
LIVE RANGES:
     22: 0057 - 0059 (new)
     29: 0073 - 0074 (new)
     40: 0098 - 0099 (new)
     46: 0108 - 0109 (tmp/var)
     52: 0127 - 0128 (tmp/var)
     55: 0143 - 0144 (tmp/var)

App\{closure}:
     ; (lines=4, args=1, vars=1, tmps=1)
     ; (before optimizer)
     ; FILE:59-59
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV 1
0001 T1 = MUL CV0($x) int(2)
0002 RETURN T1
0003 RETURN null

App\value:
     ; (lines=3, args=1, vars=1, tmps=0)
     ; (before optimizer)
     ; FILE:44-47
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 RETURN CV0($a)
0002 RETURN null

App\byRef:
     ; (lines=9, args=2, vars=3, tmps=2)
     ; (before optimizer)
     ; FILE:49-53
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 CV1($b) = RECV_INIT 2 int(2)
0002 CV2($rest) = RECV_VARIADIC 3
0003 ASSIGN CV0($a) CV1($b)
0004 INIT_NS_FCALL_BY_NAME 1 string("App\count")
0005 SEND_VAR_EX CV2($rest) 1
0006 V4 = DO_FCALL_BY_NAME
0007 RETURN V4
0008 RETURN null

App\T::__construct:
     ; (lines=4, args=1, vars=1, tmps=0)
     ; (before optimizer)
     ; FILE:10-12
     ; return  [] RANGE[0..0]
0000 CV0($x) = RECV_INIT 1 int(0)
0001 ASSIGN_OBJ THIS string("x")
0002 OP_DATA CV0($x)
0003 RETURN null

App\T::method:
     ; (lines=6, args=2, vars=2, tmps=2)
     ; (before optimizer)
     ; FILE:13-17
     ; return  [] RANGE[0..0]
0000 CV0($a) = RECV 1
0001 CV1($b) = RECV 2
0002 ASSIGN CV1($b) CV0($a)
0003 T3 = FETCH_THIS
0004 RETURN T3
0005 RETURN null

App\T::make:
     ; (lines=9, args=0, vars=1, tmps=2)
     ; (before optimizer)
     ; FILE:18-21
     ; return  [] RANGE[0..0]
0000 CV0($args) = RECV_VARIADIC 1
0001 V1 = NEW 0 (static) (exception)
0002 SEND_UNPACK CV0($args)
0003 CHECK_UNDEF_ARGS
0004 DO_FCALL
0005 VERIFY_RETURN_TYPE V1
0006 RETURN V1
0007 VERIFY_RETURN_TYPE
0008 RETURN null
LIVE RANGES:
     1: 0002 - 0005 (new)
     1: 0005 - 0006 (tmp/var)

App\T::__call:
     ; (lines=8, args=2, vars=2, tmps=2)
     ; (before optimizer)
     ; FILE:22-25
     ; return  [] RANGE[0..0]
0000 CV0($name) = RECV 1
0001 CV1($arguments) = RECV 2
0002 INIT_NS_FCALL_BY_NAME 1 string("App\count")
0003 SEND_VAR_EX CV1($arguments) 1
0004 V2 = DO_FCALL_BY_NAME
0005 T3 = CONCAT CV0($name) V2
0006 RETURN T3
0007 RETURN null

App\T::__callStatic:
     ; (lines=8, args=2, vars=2, tmps=2)
     ; (before optimizer)
     ; FILE:26-29
     ; return  [] RANGE[0..0]
0000 CV0($name) = RECV 1
0001 CV1($arguments) = RECV 2
0002 INIT_NS_FCALL_BY_NAME 1 string("App\count")
0003 SEND_VAR_EX CV1($arguments) 1
0004 V2 = DO_FCALL_BY_NAME
0005 T3 = CONCAT CV0($name) V2
0006 RETURN T3
0007 RETURN null

App\T::__invoke:
     ; (lines=2, args=0, vars=0, tmps=0)
     ; (before optimizer)
     ; FILE:30-33
     ; return  [] RANGE[0..0]
0000 RETURN string("invoked")
0001 RETURN null

App\U::__construct:
     ; (lines=4, args=0, vars=0, tmps=1)
     ; (before optimizer)
     ; FILE:38-41
     ; return  [] RANGE[0..0]
0000 INIT_STATIC_METHOD_CALL 1 (parent) (exception) CONSTRUCTOR
0001 SEND_VAL_EX int(7) 1
0002 DO_FCALL
0003 RETURN null
