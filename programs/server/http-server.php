<?php
/*
 * Swoole\Http\Server: every request runs in a coroutine of its own.
 *
 *   corovm run programs/server/http-server.php 8000       then: curl http://127.0.0.1:8000/request?a=1
 */
$server = new Swoole\Http\Server('127.0.0.1', (int) ($argv[1] ?? 8000));
$server->set(['worker_num' => 1, 'package_max_length' => 4 * 1024 * 1024]);

$server->on('Start', function ($server) {
    echo "Listening on {$server->host}:{$server->port}\n";
});
$server->on('Shutdown', function () {
    echo "Shutdown\n";
});

$routes = [
    '/' => function ($request, $response) {
        $response->header('Content-Type', 'text/plain');
        $response->end("hello\n");
    },
    '/request' => function ($request, $response) {
        $files = array_map(fn ($file) => file_get_contents($file['tmp_name']), $request->files ?? []);
        $response->header('Content-Type', 'application/json');
        $response->end(json_encode([
            'method' => $request->getMethod(),
            'uri' => $request->server['request_uri'],
            'query' => $request->server['query_string'] ?? '',
            'header' => $request->header,
            'get' => $request->get,
            'post' => $request->post,
            'cookie' => $request->cookie,
            'files' => $files,
            'raw' => strlen($request->rawContent()) > 200 ? md5($request->rawContent()) : $request->rawContent(),
        ]));
    },
    '/slow' => function ($request, $response) {
        Co::sleep(0.2);
        $response->end("slept\n");
    },
    '/parts' => function ($request, $response) {
        foreach (['one', 'two', 'three'] as $part) {
            $response->write("$part\n");
            Co::sleep(0.01);
        }
        $response->trailer('grpc-status', '0');
        $response->end();
    },
    '/cookie' => function ($request, $response) {
        $response->cookie('name', 'a value', 0, '/', '', true, true, 'Lax');
        $response->status(201);
        $response->end();
    },
    '/away' => fn ($request, $response) => $response->redirect('/', 301),
    '/self' => fn ($request, $response) => $response->sendfile(__FILE__),
    '/silent' => fn () => null,
    '/shutdown' => function ($request, $response) use ($server) {
        $response->end("bye\n");
        $server->shutdown();
    },
];

$server->on('Request', function ($request, $response) use ($routes) {
    $route = $routes[$request->server['request_uri']] ?? null;
    if ($route === null) {
        $response->status(404);
        $response->end("no such page\n");
        return;
    }
    $route($request, $response);
});
$server->start();
