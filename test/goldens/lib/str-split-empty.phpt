--TEST--
str_split() of an empty string
--FILE--
<?php var_dump(str_split(''), str_split('abc', 2));
--EXPECT--
array(0) {
}
array(2) {
  [0]=>
  string(2) "ab"
  [1]=>
  string(1) "c"
}
