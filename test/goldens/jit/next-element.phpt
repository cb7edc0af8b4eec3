--TEST--
There is no element behind the largest key.
--FILE--
<?php
function last(int $i): array {
    return [$i => 42, 'next'];
}
foreach ([1, 2, PHP_INT_MAX, 3] as $i) {
    try {
        echo implode(',', array_keys(last($i))), "\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
1,2
2,3
Cannot add element to the array as the next element is already occupied
3,4
