<?php
require __DIR__ . '/support/autoload.php';
require __DIR__ . '/support/markdown.php';
psr4(['Michelf\\' => 'php-markdown/Michelf']);

use Michelf\Markdown;
use Michelf\MarkdownExtra;

foreach ([Markdown::class, MarkdownExtra::class] as $class) {
    foreach (markdownDocuments() as $name => $text) {
        title("$class $name");
        echo $class::defaultTransform($text), "\n";
    }
    foreach (markdownLines() as $line) {
        echo $class::defaultTransform($line);
    }
}
title('options');
$parser = new MarkdownExtra();
$parser->hard_wrap = true;
$parser->empty_element_suffix = '>';
$parser->tab_width = 2;
$parser->no_entities = true;
$parser->fn_id_prefix = 'post22-';
$parser->fn_link_title = 'to %%';
$parser->table_align_class_tmpl = 'go-%%';
$parser->code_class_prefix = 'language-';
$parser->predef_urls = ['home' => 'http://home.example'];
$parser->predef_abbr = ['HTML' => 'Hyper Text Markup Language'];
$parser->url_filter_func = fn ($url) => strtoupper($url);
$parser->header_id_func = fn ($text) => preg_replace('/[^a-z0-9]/', '-', strtolower($text));
echo $parser->transform("# A Title {.cls data-x=y}\n\nHTML is [home]\nwrapped[^a] text[^b].\n\n[^a]: First *note*\n[^b]: Second\n\n    with code\n\n```js {#id .k}\nvar x;\n```\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n*[CSS]: Cascading\n\nCSS and <b>&amp;</b>\n\nApple\nBerry\n:   fruit\n:   red\n\n    more\n\nOrange\n:   colour\n");
title('readmes');
foreach (['parsedown/readme.md', 'iter/README.md', 'php-parser-5/README.md', 'fast-route/README.md', 'commonmark/README.md'] as $readme) {
    $html = MarkdownExtra::defaultTransform(file_get_contents(library($readme)));
    echo $readme, ' ', strlen($html), ' ', md5($html), "\n", substr($html, 0, 600), "\n";
}
