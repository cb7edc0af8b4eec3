#!/usr/bin/env node
/**
 * Records goldens from real PHP 8.2 (php8.2-cli and php8.2-opcache):
 *   programs/NAME.php      -> programs/goldens/NAME.out, NAME.dump and NAME.opt
 *   programs/swoole/NAME.php -> programs/swoole/goldens/NAME.dump (PHP compiles it, and needs Swoole to run it)
 *   programs/lua/NAME.lua  -> programs/lua/goldens/NAME.out, from lua5.4: what its twin NAME.php is to print
 *   test/db/php/NAME.php  -> test/db/php/NAME.out; needs PHP's extensions for databases on disk (they need not be enabled) and
 *                            COROVM_MYSQL_PORT: a MariaDB with the users of test/support/db-servers.ts
 *   test/goldens/..phpt    -> their --EXPECT--, --OPS-- and --OPT-- (behind the optimizer) sections
 * With --check nothing is written and a difference is exit status 1. Words name files; none means all.
 * A dump is php's opcode dump before the optimizer; the path in its headers becomes FILE.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const unknown = words.find((word) => word.startsWith('-') && !['--check', '--help', '-h'].includes(word));
if (unknown !== undefined || words.includes('--help') || words.includes('-h')) {
  const usage = 'usage: npm run goldens -- [--check] [FILE...]; what is recorded stands at the top of this script';
  console.error(unknown === undefined ? usage : `there is no option ${unknown}\n${usage}`);
  process.exit(unknown === undefined ? 0 : 2);
}
const check = words.includes('--check');
const wanted = words.filter((word) => !word.startsWith('-')).map((word) => resolve(word));
const folder = mkdtempSync(join(tmpdir(), 'corovm-goldens-'));
let stale = 0;

/** The settings of a run: PHP's built-in ones, as without a php.ini. */
const env = { ...process.env, PHPRC: folder, TZ: 'UTC' };

const DUMP = [
  '-d',
  'opcache.enable=1',
  '-d',
  'opcache.enable_cli=1',
  '-d',
  'opcache.file_update_protection=0',
  '-d',
  'opcache.opt_debug_level=0x10000',
  '-d',
  'opcache.jit=0',
  '-d',
  'zend.assertions=1',
  '-d',
  'display_errors=1',
  '-d',
  'log_errors=0',
];

function php(args) {
  const done = spawnSync('php', args, { cwd: folder, env, encoding: 'latin1', maxBuffer: 1 << 28 });
  if (done.error) throw new Error(`php cannot be run: ${done.error.message}`);
  return done;
}

const outputOf = (file) => php([file]).stdout.replaceAll(file, `%FILE%`);

/** What corovm's optimizer has of opcache's passes: 1, 3, 5, 9, 10, 11. */
const OPTIMIZED = ['-d', 'opcache.opt_debug_level=0x20000', '-d', 'opcache.optimization_level=0x715'];

function dumpOf(file, more = []) {
  const done = php([...DUMP, ...more, '-l', file]);
  if (done.status !== 0) throw new Error(`${file} does not compile:\n${done.stdout}`);
  return done.stderr.replace(/^( {5}; )\/.*(:\d+-\d+)$/gm, '$1FILE$2');
}

function put(file, text) {
  if (existsSync(file) && readFileSync(file, 'latin1') === text) return;
  stale++;
  if (check) console.error(`${file} differs from what php prints`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, 'latin1');
    console.log(`recorded ${file}`);
  }
}

function recordProgram(file) {
  const stem = join(dirname(file), 'goldens', basename(file, '.php'));
  put(`${stem}.out`, outputOf(file));
  put(`${stem}.dump`, dumpOf(file));
  put(`${stem}.opt`, dumpOf(file, OPTIMIZED));
}

/** Extensions of packages that may be installed and not enabled. */
const DB_EXTENSIONS = ['pdo_sqlite', 'mysqlnd', 'pdo_mysql', 'mysqli'];

function recordDb(file) {
  const loaded = php(['-m']).stdout.split('\n');
  const words = DB_EXTENSIONS.filter((name) => !loaded.includes(name)).flatMap((name) => ['-d', `extension=${name}`]);
  const output = php([...words, file]).stdout.replaceAll(file, '%FILE%');
  put(`${file.slice(0, -'.php'.length)}.out`, output);
}

function recordDump(file) {
  put(join(dirname(file), 'goldens', `${basename(file, '.php')}.dump`), dumpOf(file));
}

function recordLua(file) {
  const done = spawnSync('lua5.4', [file], { cwd: folder, encoding: 'latin1' });
  if (done.error) throw new Error(`lua5.4 cannot be run: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${file}: ${done.stderr}`);
  put(join(dirname(file), 'goldens', `${basename(file, '.lua')}.out`), done.stdout);
}

function recordTest(file) {
  const parts = readFileSync(file, 'latin1').split(/^--([A-Z]+)--\n/m);
  const sections = new Map();
  for (let i = 1; i < parts.length; i += 2) sections.set(parts[i], parts[i + 1]);
  const source = join(folder, `${basename(file, '.phpt')}.php`);
  writeFileSync(source, sections.get('FILE'), 'latin1');
  const expected = sections.has('EXPECTF') ? 'EXPECTF' : 'EXPECT';
  const output = `${php([source]).stdout.trim()}\n`;
  if (expected === 'EXPECTF') sections.set(expected, output.replaceAll(source, '%s'));
  else if (output.includes(source)) throw new Error(`${file}: the output names the file, so make it --EXPECTF--`);
  else sections.set(expected, output);
  if (sections.has('OPT')) sections.set('OPT', `${dumpOf(source, OPTIMIZED).trim()}\n`);
  if (sections.has('OPS')) sections.set('OPS', `${dumpOf(source).trim()}\n`);
  put(file, [...sections].map(([name, text]) => `--${name}--\n${text}`).join(''));
}

const filesBelow = (path, suffix) =>
  !existsSync(path)
    ? []
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => join(path, name));

/** Goes on with the next file after one that PHP refuses. */
const attempt = (record) => (file) => {
  try {
    record(file);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
};

try {
  writeFileSync(join(folder, 'php.ini'), '');
  const chosen = (file) => wanted.length === 0 || wanted.includes(file);
  // what real PHP alone cannot run has tests of its own
  const ofPhp = (file) => !['swoole', 'lua', 'bench'].some((name) => file.includes(join('programs', name)));
  filesBelow(join(root, 'programs'), '.php').filter(ofPhp).filter(chosen).forEach(attempt(recordProgram));
  filesBelow(join(root, 'programs/swoole'), '.php').filter(chosen).forEach(attempt(recordDump));
  if (process.env.COROVM_MYSQL_PORT !== undefined) {
    filesBelow(join(root, 'test/db/php'), '.php').filter(chosen).forEach(attempt(recordDb));
  }
  filesBelow(join(root, 'programs/lua'), '.lua').filter(chosen).forEach(attempt(recordLua));
  filesBelow(join(root, 'test/goldens'), '.phpt').filter(chosen).forEach(attempt(recordTest));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (check && stale > 0) process.exitCode = 1;
