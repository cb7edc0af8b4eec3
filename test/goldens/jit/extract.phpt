--TEST--
extract() writes variables of a compiled function
--FILE--
<?php
class E { public function run(array $a) { $v = null; $n = extract($a); var_dump($v, $n); } 
public function x() { $v_this = null; try { var_dump(extract(["this" => "value"], EXTR_PREFIX_ALL, "v")); } catch (Throwable $e) {} var_dump($v_this); } }
(new E)->run(['v' => 5]); (new E)->x();(new E)->x();
--EXPECT--
int(5)
int(1)
int(1)
string(5) "value"
int(1)
string(5) "value"
