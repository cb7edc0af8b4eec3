--TEST--
Generators that run often: exceptions thrown in and out, finally, destruction midway, references, calls being prepared, fibers
--FILE--
<?php
function guarded(int $n) {
    for ($i = 0; $i < $n; $i++) {
        try { $got = yield $i; if ($got === 'boom') throw new LogicException("at $i"); }
        catch (RuntimeException $e) { echo 'caught ', $e->getMessage(), ' '; yield 'extra'; }
        finally { echo $i % 10 === 0 ? "f$i " : ''; }
    }
}
function drive(int $n): void {
    $g = guarded($n);
    foreach (range(1, $n) as $i) {
        $v = $i % 15 === 0 ? $g->throw(new RuntimeException("no $i")) : $g->send($i);
        if ($v === 'extra') echo 'x ';
    }
    try { $g->rewind(); } catch (Exception $e) { echo get_class($e), "\n"; }
    if ($g->valid()) try { $g->send('boom'); } catch (LogicException $e) { echo $e->getMessage(), ' line ', $e->getLine(), "\n"; }
    var_dump($g->valid(), $g->current());
}
drive(31); drive(60);

function partial() { try { for ($i = 0; ; $i++) { $o = new class($i) { function __construct(public int $i) {} function __destruct() { if ($this->i % 20 === 0) echo "d{$this->i} "; } }; yield $o; } } finally { echo "closed\n"; } }
function some(int $n): int { $t = 0; foreach (partial() as $o) { $t += $o->i; if ($o->i >= $n) break; } return $t; }
echo some(45), "\n"; echo some(3), "\n";

function thrower(int $n) { for ($i = 0; $i < $n; $i++) yield $i; throw new DomainException("after $n"); }
function pass($in) { foreach ($in as $v) yield $v; }
function outer(int $n): string { $c = 0; try { foreach (pass(pass(thrower($n))) as $v) $c += $v; } catch (DomainException $e) { return "$c {$e->getMessage()} " . count($e->getTrace()); } }
for ($i = 0; $i < 30; $i += 7) echo outer($i), "\n";

function &refs(array &$a) { foreach ($a as $k => &$v) yield $k => $v; }
function doubles(array $a): array { foreach (refs($a) as &$v) $v *= 2; return $a; }
for ($i = 0; $i < 4; $i++) echo json_encode(doubles([1, 2.5, $i])), ' ';
echo "\n";

function f(...$x) { return implode('|', $x); }
function prepared() { for ($i = 0; $i < 30; $i++) { $r = f($i, yield $i, $i . (yield -$i), [yield][0] ?? 'null'); if ($i > 27) echo $r, ' '; } }
function feed(): void { $g = prepared(); $g->current(); for ($i = 0; $g->valid(); $i++) $g->send("s$i"); echo "\n"; }
feed(); feed();

function warns() { for ($i = 0; $i < 12; $i++) { yield $undefined ?? 'none'; if ($i === 11) yield $missing; } }
set_error_handler(function ($no, $text) { echo "[$text] "; return true; });
foreach (warns() as $k => $v) if ($k > 9) var_dump($v);
restore_error_handler();

function suspends(int $n) { for ($i = 0; $i < $n; $i++) yield $i % 10 === 9 ? Fiber::suspend($i) : $i; }
function inFiber(int $n): string {
    $fiber = new Fiber(function () use ($n) { $t = 0; foreach (pass(suspends($n)) as $v) $t += $v; $g = suspends(20); for ($g->rewind(); $g->valid(); $g->next()) $t += $g->current(); return $t; });
    $v = $fiber->start(); $times = 0;
    while (!$fiber->isTerminated()) { $times++; $v = $fiber->resume($v * 2); }
    return "$times {$fiber->getReturn()}";
}
echo inFiber(35), ' ', inFiber(100), "\n";

function itself() { for ($i = 0; $i < 3; $i++) { try { $GLOBALS['me']->next(); } catch (Error $e) { yield $e->getMessage(); } } }
for ($r = 0; $r < 3; $r++) { $me = itself(); foreach ($me as $m) echo $m, "\n"; }
$me = null;

function sources() { yield 0; yield from [1, 2]; yield from new ArrayIterator([3, 4]); $r = yield from returns(); yield $r; yield from []; return 'done'; }
function returns() { yield 5; yield 6; return 7; }
function flat(): string { $g = sources(); $out = ''; foreach ($g as $k => $v) $out .= "$k:$v "; return $out . $g->getReturn(); }
function stepped(): string { $g = sources(); $out = ''; do { $out .= $g->key() . ':' . $g->current() . ' '; $g->next(); } while ($g->valid()); return $out . $g->getReturn(); }
for ($i = 0; $i < 3; $i++) echo flat(), "\n", stepped(), "\n";
function begins() { $x = yield from returns(); yield $x; }
for ($i = 0; $i < 3; $i++) { foreach (begins() as $k => $v) echo "$k:$v "; $g = begins(); echo $g->send('ignored'), $g->send(1), ' '; $e = begins(); $e->rewind(); echo $e->current(), "\n"; }

function traced() { for ($i = 0; $i < 2; $i++) { yield (new Exception)->getTraceAsString(); } }
function asks() { foreach (pass(traced()) as $t) echo preg_replace('~/\S*?\(~', '(', $t), "\n"; }
asks(); asks();
--EXPECT--
f0 f10 caught no 15 x f20 caught no 30 x Exception
at 29 line 4
bool(false)
NULL
f0 f10 caught no 15 x f20 caught no 30 x f30 f40 caught no 45 x f50 caught no 60 x Exception
bool(true)
int(57)
d0 d20 d40 closed
1035
d0 closed
6
0 after 0 4
21 after 7 4
91 after 14 4
210 after 21 4
378 after 28 4
[2,5,0] [2,5,2] [2,5,4] [2,5,6] 
28|s84|28s85|s86 29|s87|29s88|s89 
28|s84|28s85|s86 29|s87|29s88|s89 
string(4) "none"
string(4) "none"
[Undefined variable $missing] NULL
5 870 12 5708
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
Cannot resume an already running generator
0:0 0:1 1:2 0:3 1:4 0:5 1:6 1:7 done
0:0 0:1 1:2 0:3 1:4 0:5 1:6 1:7 done
0:0 0:1 1:2 0:3 1:4 0:5 1:6 1:7 done
0:0 0:1 1:2 0:3 1:4 0:5 1:6 1:7 done
0:0 0:1 1:2 0:3 1:4 0:5 1:6 1:7 done
0:0 0:1 1:2 0:3 1:4 0:5 1:6 1:7 done
0:5 1:6 0:7 67 5
0:5 1:6 0:7 67 5
0:5 1:6 0:7 67 5
#0 (26): traced()
#1 (67): pass(Object(Generator))
#2 (68): asks()
#3 {main}
#0 (26): traced()
#1 (67): pass(Object(Generator))
#2 (68): asks()
#3 {main}
#0 (26): traced()
#1 (67): pass(Object(Generator))
#2 (68): asks()
#3 {main}
#0 (26): traced()
#1 (67): pass(Object(Generator))
#2 (68): asks()
#3 {main}
