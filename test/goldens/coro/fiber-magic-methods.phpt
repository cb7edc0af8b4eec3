--TEST--
suspending in every magic method
--FILE--
<?php
class M {
    private array $d = ['n' => 1];
    function __get($n) { return Fiber::suspend("get $n"); }
    function __set($n, $v) { Fiber::suspend("set $n=$v"); $this->d[$n] = $v; }
    function __isset($n) { return (bool) Fiber::suspend("isset $n"); }
    function __unset($n) { Fiber::suspend("unset $n"); }
    function __call($n, $a) { return Fiber::suspend("call $n(" . implode(',', $a) . ')'); }
    static function __callStatic($n, $a) { return Fiber::suspend("static $n(" . implode(',', $a) . ')'); }
    function __invoke(...$a) { return Fiber::suspend('invoke ' . implode(',', $a)); }
    function __toString(): string { return Fiber::suspend('toString'); }
    function __clone() { Fiber::suspend('clone'); $this->d['cloned'] = true; }
    function __sleep() { Fiber::suspend('sleep'); return ['d']; }
    function __wakeup() { Fiber::suspend('wakeup'); }
    static function __set_state($a) { return Fiber::suspend('set_state'); }
    function __debugInfo() { return ['dbg' => Fiber::suspend('debugInfo')]; }
}
$f = new Fiber(function () {
    $m = new M;
    echo 'A ', $m->a, "\n";
    $m->b = 'B';
    echo 'C ', isset($m->c) ? 'yes' : 'no', "\n";
    echo 'C2 ', isset($m->c->d) ? 'yes' : 'no', "\n";
    echo 'E ', empty($m->e) ? 'empty' : 'full', "\n";
    echo 'Q ', $m->q ?? 'default', "\n";
    unset($m->u);
    $m->inc++;
    $m->cat .= 'tail';
    echo 'D ', $m->doIt(1, 2), ' ', M::doStatic(3), ' ', $m(4, 5), "\n";
    echo 'S ', "in $m string", ' ', strtoupper($m), ' ', $m . $m, ' ', $m == 'x' ? 'eq' : 'ne', "\n";
    echo 'N ', in_array('str', ['q', $m]) ? 'in' : 'out', "\n";
    $c = clone $m;
    $s = serialize($m);
    echo strlen($s), "\n";
    $w = unserialize($s);
    var_dump($w);
    return get_class($c);
});
$v = $f->start();
$n = 0;
while (!$f->isTerminated()) { echo "<$v>"; $v = $f->resume('r' . ++$n); }
echo $f->getReturn(), "\n";
--EXPECT--
A <get a>r1
<set b=B>C <isset c>yes
C2 <isset c><get c>no
E <isset e><get e>full
Q <isset q><get q>r9
<unset u><get inc><set inc=r12><get cat><set cat=r13tail>D <call doIt(1,2)>r15 <static doStatic(3)>r16 <invoke 4,5>r17
S <toString>in r18 string <toString>R19 <toString><toString>r20r21 <toString>ne
N <toString>out
<clone><sleep>101
<wakeup><debugInfo>object(M)#5 (1) {
  ["dbg"]=>
  string(3) "r27"
}
M
