/**
 * npm run conformance -- DIR: runs .phpt tests, or compares dumps, with the semantics of run-tests.php.
 * See --help for the options.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { splitWords } from '../support/process.ts';
import { runApps } from './apps.ts';
import { collectTests } from './collect.ts';
import { DumpRunner, type DumpResult } from './dump-runner.ts';
import { lineDiff } from './line-diff.ts';
import { conformanceSuite, printTable, summarise } from './report.ts';
import { Sandbox } from './sandbox.ts';
import { type TestResult, TestRunner } from './test-runner.ts';

const HELP = `npm run conformance -- DIR [options] [PATH...]
       npm run conformance -- apps DIR: real libraries (apps --help)
  DIR                the corpus (a folder of .phpt files); test names are relative to it
  PATH...            tests or folders below DIR (default: all of it)
  --list FILE        a file with one test name a line (repeatable)
  --filter REGEX     only the tests whose name matches
  --sample N         a random sample; --seed N chooses which (default 1)
  --php CMD          the engine (default: node bin/corovm.js run)
  --dump             compare opcode dumps with those of php instead (--dump-engine CMD: default node bin/corovm.js dump)
  --opt-level BITS   with --dump: behind the optimizer (0x20000), as opcache.opt_debug_level
  --jobs N           tests at a time (default 2)
  --timeout S        seconds a test may take (default 10)
  --no-skipif        do not ask SKIPIF sections
  --ini K=V          one more setting for every test (repeatable)
  --by-dir           counts per folder
  --diff             show what differs
  --json FILE        write every result
  --baseline FILE    an earlier --json file: what changed
  --record TITLE     put the counts into docs/data/conformance.json under this title
`;

const OPTIONS = {
  list: { type: 'string', multiple: true, default: [] as string[] },
  filter: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string', default: '1' },
  php: { type: 'string' },
  dump: { type: 'boolean', default: false },
  'dump-engine': { type: 'string' },
  'opt-level': { type: 'string' },
  jobs: { type: 'string', default: '2' },
  timeout: { type: 'string', default: '10' },
  'no-skipif': { type: 'boolean', default: false },
  ini: { type: 'string', multiple: true, default: [] as string[] },
  'by-dir': { type: 'boolean', default: false },
  diff: { type: 'boolean', default: false },
  json: { type: 'string' },
  baseline: { type: 'string' },
  record: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type AnyResult = TestResult | DumpResult;

interface Runner {
  run(name: string): Promise<AnyResult>;
}

function referenceExtensions(): ReadonlySet<string> | null {
  const done = spawnSync('php', ['-m'], { encoding: 'utf8' });
  if (done.status !== 0) return null;
  const names = done.stdout.split('\n').map((line) => line.trim().toLowerCase());
  return new Set([...names, ...(names.includes('zend opcache') ? ['opcache'] : [])]);
}

type Values = ReturnType<typeof parseCommandLine>['values'];

function parseCommandLine() {
  return parseArgs({ options: OPTIONS, allowPositionals: true });
}

function runnerFactory(values: Values, root: string): (box: Sandbox) => Runner {
  const own = join(import.meta.dirname ?? '.', '.');
  const home = existsSync(join(own, 'bin/corovm.js')) ? own : process.cwd();
  const corovm = [process.execPath, join(home, 'bin/corovm.js')];
  const timeoutMs = Number(values.timeout) * 1000;
  if (values.dump) {
    const engine = values['dump-engine'] === undefined ? [...corovm, 'dump'] : splitWords(values['dump-engine']);
    return (box) => new DumpRunner({ root, engine, timeoutMs, optLevel: values['opt-level'] }, box);
  }
  const extensions = referenceExtensions();
  if (extensions === null) console.error('php is absent: SKIPIF and CLEAN sections are not evaluated');
  const ini = values.ini.map((word): [string, string] => {
    const equals = word.indexOf('=');
    return equals < 0 ? [word, '1'] : [word.slice(0, equals), word.slice(equals + 1)];
  });
  const options = {
    root,
    engine: values.php === undefined ? [...corovm, 'run'] : splitWords(values.php),
    reference: extensions === null ? null : ['php'],
    ini,
    timeoutMs,
    skipIf: !values['no-skipif'],
    extensions: extensions ?? new Set<string>(),
  };
  return (box) => new TestRunner(options, box);
}

async function runAll(
  names: readonly string[],
  jobs: number,
  root: string,
  makeRunner: (box: Sandbox) => Runner,
  show: boolean,
) {
  const results = new Map<string, AnyResult>();
  const queue = [...names];
  const worker = async (): Promise<void> => {
    const box = new Sandbox(root);
    try {
      const runner = makeRunner(box);
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const result = await runner.run(name);
        results.set(name, result);
        if (show && result.wanted !== undefined) {
          console.log(`==== ${result.status} ${name}\n${lineDiff(result.wanted, result.output ?? '')}`);
        }
        if (results.size % 500 === 0) console.error(`${results.size}/${names.length}`);
      }
    } finally {
      box.dispose();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, names.length)) }, worker));
  return new Map(names.map((name) => [name, results.get(name) as AnyResult]));
}

function compareWithBaseline(path: string, results: ReadonlyMap<string, AnyResult>): void {
  const old = JSON.parse(readFileSync(path, 'utf8')).tests as Record<string, { status: string }>;
  const good = (status: string | undefined): boolean => status === 'PASS' || status === 'SAME';
  for (const [label, was] of [
    ['regressed', true],
    ['fixed', false],
  ] as const) {
    const changed = [...results].filter(
      ([name, result]) => old[name] !== undefined && good(old[name]?.status) === was && good(result.status) !== was,
    );
    console.log(`${label}: ${changed.length}`);
    for (const [name, result] of changed.slice(0, 50)) console.log(`  ${result.status} ${name}`);
  }
}

function record(title: string, results: ReadonlyMap<string, AnyResult>): void {
  const path = 'docs/data/conformance.json';
  const data = JSON.parse(readFileSync(path, 'utf8')) as { suites: { title: string }[] };
  const suite = conformanceSuite(title, results, `npm run conformance -- ${process.argv.slice(2).join(' ')}`);
  data.suites = [...data.suites.filter((other) => other.title !== title), suite];
  writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseCommandLine();
  const [folder, ...paths] = positionals;
  if (values.help || folder === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const root = realpathSync(resolve(folder));
  const names = collectTests(root, {
    lists: values.list,
    paths,
    filter: values.filter === undefined ? null : new RegExp(values.filter),
    sample: values.sample === undefined ? null : Number(values.sample),
    seed: Number(values.seed),
  });
  const started = performance.now();
  const results = await runAll(names, Number(values.jobs), root, runnerFactory(values, root), values.diff);
  printTable(results, values['by-dir']);
  const { passed, failed } = summarise(results);
  if (values.baseline !== undefined) compareWithBaseline(values.baseline, results);
  if (values.record !== undefined) record(values.record, results);
  if (values.json !== undefined) {
    const tests = Object.fromEntries([...results].map(([name, { wanted: _w, output: _o, ...rest }]) => [name, rest]));
    writeFileSync(values.json, `${JSON.stringify({ root, tests }, null, 1)}\n`);
  }
  console.log(`${passed} passed, ${failed} failed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = process.argv[2] === 'apps' ? await runApps(process.argv.slice(3)) : await main();
