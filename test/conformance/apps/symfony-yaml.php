<?php
require __DIR__ . '/support/autoload.php';
psr4(['Symfony\\Component\\Yaml\\' => 'symfony-yaml']);

use Symfony\Component\Yaml\{Inline, Parser, Tag\TaggedValue, Yaml};

enum Level: string { case Low = 'l'; case High = 'h'; }
class Plain { public $a = 1; protected $b = [2]; }

$documents = [
    'scalars' => "int: 12\nneg: -3\noctal: 0o17\nhex: 0x1F\nunder: 1_000\nfloat: 1.5\nexp: 1.2e3\ninf: .inf\nninf: -.INF\nnan: .nan\ntrue: true\nno: no\nnull1: null\nnull2: ~\nnull3:\nstr: hello world\nsq: 'it''s'\ndq: \"tab\\t nl\\n uni\\u263a hex\\x41\"\nquoted: '12'\ndate: 2001-01-23\nzero: 00\nsci: 1e3\nver: 1.2.3",
    'lists' => "- a\n- - b\n  - c\n-\n  - d\n- {x: 1, y: [1, 2, {z: 3}]}\n- [a, 'b, c', \"d\"]\n- key: v\n  other: w\n- ''\n- ~",
    'maps' => "a:\n  b:\n    c: 1\n    'quoted key': 2\n    \"d q\": 3\n  e: []\nf: {}\n? complex\n: value\n12: int key\n1.5: float key\ntrue: bool\n",
    'literal' => "l: |\n  line 1\n    indented\n\n  line 3\nlk: |+\n  keep\n\nls: |-\n  strip\n\nf: >\n  folded\n  text\n\n  para\n    more\n  end\nfs: >-\n  x\n  y\ni: |2\n    two\n",
    'anchors' => "base: &b\n  x: 1\n  y: 2\nref: *b\nmerged:\n  <<: *b\n  y: 3\nmany:\n  <<: [*b, {z: 9}]\nlist: &l [1, 2]\nagain: *l\n",
    'comments' => "# top\na: 1 # trailing\n# middle\nb: '# not'\n\nc: x#y\n",
    'multiline' => "plain: word\n  continued\n  more\nquoted: 'first\n  second\n\n  third'\ndq: \"one \\\n  two\"\nflow: {a: 1,\n  b: 2, c: [x,\n   y]}\n",
    'tags' => "s: !!str 12\ni: !!int '5'\nf: !!float 3\nb: !!binary SGVsbG8=\nc: !custom {a: 1}\nd: !php/const PHP_INT_SIZE\ne: !php/enum Level::High\nv: !php/enum Level::Low->value\n",
    'docs' => "---\na: 1\n...\n",
    'utf8' => "é: ü\nlist: [日本, \"\\xe9\"]\nemoji: 😀\n",
    'timestamps' => "a: 2001-12-14t21:59:43.10-05:00\nb: 2001-12-14 21:59:43\nc: 2002-12-14\n",
];
date_default_timezone_set('UTC');
foreach ($documents as $name => $text) {
    title($name);
    $value = show('parsed', fn () => Yaml::parse($text, Yaml::PARSE_CUSTOM_TAGS | Yaml::PARSE_CONSTANT));
    if ($value !== null) {
        foreach ([[0, 0], [1, 2], [2, 4], [9, 2]] as [$inline, $indent]) {
            show("dump $inline $indent", fn () => $indent ? Yaml::dump($value, $inline, $indent) : Yaml::dump($value, $inline));
        }
    }
}
title('flags');
show('objects', fn () => Yaml::parse('a: !php/object \'O:5:"Plain":2:{s:1:"a";i:5;s:4:"' . "\0*\0" . 'b";i:6;}\'', Yaml::PARSE_OBJECT));
show('dump object', fn () => Yaml::dump(['o' => new Plain()], 2, 4, Yaml::DUMP_OBJECT));
show('as map', fn () => Yaml::parse("a: {b: 1}\nc: {}\nd: [1]", Yaml::PARSE_OBJECT_FOR_MAP));
show('dump map', fn () => Yaml::dump((object) ['a' => (object) [], 'b' => (object) ['c' => 1]], 4, 2, Yaml::DUMP_OBJECT_AS_MAP));
show('datetime', fn () => Yaml::parse('d: 2020-02-29T10:11:12Z', Yaml::PARSE_DATETIME));
show('dump date', fn () => Yaml::dump(['d' => new DateTimeImmutable('2020-02-29 10:11:12.5', new DateTimeZone('UTC'))]));
show('literal', fn () => Yaml::dump(['m' => "line\n line2\n", 'n' => "x\ny", 'r' => "a\r\nb"], 2, 4, Yaml::DUMP_MULTI_LINE_LITERAL_BLOCK));
show('empty arrays', fn () => Yaml::dump(['a' => [], 'b' => new ArrayObject()], 2, 4, Yaml::DUMP_EMPTY_ARRAY_AS_SEQUENCE | Yaml::DUMP_OBJECT_AS_MAP));
show('null tilde', fn () => Yaml::dump(['a' => null], 2, 4, Yaml::DUMP_NULL_AS_TILDE));
show('numeric keys', fn () => Yaml::dump(['200' => 'a', 'x' => 1], 2, 4, Yaml::DUMP_NUMERIC_KEY_AS_STRING));
show('enum', fn () => Yaml::dump(['e' => Level::Low]));
show('tagged', fn () => Yaml::dump(['t' => new TaggedValue('my', ['a' => 1]), 's' => new TaggedValue('x', 'scalar')], 3));
foreach (['', 'null', '~', '123', '1.0', 'true', 'on', 'y', "it's", '- a', 'a: b', '#c', 'c #d', '{', '[', '@x', '%y', "\t", "multi\nline", '0x1f', '1e5', '.inf', '2001-01-01', ' lead', 'trail ', '*a', '&b', '!t', '|', '>', '=', '?', '-', '--', ':', 'a:', "\x01", 'é', '12:30', '0123', '0o17', '+5', '1_000', "'q'", '"dq"', '\\', '<<'] as $string) {
    echo Inline::dump($string), ' | ', Yaml::dump([$string]), ' ';
    show('back', fn () => Yaml::parse(Yaml::dump([$string]))[0] === $string);
}
foreach ([1.0, 1e30, -0.0, 0.1, 1.5e-7, NAN, INF, -INF, PHP_INT_MAX, [], [[]], [1, [2]], ['a' => ['b' => []]], null, true] as $value) {
    echo Inline::dump($value), "\n";
}
title('errors');
foreach (["a: b: c", "a: [1, 2", "a: {b: 1", "a: 'x", "a: \"x", "\ta: 1", "a: 1\n b: 2", "a: 1\na: 2", "a: *none", "- a\nb: 1", "a: @x", "a: `x", "a: %x", "[a, b]: c", "a: |x", "a: !php/object x", "a: !php/const NOPE", "a: !unknown 1", "{a: b, c}", "a\nb: c", "--- !t\n---", "x: \"\\q\"", "a: &b", "  a: 1\nb: 2", "key: - a", "<<: 1", "a: {x: y}z"] as $bad) {
    show(json_encode($bad), fn () => Yaml::parse($bad));
}
try { (new Parser())->parse("a: 1\nb: [", 0); } catch (Exception $e) { echo $e->getParsedLine(), ' ', $e->getSnippet(), "\n"; }
show('file', fn () => Yaml::parseFile('/nonexistent.yml'));
title('large');
$big = [];
for ($i = 0; $i < 150; $i++) $big["key$i"] = ['id' => $i, 'tags' => ['a', "b$i"], 'nested' => ['f' => $i / 4, 't' => "text: $i\nmore", 'n' => null]];
$yaml = Yaml::dump($big, 3);
echo strlen($yaml), ' ', md5($yaml), ' ', var_export(Yaml::parse($yaml) === $big, true), "\n";
