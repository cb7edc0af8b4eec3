<?php
// a server that hangs, closes mid-answer, or talks rubbish
Co\run(function () {
    $port = 0;
    $server = new Swoole\Coroutine\Socket(AF_INET, SOCK_STREAM, 0); $server->bind('127.0.0.1', 0); $server->listen(16); $port = $server->getsockname()['port'];
    go(function () use ($server) { $n = 0; while ($c = $server->accept(2)) { $n++; go(function () use ($c, $n) { if ($n == 1) { Co::sleep(0.5); $c->close(); } elseif ($n == 2) { $c->close(); } else { $c->sendAll(str_repeat("\x01garbage", 10)); Co::sleep(0.2); $c->close(); } }); if ($n == 6) break; } });
    foreach ([1, 2, 3] as $i) { $m = new Swoole\Coroutine\MySQL; $t = microtime(true); var_dump($m->connect(['host' => '127.0.0.1', 'port' => $port, 'user' => 'a', 'password' => 'b', 'database' => 'c', 'timeout' => 0.2]), $m->connect_errno, microtime(true) - $t < 1.5); echo $m->connect_error, "\n"; }
    foreach ([4, 5, 6] as $i) { $r = new Swoole\Coroutine\Redis(['connect_timeout' => 0.5, 'timeout' => 0.3]); var_dump($r->connect('127.0.0.1', $port), $r->get('x'), $r->errCode, $r->errType); echo $r->errMsg, "\n"; }
});
