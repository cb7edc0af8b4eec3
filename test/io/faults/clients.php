<?php
// Peers that fail, through Swoole's clients. $peer does what its client's first line says; nobody listens at $closed; what
// connects to $full gets no answer.
[, $peer, $closed, $full] = array_map('intval', $argv);
Co::set(['log_level' => SWOOLE_LOG_NONE]);
use Swoole\Coroutine\Client;
use Swoole\Coroutine\Http\Client as Http;
use Swoole\Coroutine\Socket;

function tcp(int $port, float $timeout = 2): array
{
    $client = new Client(SWOOLE_SOCK_TCP);
    return [$client, @$client->connect('127.0.0.1', $port, $timeout)];
}
function ask(string $what): Client
{
    [$client] = tcp($GLOBALS['peer']);
    $client->send("$what\n");
    return $client;
}
function say(string $what, mixed ...$values): void
{
    echo $what, ': ', implode(' ', array_map(fn ($v) => var_export($v, true), $values)), "\n";
}
function http(string $path, int $port, array $settings = []): void
{
    $client = new Http('127.0.0.1', $port);
    $client->set($settings + ['timeout' => 1]);
    $done = $client->get($path);
    say("http $path", $done, $client->statusCode, $client->errCode, $client->errMsg, $client->body);
    $client->close();
}

Swoole\Coroutine\run(function () use ($peer, $closed, $full) {
    [$client, $done] = tcp($closed);
    say('refused', $done, $client->errCode, $client->errMsg, $client->isConnected());
    [$client, $done] = tcp($full, 0.3);
    say('no answer to a connect', $done, $client->errCode, $client->errMsg);
    $client = new Client(SWOOLE_SOCK_TCP);
    say('no such name', @$client->connect('no-such-host.invalid', 80, 2), $client->errCode);

    $client = ask('silent');
    say('nothing to read', $client->recv(0.2), $client->errCode, $client->errMsg);
    say('still connected', $client->isConnected(), $client->send("x"));
    $client->close();

    $client = ask('half');
    say('half', $client->recv(1), $client->recv(1), $client->errCode);

    $client = ask('reset');
    Co::sleep(0.2);
    say('reset', $client->recv(1), $client->errCode, $client->errMsg);
    say('sent to nobody', $client->send('abc'), $client->errCode);
    say('closed', $client->close(), $client->close(), $client->errCode);

    $client = ask('deaf');
    $client->set(['timeout' => 0.3]);
    $start = microtime(true);
    for ($sent = 0; $sent < 100 && $client->send(str_repeat('x', 1 << 20)) !== false; $sent++);
    say('a peer that does not read', $sent < 100, $client->errCode, microtime(true) - $start < 10);
    $client->close();

    http('/', $closed);
    http('/end', $peer);
    http('/silent', $peer, ['timeout' => 0.2]);
    http('/short', $peer);
    http('/garbage', $peer);
    http('/', $full, ['connect_timeout' => 0.2]);
    $client = new Http('no-such-host.invalid', 80);
    $client->set(['timeout' => 2]);
    say('http, no such name', @$client->get('/'), $client->statusCode, $client->errCode);

    $socket = new Socket(AF_INET, SOCK_STREAM, 0);
    say('socket refused', $socket->connect('127.0.0.1', $closed, 1), $socket->errCode, $socket->errMsg);
    $socket = new Socket(AF_INET, SOCK_STREAM, 0);
    say('socket, no answer', $socket->connect('127.0.0.1', $full, 0.2), $socket->errCode);
    $socket = new Socket(AF_INET, SOCK_STREAM, 0);
    say('socket', $socket->connect('127.0.0.1', $peer, 1), $socket->send("reset\n"));
    say('socket reset', $socket->recv(10, 1), $socket->recv(10, 1), $socket->errCode, $socket->recv(10, 1), $socket->errCode);
    say('socket closed', $socket->close(), @$socket->recv(10, 1), $socket->errCode);
});
