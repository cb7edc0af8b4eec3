--TEST--
Traces: made when the throwable is, whenever they are read
--FILE--
<?php
// What a trace holds is what was so when the throwable was made; who holds it holds its arguments.
class Loud
{
    public function __construct(public string $name, public mixed $other = null) {}
    public function __destruct() { echo "  ~{$this->name}\n"; }
}
function show(array $trace): void
{
    foreach ($trace as $n => $frame) {
        $frame['file'] = isset($frame['file']) ? basename($frame['file']) === basename(__FILE__) : null;
        $args = array_map(fn($a) => is_object($a) ? get_class($a) : $a, $frame['args'] ?? ['none']);
        unset($frame['args']);
        echo "  #$n ", json_encode($frame), ' ', json_encode($args), ' ', implode(',', array_keys($trace[$n])), "\n";
    }
}
function make(mixed ...$rest): Exception { return new Exception('made'); }
function change(int $a, array $b, &$c, $d = 4) {
    $e = new RuntimeException('changed');
    $a = 'other'; $b[] = 5; $c = 'new c'; unset($d);
    return $e;
}

echo "variables changed afterwards\n";
$c = 'old c';
$e = change(1, [2, 3], $c);
$c = 'newer c';
show($e->getTrace());
show($e->getTrace());
echo $e->getTraceAsString() === $e->getTraceAsString() ? "same\n" : "differs\n";
unset($e);

echo "the arguments live as long as it does\n";
function hold(Loud $a, array $list, ...$rest) { return new LogicException('held'); }
$e = hold(new Loud('a'), [new Loud('in a list')], new Loud('rest'), more: new Loud('named'));
echo "  made\n";
$e = null;
echo "and with a look at them\n";
$e = hold(new Loud('a'), [new Loud('in a list')], new Loud('rest'), more: new Loud('named'));
$trace = $e->getTrace();
echo '  ', implode(',', array_keys($trace[0]['args'])), "\n";
$e = null;
echo "  the trace alone\n";
$trace = null;

echo "thrown, caught, thrown again\n";
function thrower(Loud $o, $s) { throw new DomainException($s); }
function middle($s) { try { thrower(new Loud($s), $s); } finally { echo "  finally\n"; } }
try { middle('one'); } catch (DomainException $x) { echo '  caught ', count($x->getTrace()), "\n"; }
try { middle('two'); } catch (DomainException) { echo "  not kept\n"; }
unset($x);
try {
    try { middle('three'); } catch (DomainException $x) { throw new LogicException('next', 7, $x); }
} catch (LogicException $y) {
    unset($x);
    echo '  ', $y->getPrevious()->getMessage(), ' ', $y->getPrevious()->getTrace()[0]['function'], "\n";
    unset($y);
}
echo "chains\n";
for ($i = 0; $i < 3; $i++) {
    try { thrower(new Loud("link $i"), $i); } catch (Exception $p) { $last = new Exception("m$i", 0, $last ?? null); unset($p); }
}
for ($p = $last; $p; $p = $p->getPrevious()) echo '  ', $p->getMessage(), ' ', count($p->getTrace()), "\n";
unset($p, $last);

