<?php
require __DIR__ . '/support/autoload.php';
psr4(['GuzzleHttp\\Promise\\' => 'guzzle-promises/src']);

use GuzzleHttp\Promise\{AggregateException, CancellationException, Coroutine, Create, Each, EachPromise, FulfilledPromise, Is, Promise, RejectedPromise, RejectionException, TaskQueue, Utils};

$run = fn () => Utils::queue()->run();
title('chains');
$promise = new Promise();
$promise->then(function ($v) { echo "1: $v\n"; return $v + 1; })
    ->then(function ($v) { echo "2: $v\n"; throw new RuntimeException("bad $v"); })
    ->then(fn () => print("never\n"), function ($e) { echo '3: ', $e->getMessage(), "\n"; return 'recovered'; })
    ->then(function ($v) { echo "4: $v\n"; return new RejectedPromise('reason'); })
    ->otherwise(function ($r) { echo "5: $r\n"; return Create::promiseFor('x'); })
    ->then(function ($v) { echo "6: $v\n"; });
echo $promise->getState(), "\n";
$promise->resolve(1);
echo "resolved\n";
$run();
echo $promise->getState(), "\n";
show('twice same', fn () => $promise->resolve(1));
show('twice other', fn () => $promise->resolve(2));
show('reject after', fn () => $promise->reject('no'));
title('wait');
$waiting = new Promise(function () use (&$waiting) { echo "waiting\n"; $waiting->resolve('done'); });
echo $waiting->wait(), "\n";
show('no wait function', fn () => (new Promise())->wait());
show('rejected', fn () => (new RejectedPromise('foo'))->wait());
show('rejected exception', fn () => (new RejectedPromise(new DomainException('mine')))->wait());
show('rejected object', fn () => (new RejectedPromise(new ArrayObject([1])))->wait());
show('rejected array', fn () => (new RejectedPromise(['a' => 1]))->wait());
show('no unwrap', fn () => (new RejectedPromise('x'))->wait(false));
show('wait function throws', fn () => (new Promise(fn () => throw new Exception('w')))->wait());
$a = new Promise(function () use (&$a) { echo "a\n"; $a->resolve('A'); });
$b = new Promise(function () use (&$b) { echo "b\n"; $b->resolve('B'); });
echo $a->then(fn ($v) => $b->then(fn ($w) => $v . $w))->wait(), "\n";
title('cancel');
$cancelled = new Promise(null, function () { echo "cancel called\n"; });
$child = $cancelled->then(fn () => 1);
$child->cancel();
echo $cancelled->getState(), ' ', $child->getState(), "\n";
show('wait on cancelled', fn () => $cancelled->wait());
$resolving = new Promise(null, function () use (&$resolving) { $resolving->resolve('in cancel'); });
$resolving->cancel();
echo $resolving->wait(), "\n";
title('utils');
print_r(Utils::unwrap(['a' => new FulfilledPromise('a'), 'b' => new FulfilledPromise('b')]));
show('unwrap rejected', fn () => Utils::unwrap([new FulfilledPromise(1), new RejectedPromise('no')]));
print_r(Utils::all(['x' => new FulfilledPromise(1), 'y' => new FulfilledPromise(2)])->wait());
print_r(Utils::some(2, [new RejectedPromise('r'), new FulfilledPromise(1), new FulfilledPromise(2)])->wait());
show('some', fn () => Utils::some(2, [new RejectedPromise('bad'), new FulfilledPromise(1)])->wait());
show('any', fn () => Utils::any([new RejectedPromise('bad'), new FulfilledPromise(1)])->wait());
print_r(Utils::settle(['ok' => new FulfilledPromise(1), 'no' => new RejectedPromise('r')])->wait());
print_r(Utils::inspect(new RejectedPromise(new Exception('e')))['state']);
var_dump(Is::pending(new Promise()), Is::settled(new FulfilledPromise(1)), Is::rejected(new RejectedPromise(1)), Is::fulfilled(new FulfilledPromise(null)));
show('task', fn () => Utils::task(fn () => 'task result')->wait());
title('each');
$pending = [];
foreach (range(1, 6) as $i) {
    $pending[$i] = new Promise(function () use (&$pending, $i) { echo "run $i\n"; $i == 4 ? $pending[$i]->reject("no $i") : $pending[$i]->resolve($i * 10); });
}
Each::ofLimit($pending, 2, function ($v, $k, $all) { echo "ok $k $v ", $all->getState(), "\n"; }, function ($r, $k) { echo "fail $k $r\n"; })->wait();
$each = new EachPromise((function () { foreach (['p', 'q', 'r'] as $x) { echo "yield $x\n"; yield $x => Create::promiseFor($x); } })(), [
    'concurrency' => fn ($pending) => $pending === 0 ? 1 : 2, 'fulfilled' => function ($v, $i, $p) { echo "each $i $v\n"; if ($v == 'q') $p->resolve('early'); }]);
show('each', fn () => $each->promise()->wait());
title('coroutine');
$coroutine = Coroutine::of(function () {
    $x = yield new FulfilledPromise('one');
    echo "got $x\n";
    try {
        yield new RejectedPromise('two');
    } catch (RejectionException $e) {
        echo 'caught ', $e->getMessage(), ' ', $e->getReason(), "\n";
    }
    $y = yield Utils::all([Create::promiseFor(1), Create::promiseFor(2)]);
    yield array_sum($y);
});
show('coroutine', fn () => $coroutine->wait());
show('failing', fn () => Coroutine::of(function () { yield 1; throw new LogicException('inside'); })->wait());
title('queue');
$queue = new TaskQueue(false);
$queue->add(function () use ($queue) { echo "t1\n"; $queue->add(fn () => print("t3\n")); });
$queue->add(fn () => print("t2\n"));
var_dump($queue->isEmpty());
$queue->run();
var_dump($queue->isEmpty());
title('aggregates');
$error = new AggregateException('many', ['a', 'b']);
echo $error->getMessage(), ' ', json_encode($error->getReason()), "\n";
show('fulfilled with promise', fn () => new FulfilledPromise(new Promise()));
show('resolve itself', function () { $p = new Promise(); $p->resolve($p); });
title('deep');
$p = $first = new Promise();
for ($i = 0; $i < 3000; $i++) { $p = $p->then(fn ($v) => $v + 1); }
$first->resolve(0);
echo $p->wait(), "\n";
$p = new Promise();
$first = $p;
for ($i = 0; $i < 500; $i++) { $p = new Promise(function () use (&$p) {}); $first->then([$p, 'resolve']); }
echo get_class(Create::iterFor([1])), ' ', get_class(Create::exceptionFor('x')), ' ', Create::rejectionFor('z')->getState(), "\n";
