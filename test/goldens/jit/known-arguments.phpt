--TEST--
Calls whose arguments are known become values; elements are looked for where the last one was.
--FILE--
<?php
function folded(bool $swap): string {
    $text = str_repeat('red green ', 3);
    if ($swap) {
        $text = 'blue';
    }
    $upper = strtoupper('abc');
    $parts = explode(' ', 'one two one 3 3 -0');
    $parts[] = strtoupper($text);
    $again = explode(' ', 'one two one 3 3 -0');
    $again['x'] = $upper;
    return implode(',', $parts) . '|' . implode(',', $again) . '|' . substr('abcdef', 2, -1);
}

function changed(string &$r): string {
    $text = 'a b';
    $r = &$text;
    $out = [];
    for ($i = 0; $i < 3; $i++) {
        $out[] = count(explode(' ', $text));
        $r .= ' c';
    }
    $text = 'x';
    $text .= 'y';
    $out[] = strrev($text);
    return implode(' ', $out);
}

function counted(array $words): array {
    $n = [];
    foreach ($words as $w) {
        if (!isset($n[$w])) {
            $n[$w] = 0;
        }
        $n[$w]++;
        $n[$w] = ($n[$w] ?? 0) + 10;
        if ($w === 'drop') {
            unset($n[$w]);
        }
        $n['all'] ??= 0;
        $n['all'] += 1;
    }
    return $n;
}

for ($i = 0; $i < 200; $i++) {
    $a = folded($i % 2 === 1);
    $s = '';
    $b = changed($s);
    $c = counted(['7', 'a', 7, '07', 'drop', 'a', '-3', 'drop', 'b', '9', 9, '9.0', 'b', 'a']);
    if ($i > 196) {
        echo $a, "\n", $b, ' ', $s, "\n", json_encode($c), "\n";
    }
}
try {
    $x = str_repeat('x', -1);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
function wrong(): void {
    try {
        explode('', 'abc');
        $x = explode('', 'abc');
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
wrong();
wrong();
--EXPECT--
one,two,one,3,3,-0,BLUE|one,two,one,3,3,-0,ABC|cde
2 3 4 yx 
{"7":22,"all":14,"a":33,"07":11,"-3":11,"b":22,"9":22,"9.0":11}
one,two,one,3,3,-0,RED GREEN RED GREEN RED GREEN |one,two,one,3,3,-0,ABC|cde
2 3 4 yx 
{"7":22,"all":14,"a":33,"07":11,"-3":11,"b":22,"9":22,"9.0":11}
one,two,one,3,3,-0,BLUE|one,two,one,3,3,-0,ABC|cde
2 3 4 yx 
{"7":22,"all":14,"a":33,"07":11,"-3":11,"b":22,"9":22,"9.0":11}
str_repeat(): Argument #2 ($times) must be greater than or equal to 0
explode(): Argument #1 ($separator) cannot be empty
explode(): Argument #1 ($separator) cannot be empty
