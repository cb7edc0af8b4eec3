<?php
function compose(callable ...$fs): Closure
{
    return function (...$args) use ($fs) {
        foreach ($fs as $f) {
            $args = [$f(...$args)];
        }
        return $args[0];
    };
}

$f = compose(fn ($a, $b) => $a + $b, fn ($n) => $n * 10, 'strval', 'strrev');
var_dump($f(1, 2));
var_dump(compose('strtoupper')('abc'));
var_dump(compose()(7));
