<?php
require __DIR__ . '/support/autoload.php';
psr4(['Webmozart\\Assert\\' => 'webmozart-assert/src', 'MabeEnum\\' => 'php-enum/src', 'PhpOption\\' => 'php-option/src/PhpOption', 'GrahamCampbell\\ResultType\\' => 'result-type/src', 'Dotenv\\' => 'phpdotenv/src', 'Egulias\\EmailValidator\\' => 'email-validator/src', 'Doctrine\\Common\\Lexer\\' => 'doctrine-lexer/src', 'Doctrine\\Deprecations\\' => 'doctrine-deprecations/src', 'JsonSchema\\' => 'json-schema/src/JsonSchema', 'League\\Fractal\\' => 'fractal/src', 'League\\Plates\\' => 'plates/src', 'League\\Csv\\' => 'league-csv/src', 'League\\Flysystem\\' => 'flysystem/src', 'Symfony\\Component\\PropertyAccess\\' => 'symfony-property-access']);
classmap('json-schema/src', 'plates/src');

use Webmozart\Assert\Assert;

title('assert');
foreach ([['string', 5], ['stringNotEmpty', ''], ['integer', '1'], ['positiveInteger', -1], ['isArray', 'x'], ['isInstanceOf', new stdClass(), ArrayObject::class], ['notNull', null], ['oneOf', 3, [1, 2]], ['regex', 'abc', '/^\d/'], ['email', 'nope'], ['uuid', 'x'], ['ip', '1.2.3.400'], ['range', 11, 1, 10], ['count', [1], 2], ['keyExists', ['a' => 1], 'b'], ['isList', ['a' => 1]], ['implementsInterface', 'ArrayObject', 'Iterator'], ['uniqueValues', [1, 1]], ['startsWith', 'abc', 'x'], ['maxLength', 'long', 2], ['digits', 'a'], ['allString', ['a', 1]], ['nullOrInteger', 'x'], ['isCallable', 'nope'], ['eq', 1, 2], ['same', '1', 1], ['boolean', 1], ['scalar', []], ['classExists', 'Nope'], ['throws', fn () => null], ['lessThan', 5, 3], ['contains', 'abc', 'z'], ['alpha', 'a1'], ['true', false], ['isIterable', 1], ['string', 'fine']] as $case) {
    $method = array_shift($case);
    show($method, fn () => Assert::$method(...$case));
}
title('json schema');
$schema = json_decode('{"type":"object","required":["name","age"],"properties":{"name":{"type":"string","minLength":2,"pattern":"^[A-Z]"},"age":{"type":"integer","minimum":0,"maximum":150,"default":5},"mail":{"type":"string","format":"email"},"tags":{"type":"array","items":{"enum":["a","b"]},"uniqueItems":true,"minItems":1},"x":{"anyOf":[{"type":"null"},{"type":"number","multipleOf":0.5}]},"sub":{"$ref":"#/definitions/sub"},"date":{"format":"date-time"},"u":{"format":"uri"}},"additionalProperties":false,"definitions":{"sub":{"type":"object","properties":{"n":{"type":"boolean"}},"dependencies":{"n":["m"]}}}}');
foreach (['{"name":"Ann","age":5}', '{"name":"a","age":-1,"extra":1}', '{"age":"5"}', '{"name":"Bob","age":1.5,"mail":"x","tags":["a","a","c"]}', '{"name":"Bob","age":1,"x":0.7,"sub":{"n":true},"date":"2020-01-01"}', '[]', '{"name":"Bob","age":200,"tags":[],"u":"::"}'] as $json) {
    show($json, function () use ($json, $schema) { $v = new JsonSchema\Validator(); $data = json_decode($json); $v->validate($data, $schema); return array_map(fn ($e) => $e['property'] . ': ' . $e['message'], $v->getErrors()); });
}
show('coerced', function () use ($schema) { $v = new JsonSchema\Validator(); $data = json_decode('{"name":"Ann","age":"7"}'); $v->validate($data, $schema, JsonSchema\Constraints\Constraint::CHECK_MODE_COERCE_TYPES | JsonSchema\Constraints\Constraint::CHECK_MODE_APPLY_DEFAULTS); return [$v->isValid(), $data]; });
title('mail');
$validator = new Egulias\EmailValidator\EmailValidator();
foreach (['a@b.c', 'fab"o"@x.org', '"quoted string"@x.org', 'no-at', 'a@', '@b', 'a..b@c.d', 'a@[127.0.0.1]', 'comment(c)@x.org', 'é@x.org', 'a@b_c.d', 'very.long.' . str_repeat('x', 70) . '@x.org', 'a b@c.d', "a@x.org\n"] as $mail) show($mail, fn () => [$validator->isValid($mail, new Egulias\EmailValidator\Validation\RFCValidation()), $validator->getError() ? get_class($validator->getError()->reason() ?? $validator->getError()) : null, array_map('get_class', array_values($validator->getWarnings())), $validator->isValid($mail, new Egulias\EmailValidator\Validation\NoRFCWarningsValidation())]);
title('small things');
class Level extends MabeEnum\Enum { const LOW = 1; const HIGH = 'h'; const NONE = null; }
show('enum', fn () => [Level::LOW()->getName(), Level::get('h')->getOrdinal(), Level::getConstants(), Level::has(2), Level::LOW() === Level::byName('LOW'), (string) Level::HIGH(), Level::byOrdinal(2)->getValue(), (new MabeEnum\EnumSet(Level::class, [Level::LOW(), Level::HIGH()]))->getNames()]);
show('bad enum', fn () => Level::get(99));
show('enum clone', fn () => clone Level::LOW());
show('option', fn () => [PhpOption\Option::fromValue(5)->map(fn ($x) => $x * 2)->filter(fn ($x) => $x > 5)->getOrElse(0), PhpOption\None::create()->orElse(new PhpOption\Some('alt'))->get(), iterator_to_array(PhpOption\Some::create(1)), PhpOption\Option::fromArraysValue(['a' => 1], 'b')->isEmpty()]);
show('none', fn () => PhpOption\None::create()->get());
show('result', fn () => [GrahamCampbell\ResultType\Success::create(2)->map(fn ($x) => $x + 1)->flatMap(fn ($x) => GrahamCampbell\ResultType\Error::create("e$x"))->mapError('strtoupper')->error()->get()]);
show('dotenv', fn () => Dotenv\Dotenv::parse("A=1\nexport B=\"two \${A} \\\"q\\\"\" # c\nC='single \$A'\n#comment\nD=\nE=\"multi\nline\"\nF=a#b\nG=\"\\u00e9\\n\""));
foreach (["A B=1", 'A="unclosed', '=x', "A='x' y"] as $bad) show($bad, fn () => Dotenv\Dotenv::parse($bad));
$pa = new Symfony\Component\PropertyAccess\PropertyPath('a[b].c[0]'); show('path', fn () => [$pa->getElements(), (string) $pa->getParent(), $pa->isIndex(1), $pa->getLength()]); show('bad path', fn () => new Symfony\Component\PropertyAccess\PropertyPath('a..b'));
title('csv');
$csv = League\Csv\Reader::createFromString("name;age;city\nAnn;30;\"New \"\"York\"\"\"\nBob;25;\"multi\nline\"\n;;\nZoë;41;Kraków\n");
$csv->setDelimiter(';')->setHeaderOffset(0);
show('header', fn () => $csv->getHeader());
foreach ($csv->getRecords() as $i => $r) echo $i, ' ', json_encode($r), "\n";
show('statement', fn () => array_values(iterator_to_array((new League\Csv\Statement())->where(fn (array $r) => (int) $r['age'] > 26)->orderBy(fn ($a, $b) => $b['age'] <=> $a['age'])->limit(2)->process($csv)->getRecords())));
show('column', fn () => iterator_to_array($csv->fetchColumnByName('name'), false)); show('pairs', fn () => iterator_to_array($csv->fetchPairs('name', 'age')));
$writer = League\Csv\Writer::createFromString(); $writer->insertOne(['a "q"', "b\nc", 'plain', '']); $writer->insertAll([[1, 2.5, null], ['=cmd', 'é']]); echo $writer->toString();
title('plates');
$dir = sys_get_temp_dir() . '/corovm-plates-' . getmypid(); mkdir($dir);
file_put_contents("$dir/layout.php", '<html><?= $this->section("title", "none") ?>|<?= $this->section("content") ?></html>');
file_put_contents("$dir/page.php", '<?php $this->layout("layout", ["x" => 1]) ?><?php $this->start("title") ?>T <?= $this->e($name) ?><?php $this->stop() ?>body <?= $this->e($name, "strtoupper|strrev") ?> <?php $this->insert("part", ["n" => 5]) ?>');
file_put_contents("$dir/part.php", 'part <?= $n ?><?= $this->shout("q") ?>');
$engine = new League\Plates\Engine($dir); $engine->addData(['name' => '<Bob>']); $engine->registerFunction('shout', fn ($s) => strtoupper($s) . '!');
show('rendered', fn () => $engine->render('page')); show('missing', fn () => $engine->exists('nope'));
array_map('unlink', glob("$dir/*")); rmdir($dir);
title('fractal');
class BookTransformer extends League\Fractal\TransformerAbstract { protected array $availableIncludes = ['author']; public function transform($b) { return ['id' => (int) $b['id'], 't' => $b['title']]; } public function includeAuthor($b) { return $this->item($b, fn ($x) => ['name' => $x['author']], 'authors'); } }
foreach ([new League\Fractal\Serializer\DataArraySerializer(), new League\Fractal\Serializer\ArraySerializer(), new League\Fractal\Serializer\JsonApiSerializer()] as $s) { $m = new League\Fractal\Manager(); $m->setSerializer($s); $m->parseIncludes('author'); show(get_class($s), fn () => $m->createData(new League\Fractal\Resource\Collection([['id' => '1', 'title' => 'Hogfather', 'author' => 'Terry'], ['id' => 2, 'title' => 'x', 'author' => 'Y']], new BookTransformer(), 'books'))->toJson(JSON_PRETTY_PRINT)); }