echo "methods, static ones, closures\n";
class K
{
    public function m($x) { return $this->n($x, [1]); }
    private function n($x, $y) { return self::s($x); }
    public static function s($x) { return (function ($z) use ($x) { return new Exception("in $x"); })($x); }
    public function __call($name, $args) { return new Exception($name); }
    public static function __callStatic($name, $args) { return new Exception($name); }
    public function __invoke($a) { return new Exception('invoked'); }
}
class L extends K {}
show((new L)->m('x')->getTrace());
show((new L)->missing(1, 2)->getTrace());
show(L::gone('a')->getTrace());
$l = new L;
show($l(5)->getTrace());
show(array_map(fn($v) => make($v, 1.5, null, true), ['mapped'])[0]->getTrace());
show(call_user_func_array('make', ['p' => 1, 'q' => [2]])->getTrace());
show((new ReflectionFunction('make'))->invoke('r')->getTrace());
$e = eval('return make("evaluated");');
show($e->getTrace());
echo "a sensitive one\n";
function secret(#[SensitiveParameter] $password, $user) { return new Exception('s'); }
$e = secret('pass', 'me');
echo '  ', get_class($e->getTrace()[0]['args'][0]), ' ', $e->getTrace()[0]['args'][1], "\n";
echo "made by internal functions\n";
try { strlen(...[[]]); } catch (TypeError $e) { show($e->getTrace()); }
try { intdiv(1, 0); } catch (DivisionByZeroError $e) { show($e->getTrace()); }
try { new DateTime('not a date'); } catch (Exception $e) { show($e->getTrace()); }
try { (function (int $x) {})('z'); } catch (TypeError $e) { show($e->getTrace()); }
unset($e);
echo "too many, too few\n";
function three($a, $b = 2, $c = 3) { return new Exception; }
show(three(1, 2, 3, 4, 5)->getTrace());
try { three(); } catch (ArgumentCountError $e) { show($e->getTrace()); }
function named(...$all) { return new Exception; }
show(named(1, 2, k: 'v', l: [0])->getTrace());
echo "without arguments\n";
ini_set('zend.exception_ignore_args', '1');
$e = hold(new Loud('ignored'), []);
show($e->getTrace());
unset($e);
show((new K)->m('x')->getTrace());
ini_set('zend.exception_ignore_args', '0');
show((new K)->m('x')->getTrace());
echo "end\n";
--EXPECTF--
variables changed afterwards
  #0 {"file":true,"line":26,"function":"change"} [1,[2,3],"old c"] file,line,function,args
  #0 {"file":true,"line":26,"function":"change"} [1,[2,3],"old c"] file,line,function,args
same
the arguments live as long as it does
  made
  ~a
  ~in a list
  ~rest
  ~named
and with a look at them
  0,1,2,more
  the trace alone
  ~a
  ~in a list
  ~rest
  ~named
thrown, caught, thrown again
  finally
  caught 2
  finally
  ~two
  not kept
  ~one
  finally
  three thrower
  ~three
chains
  ~link 0
  ~link 1
  ~link 2
  m2 0
  m1 0
  m0 0
methods, static ones, closures
  #0 {"file":true,"line":71,"function":"{closure}","class":"K","type":"::"} ["x"] file,line,function,class,type,args
  #1 {"file":true,"line":70,"function":"s","class":"K","type":"::"} ["x"] file,line,function,class,type,args
  #2 {"file":true,"line":69,"function":"n","class":"K","type":"->"} ["x",[1]] file,line,function,class,type,args
  #3 {"file":true,"line":77,"function":"m","class":"K","type":"->"} ["x"] file,line,function,class,type,args
  #0 {"file":true,"line":78,"function":"__call","class":"K","type":"->"} ["missing",[1,2]] file,line,function,class,type,args
  #0 {"file":true,"line":79,"function":"__callStatic","class":"K","type":"::"} ["gone",["a"]] file,line,function,class,type,args
  #0 {"file":true,"line":81,"function":"__invoke","class":"K","type":"->"} [5] file,line,function,class,type,args
  #0 {"file":true,"line":82,"function":"make"} ["mapped",1.5,null,true] file,line,function,args
  #1 {"function":"{closure}","file":null} ["mapped"] function,args
  #2 {"file":true,"line":82,"function":"array_map"} ["Closure",["mapped"]] file,line,function,args
  #0 {"file":true,"line":83,"function":"make"} {"p":1,"q":[2]} file,line,function,args
  #0 {"function":"make","file":null} ["r"] function,args
  #1 {"file":true,"line":84,"function":"invoke","class":"ReflectionFunction","type":"->"} ["r"] file,line,function,class,type,args
  #0 {"file":false,"line":1,"function":"make"} ["evaluated"] file,line,function,args
  #1 {"file":true,"line":85,"function":"eval"} ["none"] file,line,function
a sensitive one
  SensitiveParameterValue me
made by internal functions
  #0 {"file":true,"line":92,"function":"strlen"} [[]] file,line,function,args
  #0 {"file":true,"line":93,"function":"intdiv"} [1,0] file,line,function,args
  #0 {"file":true,"line":94,"function":"__construct","class":"DateTime","type":"->"} ["not a date"] file,line,function,class,type,args
  #0 {"file":true,"line":95,"function":"{closure}"} ["z"] file,line,function,args
too many, too few
  #0 {"file":true,"line":99,"function":"three"} [1,2,3,4,5] file,line,function,args
  #0 {"file":true,"line":100,"function":"three"} [] file,line,function,args
  #0 {"file":true,"line":102,"function":"named"} {"0":1,"1":2,"k":"v","l":[0]} file,line,function,args
without arguments
  ~ignored
  #0 {"file":true,"line":105,"function":"hold"} ["none"] file,line,function
  #0 {"file":true,"line":71,"function":"{closure}","class":"K","type":"::"} ["none"] file,line,function,class,type
  #1 {"file":true,"line":70,"function":"s","class":"K","type":"::"} ["none"] file,line,function,class,type
  #2 {"file":true,"line":69,"function":"n","class":"K","type":"->"} ["none"] file,line,function,class,type
  #3 {"file":true,"line":108,"function":"m","class":"K","type":"->"} ["none"] file,line,function,class,type
  #0 {"file":true,"line":71,"function":"{closure}","class":"K","type":"::"} ["x"] file,line,function,class,type,args
  #1 {"file":true,"line":70,"function":"s","class":"K","type":"::"} ["x"] file,line,function,class,type,args
  #2 {"file":true,"line":69,"function":"n","class":"K","type":"->"} ["x",[1]] file,line,function,class,type,args
  #3 {"file":true,"line":110,"function":"m","class":"K","type":"->"} ["x"] file,line,function,class,type,args
end
