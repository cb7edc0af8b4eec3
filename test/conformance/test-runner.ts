/** Runs .phpt tests in one sandbox. Source: php-src run-tests.php. */
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ProcessResult, runProcess, splitWords } from '../support/process.ts';
import { BASE_INI, iniWords } from './base-ini.ts';
import { judge } from './expectation.ts';
import { BorkedTest, notApplicable, parsePhpt, phpTrim, type Sections } from './phpt-file.ts';
import { folderOf, type Sandbox } from './sandbox.ts';

export type Status = 'PASS' | 'FAIL' | 'TIMEOUT' | 'SKIP' | 'XFAIL' | 'XPASS' | 'BORK' | 'NA';

export interface TestResult {
  readonly status: Status;
  readonly reason: string;
  readonly milliseconds?: number;
  /** What was wanted and what came, of failing tests. */
  readonly wanted?: string;
  readonly output?: string;
}

export interface RunnerOptions {
  readonly root: string;
  /** Command that runs a file, e.g. ['node', 'bin/corovm.js', 'run']. */
  readonly engine: readonly string[];
  /** Answers SKIPIF and runs CLEAN; null when there is no php: such tests are then run unconditionally. */
  readonly reference: readonly string[] | null;
  readonly ini: readonly (readonly [string, string])[];
  readonly timeoutMs: number;
  readonly skipIf: boolean;
  /** Extensions of the reference, lower case. */
  readonly extensions: ReadonlySet<string>;
}

export class TestRunner {
  readonly #options: RunnerOptions;
  readonly #box: Sandbox;
  readonly #skipAnswers = new Map<string, string>();

  constructor(options: RunnerOptions, box: Sandbox) {
    this.#options = options;
    this.#box = box;
  }

