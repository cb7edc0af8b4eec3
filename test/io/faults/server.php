<?php
// A server for clients that misbehave. /big sends so many megabytes as $argv[1] says, /slow waits before it answers,
// /upload says what has come, /state says how the server is.
$megabytes = (int) ($argv[1] ?? 64);
/** As much of a file as fits into a piece of memory at a time. */
function hashOf(string $path): string
{
    $context = hash_init('crc32b');
    for ($file = fopen($path, 'r'); ($part = (string) fread($file, 1 << 16)) !== '';) {
        hash_update($context, $part);
    }
    fclose($file);
    return hash_final($context);
}

$server = new Swoole\Http\Server('127.0.0.1', 0, SWOOLE_BASE);
$server->set([
    'worker_num' => 1,
    'upload_max_filesize' => 4 << 30,
    'heartbeat_check_interval' => (int) ($argv[2] ?? 0),
    'heartbeat_idle_time' => (int) ($argv[2] ?? 0),
    'log_level' => SWOOLE_LOG_NONE,
]);
$events = [];
$server->on('start', fn ($server) => print "Listening on {$server->host}:{$server->port}\n");
$server->on('close', function ($server, $fd) use (&$events) {
    $events['closed'] = ($events['closed'] ?? 0) + 1;
});
$server->on('shutdown', fn () => print "shutdown\n");
$server->on('request', function ($request, $response) use ($server, $megabytes, &$events) {
    $path = $request->server['request_uri'];
    $events[$path] = ($events[$path] ?? 0) + 1;
    switch ($path) {
        case '/big':
            $part = str_repeat('x', 1 << 20);
            for ($sent = 0; $sent < $megabytes && $response->write($part); $sent++);
            $events['sent'] = $sent;
            $events['ended'] = $response->end();
            break;
        case '/slow':
            Co::sleep(0.3);
            $events['answered'] = @$response->end("slept\n");
            break;
        case '/upload':
            $file = $request->files['file'] ?? null;
            $hash = $file === null ? '' : hashOf($file['tmp_name']);
            $sizes = [$file['size'] ?? 0, $file === null ? 0 : filesize($file['tmp_name']), strlen($request->getContent())];
            $response->end(json_encode([$file['name'] ?? '', $sizes, $hash, $request->post]));
            break;
        case '/state':
            $response->end(json_encode(['connections' => count($server->connections)] + $events));
            break;
        default:
            $response->end("hello\n");
    }
});
$server->start();
