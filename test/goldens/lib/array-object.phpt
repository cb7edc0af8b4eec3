--TEST--
ArrayObject, ArrayIterator, RecursiveArrayIterator
--FILE--
<?php
function t($f){ try { var_dump($f()); } catch (Throwable $e) { echo get_class($e),": ",$e->getMessage(),"\n"; } }
$a = new ArrayObject(['a'=>1,'b'=>2, 5=>3]);
t(fn()=>$a['zz']); t(fn()=>$a[9]); t(function() use($a){ unset($a['zz']); unset($a[99]); }); t(fn()=>$a[new stdClass]); t(fn()=>isset($a[[]])); t(function() use($a){ $a[[]]=1; }); t(function() use($a){ unset($a[[]]); });
t(function() use($a){ $a[null]=1; }); t(function() use($a){ $a[1.5]=1; }); t(function() use($a){ $a[true]=1; }); t(fn()=>$a[null]); 
t(function() use($a){ $a['n']['x'][]=1; }); t(function() use($a){ $a['a']++; $a['q'].='x'; });
var_dump($a, (array)$a, get_object_vars($a)); var_export($a); print_r($a);
t(function() use($a){ $a->uasort(function($x,$y) use ($a){ $a['k']=1; return 0; });});
t(function() use($a){ $a->ksort(); return 1;}); var_dump($a->getArrayCopy());
class P { public $a=1; protected $b=2; private $c=3; public $d; } 
$o = new ArrayObject(new P); var_dump(count($o)); foreach($o as $k=>$v) {var_dump($k,$v);} $o['new']=5; $o[3]=4; var_dump($o); t(function() use($o){ $o->append(3);}); t(function() use($o){ $o[]=3;}); 
var_dump($o['a'], isset($o['d']), isset($o['b']), $o->offsetExists('d'));
t(fn()=>new ArrayObject(1)); t(fn()=>new ArrayObject([],0,'stdClass')); t(fn()=>new ArrayObject([],0,'nope'));
$it = new ArrayIterator([1,2,3]); t(fn()=>$it->seek(7)); t(fn()=>$it->seek(1)); t(fn()=>$it->current());
foreach($it as $k=>&$v) { $v*=2; } unset($v); var_dump($it);
foreach($it as $k=>$v) { if ($k==0) unset($it[0]); var_dump($v);} 
t(fn()=>serialize($a)); t(fn()=>serialize($it)); t(fn()=>$it->serialize()); t(fn()=>unserialize(serialize($it)));
$c = clone $it; $c[]=99; var_dump(count($it), count($c));
$p = new ArrayObject(['x'=>1], ArrayObject::ARRAY_AS_PROPS); var_dump($p->x, isset($p->x), isset($p->y)); $p->y=3; unset($p->x); $p->z[]=1; var_dump($p); 
class S extends ArrayObject { public $pub=1; public $arr=[]; function offsetGet($k):mixed { echo "get\n"; return parent::offsetGet($k);} function offsetExists($k):bool { echo "exists\n"; return parent::offsetExists($k);} function offsetSet($k,$v):void{echo "set\n"; parent::offsetSet($k,$v);} function offsetUnset($k):void{ echo "unset\n"; parent::offsetUnset($k);} function count():int{return 42;}}
$s = new S; $s['a']=1; $s[]=2; var_dump($s['a'], isset($s['a']), empty($s['a']), $s['a']??5, count($s)); unset($s['a']); $s->arr[]=5; $s->dyn=3; var_dump($s);
$s->append(3); foreach ($s as $k=>$v) var_dump($k,$v);
var_dump($a == clone $a, new ArrayObject([1])==new ArrayObject([2]));
$r = new RecursiveArrayIterator([1,[2,3],new ArrayObject([4])]); foreach ($r as $k=>$v) { var_dump($r->hasChildren()); if ($r->hasChildren()) var_dump($r->getChildren()); }
t(fn()=>$a->exchangeArray([7])); var_dump($a); t(fn()=>$a->getIteratorClass()); t(fn()=>$a->setIteratorClass('ArrayIterator')); t(fn()=>$a->getFlags()); t(fn()=>$a->getIterator());
$x=new ArrayObject($p); var_dump($x); $self = new ArrayObject; $self->__construct($self); $self['k']=1; var_dump($self, $self->k);
list('a'=>$q) = new ArrayObject(['a'=>1]); var_dump($q);
t(fn()=>new ArrayObject(new SplFixedArray(1)));
$ar=[1,2,3]; $i=new ArrayIterator($ar); $i->next(); unset($i[1]); var_dump($i->current(), $i->key());$i->next(); var_dump($i->valid(),$i->key());
--EXPECTF--

