/**
 * Programs with databases against real servers. Those in php/ print what real PHP printed (scripts/record-goldens.mjs);
 * those in swoole/ what Swoole documents.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DbServers, hasDbServers, startDbServers } from '../support/db-servers.ts';
import { runProcess } from '../support/process.ts';
import { corovm } from '../support/repository.ts';

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
