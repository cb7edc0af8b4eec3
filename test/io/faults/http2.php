<?php
$server = new Swoole\Http\Server('127.0.0.1', 0, SWOOLE_BASE);
$server->set(['open_http2_protocol' => true, 'package_max_length' => 1 << 21, 'http2_max_concurrent_streams' => 100]);
$server->on('start', function ($server) {
    echo "Listening on 127.0.0.1:{$server->port}\n";
});
$server->on('request', function ($request, $response) {
    switch ($request->server['request_uri']) {
        case '/big':
            $response->end(str_repeat('x', 3000000));
            return;
        case '/parts':
            for ($i = 0; $i < 5; $i++) {
                $response->write("part $i\n");
                Co::sleep(0.005);
            }
            $response->trailer('x-sum', '5');
            $response->end();
            return;
        case '/sleep':
            Co::sleep(0.2);
            $response->end('slept');
            return;
        case '/ping':
            $response->end(json_encode([$response->ping()]));
            return;
        case '/goaway':
            $response->goaway(SWOOLE_HTTP2_ERROR_NO_ERROR, 'bye');
            $response->end('gone');
            return;
    }
    $response->header('X-Test', 'yes');
    $response->cookie('a', 'b');
    $response->end(json_encode([
        $request->server['request_method'], $request->server['server_protocol'], $request->header['host'] !== '',
        $request->cookie, $request->get, $request->post, strlen($request->rawContent()), $request->streamId,
    ]));
});
$server->on('shutdown', function () {
    echo "shutdown\n";
});
$server->start();
