--TEST--
generators inside of SPL iterators and array functions
--FILE--
<?php
function nums($n) { for ($i = 1; $i <= $n; $i++) { echo "<$i>"; yield "k$i" => $i; } echo '<end>'; }
foreach (new LimitIterator(new NoRewindIterator(nums(5)), 1, 2) as $k => $v) echo "$k=$v "; echo "\n";
foreach (new CallbackFilterIterator(nums(4), fn($v, $k) => $v % 2 === 0) as $k => $v) echo "$k=$v "; echo "\n";
foreach (new CachingIterator(nums(3), CachingIterator::FULL_CACHE) as $k => $v) echo "$k=$v "; echo "\n";
$a = new AppendIterator; try { $a->append(nums(2)); $a->append(nums(1)); foreach ($a as $v) echo "$v "; } catch (Exception $e) { echo get_class($e), $e->getMessage(); } echo "\n";
$m = new MultipleIterator(MultipleIterator::MIT_KEYS_ASSOC | MultipleIterator::MIT_NEED_ANY); $m->attachIterator(nums(2), 'x'); $m->attachIterator(nums(3), 'y'); foreach ($m as $v) echo json_encode($v), ' '; echo "\n";
foreach (new IteratorIterator(nums(2)) as $v) echo "$v "; echo "\n";
try { foreach (new InfiniteIterator(nums(2)) as $v) echo "$v "; } catch (Exception $e) { echo $e->getMessage(); } echo "\n";
echo iterator_count(nums(3)), ' ', json_encode(iterator_to_array(nums(2))), ' ', iterator_apply($it = nums(3), function () use (&$it) { echo '(', $it->current(), ')'; return true; }), "\n";
echo array_sum([...nums(3)]), ' ', max(...array_values(iterator_to_array(nums(2)))), ' ', implode(',', array_map(null, iterator_to_array(nums(2), false))), "\n";
class Col implements IteratorAggregate { function __construct(private $n) {} function getIterator(): Generator { yield from nums($this->n); } }
$c = new Col(2); foreach ($c as $v) foreach ($c as $w) echo "$v$w "; echo iterator_count($c), "\n";
foreach (new RegexIterator((function () { yield 'apple'; yield 'bob'; yield 'avocado'; })(), '/^a/') as $v) echo $v, ' '; echo "\n";
function tree() { yield 1; yield new ArrayIterator([2, 3]); } foreach (new RecursiveIteratorIterator(new class(tree()) extends IteratorIterator implements RecursiveIterator { function hasChildren(): bool { return $this->current() instanceof Iterator; } function getChildren(): ?RecursiveIterator { return new RecursiveArrayIterator(iterator_to_array($this->current())); } }) as $v) echo $v, ' '; echo "\n";
try { foreach (new NoRewindIterator((function () { throw new DomainException('first'); yield; })()) as $v); } catch (DomainException $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
<1><2>k2=2 <3>k3=3 <4>
<1><2>k2=2 <3><4>k4=4 <end>
<1><2>k1=1 <3>k2=2 <end>k3=3 
<1>1 <2>2 <end><1>1 <end>
<1><1>{"x":1,"y":1} <2><2>{"x":2,"y":2} <end><3>{"x":null,"y":3} <end>
<1>1 <2>2 <end>
<1>1 <2>2 <end>Cannot rewind a generator that was already run
<1><2><3><end>3 <1><2><end>{"k1":1,"k2":2} <1>(1)<2>(2)<3>(3)<end>3
<1><2><3><end>6 <1><2><end>2 <1><2><end>1,2
<1><1>11 <2>12 <end><2><1>21 <2>22 <end><end><1><2><end>2
apple avocado 
1 2 3 
first
