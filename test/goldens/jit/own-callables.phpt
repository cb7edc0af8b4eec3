--TEST--
$this->method(...), parent::method(...) in compiled code keep $this
--FILE--
<?php
class Base { public function who() { return 'base' . $this->n; } public $n = 0; }
class P extends Base {
    public $v = [];
    public function __construct(?callable $f = null) { if ($f) $f($this->resolve(...)); }
    public function resolve(mixed $v) { $this->settle(1, $v); }
    private function settle($s, $v) { $this->v[] = $v; }
    public function who() { return (parent::who(...))() . (self::tag(...))(); }
    public static function tag() { return static::class; }
    public function __destruct() { echo 'gone', $this->n, "\n"; }
}
class Q extends P {}
$q = [];
function later($v) { return new P(function ($ok) use ($v) { global $q; $q[] = fn() => $ok($v); }); }
for ($i = 0; $i < 600; $i++) { $x = later($i); $x->n = $i; $r = $q; $q = []; foreach ($r as $f) $f(); if ($i < 598) { $x->n = -1; ob_start(); $r = $f = $x = null; ob_end_clean(); } }
unset($r, $f);
var_dump($x->v);
$o = new Q; $o->n = 7; $s = '';
for ($i = 0; $i < 600; $i++) $s = $o->who();
echo $s, "\n";
$c = $o->who(...); unset($o); echo $c(), "\n"; unset($c); echo "end\n";
--EXPECT--
gone598
array(1) {
  [0]=>
  int(599)
}
base7Q
base7Q
gone7
end
gone599
