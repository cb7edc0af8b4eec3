--TEST--
SplDoublyLinkedList, heaps, SplFixedArray, SplObjectStorage
--FILE--
<?php
function t($f){ try { var_dump($f()); } catch (Throwable $e) { echo get_class($e),": ",$e->getMessage(),"\n"; } }
$d = new SplDoublyLinkedList; $d[]=1; $d[]=2;$d[]=3;
foreach (["abc", null, 1.7, true, "1", new stdClass, [], 10, -1] as $i) { t(fn()=>$d[$i]); t(fn()=>isset($d[$i])); t(function() use($d,$i){$d[$i]=5;}); }
t(fn()=>$d->add(10,1)); t(fn()=>$d->offsetUnset(10)); t(fn()=>$d->setIteratorMode(99)); 
t(fn()=>(new SplStack)->setIteratorMode(0)); t(fn()=>(new SplQueue)->pop()); t(fn()=>(new SplQueue)->shift()); t(fn()=>(new SplQueue)->top());t(fn()=>(new SplQueue)->bottom());
var_dump($d); print_r($d); 
t(fn()=>$d->serialize()); t(fn()=>serialize($d)); t(fn()=>$d->__serialize());
t(fn()=>$d->__unserialize([1,2])); t(fn()=>$d->__unserialize([1,[2],[]]));
t(fn()=>$d->unserialize("x"));
t(fn()=>$d->getIteratorMode());
$h = new SplMinHeap; t(fn()=>$h->top()); t(fn()=>$h->extract()); $h->insert(3);$h->insert(1); var_dump($h); t(fn()=>$h->current());
$p = new SplPriorityQueue; t(fn()=>$p->top()); t(fn()=>$p->setExtractFlags(0)); $p->insert('a',1); $p->insert('b',2); var_dump($p); t(fn()=>$p->compare(1,2)); t(fn()=>$p->setExtractFlags(3)); t(fn()=>$p->top());
$f = new SplFixedArray(3);
foreach (["abc", null, 1.7, true, "1", new stdClass, [], 10, -1] as $i) { t(fn()=>$f[$i]); t(fn()=>isset($f[$i])); t(function() use($f,$i){$f[$i]=5;}); t(function() use($f,$i){unset($f[$i]);});}
t(function() use($f){$f[]=5;}); t(fn()=>new SplFixedArray(-1)); t(fn()=>$f->setSize(-1)); t(fn()=>SplFixedArray::fromArray(['a'=>1])); t(fn()=>SplFixedArray::fromArray([-1=>1]));t(fn()=>SplFixedArray::fromArray([3=>1,1=>2]));
t(function() use($f){$f[0][]=5;}); t(function() use($f){$x=&$f[1];}); var_dump($f); var_dump((array)$f, get_object_vars($f)); var_export($f); t(fn()=>serialize($f)); 
$s = new SplObjectStorage; $o = new stdClass; $s[$o]=5; var_dump($s); t(fn()=>$s[new stdClass]); t(fn()=>$s[1]); t(fn()=>$s->current()); t(fn()=>serialize($s)); t(fn()=>$s->getInfo()); t(fn()=>count($s,COUNT_RECURSIVE)); t(fn()=>isset($s[1])); t(function()use($s){$s[1]=2;}); t(fn()=>$s->serialize());
t(function()use($s){$s[]=2;});t(function()use($d){unset($d["abc"]);});t(function()use($d){unset($d[77]);});
t(fn()=>$s==clone $s); t(fn()=>new SplObjectStorage==$s);
--EXPECTF--
TypeError: SplDoublyLinkedList::offsetGet(): Argument #%d ($index) must be of type int, string given
TypeError: SplDoublyLinkedList::offsetExists(): Argument #%d ($index) must be of type int, string given
TypeError: SplDoublyLinkedList::offsetSet(): Argument #%d ($index) must be of type ?int, string given

