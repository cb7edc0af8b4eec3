/** MariaDB and Redis for tests: on free ports, with their data in a temporary folder, stopped at the end. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface DbServers {
  readonly mysqlPort: number;
  readonly redisPort: number;
  readonly socket: string;
  stop(): Promise<void>;
}

const START_SECONDS = 60;
/** User app/secret, and root/root as the examples of Swoole's manual have it. */
const INIT_SQL = [
  'CREATE DATABASE IF NOT EXISTS test;',
  "CREATE OR REPLACE USER 'app'@'%' IDENTIFIED BY 'secret';",
  "GRANT ALL ON *.* TO 'app'@'%';",
  "CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY 'root';",
  "GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;",
  "ALTER USER 'root'@'localhost' IDENTIFIED BY 'root';",
  '',
].join('\n');

/** Debian keeps mariadbd where only root looks. */
const ENV: NodeJS.ProcessEnv = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

function has(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore', env: ENV }).error === undefined;
}

/** Are the programs there (Debian: mariadb-server-core, mariadb-client-core, redis-server)? */
export function hasDbServers(): boolean {
  return ['mariadbd', 'mariadb-install-db', 'my_print_defaults', 'redis-server'].every(has);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Waits until a server listens. @throws when it ends before, or does not within a minute */
async function waitFor(name: string, child: ChildProcess, port: number): Promise<void> {
  const end = Date.now() + START_SECONDS * 1000;
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    if (Date.now() > end) throw new Error(`${name} does not listen on ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill(signal);
  });
}

function installMysql(folder: string): void {
  const done = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--user=${userInfo().username}`,
      `--datadir=${join(folder, 'mysql')}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { encoding: 'utf8', env: ENV },
  );
  if (done.status !== 0) throw new Error(`mariadb-install-db: ${done.stdout}${done.stderr}`);
}

function startMysql(folder: string, port: number): ChildProcess {
  const init = join(folder, 'init.sql');
  writeFileSync(init, INIT_SQL);
  const words = [
    '--no-defaults',
    `--user=${userInfo().username}`,
    `--datadir=${join(folder, 'mysql')}`,
    `--socket=${join(folder, 'mysql.sock')}`,
    `--pid-file=${join(folder, 'mysql.pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--init-file=${init}`,
    '--innodb-buffer-pool-size=16M',
    '--innodb-flush-log-at-trx-commit=0',
    '--skip-log-bin',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
  ];
  return spawn('mariadbd', words, { stdio: 'ignore', env: ENV });
}

function startRedis(folder: string, port: number): ChildProcess {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  return spawn('redis-server', words, { stdio: 'ignore', env: ENV });
}

/** Starts both. @throws when one of them cannot be started */
export async function startDbServers(): Promise<DbServers> {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-db-'));
  mkdirSync(join(folder, 'mysql'));
  const [mysqlPort, redisPort] = [await freePort(), await freePort()];
  const redis = startRedis(folder, redisPort);
  let mysql: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    await stopped(redis, 'SIGTERM');
    if (mysql !== null) await stopped(mysql, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    installMysql(folder);
    mysql = startMysql(folder, mysqlPort);
    await Promise.all([waitFor('redis-server', redis, redisPort), waitFor('mariadbd', mysql, mysqlPort)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { mysqlPort, redisPort, socket: join(folder, 'mysql.sock'), stop };
}
