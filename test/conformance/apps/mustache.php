<?php
require __DIR__ . '/support/autoload.php';
files('mustache/src/Mustache/Autoloader.php');
Mustache_Autoloader::register();

class Chris
{
    public $name = 'Chris';
    public $value = 10000;
    public array $items = ['a', 'b'];
    public function taxed_value() { return $this->value - ($this->value * 0.4); }
    public $in_ca = true;
    public function lambda() { return fn ($text, $helper) => '<b>' . $helper->render($text) . '</b>'; }
    public function __get($n) { return "got $n"; }
    public function __isset($n) { return $n === 'magic'; }
}
$m = new Mustache_Engine([
    'partials' => ['item' => "<li>{{.}}{{name}}</li>\n", 'rec' => '{{v}}{{#kids}}({{> rec}}){{/kids}}', 'layout' => '<h1>{{$title}}Default{{/title}}</h1>{{$body}}nothing{{/body}}'],
    'helpers' => ['upper' => fn ($v) => strtoupper($v), 'case' => ['lower' => fn ($v) => strtolower((string) $v)], '!!' => fn ($v) => $v . '!!'],
    'pragmas' => [Mustache_Engine::PRAGMA_FILTERS, Mustache_Engine::PRAGMA_BLOCKS],
    'strict_callables' => true,
]);
$templates = [
    ["Hello {{name}}\nYou have just won \${{value}}!\n{{#in_ca}}\nWell, \${{taxed_value}}, after taxes.\n{{/in_ca}}\n{{magic}} {{nothing}}", new Chris()],
    ["{{a}} {{{a}}} {{&a}} {{! comment }}{{b.c.d}}{{b.x.y}}", ['a' => '<&">\'', 'b' => ['c' => ['d' => 'deep']]]],
    ["{{#list}}{{.}},{{/list}}{{^list}}none{{/list}}{{^empty}}empty{{/empty}}{{#no}}x{{/no}}{{#zero}}z{{/zero}}", ['list' => [1, 2, 3], 'empty' => [], 'no' => false, 'zero' => '0']],
    ["{{#people}}\n  {{> item}}\n{{/people}}\n", ['people' => [['name' => 'A'], ['name' => 'B']]]],
    ["{{> rec}}", ['v' => 1, 'kids' => [['v' => 2, 'kids' => []], ['v' => 3, 'kids' => [['v' => 4, 'kids' => false]]]]]],
    ["{{=<% %>=}}<% a %> {{ raw }} <%={{ }}=%>{{a}}", ['a' => 'delims']],
    ["{{#lambda}}bold {{name}}{{/lambda}} {{#items}}[{{.}}]{{/items}}", new Chris()],
    ["{{ name | upper }} {{ name | case.lower | !! }} {{# list | first }}{{.}}{{/ list | first }}", ['name' => 'Mix', 'list' => [1, 2], 'first' => fn ($l) => [$l[0]]]],
    ["{{< layout}}{{\$title}}Mine {{t}}{{/title}}{{/ layout}}|{{< layout}}{{/ layout}}", ['t' => 'T']],
    ["{{#a}}{{#b}}{{c}}{{d}}{{/b}}{{/a}}", ['a' => ['d' => 'outer', 'b' => ['c' => 'inner ']]]],
    ["| {{#x}}\n|  indented\n| {{/x}}\n|\n  {{! standalone }}\nend", ['x' => true]],
    ["{{#gen}}{{.}};{{/gen}}{{#it}}{{.}};{{/it}}{{#f}}t{{/f}}", ['gen' => (fn () => yield from [1, 2])(), 'it' => new ArrayIterator(['p', 'q']), 'f' => 0.5]],
    ["{{%ANCHORED-DOT}}{{#o}}{{.a}}{{.z}}{{/o}}{{z}}", ['o' => ['a' => 1], 'z' => 'Z']],
    ["{{num}} {{float}} {{true}} {{null}} {{closure}}", ['num' => 12, 'float' => 1.50, 'true' => true, 'null' => null, 'closure' => fn () => 'from closure {{num}}']],
];
foreach ($templates as $i => [$template, $data]) {
    show("t$i", fn () => $m->render($template, $data));
}
title('tokens');
$tokenizer = new Mustache_Tokenizer();
$tokens = $tokenizer->scan("a {{b}}\n{{#c}}\n{{{d}}}\n{{/c}} {{> e}}");
foreach ($tokens as $token) { echo json_encode($token), "\n"; }
print_r((new Mustache_Parser())->parse($tokenizer->scan('{{#a}}{{b}}{{/a}}{{^x}}y{{/x}}')));
title('compiled');
$source = '{{#a}}{{b.c}}{{> p}}{{/a}}{{^d}}e{{/d}}{{{f}}}';
echo (new Mustache_Compiler())->compile($source, (new Mustache_Parser())->parse($tokenizer->scan($source)), 'Compiled'), "\n";
title('errors');
foreach (['{{#a}}', '{{/a}}', '{{#a}}{{/b}}', '{{=x=}}', '{{a', '{{%NOPE}}', '{{ a | nofilter }}', '{{#a}}{{#b}}{{/a}}{{/b}}'] as $bad) {
    show($bad, fn () => $m->render($bad, ['a' => 1]));
}
title('escape and logger');
$other = new Mustache_Engine(['escape' => fn ($v) => "<<$v>>", 'entity_flags' => ENT_QUOTES, 'delimiters' => '[[ ]]', 'logger' => new Mustache_Logger_StreamLogger('php://output', Mustache_Logger::WARNING, "%level_name%: %message%\n")]);
echo $other->render("[[a]] {{a}} [[> missing]]", ['a' => "it's"]), "\n";
$loader = new Mustache_Loader_ArrayLoader(['main' => 'main {{x}}']);
$engine = new Mustache_Engine(['loader' => $loader]);
echo $engine->loadTemplate('main')->render(['x' => 1]), "\n";
show('unknown', fn () => $engine->loadTemplate('nope'));
show('inline', fn () => (new Mustache_Engine(['loader' => new Mustache_Loader_InlineLoader(__FILE__, __COMPILER_HALT_OFFSET__)]))->loadTemplate('hello')->render(['planet' => 'world']));
title('big');
$rows = array_map(fn ($i) => ['id' => $i, 'tags' => range(1, $i % 4)], range(1, 200));
echo md5($m->render("{{#rows}}<tr><td>{{id}}</td>{{#tags}}<i>{{.}}</i>{{/tags}}</tr>\n{{/rows}}", ['rows' => $rows])), "\n";
__halt_compiler();

@@ hello
Hello {{planet}}!

@@ other
Other.
