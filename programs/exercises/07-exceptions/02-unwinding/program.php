<?php
class D { function __destruct() { echo "destroyed\n"; } }
function g() { $d = new D; throw new RuntimeException('deep'); }
function f() {
    try { g(); }
    catch (LogicException $e) { echo "wrong\n"; }
    finally { echo "finally\n"; }
}
try { f(); } catch (Exception $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
