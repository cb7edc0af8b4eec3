--TEST--
json_encode: empty arrays and objects count for the depth
--FILE--
<?php
foreach ([[], [[]], [1], [[1]], [new stdClass], new stdClass, ['a' => []]] as $v) {
    foreach ([0, 1, 2] as $depth) {
        foreach ([0, JSON_PARTIAL_OUTPUT_ON_ERROR, JSON_FORCE_OBJECT | JSON_PRETTY_PRINT] as $flags) {
            var_dump(json_encode($v, $flags, $depth));
            echo json_last_error_msg(), "\n";
        }
    }
}
--EXPECT--
bool(false)
Maximum stack depth exceeded
string(2) "[]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(2) "[]"
No error
string(2) "[]"
No error
string(2) "{}"
No error
string(2) "[]"
No error
string(2) "[]"
No error
string(2) "{}"
No error
bool(false)
Maximum stack depth exceeded
string(4) "[[]]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(4) "[[]]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(4) "[[]]"
No error
string(4) "[[]]"
No error
string(15) "{
    "0": {}
}"
No error
bool(false)
Maximum stack depth exceeded
string(3) "[1]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(3) "[1]"
No error
string(3) "[1]"
No error
string(14) "{
    "0": 1
}"
No error
string(3) "[1]"
No error
string(3) "[1]"
No error
string(14) "{
    "0": 1
}"
No error
bool(false)
Maximum stack depth exceeded
string(5) "[[1]]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(5) "[[1]]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(5) "[[1]]"
No error
string(5) "[[1]]"
No error
string(35) "{
    "0": {
        "0": 1
    }
}"
No error
bool(false)
Maximum stack depth exceeded
string(4) "[{}]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(4) "[{}]"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(4) "[{}]"
No error
string(4) "[{}]"
No error
string(15) "{
    "0": {}
}"
No error
bool(false)
Maximum stack depth exceeded
string(2) "{}"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(2) "{}"
No error
string(2) "{}"
No error
string(2) "{}"
No error
string(2) "{}"
No error
string(2) "{}"
No error
string(2) "{}"
No error
bool(false)
Maximum stack depth exceeded
string(8) "{"a":[]}"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(8) "{"a":[]}"
Maximum stack depth exceeded
bool(false)
Maximum stack depth exceeded
string(8) "{"a":[]}"
No error
string(8) "{"a":[]}"
No error
string(15) "{
    "a": {}
}"
No error
