--TEST--
yield from arrays, iterators, aggregates and odd values
--FILE--
<?php
class It implements Iterator { private $i = 0; function current(): mixed { echo '(c)'; return $this->i * 10; } function key(): mixed { echo '(k)'; return "k$this->i"; } function next(): void { echo '(n)'; $this->i++; } function rewind(): void { echo '(r)'; $this->i = 0; } function valid(): bool { echo '(v)'; return $this->i < 2; } }
class Agg implements IteratorAggregate { function getIterator(): Iterator { echo '(agg)'; return new ArrayIterator(['x' => 'X', 5 => 'Y']); } }
function all() { $a = yield from [1, 'k' => 2]; var_dump($a); $b = yield from new It; var_dump($b); $c = yield from new Agg; var_dump($c); $d = yield from []; var_dump($d); $e = yield from new EmptyIterator; var_dump($e); yield 'own'; }
foreach (all() as $k => $v) echo "$k=>$v\n";
foreach ([5, null, 'str', new stdClass] as $bad) { try { foreach ((function () use ($bad) { yield 'before'; yield from $bad; })() as $v) echo $v, ' '; } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
// values sent to a generator that stands in an array or iterator are lost
$g = (function () { $r = yield from [1, 2, 3]; return $r ?? 'null'; })(); echo $g->current(), $g->send('lost'), $g->send('lost too'); $g->next(); echo $g->getReturn(), "\n";
// thrown into
function into() { try { yield from [1, 2]; } catch (Exception $e) { echo '[caught]'; yield 'rest'; } try { yield from new It; } finally { echo '[finally]'; } }
$g = into(); $g->current(); echo $g->throw(new Exception), ' '; $g->next(); echo $g->current(), ' '; try { $g->throw(new LogicException('out')); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }
class Bad implements IteratorAggregate { function __construct(private $where) {} function getIterator(): Iterator { if ($this->where === 'get') throw new DomainException('getIterator'); return new class($this->where) extends ArrayIterator { function __construct(private $w) { parent::__construct([1, 2]); } function check($m) { if ($m === $this->w) throw new DomainException($m); } function current(): mixed { $this->check('current'); return parent::current(); } function key(): mixed { $this->check('key'); return parent::key(); } function next(): void { $this->check('next'); parent::next(); } function rewind(): void { $this->check('rewind'); parent::rewind(); } function valid(): bool { $this->check('valid'); return parent::valid(); } }; } }
foreach (['get', 'rewind', 'valid', 'current', 'key', 'next'] as $w) { $g = (function () use ($w) { try { yield from new Bad($w); } catch (DomainException $e) { yield 'handled ' . $e->getMessage(); } })(); try { foreach ($g as $v) echo $v, ' '; } catch (DomainException $e) { echo 'escaped ', $e->getMessage(); } echo "\n"; }
// the array is copied when yield from begins
function cow(array &$a) { yield from $a; } $a = [1, 2]; foreach (cow($a) as $v) { echo $v; if (count($a) < 5) $a[] = 9; } echo count($a), "\n";
--EXPECTF--
0=>1
k=>2
NULL
(r)(v)(c)(k)k0=>0
(n)(v)(c)(k)k1=>10
(n)(v)NULL
(agg)x=>X
5=>Y
NULL
NULL
NULL
0=>own
before Error: Can use "yield from" only with arrays and Traversables
before Error: Can use "yield from" only with arrays and Traversables
before Error: Can use "yield from" only with arrays and Traversables
before Error: Can use "yield from" only with arrays and Traversables
123null
[caught]rest (r)(v)(c)(k)0 [finally]out
handled getIterator 

Deprecated: Return type of ArrayIterator@anonymous::key(): mixed should either be compatible with ArrayIterator::key(): string|int|null, or the #[\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice in %s on line 12
handled rewind 
handled valid 
handled current 
handled key 
1 handled next 
124
