/** The server of generators over stream_select (programs/server/scheduler-server.php) under ApacheBench. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';
import { startServer } from '../support/server.ts';
import { writeProgram } from '../support/write-program.ts';

test('the userland scheduler answers ten thousand requests of a hundred clients', { timeout: 180_000 }, async () => {
  const server = await startServer(join(ROOT, 'programs/server/scheduler-server.php'), ['0']);
  try {
    const answer = await (await fetch(`http://${server.address}/hello`)).text();
    expect(answer).toMatch(/^Received following request:\n\nGET \/hello HTTP\/1\.1\r\n/);
    const ab = spawnSync('ab', ['-q', '-c', '100', '-n', '10000', `http://${server.address}/`], { encoding: 'latin1' });
    expect(ab.error, 'apache2-utils is needed').toBeUndefined();
    expect(ab.stdout).toMatch(/^Complete requests: +10000$/m);
    expect(ab.stdout).toMatch(/^Failed requests: +0$/m);
  } finally {
    await server.stop();
  }
});

test('a script that waits on standard input lets its sockets work', { timeout: 20_000 }, async () => {
  const source = `<?php
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $read = [STDIN, $b]; $write = $except = null;
    echo stream_select($read, $write, $except, 5), count($read), fgets(STDIN);
    fwrite($a, "over the pair\\n");
    $read = [$b];
    echo stream_select($read, $write, $except, 5), fgets($b);`;
  const file = writeProgram(source);
  const child = spawn(process.execPath, [join(ROOT, 'bin/corovm.js'), 'run', file.path]);
  let out = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString('latin1');
  });
  setTimeout(() => child.stdin.write('typed\n'), 300);
  const status = await new Promise((resolve) => child.on('close', resolve));
  file.remove();
  expect({ out, status }).toEqual({ out: '11typed\n1over the pair\n', status: 0 });
});
