--TEST--
exceptions from destructors inside of fibers
--FILE--
<?php
class T { function __construct(public string $n) {} function __destruct() { throw new Exception("dtor $this->n"); } }
$f = new Fiber(function () {
    $t = new T('a');
    try { unset($t); } catch (Exception $e) { echo 'caught ', $e->getMessage(), "\n"; }
    $x = Fiber::suspend(1);
    $t = new T('b');
    return 'value';
});
$f->start();
try { $f->resume(); echo 'no exception, returned ', $f->getReturn(), "\n"; } catch (Exception $e) { echo 'outside ', $e->getMessage(), "\n"; }
try { $f->getReturn(); } catch (FiberError $e) { echo $e->getMessage(), "\n"; }
// on top of an exception that is under way
$f = new Fiber(function () { $t = new T('c'); throw new LogicException('first'); });
try { $f->start(); } catch (Throwable $e) { do echo get_class($e), ' ', $e->getMessage(), "\n"; while ($e = $e->getPrevious()); }
// while the fiber is destroyed
$f = new Fiber(function () { $t = new T('d'); try { Fiber::suspend(); } finally { echo "finally\n"; } });
$f->start();
try { $f = null; echo "unreached?\n"; } catch (Exception $e) { echo get_class($e), ' ', $e->getMessage(), ' ', $e->getPrevious() ? 'chained' : 'alone', "\n"; }
// the exception of the destroyed fiber itself, on top of one of its locals
$f = new Fiber(function () { $t = new T('e'); try { Fiber::suspend(); } finally { throw new RuntimeException('finally throws'); } });
$f->start();
try { unset($f); } catch (Throwable $e) { do echo get_class($e), ' ', $e->getMessage(), "\n"; while ($e = $e->getPrevious()); }
--EXPECT--
caught dtor a
outside dtor b
Cannot get fiber return value: The fiber threw an exception
Exception dtor c
LogicException first
finally
Exception dtor d alone
Exception dtor e
RuntimeException finally throws
