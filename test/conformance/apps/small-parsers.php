<?php
require __DIR__ . '/support/autoload.php';
psr4(['cebe\\markdown\\' => 'cebe-markdown', 'PHPStan\\PhpDocParser\\' => 'phpdoc-parser/src']);
files('spyc/Spyc.php');

title('spyc');
$yaml = <<<'YAML'
string: plain
quoted: "with \"escapes\" and: colon"
single: 'it''s'
int: 42
float: 3.14
bool: [true, false, yes, no]
nulls: ~
list:
  - one
  - two: 2
    three: 3
  -
    - nested
    - {a: 1, b: [x, y]}
map:
  deep:
    deeper:
      - 1
folded: >
  some folded
  text
literal: |
  keep
    this
anchor: &A val
ref: *A
date: 2001-12-14
empty: {}
emptylist: []
"quoted key": 1
multi: this is
# comment
1: numeric key
YAML;
$data = Spyc::YAMLLoadString($yaml);
var_dump($data);
echo Spyc::YAMLDump($data, 4, 60), Spyc::YAMLDump([1, [2, [3]], 'a' => null, 'b' => true, 'c' => "multi\nline", 'd' => '- dash', 'e' => '', 'f' => 1.5, 'long' => str_repeat('word ', 30)]);
var_dump(Spyc::YAMLLoadString(Spyc::YAMLDump($data)) == $data);
title('cebe markdown');
$text = "# Title\n\nPara with *em*, **strong**, `code`, [link](http://x.y \"t\") and ![img](a.png).\n\n* a\n* b\n    * c\n\n1. x\n2. y\n\n> quote\n> more\n\n    code block\n\n```php\n<?php echo 1;\n```\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\nTerm ~~del~~ http://auto.link\nline  \nbreak\n\n<div>html</div>\n\n***\n[ref]: http://ref \"T\"\n[ref] &amp; < > \\* <b>x</b>\n";
foreach ([new cebe\markdown\Markdown(), new cebe\markdown\GithubMarkdown(), new cebe\markdown\MarkdownExtra()] as $m) { echo get_class($m), "\n", $m->parse($text), "\n", $m->parseParagraph('just *one*'), "\n"; }
title('phpdoc');
$lexer = new PHPStan\PhpDocParser\Lexer\Lexer();
$const = new PHPStan\PhpDocParser\Parser\ConstExprParser();
$types = new PHPStan\PhpDocParser\Parser\TypeParser($const);
$docs = new PHPStan\PhpDocParser\Parser\PhpDocParser($types, $const);
foreach (['/** @param int|string $a text */', "/**\n * Summary\n *\n * @template T of object\n * @param array<int, list<T>>|null \$x desc {@link X}\n * @return \\Generator<int, array{a: int, b?: string}, mixed, void>\n * @throws A|B when bad\n * @var callable(int, string ...): (T is int ? 'yes' : -5)\n * @method static self make(int \$a = 5, string ...\$rest) makes\n * @property-read non-empty-string \$p\n * @deprecated since 2\n * @see foo()\n */", '/** @param $broken */', '/** @return int[] | (A&B) */', '/** @phpstan-type Foo = array{x: 1|2.5|"s", ...} */', '/** @param array{ $x */', '/** @assert !null $x */'] as $doc) {
    show($doc, function () use ($lexer, $docs, $doc) { $node = $docs->parse(new PHPStan\PhpDocParser\Parser\TokenIterator($lexer->tokenize($doc))); foreach ($node->children as $c) echo get_class($c), "\n"; foreach ($node->getTags() as $t) echo $t->name, ' => ', get_class($t->value), ' ', $t->value, "\n"; return (string) $node; });
}
foreach (['int', '?array<string, mixed>', 'A|B&C', 'callable(int): string', "'a'|1|-2.5", 'int<0, max>', 'key-of<self::X>', '($x is T ? A : B)', 'array{0: int, foo: ?A}', 'Foo::BAR_*', 'object{a: int}', 'A<', 'int|', '$this[]', 'T[K]'] as $t) show($t, function () use ($lexer, $types, $t) { $n = $types->parse(new PHPStan\PhpDocParser\Parser\TokenIterator($lexer->tokenize($t))); return get_class($n) . ' ' . $n; });
