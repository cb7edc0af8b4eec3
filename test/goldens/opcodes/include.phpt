--TEST--
include, eval, exit, declare, halt
--FILE--
<?php
declare(strict_types=1);
declare(ticks=1);
eval('echo "evaluated\n"; $made = 1;');
echo $made, (@include 'no-such-file.php') === false ? 'absent' : '', "\n";
print "printed\n";
try {
    strlen(5);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
if ($made) {
    exit("bye\n");
}
include_once 'x';
require 'y';
require_once 'z';
__halt_compiler();
anything at all <?php ??
--EXPECT--
evaluated
1absent
printed
strlen(): Argument #1 ($string) must be of type string, int given
bye
--OPS--
$_main:
     ; (lines=40, args=0, vars=2, tmps=10)
     ; (before optimizer)
     ; FILE:1-18
     ; return  [] RANGE[0..0]
0000 TICKS 1
0001 INCLUDE_OR_EVAL (eval) string("echo "evaluated\n"; $made = 1;")
0002 TICKS 1
0003 ECHO CV0($made)
0004 TICKS 1
0005 T3 = BEGIN_SILENCE
0006 V4 = INCLUDE_OR_EVAL (include) string("no-such-file.php")
0007 END_SILENCE T3
0008 T5 = TYPE_CHECK (false) V4
0009 JMPZ T5 0012
0010 T6 = QM_ASSIGN string("absent")
0011 JMP 0013
0012 T6 = QM_ASSIGN string("")
0013 ECHO T6
0014 TICKS 1
0015 ECHO string("
")
0016 TICKS 1
0017 ECHO string("printed
")
0018 TICKS 1
0019 T7 = STRLEN int(5)
0020 FREE T7
0021 TICKS 1
0022 JMP 0030
0023 CV1($e) = CATCH string("TypeError")
0024 INIT_METHOD_CALL 0 CV1($e) string("getMessage")
0025 V8 = DO_FCALL
0026 ECHO V8
0027 TICKS 1
0028 ECHO string("
")
0029 TICKS 1
0030 JMPZ CV0($made) 0033
0031 EXIT string("bye
")
0032 TICKS 1
0033 INCLUDE_OR_EVAL (include_once) string("x")
0034 TICKS 1
0035 INCLUDE_OR_EVAL (require) string("y")
0036 TICKS 1
0037 INCLUDE_OR_EVAL (require_once) string("z")
0038 TICKS 1
0039 RETURN int(1)
LIVE RANGES:
     3: 0006 - 0007 (silence)
     4: 0007 - 0008 (tmp/var)
EXCEPTION TABLE:
     0019, 0023, -, -
