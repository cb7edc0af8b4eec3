<?php
$fiber = new Fiber(function (array $xs): string {
    $answers = array_map(fn ($x) => Fiber::suspend("need $x"), $xs);
    return implode('+', $answers);
});
$request = $fiber->start(['a', 'b', 'c']);
while (!$fiber->isTerminated()) {
    echo $request, "\n";
    $request = $fiber->resume(strtoupper(substr($request, -1)));
}
var_dump($request);
echo $fiber->getReturn(), "\n";
