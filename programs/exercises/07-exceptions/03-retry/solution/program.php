<?php
function retry(int $times, callable $f)
{
    for ($i = 1; ; $i++) {
        try {
            return $f($i);
        } catch (Exception $e) {
            if ($i >= $times) {
                throw $e;
            }
        }
    }
}

echo retry(3, function ($n) { if ($n < 3) throw new Exception("no $n"); return "yes $n"; }), "\n";
try { retry(2, function ($n) { throw new Exception("no $n"); }); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
$calls = 0;
try { retry(5, function () use (&$calls) { $calls++; return intdiv(1, 0); }); } catch (Error $e) { echo get_class($e), " $calls\n"; }
