--TEST--
FiberError cannot be extended either
--FILE--
<?php
try { Fiber::suspend(); } catch (Error $e) { echo get_class($e), ' ', $e->getLine(), ' ', $e->getCode(), "\n"; }
class MyError extends FiberError {}
--EXPECTF--
Fatal error: Class MyError cannot extend final class FiberError in %s on line 3
