<?php
class Slow
{
    public function __toString(): string
    {
        co::sleep(0.1);
        return 'slow';
    }
}
go(function () {
    echo implode(' ', array_map(function ($n) { co::sleep($n / 10); return $n * $n; }, [3, 1, 2])), "\n";
});
go(function () {
    echo 'a ' . new Slow . " string\n";
});
echo "both wait\n";
