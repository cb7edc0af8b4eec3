--TEST--
Comparisons of strings, bytes of strings and builtins that only compute, in hot functions
--FILE--
<?php
function cmp(array $a): string { $o = ''; $prev = ''; foreach ($a as $s) { $o .= ($s < '5') . ($s >= '10') . ($s == '1e1') . ($s < 'm') . ($s <= "") . ($prev < $s) . ($prev == $s) . ','; $prev = $s; } return $o; }
$a = []; for ($i = 0; $i < 300; $i++) $a[] = base_convert((string) ($i * 77), 10, 16);
echo md5(cmp($a)), "\n", md5(cmp([...$a, '10', '1e1', '10.0', ' 10', '10 ', 'abc', '', '0x1A', '-5', 'Z', '9223372036854775808', '9223372036854775807'])), "\n";
echo cmp([...$a, 10, 10.0, null, true, [1]]) === '' ? '' : 'ok', "\n";
function bytes(string $s, array $at): string { $o = ''; foreach ($at as $i) { $c = $s[$i]; $o .= $c >= 'a' && $c <= 'f' ? $c : ($c >= '0' && $c <= '9' ? '#' : '.'); } return $o; }
echo bytes('abc123xyz', array_map(fn($i) => $i % 9, range(0, 400))), "\n";
set_error_handler(function ($n, $m) { echo "[$m]"; return true; });
echo bytes('abc', [...array_fill(0, 300, 1), -1, -3, 2, 1.0, '1', true, 7]), "\n";
restore_error_handler();
function scan(array $words): string
{
    $out = '';
    foreach ($words as $i => $w) {
        $out .= substr($w, 1) . substr($w, -2, 1) . strtoupper($w) . ucfirst(strrev($w)) . trim($w) . rtrim($w, 'a..c');
        $out .= strpos($w, 'b') . strrpos($w, 'a') . var_export(str_contains($w, 'ab'), true) . strcmp($w, 'm') . md5($w);
        $out .= crc32($w) . dechex(strlen($w)) . (str_starts_with($w, 'a') ? 1 : 0) . fmod($i, 7) . (is_nan(fmod($i, $i % 5 - 2)) ? 'N' : '');
    }
    return $out;
}
$words = [];
for ($i = 0; $i < 400; $i++) {
    $words[] = ' ' . base_convert((string) ($i * 7919), 10, 36) . ($i % 3 ? 'abc' : '');
}
echo md5(scan($words)), "\n";
echo md5(@scan([...$words, 12, 1.5, true, null, '12'])), "\n";
try {
    echo scan([...$words, []]);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--
569674eb7d5060a6e33608d834c806e1
3af9d8add8debc6f679e03bc9acbb939
ok
abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc###...abc##
[String offset cast occurred][String offset cast occurred][Uninitialized string offset 7]bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbcacbbb.
5c9b78e13d73a535a371afcfcd34738c
f6a84feedffa5d76eb3f0b3c2e578d27
substr(): Argument #1 ($string) must be of type string, array given
