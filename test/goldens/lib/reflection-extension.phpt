--TEST--
ReflectionExtension, getExtension(), ReflectionZendExtension without an extension of that name
--FILE--
<?php
$json = new ReflectionExtension('JSON');
var_dump($json->getName(), $json->getClassNames(), array_keys($json->getFunctions()), count($json->getConstants()));
var_dump($json->getConstants()['JSON_PRETTY_PRINT'], $json->getDependencies(), $json->isPersistent(), $json->isTemporary());
var_dump((new ReflectionExtension('spl'))->getDependencies());
foreach (['strlen', 'sort', 'preg_match', 'spl_object_id'] as $name) {
    echo $name, ' ', (new ReflectionFunction($name))->getExtensionName(), "\n";
}
foreach (['Exception', 'ArrayObject', 'DateTime', 'ReflectionClass', 'JsonException'] as $name) {
    echo $name, ' ', (new ReflectionClass($name))->getExtension()->name, "\n";
}
var_dump((new ReflectionFunction(fn () => 1))->getExtension(), (new ReflectionClass(new class {}))->getExtensionName());
echo new ReflectionFunction('str_repeat'), new ReflectionMethod('Exception', 'getMessage');
foreach (['ReflectionExtension', 'ReflectionZendExtension'] as $class) {
    try {
        new $class('none such');
    } catch (ReflectionException $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
string(4) "json"
array(2) {
  [0]=>
  string(16) "JsonSerializable"
  [1]=>
  string(13) "JsonException"
}
array(4) {
  [0]=>
  string(11) "json_encode"
  [1]=>
  string(11) "json_decode"
  [2]=>
  string(15) "json_last_error"
  [3]=>
  string(19) "json_last_error_msg"
}
int(29)
int(128)
array(0) {
}
bool(true)
bool(false)
array(1) {
  ["json"]=>
  string(8) "Required"
}
strlen Core
sort standard
preg_match pcre
spl_object_id SPL
Exception Core
ArrayObject SPL
DateTime date
ReflectionClass Reflection
JsonException json
NULL
bool(false)
Function [ <internal:standard> function str_repeat ] {

  - Parameters [2] {
    Parameter #0 [ <required> string $string ]
    Parameter #1 [ <required> int $times ]
  }
  - Return [ string ]
}
Method [ <internal:Core, prototype Throwable> final public method getMessage ] {

  - Parameters [0] {
  }
  - Return [ string ]
}
Extension "none such" does not exist
Zend Extension "none such" does not exist
