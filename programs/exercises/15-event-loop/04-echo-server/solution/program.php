<?php
use Swoole\Coroutine\Channel;

Swoole\Runtime::enableCoroutine();

function serve($server, int $connections): void
{
    for ($i = 0; $i < $connections; $i++) {
        $c = stream_socket_accept($server);
        go(function () use ($c) {
            while (($line = fgets($c)) !== false) {
                fwrite($c, strtoupper($line));
            }
            fclose($c);
        });
    }
}

Co\run(function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $address = stream_socket_get_name($server, false);
    go(fn () => serve($server, 2));
    $a = stream_socket_client("tcp://$address");
    $b = stream_socket_client("tcp://$address");
    foreach ([[$b, 'second'], [$a, 'first'], [$b, 'again']] as [$client, $word]) {
        fwrite($client, "$word\n");
        stream_set_timeout($client, 2);
        echo json_encode(fgets($client)), "\n";
    }
    fclose($a);
    fclose($b);
});
echo "end\n";
