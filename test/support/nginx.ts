/** nginx on free ports with everything in a temporary folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedTool } from './tools.ts';

export const hasNginx: boolean = installedTool('nginx', ['-v'], /nginx/) !== null;

export interface Nginx {
  readonly port: number;
  /** Where its files lie. */
  readonly root: string;
  /** What it has to complain about. */
  errors(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts it with the inside of a server block. */
export async function startNginx(block: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-nginx-'));
  const root = join(folder, 'root');
  mkdirSync(root);
  const port = await freePort();
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log warn;
    events { worker_connections 1024; }
    http { access_log off; ${kept.join(' ')} client_max_body_size 64m; types { text/plain txt; }
      server { listen 127.0.0.1:${port}; root ${root}; ${block} } }`,
  );
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    env: { ...process.env, PATH: path },
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const closed = once(child, 'close');
  for (let i = 0; ; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (up) break;
    if (i > 200) throw new Error(`nginx does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    root,
    errors: () => readFileSync(join(folder, 'error.log'), 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
