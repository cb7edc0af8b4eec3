/** ext/curl and http:// against a server of Node's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { writeProgram } from '../support/write-program.ts';

const PROGRAM = `<?php
$base = 'http://127.0.0.1:' . $argv[1];
$ch = curl_init("$base/go");
curl_setopt_array($ch, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FOLLOWLOCATION => true, CURLOPT_USERAGENT => 'me']);
echo curl_exec($ch), ' ', curl_getinfo($ch, CURLINFO_RESPONSE_CODE), ' ', curl_getinfo($ch, CURLINFO_REDIRECT_COUNT), "\\n";
curl_setopt($ch, CURLOPT_URL, "$base/post");
curl_setopt($ch, CURLOPT_POSTFIELDS, 'a=1');
echo curl_exec($ch), "\\n";
curl_setopt($ch, CURLOPT_POSTFIELDS, ['f' => new CURLFile(__FILE__, 'text/x', 'n.txt')]);
echo preg_match('/name="f"; filename="n.txt"\\r\\nContent-Type: text\\/x/', curl_exec($ch)), "\\n";
echo file_get_contents("$base/here"), ' ', $http_response_header[0], "\\n";
echo file_get_contents("$base/post", false, stream_context_create(['http' => ['method' => 'POST', 'content' => 'b=2', 'header' => 'Content-Type: x/y']])), "\\n";
$dead = curl_init('http://127.0.0.1:1/');
var_dump(@curl_exec($dead), curl_errno($dead));
`;

test('transfers, redirections, forms, errors', { timeout: 60_000 }, async () => {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('latin1');
    });
    request.on('end', () => {
      if (request.url === '/go') response.writeHead(302, { Location: '/here' }).end();
      else response.end(`${request.method} ${request.url} ${body}${request.headers['user-agent'] ?? ''}`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { path } = writeProgram(PROGRAM);
  const { port } = server.address() as AddressInfo;
  const child = spawn('node', ['bin/corovm.js', 'run', path, String(port)]);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      out += bytes.toString('latin1');
    });
  }
  await once(child, 'close');
  server.closeAllConnections();
  server.close();
  expect(out.split('\n')).toEqual([
    'GET /here me 200 1',
    'POST /post a=1me',
    '1',
    'GET /here  HTTP/1.1 200 OK',
    'POST /post b=2',
    'bool(false)',
    'int(7)',
    '',
  ]);
});
