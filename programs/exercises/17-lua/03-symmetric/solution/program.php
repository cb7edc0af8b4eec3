<?php
use Lua\Coroutine;

class Sym
{
    private Coroutine $co;

    function __construct(callable $f)
    {
        $this->co = Coroutine::create($f);
    }

    static function transfer(?Sym $to, $value = null)
    {
        return Coroutine::yield($to, $value);
    }

    static function main(Sym $first, $value = null)
    {
        $to = $first;
        while ($to !== null) {
            [$ok, $to, $value] = [...Coroutine::resume($to->co, $value), null, null];
            if (!$ok) {
                throw $to;
            }
        }
        return $value;
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
