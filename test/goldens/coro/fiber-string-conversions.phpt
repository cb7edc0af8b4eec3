--TEST--
suspending in __toString called from builtins
--FILE--
<?php
class S { function __construct(private string $id) {} function __toString(): string { return (string) Fiber::suspend($this->id); } }
function run(string $name, callable $body) {
    $f = new Fiber($body); $asked = []; $v = $f->start();
    while (!$f->isTerminated()) { $asked[] = $v; $v = $f->resume("<$v>"); }
    echo $name, ' [', implode(' ', $asked), '] ', json_encode($f->getReturn()), "\n";
}
run('implode', fn() => implode(new S('glue'), [new S('a'), 'x', new S('b')]));
run('str_replace', fn() => str_replace([new S('f'), 'o'], [new S('t')], 'foo <f>'));
run('sprintf', fn() => sprintf('%s %05d %2$s', new S('a'), '12'));
run('in_array', fn() => [in_array('<y>', [new S('x'), new S('y'), new S('z')]), array_search('<y>', [new S('x'), new S('y')])]);
run('array_unique', fn() => count(array_unique([new S('p'), new S('q'), new S('p')])));
run('sort', function () { $a = [new S('b'), new S('a'), new S('c')]; sort($a, SORT_STRING); return count($a); });
run('strlen etc', fn() => [strlen(new S('len')), ucfirst(new S('uc')), str_contains(new S('hay'), 'ay'), explode(',', new S('1,2'))]);
run('compare', fn() => [new S('c') == '<c>', 'a' . new S('d') . "b", new S('e') < 'z']);
run('typed', fn() => (function (string $s) { return $s; })(new S('typed')));
run('return type', fn() => (function (): string { return new S('ret'); })());
run('property type', function () { $o = new class { public string $p; }; $o->p = new S('prop'); return $o->p; });
run('array key error', function () { try { return [new S('k') => 1]; } catch (TypeError $e) { return $e->getMessage(); } });
run('echo', function () { echo new S('echo'), ' '; print new S('print'); echo ' '; return 1; });
run('number', fn() => [is_numeric(new S('1')) , (bool) new S('bool'), intdiv(7, 2)]);
run('preg', fn() => [preg_match('/<(.*)>/', new S('subject'), $m), $m[1], preg_split('/-/', new S('a-b')), preg_quote(new S('q.'))]);
run('trim', fn() => [trim(new S('w'), '<'), strtr(new S('tr'), ['<' => '(', '>' => ')']), substr_count(new S('aa'), 'a'), str_pad(new S('p'), 6, '*')]);
run('file names', fn() => [basename(new S('x/y')), is_callable(new S('strlen')), constant(new S('c') ? 'PHP_EOL' : '') === "\n"]);
run('switch', function () { switch (new S('sw')) { case 'a': return 1; case '<sw>': return 2; } });
run('exception', function () { return (new Exception(new S('msg')))->getMessage(); });
--EXPECT--
implode [glue a b] "<a><glue>x<glue><b>"
str_replace [f t] "f <t>"
sprintf [a] "<a> 00012 12"
in_array [x y x y] [true,1]
array_unique [p q p] 2
sort [b a c a b c] 3
strlen etc [len uc hay 1,2] [5,"<uc>",true,["<1","2>"]]
compare [c d e] [true,"a<d>b",true]
typed [typed] "<typed>"
return type [ret] "<ret>"
property type [prop] "<prop>"
array key error [] "Illegal offset type"
<echo> <print> echo [echo print] 1
number [] [false,true,3]
preg [subject a-b q.] [1,"subject",["<a","b>"],"\\<q\\.\\>"]
trim [w tr aa p] ["w>","(tr)",2,"<p>***"]
file names [x/y] ["y>",false,true]
switch [sw sw] 2
exception [msg] "<msg>"
