<?php
/*
 * A request handler with two HTTP clients. Both requests are on their way before either answer is read: the handler's
 * coroutine waits in recv(), and meanwhile the server answers others.
 *
 *   php -S 127.0.0.1:9503        corovm run programs/server/two-http-clients.php 9502 9503        curl -i http://127.0.0.1:9502/
 */
$port = (int) ($argv[1] ?? 9502);
$backend = (int) ($argv[2] ?? 9503);

$server = new Swoole\Http\Server("127.0.0.1", $port, SWOOLE_BASE);
$server->set([
    'worker_num' => 1,
]);
$server->on('Start', function ($server) {
    echo "Listening on {$server->host}:{$server->port}\n";
});

$server->on('Request', function ($request, $response) use ($backend) {
    $httpclient1 = new Swoole\Coroutine\Http\Client('127.0.0.1', $backend);
    $httpclient1->setHeaders(['Host' => "127.0.0.1"]);
    $httpclient1->set(['timeout' => 86400]);
    $httpclient1->setDefer();
    var_dump($httpclient1->get('/first'));

    $httpclient2 = new Swoole\Coroutine\Http\Client('127.0.0.1', $backend);
    $httpclient2->setHeaders(['Host' => "127.0.0.1"]);
    $httpclient2->set(['timeout' => 86400]);
    $httpclient2->setDefer();
    var_dump($httpclient2->get('/second'));

    echo sprintf("httpclient1 recv %s %s\n", $httpclient1->recv(), $httpclient1->body);
    echo sprintf("httpclient2 recv %s %s\n", $httpclient2->recv(), $httpclient2->body);
    $response->end('hello');
});
$server->start();
