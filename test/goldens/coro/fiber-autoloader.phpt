--TEST--
suspending in autoloaders: new, static call, constants, instanceof, class_exists, extends
--FILE--
<?php
spl_autoload_register(function (string $class) {
    $code = Fiber::getCurrent() ? Fiber::suspend("load $class") : null;
    if ($code) eval($code);
});
function run(callable $body, array $answers) {
    $f = new Fiber($body);
    $v = $f->start();
    while (!$f->isTerminated()) {
        echo "<$v>";
        [, $class] = explode(' ', $v);
        try { $v = $f->resume($answers[$class] ?? null); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; return; }
    }
    var_dump($f->getReturn());
}
run(fn() => get_parent_class(new Child), ['Child' => 'class Child extends Base implements Face {}', 'Base' => 'class Base {}', 'Face' => 'interface Face {}']);
run(fn() => Consts::X . Consts::y(), ['Consts' => 'class Consts { const X = Other::Y . "x"; static function y() { return __METHOD__; } }', 'Other' => 'class Other { const Y = "why"; }']);
run(fn() => class_exists('Nope'), []);
run(fn() => class_exists('Nope', false), []);
run(fn() => new Missing, []);
run(fn() => is_callable('Late::go') ? Late::go() : 'no', ['Late' => 'class Late { static function go() { return "went"; } }']);
run(fn() => Suit::Hearts->name, ['Suit' => 'enum Suit { case Hearts; }']);
run(fn() => new class { use Mixin; } ? 'made' : '', ['Mixin' => 'trait Mixin {}']);
run(fn() => unserialize('O:4:"Seri":1:{s:1:"a";i:1;}')->a, ['Seri' => 'class Seri { public $a; }']);
run(function () { try { throw new RuntimeException('r'); } catch (NotLoaded $e) { } catch (Exception $e) { return get_class($e); } }, []);
run(fn() => is_a('Sub', 'Sup', true), ['Sub' => 'class Sub extends Sup {}', 'Sup' => 'class Sup {}']);
run(function () { function typed(Param $p = new Param) { return get_class($p); } return typed(); }, ['Param' => 'class Param {}']);
// two fibers wait for the same class
$a = new Fiber(fn() => new Both); $b = new Fiber(fn() => new Both);
echo $a->start(), ' ', var_export($b->isStarted(), true), "\n";
try { echo $b->start(), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
$a->resume('class Both {}');
echo get_class($a->getReturn()), "\n";
--EXPECT--
<load Child><load Base><load Face>string(4) "Base"
<load Consts><load Other>string(13) "whyxConsts::y"
<load Nope>bool(false)
bool(false)
<load Missing>Error: Class "Missing" not found
<load Late>string(4) "went"
<load Suit>string(6) "Hearts"
<load Mixin>string(4) "made"
<load Seri>int(1)
string(16) "RuntimeException"
<load Sub><load Sup>bool(true)
<load Param>string(5) "Param"
load Both false
Class "Both" not found
Both