Warning: Undefined array key "zz" in %s on line 4
NULL

Warning: Undefined array key 9 in %s on line 4
NULL
NULL
TypeError: Illegal offset type
TypeError: Illegal offset type in isset or empty
TypeError: Illegal offset type
TypeError: Illegal offset type in unset
NULL

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 5
NULL
NULL

Warning: Undefined array key "" in %s on line 5
NULL
NULL

Warning: Undefined array key "q" in %s on line 6
NULL
object(ArrayObject)#%d (1) {
  ["storage":"ArrayObject":private]=>
  array(7) {
    ["a"]=>
    int(2)
    ["b"]=>
    int(2)
    [5]=>
    int(3)
    [6]=>
    int(1)
    [1]=>
    int(1)
    ["n"]=>
    array(1) {
      ["x"]=>
      array(1) {
        [0]=>
        int(1)
      }
    }
    ["q"]=>
    string(1) "x"
  }
}
array(7) {
  ["a"]=>
  int(2)
  ["b"]=>
  int(2)
  [5]=>
  int(3)
  [6]=>
  int(1)
  [1]=>
  int(1)
  ["n"]=>
  array(1) {
    ["x"]=>
    array(1) {
      [0]=>
      int(1)
    }
  }
  ["q"]=>
  string(1) "x"
}
array(0) {
}
\ArrayObject::__set_state(array(
   'a' => 2,
   'b' => 2,
   5 => 3,
   6 => 1,
   1 => 1,
   'n' => 
  array (
    'x' => 
    array (
      0 => 1,
    ),
  ),
   'q' => 'x',
))ArrayObject Object
(
    [storage:ArrayObject:private] => Array
        (
            [a] => 2
            [b] => 2
            [5] => 3
            [6] => 1
            [1] => 1
            [n] => Array
                (
                    [x] => Array
                        (
                            [0] => 1
                        )

                )

            [q] => x
        )

)
Error: Modification of ArrayObject during sorting is prohibited
int(1)
array(7) {
  [1]=>
  int(1)
  [5]=>
  int(3)
  [6]=>
  int(1)
  ["a"]=>
  int(2)
  ["b"]=>
  int(2)
  ["n"]=>
  array(1) {
    ["x"]=>
    array(1) {
      [0]=>
      int(1)
    }
  }
  ["q"]=>
  string(1) "x"
}
int(2)
string(1) "a"
int(1)
string(1) "d"
NULL
object(ArrayObject)#%d (1) {
  ["storage":"ArrayObject":private]=>
  object(P)#%d (6) {
    ["a"]=>
    int(1)
    ["b":protected]=>
    int(2)
    ["c":"P":private]=>
    int(3)
    ["d"]=>
    NULL
    ["new"]=>
    int(5)
    ["3"]=>
    int(4)
  }
}
Error: Cannot append properties to objects, use ArrayObject::offsetSet() instead
NULL
int(1)
bool(true)
bool(false)
bool(true)
TypeError: ArrayObject::__construct(): Argument #%d ($array) must be of type array, int given
TypeError: ArrayObject::__construct(): Argument #%d ($iteratorClass) must be a class name derived from ArrayIterator, stdClass given
TypeError: ArrayObject::__construct(): Argument #%d ($iteratorClass) must be a class name derived from ArrayIterator, nope given
OutOfBoundsException: Seek position 7 is out of range
NULL
int(2)
object(ArrayIterator)#%d (1) {
  ["storage":"ArrayIterator":private]=>
  array(3) {
    [0]=>
    int(2)
    [1]=>
    int(4)
    [2]=>
    int(6)
  }
}
int(2)
int(6)
string(157) "O:11:"ArrayObject":4:{i:0;i:0;i:1;a:7:{i:1;i:1;i:5;i:3;i:6;i:1;s:1:"a";i:2;s:1:"b";i:2;s:1:"n";a:1:{s:1:"x";a:1:{i:0;i:1;}}s:1:"q";s:1:"x";}i:2;a:0:{}i:3;N;}"
string(75) "O:13:"ArrayIterator":4:{i:0;i:0;i:1;a:2:{i:1;i:4;i:2;i:6;}i:2;a:0:{}i:3;N;}"
string(37) "x:i:0;a:2:{i:1;i:4;i:2;i:6;};m:a:0:{}"
object(ArrayIterator)#%d (1) {
  ["storage":"ArrayIterator":private]=>
  array(2) {
    [1]=>
    int(4)
    [2]=>
    int(6)
  }
}
int(3)
int(3)
int(1)
bool(true)
bool(false)
object(ArrayObject)#%d (1) {
  ["storage":"ArrayObject":private]=>
  array(2) {
    ["y"]=>
    int(3)
    ["z"]=>
    array(1) {
      [0]=>
      int(1)
    }
  }
}
set
set
get
exists
exists
get
exists
get
int(1)
bool(true)
bool(false)
int(1)
int(42)
unset

