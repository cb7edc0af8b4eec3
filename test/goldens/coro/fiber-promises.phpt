--TEST--
promises and async/await with all, race, any, rejection and finally
--FILE--
<?php
enum State { case Pending; case Fulfilled; case Rejected; }
class Rejection extends Exception { function __construct(public readonly array $errors) { parent::__construct('all rejected'); } }
final class Promise {
    private State $state = State::Pending;
    private mixed $value = null;
    private array $waiting = [];
    static array $ticks = [];
    function resolve(mixed $v): void { $this->settle(State::Fulfilled, $v); }
    function reject(Throwable $e): void { $this->settle(State::Rejected, $e); }
    private function settle(State $s, mixed $v): void {
        if ($this->state !== State::Pending) return;
        [$this->state, $this->value] = [$s, $v];
        foreach ($this->waiting as $w) self::$ticks[] = $w;
        $this->waiting = [];
    }
    function then(callable $ok, ?callable $fail = null): static {
        $p = new static;
        $step = function () use ($ok, $fail, $p) {
            try {
                if ($this->state === State::Fulfilled) $p->resolve($ok($this->value));
                elseif ($fail) $p->resolve($fail($this->value));
                else $p->reject($this->value);
            } catch (Throwable $e) { $p->reject($e); }
        };
        if ($this->state === State::Pending) $this->waiting[] = $step; else self::$ticks[] = $step;
        return $p;
    }
    static function all(array $ps): static {
        $all = new static; $values = []; $left = count($ps);
        foreach ($ps as $k => $p) { $values[$k] = null; $p->then(function ($v) use (&$values, &$left, $k, $all) { $values[$k] = $v; if (--$left === 0) $all->resolve($values); }, fn($e) => $all->reject($e)); }
        return $all;
    }
    static function race(array $ps): static { $r = new static; foreach ($ps as $p) $p->then($r->resolve(...), $r->reject(...)); return $r; }
    static function any(array $ps): static { $r = new static; $errors = []; $n = count($ps); foreach ($ps as $k => $p) $p->then($r->resolve(...), function ($e) use (&$errors, $k, $r, $n) { $errors[$k] = $e->getMessage(); if (count($errors) === $n) { ksort($errors); $r->reject(new Rejection($errors)); } }); return $r; }
    static function run(): void { while (self::$ticks) (array_shift(self::$ticks))(); }
}
function async(callable $f): Promise {
    $p = new Promise;
    $fiber = new Fiber(function () use ($f, $p) { try { $p->resolve($f()); } catch (Throwable $e) { $p->reject($e); } });
    Promise::$ticks[] = fn() => $fiber->start();
    return $p;
}
function await(Promise $p): mixed {
    $fiber = Fiber::getCurrent();
    $p->then(fn($v) => $fiber->resume($v), fn($e) => $fiber->throw($e));
    return Fiber::suspend();
}
function later(int $turns, mixed $v): Promise { $p = new Promise; $tick = function () use (&$tick, &$turns, $p, $v) { if (--$turns <= 0) { $v instanceof Throwable ? $p->reject($v) : $p->resolve($v); $tick = null; } else Promise::$ticks[] = $tick; }; Promise::$ticks[] = $tick; return $p; }
async(function () {
    echo 'plain ', await(later(1, 'one')), "\n";
    echo 'all ', json_encode(await(Promise::all(['x' => later(5, 'slow'), 'y' => later(2, 'quick')]))), "\n";
    echo 'race ', await(Promise::race([later(9, 'tortoise'), later(3, 'hare')])), "\n";
    try { await(later(2, new DomainException('bad'))); } catch (DomainException $e) { echo 'caught ', $e->getMessage(), "\n"; } finally { echo "finally ", await(later(2, 'awaits too')), "\n"; }
    echo 'any ', await(Promise::any([later(1, new Exception('e1')), later(4, 'v')])), "\n";
    try { await(Promise::any([later(3, new Exception('e1')), later(1, new Exception('e2'))])); } catch (Rejection $e) { echo json_encode($e->errors), "\n"; }
    $fib = function (int $n) use (&$fib): int { return $n < 2 ? $n : await(async(fn() => $fib($n - 1))) + await(async(fn() => $fib($n - 2))); };
    echo 'fib ', $fib(10), "\n";
    $nested = await(async(fn() => async(fn() => 'inner promise')));
    echo get_class($nested), ' ', await($nested), "\n";
    echo await(later(1, 2)->then(fn($v) => $v * 21)), "\n";
    return 'all done';
})->then(fn($v) => print("$v\n"), fn($e) => print('failed ' . $e->getMessage() . "\n"));
Promise::run();
--EXPECT--
plain one
all {"x":"slow","y":"quick"}
race hare
caught bad
finally awaits too
any v
["e1","e2"]
fib 55
Promise inner promise
42
all done