Deprecated: SplDoublyLinkedList::offsetGet(): Passing null to parameter #%d ($index) of type int is deprecated in %s on line 4
int(1)

Deprecated: SplDoublyLinkedList::offsetExists(): Passing null to parameter #%d ($index) of type int is deprecated in %s on line 4
bool(true)
NULL

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4
int(2)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4
bool(true)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 4
NULL
int(5)
bool(true)
NULL
int(5)
bool(true)
NULL
TypeError: SplDoublyLinkedList::offsetGet(): Argument #%d ($index) must be of type int, stdClass given
TypeError: SplDoublyLinkedList::offsetExists(): Argument #%d ($index) must be of type int, stdClass given
TypeError: SplDoublyLinkedList::offsetSet(): Argument #%d ($index) must be of type ?int, stdClass given
TypeError: SplDoublyLinkedList::offsetGet(): Argument #%d ($index) must be of type int, array given
TypeError: SplDoublyLinkedList::offsetExists(): Argument #%d ($index) must be of type int, array given
TypeError: SplDoublyLinkedList::offsetSet(): Argument #%d ($index) must be of type ?int, array given
OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #%d ($index) is out of range
bool(false)
OutOfRangeException: SplDoublyLinkedList::offsetSet(): Argument #%d ($index) is out of range
OutOfRangeException: SplDoublyLinkedList::offsetGet(): Argument #%d ($index) is out of range
bool(false)
OutOfRangeException: SplDoublyLinkedList::offsetSet(): Argument #%d ($index) is out of range
OutOfRangeException: SplDoublyLinkedList::add(): Argument #%d ($index) is out of range
OutOfRangeException: SplDoublyLinkedList::offsetUnset(): Argument #%d ($index) is out of range
int(3)
RuntimeException: Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen
RuntimeException: Can't pop from an empty datastructure
RuntimeException: Can't shift from an empty datastructure
RuntimeException: Can't peek at an empty datastructure
RuntimeException: Can't peek at an empty datastructure
object(SplDoublyLinkedList)#%d (2) {
  ["flags":"SplDoublyLinkedList":private]=>
  int(3)
  ["dllist":"SplDoublyLinkedList":private]=>
  array(4) {
    [0]=>
    int(1)
    [1]=>
    int(5)
    [2]=>
    int(3)
    [3]=>
    int(5)
  }
}
SplDoublyLinkedList Object
(
    [flags:SplDoublyLinkedList:private] => 3
    [dllist:SplDoublyLinkedList:private] => Array
        (
            [0] => 1
            [1] => 5
            [2] => 3
            [3] => 5
        )

)
string(24) "i:3;:i:1;:i:5;:i:3;:i:5;"
string(91) "O:19:"SplDoublyLinkedList":3:{i:0;i:3;i:1;a:4:{i:0;i:1;i:1;i:5;i:2;i:3;i:3;i:5;}i:2;a:0:{}}"
array(3) {
  [0]=>
  int(3)
  [1]=>
  array(4) {
    [0]=>
    int(1)
    [1]=>
    int(5)
    [2]=>
    int(3)
    [3]=>
    int(5)
  }
  [2]=>
  array(0) {
  }
}
UnexpectedValueException: Incomplete or ill-typed serialization data
NULL
UnexpectedValueException: Error at offset 0 of 1 bytes
int(1)
RuntimeException: Can't peek at an empty heap
RuntimeException: Can't extract from an empty heap
object(SplMinHeap)#%d (3) {
  ["flags":"SplHeap":private]=>
  int(0)
  ["isCorrupted":"SplHeap":private]=>
  bool(false)
  ["heap":"SplHeap":private]=>
  array(2) {
    [0]=>
    int(1)
    [1]=>
    int(3)
  }
}
int(1)
RuntimeException: Can't peek at an empty heap
RuntimeException: Must specify at least one extract flag
object(SplPriorityQueue)#%d (3) {
  ["flags":"SplPriorityQueue":private]=>
  int(1)
  ["isCorrupted":"SplPriorityQueue":private]=>
  bool(false)
  ["heap":"SplPriorityQueue":private]=>
  array(2) {
    [0]=>
    array(2) {
      ["data"]=>
      string(1) "b"
      ["priority"]=>
      int(2)
    }
    [1]=>
    array(2) {
      ["data"]=>
      string(1) "a"
      ["priority"]=>
      int(1)
    }
  }
}
int(-1)
int(3)
array(2) {
  ["data"]=>
  string(1) "b"
  ["priority"]=>
  int(2)
}
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15
NULL

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15
bool(false)

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15
NULL

