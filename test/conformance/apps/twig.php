<?php
require __DIR__ . '/support/autoload.php';
psr4(['Twig\\' => 'twig/src']);
files('symfony-contracts/Deprecation/function.php', 'twig/src/Resources/core.php', 'twig/src/Resources/debug.php', 'twig/src/Resources/escaper.php', 'twig/src/Resources/string_loader.php');

use Twig\Environment;
use Twig\Extension\{AbstractExtension, DebugExtension, SandboxExtension, StringLoaderExtension};
use Twig\Loader\{ArrayLoader, ChainLoader};
use Twig\Sandbox\SecurityPolicy;
use Twig\{Source, TwigFilter, TwigFunction, TwigTest};

class Person
{
    public $public = 'pub';
    private array $data = ['k' => 'v'];
    public function __construct(private string $name, public readonly int $age) {}
    public function getName(): string { return $this->name; }
    public function isAdult(): bool { return $this->age >= 18; }
    public function hasKids(): bool { return false; }
    public function call($a, $b = 'B') { return "$a$b"; }
    public function __toString(): string { return "Person<{$this->name}>"; }
    public function __get($name) { return "magic $name"; }
    public function __isset($name) { return $name === 'magic'; }
}
enum Suit: string { case Hearts = 'H'; case Spades = 'S'; const WILD = self::Spades; }

class Own extends AbstractExtension
{
    public function getFilters(): array
    {
        return [new TwigFilter('rot13', 'str_rot13'), new TwigFilter('wrap', fn ($env, $s, array $a = []) => '[' . implode(',', $a) . $s . ']', ['needs_environment' => true, 'is_variadic' => true, 'is_safe' => ['html']])];
    }
    public function getFunctions(): array
    {
        return [new TwigFunction('add', fn ($a, $b = 10) => $a + $b), new TwigFunction('ctx', fn ($c) => implode(',', array_keys($c)), ['needs_context' => true]), new TwigFunction('dyn_*', fn ($n, $x) => "$n:$x")];
    }
    public function getTests(): array { return [new TwigTest('ten', fn ($x) => $x == 10)]; }
    public function getGlobals(): array { return []; }
}

