--TEST--
SPL iterators
--FILE--
<?php
function t($f){ try { var_dump($f()); } catch (Throwable $e) { echo get_class($e),": ",$e->getMessage(),"\n"; } }
class F extends FilterIterator { function __construct(){} function accept():bool {return true;} }
t(fn()=>(new F)->current()); t(function(){ $i=new IteratorIterator(new ArrayIterator([1])); $i->__construct(new ArrayIterator([1]));});
class R extends RecursiveIteratorIterator { function __construct(){} } t(fn()=>(new R)->current());t(fn()=>(new R)->valid());t(fn()=>(new R)->getDepth());t(fn()=>(new R)->getSubIterator());
$c = new CachingIterator(new ArrayIterator(['a'=>1,'b'=>2,'c'=>[3]]), CachingIterator::FULL_CACHE); foreach ($c as $k=>$v) { var_dump($k,$v,$c->hasNext()); var_dump($c->getFlags()); } var_dump($c->getCache(), count($c), $c['a']); t(fn()=>$c['zz']); t(fn()=>(string)$c); 
t(fn()=>new CachingIterator(new ArrayIterator([]), 3));t(fn()=>(new CachingIterator(new ArrayIterator([])))->getCache());
t(fn()=>new LimitIterator(new ArrayIterator([1]), -1)); t(fn()=>new LimitIterator(new ArrayIterator([1]), 0, -2));
$l = new LimitIterator(new ArrayIterator(range(1,10)), 2, 3); foreach($l as $k=>$v) echo "$k=>$v ", $l->getPosition(), "\n"; t(fn()=>$l->seek(1)); t(fn()=>$l->seek(9)); t(fn()=>$l->seek(4)); t(fn()=>$l->current());
$a = new AppendIterator; $a->append(new ArrayIterator([1,2])); $a->append(new ArrayIterator([3])); foreach($a as $k=>$v) { var_dump($a->getIteratorIndex()); echo "$k=>$v\n"; } var_dump($a->getArrayIterator());
t(fn()=>$a->getInnerIterator()); t(fn()=>$a->getIteratorIndex());
$i = new InfiniteIterator(new ArrayIterator([1,2])); $n=0; foreach($i as $v) { echo $v; if (++$n>5) break; } echo "\n";
$g = (function(){ yield 1; yield 2; yield 3; })(); foreach (new NoRewindIterator($g) as $v) { echo $v; break; } foreach (new NoRewindIterator($g) as $v) echo $v; echo "\n";
$m = new MultipleIterator(MultipleIterator::MIT_KEYS_ASSOC|MultipleIterator::MIT_NEED_ANY); $m->attachIterator(new ArrayIterator([1,2]),'x'); $m->attachIterator(new ArrayIterator([3]),'y'); foreach($m as $k=>$v) { var_dump($k,$v);} t(fn()=>$m->attachIterator(new EmptyIterator,'x')); var_dump($m); t(fn()=>$m->current()); t(fn()=>(new MultipleIterator)->current()); t(fn()=>(new MultipleIterator)->key()); $m2=new MultipleIterator; $m2->attachIterator(new EmptyIterator); t(fn()=>$m2->current());
t(fn()=>$m2->attachIterator(new EmptyIterator, 1.5)); t(fn()=>$m2->attachIterator(new EmptyIterator, [])); t(fn()=>$m->valid()); t(fn()=>$m2->countIterators());
t(fn()=>(new EmptyIterator)->current()); t(fn()=>(new EmptyIterator)->key());
$ri = new RecursiveIteratorIterator(new RecursiveArrayIterator([1,[2,[3,4]],5]), RecursiveIteratorIterator::SELF_FIRST); foreach($ri as $k=>$v) { echo $ri->getDepth(),":$k=>", is_array($v)?'arr':$v, "\n"; }
$ri->setMaxDepth(1); foreach($ri as $k=>$v) { echo $ri->getDepth(),":$k=>", is_array($v)?'arr':$v, "\n"; } var_dump($ri->getMaxDepth()); t(fn()=>$ri->setMaxDepth(-5));
foreach(new RecursiveIteratorIterator(new RecursiveArrayIterator([1,[2,[3,4]],5]), RecursiveIteratorIterator::CHILD_FIRST) as $k=>$v) echo is_array($v)?'arr':$v, "\n";
foreach(new RecursiveIteratorIterator(new RecursiveArrayIterator([1,[2,[3,4]],5])) as $k=>$v) echo $v,"\n";
foreach (new RecursiveTreeIterator(new RecursiveArrayIterator(['a'=>1,'b'=>['c'=>2,'d'=>['e'=>3]],'f'=>4])) as $k=>$v) echo "[$k] => $v\n";
t(fn()=>new RecursiveIteratorIterator(new ArrayIterator([]))); 
foreach (new CallbackFilterIterator(new ArrayIterator(range(1,6)), fn($v,$k,$it)=>$v%2==0) as $k=>$v) echo "$k=>$v\n";
$rf = new RecursiveCallbackFilterIterator(new RecursiveArrayIterator([1,[2,3,[4]],5]), function($c,$k,$it){ return $it->hasChildren() || $c>1; }); foreach(new RecursiveIteratorIterator($rf) as $v) echo $v; echo "\n";
foreach (new RecursiveIteratorIterator(new ParentIterator(new RecursiveArrayIterator([1,[2,[3]],4])), 1) as $k=>$v) echo $k,"\n";
$rc = new RecursiveIteratorIterator(new RecursiveCachingIterator(new RecursiveArrayIterator(['a',['b','c']]), CachingIterator::FULL_CACHE), 1); foreach($rc as $k=>$v) { echo $k; var_dump($rc->hasNext()); }
class Agg implements IteratorAggregate { function getIterator():Iterator { return new ArrayIterator([7,8]); } } foreach(new IteratorIterator(new Agg) as $v) echo $v; echo "\n";
class H extends RecursiveIteratorIterator { function beginIteration():void{echo __FUNCTION__,"\n";} function endIteration():void{echo __FUNCTION__,"\n";} function beginChildren():void{echo __FUNCTION__,"\n";} function endChildren():void{echo __FUNCTION__,"\n";} function nextElement():void{echo __FUNCTION__,"\n";} function callHasChildren():bool{echo __FUNCTION__,"\n"; return parent::callHasChildren();} function callGetChildren():?RecursiveIterator{echo __FUNCTION__,"\n"; return parent::callGetChildren();} }
foreach(new H(new RecursiveArrayIterator([1,[2]])) as $v) echo $v,"\n";
$it = new IteratorIterator(new ArrayIterator([1,2,3])); var_dump($it->current(), $it->valid()); $it->rewind(); var_dump($it->current(), $it->key()); var_dump($it);
--EXPECTF--
Error: The object is in an invalid state as the parent constructor was not called
BadMethodCallException: IteratorIterator::getIterator() must be called exactly once per instance
Error: The R instance wasn't initialized properly
Error: The R instance wasn't initialized properly
Error: The R instance wasn't initialized properly
Error: The R instance wasn't initialized properly
string(1) "a"
int(1)
bool(true)
int(65792)
string(1) "b"
int(2)
bool(true)
int(65792)
string(1) "c"
array(1) {
  [0]=>
  int(3)
}
bool(false)
int(65792)
array(3) {
  ["a"]=>
  int(1)
  ["b"]=>
  int(2)
  ["c"]=>
  array(1) {
    [0]=>
    int(3)
  }
}
int(3)
int(1)

