<?php
require __DIR__ . '/support/autoload.php';
require __DIR__ . '/support/markdown.php';
files('parsedown/Parsedown.php');

$parsedown = new Parsedown();
foreach (markdownDocuments() as $name => $text) {
    title($name);
    echo $parsedown->text($text), "\n";
}
title('line');
foreach (markdownLines() as $line) {
    echo $parsedown->line($line), "\n";
}
title('safe mode');
$safe = (new Parsedown())->setSafeMode(true)->setBreaksEnabled(true)->setUrlsLinked(false);
foreach (markdownDocuments() as $name => $text) {
    echo "-- $name\n", $safe->text($text), "\n";
}
title('escaped markup');
$escaped = (new Parsedown())->setMarkupEscaped(true);
echo $escaped->text("<b>bold</b> *x* <script>alert(1)</script>\n\n<div>\nblock\n</div>"), "\n";
title('the libraries\' own readmes');
foreach (['parsedown/readme.md', 'iter/README.md', 'php-parser-5/README.md', 'fast-route/README.md', 'commonmark/README.md', 'commonmark/CHANGELOG.md'] as $readme) {
    $html = $parsedown->text(file_get_contents(library($readme)));
    echo $readme, ' ', strlen($html), ' ', md5($html), "\n", substr($html, 0, 400), "\n";
}
title('extension');
class Extended extends Parsedown
{
    protected $inlineMarkerList = '!"*_&[:<>`~\\^';

    public function __construct()
    {
        $this->InlineTypes['^'][] = 'Superscript';
        $this->BlockTypes['!'][] = 'Note';
    }

    protected function inlineSuperscript($excerpt)
    {
        if (preg_match('/^\^(\w+)\^/', $excerpt['text'], $match)) {
            return ['extent' => strlen($match[0]), 'element' => ['name' => 'sup', 'text' => $match[1]]];
        }
    }

    protected function blockNote($line)
    {
        if (preg_match('/^!!! (.*)/', $line['text'], $match)) {
            return ['element' => ['name' => 'aside', 'attributes' => ['class' => 'note'], 'handler' => ['function' => 'lineElements', 'argument' => $match[1], 'destination' => 'elements']]];
        }
    }
}
echo (new Extended())->text("E=mc^2^ and *x*^n^\n\n!!! mind the **gap**\n\nend"), "\n";
