--TEST--
actors with mailboxes, supervision and restarts
--FILE--
<?php
abstract class Actor {
    private SplQueue $mail;
    public Fiber $fiber;
    public int $restarts = 0;
    public function __construct(protected System $system, public readonly string $name) { $this->mail = new SplQueue; $this->boot(); }
    public function boot(): void { $this->fiber = new Fiber($this->run(...)); $this->fiber->start(); }
    public function tell(mixed $message, ?Actor $from = null): static { $this->mail->enqueue([$message, $from]); $this->system->schedule($this); return $this; }
    public function pump(): void {
        while (!$this->mail->isEmpty() && $this->fiber->isSuspended()) $this->fiber->resume($this->mail->dequeue());
    }
    protected function receive(): array { return Fiber::suspend($this); }
    abstract protected function run(): void;
}
class System {
    private array $ready = [];
    public array $log = [];
    public function schedule(Actor $a): void { $this->ready[$a->name] = $a; }
    public function run(): void {
        while ($this->ready) {
            $a = array_shift($this->ready);
            try { $a->pump(); }
            catch (Throwable $e) {
                $this->log[] = sprintf('%s crashed: %s', $a->name, $e->getMessage());
                if (++$a->restarts <= 2) { $a->boot(); $this->schedule($a); } else $this->log[] = "$a->name given up";
            }
        }
    }
}
class Counter extends Actor {
    protected function run(): void {
        $n = 0;
        while (true) {
            [$m, $from] = $this->receive();
            match (true) {
                is_int($m) => $n += $m,
                $m === 'get' => $from->tell("$this->name is $n"),
                $m === 'crash' => throw new RuntimeException("at $n"),
                $m === 'stop' => throw new LogicException('stopped'),
            };
        }
    }
}
class Printer extends Actor {
    protected function run(): void { while (true) { [$m] = $this->receive(); echo "print: $m\n"; } }
}
$s = new System;
$p = new Printer($s, 'printer');
$c = new Counter($s, 'counter');
$c->tell(5)->tell(7)->tell('get', $p)->tell('crash')->tell(1)->tell('get', $p)->tell(1.5)->tell('get', $p)->tell('stop')->tell('get', $p);
$s->run();
print_r($s->log);
echo $c->restarts, ' ', $c->fiber->isTerminated() ? 'dead' : 'alive', "\n";
// a ring of actors passes a token
class Node extends Actor { public ?Node $next = null; protected function run(): void { while (true) { [$t] = $this->receive(); if ($t === 0) echo "token ends at $this->name\n"; else $this->next->tell($t - 1); } } }
$nodes = array_map(fn($i) => new Node($s, "n$i"), range(0, 6));
foreach ($nodes as $i => $n) $n->next = $nodes[($i + 1) % 7];
$nodes[0]->tell(1000);
$s->run();
--EXPECT--
print: counter is 12
print: counter is 1
print: counter is 0
Array
(
    [0] => counter crashed: at 12
    [1] => counter crashed: Unhandled match case true
    [2] => counter crashed: stopped
    [3] => counter given up
)
3 dead
token ends at n6
