/** Judging a learner's file: did it pass, and if not, what to look at first. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exercise, Language } from './course.ts';
import { judgeDump } from './judge-dump.ts';
import { buildMended, type ChildResult, type Limits, runMended, runProgram } from './run-child.ts';
import { say } from './words.ts';

export interface Verdict {
  readonly passed: boolean;
  /** What is wrong, for the learner. */
  readonly lines: readonly string[];
}

export const PASSED: Verdict = { passed: true, lines: [] };

export const failed = (...lines: string[]): Verdict => ({ passed: false, lines });

/** Judges the file of `exercise` that lies in `folder`. */
export function judge(exercise: Exercise, folder: string, lang: Language, limits: Limits): Verdict {
  const path = join(folder, exercise.file);
  if (!existsSync(path)) return failed(say(lang, 'missing', exercise.file));
  const text = readFileSync(path, 'utf8');
  switch (exercise.kind) {
    case 'output':
      return judgeOutput(exercise, text, lang, limits);
    case 'dump':
      return judgeDump(exercise, text, lang);
    case 'machine':
      return judgeMachine(exercise, path, lang, limits);
    default:
      return judgeProgram(exercise, path, text, folder, lang, limits);
  }
}

const lines = (text: string): string[] =>
  text
    .replace(/\r/g, '')
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => line.trimEnd());

/** Where two texts differ first; null when they do not. Ends of lines and of the text do not count. */
function firstDifference(wanted: string, given: string): { line: number; wanted: string; given: string } | null {
  const w = lines(wanted);
  const g = lines(given);
  for (let i = 0; i < Math.max(w.length, g.length); i++) {
    if (w[i] !== g[i]) return { line: i + 1, wanted: w[i] ?? '', given: g[i] ?? '' };
  }
  return null;
}

/** The learner foretells what a program prints; comments (`#`) of the answer do not count. */
function judgeOutput(exercise: Exercise, text: string, lang: Language, limits: Limits): Verdict {
  const done = runProgram(join(exercise.folder, 'program.php'), [], '', exercise.folder, limits);
  const answer = text.replace(/^#.*\n?/gm, '');
  const difference = firstDifference(done.out, answer);
  if (difference === null) return PASSED;
  return failed(say(lang, 'outputLine', String(difference.line), difference.given));
}

function judgeProgram(
  exercise: Exercise,
  path: string,
  text: string,
  folder: string,
  lang: Language,
  limits: Limits,
): Verdict {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*(?:#(?!\[)|\/\/).*$/gm, '');
  for (const rule of exercise.must) if (!new RegExp(rule.pattern).test(code)) return failed(rule[lang]);
  for (const rule of exercise.mustNot) if (new RegExp(rule.pattern).test(code)) return failed(rule[lang]);
  for (const check of exercise.checks) {
    const done = runProgram(path, check.args ?? [], check.stdin ?? '', folder, limits);
    const problem = limitProblem(done, lang, limits);
    if (problem !== null) return problem;
    const difference = firstDifference(check.expect, done.out);
    if (difference === null) continue;
    const call = (check.args ?? []).length === 0 ? '' : say(lang, 'withArgs', (check.args ?? []).join(' '));
    return failed(
      say(lang, 'programLine', String(difference.line)) + call,
      `  ${say(lang, 'wanted')}: ${difference.wanted}`,
      `  ${say(lang, 'printed')}: ${difference.given}`,
      ...done.err
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(0, 5),
    );
  }
  return PASSED;
}

function limitProblem(done: ChildResult, lang: Language, limits: Limits): Verdict | null {
  if (done.limit === null) return null;
  const amount = { time: `${limits.seconds} s`, memory: `${limits.megabytes} MB`, output: '1 MB' }[done.limit];
  return failed(say(lang, `limit-${done.limit}`, amount));
}

/** The learner has mended a file of corovm's: a machine built with it must run the exercise's programs, without leaks. */
function judgeMachine(exercise: Exercise, path: string, lang: Language, limits: Limits): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-mended-'));
  try {
    const bundle = join(folder, 'corovm.cjs');
    const wrong = buildMended(exercise.source, path, bundle, limits);
    if (wrong !== null) return failed(say(lang, 'doesNotBuild'), ...wrong.split('\n').slice(0, 12));
    for (const name of readdirSync(exercise.folder)
      .filter((file) => /^check.*\.php$/.test(file))
      .sort()) {
      const done = runMended(bundle, join(exercise.folder, name), exercise.folder, limits);
      const problem = limitProblem(done, lang, limits);
      if (problem !== null) return problem;
      const wanted = readFileSync(join(exercise.folder, name.replace(/\.php$/, '.out')), 'utf8');
      const difference = firstDifference(wanted, done.out);
      const noise = done.err.split('\n').filter((line) => line.trim() !== '');
      if (difference === null && noise.length === 0) continue;
      return failed(
        ...(difference === null
          ? [say(lang, 'leaks', name)]
          : [
              `${name}: ${say(lang, 'programLine', String(difference.line))}`,
              `  ${say(lang, 'wanted')}: ${difference.wanted}`,
              `  ${say(lang, 'printed')}: ${difference.given}`,
            ]),
        ...noise.slice(0, 5),
      );
    }
    return PASSED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
