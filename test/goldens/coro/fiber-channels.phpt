--TEST--
buffered and unbuffered channels, producers and consumers, closing
--FILE--
<?php
class Closed extends Exception {}
class Loop {
    public static array $queue = [];
    static function go(callable $f): void { $fiber = new Fiber($f); self::$queue[] = fn() => $fiber->start(); }
    static function run(): void { while (self::$queue) (array_shift(self::$queue))(); }
}
class Channel {
    private array $buffer = [], $receivers = [], $senders = [];
    private bool $closed = false;
    function __construct(private int $capacity = 0) {}
    function send(mixed $v): void {
        if ($this->closed) throw new Closed('send on closed channel');
        if ($this->receivers) { $r = array_shift($this->receivers); Loop::$queue[] = fn() => $r->resume([true, $v]); return; }
        if (count($this->buffer) < $this->capacity) { $this->buffer[] = $v; return; }
        $this->senders[] = [Fiber::getCurrent(), $v];
        Fiber::suspend();
    }
    function receive(): array {
        if ($this->buffer) {
            $v = array_shift($this->buffer);
            if ($this->senders) { [$s, $w] = array_shift($this->senders); $this->buffer[] = $w; Loop::$queue[] = fn() => $s->resume(); }
            return [true, $v];
        }
        if ($this->senders) { [$s, $v] = array_shift($this->senders); Loop::$queue[] = fn() => $s->resume(); return [true, $v]; }
        if ($this->closed) return [false, null];
        $this->receivers[] = Fiber::getCurrent();
        return Fiber::suspend();
    }
    function close(): void {
        $this->closed = true;
        foreach ($this->receivers as $r) Loop::$queue[] = fn() => $r->resume([false, null]);
        foreach ($this->senders as [$s]) Loop::$queue[] = fn() => $s->throw(new Closed('closed while sending'));
        $this->receivers = $this->senders = [];
    }
    function each(): Generator { while (([$ok, $v] = $this->receive()) && $ok) yield $v; }
}
foreach ([0, 1, 3] as $capacity) {
    echo "capacity $capacity\n";
    $c = new Channel($capacity); $done = new Channel;
    Loop::go(function () use ($c) { foreach (range(1, 5) as $i) { echo "  send $i\n"; $c->send($i); } $c->close(); echo "  producer ends\n"; });
    foreach (['a', 'b'] as $name) Loop::go(function () use ($c, $name, $done) { $sum = 0; foreach ($c->each() as $v) { echo "  $name got $v\n"; $sum += $v; } $done->send("$name=$sum"); });
    Loop::go(function () use ($done) { echo '  ', implode(' ', [$done->receive()[1], $done->receive()[1]]), "\n"; });
    Loop::run();
}
$c = new Channel;
Loop::go(function () use ($c) { try { $c->send(1); } catch (Closed $e) { echo $e->getMessage(), "\n"; } try { $c->send(2); } catch (Closed $e) { echo $e->getMessage(), "\n"; } });
Loop::go(fn() => $c->close());
Loop::run();
// a sieve of Eratosthenes: a chain of fibers
Loop::go(function () {
    $source = new Channel;
    Loop::go(function () use ($source) { for ($i = 2; $i < 60; $i++) $source->send($i); $source->close(); });
    $primes = [];
    while (([$ok, $p] = $source->receive()) && $ok) {
        $primes[] = $p;
        $next = new Channel;
        Loop::go(function () use ($source, $next, $p) { foreach ($source->each() as $n) if ($n % $p) $next->send($n); $next->close(); });
        $source = $next;
    }
    echo implode(' ', $primes), "\n";
});
Loop::run();
--EXPECT--
capacity 0
  send 1
  a got 1
    send 2
  send 3
  send 4
  a got 2
  a got 4
  b got 3
  send 5
  producer ends
  a got 5
a=12 b=3
capacity 1
  send 1
  send 2
  a got 1
  a got 2
    send 3
  send 4
  send 5
  producer ends
  a got 3
  a got 5
  b got 4
a=11 b=4
capacity 3
  send 1
  send 2
  send 3
  send 4
  a got 1
  a got 2
  a got 3
  a got 4
    send 5
  producer ends
  a got 5
a=15 b=0
closed while sending
send on closed channel
2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59