  /** @param name the test's path relative to the corpus */
  async run(name: string): Promise<TestResult> {
    try {
      const sections = parsePhpt(join(this.#options.root, name));
      const reason = notApplicable(sections) ?? null;
      if (reason !== null) return { status: 'NA', reason };
      const missing = this.#missingExtensions(sections);
      if (missing.length > 0) return { status: 'SKIP', reason: `extension missing: ${missing.join(', ')}` };
      const folder = this.#box.enter(folderOf(name));
      try {
        return await this.#runIn(folder, name, sections);
      } finally {
        this.#box.leave(folderOf(name));
      }
    } catch (error) {
      if (error instanceof BorkedTest) return { status: 'BORK', reason: error.message };
      return { status: 'BORK', reason: `runner: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  #missingExtensions(sections: Sections): string[] {
    if (!this.#options.skipIf) return [];
    const wanted = phpTrim(sections.get('EXTENSIONS') ?? '').split(/\s+/);
    return wanted.filter((name) => name !== '' && !this.#options.extensions.has(name.toLowerCase()));
  }

  async #runIn(folder: string, name: string, sections: Sections): Promise<TestResult> {
    const stem = join(folder, basename(name).replace(/phpt$/, ''));
    const env = this.#environment(sections, folder);
    const settings = this.#settings(sections, folder);
    let xfail = sections.has('XFAIL');
    const answer = await this.#askSkipIf(sections, stem, env);
    if (/^skip/i.test(answer)) return { status: 'SKIP', reason: answer.slice(4).trim().slice(0, 200) };
    if (/^xfail/i.test(answer)) xfail = true;

    const file = `${stem}php`;
    writeFileSync(file, sections.get('FILE') ?? '', 'latin1');
    copyFileSync(join(this.#options.root, name), `${stem}phpt`); // some tests read themselves
    env['PATH_TRANSLATED'] = file;
    env['SCRIPT_FILENAME'] = file;
    const argv = [...this.#options.engine, ...iniWords(settings), file, ...splitWords(sections.get('ARGS') ?? '')];
    const result = await this.#execute(argv, env, sections);
    await this.#clean(sections, stem, env);
    return this.#verdict(sections, result, xfail);
  }

  #environment(sections: Sections, folder: string): NodeJS.ProcessEnv {
    const dropped = /^(LC_|LANG|PHP|SSH_|TEST_PHP|SKIP_|NODE_OPTIONS$|REPORT_|TZ$)/;
    const env: NodeJS.ProcessEnv = {};
    for (const [key, value] of Object.entries(process.env)) if (!dropped.test(key)) env[key] = value;
    Object.assign(env, {
      TEMP: this.#box.tmp,
      TMPDIR: this.#box.tmp,
      NO_INTERACTION: '1',
      SKIP_ONLINE_TESTS: '1',
      PHPRC: this.#box.phprc,
      TEST_PHP_EXECUTABLE: this.#box.executable(this.#options.engine),
      TEST_PHP_SRCDIR: this.#box.copy,
      REDIRECT_STATUS: '1',
      QUERY_STRING: '',
      REQUEST_METHOD: 'GET',
      CONTENT_TYPE: '',
      CONTENT_LENGTH: '',
      HTTP_COOKIE: '',
      TZ: '',
    });
    for (const line of (sections.get('ENV') ?? '').replaceAll('{PWD}', folder).split('\n')) {
      const equals = line.indexOf('=');
      if (equals > 0) env[line.slice(0, equals).trim()] = line.slice(equals + 1).trim();
    }
    return env;
  }

  #settings(sections: Sections, folder: string): Map<string, string> {
    const settings = new Map<string, string>(BASE_INI);
    const text = (sections.get('INI') ?? '')
      .replaceAll('{PWD}', folder)
      .replaceAll('{TMP}', this.#box.tmp)
      .replace(/\{MAIL:(\S+)\}/g, 'tee $1 >/dev/null');
    const own = text.split(/[\r\n]+/).flatMap((line): [string, string][] => {
      const equals = line.indexOf('=');
      return equals < 0 ? [] : [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()]];
    });
    for (const [key, value] of [...this.#options.ini, ...own]) {
      settings.delete(key);
      settings.set(key, value);
    }
    return settings;
  }

  /** SKIPIF is always answered by the reference; '' when it says nothing. */
  async #askSkipIf(sections: Sections, stem: string, env: NodeJS.ProcessEnv): Promise<string> {
    const code = sections.get('SKIPIF') ?? '';
    const reference = this.#options.reference;
    if (phpTrim(code) === '' || !this.#options.skipIf || reference === null) return '';
    const known = this.#skipAnswers.get(code);
    if (known !== undefined) return known;
    const file = `${stem}skip.php`;
    writeFileSync(file, code, 'latin1');
    const done = await runProcess([...reference, ...iniWords(BASE_INI), file], {
      cwd: this.#box.copy,
      env: { ...env, REQUEST_METHOD: undefined, SCRIPT_FILENAME: undefined, PATH_TRANSLATED: undefined },
      timeoutMs: 10_000,
    });
    rmSync(file, { force: true });
    const answer = done.timedOut ? 'skip SKIPIF timed out' : phpTrim(done.stdout);
    this.#skipAnswers.set(code, answer);
    return answer;
  }

  async #execute(argv: readonly string[], env: NodeJS.ProcessEnv, sections: Sections): Promise<ProcessResult> {
    const capture = sections.get('CAPTURE_STDIO')?.toUpperCase();
    const result = await runProcess(argv, {
      cwd: this.#box.copy,
      env,
      stdin: sections.get('STDIN') ?? '',
      timeoutMs: this.#options.timeoutMs,
      merge: capture === undefined || (capture.includes('STDOUT') && capture.includes('STDERR')),
    });
    if (capture === undefined || capture.includes('STDOUT')) return result;
    return { ...result, stdout: result.stderr };
  }

  async #clean(sections: Sections, stem: string, env: NodeJS.ProcessEnv): Promise<void> {
    const code = phpTrim(sections.get('CLEAN') ?? '');
    if (code === '' || this.#options.reference === null) return;
    const file = `${stem}clean.php`;
    writeFileSync(file, code, 'latin1');
    const argv = [...this.#options.reference, ...iniWords(BASE_INI), file];
    await runProcess(argv, { cwd: this.#box.copy, env, timeoutMs: this.#options.timeoutMs });
  }

  #verdict(sections: Sections, result: ProcessResult, xfail: boolean): TestResult {
    const milliseconds = Math.round(result.milliseconds);
    if (result.timedOut) return { status: 'TIMEOUT', reason: `more than ${this.#options.timeoutMs} ms`, milliseconds };
    const output = result.signal === null ? result.stdout : `${result.stdout}\nTermsig=${result.signal}\n`;
    const verdict = judge(sections, output);
    if (verdict.passed) return { status: xfail ? 'XPASS' : 'PASS', reason: '', milliseconds };
    const reason = result.signal ?? (result.status === 0 ? '' : `exit ${result.status}`);
    return { status: xfail ? 'XFAIL' : 'FAIL', reason, milliseconds, wanted: verdict.wanted, output };
  }
}
