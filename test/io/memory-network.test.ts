/** Sockets under a virtual clock: the program reaches its own servers, waiting takes no time, nobody else is there. */
import { expect, test } from 'vitest';
import { runVirtual } from '../support/virtual-run.ts';

test('streams, packets, pairs, and what is refused', async () => {
  const { out, err } = await runVirtual(`<?php
$a = stream_socket_server('udp://127.0.0.1:7777', $e, $s, STREAM_SERVER_BIND);
$b = stream_socket_client('udp://127.0.0.1:7777');
fwrite($b, "hi");
echo stream_socket_recvfrom($a, 10), "\\n";
@stream_socket_client('tcp://127.0.0.1:9', $errno, $errstr);
echo "$errno $errstr\\n";
@stream_socket_client('tcp://example.com:80', $errno, $errstr);
echo "$errno $errstr\\n";
@stream_socket_client('tcp://10.1.2.3:80', $errno, $errstr);
echo "$errno $errstr\\n";
$x = stream_socket_server('tcp://127.0.0.1:7000');
@stream_socket_server('tcp://127.0.0.1:7000', $errno, $errstr);
echo "$errstr\\n";
[$p, $q] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($p, "pair\\n");
echo fgets($q);
$r = [$x];
$w = $n = null;
$before = microtime(true);
echo stream_select($r, $w, $n, 5), ' ', round(microtime(true) - $before), " s\\n";
$c = stream_socket_client('tcp://127.0.0.1:7000');
$r = [$x];
echo stream_select($r, $w, $n, 5), "\\n";
$d = stream_socket_accept($x);
fwrite($d, "through\\n");
fclose($d);
var_dump(fgets($c), fgets($c), feof($c));
`);
  expect(err).toBe('');
  expect(out).toBe(`hi
111 Connection refused
0 php_network_getaddresses: getaddrinfo for example.com failed: Name or service not known
101 Network is unreachable
Address already in use
pair
0 5 s
1
string(8) "through
"
bool(false)
bool(true)
`);
});

test('a server that nobody can reach ends, and says why', async () => {
  const { status, err } = await runVirtual(`<?php
$server = stream_socket_server('tcp://127.0.0.1:0');
stream_socket_accept($server, -1);
`);
  expect(status).toBe(255);
  expect(err).toContain('corovm: the program waits for the network, and nothing will ever come');
});
