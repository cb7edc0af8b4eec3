<?php
// Regular expressions on a megabyte of text.
require __DIR__ . '/support.php';
$text = text();
$html = preg_replace('/(\w+) (\w+)/', '<a href="/$1">$2</a>', substr($text, 0, 400000));
$utf8 = str_replace(['a', 'e'], ['ä', '€'], substr($text, 0, 600000));

measure('preg_match_all, words', fn () => preg_match_all('/\w+/', $text, $found) . ' ' . count($found[0]));
measure('preg_match_all, groups', fn () => preg_match_all('/(\w)(\w+)\s+([a-m]+)/', $text, $found, PREG_SET_ORDER) . ' ' . count($found));
measure('preg_replace', fn () => preg_replace('/\b([a-f])(\w*)\b/', '$2-$1', $text));
measure('preg_replace, several', fn () => preg_replace(['/\d+/', '/[aeiou]/i', '/\s+/'], ['#', '_', ' '], $text));
measure('preg_replace_callback', fn () => preg_replace_callback('/\d+/', fn (array $m): string => '<' . strrev($m[0]) . '>', $text));
measure('preg_split', fn () => preg_split('/[\s.]+/', $text));
measure('preg_match, line by line', function () use ($text) { $n = 0; foreach (explode("\n", $text) as $line) { $n += preg_match('/^(\S+) (\S+).*\.$/', $line, $m) ? strlen($m[2]) : 0; } return (string) $n; });
measure('preg_match with an offset', function () use ($text) { $n = 0; for ($at = 0; preg_match('/\G(?:(\d+)|([a-z]+)|(\s+)|(.))/A', $text, $m, 0, $at); $at += strlen($m[0])) { if ($at > 300000) { break; } $n += count($m); } return (string) $n; });
measure('tags', fn () => preg_match_all('~<(\w+)[^>]*>(.*?)</\1>~s', $html, $found));
measure('UTF-8', fn () => preg_match_all('/\p{L}+/u', $utf8, $found) . preg_replace('/[^\x00-\x7f]+/u', '?', $utf8));
measure('possessive, atomic, lookaround', fn () => preg_match_all('/(?<=\s)(?>[a-z]++)(?=\s)/', $text, $found) . '');
