--TEST--
a round-robin scheduler with sleeping tasks on a virtual clock
--FILE--
<?php
final class Scheduler {
    private SplQueue $ready;
    private SplPriorityQueue $sleeping;
    private int $now = 0;
    private int $seq = PHP_INT_MAX;
    private array $joiners = [];
    public function __construct() { $this->ready = new SplQueue; $this->sleeping = new SplPriorityQueue; $this->sleeping->setExtractFlags(SplPriorityQueue::EXTR_BOTH); }
    public function spawn(string $name, callable $fn, mixed ...$args): Fiber {
        $fiber = new Fiber($fn);
        $this->ready->enqueue([$name, $fiber, fn() => $fiber->start(...$args)]);
        return $fiber;
    }
    public static function sleep(int $ms): int { return Fiber::suspend(['sleep', $ms]); }
    public static function join(Fiber $other): mixed { return Fiber::suspend(['join', $other]); }
    public static function pass(): void { Fiber::suspend(['pass']); }
    public function run(): void {
        while (true) {
            while (!$this->ready->isEmpty()) {
                [$name, $fiber, $step] = $this->ready->dequeue();
                try {
                    $request = $step();
                } catch (Throwable $e) {
                    printf("%5d %s died: %s\n", $this->now, $name, $e->getMessage());
                    $this->wake($fiber, null);
                    continue;
                }
                if ($fiber->isTerminated()) {
                    printf("%5d %s returned %s\n", $this->now, $name, var_export($fiber->getReturn(), true));
                    $this->wake($fiber, $fiber->getReturn());
                    continue;
                }
                match ($request[0]) {
                    'pass' => $this->ready->enqueue([$name, $fiber, fn() => $fiber->resume()]),
                    'sleep' => $this->sleeping->insert([$name, $fiber, $this->now + $request[1]], [-($this->now + $request[1]), $this->seq--]),
                    'join' => $request[1]->isTerminated()
                        ? $this->ready->enqueue([$name, $fiber, fn() => $fiber->resume($request[1]->getReturn())])
                        : $this->joiners[spl_object_id($request[1])][] = [$name, $fiber],
                };
            }
            if ($this->sleeping->isEmpty()) break;
            [$name, $fiber, $at] = $this->sleeping->extract()['data'];
            $this->now = $at;
            $this->ready->enqueue([$name, $fiber, fn() => $fiber->resume($at)]);
        }
    }
    private function wake(Fiber $fiber, mixed $value): void {
        foreach ($this->joiners[spl_object_id($fiber)] ?? [] as [$name, $waiter]) $this->ready->enqueue([$name, $waiter, fn() => $waiter->resume($value)]);
        unset($this->joiners[spl_object_id($fiber)]);
    }
}
$s = new Scheduler;
$slow = $s->spawn('slow', function (int $n) { for ($i = 1; $i <= $n; $i++) { $t = Scheduler::sleep(100); echo "      slow tick $i at $t\n"; } return $n * 10; }, 3);
$s->spawn('fast', function () { for ($i = 1; $i <= 4; $i++) { Scheduler::sleep(30); echo "      fast tick $i\n"; } });
$s->spawn('joiner', fn() => 'slow said ' . Scheduler::join($slow));
$s->spawn('thrower', function () { Scheduler::pass(); throw new LogicException('oops'); });
$s->spawn('parent', function () use ($s) {
    $kids = [];
    foreach ([3, 1, 2] as $n) $kids[] = $s->spawn("kid$n", function () use ($n) { Scheduler::sleep($n * 10); return $n ** 2; });
    return array_sum(array_map(fn($k) => Scheduler::join($k), $kids));
});
$s->run();
--EXPECT--
0 thrower died: oops
   10 kid1 returned 1
   20 kid2 returned 4
      fast tick 1
   30 kid3 returned 9
   30 parent returned 14
      fast tick 2
      fast tick 3
      slow tick 1 at 100
      fast tick 4
  120 fast returned NULL
      slow tick 2 at 200
      slow tick 3 at 300
  300 slow returned 30
  300 joiner returned 'slow said 30'
