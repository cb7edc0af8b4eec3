--TEST--
Fibers and generators between compiled functions
--FILE--
<?php
// Fibers and generators between compiled functions: deep, left in the middle, thrown through.
function deep(int $n): int
{
    if ($n === 0) {
        return (int) Fiber::suspend(count(debug_backtrace()));
    }
    $f = new Fiber(static fn () => deep($n - 1));
    $x = $f->start();
    while (!$f->isTerminated()) {
        $x = $f->resume(Fiber::suspend($x) + 1);
    }
    return $f->getReturn() + 1;
}
$f = new Fiber(static fn () => deep(30));
echo $f->start(), "\n";
$f->resume(5);
echo $f->isTerminated() ? $f->getReturn() : 'not yet', "\n";

function pairs(Fiber $f, int $n): array
{
    $mine = 'a';
    $seen = [];
    for ($i = 0; $i < $n; $i++) {
        $mine++;
        try {
            $last = $f->resume($i % 50 === 49 ? "s$i" : $i);
        } catch (LogicException $e) {
            $seen[] = $e->getMessage();
            break;
        }
    }
    return [$mine, $i, $last, count($seen), $seen[0] ?? null];
}
function adder(): Fiber
{
    $f = new Fiber(function (int $from): void {
        $sum = $from;
        for (;;) {
            $got = Fiber::suspend($sum);
            if (is_string($got)) {
                $sum .= $got;
                $sum = strlen($sum);
            } else {
                $sum += $got / 2;
            }
            if ($sum > 20000) {
                throw new LogicException("at $got");
            }
        }
    });
    $f->start(1);
    return $f;
}
for ($i = 0; $i < 4; $i++) {
    echo json_encode(pairs(adder(), 400)), "\n";
}

function pump(int $n): string
{
    $g = (function () {
        $sum = 0;
        while (($x = yield $sum => -$sum) !== null) {
            $sum += $x;
        }
        return "total $sum";
    })();
    $g->current();
    for ($i = 0; $i < $n; $i++) {
        $v = $g->send($i % 7 === 6 ? 0.5 : $i);
        if ($v !== -$g->key() || $g->current() !== $v) {
            return "broken at $i";
        }
    }
    $g->next();
    return ($g->valid() ? 'valid ' : 'over ') . $g->getReturn() . ' ' . var_export($g->send(1), true);
}
echo pump(300), "\n", pump(500), "\n";

function keys(iterable $in): Generator
{
    foreach ($in as $k => $v) {
        yield $k => $v;
    }
}
function texts(): Generator
{
    for ($i = 0; $i < 300; $i++) {
        yield $i % 3 === 0 ? "k$i" : $i - 5 => $i;
        if ($i % 100 === 99) {
            yield from ['x' => 1, 2];
        }
        yield $i;
    }
}
$sum = 0;
$hash = '';
for ($r = 0; $r < 3; $r++) {
    foreach (keys(keys(texts())) as $k => $v) {
        $sum += $v;
        $hash = md5($hash . $k);
    }
}
echo $sum, ' ', $hash, "\n";
function broken(Generator $g): int
{
    $n = 0;
    try {
        foreach ($g as $x) {
            $n += $x;
            if ($n === 4950) {
                foreach ($g as $y) {
                    $n += $y;
                    if ($n > 6000) {
                        throw new Exception("left at $n");
                    }
                }
            }
        }
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    } finally {
        $g = null;
    }
    return $n;
}
function counting(): Generator
{
    try {
        for ($i = 0; $i < 1000; $i++) {
            yield $i;
        }
    } finally {
        echo "closed\n";
    }
}
echo broken(counting()), "\n", broken(counting()), "\n";
$f = adder();
try {
    call_user_func([$f, 'throw'], new RuntimeException('thrown'));
} catch (RuntimeException $e) {
    echo $e->getMessage(), ' ', $f->isTerminated() ? 'dead' : 'alive', "\n";
}
$f = adder();
echo implode(',', array_map([$f, 'resume'], [1, 2, 3, '4'])), "\n";
unset($f);
$f = new Fiber(function () {
    try {
        array_map(fn ($x) => Fiber::suspend($x), [1, 2, 3]);
    } finally {
        echo "unwound\n";
    }
});
echo $f->start(), $f->resume(), "\n";
$f = null;
echo "end\n";
--EXPECT--
93
65
["ok",400,8,0,null]
["ok",400,8,0,null]
["ok",400,8,0,null]
["ok",400,8,0,null]
over total 38592 NULL
over total 106964.5 NULL
269127 ad51b32c239c70ee4157a79665595ba3
Cannot rewind a generator that was already run
closed
4950
Cannot rewind a generator that was already run
closed
4950
thrown dead
1.5,2.5,4,2
12
unwound
end
