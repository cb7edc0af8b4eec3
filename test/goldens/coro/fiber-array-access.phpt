--TEST--
suspending in ArrayAccess: reading, writing, nested and compound
--FILE--
<?php
class Box implements ArrayAccess {
    public array $data = [];
    function offsetExists(mixed $o): bool { $r = Fiber::suspend(['exists', $o]); return $r ?? isset($this->data[$o]); }
    function offsetGet(mixed $o): mixed { Fiber::suspend(['get', $o]); return $this->data[$o] ?? null; }
    function offsetSet(mixed $o, mixed $v): void { Fiber::suspend(['set', $o, is_object($v) ? get_class($v) : $v]); if ($o === null) $this->data[] = $v; else $this->data[$o] = $v; }
    function offsetUnset(mixed $o): void { Fiber::suspend(['unset', $o]); unset($this->data[$o]); }
}
$f = new Fiber(function () {
    $b = new Box;
    $b['x'] = 1;
    $b[] = 'pushed';
    $b['x'] += 41;
    echo $b['x'], "\n";
    $b['y'] ??= 'fallback';
    $b['y'] ??= 'not this';
    $b['in'] = new Box;
    $b['in']['deep'] = $b['x']++ . '!';
    echo $b['in']['deep'], ' ', $b['x'], "\n";
    ['x' => $x, 'y' => $y] = $b;
    echo "$x $y\n";
    echo isset($b['in']['deep']) ? 'set' : 'unset', ' ', empty($b['x']) ? 'empty' : 'full', ' ', isset($b['none']) ? 'set' : 'unset', "\n";
    unset($b['in']['deep'], $b['x']);
    foreach ([1, 2] as $b['loop']) echo 'loop ', $b->data['loop'], "\n";
    return array_keys($b->data);
});
$log = [$f->start()];
while (!$f->isTerminated()) $log[] = $f->resume();
array_pop($log);
foreach ($log as $entry) echo json_encode($entry), "\n";
echo json_encode($f->getReturn()), "\n";
--EXPECTF--
42

Notice: Indirect modification of overloaded element of Box has no effect in %s on line 18
42! 42
42 fallback
set full unset
loop 1
loop 2
["set","x",1]
["set",null,"pushed"]
["get","x"]
["set","x",42]
["get","x"]
["exists","y"]
["set","y","fallback"]
["exists","y"]
["get","y"]
["set","in","Box"]
["get","x"]
["get","in"]
["set","deep","42!"]
["get","in"]
["get","deep"]
["get","x"]
["get","x"]
["get","y"]
["exists","in"]
["get","in"]
["exists","deep"]
["exists","x"]
["get","x"]
["exists","none"]
["get","in"]
["unset","deep"]
["unset","x"]
["set","loop",1]
["set","loop",2]
[0,"y","in","loop"]
