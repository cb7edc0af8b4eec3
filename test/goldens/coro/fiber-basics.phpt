--TEST--
Fiber basics
--FILE--
<?php
$fiber = new Fiber(function (int $x, string ...$rest): string {
    echo "start $x ", implode(',', $rest), "\n";
    $y = Fiber::suspend($x * 2);
    echo "got ", var_export($y, true), "\n";
    try {
        $z = Fiber::suspend('second');
    } catch (LogicException $e) {
        echo 'caught ', $e->getMessage(), "\n";
        $z = 'from catch';
    } finally {
        echo "finally\n";
    }
    return "done $z";
});
var_dump($fiber->isStarted(), $fiber->isSuspended(), $fiber->isRunning(), $fiber->isTerminated());
var_dump($fiber->start(21, 'a', 'b'));
var_dump($fiber->isStarted(), $fiber->isSuspended(), $fiber->isRunning(), $fiber->isTerminated());
var_dump($fiber->resume([1, 2]));
var_dump($fiber->throw(new LogicException('thrown in')));
var_dump($fiber->isStarted(), $fiber->isSuspended(), $fiber->isRunning(), $fiber->isTerminated());
var_dump($fiber->getReturn());
var_dump($fiber);
var_dump(Fiber::getCurrent());
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
start 21 a,b
int(42)
bool(true)
bool(true)
bool(false)
bool(false)
got array (
  0 => 1,
  1 => 2,
)
string(6) "second"
caught thrown in
finally
NULL
bool(true)
bool(false)
bool(false)
bool(true)
string(15) "done from catch"
object(Fiber)#1 (0) {
}
NULL
