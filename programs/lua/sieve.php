<?php
require __DIR__ . '/say.php';
use Lua\Coroutine;

// Primes: each found prime puts one more filter into the chain.
function numbers(int $to): Closure
{
    return Coroutine::wrap(function () use ($to) {
        for ($i = 2; $i <= $to; $i++) {
            Coroutine::yield($i);
        }
    });
}

function without(int $p, Closure $from): Closure
{
    return Coroutine::wrap(function () use ($p, $from) {
        while (($n = $from()) !== null) {
            if ($n % $p !== 0) {
                Coroutine::yield($n);
            }
        }
    });
}

$chain = numbers(300);
$primes = [];
while (($p = $chain()) !== null) {
    $primes[] = $p;
    $chain = without($p, $chain);
}
say(count($primes));
say(implode(' ', $primes));
