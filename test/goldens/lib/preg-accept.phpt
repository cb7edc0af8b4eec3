--TEST--
preg: (*ACCEPT) that has matched nothing
--FILE--
<?php
var_dump(preg_match_all('/(*ACCEPT)a/', 'ab', $m), $m[0]);
var_dump(preg_match_all('/x|(*ACCEPT)a|b/', 'abx', $m), $m[0]);
--EXPECT--
int(3)
array(3) {
  [0]=>
  string(0) ""
  [1]=>
  string(0) ""
  [2]=>
  string(0) ""
}
int(5)
array(5) {
  [0]=>
  string(0) ""
  [1]=>
  string(0) ""
  [2]=>
  string(1) "b"
  [3]=>
  string(1) "x"
  [4]=>
  string(0) ""
}
