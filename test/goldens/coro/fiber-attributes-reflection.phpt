--TEST--
reflection that calls: newInstance, invoke, attributes and closures, suspended half way
--FILE--
<?php
#[Attribute(Attribute::TARGET_ALL)] class Tag { function __construct(public string $name, public array $opts = []) { Fiber::suspend("Tag $name"); } }
#[Tag('class', opts: ['a' => 1])] class Subject { #[Tag('prop')] public int $p = 5; #[Tag('const')] const C = 1; function __construct(#[Tag('param')] public string $promoted) { Fiber::suspend("ctor $promoted"); } #[Tag('method')] private function secret(int ...$n) { return array_sum($n) + Fiber::suspend('secret'); } static function make(self|string $s): static { return $s instanceof self ? $s : new static(Fiber::suspend("make $s")); } function __get($n) { return Fiber::suspend("get $n"); } }
$f = new Fiber(function () {
    $c = new ReflectionClass('Subject');
    foreach ([$c, $c->getProperty('p'), $c->getReflectionConstant('C'), $c->getMethod('secret'), $c->getConstructor()->getParameters()[0]] as $r) foreach ($r->getAttributes() as $a) echo $a->newInstance()->name, ' ', json_encode($a->getArguments()), "\n";
    $o = $c->newInstance('direct'); $o2 = $c->newInstanceArgs(['promoted' => 'args']); $o3 = $c->getMethod('make')->invoke(null, 'static');
    echo $o->promoted, $o2->promoted, $o3->promoted, "\n";
    $m = $c->getMethod('secret'); $m->setAccessible(true);
    echo $m->invoke($o, 1, 2), ' ', $m->invokeArgs($o, [3]), ' ', $m->getClosure($o)(4), "\n";
    echo (new ReflectionFunction(fn($x) => Fiber::suspend("fn $x")))->invoke('y'), ' ', (new ReflectionProperty('Subject', 'p'))->getValue($o), "\n";
    unset($o->p); echo (new ReflectionProperty('Subject', 'p'))->getValue($o), ' ', $o->p, "\n";
    echo call_user_func([new ReflectionMethod('Subject::make'), 'invoke'], null, 'cuf')->promoted, "\n";
});
for ($v = $f->start(), $n = 100; !$f->isTerminated(); $v = $f->resume(str_starts_with($v, 'get') || $v === 'secret' ? ++$n : "<$v>")) echo "[$v]"; 
--EXPECT--
[Tag class]class {"0":"class","opts":{"a":1}}
[Tag prop]prop ["prop"]
[Tag const]const ["const"]
[Tag method]method ["method"]
[Tag param]param ["param"]
[ctor direct][ctor args][make static][ctor <make static>]directargs<make static>
[secret]104 [secret]105 [secret]107
[fn y]<fn y> 5
[get p]104 [get p]105
[make cuf][ctor <make cuf>]<make cuf>
