--TEST--
Switches between compiled coroutines: deep ones, types that change, exceptions, channels
--FILE--
<?php
use Swoole\Coroutine as Co;
use Swoole\Coroutine\Channel;

// A chain of coroutines deeper than compiled functions may be nested.
function chain(int $depth, array &$log): void
{
    if ($depth === 0) {
        $log[] = count(Co::getBackTrace());
        Co::yield();
        $log[] = 'inner resumed';
        return;
    }
    go(function () use ($depth, &$log) {
        chain($depth - 1, $log);
        Co::yield();
        $log[] = $depth;
    });
}
$log = [];
chain(250, $log);
echo count($log), ' ', $log[0], ' ', Co::stats()['coroutine_num'], "\n";
foreach (Co::list() as $cid) {
    $all[] = $cid;
}
sort($all);
foreach (array_reverse($all) as $cid) {
    if (Co::exists($cid)) Co::resume($cid);
}
foreach ($all as $cid) {
    if (Co::exists($cid)) Co::resume($cid);
}
echo count($log), ' ', Co::stats()['coroutine_num'], "\n";

// Locals of the one who resumes stay as they are, whatever the others do to what they share.
function pairs(int $n): string
{
    $shared = 0;
    $mine = 'a';
    $cid = go(function () use (&$shared) {
        for (;;) {
            $shared += 2;
            if (Co::yield() === false || $shared < 0) {
                return;
            }
        }
    });
    for ($i = 0; $i < $n; $i++) {
        $before = $i * 3;
        $mine++;
        Co::resume($cid);
        if ($before !== $i * 3) {
            return 'broken';
        }
    }
    $shared = -10;
    Co::resume($cid);
    return "$mine $shared $i";
}
echo pairs(700), "\n", pairs(300), "\n";

// Types that change in the middle: the code is left inside of another one's.
function mixed(int $n): float
{
    $sum = 0;
    $values = [1, 2, 3, 4.5, '6', 7];
    $cid = go(function () use (&$sum, $values, $n) {
        for ($i = 0; $i < $n; $i++) {
            $sum += $values[$i % count($values)];
            Co::yield();
        }
    });
    $count = 1;
    while (Co::exists($cid)) {
        Co::resume($cid);
        $count++;
    }
    return $sum + $count / 2;
}
for ($i = 0; $i < 5; $i++) {
    echo mixed(200), ' ';
}
echo "\n";

// Exceptions and destructors inside of what was resumed.
class Noisy
{
    public function __construct(public int $n)
    {
    }
    public function __destruct()
    {
        global $destroyed;
        $destroyed += $this->n;
    }
}
function throwing(int $n): int
{
    $caught = 0;
    $cid = go(function () use (&$caught) {
        for ($i = 0; ; $i++) {
            try {
                $o = new Noisy(1);
                if ($i % 3 === 0) {
                    throw new RuntimeException("e$i");
                }
                if (Co::yield() && $caught < 0) {
                    return;
                }
            } catch (RuntimeException $e) {
                $caught++;
                Co::yield();
            }
        }
    });
    for ($i = 0; $i < $n; $i++) {
        Co::resume($cid);
    }
    $result = $caught;
    $caught = -1000;
    for ($i = 0; $i < 5 && Co::exists($cid); $i++) {
        Co::resume($cid);
    }
    return $result;
}
$destroyed = 0;
echo throwing(300), ' ', throwing(400), "\n";
echo $destroyed > 400 ? "destroyed\n" : "no: $destroyed\n";

// Channels of several sizes between several coroutines.
function pipeline(int $n, int $size): string
{
    $a = new Channel($size);
    $b = new Channel($size);
    $sum = 0;
    go(function () use ($a, $n) {
        for ($i = 0; $i < $n; $i++) {
            $a->push($i);
        }
        $a->close();
    });
    for ($w = 0; $w < 3; $w++) {
        go(function () use ($a, $b) {
            while (($x = $a->pop()) !== false) {
                $b->push([$x, $x * 2]);
            }
            $b->push(null);
        });
    }
    $cid = go(function () use ($b, &$sum) {
        for ($over = 0; $over < 3;) {
            $x = $b->pop();
            if ($x === null) {
                $over++;
            } else {
                $sum += $x[0] + $x[1];
            }
        }
    });
    return $sum . ' ' . ($a->errCode) . ' ' . var_export(Co::exists($cid), true);
}
foreach ([1, 2, 7, 100] as $size) {
    echo pipeline(500, $size), "\n";
}

// go() of all kinds of functions, and what it returns.
function plain()
{
    global $ran;
    $ran++;
}
$ran = 0;
$first = go('plain');
for ($i = 0; $i < 300; $i++) {
    $last = go(static function () {
        plain();
    });
    go('plain');
}
echo $ran, ' ', $last - $first, "\n";
go(function () {
    try {
        go(function () {
            try {
                Co::yield();
            } finally {
                echo "end of the inner one\n";
            }
        });
        throw new Exception('out');
    } catch (Exception $e) {
        echo $e->getMessage(), ' ', count(Co::getBackTrace()), "\n";
    }
});
Co::resume(Co::stats()['coroutine_last_cid']);
echo "end\n";
--EXPECT--
1 3 250
252 0
zy -10 700
ko -10 300
879 879 879 879 879 
101 134
destroyed
374250 -2 false
374250 -2 false
374250 -2 false
374250 -2 false
601 599
out 2
end of the inner one
end
