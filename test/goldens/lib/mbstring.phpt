--TEST--
mbstring: lengths, parts, places, case, widths, conversion, detection, entities, mail headers, errors
--FILE--
<?php
function t(string $f, ...$a): void {
    try { $r = $f(...$a); } catch (Error $e) { $r = get_class($e) . ': ' . $e->getMessage(); }
    $r = is_string($r) && preg_match('/[\x80-\xff]/', $r) && !preg_match('//u', $r) ? 'h:' . bin2hex($r) : $r;
    echo $f, ' ', json_encode($r, JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR), "\n";
}
foreach (['', 'Héllo Wörld', '日本語テキスト', "a\xffb", 'ǅ ß ﬁ ŉ İı ΑΣ ა', '👍🏽 emoji', "o'neil's"] as $s) {
    foreach ([null, 'ISO-8859-1', 'SJIS', 'UTF-16LE', 'UCS-4'] as $e) {
        t('mb_strlen', $s, $e); t('mb_substr', $s, 1, 3, $e); t('mb_substr', $s, -3, 2, $e); t('mb_substr', $s, 1, -1, $e);
        t('mb_strcut', $s, 1, 4, $e); t('mb_strwidth', $s, $e);
    }
    t('mb_str_split', $s); t('mb_strtoupper', $s); t('mb_strtolower', $s); t('mb_check_encoding', $s); t('mb_scrub', $s);
    t('mb_strimwidth', $s, 0, 5, '…'); t('mb_strimwidth', $s, -2, 5);
    for ($mode = 0; $mode < 9; $mode++) t('mb_convert_case', $s, $mode);
    foreach (['l', '語', '', 'É', 'WÖ', 'i'] as $n) {
        foreach (['mb_strpos', 'mb_strrpos', 'mb_stripos', 'mb_strripos'] as $f) { t($f, $s, $n); t($f, $s, $n, 2); t($f, $s, $n, -2); }
        foreach (['mb_strstr', 'mb_strrchr', 'mb_stristr', 'mb_strrichr'] as $f) { t($f, $s, $n); t($f, $s, $n, true); }
        t('mb_substr_count', $s, $n);
    }
    foreach (['ASCII', 'ISO-8859-15', 'SJIS', 'EUC-JP', 'CP932', 'UTF-16', 'UTF-32LE', 'UCS-2', 'UTF-7', 'UTF7-IMAP', 'JIS', 'ISO-2022-JP', 'GB18030', 'CP936', 'BIG-5', 'UHC', 'Windows-1252', 'KOI8-R', '7bit'] as $e) {
        t('mb_convert_encoding', $s, $e, 'UTF-8'); t('mb_convert_encoding', mb_convert_encoding($s, $e), 'UTF-8', $e);
    }
    t('mb_detect_encoding', $s); t('mb_detect_encoding', $s, 'ASCII,UTF-8,SJIS'); t('mb_detect_encoding', $s, ['EUC-JP', 'SJIS', 'UTF-8'], true);
    t('mb_detect_encoding', mb_convert_encoding($s, 'SJIS'), ['UTF-8', 'EUC-JP', 'SJIS'], true);
    t('mb_encode_numericentity', $s, [0x80, 0x10ffff, 0, 0x1fffff]); t('mb_encode_numericentity', $s, [0x80, 0x10ffff, 0, 0x1fffff], null, true);
    t('mb_encode_mimeheader', "Subject: $s $s"); t('mb_encode_mimeheader', str_repeat("$s ", 5), 'UTF-8', 'Q', "\n", 9);
    t('mb_decode_mimeheader', mb_encode_mimeheader("$s $s"));
}
t('mb_decode_numericentity', '&#233;&#xe9;&#x1F600; &#65 &#99999999999; &#; &amp;', [0, 0x10ffff, 0, 0x1fffff]);
foreach ([65, 0x20ac, 0x1f600, 0xd800, -1] as $c) { t('mb_chr', $c); t('mb_chr', $c, 'SJIS'); }
t('mb_strlen', 'a', 'x'); t('mb_str_split', 'a', 0); t('mb_ord', ''); t('mb_language', 'xx'); t('mb_internal_encoding', 'x');
t('mb_substitute_character', 'x'); t('mb_substitute_character', 0xd800); t('mb_detect_encoding', 'a', 'x,y'); t('mb_detect_encoding', 'a', []);
t('mb_convert_encoding', 'a', 'UTF-8', ''); t('mb_convert_encoding', 'a', 'x'); t('mb_convert_encoding', ['é' => 'é', 1 => ['x' => 1, true]], 'UTF-16', 'UTF-8');
t('mb_encoding_aliases', 'UTF-8'); t('mb_preferred_mime_name', 'sjis'); t('mb_detect_order'); t('mb_encode_numericentity', 'a', [1, 2, 3]);
t('mb_convert_encoding', 'YQ==', 'UTF-8', 'BASE64');
mb_parse_str('a[]=1&b=%C3%A9', $r); var_dump($r);
$a = 'é'; $b = ['é', ['ü']]; var_dump(mb_convert_variables('ISO-8859-1', ['ASCII', 'UTF-8'], $a, $b), bin2hex($a), bin2hex($b[1][0]));
foreach (['none', 'long', 'entity', 0x25a0] as $m) { mb_substitute_character($m); var_dump(mb_convert_encoding("aé漢\xff", 'ASCII'), mb_scrub("a\xff")); }
--EXPECT--
mb_strlen 0
mb_substr ""
mb_substr ""
mb_substr ""
mb_strcut ""
mb_strwidth 0
mb_strlen 0
mb_substr ""
mb_substr ""
mb_substr ""
mb_strcut ""
mb_strwidth 0
mb_strlen 0
mb_substr ""
mb_substr ""
mb_substr ""
mb_strcut ""
mb_strwidth 0
mb_strlen 0
mb_substr ""
mb_substr ""
mb_substr ""
mb_strcut ""
mb_strwidth 0
mb_strlen 0
mb_substr ""
mb_substr ""
mb_substr ""
mb_strcut ""
mb_strwidth 0
mb_str_split []
mb_strtoupper ""
mb_strtolower ""
mb_check_encoding true
mb_scrub ""
mb_strimwidth ""
mb_strimwidth "ValueError: mb_strimwidth(): Argument #2 ($start) is out of range"
mb_convert_case ""
mb_convert_case ""
mb_convert_case ""
mb_convert_case ""
mb_convert_case ""
mb_convert_case ""
mb_convert_case ""
mb_convert_case ""
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos false
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos false
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos false
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 0
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos 0
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr ""
mb_strstr ""
mb_strrchr ""
mb_strrchr ""
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos false
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos false
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strpos "ValueError: mb_strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos false
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_strrpos "ValueError: mb_strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)"
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_convert_encoding ""
mb_detect_encoding "ASCII"
mb_detect_encoding "ASCII"
mb_detect_encoding "EUC-JP"
mb_detect_encoding "UTF-8"
mb_encode_numericentity ""
mb_encode_numericentity ""
mb_encode_mimeheader "Subject:  "
mb_encode_mimeheader "     "
mb_decode_mimeheader " "
mb_strlen 11
mb_substr "éll"
mb_substr "rl"
mb_substr "éllo Wörl"
mb_strcut "éll"
mb_strwidth 11
mb_strlen 13
mb_substr "él"
mb_substr "rl"
mb_substr "éllo Wörl"
mb_strcut "éll"
mb_strwidth 13
mb_strlen 13
mb_substr "él"
mb_substr "rl"
mb_substr "éllo Wörl"
mb_strcut "éll"
mb_strwidth 13
mb_strlen 7
mb_substr "h:a96c6c6f2057"
mb_substr "örl"
mb_substr "h:a96c6c6f2057c3b6726c"
mb_strcut "Hél"
mb_strwidth 13
mb_strlen 3
mb_substr "lo Wörld"
mb_substr "Héllo W"
mb_substr "lo W"
mb_strcut "Hél"
mb_strwidth 4
mb_str_split ["H","é","l","l","o"," ","W","ö","r","l","d"]
mb_strtoupper "HÉLLO WÖRLD"
mb_strtolower "héllo wörld"
mb_check_encoding true
mb_scrub "Héllo Wörld"
mb_strimwidth "Héll…"
mb_strimwidth "ld"
mb_convert_case "HÉLLO WÖRLD"
mb_convert_case "héllo wörld"
mb_convert_case "Héllo Wörld"
mb_convert_case "héllo wörld"
mb_convert_case "HÉLLO WÖRLD"
mb_convert_case "héllo wörld"
mb_convert_case "Héllo Wörld"
mb_convert_case "héllo wörld"
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos 2
mb_strpos 2
mb_strpos 9
mb_strrpos 9
mb_strrpos 9
mb_strrpos 9
mb_stripos 2
mb_stripos 2
mb_stripos 9
mb_strripos 9
mb_strripos 9
mb_strripos 9
mb_strstr "llo Wörld"
mb_strstr "Hé"
mb_strrchr "ld"
mb_strrchr "Héllo Wör"
mb_stristr "llo Wörld"
mb_stristr "Hé"
mb_strrichr "ld"
mb_strrichr "Héllo Wör"
mb_substr_count 3
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 0
mb_strpos 2
mb_strpos 9
mb_strrpos 11
mb_strrpos 11
mb_strrpos 9
mb_stripos 0
mb_stripos 2
mb_stripos 9
mb_strripos 11
mb_strripos 11
mb_strripos 9
mb_strstr "Héllo Wörld"
mb_strstr ""
mb_strrchr ""
mb_strrchr "Héllo Wörld"
mb_stristr "Héllo Wörld"
mb_stristr ""
mb_strrichr ""
mb_strrichr "Héllo Wörld"
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos 1
mb_stripos false
mb_stripos false
mb_strripos 1
mb_strripos false
mb_strripos 1
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr "éllo Wörld"
mb_stristr "H"
mb_strrichr "éllo Wörld"
mb_strrichr "H"
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos 6
mb_stripos 6
mb_stripos false
mb_strripos 6
mb_strripos 6
mb_strripos 6
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr "Wörld"
mb_stristr "Héllo "
mb_strrichr "Wörld"
mb_strrichr "Héllo "
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "h:48e96c6c6f2057f6726c64"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "h:488fabb16c6c6f20578fabd3726c64"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "h:004800e9006c006c006f0020005700f60072006c0064"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "h:48000000e90000006c0000006c0000006f0000002000000057000000f6000000720000006c00000064000000"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "h:004800e9006c006c006f0020005700f60072006c0064"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H+AOk-llo W+APY-rld"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H&AOk-llo W&APY-rld"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H\u001b$(D+1\u001b(Bllo W\u001b$(D+S\u001b(Brld"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "h:48a8a66c6c6f205781308b32726c64"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "h:48a8a66c6c6f20573f726c64"
mb_convert_encoding "Héllo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "h:48e96c6c6f2057f6726c64"
mb_convert_encoding "Héllo Wörld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_convert_encoding "H?llo W?rld"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_encode_numericentity "H&#233;llo W&#246;rld"
mb_encode_numericentity "H&#xE9;llo W&#xF6;rld"
mb_encode_mimeheader "Subject: =?UTF-8?B?SMOpbGxvIFfDtnJsZCBIw6lsbG8gV8O2cmxk?="
mb_encode_mimeheader "=?UTF-8?Q?H=C3=A9llo=20W=C3=B6rld=20H=C3=A9llo=20W=C3=B6rld=20H?=\n =?UTF-8?Q?=C3=A9llo=20W=C3=B6rld=20H=C3=A9llo=20W=C3=B6rld=20H=C3=A9llo?=\n =?UTF-8?Q?=20W=C3=B6rld=20?="
mb_decode_mimeheader "Héllo Wörld Héllo Wörld"
mb_strlen 7
mb_substr "本語テ"
mb_substr "キス"
mb_substr "本語テキス"
mb_strcut "日"
mb_strwidth 14
mb_strlen 21
mb_substr "h:97a5e6"
mb_substr "h:e383"
mb_substr "h:97a5e69cace8aa9ee38386e382ade382b9e383"
mb_strcut "h:97a5e69c"
mb_strwidth 21
mb_strlen 13
mb_substr "h:a5e69cac"
mb_substr "h:b9e383"
mb_substr "h:a5e69cace8aa9ee38386e382ade382b9e383"
mb_strcut "日"
mb_strwidth 21
mb_strlen 11
mb_substr "h:a5e69cace8aa"
mb_substr "h:82b9e383"
mb_substr "h:a5e69cace8aa9ee38386e382ade382b9e383"
mb_strcut "h:e697a5e6"
mb_strwidth 17
mb_strlen 5
mb_substr "h:9cace8aa9ee38386e382ade3"
mb_substr "h:9ee38386e382ade3"
mb_substr "h:9cace8aa9ee38386e382ade3"
mb_strcut "h:e697a5e6"
mb_strwidth 6
mb_str_split ["日","本","語","テ","キ","ス","ト"]
mb_strtoupper "日本語テキスト"
mb_strtolower "日本語テキスト"
mb_check_encoding true
mb_scrub "日本語テキスト"
mb_strimwidth "日本…"
mb_strimwidth "スト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "日本語テキスト"
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 2
mb_strpos 2
mb_strpos false
mb_strrpos 2
mb_strrpos 2
mb_strrpos 2
mb_stripos 2
mb_stripos 2
mb_stripos false
mb_strripos 2
mb_strripos 2
mb_strripos 2
mb_strstr "語テキスト"
mb_strstr "日本"
mb_strrchr "語テキスト"
mb_strrchr "日本"
mb_stristr "語テキスト"
mb_stristr "日本"
mb_strrichr "語テキスト"
mb_strrichr "日本"
mb_substr_count 1
mb_strpos 0
mb_strpos 2
mb_strpos 5
mb_strrpos 7
mb_strrpos 7
mb_strrpos 5
mb_stripos 0
mb_stripos 2
mb_stripos 5
mb_strripos 7
mb_strripos 7
mb_strripos 5
mb_strstr "日本語テキスト"
mb_strstr ""
mb_strrchr ""
mb_strrchr "日本語テキスト"
mb_stristr "日本語テキスト"
mb_stristr ""
mb_strrichr ""
mb_strrichr "日本語テキスト"
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "h:93fa967b8cea8365834c83588367"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:c6fccbdcb8eca5c6a5ada5b9a5c8"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:93fa967b8cea8365834c83588367"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:65e5672c8a9e30c630ad30b930c8"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:e56500002c6700009e8a0000c6300000ad300000b9300000c8300000"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:65e5672c8a9e30c630ad30b930c8"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "+ZeVnLIqeMMYwrTC5MMg-"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "&ZeVnLIqeMMYwrTC5MMg-"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "\u001b$BF|K\\8l%F%-%9%H\u001b(B"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "\u001b$BF|K\\8l%F%-%9%H\u001b(B"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:c8d5b1bed55aa5c6a5ada5b9a5c8"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:c8d5b1bed55aa5c6a5ada5b9a5c8"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:a4e9a5bbbb79c75ec745c751c760"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "h:eceddce2e5deabc6abadabb9abc8"
mb_convert_encoding "日本語テキスト"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_convert_encoding "???????"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "SJIS"
mb_encode_numericentity "&#26085;&#26412;&#35486;&#12486;&#12461;&#12473;&#12488;"
mb_encode_numericentity "&#x65E5;&#x672C;&#x8A9E;&#x30C6;&#x30AD;&#x30B9;&#x30C8;"
mb_encode_mimeheader "Subject: =?UTF-8?B?5pel5pys6Kqe44OG44Kt44K544OIIOaXpeacrOiqnuODhuOCrQ==?=\r\n =?UTF-8?B?44K544OI?="
mb_encode_mimeheader "=?UTF-8?Q?=E6=97=A5=E6=9C=AC=E8=AA=9E=E3=83=86=E3=82=AD=E3=82=B9?=\n =?UTF-8?Q?=E3=83=88=20=E6=97=A5=E6=9C=AC=E8=AA=9E=E3=83=86=E3=82=AD?=\n =?UTF-8?Q?=E3=82=B9=E3=83=88=20=E6=97=A5=E6=9C=AC=E8=AA=9E=E3=83=86?=\n =?UTF-8?Q?=E3=82=AD=E3=82=B9=E3=83=88=20=E6=97=A5=E6=9C=AC=E8=AA=9E?=\n =?UTF-8?Q?=E3=83=86=E3=82=AD=E3=82=B9=E3=83=88=20=E6=97=A5=E6=9C=AC?=\n =?UTF-8?Q?=E8=AA=9E=E3=83=86=E3=82=AD=E3=82=B9=E3=83=88=20?="
mb_decode_mimeheader "日本語テキスト 日本語テキスト"
mb_strlen 3
mb_substr "h:ff62"
mb_substr "h:61ff"
mb_substr "h:ff"
mb_strcut "h:ff62"
mb_strwidth 3
mb_strlen 3
mb_substr "h:ff62"
mb_substr "h:61ff"
mb_substr "h:ff"
mb_strcut "h:ff62"
mb_strwidth 3
mb_strlen 3
mb_substr "h:ff62"
mb_substr "h:61ff"
mb_substr "h:ff"
mb_strcut "h:ff62"
mb_strwidth 3
mb_strlen 2
mb_substr "?\u0000"
mb_substr "h:61ff3f00"
mb_substr ""
mb_strcut "h:61ff"
mb_strwidth 2
mb_strlen 0
mb_substr ""
mb_substr "h:61ff62"
mb_substr ""
mb_strcut ""
mb_strwidth 1
mb_str_split ["a",null,"b"]
mb_strtoupper "A?B"
mb_strtolower "a?b"
mb_check_encoding false
mb_scrub "a?b"
mb_strimwidth "a?b"
mb_strimwidth "?b"
mb_convert_case "A?B"
mb_convert_case "a?b"
mb_convert_case "A?b"
mb_convert_case "a?b"
mb_convert_case "A?B"
mb_convert_case "a?b"
mb_convert_case "A?b"
mb_convert_case "a?b"
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 0
mb_strpos 2
mb_strpos 1
mb_strrpos 3
mb_strrpos 3
mb_strrpos 1
mb_stripos 0
mb_stripos 2
mb_stripos 1
mb_strripos 3
mb_strripos 3
mb_strripos 1
mb_strstr "h:61ff62"
mb_strstr ""
mb_strrchr ""
mb_strrchr "h:61ff62"
mb_stristr "h:61ff62"
mb_stristr ""
mb_strrichr ""
mb_strrichr "h:61ff62"
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "\u0000a\u0000?\u0000b"
mb_convert_encoding "a?b"
mb_convert_encoding "a\u0000\u0000\u0000?\u0000\u0000\u0000b\u0000\u0000\u0000"
mb_convert_encoding "a?b"
mb_convert_encoding "\u0000a\u0000?\u0000b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_convert_encoding "a?b"
mb_detect_encoding false
mb_detect_encoding false
mb_detect_encoding false
mb_detect_encoding "UTF-8"
mb_encode_numericentity "a?b"
mb_encode_numericentity "a?b"
mb_encode_mimeheader "Subject: =?UTF-8?B?YT9iIGE\/Yg==?="
mb_encode_mimeheader "=?UTF-8?Q?a=3Fb=20a=3Fb=20a=3Fb=20a=3Fb=20a=3Fb=20?="
mb_decode_mimeheader "a?b a?b"
mb_strlen 15
mb_substr " ß "
mb_substr "Σ "
mb_substr " ß ﬁ ŉ İı ΑΣ "
mb_strcut "ǅ "
mb_strwidth 15
mb_strlen 26
mb_substr "h:8520c3"
mb_substr "h:e183"
mb_substr "h:8520c39f20efac8120c58920c4b0c4b120ce91cea320e183"
mb_strcut "h:8520c39f"
mb_strwidth 26
mb_strlen 19
mb_substr "h:8520c39f20"
mb_substr "h:20e183"
mb_substr "h:8520c39f20efac8120c58920c4b0c4b120ce91cea320e183"
mb_strcut "h:8520c3"
mb_strwidth 21
mb_strlen 13
mb_substr "h:20c39f20efac"
mb_substr "h:cea320e1"
mb_substr "h:20c39f20efac8120c58920c4b0c4b120ce91cea320e1"
mb_strcut "h:c78520c3"
mb_strwidth 22
mb_strlen 6
mb_substr "h:9f20efac8120c58920c4b0c4"
mb_substr " İı Α"
mb_substr "h:9f20efac8120c58920c4b0c4b120ce91"
mb_strcut "h:c78520c3"
mb_strwidth 7
mb_str_split ["ǅ"," ","ß"," ","ﬁ"," ","ŉ"," ","İ","ı"," ","Α","Σ"," ","ა"]
mb_strtoupper "Ǆ SS FI ʼN İI ΑΣ Ა"
mb_strtolower "ǆ ß ﬁ ŉ i̇ı ασ ა"
mb_check_encoding true
mb_scrub "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_strimwidth "ǅ ß …"
mb_strimwidth " ა"
mb_convert_case "Ǆ SS FI ʼN İI ΑΣ Ა"
mb_convert_case "ǆ ß ﬁ ŉ i̇ı ασ ა"
mb_convert_case "ǅ Ss Fi ʼN İı Ασ ა"
mb_convert_case "ǆ ss fi ʼn i̇ı ασ ა"
mb_convert_case "Ǆ ß ﬁ ŉ İI ΑΣ Ა"
mb_convert_case "ǆ ß ﬁ ŉ iı ασ ა"
mb_convert_case "ǅ ß ﬁ ŉ İı Ασ ა"
mb_convert_case "ǆ ß ﬁ ŉ İı ασ ა"
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 0
mb_strpos 2
mb_strpos 13
mb_strrpos 15
mb_strrpos 15
mb_strrpos 13
mb_stripos 0
mb_stripos 2
mb_stripos 13
mb_strripos 15
mb_strripos 15
mb_strripos 13
mb_strstr "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_strstr ""
mb_strrchr ""
mb_strrchr "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_stristr "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_stristr ""
mb_strrichr ""
mb_strrichr "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_convert_encoding "? ? ? ? ?? ?? ?"
mb_convert_encoding "? ? ? ? ?? ?? ?"
mb_convert_encoding "h:3f20df203f203f203f3f203f3f203f"
mb_convert_encoding "? ß ? ? ?? ?? ?"
mb_convert_encoding "h:3f203f203f203f203f3f20839f83b0203f"
mb_convert_encoding "? ? ? ? ?? ΑΣ ?"
mb_convert_encoding "h:3f208fa9ce203f208fa9ca208faac48fa9c520a6a1a6b2203f"
mb_convert_encoding "? ß ? ŉ İı ΑΣ ?"
mb_convert_encoding "h:3f203f203f203f203f3f20839f83b0203f"
mb_convert_encoding "? ? ? ? ?? ΑΣ ?"
mb_convert_encoding "h:01c5002000df0020fb01002001490020013001310020039103a3002010d0"
mb_convert_encoding "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_convert_encoding "h:c501000020000000df0000002000000001fb000020000000490100002000000030010000310100002000000091030000a303000020000000d0100000"
mb_convert_encoding "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_convert_encoding "h:01c5002000df0020fb01002001490020013001310020039103a3002010d0"
mb_convert_encoding "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_convert_encoding "+AcU +AN8 ++wE +AUk +ATABMQ +A5EDow +ENA-"
mb_convert_encoding "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_convert_encoding "&AcU- &AN8- &+wE- &AUk- &ATABMQ- &A5EDow- &ENA-"
mb_convert_encoding "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_convert_encoding "? \u001b$(D)N\u001b(B ? \u001b$(D)J\u001b(B \u001b$(D*D)E\u001b(B \u001b$B&!&2\u001b(B ?"
mb_convert_encoding "? ß ? ŉ İı ΑΣ ?"
mb_convert_encoding "? ? ? ? ?? \u001b$B&!&2\u001b(B ?"
mb_convert_encoding "? ? ? ? ?? ΑΣ ?"
mb_convert_encoding "h:81309e372081308938208430b233208130923520813090328130903320a6a1a6b22081339838"
mb_convert_encoding "ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_convert_encoding "h:3f203f203f203f203f3f20a6a1a6b2203f"
mb_convert_encoding "? ? ? ? ?? ΑΣ ?"
mb_convert_encoding "h:3f203f203f203f203f3f20a344a355203f"
mb_convert_encoding "? ? ? ? ?? ΑΣ ?"
mb_convert_encoding "h:3f20a9ac203f20a9b0203fa9a520a5c1a5d2203f"
mb_convert_encoding "? ß ? ŉ ?ı ΑΣ ?"
mb_convert_encoding "h:3f20df203f203f203f3f203f3f203f"
mb_convert_encoding "? ß ? ? ?? ?? ?"
mb_convert_encoding "? ? ? ? ?? ?? ?"
mb_convert_encoding "? ? ? ? ?? ?? ?"
mb_convert_encoding "? ? ? ? ?? ?? ?"
mb_convert_encoding "? ? ? ? ?? ?? ?"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "SJIS"
mb_encode_numericentity "&#453; &#223; &#64257; &#329; &#304;&#305; &#913;&#931; &#4304;"
mb_encode_numericentity "&#x1C5; &#xDF; &#xFB01; &#x149; &#x130;&#x131; &#x391;&#x3A3; &#x10D0;"
mb_encode_mimeheader "Subject: =?UTF-8?B?x4Ugw58g76yBIMWJIMSwxLEgzpHOoyDhg5Agx4Ugw58g76yBIMWJ?=\r\n =?UTF-8?B?IMSwxLEgzpHOoyDhg5A=?="
mb_encode_mimeheader "=?UTF-8?Q?=C7=85=20=C3=9F=20=EF=AC=81=20=C5=89=20=C4=B0=C4=B1=20?=\n =?UTF-8?Q?=CE=91=CE=A3=20=E1=83=90=20=C7=85=20=C3=9F=20=EF=AC=81=20=C5=89?=\n =?UTF-8?Q?=20=C4=B0=C4=B1=20=CE=91=CE=A3=20=E1=83=90=20=C7=85=20=C3=9F=20?=\n =?UTF-8?Q?=EF=AC=81=20=C5=89=20=C4=B0=C4=B1=20=CE=91=CE=A3=20=E1=83=90=20?=\n =?UTF-8?Q?=C7=85=20=C3=9F=20=EF=AC=81=20=C5=89=20=C4=B0=C4=B1=20=CE=91?=\n =?UTF-8?Q?=CE=A3=20=E1=83=90=20=C7=85=20=C3=9F=20=EF=AC=81=20=C5=89=20?=\n =?UTF-8?Q?=C4=B0=C4=B1=20=CE=91=CE=A3=20=E1=83=90=20?="
mb_decode_mimeheader "ǅ ß ﬁ ŉ İı ΑΣ ა ǅ ß ﬁ ŉ İı ΑΣ ა"
mb_strlen 8
mb_substr "🏽 e"
mb_substr "oj"
mb_substr "🏽 emoj"
mb_strcut "👍"
mb_strwidth 10
mb_strlen 14
mb_substr "h:9f918d"
mb_substr "oj"
mb_substr "h:9f918df09f8fbd20656d6f6a"
mb_strcut "h:9f918df0"
mb_strwidth 14
mb_strlen 11
mb_substr "h:9f918df09f8f"
mb_substr "oj"
mb_substr "h:9f918df09f8fbd20656d6f6a"
mb_strcut "h:9f918df0"
mb_strwidth 14
mb_strlen 7
mb_substr "h:918df09f8fbd"
mb_substr " emo"
mb_substr "h:918df09f8fbd20656d6f"
mb_strcut "👍"
mb_strwidth 14
mb_strlen 3
mb_substr "🏽 emoji"
mb_substr "👍🏽"
mb_substr "🏽"
mb_strcut "👍"
mb_strwidth 4
mb_str_split ["👍","🏽"," ","e","m","o","j","i"]
mb_strtoupper "👍🏽 EMOJI"
mb_strtolower "👍🏽 emoji"
mb_check_encoding true
mb_scrub "👍🏽 emoji"
mb_strimwidth "👍🏽…"
mb_strimwidth "ji"
mb_convert_case "👍🏽 EMOJI"
mb_convert_case "👍🏽 emoji"
mb_convert_case "👍🏽 Emoji"
mb_convert_case "👍🏽 emoji"
mb_convert_case "👍🏽 EMOJI"
mb_convert_case "👍🏽 emoji"
mb_convert_case "👍🏽 Emoji"
mb_convert_case "👍🏽 emoji"
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 0
mb_strpos 2
mb_strpos 6
mb_strrpos 8
mb_strrpos 8
mb_strrpos 6
mb_stripos 0
mb_stripos 2
mb_stripos 6
mb_strripos 8
mb_strripos 8
mb_strripos 6
mb_strstr "👍🏽 emoji"
mb_strstr ""
mb_strrchr ""
mb_strrchr "👍🏽 emoji"
mb_stristr "👍🏽 emoji"
mb_stristr ""
mb_strrichr ""
mb_strrichr "👍🏽 emoji"
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 7
mb_strpos 7
mb_strpos 7
mb_strrpos 7
mb_strrpos 7
mb_strrpos false
mb_stripos 7
mb_stripos 7
mb_stripos 7
mb_strripos 7
mb_strripos 7
mb_strripos false
mb_strstr "i"
mb_strstr "👍🏽 emoj"
mb_strrchr "i"
mb_strrchr "👍🏽 emoj"
mb_stristr "i"
mb_stristr "👍🏽 emoj"
mb_strrichr "i"
mb_strrichr "👍🏽 emoj"
mb_substr_count 1
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "h:d83ddc4dd83cdffd00200065006d006f006a0069"
mb_convert_encoding "👍🏽 emoji"
mb_convert_encoding "h:4df40100fdf3010020000000650000006d0000006f0000006a00000069000000"
mb_convert_encoding "👍🏽 emoji"
mb_convert_encoding "\u0000?\u0000?\u0000 \u0000e\u0000m\u0000o\u0000j\u0000i"
mb_convert_encoding "?? emoji"
mb_convert_encoding "+2D3cTdg83\/0 emoji"
mb_convert_encoding "👍🏽 emoji"
mb_convert_encoding "&2D3cTdg83,0- emoji"
mb_convert_encoding "👍🏽 emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "h:9439d1319439c93120656d6f6a69"
mb_convert_encoding "👍🏽 emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_convert_encoding "?? emoji"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_detect_encoding "UTF-8"
mb_encode_numericentity "&#128077;&#127997; emoji"
mb_encode_numericentity "&#x1F44D;&#x1F3FD; emoji"
mb_encode_mimeheader "Subject: =?UTF-8?B?8J+RjfCfj70gZW1vamkg8J+RjfCfj70gZW1vamk=?="
mb_encode_mimeheader "=?UTF-8?Q?=F0=9F=91=8D=F0=9F=8F=BD=20emoji=20=F0=9F=91=8D?=\n =?UTF-8?Q?=F0=9F=8F=BD=20emoji=20=F0=9F=91=8D=F0=9F=8F=BD=20emoji=20?=\n =?UTF-8?Q?=F0=9F=91=8D=F0=9F=8F=BD=20emoji=20=F0=9F=91=8D=F0=9F=8F=BD=20e?=\n =?UTF-8?Q?moji=20?="
mb_decode_mimeheader "👍🏽 emoji 👍🏽 emoji"
mb_strlen 8
mb_substr "'ne"
mb_substr "l'"
mb_substr "'neil'"
mb_strcut "'nei"
mb_strwidth 8
mb_strlen 8
mb_substr "'ne"
mb_substr "l'"
mb_substr "'neil'"
mb_strcut "'nei"
mb_strwidth 8
mb_strlen 8
mb_substr "'ne"
mb_substr "l'"
mb_substr "'neil'"
mb_strcut "'nei"
mb_strwidth 8
mb_strlen 4
mb_substr "neil's"
mb_substr "neil"
mb_substr "neil"
mb_strcut "o'ne"
mb_strwidth 7
mb_strlen 2
mb_substr "il's"
mb_substr "o'neil's"
mb_substr ""
mb_strcut "o'ne"
mb_strwidth 2
mb_str_split ["o","'","n","e","i","l","'","s"]
mb_strtoupper "O'NEIL'S"
mb_strtolower "o'neil's"
mb_check_encoding true
mb_scrub "o'neil's"
mb_strimwidth "o'ne…"
mb_strimwidth "'s"
mb_convert_case "O'NEIL'S"
mb_convert_case "o'neil's"
mb_convert_case "O'neil's"
mb_convert_case "o'neil's"
mb_convert_case "O'NEIL'S"
mb_convert_case "o'neil's"
mb_convert_case "O'neil's"
mb_convert_case "o'neil's"
mb_convert_case "ValueError: mb_convert_case(): Argument #2 ($mode) must be one of the MB_CASE_* constants"
mb_strpos 5
mb_strpos 5
mb_strpos false
mb_strrpos 5
mb_strrpos 5
mb_strrpos 5
mb_stripos 5
mb_stripos 5
mb_stripos false
mb_strripos 5
mb_strripos 5
mb_strripos 5
mb_strstr "l's"
mb_strstr "o'nei"
mb_strrchr "l's"
mb_strrchr "o'nei"
mb_stristr "l's"
mb_stristr "o'nei"
mb_strrichr "l's"
mb_strrichr "o'nei"
mb_substr_count 1
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 0
mb_strpos 2
mb_strpos 6
mb_strrpos 8
mb_strrpos 8
mb_strrpos 6
mb_stripos 0
mb_stripos 2
mb_stripos 6
mb_strripos 8
mb_strripos 8
mb_strripos 6
mb_strstr "o'neil's"
mb_strstr ""
mb_strrchr ""
mb_strrchr "o'neil's"
mb_stristr "o'neil's"
mb_stristr ""
mb_strrichr ""
mb_strrichr "o'neil's"
mb_substr_count "ValueError: mb_substr_count(): Argument #2 ($needle) must not be empty"
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos false
mb_strpos false
mb_strpos false
mb_strrpos false
mb_strrpos false
mb_strrpos false
mb_stripos false
mb_stripos false
mb_stripos false
mb_strripos false
mb_strripos false
mb_strripos false
mb_strstr false
mb_strstr false
mb_strrchr false
mb_strrchr false
mb_stristr false
mb_stristr false
mb_strrichr false
mb_strrichr false
mb_substr_count 0
mb_strpos 4
mb_strpos 4
mb_strpos false
mb_strrpos 4
mb_strrpos 4
mb_strrpos 4
mb_stripos 4
mb_stripos 4
mb_stripos false
mb_strripos 4
mb_strripos 4
mb_strripos 4
mb_strstr "il's"
mb_strstr "o'ne"
mb_strrchr "il's"
mb_strrchr "o'ne"
mb_stristr "il's"
mb_stristr "o'ne"
mb_strrichr "il's"
mb_strrichr "o'ne"
mb_substr_count 1
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "\u0000o\u0000'\u0000n\u0000e\u0000i\u0000l\u0000'\u0000s"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o\u0000\u0000\u0000'\u0000\u0000\u0000n\u0000\u0000\u0000e\u0000\u0000\u0000i\u0000\u0000\u0000l\u0000\u0000\u0000'\u0000\u0000\u0000s\u0000\u0000\u0000"
mb_convert_encoding "o'neil's"
mb_convert_encoding "\u0000o\u0000'\u0000n\u0000e\u0000i\u0000l\u0000'\u0000s"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_convert_encoding "o'neil's"
mb_detect_encoding "ASCII"
mb_detect_encoding "ASCII"
mb_detect_encoding "EUC-JP"
mb_detect_encoding "UTF-8"
mb_encode_numericentity "o'neil's"
mb_encode_numericentity "o'neil's"
mb_encode_mimeheader "Subject: o'neil's o'neil's"
mb_encode_mimeheader "o'neil's o'neil's o'neil's o'neil's o'neil's"
mb_decode_mimeheader "o'neil's o'neil's"
mb_decode_numericentity "éé😀 A &#99999999999; &#; &amp;"
mb_chr "A"
mb_chr "A"
mb_chr "€"
mb_chr false
mb_chr "😀"
mb_chr false
mb_chr false
mb_chr false
mb_chr false
mb_chr false
mb_strlen "ValueError: mb_strlen(): Argument #2 ($encoding) must be a valid encoding, \"x\" given"
mb_str_split "ValueError: mb_str_split(): Argument #2 ($length) must be greater than 0"
mb_ord "ValueError: mb_ord(): Argument #1 ($string) must not be empty"
mb_language "ValueError: mb_language(): Argument #1 ($language) must be a valid language, \"xx\" given"
mb_internal_encoding "ValueError: mb_internal_encoding(): Argument #1 ($encoding) must be a valid encoding, \"x\" given"
mb_substitute_character "ValueError: mb_substitute_character(): Argument #1 ($substitute_character) must be \"none\", \"long\", \"entity\" or a valid codepoint"
mb_substitute_character "ValueError: mb_substitute_character(): Argument #1 ($substitute_character) is not a valid codepoint"
mb_detect_encoding "ValueError: mb_detect_encoding(): Argument #2 ($encodings) contains invalid encoding \"x\""
mb_detect_encoding "ValueError: mb_detect_encoding(): Argument #2 ($encodings) must specify at least one encoding"
mb_convert_encoding "ValueError: mb_convert_encoding(): Argument #3 ($from_encoding) must specify at least one encoding"
mb_convert_encoding "ValueError: mb_convert_encoding(): Argument #2 ($to_encoding) must be a valid encoding, \"x\" given"
mb_convert_encoding {"":null,"1":{"\u0000x":1,"0":true}}
mb_encoding_aliases ["utf8"]
mb_preferred_mime_name "Shift_JIS"
mb_detect_order ["ASCII","UTF-8"]
mb_encode_numericentity "ValueError: mb_encode_numericentity(): Argument #2 ($map) must have a multiple of 4 elements"
mb_convert_encoding "a"
array(2) {
  ["a"]=>
  array(1) {
    [0]=>
    string(1) "1"
  }
  ["b"]=>
  string(2) "é"
}
string(5) "UTF-8"
string(2) "e9"
string(2) "fc"
string(1) "a"
string(1) "a"
string(12) "aU+E9U+6F22?"
string(2) "a?"
string(16) "a&#xE9;&#x6F22;?"
string(2) "a?"
string(4) "a???"
string(4) "a■"
