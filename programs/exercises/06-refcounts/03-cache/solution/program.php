<?php
class Cache
{
    private WeakMap $map;

    function __construct()
    {
        $this->map = new WeakMap;
    }

    function get(object $key, callable $make)
    {
        return $this->map[$key] ??= $make($key);
    }

    function size(): int
    {
        return count($this->map);
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
