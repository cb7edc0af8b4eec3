--TEST--
The first value of properties: typed, readonly, unset before, and of classes with __set
--FILE--
<?php
class A { public readonly int $x; public float $f; private ?string $s; public array $l=[]; function __construct($x){ $this->x=$x; $this->f=$x; $this->s="a$x"; $this->l[]=$x; } function again(){ $this->x=3; } function s(){return $this->s;}
 function uns(){ unset($this->s); $this->s='new'; return $this->s; } }
class B extends A { function bad(){ $this->x = 9; } }
class M { public int $a; public $b; public $log=[]; function __set($n,$v){ $this->log[]="$n=$v"; } function go($i){ unset($this->a); unset($this->b); $this->a=$i; $this->b=$i; } function ini($i){ $this->a=$i; } }
class P { function __construct(public readonly int $x, protected string $n='q', private ?P $next=null){} function n(){return $this->n.$this->x.($this->next?->x ?? '-');} }
for($i=0;$i<400;$i++){ $a=new A($i); $o=$a->x.$a->f.$a->s().$a->uns(); if($i%100==99) { try{$a->again();}catch(Error $e){echo $e->getMessage(),"\n";}
  $r=(new ReflectionClass('B'))->newInstanceWithoutConstructor(); try{$r->bad();}catch(Error $e){echo $e->getMessage(),"\n";} 
  try { $r->f="abc"; } catch(TypeError $e){echo $e->getMessage(),"\n";}
  echo $o,"\n"; var_dump($a);} 
 $m=new M; $m->ini($i); $m->go($i); if($i%100==99) var_dump($m->log);
 $p=new P($i,'w',new P($i+1)); if($i%100==0) echo $p->n(),"\n"; }
--EXPECT--
w01
Cannot modify readonly property A::$x
Cannot initialize readonly property A::$x from scope B
Cannot assign string to property A::$f of type float
9999a99new
object(A)#2 (4) {
  ["x"]=>
  int(99)
  ["f"]=>
  float(99)
  ["s":"A":private]=>
  string(3) "new"
  ["l"]=>
  array(1) {
    [0]=>
    int(99)
  }
}
array(2) {
  [0]=>
  string(4) "a=99"
  [1]=>
  string(4) "b=99"
}
w100101
Cannot modify readonly property A::$x
Cannot initialize readonly property A::$x from scope B
Cannot assign string to property A::$f of type float
199199a199new
object(A)#2 (4) {
  ["x"]=>
  int(199)
  ["f"]=>
  float(199)
  ["s":"A":private]=>
  string(3) "new"
  ["l"]=>
  array(1) {
    [0]=>
    int(199)
  }
}
array(2) {
  [0]=>
  string(5) "a=199"
  [1]=>
  string(5) "b=199"
}
w200201
Cannot modify readonly property A::$x
Cannot initialize readonly property A::$x from scope B
Cannot assign string to property A::$f of type float
299299a299new
object(A)#2 (4) {
  ["x"]=>
  int(299)
  ["f"]=>
  float(299)
  ["s":"A":private]=>
  string(3) "new"
  ["l"]=>
  array(1) {
    [0]=>
    int(299)
  }
}
array(2) {
  [0]=>
  string(5) "a=299"
  [1]=>
  string(5) "b=299"
}
w300301
Cannot modify readonly property A::$x
Cannot initialize readonly property A::$x from scope B
Cannot assign string to property A::$f of type float
399399a399new
object(A)#2 (4) {
  ["x"]=>
  int(399)
  ["f"]=>
  float(399)
  ["s":"A":private]=>
  string(3) "new"
  ["l"]=>
  array(1) {
    [0]=>
    int(399)
  }
}
array(2) {
  [0]=>
  string(5) "a=399"
  [1]=>
  string(5) "b=399"
}
