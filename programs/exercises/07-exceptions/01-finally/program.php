<?php
function a() { try { return "try\n"; } finally { echo "finally, "; } }
function b() { $x = 1; try { return $x; } finally { $x = 2; } }
function c() { try { throw new Exception('lost'); } finally { return "kept\n"; } }
function d() { foreach ([1, 2] as $i) { try { continue; } finally { echo "f$i "; } } return "\n"; }
echo a();
echo b(), "\n";
echo c();
echo d();
