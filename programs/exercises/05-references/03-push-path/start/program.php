<?php
function set(array &$a, string $path, $value): void
{
    // your code
}

$config = ['db' => ['host' => 'here']];
set($config, 'db.port', 3306);
set($config, 'cache.redis.host', 'there');
set($config, 'debug', true);
echo json_encode($config), "\n";
