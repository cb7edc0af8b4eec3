--TEST--
assert, match errors, nullsafe chains, throw expressions and never-returning functions in fibers
--FILE--
<?php
ini_set('zend.assertions', 1);
function stop(): never { throw new LogicException(Fiber::suspend('message?')); }
enum E { case A; case B; function other(): self { return Fiber::suspend('which?') ? self::A : self::B; } }
$f = new Fiber(function () {
    try { assert(Fiber::suspend('assert true?')); echo "held\n"; assert(Fiber::suspend('assert false?') > 100, 'too small ' . Fiber::suspend('description?')); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; }
    try { assert(Fiber::suspend('x') === Fiber::suspend('y')); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; }
    try { echo match (Fiber::suspend('match')) { 1, 2 => 'a', Fiber::suspend('arm') => 'b' }; } catch (UnhandledMatchError $e) { echo $e->getMessage(), "\n"; }
    try { stop(); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }
    $x = Fiber::suspend('null?') ?? throw new DomainException('unreached');
    try { $y = Fiber::suspend('null!') ?? throw new DomainException(Fiber::suspend('thrown message?')); } catch (DomainException $e) { echo $e->getMessage(), "\n"; }
    echo E::A->other()->name, E::B->other()?->name, "\n";
    $o = null; echo $o?->a(Fiber::suspend('never'))?->b ?? 'short', "\n";
    return (fn(int ...$n): int => array_sum($n))(...[1, 2], ...['a' => Fiber::suspend('named'), 'b' => 4]);
});
$answers = ['assert true?' => true, 'assert false?' => 7, 'match' => 9, 'null!' => null, 'x' => 1, 'y' => 2, 'which?' => false, 'named' => 10];
$v = $f->start();
while (!$f->isTerminated()) $v = $f->resume(array_key_exists($v, $answers) ? $answers[$v] : "<$v>");
echo $f->getReturn(), "\n";
--EXPECT--
held
too small <description?>
assert(Fiber::suspend('x') === Fiber::suspend('y'))
Unhandled match case 9
<message?>
<thrown message?>
BB
short
17
