--TEST--
get_defined_constants: by extension, the program's own last
--FILE--
<?php
$all = get_defined_constants(true);
foreach (['pcre', 'json', 'tokenizer', 'ctype', 'date', 'random'] as $name) {
    echo $name, ' ', count($all[$name] ?? []), "\n";
}
var_dump(isset($all['Core']['E_ALL'], $all['standard']['M_PI'], $all['user']), $all['json']['JSON_PRETTY_PRINT']);
define('FIRST', [1]);
const SECOND = 2;
print_r(get_defined_constants(true)['user']);
var_dump(array_key_last(get_defined_constants(true)), get_defined_constants()['SECOND']);
--EXPECT--
pcre 19
json 29
tokenizer 148
ctype 0
date 17
random 2
bool(false)
int(128)
Array
(
    [FIRST] => Array
        (
            [0] => 1
        )

    [SECOND] => 2
)
string(4) "user"
int(2)
