--TEST--
ArrayAccess and Iterator of user code under compiled code: exceptions, destructors, suspension, wrong keys
--FILE--
<?php
class Noise { public function __construct(private string $n) {} public function __destruct() { echo "~{$this->n} "; } }
class Store implements ArrayAccess
{
    private array $d = [];
    public function offsetExists(mixed $o): bool { return isset($this->d[$o]); }
    public function offsetGet(mixed $o): mixed {
        if ($o === 'throw') throw new OutOfRangeException('get');
        if ($o === 'fiber') return Fiber::suspend('in get');
        if ($o === 'noise') return new Noise('get');
        return $this->d[$o] ?? null;
    }
    public function offsetSet(mixed $o, mixed $v): void {
        if ($v === 'throw') throw new OutOfRangeException('set');
        $tmp = $v === 'noise' ? new Noise('set') : null;
        if ($o === null) $this->d[] = $v; else $this->d[$o] = $v;
    }
    public function offsetUnset(mixed $o): void { unset($this->d[$o]); }
}
class Count5 implements Iterator
{
    private int $i = 0;
    public function __construct(private int $n, private string $mode = '') {}
    public function current(): mixed {
        if ($this->mode === 'fiber') Fiber::suspend("current {$this->i}");
        if ($this->mode === 'throw' && $this->i === 3) throw new LogicException('current');
        return $this->mode === 'noise' ? new Noise("c{$this->i}") : $this->i * 10;
    }
    public function key(): mixed { if ($this->mode === 'key' && $this->i === 2) throw new LogicException('key'); return "k{$this->i}"; }
    public function next(): void { $n = $this->mode === 'noise' ? new Noise("n{$this->i}") : 0; $this->i++; }
    public function rewind(): void { $this->i = 0; }
    public function valid(): bool { return $this->i < $this->n; }
}
function sum(iterable $it): int { $s = 0; foreach ($it as $k => $v) { $s += is_int($v) ? $v + strlen($k) : 1; } return $s; }
function values(iterable $it): int { $s = 0; foreach ($it as $v) { if ($v === 20) continue; $s += is_int($v) ? $v : 1; if ($s > 90) break; } return $s; }
function use1(Store $a, $i) { $a['x'] = $i; $a[] = $i; $b = ($a['x'] = $i + 1); return $a['x'] + $b + (isset($a['x']) ? 1 : 0) + (isset($a['nope']) ? 100 : 0) + (empty($a['x']) ? 1000 : 0) + ($a['q'] ?? 7); }
$total = 0;
for ($round = 0; $round < 400; $round++) {
    $a = new Store;
    $total += use1($a, $round) + sum(new Count5(5)) + values(new Count5(12)) + sum(new Count5(0));
    foreach (['throw', 'key'] as $mode) {
        try { $total += sum(new Count5(5, $mode)); } catch (LogicException $e) { $total += strlen($e->getMessage() . count($e->getTrace())); }
    }
    try { $total += $a['throw']; } catch (OutOfRangeException $e) { $total += strlen($e->getMessage()); }
    try { $a['y'] = 'throw'; } catch (OutOfRangeException $e) { $total += strlen($e->getMessage()); }
    if ($round % 130 === 129) {
        $a['n'] = 'noise'; $a['noise']; $n = $a['noise']; $n = null;
        echo sum(new Count5(3, 'noise')), values(new Count5(2, 'noise')), "\n";
        $f = new Fiber(function () use ($a) { $v = $a['fiber']; echo "[$v]"; return sum(new Count5(3, 'fiber')) . isset($a['x']); });
        for ($x = $f->start(); !$f->isTerminated(); $x = $f->resume('resumed')) echo $x, ' ';
        echo $f->getReturn(), "\n";
        set_error_handler(function ($n, $m) { echo "[$m]"; return true; });
        var_dump(@$a[$undefined], isset($a[$undefined2])); $a['z'] = $undefined3; restore_error_handler();
        try { $t = [...new Count5(4, 'throw')]; } catch (Exception $e) { echo get_class($e), "\n"; }
        foreach (new Count5(2) as $k => [$p]) var_dump($p);
    }
}
echo $total, "\n";
--EXPECT--
~set ~get ~get ~n0 ~c0 ~n1 ~c1 ~n2 ~c2 3~n0 ~c0 ~n1 ~c1 2
in get [resumed]current 0 current 1 current 2 361
[Undefined variable $undefined][Undefined variable $undefined2]NULL
bool(false)
[Undefined variable $undefined3]LogicException
NULL
NULL
~set ~get ~get ~n0 ~c0 ~n1 ~c1 ~n2 ~c2 3~n0 ~c0 ~n1 ~c1 2
in get [resumed]current 0 current 1 current 2 361
[Undefined variable $undefined][Undefined variable $undefined2]NULL
bool(false)
[Undefined variable $undefined3]LogicException
NULL
NULL
~set ~get ~get ~n0 ~c0 ~n1 ~c1 ~n2 ~c2 3~n0 ~c0 ~n1 ~c1 2
in get [resumed]current 0 current 1 current 2 361
[Undefined variable $undefined][Undefined variable $undefined2]NULL
bool(false)
[Undefined variable $undefined3]LogicException
NULL
NULL
266800
