<?php
require __DIR__ . '/support/autoload.php';
psr4(['Revolt\\' => 'event-loop/src', 'Amp\\' => 'amp/src']);
files('amp/src/functions.php', 'amp/src/Future/functions.php', 'amp/src/Internal/functions.php');

use Amp\{CancelledException, CompositeException, DeferredCancellation, DeferredFuture, Future, TimeoutCancellation};
use Revolt\EventLoop;
use function Amp\{async, delay};

putenv('REVOLT_DRIVER=Revolt\EventLoop\Driver\StreamSelectDriver');
title('callbacks');
EventLoop::queue(function (...$a) { echo 'queued ' . implode(',', $a) . "\n"; }, 1, 2);
EventLoop::defer(function (string $id) { echo "deferred $id\n"; EventLoop::queue(function () { echo "queued in deferred\n"; }); });
EventLoop::delay(1, function () { echo "delay 20\n"; });
EventLoop::delay(0.4, function () { echo "delay 5\n"; });
$count = 0;
EventLoop::repeat(0.15, function (string $id) use (&$count) { echo 'repeat ', ++$count, "\n"; if ($count == 3) EventLoop::cancel($id); });
$off = EventLoop::delay(0.1, function () { echo "never\n"; });
EventLoop::disable($off);
EventLoop::unreference(EventLoop::delay(100, function () { echo "too late\n"; }));
EventLoop::run();
echo get_class(EventLoop::getDriver()), "\n";
show('identifiers', fn () => count(EventLoop::getIdentifiers()));
show('type', fn () => EventLoop::getType($off)->name . ' ' . var_export(EventLoop::isEnabled($off), true));
EventLoop::cancel($off);
show('enable unknown', fn () => EventLoop::enable('zz'));
title('suspension');
$suspension = EventLoop::getSuspension();
EventLoop::delay(0.002, function () use ($suspension) { $suspension->resume('woken'); });
echo $suspension->suspend(), "\n";
EventLoop::defer(function () use ($suspension) { $suspension->throw(new RuntimeException('thrown in')); });
show('throw', fn () => $suspension->suspend());
show('deadlock', fn () => EventLoop::getSuspension()->suspend());
EventLoop::queue(function () {
    $inner = EventLoop::getSuspension();
    EventLoop::defer(function () use ($inner) { $inner->resume('inner'); });
    echo $inner->suspend(), "\n";
});
EventLoop::run();
title('errors');
EventLoop::defer(fn () => throw new LogicException('from callback'));
show('uncaught', function () { EventLoop::run(); });
EventLoop::setErrorHandler(function (Throwable $e) { echo 'handler: ', get_class($e), ' ', $e->getMessage(), "\n"; });
EventLoop::defer(fn () => throw new LogicException('handled'));
EventLoop::run();
EventLoop::setErrorHandler(null);
title('futures');
$future = async(function (int $a, int $b) { delay(0.003); return $a + $b; }, 2, 3);
echo 'complete? ', var_export($future->isComplete(), true), "\n";
echo $future->await(), "\n";
$order = [];
$tasks = [];
foreach ([30, 10, 20] as $ms) {
    $tasks[$ms] = async(function () use ($ms, &$order) { delay($ms / 100); $order[] = $ms; return "t$ms"; });
}
print_r(Future\await($tasks));
echo implode(',', $order), "\n";
echo Future\awaitFirst([async(fn () => delay(1)), async(function () { delay(0.1); return 'first'; })]), "\n";
echo Future\awaitAny([async(fn () => throw new Exception('x')), async(function () { delay(0.004); return 'any'; })]), "\n";
[$errors, $values] = Future\awaitAll(['a' => async(fn () => 1), 'b' => async(fn () => throw new Exception('no b'))]);
echo json_encode($values), ' ', $errors['b']->getMessage(), "\n";
print_r(Future\awaitAnyN(2, [async(fn () => 'n1'), async(fn () => 'n2'), async(fn () => delay(0.3))]));
show('all fail', fn () => Future\awaitAny([async(fn () => throw new Exception('1')), async(fn () => throw new Exception('2'))]));
$deferred = new DeferredFuture();
EventLoop::delay(0.001, fn () => $deferred->complete('deferred value'));
echo $deferred->getFuture()->map(strtoupper(...))->await(), "\n";
show('catch', fn () => async(fn () => throw new DomainException('c'))->catch(fn ($e) => 'caught ' . $e->getMessage())->await());
show('finally', fn () => async(fn () => 'v')->finally(function () { echo "finally\n"; })->await());
show('complete twice', fn () => $deferred->complete('again'));
show('error', fn () => Future::error(new RangeException('r'))->await());
title('cancellation');
$source = new DeferredCancellation();
$waiting = async(function () use ($source) { delay(5, true, $source->getCancellation()); });
EventLoop::delay(0.002, fn () => $source->cancel(new Exception('why')));
try { $waiting->await(); } catch (CancelledException $e) { echo get_class($e), ': ', $e->getMessage(), ' / ', $e->getPrevious()->getMessage(), "\n"; }
show('timeout', fn () => async(fn () => delay(5))->await(new TimeoutCancellation(0.003, 'too slow')));
var_dump($source->isCancelled());
show('throw if requested', fn () => $source->getCancellation()->throwIfRequested());
title('generators in fibers');
$producer = function () { foreach (range(1, 3) as $i) { delay(0.001); yield $i; } };
$all = async(function () use ($producer) { foreach ($producer() as $i) echo "got $i\n"; return 'end'; });
$other = async(function () { for ($i = 0; $i < 3; $i++) { delay(0.0011); } return 'other end'; });
echo implode(' ', Future\await([$all, $other])), "\n";
title('fiber local');
$local = new EventLoop\FiberLocal(fn () => 'initial');
$local->set('main');
echo async(function () use ($local) { $was = $local->get(); $local->set('task'); delay(0.001); return $was . ' ' . $local->get(); })->await(), ' ', $local->get(), "\n";
title('weak');
class Ticker { public int $n = 0; public function tick(): void { $this->n++; } public function __destruct() { echo "ticker gone\n"; } }
$ticker = new Ticker();
$closure = Amp\weakClosure(function () { return $this->n; });
$id = EventLoop::repeat(0.001, Amp\weakClosure(fn () => 0));
EventLoop::cancel($id);
unset($ticker);
title('many');
$sum = 0;
foreach (Future\await(array_map(fn ($i) => async(function () use ($i) { delay(0.0001 * ($i % 7)); return $i; }), range(1, 300))) as $v) { $sum += $v; }
echo $sum, "\n";
echo strlen(EventLoop::getDriver()::class), ' ', EventLoop::getDriver()->isRunning() ? 'running' : 'stopped', "\n";
