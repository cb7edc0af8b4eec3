<?php
function parse(string $text): ?array
{
    $end = strpos($text, "\r\n\r\n");
    if ($end === false) {
        return null;
    }
    $lines = explode("\r\n", substr($text, 0, $end));
    if (!preg_match('~^([A-Z]+) (\S+) HTTP/1\.[01]$~', array_shift($lines), $m)) {
        throw new InvalidArgumentException('no request line');
    }
    [$path, $query] = [...explode('?', $m[2], 2), ''];
    parse_str($query, $parameters);
    $headers = [];
    foreach ($lines as $line) {
        [$name, $value] = [...explode(':', $line, 2), null];
        if ($value === null) {
            throw new InvalidArgumentException('no colon');
        }
        $name = strtolower($name);
        $headers[$name] = isset($headers[$name]) ? $headers[$name] . ', ' . trim($value) : trim($value);
    }
    return ['method' => $m[1], 'path' => $path, 'query' => $parameters, 'headers' => $headers];
}

$request = "GET /list?page=2&tag%5B%5D=a+b HTTP/1.1\r\nHost: localhost\r\nX-A:  one \r\nx-a: two\r\n\r\nbody";
echo json_encode(parse($request), JSON_UNESCAPED_SLASHES), "\n";
echo json_encode(parse("POST / HTTP/1.0\r\n\r\n"), JSON_UNESCAPED_SLASHES), "\n";
var_dump(parse("GET / HTTP/1.1\r\nHost: a\r\n"));
foreach (["hello\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"] as $bad) {
    try { parse($bad); echo "accepted\n"; } catch (InvalidArgumentException $e) { echo "refused\n"; }
}
