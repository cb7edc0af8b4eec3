<?php
require __DIR__ . '/support/autoload.php';
require __DIR__ . '/support/markdown.php';
psr4([
    'League\\CommonMark\\' => 'commonmark/src', 'League\\Config\\' => 'league-config/src',
    'Dflydev\\DotAccessData\\' => 'dot-access-data/src', 'Psr\\EventDispatcher\\' => 'psr-event-dispatcher/src',
]);
classmap('nette-schema/src', 'nette-utils/src');
files('symfony-contracts/Deprecation/function.php');

use League\CommonMark\CommonMarkConverter;
use League\CommonMark\Environment\Environment;
use League\CommonMark\Extension\CommonMark\CommonMarkCoreExtension;
use League\CommonMark\Extension\CommonMark\Node\Block\Heading;
use League\CommonMark\Extension\CommonMark\Node\Inline\Link;
use League\CommonMark\Extension\Footnote\FootnoteExtension;
use League\CommonMark\Extension\GithubFlavoredMarkdownExtension;
use League\CommonMark\Extension\Attributes\AttributesExtension;
use League\CommonMark\Extension\DescriptionList\DescriptionListExtension;
use League\CommonMark\Extension\HeadingPermalink\HeadingPermalinkExtension;
use League\CommonMark\Extension\SmartPunct\SmartPunctExtension;
use League\CommonMark\Extension\TableOfContents\TableOfContentsExtension;
use League\CommonMark\GithubFlavoredMarkdownConverter;
use League\CommonMark\MarkdownConverter;
use League\CommonMark\Node\Query;
use League\CommonMark\Parser\MarkdownParser;
use League\CommonMark\Xml\XmlRenderer;

$plain = new CommonMarkConverter(['html_input' => 'allow']);
$github = new GithubFlavoredMarkdownConverter(['html_input' => 'strip', 'allow_unsafe_links' => false]);
foreach (markdownDocuments() as $name => $text) {
    title($name);
    echo $plain->convert($text), "--\n", $github->convert($text);
}
foreach (markdownLines() as $line) {
    echo $github->convert($line);
}
title('extensions');
$environment = new Environment(['heading_permalink' => ['symbol' => '#', 'insert' => 'after'], 'table_of_contents' => ['min_heading_level' => 1, 'max_heading_level' => 3]]);
foreach ([new CommonMarkCoreExtension(), new GithubFlavoredMarkdownExtension(), new FootnoteExtension(), new AttributesExtension(), new DescriptionListExtension(), new SmartPunctExtension(), new HeadingPermalinkExtension(), new TableOfContentsExtension()] as $extension) {
    $environment->addExtension($extension);
}
$converter = new MarkdownConverter($environment);
$text = "# Top\n\n\"Quoted\" -- text... it's[^1]\n\n## Second {.cls #own}\n\n[^1]: Note *here*\n\nTerm\n:   Description\n\n### Third\n\n- [x] a\n- [ ] b\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nhttps://example.com www.example.org a@b.example ~~x~~\n";
echo $converter->convert($text);
title('tree');
$document = (new MarkdownParser($environment))->parse($text);
echo (new XmlRenderer($environment))->renderDocument($document);
foreach ((new Query())->where(Query::type(Heading::class))->findAll($document) as $heading) {
    echo $heading->getLevel(), ' ', $heading->getStartLine(), '-', $heading->getEndLine(), "\n";
}
foreach ($document->iterator() as $node) {
    echo $node instanceof Link ? $node->getUrl() . "\n" : get_class($node) . "\n";
}
title('configuration errors');
show('unknown', fn () => (string) (new CommonMarkConverter(['nope' => 1]))->convert('x'));
show('type', fn () => (string) (new CommonMarkConverter(['max_nesting_level' => 'many']))->convert('x'));
title('long');
$long = str_repeat("Some *text* with [a link](http://x.example/y) and `code`.\n\n- item\n  - sub\n\n> quote\n\n", 30);
$html = (string) $plain->convert($long);
echo strlen($html), ' ', md5($html), "\n";
foreach (['parsedown/readme.md', 'php-parser-5/README.md', 'commonmark/CHANGELOG.md'] as $readme) {
    echo md5((string) $github->convert(file_get_contents(library($readme)))), "\n";
}
