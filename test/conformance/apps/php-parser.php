<?php
require __DIR__ . '/support/autoload.php';
psr4(['PhpParser\\' => 'php-parser-5/lib/PhpParser']);

use PhpParser\{Error, Node, NodeDumper, NodeFinder, NodeTraverser, NodeVisitorAbstract, ParserFactory, PhpVersion};
use PhpParser\NodeVisitor\{CloningVisitor, NameResolver, ParentConnectingVisitor};
use PhpParser\PrettyPrinter\Standard;

$parser = (new ParserFactory())->createForNewestSupportedVersion();
$printer = new Standard();
$code = <<<'CODE'
<?php
declare(strict_types=1);
namespace App\Models;
use Foo\{Bar, Baz as Qux}; use function strlen as len; use const E_ALL;
#[Attr(1, name: 'x')]
abstract class User extends Bar implements \Countable, Qux {
    use T1, T2 { T1::a insteadof T2; T2::a as protected b; }
    const A = 1, B = self::A . 'x';
    public function __construct(private readonly ?int $id = null, protected string|array $name = "a{$b['c']}d$e[0]") {}
    abstract protected static function &make(self|null ...$x): static;
    public function count(): int { return match(true) { $this->id > 1, $this->id < 0 => 1, default => throw new \Exception('x') }; }
}
enum Suit: string { case H = 'h'; public static function f(): self { return self::H; } }
function gen(iterable $a, callable &$b = null): \Generator { foreach ($a as $k => [$x, 'y' => $y]) { yield $k => $x <=> $y; } return yield from $b(...); }
$f = static fn(int $x): int => $x ** 2 + -$x; $g = function () use (&$f) { static $n = 0; return $n++ ?: $f?->a?->b(); };
if ($a && !$b || $c xor $d): echo 1, 2; elseif ($x ?? null): else: endif;
for ($i = 0, $j = 10; $i < $j; $i++, --$j) { if ($i % 2) continue; while (true) { break 2; } do { $x .= 'a'; } while ($x !== 'aaa'); }
switch ($a) { case 1: case 2: $b = 1; break; default: goto end; }
end: try { risky(); } catch (A | B $e) { throw $e; } finally { unset($a, $b['x']); }
[$a, [, $b], 'k' => $c] = $arr; list($q) = [1]; $o = new class(1) extends Foo { public ?int $z; };
echo <<<EOT
  heredoc $a {$b->c} ${d}
  EOT . <<<'N'
raw
N;
print $a instanceof B ? (int) $x : (string) @$y[1]; isset($a->b, $c[0]); exit(1);
?>
<html><?= $x ?></html>
CODE;
$ast = $parser->parse($code);
echo (new NodeDumper())->dump($ast), "\n";
title('printed');
echo $printer->prettyPrintFile($ast), "\n";
title('names');
$traverser = new NodeTraverser(new NameResolver(), new ParentConnectingVisitor());
$resolved = $traverser->traverse($parser->parse($code));
foreach ((new NodeFinder())->findInstanceOf($resolved, Node\Name::class) as $name) echo get_class($name), ' ', $name->toCodeString(), ' in ', get_class($name->getAttribute('parent')), "\n";
title('transformed');
$double = new class extends NodeVisitorAbstract {
    public function leaveNode(Node $node) {
        if ($node instanceof Node\Scalar\Int_) return new Node\Scalar\Int_($node->value * 2);
        if ($node instanceof Node\Stmt\Echo_) return NodeTraverser::REMOVE_NODE;
        if ($node instanceof Node\Expr\BinaryOp\Concat) return new Node\Expr\FuncCall(new Node\Name('concat'), [new Node\Arg($node->left), new Node\Arg($node->right)]);
        return null;
    }
};
echo $printer->prettyPrint((new NodeTraverser($double))->traverse($parser->parse($code))), "\n";
title('format preserving');
$old = $parser->parse($code);
$tokens = $parser->getTokens();
$new = (new NodeTraverser(new CloningVisitor()))->traverse($old);
(new NodeFinder())->findFirstInstanceOf($new, Node\Stmt\ClassMethod::class)->name = new Node\Identifier('renamed');
echo $printer->printFormatPreserving($new, $old, $tokens), "\n";
title('errors');
foreach (['<?php $a = ;', '<?php class { }', '<?php function f($a, $a) {', "<?php\n\n'abc", '<?php const X = 1; use A as self;', '<?php abstract final class A {}', '<?php 1 = 2;', '<?php "a $b[ c";'] as $bad) {
    try { $parser->parse($bad); echo "fine: $bad\n"; } catch (Error $e) { echo $e->getMessage(), ' ', $e->hasColumnInfo() ? $e->getMessageWithColumnInfo($bad) : '', "\n"; }
}
$collect = new PhpParser\ErrorHandler\Collecting();
$partial = $parser->parse('<?php $a = 1; foo( ; $b->; class X { function }', $collect);
foreach ($collect->getErrors() as $e) echo $e->getRawMessage(), "\n";
echo (new NodeDumper(['dumpPositions' => true]))->dump($partial ?? [], '<?php $a = 1; foo( ; $b->; class X { function }'), "\n";
title('whole files');
$files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator(library('php-parser-5/lib/PhpParser/Node'), FilesystemIterator::SKIP_DOTS));
$names = array_map('strval', iterator_to_array($files, false));
sort($names);
foreach (array_slice($names, 0, 25) as $name) {
    $stmts = $parser->parse(file_get_contents($name));
    echo basename($name), ' ', md5($printer->prettyPrintFile($stmts) . json_encode($stmts)), "\n";
}
title('builders');
$b = new PhpParser\BuilderFactory();
echo $printer->prettyPrintFile([$b->namespace('N')->addStmt($b->use('A\B')->as('C'))->addStmt($b->class('K')->extend('P')->implement('I')->makeFinal()->addStmt($b->property('p')->makePrivate()->setType('?int')->setDefault(5))->addStmt($b->method('m')->makePublic()->addParam($b->param('x')->setType('array')->setDefault([1, 'a' => null]))->setReturnType('void')->setDocComment("/** doc */")->addStmt($b->funcCall('f', [$b->var('x'), 'lit', 1.5, true]))))->getNode()]), "\n";
