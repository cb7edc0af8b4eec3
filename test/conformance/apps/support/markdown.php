<?php
/** Markdown of our own for the three Markdown drivers. */
function markdownLines(): array
{
    return [
        'plain', '*em* **strong** ***both*** _em_ __strong__', 'a `code` and ``co`de``', '[link](http://example.com "title")',
        '![image](/i.png)', '<http://auto.link>', 'http://bare.link/path?x=1&y=2 end', '\*escaped\* \\ \_', 'a  ' . "\n" . 'b',
        '&amp; &copy; & < > "q"', '~~gone~~', '[ref][1] [none]', 'foo_bar_baz **a*b**', '**unclosed', '*a **b** c*', 'x<br>y <span class="a">z</span>',
        'mail <a@b.example>', '[a](<b c> "d")', '[nested [brackets]](u)', '![a *b*](c "d\'e")', "tab\there", 'üñí ✓ *é*',
    ];
}

function markdownDocuments(): array
{
    return [
        'headings' => "# One\n## Two ##\n### Three\n#### Four\n##### Five\n###### Six\n\nSetext\n======\n\nSmaller\n---\n\n#no space\n",
        'paragraphs' => "First line\nsecond line\n\n\nNext paragraph  \nwith break\n\n    indented code\n    <b>\n\n\tafter tab\n",
        'lists' => "* a\n* b\n    * nested\n        1. deep\n        2. deeper\n* c\n\n1. one\n2. two\n\n   paragraph in two\n3. three\n\n- x\n\n- y\n\n7. seven\n8. eight\n",
        'quotes' => "> quoted\n> more\nlazy\n\n> > nested\n> # head\n> - item\n\nafter\n",
        'code' => "```php\n<?php echo \"<b>\";\n\n\$x = 1;\n```\n\n~~~\ntilde\n~~~\n\n    a\n\n    b\n",
        'rules' => "a\n\n---\n\n***\n\n* * *\n\n_____\n",
        'html' => "<div class=\"x\">\n<p>raw *not em*</p>\n</div>\n\ntext <em>inline</em>\n\n<!-- comment -->\n\n<hr>\n",
        'tables' => "| a | b | c |\n|---|:-:|--:|\n| 1 | *2* | `3` |\n| x \\| y | [l](u) | |\n\nno | pipes\n---|---\n1 | 2\n",
        'references' => "See [one], [two][2] and [three][].\n\n[one]: http://one.example 'One'\n[2]: <http://two.example>\n[Three]: /three \"Three\"\n\n![img][one]\n",
        'mixed' => "Term\n: definition\n\nFoot[^1]\n\n[^1]: note\n\n- [ ] todo\n- [x] done\n\nLast *line*",
        'nesting' => "1. a\n\n   > quote in item\n\n   ```\n   code in item\n   ```\n\n   - sub\n\n     para\n2. b\n\n* x\n\n      code in bullet\n",
        'entities' => "AT&T &lt;tag&gt; &#169; &#x263a; &unknown; 4 < 5 > 3\n\n\"quotes\" 'single' -- dashes --- ... ellipsis\n",
        'empty' => '',
        'windows' => "line one\r\nline two\r\n\r\n# head\r\n\r\n* item\r\n",
    ];
}
