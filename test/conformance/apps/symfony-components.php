<?php
require __DIR__ . '/support/autoload.php';
psr4(['Symfony\\Component\\ExpressionLanguage\\' => 'symfony-expression-language', 'Symfony\\Component\\EventDispatcher\\' => 'symfony-event-dispatcher', 'Symfony\\Contracts\\EventDispatcher\\' => 'symfony-contracts/EventDispatcher', 'Symfony\\Contracts\\Cache\\' => 'symfony-contracts/Cache', 'Symfony\\Contracts\\Service\\' => 'symfony-contracts/Service', 'Psr\\EventDispatcher\\' => 'psr-event-dispatcher/src', 'Psr\\Container\\' => 'psr-container/src', 'Symfony\\Component\\String\\' => 'symfony-string']);

use Symfony\Component\EventDispatcher\{EventDispatcher, EventSubscriberInterface, GenericEvent, ImmutableEventDispatcher};
use Symfony\Component\ExpressionLanguage\{ExpressionFunction, ExpressionLanguage, Lexer};

eval('namespace Psr\Cache; interface CacheItemInterface { public function getKey(): string; public function get(): mixed; public function isHit(): bool; public function set(mixed $v): static; public function expiresAt($e): static; public function expiresAfter($t): static; } interface CacheItemPoolInterface { public function getItem(string $k); public function save(CacheItemInterface $i); }');
class Item implements Psr\Cache\CacheItemInterface { public $v; public function __construct(private string $k) {} public function getKey(): string { return $this->k; } public function get(): mixed { return $this->v; } public function isHit(): bool { return $this->v !== null; } public function set(mixed $v): static { $this->v = $v; return $this; } public function expiresAt($e): static { return $this; } public function expiresAfter($t): static { return $this; } }
class Pool implements Psr\Cache\CacheItemPoolInterface { public array $items = []; public function getItem(string $k) { return $this->items[$k] ??= new Item($k); } public function save(Psr\Cache\CacheItemInterface $i) { return true; } }
class Book { public $title = 'T'; public $tags = ['x' => ['y' => 5]]; public ?Book $next = null; public function price($n = 2) { return $n * 1.5; } }

title('expressions');
$pool = new Pool();
$language = new ExpressionLanguage($pool);
$language->register('lower', fn ($s) => "strtolower($s)", fn ($values, $s) => strtolower($s));
$language->addFunction(ExpressionFunction::fromPhp('strtoupper', 'up'));
$values = ['a' => 5, 'b' => 3, 's' => 'Hello', 'list' => [1, 2, 3], 'map' => ['k' => 'v', 'n' => ['m' => 1]], 'book' => new Book(), 'nil' => null, 't' => true];
foreach (['1 + 2 * 3', '(1 + 2) * 3', 'a + b', 'a ** 2 ** 1', 'a % b', '-a', '+a', 'a / 2', 'a > b and t', 'a < b or not t', '!t || a == 5', 'a === 5', 'a !== "5"', 's ~ " " ~ a', 's matches "/^H/"', 's starts with "He"', 's ends with "lo"', 's contains "ell"', 'a in list', 'a not in list', '1..4', 'map.k', 'map["k"]', 'map["n"]["m"]', 'book.title', 'book.price(3)', 'book.tags["x"]["y"]', 'book.next?.title', 'book.next?.price(1)', 'nil ?? "default"', 'map["zz"] ?? a', 't ? "yes" : "no"', 'nil ?: "elvis"', 'a ?: 1', 'lower(s)', 'up(s)', 'constant("PHP_INT_SIZE")', '[1, a, "x"]', '{k: 1, "l": a, (s): 3}', 'a & 1', 'a | 8', 'a ^ 1', '"it\'s" ~ \'q"\'', '1.5e3', '1_000', 'null', 'true and false', 'a <=> b', 'list[0] + list[2]', 'a > 1 ? b > 1 ? "x" : "y" : "z"', 'not (a > b)', 'a == 5 && (b == 3 || s == "x")'] as $expression) {
    show("eval $expression", fn () => $language->evaluate($expression, $values));
    show("     compiled", fn () => $language->compile($expression, array_keys($values)));
}
foreach (['a +', '(a', 'a b', 'nofn()', 'unknownvar', '"abc', 'a.', 'map["k"', '[1,', '{1', 'a ? b', 'book.nothing()', 'book.nope', 'list.x', 'a @ b', '}', 'lower', 's matches "/("', 'a / 0', 'a % 0', '1 in a'] as $bad) {
    show("bad $bad", fn () => $language->evaluate($bad, $values));
}
show('lint', fn () => $language->lint('a + c', ['a']));
echo (new Lexer())->tokenize('a.b + "x"(1) in [1..2]'), "\n";
print_r($language->parse('a > 1 ? book.price(a) : map["k"] ~ 1', array_keys($values))->getNodes()->toArray());
echo $language->parse('a + b.c(1)', ['a', 'b'])->getNodes()->dump(), "\n", $language->parse('1 + a', ['a'])->getNodes(), "\n", count($pool->items), "\n";
$parsed = unserialize(serialize($language->parse('a * 2', ['a'])));
echo $language->evaluate($parsed, ['a' => 21]), "\n";
title('events');
class Subscriber implements EventSubscriberInterface
{
    public static function getSubscribedEvents(): array { return ['one' => 'first', 'two' => ['second', 5], 'three' => [['third'], ['first', -5], ['second', 10]]]; }
    public function first($e, $name) { echo "first $name\n"; }
    public function second($e, $name) { echo "second $name\n"; }
    public function third($e, $name, $dispatcher) { echo "third $name ", get_class($dispatcher), "\n"; }
}
$dispatcher = new EventDispatcher();
$dispatcher->addSubscriber($subscriber = new Subscriber());
$dispatcher->addListener('one', function ($e) { echo "closure low\n"; }, -10);
$dispatcher->addListener('one', $stop = function (GenericEvent $e) { echo "closure high {$e['k']}\n"; $e['k'] = 'changed'; if ($e->getSubject() === 'stop') $e->stopPropagation(); }, 10);
$dispatcher->addListener('one', [fn () => new class { public function lazy($e) { echo "lazy\n"; } }, 'lazy'], 3);
foreach (['go', 'stop'] as $subject) {
    $event = $dispatcher->dispatch(new GenericEvent($subject, ['k' => 'v']), 'one');
    echo json_encode($event->getArguments()), "\n";
}
$dispatcher->dispatch(new GenericEvent(), 'three');
show('priority', fn () => [$dispatcher->getListenerPriority('one', $stop), $dispatcher->hasListeners('none'), $dispatcher->hasListeners(), array_map('count', $dispatcher->getListeners())]);
$dispatcher->removeListener('one', $stop);
$dispatcher->removeSubscriber($subscriber);
show('left', fn () => array_map('count', $dispatcher->getListeners()));
$dispatcher->addListener(GenericEvent::class, fn ($e, $n) => print("by class $n\n"));
$dispatcher->dispatch(new GenericEvent('x'));
show('immutable', fn () => (new ImmutableEventDispatcher($dispatcher))->addListener('x', 'y'));
show('argument', fn () => (new GenericEvent())->getArgument('none'));
foreach (new GenericEvent(null, ['a' => 1, 'b' => 2]) as $k => $v) echo "$k$v";
echo "\n";
