--TEST--
A generator made by compiled code keeps its object
--FILE--
<?php
class G { public function __destruct() { echo "gone\n"; } public $n = 5;
 public function it() { yield 1; yield $this->n; }
 public function get() { return $this->it(); } public function par() { return self::it(); } }
for ($i = 0; $i < 5; $i++) { $o = new G; $g = $i % 2 ? $o->get() : $o->par(); unset($o); echo "before\n"; foreach ($g as $x) echo $x, "\n"; unset($g); }
--EXPECT--
before
1
5
gone
before
1
5
gone
before
1
5
gone
before
1
5
gone
before
1
5
gone
