<?php
require __DIR__ . '/support/autoload.php';
classmap('latte/src/Latte', 'nette-utils/src');

$dir = sys_get_temp_dir() . '/corovm-latte-' . getmypid();
$templates = [
    'layout' => "<!doctype html><title>{block title}Base{/block}</title>{include foot}{block foot}foot{/block}",
    'page' => "{extends layout}{var \$x = 5}{block title}Page {include parent}{/block}{block content}<h1 n:if=\"\$x > 1\" title='{\$name}' class={\$name}>{\$name}</h1><a n:tag-if=\"false\">no tag</a><ul n:inner-foreach='\$items as \$k => \$i'><li n:class=\"\$iterator->first ? first, \$iterator->even ? even\">{\$iterator->counter}. {\$k}: {\$i|upper|truncate:4}{sep}, {/sep}</li></ul>{/block}",
    'control' => "{if \$a}A{elseif \$b}B{else}C{/if}{ifset \$zz}z{else}no{/ifset}{switch \$name}{case 'Ann', 'x'}is Ann{default}other{/switch}{foreach [] as \$q}{else}empty{/foreach}{for \$i = 0; \$i < 3; \$i++}{continueIf \$i == 1}{\$i}{/for}{while \$a-- > 0}w{/while}{first}f{/first}{foreach [1,2,3] as \$v}{breakIf \$v == 3}{first}({/first}{\$v}{last}){/last}{/foreach}{try}a{rollback}{else}failed{/try}",
    'filters' => "{='<b>'|noescape}{='<b>'}{=1234.5|number:2, ',', ' '}{='2024-02-29'|date:'j. n. Y'}{='a b'|replace:' ', '-'}{=[3,1,2]|sort|implode:','}{='  x '|trim|padLeft:4,'*'}{=['a','b']|join:'+'}{='abc'|firstUpper|reverse|length}{=1048576|bytes}{='x'|repeat:3}{='<p>hi</p>'|stripHtml}{=5|clamp:1,3}{='abc'|substr:1,1}{='a,b'|explode:','|last}{='y'|own:1}",
    'escaping' => "<a href=\"{\$url}\" onclick=\"f({\$arr})\" style=\"c: {\$name}\" title='{\$html}'>{\$html}</a><script>var x = {\$arr}; var y = {\$html};</script><style>p { color: {\$html} }</style><!-- {\$html} --><textarea>{\$html}</textarea><input value={\$html} {if true}checked{/if}>{l}{r}{syntax off}{\$raw}{/syntax}{* comment *}",
    'blocks' => "{define box, string \$t, int \$n = 2}<div>{\$t}{\$n}</div>{/define}{include box, 'one'}{include box t: 'two', n: 5}{capture \$cap}<i>{\$name}</i>{/capture}{\$cap}{block|stripHtml|upper}shout {\$name}{/block}{embed 'embedded', q: 1}{block inner}overridden {\$q}{/block}{/embed}{sandbox 'part', name: 'S'}{include 'part', name: 'P'}{import 'defs'}{include imported}",
    'embedded' => "[{block inner}default{/block}{\$q}]", 'part' => "part {\$name} ", 'defs' => "{define imported}imp{/define}",
    'php' => "{var array \$l = [1, 'k' => 2], \$m = \$l['k'] ?? null}{\$m}{do \$l[] = 5}{count(\$l)}{=\$obj?->prop}{=\$obj->method(1, b: 2)}{=Cls::C}{=\$a ? yes}{=fn(\$x) => \$x * 2|call}{=match(true) { \$m === 2 => 'two', default => 'd' }}{=(int) '5'}{=\"q {\$name}\"}{=[...\$l, 9]|implode}{default \$dflt = 'dd', \$name = 'no'}{\$dflt}{\$name}",
    'html' => "<div n:foreach=\"\$items as \$i\" n:attr=\"data-x: \$i, hidden: true, id: null\" id=a>{\$i}</div><p n:ifcontent>  </p><{\$tag}>dyn</{\$tag}><td n:tag=\"'th'\">x</td>",
];
class Cls { const C = 'const'; public $prop = '<prop>'; public function method($a, $b) { return "m$a$b"; } }
$latte = new Latte\Engine();
$latte->setLoader(new Latte\Loaders\StringLoader($templates));
$latte->addFilter('own', fn ($s, $n) => "own($s,$n)");
$latte->addFilter('call', fn ($f) => $f(21));
$latte->addFunction('twice', fn ($x) => $x * 2);
$latte->setPolicy(Latte\Sandbox\SecurityPolicy::createSafePolicy());
$latte->addExtension(new class extends Latte\Extension { public function getFilters(): array { return ['ext' => 'strrev']; } });
$params = ['name' => 'Ann', 'items' => ['k1' => 'first', 'second', 'k3' => '<third>'], 'a' => 0, 'b' => 1, 'html' => "<b>\"'&</b>", 'url' => 'javascript:alert(1)', 'arr' => ['x' => "</script>'", 1 => [true, null, 1.5]], 'obj' => new Cls(), 'tag' => 'h2'];
foreach (array_keys($templates) as $name) {
    show($name, fn () => $latte->renderToString($name, $params + ['q' => 'Q']));
}
title('compiled');
foreach (['page', 'control', 'escaping'] as $name) echo preg_replace('/Template_?\w+|\* source: .*/', 'T', $latte->compile($name)), "\n";
title('errors');
foreach (['{if}', '{foreach $x}', '{/if}', '{$x|nofilter}', '{nope}', '<div></p>', '{if true}', '{$x[}', '{include}', '<a {if true}href="{/if}">', '{block a}{/block}{block a}{/block}', '{=nofn()}', '{var x = 1}', "\n\n  {='unclosed}"] as $bad) {
    $e = new Latte\Engine();
    $e->setLoader(new Latte\Loaders\StringLoader());
    show($bad, fn () => $e->renderToString($bad, ['x' => 1]));
}
show('content type', fn () => (new Latte\Engine())->setLoader(new Latte\Loaders\StringLoader())->setContentType('text')->renderToString('{$x} <b>', ['x' => '<']));
