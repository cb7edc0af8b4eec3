--TEST--
Builtins that compiled code calls without a frame get one when somebody looks
--FILE--
<?php
// Builtins that compiled code calls without a frame get one when somebody looks.
function short(array $trace): string
{
    $out = [];
    foreach ($trace as $f) {
        $args = array_map(fn ($a) => is_object($a) ? get_class($a) : var_export($a, true), $f['args'] ?? []);
        $out[] = (isset($f['class']) ? $f['class'] . $f['type'] : '') . $f['function'] . '(' . implode(', ', $args) . ')';
    }
    return implode(' < ', $out);
}
function show(string $what, int $cid): void
{
    echo $what, ': ', short(Co::getBackTrace($cid)), "\n";
}
class Holder
{
    public Co\Channel $ch;
    public function __construct() { $this->ch = new Co\Channel(1); }
    public function feed(int $n): void { for ($i = 0; $i < $n; $i++) $this->ch->push([$i]); }
    public function drain(int $n): int { $s = 0; for ($i = 0; $i < $n; $i++) $s += $this->ch->pop()[0]; return $s; }
}
$ch = new Co\Channel(1);
$producer = go(function () use ($ch) {
    for ($i = 0; $i < 50; $i++) $ch->push("v$i");
    $ch->close();
});
show('producer', $producer);
$consumer = go(function () use ($ch, $producer) {
    $n = 0;
    while (($v = $ch->pop()) !== false) {
        $n++;
        if ($v === 'v40') show('producer again', $producer);
    }
    echo "consumed $n\n";
});
$sleeper = go(function () {
    for ($i = 0; $i < 30; $i++) Co::yield();
    echo "yielded\n";
});
for ($i = 0; $i < 29; $i++) Co::resume($sleeper);
show('sleeper', $sleeper);
Co::resume($sleeper);
$outer = go(function () {
    $me = Co::getCid();
    for ($i = 0; $i < 25; $i++) {
        go(function () use ($me, $i) {
            if ($i === 24) show('creator', $me);
            Co::yield();
        });
    }
    for ($i = 1; $i <= 25; $i++) Co::resume($me + $i);
    echo "resumed\n";
});
$pair = go(function () {
    $me = Co::getCid();
    $other = go(function () use ($me) {
        for ($i = 0; $i < 30; $i++) {
            Co::yield();
            if ($i === 20) show('resumer', $me);
        }
    });
    for ($i = 0; $i < 30; $i++) Co::resume($other);
});
$h = new Holder();
$feeder = go(fn () => $h->feed(40));
show('feeder', $feeder);
go(function () use ($h) { echo $h->drain(40), "\n"; });
// cancelled, timed out, closed
$waiting = go(function () {
    $ch = new Co\Channel(1);
    for ($i = 0; $i < 20; $i++) { $ch->push($i); $ch->pop(); }
    var_dump($ch->pop(), $ch->errCode);
});
show('waiting', $waiting);
var_dump(Co::cancel($waiting));
$pushing = go(function () {
    $ch = new Co\Channel(1);
    for ($i = 0; $i < 20; $i++) { $ch->push([$i]); $ch->pop(); }
    $ch->push(1);
    var_dump($ch->push(new stdClass), $ch->errCode);
});
var_dump(Co::cancel($pushing));
$closed = new Co\Channel(1);
go(function () use ($closed) {
    for ($i = 0; $i < 20; $i++) { $closed->push($i); $closed->pop(); }
    var_dump($closed->pop(), $closed->errCode);
});
$closed->close();
echo "end\n";
--EXPECT--
producer: Swoole\Coroutine\Channel->push('v1') < {closure}()
producer again: Swoole\Coroutine\Channel->push('v42') < {closure}()
consumed 50
sleeper: Swoole\Coroutine::yield() < {closure}()
yielded
creator: go(Closure) < {closure}()
resumed
resumer: Swoole\Coroutine::resume(31) < {closure}()
feeder: Swoole\Coroutine\Channel->push(array (
  0 => 1,
)) < Holder->feed(40) < {closure}()
780
waiting: Swoole\Coroutine\Channel->pop() < {closure}()
bool(false)
int(-3)
bool(true)
bool(false)
int(-3)
bool(true)
bool(false)
int(-2)
end
