<?php
Swoole\Runtime::enableCoroutine();

function serve($server): void
{
    // your code
}

function ask($c, string $target, string $more = ''): string
{
    fwrite($c, "GET $target HTTP/1.1\r\nHost: x\r\n$more\r\n");
    stream_set_timeout($c, 2);
    $status = trim((string) fgets($c));
    $length = 0;
    while (($line = fgets($c)) !== false && $line !== "\r\n") {
        if (preg_match('/^content-length: (\d+)/i', $line, $m)) $length = (int) $m[1];
    }
    return $status . ' | ' . ($length > 0 ? fread($c, $length) : '');
}

Co\run(function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $address = stream_socket_get_name($server, false);
    $cid = go(fn () => serve($server));
    $idle = stream_socket_client("tcp://$address");
    $c = stream_socket_client("tcp://$address");
    echo ask($c, '/hello?name=Ada'), "\n";
    echo ask($c, '/nothing'), "\n";
    echo ask($c, '/hello?name=Grace+H', "Connection: close\r\n"), "\n";
    echo json_encode(fgets($c)), feof($c) ? " closed\n" : " still open\n";
    echo ask($idle, '/hello?name=idle'), "\n";
    fclose($idle);
    Co::cancel($cid);
});
echo "end\n";
