/**
 * npm run conformance -- apps DIR: real PHP libraries, fetched beside the project, under real php and under corovm.
 * Each has a driver of ours in test/conformance/apps; its output (standard output and error together) and its exit
 * status have to be the same. See --help.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProcess, splitWords } from '../support/process.ts';
import { lineDiff } from './line-diff.ts';

const HELP = `npm run conformance -- apps DIR [options] [DRIVER...]
  DIR                a folder outside this repository with one folder a library (see --list)
  DRIVER...          only these drivers of test/conformance/apps (default: all)
  --list             names every library: folder, repository, version
  --clone            brings the libraries that are missing into DIR (git clone; the network is needed)
  --mirror MIRROR    brings them from bare repositories MIRROR/owner+name/repo instead
  --php CMD          the engine (default: node bin/corovm.js run)
  --timeout S        seconds a driver may take (default 120)
  --diff             show what differs
  --record           put the results into docs/data/apps.json
`;

const OPTIONS = {
  list: { type: 'boolean', default: false },
  clone: { type: 'boolean', default: false },
  mirror: { type: 'string' },
  php: { type: 'string' },
  timeout: { type: 'string', default: '120' },
  diff: { type: 'boolean', default: false },
  record: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** php without the settings of the machine's php.ini: errors are printed, with the arguments of calls. */
const REFERENCE_INI = [
  'display_errors=1',
  'log_errors=0',
  'html_errors=0',
  'error_reporting=-1',
  'zend.exception_ignore_args=0',
  'zend.exception_string_param_max_len=15',
];
const REFERENCE = ['php', ...REFERENCE_INI.flatMap((setting) => ['-d', setting])];

const HOME = process.cwd();
const DRIVERS = join(HOME, 'test/conformance/apps');

/** A library: its folder, the GitHub repository, the version, and the only folder of it that is needed, if it says one. */
type Library = readonly [folder: string, repository: string, version: string, part?: string];

interface AppResult {
  readonly driver: string;
  /** owner/name version */
  readonly libraries: readonly string[];
  readonly status: 'SAME' | 'DIFF' | 'TIMEOUT' | 'ABSENT';
  readonly lines: number;
  readonly ms: number;
  readonly referenceMs: number;
}

function libraries(): readonly Library[] {
  return JSON.parse(readFileSync(join(DRIVERS, 'libraries.json'), 'utf8'));
}

/** The libraries a driver names: every string of its source that starts with the folder of one. */
function librariesOf(driver: string, all: readonly Library[]): Library[] {
  const source = readFileSync(join(DRIVERS, `${driver}.php`), 'utf8');
  const named = new Set([...source.matchAll(/'([\w-]+)\//g)].map((match) => match[1]));
  return all.filter(([folder]) => named.has(folder));
}

function archive(repository: string, version: string, part: string | undefined, into: string): void {
  const tree = part === undefined ? version : `${version}:${part}`;
  const target = part === undefined ? into : join(into, part);
  mkdirSync(target, { recursive: true });
  const packed = spawnSync('git', ['-C', repository, 'archive', tree], { maxBuffer: 1 << 30 });
  const done = packed.status === 0 ? spawnSync('tar', ['x', '-C', target], { input: packed.stdout }) : packed;
  if (done.status !== 0) console.error(`${repository} ${tree}: ${done.stderr}`);
}

function bring(library: Library, root: string, mirror: string | undefined): void {
  const [folder, repository, version, part] = library;
  const into = join(root, folder);
  if (existsSync(into)) return;
  if (mirror !== undefined) {
    archive(join(mirror, repository.replace('/', '+'), 'repo'), version, part, into);
    return;
  }
  const branch = version === 'HEAD' ? [] : ['--branch', version];
  spawnSync('git', ['clone', '-q', '--depth', '1', ...branch, `https://github.com/${repository}`, into], {
    stdio: 'inherit',
  });
}

interface Settings {
  readonly root: string;
  readonly engine: readonly string[];
  readonly timeoutMs: number;
  readonly diff: boolean;
}

async function runDriver(driver: string, all: readonly Library[], settings: Settings): Promise<AppResult> {
  const used = librariesOf(driver, all);
  const base = { driver, libraries: used.map(([, repository, version]) => `${repository} ${version}`) };
  if (used.some(([folder]) => !existsSync(join(settings.root, folder)))) {
    return { ...base, status: 'ABSENT', lines: 0, ms: 0, referenceMs: 0 };
  }
  const argv = [join(DRIVERS, `${driver}.php`), settings.root];
  const options = { cwd: settings.root, timeoutMs: settings.timeoutMs, merge: true };
  const wanted = await runProcess([...REFERENCE, ...argv], options);
  const output = await runProcess([...settings.engine, ...argv], options);
  const same = output.stdout === wanted.stdout && output.status === wanted.status;
  if (!same && settings.diff) console.log(lineDiff(wanted.stdout, output.stdout));
  return {
    ...base,
    status: output.timedOut ? 'TIMEOUT' : same ? 'SAME' : 'DIFF',
    lines: wanted.stdout.split('\n').length - 1,
    ms: output.milliseconds,
    referenceMs: wanted.milliseconds,
  };
}

function record(results: readonly AppResult[]): void {
  const path = join(HOME, 'docs/data/apps.json');
  const old: { results: AppResult[] } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { results: [] };
  const fresh = new Set(results.map((result) => result.driver));
  const kept = old.results.filter(
    (result) => !fresh.has(result.driver) && existsSync(join(DRIVERS, `${result.driver}.php`)),
  );
  const merged = [...kept, ...results.filter((result) => result.status !== 'ABSENT')];
  const data = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    command: 'npm run conformance -- apps DIR --record',
    results: merged
      .map((result) => ({ ...result, ms: Math.round(result.ms), referenceMs: Math.round(result.referenceMs) }))
      .sort((a, b) => (a.driver < b.driver ? -1 : 1)),
  };
  writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
}

function line(result: AppResult): string {
  const times = `${(result.ms / 1000).toFixed(2)} s, php ${(result.referenceMs / 1000).toFixed(2)} s`;
  return `${result.status.padEnd(7)} ${result.driver.padEnd(28)} ${String(result.lines).padStart(5)} lines  ${times}`;
}

/** The command. @returns the exit status: 0 when every driver that could run printed the same. */
export async function runApps(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const all = libraries();
  if (values.list) {
    for (const library of all) console.log(library.join(' '));
    return 0;
  }
  const [folder, ...chosen] = positionals;
  if (values.help || folder === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  if (values.clone || values.mirror !== undefined) {
    for (const library of all) bring(library, resolve(folder), values.mirror);
  }
  const names = readdirSync(DRIVERS).filter((name) => name.endsWith('.php'));
  const drivers = names
    .map((name) => basename(name, '.php'))
    .filter((name) => chosen.length === 0 || chosen.includes(name));
  const engine =
    values.php === undefined ? [process.execPath, join(HOME, 'bin/corovm.js'), 'run'] : splitWords(values.php);
  const settings = { root: realpathSync(folder), engine, timeoutMs: Number(values.timeout) * 1000, diff: values.diff };
  const results: AppResult[] = [];
  for (const driver of drivers) {
    const result = await runDriver(driver, all, settings);
    results.push(result);
    console.log(line(result));
  }
  if (values.record) record(results);
  const count = (status: string): number => results.filter((result) => result.status === status).length;
  console.log(
    `${count('SAME')} the same, ${count('DIFF') + count('TIMEOUT')} different, ${count('ABSENT')} without their library`,
  );
  return count('DIFF') + count('TIMEOUT') > 0 ? 1 : 0;
}
