<?php
// A server and its client in one program: two coroutines on a socket.
use function Swoole\Coroutine\run;

run(function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $name = stream_socket_get_name($server, false);
    go(function () use ($server) {
        $connection = stream_socket_accept($server);
        while (($line = fgets($connection)) !== false) {
            co::sleep(0.25);
            fwrite($connection, strtoupper($line));
        }
        fclose($connection);
        echo "server: done\n";
    });
    $client = stream_socket_client("tcp://$name");
    foreach (['one', 'two'] as $word) {
        fwrite($client, "$word\n");
        echo 'client: ', fgets($client);
    }
    fclose($client);
});
echo "end\n";
