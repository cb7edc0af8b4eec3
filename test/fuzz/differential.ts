/** One program on the interpreter, on the second tier in several ways and on real PHP: what they print must be the same. */
import { spawnSync } from 'node:child_process';
import type { EngineOptions, JitReportRow } from '../../src/index.ts';
import { captureRun } from '../support/capture.ts';

/** How the engine is asked to run a program. */
export const MODES: Readonly<Record<string, Omit<EngineOptions, 'host'>>> = {
  interpreter: { jitThreshold: null, checkLeaks: true },
  'threshold 0': { jitThreshold: 0, checkLeaks: true },
  'threshold 2': { jitThreshold: 2, checkLeaks: true },
  stress: { jitThreshold: 0, jitStress: true, checkLeaks: true },
};

/** What a program did in one mode. */
export interface Outcome {
  /** Standard output, then what was reported on standard error. */
  readonly text: string;
  /** Ways into op_arrays that were compiled; times that compiled code was left. */
  readonly compiled: number;
  readonly exits: number;
}

export async function runInMode(file: string, mode: string): Promise<Outcome> {
  let compiled = 0;
  let exits = 0;
  const jitReport = (rows: readonly JitReportRow[]): void => {
    for (const row of rows) {
      compiled += row.compiled;
      exits += row.exits;
    }
  };
  try {
    const { out, err } = await captureRun(file, { ...MODES[mode], jitReport });
    return { text: err === '' ? out : `${out}\n[standard error] ${err}`, compiled, exits };
  } catch (error) {
    return { text: `[internal error] ${(error as Error).stack}`, compiled, exits };
  }
}

/** What real PHP prints; null when it takes too long. */
export function runOnPhp(file: string): string | null {
  const done = spawnSync(
    'php',
    ['-n', '-d', 'memory_limit=512M', '-d', 'display_errors=1', '-d', 'zend.assertions=1', file],
    {
      encoding: 'latin1',
      timeout: 20_000,
      maxBuffer: 1 << 26,
    },
  );
  return done.signal === null ? done.stdout : null;
}

/** The first line in which two texts differ, for a person. */
export function firstDifference(a: string, b: string): string {
  const mine = a.split('\n');
  const theirs = b.split('\n');
  const at = mine.findIndex((line, i) => line !== theirs[i]);
  const line = at < 0 ? mine.length : at;
  return `line ${line + 1}: ${JSON.stringify(mine[line] ?? 'the end')} instead of ${JSON.stringify(theirs[line] ?? 'the end')}`;
}
