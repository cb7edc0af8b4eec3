<?php
function worker() {
    try {
        for ($i = 1; ; $i++) {
            try { yield $i; }
            catch (Exception $e) { echo "skip {$e->getMessage()}\n"; }
        }
    } finally {
        echo "cleaned up\n";
    }
}
$w = worker();
echo $w->current(), "\n";
echo $w->throw(new Exception('one')), "\n";
$w->next();
echo $w->current(), "\n";
try { $w->throw(new Error('fatal')); } catch (Error $e) { echo "out: {$e->getMessage()}\n"; }
var_dump($w->valid(), $w->current());