$templates = [
    'vars' => "{{ name }} {{ list[1] }} {{ map.key }} {{ map['key'] }} {{ p.name }} {{ p.age }} {{ p.adult ? 'adult' : 'child' }} {{ p.kids }} {{ p.call('x') }} {{ p.call('x', b='y') }} {{ p.magic }} {{ p }} {{ undefined|default('dflt') }} {{ p.public }}",
    'escape' => "{{ html }} {{ html|raw }} {{ html|e('js') }} {{ html|e('css') }} {{ html|e('html_attr') }} {{ html|e('url') }} {% autoescape 'js' %}{{ html }}{% endautoescape %} {% autoescape false %}{{ html }}{% endautoescape %}",
    'for' => "{% for i in 1..3 %}{{ loop.index }}/{{ loop.length }}{{ loop.first ? 'F' }}{{ loop.last ? 'L' }}:{{ i }} {% endfor %}{% for k, v in map %}{{ k }}={{ v }};{% endfor %}{% for x in [] %}no{% else %}empty{% endfor %}{% for a in [[1,2],[3]] %}{% for b in a %}{{ loop.parent.loop.index }}.{{ b }} {% endfor %}{% endfor %}{% for c in 'a'..'e' %}{{ c }}{% endfor %}",
    'if' => "{% if list is empty %}e{% elseif map is iterable and name is defined %}it{% else %}no{% endif %}{{ 10 is ten ? 'ten' }}{{ 4 is even }}{{ 3 is odd }}{{ 9 is divisible by(3) }}{{ null is null }}{{ 'a' is same as('a') }}{{ nope is defined ? 1 : 0 }}",
    'filters' => "{{ 'hello world'|title }} {{ 'ABC'|lower }} {{ 'abc'|upper }} {{ 'abc'|capitalize }} {{ [3,1,2]|sort|join(',') }} {{ [1,2,3]|reverse|join('-') }} {{ '  t '|trim }}| {{ 'a,b'|split(',')|last }} {{ 12345.678|number_format(2, '.', ',') }} {{ -5|abs }} {{ 2.5|round }} {{ 2.4|round(0, 'ceil') }} {{ 'x'|format }} {{ '%s-%d'|format('a', 5) }} {{ 'abc'|replace({a: 'A', c: 'C'}) }} {{ [1,2,3]|length }} {{ map|keys|join }} {{ {a: 1}|merge({b: 2})|json_encode }} {{ '<b>x</b>'|striptags }} {{ \"a\\nb\"|nl2br }} {{ [1,2,3,4,5]|slice(1,2)|join }} {{ 'abcdef'|slice(-2) }} {{ 'abc'|first }} {{ [1,2,3,4]|batch(3, 'x')|map(r => r|join(','))|join(';') }} {{ 'rot'|rot13 }} {{ 'w'|wrap(1, 2) }} {{ 'a b'|url_encode }} {{ {q: 'x y', r: 1}|url_encode }} {{ [1,2,3,4]|filter(v => v > 2)|join }} {{ [1,2,3]|reduce((c, v) => c + v, 0) }} {{ [{n: 2}, {n: 1}]|column('n')|join(',') }} {{ 'z'|spaceless }} {{ 'one two'|u is defined ? '' }}",
    'dates' => "{{ '2024-02-29 13:14:15'|date('Y-m-d H:i:s D N') }} {{ date('2024-01-01')|date_modify('+1 month')|date('d/m/Y') }} {{ date('2020-01-01') < date('2021-01-01') ? 'before' }} {{ 86400|date('Y') }}",
    'math' => "{{ 1 + 2 * 3 }} {{ 7 // 2 }} {{ 7 % 3 }} {{ 2 ** 8 }} {{ 7 / 2 }} {{ -3 + 1 }} {{ 'a' ~ 1 ~ 'b' }} {{ 1 <=> 2 }} {{ 5 b-and 3 }} {{ 5 b-or 3 }} {{ 5 b-xor 3 }} {{ not true ? 't' : 'f' }} {{ 1 in [1,2] }} {{ 'ab' starts with 'a' }} {{ 'ab' ends with 'b' }} {{ 'ab' matches '/^a/' }} {{ null ?? 'coalesce' }} {{ 0 ?: 'elvis' }} {{ max(1, 5, 3) }} {{ min([4, 2]) }} {{ range(0, 10, 5)|join(',') }} {{ add(1) }} {{ add(b=1, a=2) }} {{ dyn_foo('x') }} {{ [1, 2] has some v => v > 1 }} {{ [1, 2] has every v => v > 1 ? 'y' : 'n' }} {{ \"inter #{1 + 1} polated\" }} {{ cycle(['a', 'b'], 3) }}",
    'set' => "{% set a = 1 %}{% set b, c = 2, 3 %}{% set d %}<b>{{ a }}</b>{% endset %}{{ a }}{{ b }}{{ c }}{{ d }}{% apply upper|replace({X: 'y'}) %}x in block {{ a }}{% endapply %}{% with {z: 5} %}{{ z }}{{ a }}{% endwith %}{% with {z: 5} only %}{{ a|default('hidden') }}{% endwith %}",
    'macro' => "{% import _self as m %}{% macro input(name, value = 'def', type) %}<input {{ name }} {{ value }} {{ type|default('text') }} {{ varargs|join(',') }}>{% endmacro %}{{ m.input('n') }}{{ m.input('n', 'v', 't', 1, 2) }}{% from 'forms' import field as f, label %}{{ f('q') }}{{ label('<l>') }}",
    'forms' => "{% macro field(n) %}[{{ n }}{{ _self.inner(n) }}]{% endmacro %}{% macro inner(x) %}({{ x }}){% endmacro %}{% macro label(t) %}<label>{{ t }}</label>{% endmacro %}",
    'base' => "<html>{% block head %}<title>{% block title %}base{% endblock %}</title>{% endblock %}<body>{% block body %}{% endblock %}</body>{{ block('title') }}</html>",
    'child' => "{% extends 'base' %}{% block title %}child of {{ parent() }}{% endblock %}{% block body %}{{ include('part', {x: 1}) }}{% include 'part' with {x: 2} only %}{% include ['nope', 'part'] ignore missing %}{% embed 'base' %}{% block body %}embedded{% endblock %}{% endembed %}{% endblock %}",
    'grandchild' => "{% extends ['missing', 'child'] %}{% use 'blocks' with sidebar as side %}{% block head %}{{ parent() }}{{ block('side') }}{{ block('title', 'base') }}{% endblock %}",
    'blocks' => "{% block sidebar %}side{% endblock %}",
    'part' => "part {{ x|default('none') }} {{ name|default('anon') }};",
    'whitespace' => "a   {%- if true -%}  b  {%- endif ~%}  \n c {{- ' d ' -}} e {# comment #} f\n{#- trimmed -#}\n g {% verbatim %}{{ raw }}{% endverbatim %}",
    'enum' => "{{ constant('Suit::Hearts').value }} {{ suit.name }} {{ constant('PHP_VERSION_ID') > 80000 }} {{ enum_cases('Suit')|map(c => c.name)|join(',') }} {{ suit is constant('Suit::WILD') ? 'wild' : 'tame' }}",
    'string' => "{{ include(template_from_string('from {{ name }} string')) }} {{ source('part') }} {{ dump(list) }}",
    'deep' => "{% for i in 1..20 %}{% for j in 1..20 %}{{ (i * j) % 7 == 0 ? '*' : '.' }}{% endfor %}\n{% endfor %}",
];
$context = ['name' => 'Ann', 'list' => [1, 'two', 3.5], 'map' => ['key' => 'val', 'other' => '<i>'], 'p' => new Person('Bob', 30), 'html' => "<a href=\"x\">'q' & é</a>", 'suit' => Suit::Hearts];
$loader = new ArrayLoader($templates);
$twig = new Environment(new ChainLoader([$loader, new ArrayLoader(['late' => 'late {{ name }}'])]), ['debug' => true, 'strict_variables' => false]);
foreach ([new Own(), new DebugExtension(), new StringLoaderExtension()] as $extension) {
    $twig->addExtension($extension);
}
$twig->addGlobal('global', 'G');
foreach (array_keys($templates) as $name) {
    if (!in_array($name, ['filters'])) show($name, fn () => $twig->render($name, $context));
}
foreach (preg_split('/(?<=}}) (?=\{\{)/', $templates['filters']) as $i => $part) {
    show("filter $i", fn () => $twig->createTemplate($part)->render($context));
}
show('late', fn () => $twig->load('late')->render($context));
show('render block', fn () => $twig->load('child')->renderBlock('title', $context));
show('blocks', fn () => implode(',', $twig->load('grandchild')->getBlockNames()));
title('compiled');
foreach (['for', 'child', 'macro', 'set'] as $name) {
    echo preg_replace(['/__TwigTemplate_\w+/', '/"\d{3,}"/'], ['__TwigTemplate_x', '"n"'], $twig->compileSource(new Source($templates[$name], $name))), "\n";
}
title('tokens and nodes');
echo $twig->tokenize(new Source('a {{ b|c(1, "x#{d}") }} {% if e %}', 't')), "\n";
echo $twig->parse($twig->tokenize(new Source("{{ a.b + 1 }}{% if c %}d{% endif %}", 't'))), "\n";
title('errors');
foreach (['{{ a', '{% if %}', '{% nope %}', '{{ x|nofilter }}', '{{ nofn() }}', '{% block a %}{% block a %}{% endblock %}{% endblock %}', "\n\n{{ 1 + }}", '{% for x %}{% endfor %}', '{{ "abc }}', '{% extends "a" %}{% endblock %}', '{{ [1, 2 }}', '{{ x is notest }}', "{% endfor %}", '{{ uper|uppr }}', '{{ 5|date("Y", "Nowhere/X") }}'] as $bad) {
    show($bad, fn () => $twig->createTemplate($bad, 'bad')->render([]));
}
$strict = new Environment($loader, ['strict_variables' => true]);
foreach (['{{ missing }}', '{{ p.nothing }}', '{{ list.x }}', '{{ name.x }}', '{{ list[7] }}', '{{ p.call() }}'] as $bad) {
    show($bad, fn () => $strict->createTemplate($bad)->render(['p' => new ArrayObject(), 'list' => [1], 'name' => 's']));
}
show('no template', fn () => $twig->render('not here'));
title('sandbox');
$policy = new SecurityPolicy(['if'], ['upper', 'escape'], ['Person' => ['getName']], ['Person' => ['public']], ['range']);
$sandboxed = new Environment($loader);
$sandboxed->addExtension(new SandboxExtension($policy, true));
foreach (['{{ p.name|upper }}', '{{ p.public }}', '{{ p.age }}', '{{ name|lower }}', '{% for a in b %}{% endfor %}', '{{ max(1,2) }}', '{{ p }}', '{{ p.call("x") }}'] as $code) {
    show($code, fn () => $sandboxed->createTemplate($code)->render($context));
}
