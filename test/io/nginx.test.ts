/** nginx before Swoole\Http\Server, and as a peer of Swoole's clients (faults/nginx-client.php, judged by real Swoole 6.2). */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasNginx, startNginx } from '../support/nginx.ts';
import { runProcess } from '../support/process.ts';
import { corovm, ROOT } from '../support/repository.ts';
import { startServer } from '../support/server.ts';

const FAULTS = join(import.meta.dirname, 'faults');
const LARGE = 3_000_000;

test.skipIf(!hasNginx)('nginx passes requests on', { timeout: 60_000 }, async () => {
  const server = await startServer(join(ROOT, 'programs/server/http-server.php'), ['0'], ['--check-leaks']);
  const nginx = await startNginx(`location / { proxy_pass http://${server.address}; proxy_set_header X-Via nginx; }
    location /kept/ { proxy_http_version 1.1; proxy_set_header Connection ""; proxy_pass http://${server.address}/; }`);
  const url = `http://127.0.0.1:${nginx.port}`;
  try {
    for (const path of ['/', '/kept/']) expect(await (await fetch(url + path)).text()).toBe('hello\n');
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
    expect(await (await fetch(`${url}/parts`)).text()).toBe('one\ntwo\nthree\n');
    const body = 'x'.repeat(1_000_000);
    const headers = { 'Content-Type': 'text/plain' };
    const echoed = await (await fetch(`${url}/request?a=1`, { method: 'POST', body, headers })).json();
    expect(echoed).toMatchObject({
      method: 'POST',
      get: { a: '1' },
      raw: createHash('md5').update(body).digest('hex'),
      header: { 'x-via': 'nginx' },
    });
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(5_000_000), headers })).status).toBe(413);
    for (const options of [[], ['-k']]) {
      const ab = spawnSync('ab', ['-q', ...options, '-c', '20', '-n', '500', `${url}/kept/`], { encoding: 'latin1' });
      expect(ab.stdout).toMatch(/^Complete requests: +500$/m);
      expect(ab.stdout).toMatch(/^Failed requests: +0$/m);
      expect(ab.stdout).not.toMatch(/^Non-2xx/m);
    }
    expect(await server.stop()).toBe(0);
    expect(server.output()).not.toContain('leak');
    expect((await fetch(url)).status).toBe(502);
  } finally {
    await nginx.stop();
  }
});

test.skipIf(!hasNginx)('nginx answers clients', { timeout: 60_000 }, async () => {
  const nginx = await startNginx(`location /moved { return 301 /hello.txt; }
    location /close { keepalive_timeout 0; return 200 "bye"; }`);
  try {
    writeFileSync(join(nginx.root, 'hello.txt'), 'hello\n');
    writeFileSync(join(nginx.root, 'large.txt'), 'large '.repeat(LARGE / 6));
    const file = join(FAULTS, 'nginx-client.php');
    const done = await runProcess(corovm('run', '--check-leaks', file, String(nginx.port)), { timeoutMs: 40_000 });
    const golden = readFileSync(join(FAULTS, 'nginx-client.out'), 'latin1');
    expect(done.stdout.replaceAll(String(nginx.port), 'PORT')).toBe(golden);
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  } finally {
    await nginx.stop();
  }
});
