<?php
use Lua\Coroutine;

class Sym
{
    function __construct(callable $f) {} // your code

    static function transfer(?Sym $to, $value = null)
    {
        return null;
    }

    static function main(Sym $first, $value = null)
    {
        return null;
    }
}

$consumer = null;
$producer = new Sym(function ($n) use (&$consumer) {
    foreach (['a', 'b', 'c'] as $item) {
        $wish = Sym::transfer($consumer, "$item$n");
        echo "asked for more by $wish\n";
    }
    Sym::transfer(null, 'all sold');
});
$consumer = new Sym(function ($item) use ($producer) {
    for ($i = 1; ; $i++) {
        echo "consumed $item\n";
        $item = Sym::transfer($producer, "wish $i");
    }
});
var_dump(Sym::main($producer, 7));
