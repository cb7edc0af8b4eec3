<?php
require __DIR__ . '/support/autoload.php';
classmap('nette-utils/src', 'nette-schema/src');

use Nette\Schema\{Expect, Processor, ValidationException};
use Nette\Utils\{ArrayHash, ArrayList, Arrays, Callback, DateTime, Floats, Helpers, Html, Iterables, Json, Paginator, Random, Reflection, Strings, Type, Validators, ObjectHelpers};

title('strings');
foreach (['Příliš žluťoučký kůň', "a\r\nb\rc", 'CamelCase', '  trim  ', ''] as $s) show($s, fn () => [Strings::length($s), Strings::upper($s), Strings::firstUpper($s), Strings::capitalize($s), Strings::webalize($s), Strings::truncate($s, 8), Strings::reverse($s), Strings::padLeft($s, 25, '*-'), Strings::trim($s), Strings::unixNewLines($s), Strings::startsWith($s, 'P'), Strings::substring($s, 2, 3), Strings::before($s, 'l'), Strings::after($s, 'l', -1), Strings::indent($s)]);
show('match', fn () => [Strings::match('hello 12', '#(\w)(?<d>\d)#'), Strings::matchAll('a1b2', '#([a-z])(\d)#', setOrder: true), Strings::split('a, b,c', '#,\s*#'), Strings::replace('abc', ['#a#' => 'x', '#c#' => 'z']), Strings::replace('abc', '#b#', fn ($m) => "[$m[0]]"), Strings::match('čau', '#.#u', captureOffset: true)]);
show('bad regexp', fn () => Strings::match('a', '#(#'));
show('compare', fn () => [Strings::compare('ABC', 'abc'), Strings::findPrefix('prefix-aaa', 'prefix-bb'), Strings::normalize("a \n\n\r\nb\t"), Strings::chr(0x10d), Strings::ord('č'), Strings::checkEncoding("\xff"), Strings::fixEncoding("a\xffb"), Strings::toAscii('žluť €')]);
title('arrays');
$a = ['a' => ['b' => ['c' => 1]], 'x' => [1, 2], 5 => 'five'];
show('get', fn () => [Arrays::get($a, ['a', 'b', 'c']), Arrays::get($a, 'nope', 'd'), Arrays::flatten($a), Arrays::contains([1, '1'], '1'), Arrays::first($a), Arrays::last($a), Arrays::some([1, 2], fn ($x) => $x > 1), Arrays::every([1, 2], fn ($x) => $x > 1), Arrays::associate([['id' => 1, 'n' => 'a'], ['id' => 2, 'n' => 'b']], 'id=n'), Arrays::normalize(['a', 'b' => 1]), Arrays::mergeTree(['a' => ['x' => 1]], ['a' => ['y' => 2], 'b' => 3]), Arrays::wrap(['a'], '<', '>')]);
show('missing', fn () => Arrays::get($a, 'nope'));
show('insert', function () use ($a) { Arrays::insertBefore($a, 'x', ['new' => 0]); Arrays::renameKey($a, 5, 'cinq'); return [$a, Arrays::pick($a, 'a'), Arrays::grep(['1', 'a'], '#\d#'), Arrays::getKeyOffset($a, 'x')]; });
$hash = ArrayHash::from(['a' => ['b' => 1]]); show('hash', fn () => [$hash->a->b, count($hash), json_encode($hash)]); $list = ArrayList::from([1, 2]); show('list', fn () => [$list[0], count($list)]); show('list key', fn () => $list[5]); show('list set', fn () => $list['x'] = 1);
title('html');
$el = Html::el('a href="x?a&b" class=link')->title('Qu"ote')->setText('<b>')->addHtml('<i>!</i>')->data('id', 5)->addClass('big', true)->addAttributes(['disabled' => true, 'hidden' => false]);
echo $el, Html::el('img')->src('a.png')->alt(''), Html::el('ul')->addHtml(Html::el('li', 'one'))->create('li')->setText('two')->getName(), $el->getText(), "\n", Html::htmlToText('<b>x &amp; y</b>'), Html::el()->addText('frag'), "\n";
title('validators');
foreach (['a@b.cz', 'bad@', 'http://x.y/z?q', '12', '-1.5e3', '', null, [1], 'A\B', 12.0, true] as $v) { show(var_export_short($v), fn () => array_map(fn ($t) => Validators::is($v, $t), ['int', 'string:1..5', 'email', 'url', 'numeric', 'numericint', 'list', 'null|bool', 'unicode', 'int:0..', 'float', 'pattern:\d+', 'scalar', 'none', 'callable', 'identifier', 'class', 'mixed[]'])); }
show('assert', fn () => Validators::assert('x', 'int:1..5', 'item'));
show('field', fn () => Validators::assertField(['a' => 1], 'b'));
title('schema');
$schema = Expect::structure(['processRefund' => Expect::bool()->default(true), 'name' => Expect::string()->required()->min(2)->max(8)->pattern('[a-z]+'), 'age' => Expect::int(5)->min(1)->before('intval'), 'tags' => Expect::listOf('string')->min(1), 'map' => Expect::arrayOf('int', 'string'), 'kind' => Expect::anyOf('a', 'b', Expect::null())->firstIsDefault(), 'old' => Expect::mixed()->deprecated('Item %path% is old'), 'sub' => Expect::structure(['x' => Expect::float()->castTo('string')])->castTo('array'), 'up' => Expect::string('d')->transform(fn ($s) => strtoupper($s))->assert(fn ($s) => strlen($s) < 5, 'short')]);
$p = new Processor();
foreach ([['name' => 'abc', 'tags' => ['x']], ['name' => 'x', 'age' => '12', 'tags' => []], ['nam' => 1], ['name' => 'abc', 'tags' => ['a', 2], 'map' => ['k' => 'v'], 'kind' => 'c', 'sub' => ['x' => 1, 'y' => 2]], ['name' => 'abcd', 'tags' => ['t'], 'old' => 1, 'up' => 'waytoolong'], 'scalar', ['name' => 'abc', 'tags' => ['q'], 'sub' => ['x' => 1.5], 'up' => 'hi']] as $in) {
    try { var_dump($p->process($schema, $in)); echo implode(';', $p->getWarnings()), "\n"; } catch (ValidationException $e) { echo implode("\n", $e->getMessages()), "\n"; }
}
show('merge', fn () => $p->processMultiple(Expect::arrayOf('mixed')->mergeDefaults(), [['a' => [1]], ['a' => [2], 'b' => 3]]));
class Cfg { public string $host; public ?int $port = 80; /** @var string[] */ public array $l = []; }
show('from', fn () => $p->process(Expect::from(new Cfg()), ['host' => 'h', 'port' => null]));
title('others');
show('json', fn () => [Json::encode(['é' => 1.0, '/' => null], pretty: true), Json::decode('{"a":[1]}', forceArrays: true), Json::decode('{bad')]);
$pg = new Paginator(); $pg->setItemCount(95)->setItemsPerPage(10)->setPage(12)->setBase(1); show('paginator', fn () => [$pg->page, $pg->pageCount, $pg->offset, $pg->length, $pg->isLast(), $pg->countdownOffset, $pg->firstItemOnPage, $pg->lastItemOnPage]);
show('date', fn () => [(string) DateTime::from('2020-02-03 04:05:06'), DateTime::fromParts(2021, 2, 3)->format('c'), DateTime::from(1e9)->setTimezone(new DateTimeZone('UTC'))->format('c'), json_encode(DateTime::from('2020-01-01 UTC'))]);
show('bad date', fn () => DateTime::fromParts(2021, 2, 30));
function typed(?int $a, string|Nette\Utils\Html|null $b, array $c = [], int &...$d): ?Cfg {}
foreach ((new ReflectionFunction('typed'))->getParameters() as $prm) show($prm->name, fn () => (string) Type::fromReflection($prm));
show('type', fn () => [(string) Type::fromString('?int'), Type::fromString('a|b')->allows('a'), Type::fromString('string')->isBuiltin(), (string) Type::fromValue([1]), Type::fromString('A&B')->isIntersection()]);
show('use', fn () => Reflection::expandClassName('Html', new ReflectionClass(Html::class)));
show('callback', fn () => [Callback::toString('strlen'), Callback::toString([new Html(), 'add']), Callback::isStatic('a::b'), (string) Callback::toReflection('strlen')->getName(), Callback::unwrap(strlen(...))]);
show('invokeSafe', fn () => Callback::invokeSafe('preg_match', ['#(#', 'a'], fn ($m) => "caught $m"));
show('smart', fn () => (new class { use Nette\SmartObject; public $abc; })->abd);
show('helpers', fn () => [Helpers::getSuggestion(['foo', 'bar', 'fooo'], 'fo'), Helpers::clamp(15, 1, 10), Helpers::compare(1, '<=', 2), Floats::areEqual(0.1 + 0.2, 0.3), Floats::compare(1.0, 2.0), iterator_to_array(Iterables::map([1, 2], fn ($x) => $x * 2)), strlen(Random::generate(12, 'a-c'))]);
