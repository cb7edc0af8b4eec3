--TEST--
suspending in the middle of expressions: calls under way, literals, interpolation, assignments
--FILE--
<?php
function s($tag) { return Fiber::suspend($tag); }
function f(...$a) { return '(' . implode(',', array_map(fn($x) => is_array($x) ? json_encode($x) : $x, $a)) . ')'; }
class C { public $p = ['k' => 1]; public ?C $next = null; static $st = []; function m(...$a) { return f('m', ...$a); } function __construct(public $c = 0) {} static function sm(...$a) { return f('sm', ...$a); } }
$_G = array_fill(0, 30, 'g');
$fiber = new Fiber(function () {
    echo f(1, s('a'), f(s('b'), 2, s('c')), s('d')), "\n";
    echo json_encode([s('k1') => s('v1'), 'x' => [s('n')], ...[s('sp')]]), "\n";
    echo "str " . s('i1') . " {$GLOBALS['_G'][s('i2')]} mid " . s('i3') . "\n";
    $a = []; $a[s('dim')][s('dim2')] = s('val'); $a[s('dim3')] ??= s('coal'); echo json_encode($a), "\n";
    $n = 10; $n += s('plus') + $n; echo $n, "\n";
    [$x, [$y]] = [s('l1'), [s('l2')]]; [s('lk') => $z] = [15 => 'found', 16 => 'found16']; echo "$x $y $z\n";
    echo (new C(s('ctor')))->m(s('arg'), ...[s('spread')]), C::sm(name: s('named')), "\n";
    $o = new C; $o->next = new C; $o->next->p[s('pk')] = s('pv'); C::$st[s('sk')][] = s('sv'); echo json_encode([$o->next->p, C::$st]), "\n";
    echo s('t') ? s('then') : s('else'), ' ', s('and') && s('and2') ? 'both' : '', ' ', s('null') ?? 'never', ' ', match (s('m')) { s('arm1'), s('arm2') => 'hit', default => s('dflt') }, "\n";
    echo $o?->next?->m(s('ns')), ' ', $o->next->next?->m(s('skipped')), "\n";
    $str = 'abcdef'; $str[1] = s('ch'); echo $str, ' ', $str[s('off') % 3], ' ', -s('neg') . (string) s('cast'), "\n";
    $i = 5; echo $i++ + s('inc') + ++$i, ' ', s('cmp1') <=> s('cmp2'), "\n";
    return (fn() => s('ret'))() . f();
});
$v = $fiber->start(); $n = 0;
while (!$fiber->isTerminated()) { echo "<$v>"; $v = $fiber->resume(++$n); }
echo $fiber->getReturn(), "\n";
--EXPECTF--
<a><b><c><d>(1,1,(2,2,3),4)
<k1><v1><n><sp>{"5":6,"x":[7],"6":8}
<i1><i2><i3>str 9 g mid 11
<dim><dim2><val><dim3><coal>{"12":{"13":14},"15":16}
<plus>37
<l1><l2><lk>
Warning: Undefined array key 20 in %s on line 12
18 19 
<ctor><arg><spread>(m,22,23)<named>(sm,24)
<pk><pv><sk><sv>[{"k":1,"25":26},{"27":[28]}]
<t><then>30 <and><and2>both <null>33 <m><arm1><arm2><dflt>37
<ns>(m,38) 
<ch>
Warning: Only the first byte will be assigned to the string offset in %s on line 17
a3cdef <off>3 <neg><cast>-4142
<inc>55 <cmp1><cmp2>-1
<ret>46()
