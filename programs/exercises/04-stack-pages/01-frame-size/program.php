<?php
function a($x, $y) { return $x + $y; }
function b($x) { return func_get_args(); }
a(1, 2);
b(1, 2, 3);
