--TEST--
Products, shifts and sums in front of a mask of 32 bits, of all kinds of operands
--FILE--
<?php
function f($x, $c, $h) {
  $a = ($x * 1103515245 + $c) & 0x7fffffff;
  $b = ($c - $x * 31) & 0xffffffff;
  $d = ($h - $x * 65599 + $c) & 0xffff;
  $e = ($c + ($x << 5) + $x) & 0xffffffff;
  $f = (($x << 13) - $h) & 0xffffffff;
  $g = ($x << 31) & 0xffffffff;
  return [$a, $b, $d, $e, $f, $g];
}
foreach ([0, 1, -1, 12345, 2147483647, -2147483648, 4294967295, 9007199254740991, -9007199254740991, 1.5, true, "7", PHP_INT_MAX, PHP_INT_MIN] as $x)
 foreach ([0, 5, -5, 9007199254740991, PHP_INT_MAX, 2.5, "3", null] as $c) {
  foreach ([0, 77, -4294967296, false] as $h) { try { echo json_encode(f($x, $c, $h)), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; } }
}
function g() { $u = 5; return ($u * 4294967295 + $nix) & 0xff; }
echo g();
--EXPECTF--
[0,0,0,0,0,0]
[0,0,77,0,4294967219,0]
[0,0,0,0,0,0]
[0,0,0,0,0,0]
[5,5,5,5,0,0]
[5,5,82,5,4294967219,0]
[5,5,5,5,0,0]
[5,5,5,5,0,0]
[2147483643,4294967291,65531,4294967291,0,0]
[2147483643,4294967291,72,4294967291,4294967219,0]
[2147483643,4294967291,65531,4294967291,0,0]
[2147483643,4294967291,65531,4294967291,0,0]
[2147483647,4294967295,65535,4294967295,0,0]
[2147483647,4294967295,76,4294967295,4294967219,0]
[2147483647,4294967295,65535,4294967295,0,0]
[2147483647,4294967295,65535,4294967295,0,0]
[2147483647,4294967295,65535,4294967295,0,0]

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 5
[2147483647,4294967295,0,4294967295,4294967219,0]
[2147483647,4294967295,65535,4294967295,0,0]
[2147483647,4294967295,65535,4294967295,0,0]

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 6
[2,2,2,2,0,0]

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 79.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 6
[2,2,79,2,4294967219,0]

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4294967293.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 6
[2,2,3,2,0,0]

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 2.5 to int loses precision in %s on line 6
[2,2,2,2,0,0]
[3,3,3,3,0,0]
[3,3,80,3,4294967219,0]
[3,3,3,3,0,0]
[3,3,3,3,0,0]
[0,0,0,0,0,0]
[0,0,77,0,4294967219,0]
[0,0,0,0,0,0]
[0,0,0,0,0,0]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,14,33,8115,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515250,4294967270,65478,38,8192,2147483648]
[1103515250,4294967270,19,38,8115,2147483648]
[1103515250,4294967270,65478,38,8192,2147483648]
[1103515250,4294967270,65478,38,8192,2147483648]
[1103515240,4294967260,65468,28,8192,2147483648]
[1103515240,4294967260,9,28,8115,2147483648]
[1103515240,4294967260,65468,28,8192,2147483648]
[1103515240,4294967260,65468,28,8192,2147483648]
[1103515244,4294967264,65472,32,8192,2147483648]
[1103515244,4294967264,13,32,8115,2147483648]
[1103515244,4294967264,65472,32,8192,2147483648]
[1103515244,4294967264,65472,32,8192,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,65472,0,8192,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,13,0,8115,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,65472,0,8192,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,65472,0,8192,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -65596.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,65476,35,8192,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -65519.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,17,35,8115,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295032892.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,65476,35,8192,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -65596.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,65476,35,8192,2147483648]
[1103515248,4294967268,65476,36,8192,2147483648]
[1103515248,4294967268,17,36,8115,2147483648]
[1103515248,4294967268,65476,36,8192,2147483648]
[1103515248,4294967268,65476,36,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,14,33,8115,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,140,4294967263,4294959027,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968408,36,68,4294967268,4294959104,2147483648]
[1043968408,36,145,4294967268,4294959027,2147483648]
[1043968408,36,68,4294967268,4294959104,2147483648]
[1043968408,36,68,4294967268,4294959104,2147483648]
[1043968398,26,58,4294967258,4294959104,2147483648]
[1043968398,26,135,4294967258,4294959027,2147483648]
[1043968398,26,58,4294967258,4294959104,2147483648]
[1043968398,26,58,4294967258,4294959104,2147483648]
[1043968402,30,62,4294967262,4294959104,2147483648]
[1043968402,30,139,4294967262,4294959027,2147483648]
[1043968402,30,62,4294967262,4294959104,2147483648]
[1043968402,30,62,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.223372036854841E+18 to int loses precision in %s on line 5
[1043968402,0,0,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.223372036854841E+18 to int loses precision in %s on line 5
[1043968402,0,0,4294967262,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4
[1043968402,0,62,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.223372036854841E+18 to int loses precision in %s on line 5
[1043968402,0,0,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float -1103515242.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 65601.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -30.5 to int loses precision in %s on line 6
[1043968406,33,65,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float -1103515242.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 65678.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -30.5 to int loses precision in %s on line 6
[1043968406,33,142,4294967266,4294959027,2147483648]

Deprecated: Implicit conversion from float -1103515242.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4294901694.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -30.5 to int loses precision in %s on line 6
[1043968406,33,66,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float -1103515242.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 65601.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -30.5 to int loses precision in %s on line 6
[1043968406,33,65,4294967266,4294959104,2147483648]
[1043968406,34,66,4294967266,4294959104,2147483648]
[1043968406,34,143,4294967266,4294959027,2147483648]
[1043968406,34,66,4294967266,4294959104,2147483648]
[1043968406,34,66,4294967266,4294959104,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,140,4294967263,4294959027,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1406920261,4294584601,8697,407385,101130240,2147483648]
[1406920261,4294584601,8774,407385,101130163,2147483648]
[1406920261,4294584601,8697,407385,101130240,2147483648]
[1406920261,4294584601,8697,407385,101130240,2147483648]
[1406920266,4294584606,8702,407390,101130240,2147483648]
[1406920266,4294584606,8779,407390,101130163,2147483648]
[1406920266,4294584606,8702,407390,101130240,2147483648]
[1406920266,4294584606,8702,407390,101130240,2147483648]
[1406920256,4294584596,8692,407380,101130240,2147483648]
[1406920256,4294584596,8769,407380,101130163,2147483648]
[1406920256,4294584596,8692,407380,101130240,2147483648]
[1406920256,4294584596,8692,407380,101130240,2147483648]
[1406920260,4294584600,8696,407384,101130240,2147483648]
[1406920260,4294584600,8773,407384,101130163,2147483648]
[1406920260,4294584600,8696,407384,101130240,2147483648]
[1406920260,4294584600,8696,407384,101130240,2147483648]

Deprecated: Implicit conversion from float 9.223385659750476E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036855183E+18 to int loses precision in %s on line 6
[1406920704,4294584600,8696,407552,101130240,2147483648]

Deprecated: Implicit conversion from float 9.223385659750476E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036855183E+18 to int loses precision in %s on line 6
[1406920704,4294584600,8773,407552,101130163,2147483648]

Deprecated: Implicit conversion from float 9.223385659750476E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036855183E+18 to int loses precision in %s on line 6
[1406920704,4294584600,8696,407552,101130240,2147483648]

Deprecated: Implicit conversion from float 9.223385659750476E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036855183E+18 to int loses precision in %s on line 6
[1406920704,4294584600,8696,407552,101130240,2147483648]

Deprecated: Implicit conversion from float 13622895699527.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -382692.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -809819652.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 407387.5 to int loses precision in %s on line 6
[1406920263,4294584604,8700,407387,101130240,2147483648]

Deprecated: Implicit conversion from float 13622895699527.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -382692.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -809819575.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 407387.5 to int loses precision in %s on line 6
[1406920263,4294584604,8777,407387,101130163,2147483648]

Deprecated: Implicit conversion from float 13622895699527.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -382692.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -5104786948.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 407387.5 to int loses precision in %s on line 6
[1406920263,4294584604,8700,407387,101130240,2147483648]

Deprecated: Implicit conversion from float 13622895699527.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -382692.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -809819652.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 407387.5 to int loses precision in %s on line 6
[1406920263,4294584604,8700,407387,101130240,2147483648]
[1406920264,4294584604,8700,407388,101130240,2147483648]
[1406920264,4294584604,8777,407388,101130163,2147483648]
[1406920264,4294584604,8700,407388,101130240,2147483648]
[1406920264,4294584604,8700,407388,101130240,2147483648]
[1406920261,4294584601,8697,407385,101130240,2147483648]
[1406920261,4294584601,8774,407385,101130163,2147483648]
[1406920261,4294584601,8697,407385,101130240,2147483648]
[1406920261,4294584601,8697,407385,101130240,2147483648]
[1043968403,2147483679,63,2147483615,4294959104,2147483648]
[1043968403,2147483679,140,2147483615,4294959027,2147483648]
[1043968403,2147483679,63,2147483615,4294959104,2147483648]
[1043968403,2147483679,63,2147483615,4294959104,2147483648]
[1043968408,2147483684,68,2147483620,4294959104,2147483648]
[1043968408,2147483684,145,2147483620,4294959027,2147483648]
[1043968408,2147483684,68,2147483620,4294959104,2147483648]
[1043968408,2147483684,68,2147483620,4294959104,2147483648]
[1043968398,2147483674,58,2147483610,4294959104,2147483648]
[1043968398,2147483674,135,2147483610,4294959027,2147483648]
[1043968398,2147483674,58,2147483610,4294959104,2147483648]
[1043968398,2147483674,58,2147483610,4294959104,2147483648]
[1043968402,2147483678,62,2147483614,4294959104,2147483648]
[1043968402,2147483678,139,2147483614,4294959027,2147483648]
[1043968402,2147483678,62,2147483614,4294959104,2147483648]
[1043968402,2147483678,62,2147483614,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.1593152979707474E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372107721736E+18 to int loses precision in %s on line 6
[1043968000,2147483678,62,2147483648,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.1593152979707474E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372107721736E+18 to int loses precision in %s on line 6
[1043968000,2147483678,139,2147483648,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.1593152979707474E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372107721736E+18 to int loses precision in %s on line 6
[1043968000,2147483678,62,2147483648,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.1593152979707474E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372107721736E+18 to int loses precision in %s on line 6
[1043968000,2147483678,62,2147483648,4294959104,2147483648]

Deprecated: Implicit conversion from float -66571993054.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -140872779759550.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 70866960353.5 to int loses precision in %s on line 6
[1043968512,2147483682,66,2147483617,4294959104,2147483648]

Deprecated: Implicit conversion from float -66571993054.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -140872779759473.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 70866960353.5 to int loses precision in %s on line 6
[1043968512,2147483682,143,2147483617,4294959027,2147483648]

Deprecated: Implicit conversion from float -66571993054.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -140877074726846.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 70866960353.5 to int loses precision in %s on line 6
[1043968512,2147483682,66,2147483617,4294959104,2147483648]

Deprecated: Implicit conversion from float -66571993054.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -140872779759550.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 70866960353.5 to int loses precision in %s on line 6
[1043968512,2147483682,66,2147483617,4294959104,2147483648]
[1043968406,2147483682,66,2147483618,4294959104,2147483648]
[1043968406,2147483682,143,2147483618,4294959027,2147483648]
[1043968406,2147483682,66,2147483618,4294959104,2147483648]
[1043968406,2147483682,66,2147483618,4294959104,2147483648]
[1043968403,2147483679,63,2147483615,4294959104,2147483648]
[1043968403,2147483679,140,2147483615,4294959027,2147483648]
[1043968403,2147483679,63,2147483615,4294959104,2147483648]
[1043968403,2147483679,63,2147483615,4294959104,2147483648]
[0,2147483648,0,2147483648,0,0]
[0,2147483648,77,2147483648,4294967219,0]
[0,2147483648,0,2147483648,0,0]
[0,2147483648,0,2147483648,0,0]
[5,2147483653,5,2147483653,0,0]
[5,2147483653,82,2147483653,4294967219,0]
[5,2147483653,5,2147483653,0,0]
[5,2147483653,5,2147483653,0,0]
[2147483643,2147483643,65531,2147483643,0,0]
[2147483643,2147483643,72,2147483643,4294967219,0]
[2147483643,2147483643,65531,2147483643,0,0]
[2147483643,2147483643,65531,2147483643,0,0]
[2147483647,2147483647,65535,2147483647,0,0]
[2147483647,2147483647,76,2147483647,4294967219,0]
[2147483647,2147483647,65535,2147483647,0,0]
[2147483647,2147483647,65535,2147483647,0,0]

Deprecated: Implicit conversion from float 9.223372103426769E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.2235129096346E+18 to int loses precision in %s on line 5
[2147483647,2147483648,0,2147483647,0,0]

Deprecated: Implicit conversion from float 9.223372103426769E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.2235129096346E+18 to int loses precision in %s on line 5
[2147483647,2147483648,0,2147483647,4294967219,0]

Deprecated: Implicit conversion from float 9.223372103426769E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.223512905339634E+18 to int loses precision in %s on line 5
[2147483647,2147483648,0,2147483647,0,0]

Deprecated: Implicit conversion from float 9.223372103426769E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 9.2235129096346E+18 to int loses precision in %s on line 5
[2147483647,2147483648,0,2147483647,0,0]

Deprecated: Implicit conversion from float 66571993090.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 140872779825154.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -70866960381.5 to int loses precision in %s on line 6
[0,2147483650,2,2147483651,0,0]

Deprecated: Implicit conversion from float 66571993090.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 140872779825231.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -70866960381.5 to int loses precision in %s on line 6
[0,2147483650,79,2147483651,4294967219,0]

Deprecated: Implicit conversion from float 66571993090.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 140868484857858.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -70866960381.5 to int loses precision in %s on line 6
[0,2147483650,2,2147483651,0,0]

Deprecated: Implicit conversion from float 66571993090.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 140872779825154.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float -70866960381.5 to int loses precision in %s on line 6
[0,2147483650,2,2147483651,0,0]
[3,2147483651,3,2147483651,0,0]
[3,2147483651,80,2147483651,4294967219,0]
[3,2147483651,3,2147483651,0,0]
[3,2147483651,3,2147483651,0,0]
[0,2147483648,0,2147483648,0,0]
[0,2147483648,77,2147483648,4294967219,0]
[0,2147483648,0,2147483648,0,0]
[0,2147483648,0,2147483648,0,0]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,140,4294967263,4294959027,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968408,36,68,4294967268,4294959104,2147483648]
[1043968408,36,145,4294967268,4294959027,2147483648]
[1043968408,36,68,4294967268,4294959104,2147483648]
[1043968408,36,68,4294967268,4294959104,2147483648]
[1043968398,26,58,4294967258,4294959104,2147483648]
[1043968398,26,135,4294967258,4294959027,2147483648]
[1043968398,26,58,4294967258,4294959104,2147483648]
[1043968398,26,58,4294967258,4294959104,2147483648]
[1043968402,30,62,4294967262,4294959104,2147483648]
[1043968402,30,139,4294967262,4294959027,2147483648]
[1043968402,30,62,4294967262,4294959104,2147483648]
[1043968402,30,62,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.3962933923663688E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372178588697E+18 to int loses precision in %s on line 6
[1043968000,30,62,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.3962933923663688E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372178588697E+18 to int loses precision in %s on line 6
[1043968000,30,139,0,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.3962933923663688E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372178588697E+18 to int loses precision in %s on line 6
[1043968000,30,62,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.3962933923663688E+19 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372178588697E+18 to int loses precision in %s on line 6
[1043968000,30,62,0,4294959104,2147483648]

Deprecated: Implicit conversion from float -133143986142.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -281745559584702.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 141733920737.5 to int loses precision in %s on line 6
[1043968000,34,66,4294967265,4294959104,2147483648]

Deprecated: Implicit conversion from float -133143986142.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -281745559584625.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 141733920737.5 to int loses precision in %s on line 6
[1043968000,34,143,4294967265,4294959027,2147483648]

Deprecated: Implicit conversion from float -133143986142.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -281749854551998.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 141733920737.5 to int loses precision in %s on line 6
[1043968000,34,66,4294967265,4294959104,2147483648]

Deprecated: Implicit conversion from float -133143986142.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -281745559584702.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 141733920737.5 to int loses precision in %s on line 6
[1043968000,34,66,4294967265,4294959104,2147483648]
[1043968406,34,66,4294967266,4294959104,2147483648]
[1043968406,34,143,4294967266,4294959027,2147483648]
[1043968406,34,66,4294967266,4294959104,2147483648]
[1043968406,34,66,4294967266,4294959104,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,140,4294967263,4294959027,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]
[1043968403,31,63,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639160492E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,36,0,4294967268,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,36,0,4294967268,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639160492E+20 to int loses precision in %s on line 5
[0,36,0,4294967268,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,36,0,4294967268,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,26,0,4294967258,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,26,0,4294967258,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639160492E+20 to int loses precision in %s on line 5
[0,26,0,4294967258,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,26,0,4294967258,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958170136652E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908542567124995E+20 to int loses precision in %s on line 5
[0,30,0,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958170136652E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908542567124995E+20 to int loses precision in %s on line 5
[0,30,0,4294967262,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958170136652E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908542567167944E+20 to int loses precision in %s on line 5
[0,30,0,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958170136652E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908542567124995E+20 to int loses precision in %s on line 5
[0,30,0,4294967262,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.939590915731358E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.816398918748994E+20 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.520609612261229E+18 to int loses precision in %s on line 6
[0,30,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.939590915731358E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.816398918748994E+20 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.520609612261229E+18 to int loses precision in %s on line 6
[0,30,0,0,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.939590915731358E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.816398918791944E+20 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.520609612261229E+18 to int loses precision in %s on line 6
[0,30,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.939590915731358E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.816398918748994E+20 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.520609612261229E+18 to int loses precision in %s on line 6
[0,30,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,32,0,4294967232,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,32,0,4294967232,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639160492E+20 to int loses precision in %s on line 5
[0,32,0,4294967232,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,32,0,4294967232,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,34,0,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,34,0,4294967266,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639160492E+20 to int loses precision in %s on line 5
[0,34,0,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,34,0,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959027,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639160492E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -5.908632639117542E+20 to int loses precision in %s on line 5
[0,31,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8115,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639074592E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967270,0,38,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967270,0,38,8115,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639074592E+20 to int loses precision in %s on line 5
[0,4294967270,0,38,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967270,0,38,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967260,0,28,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967260,0,28,8115,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639074592E+20 to int loses precision in %s on line 5
[0,4294967260,0,28,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967260,0,28,8192,2147483648]

Deprecated: Implicit conversion from float -9.939581683352122E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.90872271111009E+20 to int loses precision in %s on line 5
[0,4294967264,0,32,8192,2147483648]

Deprecated: Implicit conversion from float -9.939581683352122E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.90872271111009E+20 to int loses precision in %s on line 5
[0,4294967264,0,32,8115,2147483648]

Deprecated: Implicit conversion from float -9.939581683352122E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.90872271106714E+20 to int loses precision in %s on line 5
[0,4294967264,0,32,8192,2147483648]

Deprecated: Implicit conversion from float -9.939581683352122E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.90872271111009E+20 to int loses precision in %s on line 5
[0,4294967264,0,32,8192,2147483648]

Deprecated: Implicit conversion from float -9.939572468987284E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.502595213751747E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.00086635948609E+20 to int loses precision in %s on line 5
[0,0,0,32,8192,2147483648]

Deprecated: Implicit conversion from float -9.939572468987284E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.502595213751747E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.00086635948609E+20 to int loses precision in %s on line 5
[0,0,0,32,8115,2147483648]

Deprecated: Implicit conversion from float -9.939572468987284E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.502595213751747E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.00086635944314E+20 to int loses precision in %s on line 5
[0,0,0,32,8192,2147483648]

Deprecated: Implicit conversion from float -9.939572468987284E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.502595213751747E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.00086635948609E+20 to int loses precision in %s on line 5
[0,0,0,32,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967264,0,64,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967264,0,64,8115,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639074592E+20 to int loses precision in %s on line 5
[0,4294967264,0,64,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967264,0,64,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967268,0,36,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967268,0,36,8115,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639074592E+20 to int loses precision in %s on line 5
[0,4294967268,0,36,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967268,0,36,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8115,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639074592E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8192,2147483648]

Deprecated: Implicit conversion from float -9.93958169235932E+24 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 5.908632639117542E+20 to int loses precision in %s on line 5
[0,4294967265,0,33,8192,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98398.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32674,33,8192,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98321.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32751,33,8115,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295065694.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32674,33,8192,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98398.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32674,33,8192,2147483648]

Deprecated: Implicit conversion from float 1655272872.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -41.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98393.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 38.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272872,4294967255,32679,38,8192,2147483648]

Deprecated: Implicit conversion from float 1655272872.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -41.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98316.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 38.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272872,4294967255,32756,38,8115,2147483648]

Deprecated: Implicit conversion from float 1655272872.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -41.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295065689.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 38.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272872,4294967255,32679,38,8192,2147483648]

Deprecated: Implicit conversion from float 1655272872.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -41.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98393.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 38.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272872,4294967255,32679,38,8192,2147483648]

Deprecated: Implicit conversion from float 1655272862.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -51.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98403.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 28.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272862,4294967245,32669,28,8192,2147483648]

Deprecated: Implicit conversion from float 1655272862.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -51.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98326.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 28.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272862,4294967245,32746,28,8115,2147483648]

Deprecated: Implicit conversion from float 1655272862.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -51.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295065699.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 28.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272862,4294967245,32669,28,8192,2147483648]

Deprecated: Implicit conversion from float 1655272862.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -51.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98403.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 28.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272862,4294967245,32669,28,8192,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272866,4294967248,32672,34,8192,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272866,4294967248,32750,34,8115,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272866,4294967248,32672,34,8192,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272866,4294967248,32672,34,8192,2147483648]

Deprecated: Implicit conversion from float 9.22337203851005E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655273472,0,32768,0,8192,2147483648]

Deprecated: Implicit conversion from float 9.22337203851005E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655273472,0,32768,0,8115,2147483648]

Deprecated: Implicit conversion from float 9.22337203851005E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655273472,0,32768,0,8192,2147483648]

Deprecated: Implicit conversion from float 9.22337203851005E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655273472,0,32768,0,8192,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967252,32676,36,8192,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967252,32753,36,8115,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967252,32676,36,8192,2147483648]

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967252,32676,36,8192,2147483648]

Deprecated: Implicit conversion from float 1655272870.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -43.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98395.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 36.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967253,32677,36,8192,2147483648]

Deprecated: Implicit conversion from float 1655272870.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -43.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98318.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 36.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967253,32754,36,8115,2147483648]

Deprecated: Implicit conversion from float 1655272870.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -43.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295065691.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 36.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967253,32677,36,8192,2147483648]

Deprecated: Implicit conversion from float 1655272870.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -43.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98395.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 36.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272870,4294967253,32677,36,8192,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98398.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32674,33,8192,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98321.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32751,33,8115,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295065694.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32674,33,8192,2147483648]

Deprecated: Implicit conversion from float 1655272867.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -46.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -98398.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 33.5 to int loses precision in %s on line 6

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 7

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s on line 8
[1655272867,4294967250,32674,33,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,14,33,8115,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515250,4294967270,65478,38,8192,2147483648]
[1103515250,4294967270,19,38,8115,2147483648]
[1103515250,4294967270,65478,38,8192,2147483648]
[1103515250,4294967270,65478,38,8192,2147483648]
[1103515240,4294967260,65468,28,8192,2147483648]
[1103515240,4294967260,9,28,8115,2147483648]
[1103515240,4294967260,65468,28,8192,2147483648]
[1103515240,4294967260,65468,28,8192,2147483648]
[1103515244,4294967264,65472,32,8192,2147483648]
[1103515244,4294967264,13,32,8115,2147483648]
[1103515244,4294967264,65472,32,8192,2147483648]
[1103515244,4294967264,65472,32,8192,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,65472,0,8192,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,13,0,8115,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,65472,0,8192,2147483648]

Deprecated: Implicit conversion from float 9.223372037958291E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1103515648,4294967264,65472,0,8192,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -65596.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,65476,35,8192,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -65519.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,17,35,8115,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295032892.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,65476,35,8192,2147483648]

Deprecated: Implicit conversion from float 1103515247.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -28.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -65596.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 35.5 to int loses precision in %s on line 6
[1103515247,4294967268,65476,35,8192,2147483648]
[1103515248,4294967268,65476,36,8192,2147483648]
[1103515248,4294967268,17,36,8115,2147483648]
[1103515248,4294967268,65476,36,8192,2147483648]
[1103515248,4294967268,65476,36,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,14,33,8115,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1103515245,4294967265,65473,33,8192,2147483648]
[1282155771,4294967079,65095,231,57344,2147483648]
[1282155771,4294967079,65172,231,57267,2147483648]
[1282155771,4294967079,65095,231,57344,2147483648]
[1282155771,4294967079,65095,231,57344,2147483648]
[1282155776,4294967084,65100,236,57344,2147483648]
[1282155776,4294967084,65177,236,57267,2147483648]
[1282155776,4294967084,65100,236,57344,2147483648]
[1282155776,4294967084,65100,236,57344,2147483648]
[1282155766,4294967074,65090,226,57344,2147483648]
[1282155766,4294967074,65167,226,57267,2147483648]
[1282155766,4294967074,65090,226,57344,2147483648]
[1282155766,4294967074,65090,226,57344,2147483648]
[1282155770,4294967078,65094,230,57344,2147483648]
[1282155770,4294967078,65171,230,57267,2147483648]
[1282155770,4294967078,65094,230,57344,2147483648]
[1282155770,4294967078,65094,230,57344,2147483648]

Deprecated: Implicit conversion from float 9.223372044579383E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1282156544,4294967078,65094,0,57344,2147483648]

Deprecated: Implicit conversion from float 9.223372044579383E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1282156544,4294967078,65171,0,57267,2147483648]

Deprecated: Implicit conversion from float 9.223372044579383E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1282156544,4294967078,65094,0,57344,2147483648]

Deprecated: Implicit conversion from float 9.223372044579383E+18 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[1282156544,4294967078,65094,0,57344,2147483648]

Deprecated: Implicit conversion from float 7724606717.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -214.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -459190.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 233.5 to int loses precision in %s on line 6
[1282155773,4294967082,65098,233,57344,2147483648]

Deprecated: Implicit conversion from float 7724606717.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -214.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -459113.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 233.5 to int loses precision in %s on line 6
[1282155773,4294967082,65175,233,57267,2147483648]

Deprecated: Implicit conversion from float 7724606717.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -214.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -4295426486.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 233.5 to int loses precision in %s on line 6
[1282155773,4294967082,65098,233,57344,2147483648]

Deprecated: Implicit conversion from float 7724606717.5 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -214.5 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -459190.5 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 233.5 to int loses precision in %s on line 6
[1282155773,4294967082,65098,233,57344,2147483648]
[1282155774,4294967082,65098,234,57344,2147483648]
[1282155774,4294967082,65175,234,57267,2147483648]
[1282155774,4294967082,65098,234,57344,2147483648]
[1282155774,4294967082,65098,234,57344,2147483648]
[1282155771,4294967079,65095,231,57344,2147483648]
[1282155771,4294967079,65172,231,57267,2147483648]
[1282155771,4294967079,65095,231,57344,2147483648]
[1282155771,4294967079,65095,231,57344,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456407E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967268,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967268,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456407E+23 to int loses precision in %s on line 5
[0,0,0,4294967268,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967268,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967258,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967258,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456407E+23 to int loses precision in %s on line 5
[0,0,0,4294967258,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967258,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652984954E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.859155259432433E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439732384372E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.232379236109517E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652984954E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.859155259432433E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439732384372E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.232379236109517E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652984954E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.859155259432433E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439732384415E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.232379236109517E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652984954E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.859155259432433E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439732384372E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.232379236109517E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.017813166219932E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.7670116110564327E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050347588735996E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.8446744073709552E+19 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.017813166219932E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.7670116110564327E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050347588735996E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.8446744073709552E+19 to int loses precision in %s on line 6
[0,0,0,0,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.017813166219932E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.7670116110564327E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050347588736039E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.8446744073709552E+19 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.017813166219932E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.7670116110564327E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050347588735996E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 1.8446744073709552E+19 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456407E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5

Deprecated: Implicit conversion from float 9.223372036854776E+18 to int loses precision in %s on line 6
[0,0,0,0,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967266,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456407E+23 to int loses precision in %s on line 5
[0,0,0,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967266,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959027,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456407E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float 1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float -2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float -6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,4294967263,4294959104,2147483648]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456321E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,5,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,5,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456321E+23 to int loses precision in %s on line 5
[0,0,0,5,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,5,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456321E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.017813165296694E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.859335403417528E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439912528357E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,0,0]

Deprecated: Implicit conversion from float -1.017813165296694E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.859335403417528E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439912528357E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,4294967219,0]

Deprecated: Implicit conversion from float -1.017813165296694E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.859335403417528E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439912528314E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,0,0]

Deprecated: Implicit conversion from float -1.017813165296694E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.859335403417528E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439912528357E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,0,0]

Deprecated: Implicit conversion from float -1.0178131643752575E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.9514790517935283E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050532056176733E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,0,0]

Deprecated: Implicit conversion from float -1.0178131643752575E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.9514790517935283E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050532056176733E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131643752575E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.9514790517935283E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.05053205617669E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,0,0]

Deprecated: Implicit conversion from float -1.0178131643752575E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.9514790517935283E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050532056176733E+23 to int loses precision in %s on line 5
[0,0,0,4294967295,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456321E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,3,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,3,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456321E+23 to int loses precision in %s on line 5
[0,0,0,3,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,3,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,4294967219,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456321E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Deprecated: Implicit conversion from float -1.0178131652975947E+28 to int loses precision in %s on line 3

Deprecated: Implicit conversion from float 2.8592453314249805E+20 to int loses precision in %s on line 4

Deprecated: Implicit conversion from float 6.050439822456364E+23 to int loses precision in %s on line 5
[0,0,0,0,0,0]

Warning: Undefined variable $nix in %s on line 15
251