Deprecated: Creation of dynamic property S::$dyn is deprecated in %s on line 21
object(S)#%d (4) {
  ["pub"]=>
  int(1)
  ["arr"]=>
  array(1) {
    [0]=>
    int(5)
  }
  ["dyn"]=>
  int(3)
  ["storage":"ArrayObject":private]=>
  array(1) {
    [0]=>
    int(2)
  }
}
set
int(0)
int(2)
int(1)
int(3)
bool(true)
bool(false)
bool(false)
bool(true)
object(RecursiveArrayIterator)#%d (1) {
  ["storage":"ArrayIterator":private]=>
  array(2) {
    [0]=>
    int(2)
    [1]=>
    int(3)
  }
}
bool(true)
object(RecursiveArrayIterator)#%d (1) {
  ["storage":"ArrayIterator":private]=>
  object(ArrayObject)#%d (1) {
    ["storage":"ArrayObject":private]=>
    array(1) {
      [0]=>
      int(4)
    }
  }
}
array(7) {
  [1]=>
  int(1)
  [5]=>
  int(3)
  [6]=>
  int(1)
  ["a"]=>
  int(2)
  ["b"]=>
  int(2)
  ["n"]=>
  array(1) {
    ["x"]=>
    array(1) {
      [0]=>
      int(1)
    }
  }
  ["q"]=>
  string(1) "x"
}
object(ArrayObject)#%d (1) {
  ["storage":"ArrayObject":private]=>
  array(1) {
    [0]=>
    int(7)
  }
}
string(13) "ArrayIterator"
NULL
int(0)
object(ArrayIterator)#%d (1) {
  ["storage":"ArrayIterator":private]=>
  object(ArrayObject)#%d (1) {
    ["storage":"ArrayObject":private]=>
    array(1) {
      [0]=>
      int(7)
    }
  }
}
object(ArrayObject)#%d (1) {
  ["storage":"ArrayObject":private]=>
  object(ArrayObject)#%d (1) {
    ["storage":"ArrayObject":private]=>
    array(2) {
      ["y"]=>
      int(3)
      ["z"]=>
      array(1) {
        [0]=>
        int(1)
      }
    }
  }
}
object(ArrayObject)#%d (1) {
  ["k"]=>
  int(1)
}
int(1)
int(1)
InvalidArgumentException: Overloaded object of type SplFixedArray is not compatible with ArrayObject
int(3)
int(2)
bool(false)
NULL
