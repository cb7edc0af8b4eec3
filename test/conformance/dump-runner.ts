/** Compares the dump of an engine with the genuine one of php and opcache, byte for byte, per file and per op_array. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runProcess } from '../support/process.ts';
import { DUMP_INI, iniWords } from './base-ini.ts';
import { BorkedTest, parsePhpt } from './phpt-file.ts';
import { folderOf, type Sandbox } from './sandbox.ts';

export interface DumpResult {
  readonly status: 'SAME' | 'DIFF' | 'ERROR' | 'NA';
  readonly reason: string;
  readonly opArrays: number;
  readonly opArraysSame: number;
  readonly wanted?: string;
  readonly output?: string;
}

export interface DumpOptions {
  readonly root: string;
  /** Command that dumps a file on standard output. */
  readonly engine: readonly string[];
  readonly timeoutMs: number;
  /** Bits of opcache.opt_debug_level; undefined: the dump before the optimizer. */
  readonly optLevel?: string | undefined;
}

/** The passes that corovm's optimizer has. */
const PASSES = '0x715';

const HEAD = /^(.*):\n {5}; \(lines=\d+, args=\d+/gm;

/** Replaces the absolute path in the headers, which belongs to the machine. */
export function normaliseDump(dump: string): string {
  return dump.replace(/^( {5}; )\/.*(:\d+-\d+)$/gm, '$1FILE$2');
}

/** Name (with its number when it comes again) -> text of each op_array. */
export function splitDump(dump: string): Map<string, string> {
  const heads = [...dump.matchAll(HEAD)];
  const parts = new Map<string, string>();
  const seen = new Map<string, number>();
  heads.forEach((head, index) => {
    const name = head[1] ?? '';
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const text = dump.slice(head.index, heads[index + 1]?.index ?? dump.length).replace(/\n+$/, '');
    parts.set(`${name}#${count}`, text);
  });
  return parts;
}

/** The genuine dump, or null when the file does not compile. */
export async function referenceDump(
  file: string,
  phprc: string,
  timeoutMs: number,
  optLevel?: string,
): Promise<string | null> {
  const optimizer: [string, string][] =
    optLevel === undefined
      ? []
      : [
          ['opcache.opt_debug_level', optLevel],
          ['opcache.optimization_level', PASSES],
        ];
  const words = iniWords([['short_open_tag', '0'], ...DUMP_INI, ...optimizer]);
  const done = await runProcess(['php', ...words, '-l', file], {
    env: { ...process.env, PHPRC: phprc, TZ: '' },
    timeoutMs,
  });
  return done.status === 0 && done.stderr.search(HEAD) >= 0 ? done.stderr : null;
}

export class DumpRunner {
  readonly #options: DumpOptions;
  readonly #box: Sandbox;

  constructor(options: DumpOptions, box: Sandbox) {
    this.#options = options;
    this.#box = box;
  }

  async run(name: string): Promise<DumpResult> {
    const none = { opArrays: 0, opArraysSame: 0 };
    try {
      return await this.#compare(name);
    } catch (error) {
      if (error instanceof BorkedTest) return { status: 'NA', reason: error.message, ...none };
      return { status: 'ERROR', reason: `runner: ${error instanceof Error ? error.message : error}`, ...none };
    }
  }

  async #compare(name: string): Promise<DumpResult> {
    const source = join(this.#options.root, name);
    const code = name.endsWith('.phpt') ? parsePhpt(source).get('FILE') : readFileSync(source, 'latin1');
    if (code === undefined) return { status: 'NA', reason: 'no FILE', opArrays: 0, opArraysSame: 0 };
    const folder = this.#box.enter(folderOf(name));
    const file = join(folder, `${basename(name).replace(/\.phpt?$/, '')}.php`);
    try {
      writeFileSync(file, code, 'latin1');
      const wanted = await referenceDump(file, this.#box.phprc, 30_000, this.#options.optLevel);
      if (wanted === null) return { status: 'NA', reason: 'does not compile', opArrays: 0, opArraysSame: 0 };
      const { engine, optLevel } = this.#options;
      const done = await runProcess([...engine, ...(optLevel === undefined ? [] : [`--opt-level=${optLevel}`]), file], {
        cwd: folder,
        timeoutMs: this.#options.timeoutMs,
      });
      return compareDumps(normaliseDump(wanted), normaliseDump(done.stdout), done.stderr);
    } finally {
      rmSync(file, { force: true });
      this.#box.leave(folderOf(name));
    }
  }
}

function compareDumps(wanted: string, output: string, stderr: string): DumpResult {
  const wantedParts = splitDump(wanted);
  const parts = splitDump(output);
  const wrong = [...wantedParts]
    .filter(([key, text]) => parts.get(key) !== text)
    .map(([key]) => key.replace(/#0$/, ''));
  const counts = { opArrays: wantedParts.size, opArraysSame: wantedParts.size - wrong.length };
  if (wanted === output) return { status: 'SAME', reason: '', ...counts };
  if (parts.size === 0) return { status: 'ERROR', reason: stderr.trim().slice(-160), ...counts, wanted, output };
  const reason = wrong.length > 0 ? `differs: ${wrong.slice(0, 6).join(', ')}` : 'order or surplus op_arrays';
  return { status: 'DIFF', reason, ...counts, wanted, output };
}
