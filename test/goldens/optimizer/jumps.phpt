--TEST--
passes 3 and 5: jumps to jumps, conditions that are known, code that nobody reaches
--FILE--
<?php
function loops($a, $b) {
    while ($a) {
        if ($b) continue;
        while (true) { if ($a > 5) break 2; $a++; }
    }
    for (;;) { if (!$a) break; else continue; }
    do { $a--; } while ($a && $b || !$a);
    if ($a) { if ($b) return 1; else return 2; } else return 3;
    echo 'never';
}
function conditions($x, $y) {
    if (PHP_INT_SIZE === 8) echo 'eight'; else echo 'four';
    if (!$x && !$y) echo 'neither';
    $r = $x && $y || $x == true;
    $s = !!$x ? 1 : 2;
    $t = $x ?: $y ?? 'z';
    $u = $x?->p?->q;
    if ($x) { }
    if ($x) goto end;
    return !($x < $y) && !($x === $y) && !isset($x) && $y != false;
    end:
    throw new Exception('end');
}
function choices($x) {
    switch ($x) { case 1: echo 'one'; case 2: echo 'two'; break; default: return; }
    switch (PHP_INT_SIZE) { case 4: echo 4; break; case 8: echo 8; break; case 'x': echo 9; }
    switch ('b') { case 'a': echo 1; break; case 'b': echo 2; break; case 'c': echo 3; break; case 'd': case 'e': echo 4; }
    $m = match (true) { $x > 1 => 'more', $x < 1 => 'less', default => 'one' };
    return match (PHP_INT_SIZE) { 4 => 'four', 8 => 'eight', 16 => 'sixteen' } . match ($x) { 1, 2 => 'a', 3 => 'b' };
}
echo 'a', 'b', 1, 2.5, true, "c\n";
exit(0);
echo 'dead';
--EXPECT--
ab12.51c
--OPT--
$_main:
     ; (lines=4, args=0, vars=0, tmps=0)
     ; (after optimizer)
     ; FILE:1-35
0000 ECHO string("ab1")
0001 ECHO float(2.5)
0002 ECHO string("1c
")
0003 EXIT int(0)

loops:
     ; (lines=19, args=2, vars=2, tmps=1)
     ; (after optimizer)
     ; FILE:2-11
0000 CV0($a) = RECV 1
0001 CV1($b) = RECV 2
0002 JMP 0008
0003 JMPNZ CV1($b) 0008
0004 T2 = IS_SMALLER int(5) CV0($a)
0005 JMPNZ T2 0009
0006 PRE_INC CV0($a)
0007 JMP 0004
0008 JMPNZ CV0($a) 0003
0009 JMPNZ CV0($a) 0009
0010 PRE_DEC CV0($a)
0011 JMPZ CV0($a) 0010
0012 JMPNZ CV1($b) 0010
0013 JMPZ CV0($a) 0010
0014 JMPZ CV0($a) 0018
0015 JMPZ CV1($b) 0017
0016 RETURN int(1)
0017 RETURN int(2)
0018 RETURN int(3)

conditions:
     ; (lines=40, args=2, vars=6, tmps=2)
     ; (after optimizer)
     ; FILE:12-24
0000 CV0($x) = RECV 1
0001 CV1($y) = RECV 2
0002 ECHO string("eight")
0003 JMPNZ CV0($x) 0006
0004 JMPNZ CV1($y) 0006
0005 ECHO string("neither")
0006 T6 = JMPZ_EX CV0($x) 0009
0007 T6 = JMPNZ_EX CV1($y) 0009
0008 T6 = BOOL CV0($x)
0009 ASSIGN CV2($r) T6
0010 JMPZ CV0($x) 0013
0011 T6 = QM_ASSIGN int(1)
0012 JMP 0014
0013 T6 = QM_ASSIGN int(2)
0014 ASSIGN CV3($s) T6
0015 T6 = JMP_SET CV0($x) 0019
0016 T7 = COALESCE CV1($y) 0018
0017 T7 = QM_ASSIGN string("z")
0018 T6 = QM_ASSIGN T7
0019 ASSIGN CV4($t) T6
0020 T6 = JMP_NULL CV0($x) 0024
0021 T7 = FETCH_OBJ_R CV0($x) string("p")
0022 T6 = JMP_NULL T7 0024
0023 T6 = FETCH_OBJ_R T7 string("q")
0024 ASSIGN CV5($u) T6
0025 JMPZ CV0($x) 0027
0026 JMPNZ CV0($x) 0036
0027 T6 = IS_SMALLER_OR_EQUAL CV1($y) CV0($x)
0028 T6 = JMPZ_EX T6 0035
0029 T6 = IS_NOT_IDENTICAL CV0($x) CV1($y)
0030 T6 = JMPZ_EX T6 0035
0031 T7 = ISSET_ISEMPTY_CV (isset) CV0($x)
0032 T6 = BOOL_NOT T7
0033 T6 = JMPZ_EX T6 0035
0034 T6 = BOOL CV1($y)
0035 RETURN T6
0036 V6 = NEW 1 string("Exception")
0037 SEND_VAL_EX string("end") 1
0038 DO_FCALL
0039 THROW V6

choices:
     ; (lines=30, args=1, vars=2, tmps=3)
     ; (after optimizer)
     ; FILE:25-31
0000 CV0($x) = RECV 1
0001 T2 = IS_EQUAL CV0($x) int(1)
0002 JMPNZ T2 0006
0003 T2 = IS_EQUAL CV0($x) int(2)
0004 JMPNZ T2 0007
0005 RETURN null
0006 ECHO string("one")
0007 ECHO string("two8")
0008 ECHO int(2)
0009 T3 = IS_SMALLER int(1) CV0($x)
0010 T2 = IS_IDENTICAL T3 bool(true)
0011 JMPNZ T2 0016
0012 T3 = IS_SMALLER CV0($x) int(1)
0013 T2 = IS_IDENTICAL T3 bool(true)
0014 JMPNZ T2 0018
0015 JMP 0020
0016 T2 = QM_ASSIGN string("more")
0017 JMP 0021
0018 T2 = QM_ASSIGN string("less")
0019 JMP 0021
0020 T2 = QM_ASSIGN string("one")
0021 ASSIGN CV1($m) T2
0022 T3 = QM_ASSIGN string("eight")
0023 MATCH CV0($x) 1: 0025, 2: 0025, 3: 0027, default: 0024
0024 MATCH_ERROR CV0($x)
0025 T4 = QM_ASSIGN string("a")
0026 JMP 0028
0027 T4 = QM_ASSIGN string("b")
0028 T2 = CONCAT T3 T4
0029 RETURN T2