Deprecated: Implicit conversion from float 1.7 to int loses precision in %s on line 15
NULL
NULL
bool(false)
NULL
NULL
NULL
bool(false)
NULL
NULL
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
TypeError: Illegal offset type
RuntimeException: Index invalid or out of range
bool(false)
RuntimeException: Index invalid or out of range
RuntimeException: Index invalid or out of range
RuntimeException: Index invalid or out of range
bool(false)
RuntimeException: Index invalid or out of range
RuntimeException: Index invalid or out of range
Error: [] operator not supported for SplFixedArray
ValueError: SplFixedArray::__construct(): Argument #%d ($size) must be greater than or equal to 0
ValueError: SplFixedArray::setSize(): Argument #%d ($size) must be greater than or equal to 0
InvalidArgumentException: array must contain only positive integer keys
InvalidArgumentException: array must contain only positive integer keys
object(SplFixedArray)#%d (4) {
  [0]=>
  NULL
  [1]=>
  int(2)
  [2]=>
  NULL
  [3]=>
  int(1)
}

Notice: Indirect modification of overloaded element of SplFixedArray has no effect in %s on line 17
NULL

Notice: Indirect modification of overloaded element of SplFixedArray has no effect in %s on line 17
NULL
object(SplFixedArray)#%d (3) {
  [0]=>
  NULL
  [1]=>
  NULL
  [2]=>
  NULL
}
array(3) {
  [0]=>
  NULL
  [1]=>
  NULL
  [2]=>
  NULL
}
array(3) {
  [0]=>
  NULL
  [1]=>
  NULL
  [2]=>
  NULL
}
\SplFixedArray::__set_state(array(
   0 => NULL,
   1 => NULL,
   2 => NULL,
))string(43) "O:13:"SplFixedArray":3:{i:0;N;i:1;N;i:2;N;}"
object(SplObjectStorage)#%d (1) {
  ["storage":"SplObjectStorage":private]=>
  array(1) {
    [0]=>
    array(2) {
      ["obj"]=>
      object(stdClass)#%d (0) {
      }
      ["inf"]=>
      int(5)
    }
  }
}
UnexpectedValueException: Object not found
TypeError: SplObjectStorage::offsetGet(): Argument #%d ($object) must be of type object, int given
object(stdClass)#%d (0) {
}
string(79) "O:16:"SplObjectStorage":2:{i:0;a:2:{i:0;O:8:"stdClass":0:{}i:1;i:5;}i:1;a:0:{}}"
int(5)
int(1)
TypeError: SplObjectStorage::offsetExists(): Argument #%d ($object) must be of type object, int given
TypeError: SplObjectStorage::offsetSet(): Argument #%d ($object) must be of type object, int given
string(39) "x:i:1;O:8:"stdClass":0:{},i:5;;m:a:0:{}"
TypeError: SplObjectStorage::offsetSet(): Argument #%d ($object) must be of type object, null given
TypeError: SplDoublyLinkedList::offsetUnset(): Argument #%d ($index) must be of type int, string given
OutOfRangeException: SplDoublyLinkedList::offsetUnset(): Argument #%d ($index) is out of range
bool(true)
bool(false)
