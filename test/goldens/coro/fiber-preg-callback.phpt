--TEST--
suspending in preg_replace_callback and preg_replace_callback_array
--FILE--
<?php
$f = new Fiber(function (string $text) {
    $text = preg_replace_callback('/\{(\w+)\}/', function ($m) {
        return Fiber::suspend($m[1]);
    }, $text, -1, $count);
    echo "replaced $count\n";
    return preg_replace_callback_array([
        '/\d+/' => fn($m) => Fiber::suspend("number $m[0]"),
        '/[A-Z]+/' => fn($m) => strtolower($m[0]) . Fiber::suspend("upper $m[0]"),
    ], $text);
});
$values = ['name' => 'ANNA', 'age' => 42, 'city' => 'OSLO'];
$ask = $f->start('{name} is {age}, lives in {city}; {unknown}');
while (!$f->isTerminated()) {
    echo "? $ask\n";
    $ask = $f->resume($values[$ask] ?? '<' . strlen($ask) . '>');
}
echo $f->getReturn(), "\n";
// the subject's match state belongs to each call: two fibers take turns
$make = fn($name) => new Fiber(fn() => preg_replace_callback('/./', fn($m) => Fiber::suspend("$name$m[0]") . $m[0], 'abc'));
$a = $make('A'); $b = $make('B');
echo $a->start(), $b->start(), $a->resume(1), $b->resume(2), $b->resume(3), $a->resume(4), "\n";
$a->resume(5); $b->resume(6);
echo $a->getReturn(), ' ', $b->getReturn(), "\n";
// an exception thrown into the callback leaves preg_replace_callback
$f = new Fiber(function () {
    try { preg_replace_callback('/b/', fn() => Fiber::suspend('in b'), 'abc'); }
    catch (DomainException $e) { return 'caught ' . $e->getMessage(); }
});
echo $f->start(), "\n";
$f->throw(new DomainException('no'));
echo $f->getReturn(), "\n";
--EXPECT--
? name
? age
? city
? unknown
replaced 4
? number 42
? number 7
? upper ANNA
? upper OSLO
anna<10> is <9>, lives in oslo<10>; <<8>>
AaBaAbBbBcAc
1a4b5c 2a3b6c
in b
caught no
