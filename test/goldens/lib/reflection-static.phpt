--TEST--
Reflection: static properties behind typed references, a closure as an object with methods
--FILE--
<?php
class T { public static string $y = ''; public static $z; }
class O { function __toString() { return "O!"; } }
T::$z =& T::$y;
(new ReflectionProperty('T','z'))->setValue(new O); var_dump(T::$y);
T::$z = 'k'; (new ReflectionClass('T'))->setStaticPropertyValue('z', 5); var_dump(T::$y);
try { (new ReflectionClass('T'))->setStaticPropertyValue('z', []); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$c = fn($a, $b = 0) => 1;
foreach ((new ReflectionObject($c))->getMethods() as $m) echo $m->name, $m->getNumberOfParameters(), "\n";
--EXPECT--
string(2) "O!"
string(1) "5"
Cannot assign array to reference held by property T::$y of type string
__construct0
bind3
bindTo2
call2
fromCallable1
__invoke2
