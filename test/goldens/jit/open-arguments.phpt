--TEST--
Named and unpacked arguments: the number of arguments is the frame's, not the opline's.
--FILE--
<?php
// Named and unpacked arguments: the number of arguments is the frame's, not the opline's.
class S {
    public $n;
    public $f;
    public function __construct(int $n = 0, float $f = 1.5) { $this->n = $n; $this->f = $f; }
    public static function make(int $n) { return new static($n); }
}
function f($a, $b = 'none', $c = 'none') { return "$a $b $c"; }
for ($t = 0; $t < 4; $t++) { S::make(3); f($t); }
for ($t = 0; $t < 6; $t++) {
    try {
        $i = $t;
        $o = new S($i, f: $t > 3 ? null : 2);
        var_dump($o->f);
        echo f($t, c: 'named'), ' ', f($t, ...['second']), ' ', f(...[1, 2, 3]), "\n";
    } catch (TypeError $e) {
        echo substr($e->getMessage(), 0, 60), "\n";
    }
}
--EXPECT--
float(2)
0 none named 0 second none 1 2 3
float(2)
1 none named 1 second none 1 2 3
float(2)
2 none named 2 second none 1 2 3
float(2)
3 none named 3 second none 1 2 3
S::__construct(): Argument #2 ($f) must be of type float, nu
S::__construct(): Argument #2 ($f) must be of type float, nu
