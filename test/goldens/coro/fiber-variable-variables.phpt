--TEST--
compact, extract, $$, func_get_args, get_defined_vars and static vars around suspensions
--FILE--
<?php
function work($a, $b = 2) {
    extract(['e1' => 'x', 'b' => Fiber::suspend('b')]);
    $name = 'dyn'; $$name = Fiber::suspend(compact('a', 'b', 'e1'));
    static $calls = 0; $calls++;
    $args = func_get_args();
    Fiber::suspend(array_keys(get_defined_vars()));
    $fn = fn() => $dyn . Fiber::suspend('arrow') . $a;
    $r = $fn();
    parse_str('p=1&q[]=2', $parsed);
    unset($$name);
    return [$r, $calls, $args, func_num_args(), isset($dyn), $parsed['q'], ${'e1'}];
}
$f1 = new Fiber('work'); $f2 = new Fiber('work');
$s = [$f1->start(1, 2, 3), $f2->start('one')];
$n = 0;
while (!$f1->isTerminated() || !$f2->isTerminated()) foreach ([$f1, $f2] as $i => $f) if (!$f->isTerminated()) { echo $i, ' ', json_encode($s[$i]), "\n"; $s[$i] = $f->resume("v" . ++$n); }
echo json_encode([$f1->getReturn(), $f2->getReturn()]), "\n";
// $GLOBALS and globals seen from fibers
$counter = 1;
$g = new Fiber(function () { $GLOBALS['counter']++; Fiber::suspend(); global $counter; $counter += 10; $GLOBALS['made'] = 'in fiber'; Fiber::suspend(); unset($GLOBALS['counter']); });
$g->start(); $counter *= 100; $g->resume(); echo $counter, ' ', $made, "\n"; $g->resume(); var_dump(isset($counter));
--EXPECT--
0 "b"
1 "b"
0 {"a":1,"b":"v1","e1":"x"}
1 {"a":"one","b":"v2","e1":"x"}
0 ["a","b","name","calls","args","dyn","e1"]
1 ["a","b","name","calls","args","dyn","e1"]
0 "arrow"
1 "arrow"
[["v3v71",2,[1,"v1",3],3,false,["2"],"x"],["v4v8one",2,["one"],1,false,["2"],"x"]]
210 in fiber
bool(false)
