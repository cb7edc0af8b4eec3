<?php
class P { public $a = 1; protected $b = [1, 2]; private $c = 'x'; public ?P $next = null; }
$p = new P; $p->next = new P; $p->dyn = ['k' => ['deep' => [1.5, null, true, [1, [2, [3]]]]]];
$s = str_repeat("long string with \"quotes\" and \n newlines ", 10);
$list = range(1, 300);
$small = [1, 2, 'a' => 3];
go(function () { $mine = 7; co::sleep(1); });
echo 1;
