--TEST--
an event loop with timers, deferred callbacks, cancellation, timeouts and mutexes
--FILE--
<?php
class Cancelled extends Exception {}
class Loop {
    private static array $timers = []; private static array $micro = []; public static int $now = 0; private static int $id = 0; private static array $cancelled = [];
    static function defer(callable $c): void { self::$micro[] = $c; }
    static function delay(int $ms, callable $c): int { self::$timers[++self::$id] = [self::$now + $ms, self::$id, $c]; return self::$id; }
    static function cancel(int $id): void { unset(self::$timers[$id]); }
    static function run(): void {
        do {
            while (self::$micro) (array_shift(self::$micro))();
            if (!self::$timers) break;
            uasort(self::$timers, fn($a, $b) => [$a[0], $a[1]] <=> [$b[0], $b[1]]);
            [$at, $id, $c] = reset(self::$timers); unset(self::$timers[$id]);
            self::$now = $at; $c();
        } while (true);
    }
}
class Task {
    public Fiber $fiber; public mixed $result = null; public ?Throwable $error = null; public bool $done = false; private array $waiters = []; public ?Closure $onCancel = null; private static array $byFiber = [];
    function __construct(callable $f, mixed ...$args) { $this->fiber = new Fiber(function () use ($f, $args) { try { $this->result = $f(...$args); } catch (Throwable $e) { $this->error = $e; } $this->done = true; foreach ($this->waiters as $w) Loop::defer($w); unset(self::$byFiber[spl_object_id($this->fiber)]); }); self::$byFiber[spl_object_id($this->fiber)] = $this; Loop::defer(fn() => $this->fiber->start()); }
    static function current(): self { return self::$byFiber[spl_object_id(Fiber::getCurrent())]; }
    function await(): mixed { if (!$this->done) { $f = Fiber::getCurrent(); $this->waiters[] = fn() => $f->resume(); Fiber::suspend(); } return $this->error ? throw $this->error : $this->result; }
    function cancel(): void { if ($this->done) return; $c = $this->onCancel; $this->onCancel = null; if ($c) $c(); Loop::defer(fn() => $this->done || $this->fiber->throw(new Cancelled('cancelled'))); }
}
function delay(int $ms): void { $f = Fiber::getCurrent(); $t = Task::current(); $id = Loop::delay($ms, fn() => $f->resume()); $t->onCancel = fn() => Loop::cancel($id); Fiber::suspend(); $t->onCancel = null; }
function timeout(int $ms, callable $f): mixed { $t = new Task($f); $timer = Loop::delay($ms, fn() => $t->cancel()); try { return $t->await(); } catch (Cancelled) { throw new RuntimeException("timeout after $ms"); } finally { Loop::cancel($timer); } }
class Mutex { private bool $locked = false; private array $q = []; function sync(callable $f) { while ($this->locked) { $this->q[] = Fiber::getCurrent(); Fiber::suspend(); } $this->locked = true; try { return $f(); } finally { $this->locked = false; if ($w = array_shift($this->q)) Loop::defer(fn() => $w->resume()); } } }
function say($m) { printf("%4d %s\n", Loop::$now, $m); }
new Task(function () {
    $m = new Mutex; $balance = 100;
    $withdraw = fn($n, $ms) => $m->sync(function () use (&$balance, $n, $ms) { $b = $balance; delay($ms); if ($b < $n) throw new UnderflowException("only $b left"); $balance = $b - $n; say("withdrew $n"); return $balance; });
    $tasks = array_map(fn($x) => new Task($withdraw, ...$x), [[30, 50], [50, 10], [40, 5]]);
    foreach ($tasks as $i => $t) try { say("task $i: " . $t->await()); } catch (UnderflowException $e) { say("task $i failed: " . $e->getMessage()); }
    try { timeout(20, function () { try { delay(1000); } finally { say('cleanup'); } }); } catch (RuntimeException $e) { say($e->getMessage()); }
    say(timeout(50, function () { delay(10); return 'in time'; }));
    $t = new Task(function () { for ($i = 0; ; $i++) { try { delay(7); say("tick $i"); } catch (Cancelled $e) { say('stopping'); delay(3); return "stopped at $i"; } } });
    delay(25); $t->cancel(); say($t->await());
    $all = array_map(fn($ms) => new Task(function () use ($ms) { delay($ms); return $ms; }), [30, 10, 20]);
    say(json_encode(array_map(fn($t) => $t->await(), $all)));
});
Loop::run();
say('loop ends');
--EXPECT--
50 withdrew 30
  50 task 0: 70
  60 withdrew 50
  60 task 1: 50
  65 withdrew 40
  65 task 2: 60
  85 cleanup
  85 timeout after 20
  95 in time
 102 tick 0
 109 tick 1
 116 tick 2
 120 stopping
 123 stopped at 3
 153 [30,10,20]
 153 loop ends
