<?php
function response(string $method, string $body): string
{
    $length = mb_strlen($body);
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: $length\r\n\r\n$body";
}

foreach (['GET' => 'hello', 'POST' => 'grüß dich', 'HEAD' => '你好'] as $method => $body) {
    [$head, $sent] = explode("\r\n\r\n", response($method, $body));
    preg_match('/Content-Length: (\d+)/', $head, $m);
    echo "$method: announced $m[1], sent ", strlen($sent), "\n";
}
