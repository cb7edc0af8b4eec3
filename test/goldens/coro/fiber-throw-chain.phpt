--TEST--
Fiber throw chain
--FILE--
<?php
$f = new Fiber(function () {
    try { Fiber::suspend(1); }
    finally {
        try { throw new Exception('B'); } catch (Exception $e) { echo $e->getMessage(), ' ', $e->getPrevious()?->getMessage() ?? 'none', "\n"; }
        Fiber::suspend(2);
        throw new Exception('C');
    }
});
$f->start();
var_dump($f->throw(new Exception('A')));
try { $f->resume(); } catch (Exception $e) { do { echo $e->getMessage(), ' ', $e->getLine(), "\n"; } while ($e = $e->getPrevious()); }
$f = new Fiber(function () { try { Fiber::suspend(); } catch (Exception $e) { Fiber::suspend($e->getMessage()); } throw $e; });
$f->start();
echo $f->throw($x = new Exception('same')), "\n";
try { $f->resume(); } catch (Exception $e) { var_dump($e === $x); }
--EXPECT--
B none
int(2)
C 7
A 11
same
bool(true)
