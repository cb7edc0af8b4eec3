--TEST--
Fiber nested
--FILE--
<?php
function task(string $name, int $n): Fiber {
    return new Fiber(function () use ($name, $n) {
        for ($i = 0; $i < $n; $i++) {
            echo "$name $i\n";
            $inner = new Fiber(function ($x) use ($name) {
                echo "  inner of $name: $x\n";
                $r = Fiber::suspend($x + 1);
                echo "  inner of $name resumed with $r\n";
                return $r . '!';
            });
            $v = $inner->start($i);
            $back = Fiber::suspend("$name:$v");
            $inner->resume($back);
            echo "  returned ", $inner->getReturn(), "\n";
        }
        return $name;
    });
}
$tasks = [task('A', 2), task('B', 3)];
foreach ($tasks as $t) echo $t->start(), "\n";
while ($tasks) {
    foreach ($tasks as $k => $t) {
        $r = $t->resume("r$k");
        if ($t->isTerminated()) { echo $t->getReturn(), " finished\n"; unset($tasks[$k]); } else echo $r, "\n";
    }
}
--EXPECT--
A 0
  inner of A: 0
A:1
B 0
  inner of B: 0
B:1
  inner of A resumed with r0
  returned r0!
A 1
  inner of A: 1
A:2
  inner of B resumed with r1
  returned r1!
B 1
  inner of B: 1
B:2
  inner of A resumed with r0
  returned r0!
A finished
  inner of B resumed with r1
  returned r1!
B 2
  inner of B: 2
B:3
  inner of B resumed with r1
  returned r1!
B finished
