<?php
class Cache
{
    function get(object $key, callable $make)
    {
        return $make($key); // your code
    }

    function size(): int
    {
        return 0; // your code
    }
}

$cache = new Cache;
$calls = 0;
$make = function ($o) use (&$calls) { return "made " . ++$calls; };
$a = new stdClass;
$b = new stdClass;
echo $cache->get($a, $make), ', ', $cache->get($a, $make), ', ', $cache->get($b, $make), "\n";
echo $cache->size(), "\n";
unset($a);
echo $cache->size(), "\n";
