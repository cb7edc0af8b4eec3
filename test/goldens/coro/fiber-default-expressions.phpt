--TEST--
suspending while defaults, constants and enum cases are evaluated
--FILE--
<?php
class Dep { function __construct(public string $n = 'dep') { Fiber::suspend("new $n"); } }
function withNew($x, Dep $d = new Dep('default')) { return "$x $d->n"; }
class HasConst { const A = self::B . '!'; const B = Other::C; function __construct(private Dep $d = new Dep('promoted')) {} }
spl_autoload_register(function ($c) { Fiber::suspend("autoload $c"); eval("class $c { const C = 'late'; const D = [1, 2, self::C]; }"); });
function statics() { static $s = Other2::D; return $s; }
#[Attribute] class Attr { function __construct(public $v) { Fiber::suspend('attribute made'); } }
#[Attr(Other3::C)] class Marked {}
class Props { public $p = Other4::D; static $s = Other5::C; }
$f = new Fiber(function () {
    echo withNew(1), ' ', withNew(2), ' ', withNew(3, d: new Dep('given')), "\n";
    echo HasConst::A, "\n";
    new HasConst;
    echo json_encode(statics()), json_encode(statics()), "\n";
    echo (new ReflectionClass('Marked'))->getAttributes()[0]->newInstance()->v, "\n";
    echo json_encode(new Props), Props::$s, "\n";
    function later($x = Other6::C) { return $x; }
    echo later(), ' ', (new ReflectionFunction('later'))->getParameters()[0]->getDefaultValue(), "\n";
    echo constant('Other7::C'), defined('Other8::C') ? ' defined' : ' undefined', "\n";
});
$v = $f->start();
while (!$f->isTerminated()) { echo "<$v>"; $v = $f->resume(); }
--EXPECT--
<new default>1 default <new default>2 default <new given>3 given
<autoload Other>late!
<new promoted><autoload Other2>[1,2,"late"][1,2,"late"]
<autoload Other3><attribute made>late
<autoload Other4><autoload Other5>{"p":[1,2,"late"]}late
<autoload Other6>late late
<autoload Other7>late<autoload Other8> defined
