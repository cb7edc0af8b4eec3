--TEST--
Reflection of classes, functions, properties, attributes, enums
--FILE--
<?php
#[Attribute] class At { public function __construct(public int $a=1, public string $b='x') {} }
#[Attribute(Attribute::TARGET_METHOD|Attribute::IS_REPEATABLE)] class M {}
#[At(5, b: 'y')] class Foo { #[M] #[M] public function f(#[At] int $p) {} #[M] public $prop; #[At(self::K)] const K=7; }
$c = new ReflectionClass('Foo');
foreach ($c->getAttributes() as $a) { var_dump($a->getName(), $a->getArguments(), $a->newInstance(), $a->getTarget(), $a->isRepeated()); }
var_dump(count((new ReflectionMethod('Foo','f'))->getAttributes(M::class)), (new ReflectionMethod('Foo','f'))->getAttributes()[0]->isRepeated());
try { (new ReflectionProperty('Foo','prop'))->getAttributes()[0]->newInstance(); } catch (Error $e) { echo $e->getMessage(),"\n"; }
var_dump((new ReflectionClassConstant('Foo','K'))->getAttributes()[0]->newInstance());
var_dump((new ReflectionParameter(['Foo','f'],0))->getAttributes(At::class, ReflectionAttribute::IS_INSTANCEOF)[0]->getName());
class P { private $x=1; protected static $s=5; public ?P $t=null; public int $u; private function priv($a,$b=2) { return [$a,$b,static::class]; } static function st() { return static::class; } function __invoke() {} }
class Q extends P {}
$rp = new ReflectionProperty('P','x'); $p=new P; var_dump($rp->getValue($p)); $rp->setValue($p, 42); var_dump($rp->getValue($p)); 
$rs = new ReflectionProperty('P','s'); var_dump($rs->getValue()); $rs->setValue(9); var_dump($rs->getValue());
$ru = new ReflectionProperty('P','u'); var_dump($ru->isInitialized($p), $ru->hasDefaultValue(), $ru->getType()->getName()); try { $ru->getValue($p);} catch(Error $e) {echo $e->getMessage(),"\n";} try { $ru->setValue($p,'abc');} catch(Error $e) {echo $e->getMessage(),"\n";}
$m = new ReflectionMethod('P','priv'); var_dump($m->invoke(new Q, 1)); var_dump($m->invokeArgs(new P,[1,'b'=>3])); try { $m->invoke(null);} catch(Exception $e){echo $e->getMessage(),"\n";} try { $m->invoke(new stdClass);} catch(Exception $e){echo $e->getMessage(),"\n";}
var_dump((new ReflectionMethod('Q::st'))->invoke(null)); var_dump(($m->getClosure($p))(7));
$f = new ReflectionFunction(function(int|string $a, ?array &$b=null, ...$c) use ($p): static { }); foreach($f->getParameters() as $x) { echo $x,"\n"; var_dump($x->allowsNull(), $x->isOptional(), $x->isPassedByReference(), $x->isVariadic(), $x->getPosition()); } var_dump($f->getReturnType()->getName(), $f->getStaticVariables(), $f->getClosureUsedVariables(), $f->getName());
foreach (['ReflectionClass'=>['nope'],'ReflectionMethod'=>['P','nope'],'ReflectionProperty'=>['P','nope'],'ReflectionFunction'=>['nope'],'ReflectionClassConstant'=>['P','N'],'ReflectionEnum'=>['P'],'ReflectionParameter'=>['strlen',5]] as $cl=>$args) { try { new $cl(...$args);} catch (Exception $e) { echo get_class($e),': ',$e->getMessage(),' ',$e->getCode(),"\n"; } }
try { new ReflectionMethod('foo'); } catch(Throwable $e){echo get_class($e),$e->getMessage(),"\n";}
try { new ReflectionMethod(new P); } catch(Throwable $e){echo get_class($e),$e->getMessage(),"\n";}
$c->name; try { $c->name='x'; } catch (Throwable $e) { echo get_class($e),$e->getMessage(),"\n"; } try { clone $c; } catch (Throwable $e) { echo get_class($e),$e->getMessage(),"\n"; }
var_dump($c, (new ReflectionClass('P'))->newInstance(), (new ReflectionClass('Q'))->getMethods()); 
enum S:string { case A='a'; case B='b'; const C=self::A; } $e=new ReflectionEnum('S'); var_dump($e->getCases(), $e->getCase('A')->getBackingValue(), $e->getBackingType()->getName(), $e->getCase('B')->getValue(), $e->isCase ?? null); try { $e->getCase('C'); } catch (Exception $x) { echo $x->getMessage(),"\n"; } try { $e->getCase('D'); } catch (Exception $x) { echo $x->getMessage(),"\n"; }
var_dump(Reflection::getModifierNames((new ReflectionMethod('P','st'))->getModifiers()));
try { (new ReflectionProperty('P','x'))->getValue(); } catch (TypeError $e) { echo $e->getMessage(),"\n"; }
try { (new ReflectionProperty('P','x'))->getValue(new stdClass); } catch (Exception $e) { echo get_class($e),$e->getMessage(),"\n"; }
trait T { private $tp=1; function tm() {} } class UT { use T { tm as protected tz; } } $ut=new ReflectionClass('UT'); var_dump($ut->getTraitAliases(), $ut->getTraitNames(), $ut->hasMethod('TZ'), $ut->getMethod('tz')->isProtected());
function &rr(P $x = null) { yield 1; } var_dump((new ReflectionFunction('rr'))->isGenerator(), (new ReflectionFunction('rr'))->returnsReference());
$o = new ReflectionObject($p); $p->dyn=1; var_dump($o->hasProperty('dyn'), count($o->getProperties()), (string)$o->getProperty('dyn'), $o->getProperty('dyn')->isDefault());
var_dump((new ReflectionClass('P'))->getStaticProperties(), (new ReflectionClass('P'))->getDefaultProperties(), (new ReflectionClass('Foo'))->getConstants());
abstract class Abs { abstract function a(); } try { (new ReflectionClass('Abs'))->newInstance(); } catch (Error $e) { echo $e->getMessage(),"\n"; } var_dump((new ReflectionClass('Abs'))->isInstantiable(), (new ReflectionClass('P'))->isCloneable());
try { (new ReflectionClass('stdClass'))->newInstance(1); } catch (Exception $e) { echo $e->getMessage(),"\n"; }
class N { function __construct(public readonly int $a, $b=2) {} } var_dump((new ReflectionClass('N'))->newInstanceArgs(['a'=>1]), (new ReflectionClass('N'))->newInstance(3), (new ReflectionClass('N'))->newInstanceWithoutConstructor(), (new ReflectionClass('N'))->getConstructor()->getParameters()[0]->isPromoted());
$t = (new ReflectionFunction(fn(): A&B => 1))->getReturnType(); var_dump(get_class($t), (string)$t, count($t->getTypes()));
var_dump((new ReflectionMethod('ArrayObject','count'))->getTentativeReturnType()->getName(), (new ReflectionMethod('ArrayObject','count'))->hasReturnType());
var_dump((new ReflectionClass('N'))->newInstance(b: 4, a: 9));
--EXPECTF--
string(2) "At"
array(2) {
  [0]=>
  int(5)
  ["b"]=>
  string(1) "y"
}
object(At)#%d (2) {
  ["a"]=>
  int(5)
  ["b"]=>
  string(1) "y"
}
int(1)
bool(false)
int(2)
bool(true)
Attribute "M" cannot target property (allowed targets: method)
object(At)#%d (2) {
  ["a"]=>
  int(7)
  ["b"]=>
  string(1) "x"
}
string(2) "At"
int(1)
int(42)
int(5)
int(9)
bool(false)
bool(false)
string(3) "int"
Typed property P::$u must not be accessed before initialization
Cannot assign string to property P::$u of type int
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  string(1) "Q"
}
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(3)
  [2]=>
  string(1) "P"
}
Trying to invoke non static method P::priv() without an object
Given object is not an instance of the class this method was declared in
string(1) "Q"
array(3) {
  [0]=>
  int(7)
  [1]=>
  int(2)
  [2]=>
  string(1) "P"
}
Parameter #0 [ <required> string|int $a ]
bool(false)
bool(false)
bool(false)
bool(false)
int(0)
Parameter #1 [ <optional> ?array &$b = NULL ]
bool(true)
bool(true)
bool(true)
bool(false)
int(1)
Parameter #2 [ <optional> ...$c ]
bool(true)
bool(true)
bool(false)
bool(true)
int(2)
string(6) "static"
array(1) {
  ["p"]=>
  object(P)#%d (2) {
    ["x":"P":private]=>
    int(42)
    ["t"]=>
    NULL
    ["u"]=>
    uninitialized(int)
  }
}
array(1) {
  ["p"]=>
  object(P)#%d (2) {
    ["x":"P":private]=>
    int(42)
    ["t"]=>
    NULL
    ["u"]=>
    uninitialized(int)
  }
}
string(9) "{closure}"
ReflectionException: Class "nope" does not exist -1
ReflectionException: Method P::nope() does not exist 0
ReflectionException: Property P::$nope does not exist 0
ReflectionException: Function nope() does not exist 0
ReflectionException: Constant P::N does not exist 0
ReflectionException: Class "P" is not an enum -1
ReflectionException: The parameter specified by its offset could not be found 0
ReflectionExceptionReflectionMethod::__construct(): Argument #%d ($objectOrMethod) must be a valid method name
ValueErrorReflectionMethod::__construct(): Argument #%d ($method) cannot be null when argument #%d ($objectOrMethod) is an object
ReflectionExceptionCannot set read-only property ReflectionClass::$name
ErrorTrying to clone an uncloneable object of class ReflectionClass
object(ReflectionClass)#%d (1) {
  ["name"]=>
  string(3) "Foo"
}
object(P)#%d (2) {
  ["x":"P":private]=>
  int(1)
  ["t"]=>
  NULL
  ["u"]=>
  uninitialized(int)
}
array(2) {
  [0]=>
  object(ReflectionMethod)#%d (2) {
    ["name"]=>
    string(2) "st"
    ["class"]=>
    string(1) "P"
  }
  [1]=>
  object(ReflectionMethod)#%d (2) {
    ["name"]=>
    string(8) "__invoke"
    ["class"]=>
    string(1) "P"
  }
}
array(2) {
  [0]=>
  object(ReflectionEnumBackedCase)#%d (2) {
    ["name"]=>
    string(1) "A"
    ["class"]=>
    string(1) "S"
  }
  [1]=>
  object(ReflectionEnumBackedCase)#%d (2) {
    ["name"]=>
    string(1) "B"
    ["class"]=>
    string(1) "S"
  }
}
string(1) "a"
string(6) "string"
enum(S::B)
NULL
S::C is not a case
Case S::D does not exist
array(2) {
  [0]=>
  string(6) "public"
  [1]=>
  string(6) "static"
}
ReflectionProperty::getValue(): Argument #%d ($object) must be provided for instance properties
ReflectionExceptionGiven object is not an instance of the class this property was declared in
array(1) {
  ["tz"]=>
  string(5) "T::tm"
}
array(1) {
  [0]=>
  string(1) "T"
}
bool(true)
bool(true)
bool(true)
bool(true)

Deprecated: Creation of dynamic property P::$dyn is deprecated in %s on line 30
bool(true)
int(5)
string(35) "Property [ <dynamic> public $dyn ]
"
bool(false)
array(1) {
  ["s"]=>
  int(9)
}
array(3) {
  ["s"]=>
  int(5)
  ["x"]=>
  int(1)
  ["t"]=>
  NULL
}
array(1) {
  ["K"]=>
  int(7)
}
Cannot instantiate abstract class Abs
bool(false)
bool(true)
Class stdClass does not have a constructor, so you cannot pass any constructor arguments
object(N)#%d (1) {
  ["a"]=>
  int(1)
}
object(N)#%d (1) {
  ["a"]=>
  int(3)
}
object(N)#%d (0) {
  ["a"]=>
  uninitialized(int)
}
bool(true)
string(26) "ReflectionIntersectionType"
string(3) "A&B"
int(2)
string(3) "int"
bool(false)
object(N)#%d (1) {
  ["a"]=>
  int(9)
}
