--TEST--
foreach over elements of one kind and of many: keys, floats that stay unboxed, destructors, roots of garbage, lists that grow by their next key
--FILE--
<?php
error_reporting(E_ALL);
set_error_handler(function ($n, $m) { echo "[$m]"; return true; });
class N { public $o = null; }
class D { public $o = null; function __construct(public $n) {} function __destruct() { echo "d{$this->n} "; } }
function sum(array $a) { $s = 0; $last = 1.25; foreach ($a as $k => $last) { $s += $last * ($k + 1); } return [$s, $last]; }
function keys(array $a) { $out = ''; foreach ($a as $k => $v) { $j = $k; $out .= gettype($j) . ":$k=" . json_encode($v) . ' '; } return $out; }
function pairs(array $a) { $s = 0; foreach ($a as $i => $x) { for ($j = $i + 1; $j < 4; $j++) { $y = $a[$j]; $s += $x->n * $y->n; } } return [$s, isset($y) ? $y->n : null, isset($x) ? $x->n : null]; }
function rows(array $a) { $n = 0; foreach ($a as $row) { foreach ($row as $x) { $n += $x; } $row[] = $n; $n = count($row) + end($row); } return [$n, $a]; }
function dies(int $n) { $a = []; for ($i = 0; $i < 3; $i++) { $a[$i] = new D($n * 10 + $i); } foreach ($a as $i => $o) { $a[$i] = null; echo "at $i "; } echo 'out '; $o = 5; echo 'end '; return count($a); }
function cycles(int $n) { $o = null; for ($i = 0; $i < $n; $i++) { $new = new N(); $new->o = $new; $o = $new; } $new = null; $o = null; return gc_collect_cycles(); }
function over(array $a) { $x = 'before'; foreach ($a as $x) { if ($x === 3) { break; } } return $x; }
function refs(array $a) { $r = &$a[1]; $s = 0.0; foreach ($a as $v) { $s += $v; $r += 1.5; } return [$s, $a]; }
function grow(int $n, $v) { $a = []; for ($i = 0; $i < $n; $i++) { $a[$i] = $v; } $a[$n + 1] = $i; $a[$n] = $i; $a[] = 'e'; unset($a[$n + 2]); $a[$n + 2] = 'f'; $a[-3] = 'g'; $a[] = 'h'; return $a; }
function next_(int $n) { $a = [1, 2]; unset($a[1]); $a[1] = 5; $b = range(0, $n); $b[$n + 1] = 7; $c = array_fill(2, 3, 0); $c[5] = 8; $c[6] = 9; $c[] = 10; return [$a, $b, $c, array_sum($b)]; }
function fails() { $d = strlen('ab') > 5 ? [] : explode(',', 'a,b'); $e = array_values(['x' => 1.5, 'y' => 2]); $e[0] += 1; $e[2] = $d[1]; return [$d, $e]; }
$os = [new D(1), new D(2), new D(3), new D(4)];
for ($n = 0; $n < 120; $n++) {
  $out = [sum([1.5, 2.5, 3.5]), sum([]), pairs($os), rows([[1, 2], [3, 4]]), over([1, 2, 3, 4]), keys([1.5, 2.5]), grow($n % 9, 1.5), next_($n % 9), fails()];
  if ($n % 2 == 1) { $out[] = dies($n); $out[] = cycles(3); }
  if ($n % 7 == 3) { array_push($out, sum([1, 2, 3]), sum([1.5, 2, '3', true]), keys(['a' => 1, 5 => 'x', 'b' => [1]]), keys([7 => null, 3 => 2.5]), over([]), over(['3', 3.0, 3, 1]), refs([1.5, 2.5, 3.5]), rows([[], [1.5], ['k' => 4]]), pairs([]), pairs([9 => $os[0]]), grow(3, [1]), grow(3, 'x')); }
  if ($n % 11 == 4) { try { $out[] = sum([1.5, 'x']); } catch (TypeError $e) { $out[] = $e->getMessage(); } try { $out[] = pairs([$os[0], 5, null, $os[1]]); } catch (Error $e) { $out[] = $e->getMessage(); } }
  echo $n < 5 || $n > 117 ? json_encode($out) : md5(serialize($out)), "\n";
}
--EXPECT--
[[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"1":0,"0":0,"2":"f","-3":"g","3":"h"},[[1,5],[0,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},7],[["a","b"],[2.5,2,"b"]]]
at 0 at 1 at 2 d10 d11 out d12 end [[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"0":1.5,"2":1,"1":1,"3":"f","-3":"g","4":"h"},[[1,5],[0,1,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},8],[["a","b"],[2.5,2,"b"]],3,3]
[[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"0":1.5,"1":1.5,"3":2,"2":2,"4":"f","-3":"g","5":"h"},[[1,5],[0,1,2,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},10],[["a","b"],[2.5,2,"b"]]]
at 0 at 1 at 2 d30 d31 out d32 end [[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"0":1.5,"1":1.5,"2":1.5,"4":3,"3":3,"5":"f","-3":"g","6":"h"},[[1,5],[0,1,2,3,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},13],[["a","b"],[2.5,2,"b"]],3,3,[14,3],[18.5,true],"string:a=1 integer:5=\"x\" string:b=[1] ","integer:7=null integer:3=2.5 ","before",3,[9,[1.5,7,3.5]],[10.5,[[],[1.5],{"k":4}]],[0,null,null],[0,null,1],{"0":[1],"1":[1],"2":[1],"4":3,"3":3,"5":"f","-3":"g","6":"h"},{"0":"x","1":"x","2":"x","4":3,"3":3,"5":"f","-3":"g","6":"h"}]
[Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"0":1.5,"1":1.5,"2":1.5,"3":1.5,"5":4,"4":4,"6":"f","-3":"g","7":"h"},[[1,5],[0,1,2,3,4,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},17],[["a","b"],[2.5,2,"b"]],"Unsupported operand types: string * int",[2,2,2]]
at 0 at 1 at 2 d50 d51 out d52 end 2f3e8ae5c30472050f3eeff8ac8dd17a
f299c9b1b7f1f390fbb7cc994424fe92
at 0 at 1 at 2 d70 d71 out d72 end 163a8c9cc3af02058d21e24f7892d051
c1315c73cdb542b5ac6918142fc36d9f
at 0 at 1 at 2 d90 d91 out d92 end 9369aa524bb041e52aabc74fe31672ec
493ebe1881c81e257fa083decf646c71
at 0 at 1 at 2 d110 d111 out d112 end bca97dbae12e019e0d211d15dea07315
56763af19103dfa8e040054bb13cdf41
at 0 at 1 at 2 d130 d131 out d132 end f9c0c37fc637c19512d64148c75350dc
d64642104423a8e140b87147842d9f62
at 0 at 1 at 2 d150 d151 out d152 end [Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]fffca9536114c20908e4b0eafccd0b85
7a85b52598e2a742be93ed2eb3edf2b0
at 0 at 1 at 2 d170 d171 out d172 end 8b2b89f02e8f4048532ad85b6c94c821
73365631ac7fb43385ad4aceba69f024
at 0 at 1 at 2 d190 d191 out d192 end b64246d9ecb6f9eae922ab56ef91600c
1918eec6a2f4ff251375fc6ed632a77f
at 0 at 1 at 2 d210 d211 out d212 end b9c658f8051a7bd5411d8de4c6fbb853
4e711f41c125dd284e308a63190c9ff6
at 0 at 1 at 2 d230 d231 out d232 end 2f3e8ae5c30472050f3eeff8ac8dd17a
0b46a960f11a9bbafd278705f386dd0d
at 0 at 1 at 2 d250 d251 out d252 end 163a8c9cc3af02058d21e24f7892d051
[Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]b392326eb102b9986d0527f378b2f940
at 0 at 1 at 2 d270 d271 out d272 end 9369aa524bb041e52aabc74fe31672ec
665e389c05ec8a80567596d6b60f8e6b
at 0 at 1 at 2 d290 d291 out d292 end bca97dbae12e019e0d211d15dea07315
56763af19103dfa8e040054bb13cdf41
at 0 at 1 at 2 d310 d311 out d312 end 8d3502a0e835b52f15cc2fe9fa880fd2
d64642104423a8e140b87147842d9f62
at 0 at 1 at 2 d330 d331 out d332 end 4c15e02de03f1474ffc67a137025acdf
7a85b52598e2a742be93ed2eb3edf2b0
at 0 at 1 at 2 d350 d351 out d352 end 00745c47cd9290ae2ff2fe4187bf916c
73365631ac7fb43385ad4aceba69f024
at 0 at 1 at 2 d370 d371 out d372 end [Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]dc7f5d469c4d651decc2fdfb9899d078
ca7e60bf74c35b539591e79e47aa639c
at 0 at 1 at 2 d390 d391 out d392 end b9c658f8051a7bd5411d8de4c6fbb853
4e711f41c125dd284e308a63190c9ff6
at 0 at 1 at 2 d410 d411 out d412 end 2f3e8ae5c30472050f3eeff8ac8dd17a
f299c9b1b7f1f390fbb7cc994424fe92
at 0 at 1 at 2 d430 d431 out d432 end 163a8c9cc3af02058d21e24f7892d051
c1315c73cdb542b5ac6918142fc36d9f
at 0 at 1 at 2 d450 d451 out d452 end 988e195b9233167a645a367aa92fcc39
665e389c05ec8a80567596d6b60f8e6b
at 0 at 1 at 2 d470 d471 out d472 end bca97dbae12e019e0d211d15dea07315
[Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]b81c71327a5a811e2b7fd3655b3c47ad
at 0 at 1 at 2 d490 d491 out d492 end f9c0c37fc637c19512d64148c75350dc
d64642104423a8e140b87147842d9f62
at 0 at 1 at 2 d510 d511 out d512 end 4c15e02de03f1474ffc67a137025acdf
7db9904f25e04b926d70ed4638c5907f
at 0 at 1 at 2 d530 d531 out d532 end 00745c47cd9290ae2ff2fe4187bf916c
73365631ac7fb43385ad4aceba69f024
at 0 at 1 at 2 d550 d551 out d552 end b64246d9ecb6f9eae922ab56ef91600c
1918eec6a2f4ff251375fc6ed632a77f
at 0 at 1 at 2 d570 d571 out d572 end b9c658f8051a7bd5411d8de4c6fbb853
4e711f41c125dd284e308a63190c9ff6
at 0 at 1 at 2 d590 d591 out d592 end [Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]6fbb52222f63e99a200d4dd09319d9c7
f299c9b1b7f1f390fbb7cc994424fe92
at 0 at 1 at 2 d610 d611 out d612 end 163a8c9cc3af02058d21e24f7892d051
c1315c73cdb542b5ac6918142fc36d9f
at 0 at 1 at 2 d630 d631 out d632 end 9369aa524bb041e52aabc74fe31672ec
665e389c05ec8a80567596d6b60f8e6b
at 0 at 1 at 2 d650 d651 out d652 end bca97dbae12e019e0d211d15dea07315
98809381255e992c5a0b00dd05fbba1e
at 0 at 1 at 2 d670 d671 out d672 end f9c0c37fc637c19512d64148c75350dc
d64642104423a8e140b87147842d9f62
at 0 at 1 at 2 d690 d691 out d692 end 4c15e02de03f1474ffc67a137025acdf
[Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]b4bb55a38096ce7c05638d62899b3aa6
at 0 at 1 at 2 d710 d711 out d712 end 00745c47cd9290ae2ff2fe4187bf916c
73365631ac7fb43385ad4aceba69f024
at 0 at 1 at 2 d730 d731 out d732 end 3815f16987fe7f35cf66b3135f734557
1918eec6a2f4ff251375fc6ed632a77f
at 0 at 1 at 2 d750 d751 out d752 end b9c658f8051a7bd5411d8de4c6fbb853
4e711f41c125dd284e308a63190c9ff6
at 0 at 1 at 2 d770 d771 out d772 end 2f3e8ae5c30472050f3eeff8ac8dd17a
f299c9b1b7f1f390fbb7cc994424fe92
at 0 at 1 at 2 d790 d791 out d792 end 163a8c9cc3af02058d21e24f7892d051
b88ce0eb6dc81a25190a6a032716afc3
at 0 at 1 at 2 d810 d811 out d812 end [Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]3104f5344f337a8ec6a55bbecfd2ca6d
665e389c05ec8a80567596d6b60f8e6b
at 0 at 1 at 2 d830 d831 out d832 end bca97dbae12e019e0d211d15dea07315
56763af19103dfa8e040054bb13cdf41
at 0 at 1 at 2 d850 d851 out d852 end f9c0c37fc637c19512d64148c75350dc
d64642104423a8e140b87147842d9f62
at 0 at 1 at 2 d870 d871 out d872 end 4e1febf56c38d2e7c7791da840689620
7a85b52598e2a742be93ed2eb3edf2b0
at 0 at 1 at 2 d890 d891 out d892 end 00745c47cd9290ae2ff2fe4187bf916c
73365631ac7fb43385ad4aceba69f024
at 0 at 1 at 2 d910 d911 out d912 end b64246d9ecb6f9eae922ab56ef91600c
[Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]da470aebd301ed216259019af4df5855
at 0 at 1 at 2 d930 d931 out d932 end b9c658f8051a7bd5411d8de4c6fbb853
bbd20d33f69bb33c9d6bea0bb467aa08
at 0 at 1 at 2 d950 d951 out d952 end 2f3e8ae5c30472050f3eeff8ac8dd17a
f299c9b1b7f1f390fbb7cc994424fe92
at 0 at 1 at 2 d970 d971 out d972 end 163a8c9cc3af02058d21e24f7892d051
c1315c73cdb542b5ac6918142fc36d9f
at 0 at 1 at 2 d990 d991 out d992 end 9369aa524bb041e52aabc74fe31672ec
665e389c05ec8a80567596d6b60f8e6b
at 0 at 1 at 2 d1010 d1011 out d1012 end 5894f3a93ebdef58e0db0203da05725a
56763af19103dfa8e040054bb13cdf41
at 0 at 1 at 2 d1030 d1031 out d1032 end [Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]8c3fc96fd4969f236261adce81e020f5
d64642104423a8e140b87147842d9f62
at 0 at 1 at 2 d1050 d1051 out d1052 end 4c15e02de03f1474ffc67a137025acdf
7a85b52598e2a742be93ed2eb3edf2b0
at 0 at 1 at 2 d1070 d1071 out d1072 end 00745c47cd9290ae2ff2fe4187bf916c
8a61abb97c2a87701c5dca9e49f91e93
at 0 at 1 at 2 d1090 d1091 out d1092 end b64246d9ecb6f9eae922ab56ef91600c
1918eec6a2f4ff251375fc6ed632a77f
at 0 at 1 at 2 d1110 d1111 out d1112 end b9c658f8051a7bd5411d8de4c6fbb853
4e711f41c125dd284e308a63190c9ff6
at 0 at 1 at 2 d1130 d1131 out d1132 end 2f3e8ae5c30472050f3eeff8ac8dd17a
[Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null][Attempt to read property "n" on int][Attempt to read property "n" on null]e627239c67f6a4ed7e72f37ca7bfcbe5
at 0 at 1 at 2 d1150 d1151 out d1152 end 9e0fd3f0669c09163c15b860a883911f
c1315c73cdb542b5ac6918142fc36d9f
at 0 at 1 at 2 d1170 d1171 out d1172 end 9369aa524bb041e52aabc74fe31672ec
[[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"0":1.5,"2":1,"1":1,"3":"f","-3":"g","4":"h"},[[1,5],[0,1,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},8],[["a","b"],[2.5,2,"b"]]]
at 0 at 1 at 2 d1190 d1191 out d1192 end [[17,3.5],[0,1.25],[35,4,4],[16,[[1,2],[3,4]]],3,"integer:0=1.5 integer:1=2.5 ",{"0":1.5,"1":1.5,"3":2,"2":2,"4":"f","-3":"g","5":"h"},[[1,5],[0,1,2,7],{"2":0,"3":0,"4":0,"5":8,"6":9,"7":10},10],[["a","b"],[2.5,2,"b"]],3,3]
d1 d2 d3 d4
