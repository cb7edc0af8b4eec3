<?php
// nginx as a peer: kept connections, files, ranges, what is missing, what is refused, a download, many at once.
$port = (int) $argv[1];
use Swoole\Coroutine\Http\Client;
function say(string $what, mixed ...$values): void
{
    echo $what, ': ', implode(' ', array_map(fn ($v) => var_export($v, true), $values)), "\n";
}
Swoole\Coroutine\run(function () use ($port) {
    $client = new Client('127.0.0.1', $port);
    $client->set(['timeout' => 10]);
    say('a file', $client->get('/hello.txt'), $client->statusCode, $client->body, $client->headers['content-type']);
    say('the same connection', $client->connected, $client->get('/hello.txt'), $client->statusCode);
    $client->setHeaders(['Range' => 'bytes=0-3']);
    say('a range', $client->get('/hello.txt'), $client->statusCode, $client->body, $client->headers['content-range']);
    $client->setHeaders([]);
    say('nothing', $client->get('/nothing'), $client->statusCode);
    say('moved', $client->get('/moved'), $client->statusCode, $client->headers['location']);
    $client->setMethod('HEAD');
    say('a head', $client->execute('/hello.txt'), $client->statusCode, $client->body, $client->headers['content-length']);
    $client->setMethod('GET');
    say('large', $client->get('/large.txt'), strlen($client->body), md5($client->body));
    $path = tempnam(sys_get_temp_dir(), 'corovm');
    say('download', $client->download('/large.txt', $path), filesize($path), md5_file($path));
    unlink($path);
    say('posted', $client->post('/hello.txt', ['a' => 'b']), $client->statusCode);
    say('closed by the peer', $client->get('/close'), $client->statusCode, $client->body, $client->connected);
    say('too large', $client->get('/' . str_repeat('x', 40000)), $client->statusCode);
    $answered = 0;
    $group = new Swoole\Coroutine\WaitGroup();
    for ($i = 0; $i < 100; $i++) {
        $group->add();
        go(function () use ($group, $port, &$answered) {
            $client = new Client('127.0.0.1', $port);
            $answered += (int) ($client->get('/hello.txt') && $client->body === "hello\n");
            $group->done();
        });
    }
    $group->wait();
    say('a hundred', $answered);
});
$stream = stream_socket_client("tcp://127.0.0.1:$port");
fwrite($stream, "GET /hello.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
say('a stream', strtok((string) stream_get_contents($stream), "\r"), feof($stream));
