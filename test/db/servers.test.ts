/**
 * Programs with databases against real servers. Those in php/ print what real PHP printed (scripts/record-goldens.mjs);
 * those in swoole/ what Swoole documents.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DbServers, hasDbServers, startDbServers } from '../support/db-servers.ts';
import { runProcess } from '../support/process.ts';
import { corovm, ROOT } from '../support/repository.ts';
import { startServer } from '../support/server.ts';

const HOME = import.meta.dirname;
const isCi = process.env['CI'] === 'true';
const present = hasDbServers();
/** PDO's SQLite needs no server. */
const needsServer = (name: string): boolean => !name.includes('sqlite') && !name.includes('errors');

test('the servers are installed where everything is tested', () => {
  if (isCi) expect(present, 'mariadb-server-core, mariadb-client-core and redis-server').toBe(true);
});

let servers: DbServers | null = null;
beforeAll(async () => {
  if (present) servers = await startDbServers();
});
afterAll(async () => {
  await servers?.stop();
});

function programs(folder: string): string[] {
  return readdirSync(join(HOME, folder))
    .filter((name) => name.endsWith('.php'))
    .map((name) => basename(name, '.php'));
}

describe.each(['php', 'swoole'])('%s', (folder) => {
  test.each(programs(folder))('%s', async (name) => {
    if (servers === null && needsServer(name)) return;
    const env = {
      ...process.env,
      COROVM_MYSQL_PORT: String(servers?.mysqlPort),
      COROVM_REDIS_PORT: String(servers?.redisPort),
    };
    const file = join(HOME, folder, `${name}.php`);
    const done = await runProcess(corovm('run', '--check-leaks', file), { timeoutMs: 60_000, env });
    const golden = readFileSync(join(HOME, folder, `${name}.out`), 'latin1');
    expect(done.stderr).toBe('');
    expect(done.stdout.replaceAll(file, '%FILE%')).toBe(golden);
    expect(done.status).toBe(0);
  });
});

const ANSWER = "swoole response is ok, result=array (\n  0 => \n  array (\n    'Tables_in_test' => 'guests',\n  ),\n)";

test('the request handler that asks MySQL answers, twenty at a time', async () => {
  if (servers === null) return;
  const { mysqlPort } = servers;
  const server = await startServer(join(ROOT, 'programs/server/mysql-handler.php'), ['0', String(mysqlPort)]);
  try {
    const ask = async (): Promise<string> => (await fetch(`http://${server.address}/`)).text();
    const prepare = corovm('run', join(HOME, 'fixtures/guests.php'));
    const env = { ...process.env, COROVM_MYSQL_PORT: String(mysqlPort) };
    expect(await runProcess(prepare, { timeoutMs: 30_000, env })).toMatchObject({ stdout: 'made\n', status: 0 });
    expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(new Array(20).fill(ANSWER));
  } finally {
    await server.stop();
  }
});

test('a server that does not listen gives the handler an answer, too', async () => {
  const server = await startServer(join(ROOT, 'programs/server/mysql-handler.php'), ['0', '1']);
  try {
    expect(await (await fetch(`http://${server.address}/`)).text()).toBe('MySQL connect fail!');
  } finally {
    await server.stop();
  }
});

test('without its package a client says what to type', async () => {
  const source = `<?php
    try { new PDO('sqlite::memory:'); } catch (PDOException $e) { echo $e->getMessage(), "\\n"; }
    try { new PDO('mysql:host=127.0.0.1'); } catch (PDOException $e) { echo $e->getMessage(), "\\n"; }
    Co\\run(function () {
      try { (new Swoole\\Coroutine\\Redis)->connect('127.0.0.1'); } catch (Error $e) { echo $e->getMessage(), "\\n"; }
    });`;
  const folder = mkdtempSync(join(tmpdir(), 'corovm-bare-'));
  try {
    // an installation without optional packages
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
    cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"version":"0.0.0"}');
    writeFileSync(join(folder, 'program.php'), source);
    const words = [process.execPath, join(folder, 'bin/corovm.js'), 'run', '--no-cache', join(folder, 'program.php')];
    const done = await runProcess(words, { timeoutMs: 30_000 });
    expect(done.stdout).toMatch(
      /^The package @sqlite.org\/sqlite-wasm is not installed: npm install @sqlite.org\/sqlite-wasm@\S+\n/,
    );
    expect(done.stdout).toMatch(/^The package mysql2 is not installed: npm install mysql2@\S+$/m);
    expect(done.stdout).toMatch(/^The package ioredis is not installed: npm install ioredis@\S+$/m);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the versions that errors name are those of package.json', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const text = readFileSync(join(ROOT, 'src/io/db/packages.ts'), 'utf8');
  for (const [name, version] of Object.entries(optionalDependencies)) {
    expect(text).toMatch(new RegExp(`'?${name}'?: '${version}'`));
  }
});