Warning: Undefined array key "zz" in %s on line 6
NULL
BadMethodCallException: CachingIterator does not fetch string value (see CachingIterator::__construct)
ValueError: CachingIterator::__construct(): Argument #%d ($flags) must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER
BadMethodCallException: CachingIterator does not use a full cache (see CachingIterator::__construct)
ValueError: LimitIterator::__construct(): Argument #%d ($offset) must be greater than or equal to 0
ValueError: LimitIterator::__construct(): Argument #%d ($limit) must be greater than or equal to -1
2=>3 2
3=>4 3
4=>5 4
OutOfBoundsException: Cannot seek to 1 which is below the offset 2
OutOfBoundsException: Cannot seek to 9 which is behind offset 2 plus count 3
int(4)
int(5)
int(0)
0=>1
int(0)
1=>2
int(1)
0=>3
object(ArrayIterator)#%d (1) {
  ["storage":"ArrayIterator":private]=>
  array(2) {
    [0]=>
    object(ArrayIterator)#%d (1) {
      ["storage":"ArrayIterator":private]=>
      array(2) {
        [0]=>
        int(1)
        [1]=>
        int(2)
      }
    }
    [1]=>
    object(ArrayIterator)#%d (1) {
      ["storage":"ArrayIterator":private]=>
      array(1) {
        [0]=>
        int(3)
      }
    }
  }
}
NULL
NULL
121212
1123
array(2) {
  ["x"]=>
  int(0)
  ["y"]=>
  int(0)
}
array(2) {
  ["x"]=>
  int(1)
  ["y"]=>
  int(3)
}
array(2) {
  ["x"]=>
  int(1)
  ["y"]=>
  NULL
}
array(2) {
  ["x"]=>
  int(2)
  ["y"]=>
  NULL
}
InvalidArgumentException: Key duplication error
object(MultipleIterator)#%d (1) {
  ["storage":"SplObjectStorage":private]=>
  array(2) {
    [0]=>
    array(2) {
      ["obj"]=>
      object(ArrayIterator)#%d (1) {
        ["storage":"ArrayIterator":private]=>
        array(2) {
          [0]=>
          int(1)
          [1]=>
          int(2)
        }
      }
      ["inf"]=>
      string(1) "x"
    }
    [1]=>
    array(2) {
      ["obj"]=>
      object(ArrayIterator)#%d (1) {
        ["storage":"ArrayIterator":private]=>
        array(1) {
          [0]=>
          int(3)
        }
      }
      ["inf"]=>
      string(1) "y"
    }
  }
}
array(2) {
  ["x"]=>
  NULL
  ["y"]=>
  NULL
}
RuntimeException: Called current() on an invalid iterator
RuntimeException: Called key() on an invalid iterator
RuntimeException: Called current() with non valid sub iterator

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 15
NULL
TypeError: MultipleIterator::attachIterator(): Argument #%d ($info) must be of type string|int|null, array given
bool(false)
int(2)
BadMethodCallException: Accessing the value of an EmptyIterator
BadMethodCallException: Accessing the key of an EmptyIterator
0:0=>1
0:1=>arr
1:0=>2
1:1=>arr
2:0=>3
2:1=>4
0:2=>5
0:0=>1
0:1=>arr
1:0=>2
1:1=>arr
0:2=>5
int(1)
ValueError: RecursiveIteratorIterator::setMaxDepth(): Argument #%d ($maxDepth) must be greater than or equal to -1
1
2
3
4
arr
arr
5
1
2
3
4
5
[a] => |-1
[b] => |-Array
[c] => | |-2
[d] => | \-Array
[e] => |   \-3
[f] => \-4
InvalidArgumentException: An instance of RecursiveIterator or IteratorAggregate creating it is required
1=>2
3=>4
5=>6
2345
1
1
0bool(true)
1bool(false)
0bool(true)
1bool(false)
78
beginIteration
callHasChildren
nextElement
1
callHasChildren
callGetChildren
beginChildren
callHasChildren
nextElement
2
endChildren
endIteration
NULL
bool(false)
int(1)
int(0)
object(IteratorIterator)#%d (0) {
}
