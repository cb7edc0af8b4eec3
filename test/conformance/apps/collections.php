<?php
require __DIR__ . '/support/autoload.php';
psr4(['Doctrine\\Common\\Collections\\' => 'doctrine-collections/src', 'Doctrine\\Deprecations\\' => ['doctrine-deprecations/src', 'doctrine-deprecations/lib/Doctrine/Deprecations'], 'Ramsey\\Collection\\' => 'ramsey-collection/src']);

use Doctrine\Common\Collections\{ArrayCollection, Criteria, Expr\Comparison, Order};
use Ramsey\Collection\{Collection, DoubleEndedQueue, GenericArray, Map\NamedParameterMap, Map\TypedMap, Map\AssociativeArrayMap, Queue, Set, Sort};

class Item
{
    public function __construct(public string $name, public int $n, private ?string $tag = null, public array $list = []) {}
    public function getTag(): ?string { return $this->tag; }
    public function isBig(): bool { return $this->n > 10; }
}
title('doctrine');
$c = new ArrayCollection(['a' => 1, 'b' => 2, 3, 4]);
show('values', fn () => $c->toArray());
show('first/last', fn () => [$c->first(), $c->key(), $c->next(), $c->current(), $c->last()]);
show('has', fn () => [$c->contains(2), $c->contains('2'), $c->containsKey('a'), $c->indexOf(3), $c->indexOf(99), isset($c['b']), isset($c['zz']), count($c), $c->isEmpty()]);
$c[] = 5;
$c['a'] = 10;
unset($c['b']);
show('changed', fn () => [$c->remove('nope'), $c->remove(0), $c->toArray(), $c->removeElement(4), $c->getKeys(), $c->getValues()]);
show('map', fn () => $c->map(fn ($x) => $x * 2)->toArray());
show('filter', fn () => $c->filter(fn ($v, $k) => $k !== 'a')->toArray());
show('partition', fn () => array_map(fn ($p) => $p->toArray(), $c->partition(fn ($k, $v) => $v > 6)));
show('reduce', fn () => $c->reduce(fn ($carry, $v) => $carry + $v, 100));
show('find', fn () => [$c->findFirst(fn ($k, $v) => $v > 4), $c->exists(fn ($k, $v) => $v === 10), $c->forAll(fn ($k, $v) => $v > 0), $c->slice(0, 1)]);
echo preg_replace('/@\w+/', '@id', (string) $c), "\n";
foreach ($c as $k => $v) { echo "$k=>$v "; }
$items = new ArrayCollection([new Item('x', 5, 't1', ['p']), new Item('y', 15, null), new Item('a', 25, 't2', ['p', 'q']), new Item('b', 15, 't1')]);
$expr = Criteria::expr();
$names = fn ($criteria) => implode(',', $items->matching($criteria)->map(fn ($i) => $i->name . $i->n)->toArray());
foreach ([
    'eq' => $expr->eq('n', 15), 'neq' => $expr->neq('n', 15), 'lt' => $expr->lt('n', 15), 'gte' => $expr->gte('n', 15), 'in' => $expr->in('tag', ['t1', 't2']), 'notIn' => $expr->notIn('name', ['x']), 'isNull' => $expr->isNull('tag'), 'notNull' => $expr->isNotNull('tag'),
    'contains' => $expr->contains('name', 'x'), 'startsWith' => $expr->startsWith('tag', 't'), 'endsWith' => $expr->endsWith('tag', '2'), 'memberOf' => $expr->memberOf('list', 'q'), 'not' => $expr->not($expr->eq('n', 15)),
    'and' => $expr->andX($expr->gt('n', 5), $expr->eq('tag', 't1')), 'or' => $expr->orX($expr->eq('n', 5), $expr->eq('name', 'b')), 'getter' => $expr->eq('big', true),
] as $label => $expression) {
    show($label, fn () => $names(new Criteria($expression)));
}
show('ordered', fn () => $names(Criteria::create()->orderBy(['n' => Order::Descending, 'name' => Order::Ascending])));
show('limited', fn () => $names(Criteria::create()->where($expr->gt('n', 1))->andWhere($expr->lt('n', 100))->orWhere($expr->eq('n', 0))->orderBy(['name' => Order::Ascending])->setFirstResult(1)->setMaxResults(2)));
show('unknown field', fn () => $names(new Criteria($expr->eq('nothing', 1))));
show('bad operator', fn () => $names(new Criteria(new Comparison('n', '~~', 1))));
title('ramsey');
$strings = new Collection('string', ['b', 'a']);
show('add wrong', fn () => $strings->add(5));
show('construct wrong', fn () => new Collection('int', [1, 'x']));
$strings[] = 'c';
$strings->add('d');
show('basic', fn () => [$strings->getType(), count($strings), $strings->contains('a'), $strings->remove('zz'), $strings->first(), $strings->last(), isset($strings[9]), $strings->toArray()]);
show('sorted', fn () => $strings->sort()->toArray());
show('mapped', fn () => $strings->map('strtoupper')->toArray());
show('reduce', fn () => $strings->reduce(fn ($c, $s) => $c . $s, '>'));
$objects = new Collection(Item::class, [new Item('x', 5, 't'), new Item('y', 2), new Item('z', 9, 't')]);
show('column', fn () => [$objects->column('name'), $objects->column('getTag'), $objects->column('isBig')]);
show('no column', fn () => $objects->column('zip'));
show('sort', fn () => $objects->sort('n', Sort::Descending)->column('n'));
show('where', fn () => $objects->where('getTag', 't')->column('name'));
show('filter', fn () => $objects->filter(fn (Item $i) => $i->n > 4)->column('name'));
show('wrong type', fn () => $objects->add(new stdClass()));
$left = new Collection('int', [1, 2, 3]);
$right = new Collection('int', [3, 4]);
show('diff', fn () => [$left->diff($right)->toArray(), $left->intersect($right)->toArray(), $left->merge($right)->toArray()]);
show('diff types', fn () => $left->diff($strings));
show('merge types', fn () => $left->merge($right, $strings));
show('empty first', fn () => (new Collection('int'))->first());
foreach (['bool' => true, 'float' => 1.5, 'scalar' => 'x', 'callable' => 'strlen', 'iterable' => [], 'numeric' => '12', 'null' => null, 'mixed' => 1, 'object' => new stdClass(), 'resource' => STDIN, 'array' => []] as $type => $good) {
    show($type, fn () => count(new Collection($type, [$good])));
    if (!in_array($type, ['mixed'])) show("$type bad", fn () => new Collection($type, [$type === 'null' ? 1 : ($type === 'scalar' ? [] : null)]));
}
$set = new Set('string', ['a', 'b']);
show('set', fn () => [$set->add('a'), $set->add('c'), $set->toArray()]);
$queue = new Queue('int', [1, 2]);
show('queue', fn () => [$queue->offer(3), $queue->peek(), $queue->poll(), $queue->remove(), $queue->element(), $queue->poll(), $queue->poll(), $queue->peek()]);
show('empty remove', fn () => $queue->remove());
show('queue offset', fn () => $queue['k'] = 1);
$deque = new DoubleEndedQueue('string', ['m']);
$deque->addFirst('f');
$deque->addLast('l');
show('deque', fn () => [$deque->peekFirst(), $deque->peekLast(), $deque->pollFirst(), $deque->removeLast(), $deque->firstElement(), $deque->pollLast(), $deque->pollLast()]);
show('deque wrong', fn () => $deque->addFirst(1));
$map = new TypedMap('string', 'int', ['one' => 1]);
show('map', fn () => [$map->put('two', 2), $map->put('one', 11), $map->get('one'), $map->get('none', 0), $map->keys(), $map->containsValue(2), $map->putIfAbsent('two', 5), $map->replaceIf('two', 2, 22), $map->remove('one'), $map->toArray()]);
show('map wrong key', fn () => $map[5] = 1);
show('map wrong value', fn () => $map['x'] = 'y');
$named = new NamedParameterMap(['id' => 'int', 'name' => 'string'], ['id' => 1]);
show('named', fn () => [$named->put('name', 'n'), $named->toArray(), $named->getNamedParameters()]);
show('named wrong', fn () => $named->put('other', 1));
show('named wrong type', fn () => $named->put('id', 'x'));
$generic = new GenericArray([1, 'x']);
$generic['k'] = null;
echo serialize($generic), ' ', var_export(unserialize(serialize($generic))->toArray(), true), ' ', count($generic), ' ', $generic->isEmpty() ? 'e' : 'n', "\n";
$assoc = new AssociativeArrayMap(['a' => 1]);
show('assoc', fn () => [$assoc->removeIf('a', 2), $assoc->replace('a', 3), $assoc->toArray(), $assoc->isEmpty()]);
show('assoc no key', fn () => $assoc[] = 5);
