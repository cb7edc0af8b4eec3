--TEST--
isset and empty of a string's offset: floats that lose something are deprecated
--FILE--
<?php
function look(string $s, mixed $k): void
{
    var_dump(isset($s[$k]), $s[$k] ?? 'none', empty($s[$k]));
}
foreach (['abc', 'x', '0'] as $s) {
    foreach ([1.7, 1.0, -1.5, true, null, '1', '1.7', 'x', 1e30] as $k) {
        look($s, $k);
    }
}
var_dump(isset('abc'[1.7]), isset($s[0.5]), empty($s[0.5]));
--EXPECTF--
Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4
bool(true)
string(1) "b"
bool(false)
bool(true)
string(1) "b"
bool(false)

Deprecated: Implicit conversion from float -1.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -1.5 to int loses precision in %s on line 4
bool(true)
string(1) "c"
bool(false)
bool(true)
string(1) "b"
bool(false)
bool(true)
string(1) "a"
bool(false)
bool(true)
string(1) "b"
bool(false)
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float 1.0E+30 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.0E+30 to int loses precision in %s on line 4
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float -1.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -1.5 to int loses precision in %s on line 4
bool(true)
string(1) "x"
bool(false)
bool(false)
string(4) "none"
bool(true)
bool(true)
string(1) "x"
bool(false)
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float 1.0E+30 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.0E+30 to int loses precision in %s on line 4
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float -1.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -1.5 to int loses precision in %s on line 4
bool(true)
string(1) "0"
bool(true)
bool(false)
string(4) "none"
bool(true)
bool(true)
string(1) "0"
bool(true)
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float 1.0E+30 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.0E+30 to int loses precision in %s on line 4
bool(false)
string(4) "none"
bool(true)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 11

Deprecated: Implicit conversion from float 0.5 to int loses precision in %s on line 11

Deprecated: Implicit conversion from float 0.5 to int loses precision in %s on line 11
bool(true)
bool(true)
bool(true)
--OPS--
$_main:
     ; (lines=21, args=0, vars=2, tmps=7)
     ; (before optimizer)
     ; FILE:1-12
     ; return  [] RANGE[0..0]
0000 V2 = FE_RESET_R array(...) 0011
0001 FE_FETCH_R V2 CV0($s) 0011
0002 V3 = FE_RESET_R array(...) 0009
0003 FE_FETCH_R V3 CV1($k) 0009
0004 INIT_FCALL 2 192 string("look")
0005 SEND_VAR CV0($s) 1
0006 SEND_VAR CV1($k) 2
0007 DO_UCALL
0008 JMP 0003
0009 FE_FREE V3
0010 JMP 0001
0011 FE_FREE V2
0012 INIT_FCALL 3 128 string("var_dump")
0013 T5 = ISSET_ISEMPTY_DIM_OBJ (isset) string("abc") float(1.7)
0014 SEND_VAL T5 1
0015 T6 = ISSET_ISEMPTY_DIM_OBJ (isset) CV0($s) float(0.5)
0016 SEND_VAL T6 2
0017 T7 = ISSET_ISEMPTY_DIM_OBJ (empty) CV0($s) float(0.5)
0018 SEND_VAL T7 3
0019 DO_ICALL
0020 RETURN int(1)
LIVE RANGES:
     2: 0001 - 0011 (loop)
     3: 0003 - 0009 (loop)

look:
     ; (lines=13, args=2, vars=2, tmps=5)
     ; (before optimizer)
     ; FILE:2-5
     ; return  [] RANGE[0..0]
0000 CV0($s) = RECV 1
0001 CV1($k) = RECV 2
0002 INIT_FCALL 3 128 string("var_dump")
0003 T2 = ISSET_ISEMPTY_DIM_OBJ (isset) CV0($s) CV1($k)
0004 SEND_VAL T2 1
0005 T3 = FETCH_DIM_IS CV0($s) CV1($k)
0006 T4 = COALESCE T3 0008
0007 T4 = QM_ASSIGN string("none")
0008 SEND_VAL T4 2
0009 T5 = ISSET_ISEMPTY_DIM_OBJ (empty) CV0($s) CV1($k)
0010 SEND_VAL T5 3
0011 DO_ICALL
0012 RETURN null
