--TEST--
output buffers opened in one fiber and closed in another, callbacks that suspend
--FILE--
<?php
ob_start(fn($b) => strtoupper($b));
$f = new Fiber(function () { echo "in fiber "; ob_start(); echo "inner "; Fiber::suspend(); echo "more "; ob_end_flush(); Fiber::suspend(); return ob_get_level(); });
$f->start(); echo "[main while open] ", ob_get_level(), ' ';
$f->resume();
ob_end_flush();
echo "\n", ob_get_level(), "\n";
$f->resume(); echo $f->getReturn(), "\n";
// capture what several fibers print, each on its own
function captured(callable $body): Fiber { return new Fiber(function () use ($body) { ob_start(); try { return [$body(), ob_get_contents()]; } finally { ob_end_clean(); } }); }
$a = captured(function () { echo 'a1'; Fiber::suspend(); echo 'a2'; return 'A'; });
$b = captured(function () { echo 'b1'; Fiber::suspend(); echo 'b2'; return 'B'; });
$a->start(); $b->start(); $b->resume(); $a->resume();
echo json_encode([$a->getReturn(), $b->getReturn()]), ' ', ob_get_level(), "\n";
// chunked callback under way in a fiber
$chunks = [];
$f = new Fiber(function () use (&$chunks) { ob_start(function ($b, $phase) use (&$chunks) { $chunks[] = [strlen($b), $phase]; return $b; }, 5); echo 'abc'; echo 'defg'; Fiber::suspend(); echo 'h'; ob_end_flush(); echo "\n"; });
$f->start(); echo '|'; $f->resume();
echo json_encode($chunks), "\n";
// a callback that tries to suspend
$f = new Fiber(function () {
    ob_start(function ($b) { try { Fiber::suspend('from callback'); return "<$b>"; } catch (Throwable $e) { return get_class($e) . ': ' . $e->getMessage(); } });
    echo 'text';
    ob_end_flush();
    echo " after\n";
    return 'done';
});
$v = $f->start();
echo "\n"; var_dump($v, $f->isSuspended());
if ($f->isSuspended()) { $f->resume(); }
var_dump($f->isTerminated());
--EXPECT--
IN FIBER INNER [MAIN WHILE OPEN] 2 MORE 
0
0
[["A","a1a2"],["B","b1b2"]] 0
abcdefg|h
[[7,1],[2,8]]
<text> after
bool(true)
