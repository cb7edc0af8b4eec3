<?php
function parse(string $text): ?array
{
    return []; // your code
}

$request = "GET /list?page=2&tag%5B%5D=a+b HTTP/1.1\r\nHost: localhost\r\nX-A:  one \r\nx-a: two\r\n\r\nbody";
echo json_encode(parse($request), JSON_UNESCAPED_SLASHES), "\n";
echo json_encode(parse("POST / HTTP/1.0\r\n\r\n"), JSON_UNESCAPED_SLASHES), "\n";
var_dump(parse("GET / HTTP/1.1\r\nHost: a\r\n"));
foreach (["hello\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"] as $bad) {
    try { parse($bad); echo "accepted\n"; } catch (InvalidArgumentException $e) { echo "refused\n"; }
}
