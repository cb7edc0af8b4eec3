--TEST--
Error handlers, destructors and exceptions in order
--FILE--
<?php
set_error_handler(function($n, $m) { echo "H:$m\n"; return true; });
try { $u->x .= 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $f = fn() => $nope . (new stdClass); $f(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
class D { function __construct(public $n) {} function __destruct() { echo "~{$this->n}\n"; } }
function thrower($d) { $x = new D('local'); throw new Exception('t'); }
try { thrower(new D('arg')); } catch (Exception $e) { echo "caught\n"; } unset($e);
try { [new D('tmp'), thrower(1)]; } catch (Exception $e) { echo "caught2\n"; }
class T { function __destruct() { throw new Exception('from destructor'); } }
try { $t = new T; unset($t); echo "not reached\n"; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
function g() { $t = new T; throw new Error('orig'); }
try { g(); } catch (Throwable $e) { echo get_class($e), $e->getMessage(), '<-', $e->getPrevious() ? $e->getPrevious()->getMessage() : 'none', "\n"; }
try { $t = new T; $t = 5; } finally { echo "fin\n"; }

--EXPECTF--
H:Undefined variable $u
Attempt to assign property "x" on null
H:Undefined variable $nope
Object of class stdClass could not be converted to string
~local
caught
~arg
~local
~tmp
caught2
from destructor
Exceptionfrom destructor<-orig
fin

Fatal error: Uncaught Exception: from destructor in %s:9
Stack trace:
#0 %s(13): T->__destruct()
#1 {main}
  thrown in %s on line 9
