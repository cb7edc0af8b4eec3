<?php
// Building and taking apart a megabyte of text.
require __DIR__ . '/support.php';
$text = text();
$words = explode(' ', $text);
$numbers = numbers(50000);

measure('building with .=', function () use ($words) { $out = ''; foreach ($words as $i => $word) { $out .= $word; $out .= $i; } return $out; });
measure('implode', fn () => implode(', ', $words));
measure('explode', fn () => count(explode(' ', $text)));
measure('str_replace', fn () => str_replace(['a', 'bc', ".\n"], ['A', '', ';'], $text));
measure('strtr with pairs', fn () => strtr($text, ['a' => '1', 'b1' => 'x', 'zz' => '', 'the' => 'THE']));
measure('strtoupper, ucwords, strrev', fn () => strrev(ucwords(strtoupper($text))));
measure('sprintf', function () use ($numbers) { $out = ''; foreach ($numbers as $n) { $out .= sprintf('%05d %x %-8s|%.3f', $n, $n, 'ab', $n / 3); } return $out; });
measure('number_format', function () use ($numbers) { $out = ''; foreach ($numbers as $n) { $out .= number_format($n / 7, 2); } return $out; });
measure('substr and ord, a character a time', function () use ($text) { $sum = 0; for ($i = 0, $n = strlen($text); $i < $n; $i += 4) { $sum += ord($text[$i]) ^ strlen(substr($text, $i, 3)); } return (string) $sum; });
measure('strpos over and over', function () use ($text) { $n = 0; for ($at = 0; ($at = strpos($text, 'a', $at)) !== false; $at++) { $n++; } return (string) $n; });
measure('substr_count, str_contains', fn () => substr_count($text, 'ab') . (str_contains($text, 'not in there') ? 'y' : 'n'));
measure('trim of words', function () use ($words) { $out = []; foreach ($words as $word) { $out[] = trim($word, " \n."); } return implode($out); });
measure('wordwrap, nl2br', fn () => nl2br(wordwrap($text, 72)));
measure('htmlspecialchars', fn () => htmlspecialchars($text . '<a href="x">&</a>'));
measure('md5, crc32, base64, bin2hex', fn () => md5($text) . crc32($text) . md5(base64_encode($text)) . md5(bin2hex($text)));
measure('str_split, strcmp', function () use ($text) { $n = 0; $last = ''; foreach (str_split($text, 8) as $part) { $n += strcmp($last, $part) <=> 0; $last = $part; } return (string) $n; });
measure('urlencode, addslashes', fn () => addslashes(urlencode($text)));
measure('str_pad, ucfirst, lcfirst', function () use ($words) { $out = ''; foreach ($words as $word) { $out .= str_pad(ucfirst($word), 10, '-', STR_PAD_BOTH) . lcfirst($word); } return $out; });
