--TEST--
suspending in JsonSerializable, __serialize, __unserialize, __sleep, __debugInfo and var_export
--FILE--
<?php
class J implements JsonSerializable { function __construct(private $v) {} function jsonSerialize(): mixed { return Fiber::suspend("json $this->v"); } }
class Ser { function __construct(public $v = 0) {} function __serialize(): array { return ['w' => Fiber::suspend("ser $this->v")]; } function __unserialize(array $d): void { $this->v = Fiber::suspend('unser ' . json_encode($d)); } }
class St { public $a = 1; static function __set_state(array $s) { $o = new self; $o->a = Fiber::suspend('state ' . json_encode($s)); return $o; } function __debugInfo() { return ['shown' => Fiber::suspend('debug')]; } }
$f = new Fiber(function () {
    echo json_encode(['x' => new J(1), 'l' => [new J(2), new J(3)]]), "\n";
    try { echo json_encode(['x' => new J(4)], JSON_THROW_ON_ERROR), "\n"; } catch (JsonException $e) { echo $e->getMessage(), "\n"; }
    $s = serialize([new Ser(5), $o = new Ser(6), $o]);
    echo $s, "\n";
    $u = unserialize($s);
    echo json_encode($u), ' ', $u[1] === $u[2] ? 'same' : 'different', "\n";
    eval('$st = ' . var_export(new St, true) . ';');
    var_dump($st);
    print_r($st);
    return 'end';
});
$v = $f->start(); $n = 0;
while (!$f->isTerminated()) { echo "{{$v}} "; $n++; $v = $f->resume($n === 3 ? ['deep' => new J('nested')] : ($v === 'json 4' ? "\xff" : "r$n")); }
echo $f->getReturn(), "\n";
// two json_encode calls under way at once
$a = new Fiber(fn() => json_encode([new J('a1'), new J('a2')], JSON_PRETTY_PRINT)); $b = new Fiber(fn() => json_encode([new J('b1'), ["\xff"]]));
echo $a->start(), $b->start(), $a->resume(1), "\n";
$b->resume(2); $a->resume([]);
var_dump($a->getReturn(), $b->getReturn(), json_last_error());
--EXPECT--
{json 1} {json 2} {json 3} {json nested} {"x":"r1","l":["r2",{"deep":"r4"}]}
{json 4} Malformed UTF-8 characters, possibly incorrectly encoded
{ser 5} {ser 6} a:3:{i:0;O:3:"Ser":1:{s:1:"w";s:2:"r6";}i:1;O:3:"Ser":1:{s:1:"w";s:2:"r7";}i:2;r:4;}
{unser {"w":"r6"}} {unser {"w":"r7"}} [{"v":"r8"},{"v":"r9"},{"v":"r9"}] same
{state {"a":1}} {debug} object(St)#8 (1) {
  ["shown"]=>
  string(3) "r11"
}
{debug} St Object
(
    [shown] => r12
)
end
json a1json b1json a2
string(17) "[
    1,
    []
]"
bool(false)
int(0)
