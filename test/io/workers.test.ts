/** Servers with several workers: real processes that share a port, replaced when they die. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { exchange } from '../support/raw-http.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { writeProgram } from '../support/write-program.ts';

const PROGRAM = `<?php
echo "once\\n";
$server = new Swoole\\Http\\Server('127.0.0.1', 0);
$server->set(['worker_num' => 2, 'log_file' => '/dev/null']);
$server->on('start', function ($server) { echo "Listening on {$server->host}:{$server->port}\\n"; });
$server->on('workerError', function ($server, $id, $pid, $code, $signal) { echo "$pid ended by $signal\\n"; });
$server->on('shutdown', function () { echo "shutdown\\n"; });
$server->on('request', fn ($request, $response) => $response->end((string) $server->worker_pid));
$server->start();
echo "behind\\n";
`;

async function ask(server: RunningServer): Promise<number> {
  const answer = await exchange(server.address, ['GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'], 20_000);
  return Number(answer.slice(answer.indexOf('\r\n\r\n') + 4));
}

/** The processes that answer. */
async function workersOf(server: RunningServer): Promise<Set<number>> {
  const found = new Set<number>();
  for (let i = 0; i < 200 && found.size < 2; i++) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    const all = await Promise.all(Array.from({ length: 8 }, () => ask(server)));
    for (const pid of all) found.add(pid);
  }
  return found;
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('two workers share a port; one that is killed under load comes back', { timeout: 90_000 }, async () => {
  const program = writeProgram(PROGRAM);
  const server = await startServer(program.path, []);
  try {
    const before = await workersOf(server);
    expect(before.size).toBe(2);
    const victim = [...before][0] as number;
    const ab = spawn('ab', ['-q', '-r', '-c', '10', '-n', '600', `http://${server.address}/`]);
    let report = '';
    ab.stdout.on('data', (bytes: Buffer) => {
      report += bytes.toString('latin1');
    });
    const over = once(ab, 'close');
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.kill(victim, 'SIGKILL');
    await over;
    expect(report).toMatch(/^Complete requests: +600$/m);
    // only what the victim was answering may be lost
    expect(Number(/^Failed requests: +(\d+)$/m.exec(report)?.[1])).toBeLessThanOrEqual(60);
    await until(() => server.output().includes(`${victim} ended by 9`));
    const after = await workersOf(server);
    expect(after.size).toBe(2);
    expect(after.has(victim)).toBe(false);
    // nothing that is accepted from now on is lost
    const again = spawnSync('ab', ['-q', '-c', '10', '-n', '300', `http://${server.address}/`], { encoding: 'latin1' });
    expect(again.stdout).toMatch(/^Complete requests: +300$/m);
    // answers are process numbers: their length may differ
    expect(again.stdout).not.toMatch(/Connect: [1-9]|Receive: [1-9]|Exceptions: [1-9]|Non-2xx/);
    expect(await server.stop()).toBe(0);
    expect(server.output().replace(/^.*Listening.*\n/m, '')).toBe(`once\n${victim} ended by 9\nshutdown\nbehind\n`);
  } finally {
    program.remove();
  }
});
