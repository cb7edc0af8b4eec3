/** Judging a learner's file: did it pass, and if not, what to look at first. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Exercise, Language } from './course.ts';
import { judgeDump } from './judge-dump.ts';
import { packageRoot } from './places.ts';
import type { ChildResult, Limits, Tools } from './run-child.ts';
import { say } from './words.ts';

export interface Verdict {
  readonly passed: boolean;
  /** What is wrong, for the learner. */
  readonly lines: readonly string[];
}

const PASSED: Verdict = { passed: true, lines: [] };

const failed = (...lines: string[]): Verdict => ({ passed: false, lines });

/** Judges the file of `exercise` that lies in `folder`. */
export async function judge(exercise: Exercise, folder: string, lang: Language, tools: Tools): Promise<Verdict> {
  const path = join(folder, exercise.file);
  if (!existsSync(path)) return failed(say(lang, 'missing', exercise.file));
  const text = readFileSync(path, 'utf8');
  switch (exercise.kind) {
    case 'output':
      return judgeOutput(exercise, text, lang, tools);
    case 'dump':
      return judgeDump(exercise, text, lang);
    case 'machine':
      return judgeMachine(exercise, path, text, lang, tools);
    default:
      return judgeProgram(exercise, path, text, lang, tools);
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
async function judgeOutput(exercise: Exercise, text: string, lang: Language, tools: Tools): Promise<Verdict> {
  const program = join(exercise.folder, 'program.php');
  const done = await tools.run({ program, args: [], stdin: '', cwd: exercise.folder, realTime: exercise.realTime });
  const answer = text.replace(/^#.*\n?/gm, '');
  const difference = firstDifference(done.out, answer);
  if (difference === null) return PASSED;
  return failed(say(lang, 'outputLine', String(difference.line), difference.given));
}

const textLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Says what of a text breaks the exercise's rules; null when nothing does. Comments do not count. */
function brokenRule(exercise: Exercise, text: string, lang: Language): Verdict | null {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*(?:#(?!\[)|\/\/).*$/gm, '');
  for (const rule of exercise.must) if (!new RegExp(rule.pattern).test(code)) return failed(rule[lang]);
  for (const rule of exercise.mustNot) if (new RegExp(rule.pattern).test(code)) return failed(rule[lang]);
  return null;
}

async function judgeProgram(
  exercise: Exercise,
  path: string,
  text: string,
  lang: Language,
  tools: Tools,
): Promise<Verdict> {
  const broken = brokenRule(exercise, text, lang);
  if (broken !== null) return broken;
  for (const check of exercise.checks) {
    const { args = [], stdin = '' } = check;
    const done = await tools.run({ program: path, args, stdin, cwd: dirname(path), realTime: exercise.realTime });
    const problem = limitProblem(done, lang, tools.limits);
    if (problem !== null) return problem;
    const difference = firstDifference(check.expect, done.out);
    if (difference === null) continue;
    const call = args.length === 0 ? '' : say(lang, 'withArgs', args.join(' '));
    return failed(
      say(lang, 'programLine', String(difference.line)) + call,
      `  ${say(lang, 'wanted')}: ${difference.wanted}`,
      `  ${say(lang, 'printed')}: ${difference.given}`,
      ...textLines(done.err).slice(0, MOST_ERROR_LINES),
    );
  }
  return PASSED;
}

const MOST_ERROR_LINES = 5;
const MOST_BUILD_LINES = 12;

function limitProblem(done: ChildResult, lang: Language, limits: Limits): Verdict | null {
  if (done.limit === null) return null;
  const amount = { time: `${limits.seconds} s`, memory: `${limits.megabytes} MB`, output: '1 MB' }[done.limit];
  return failed(say(lang, `limit-${done.limit}`, amount));
}

/** A program that a mended machine must run, with the file that holds what it must print. */
function machineChecks(exercise: Exercise): { readonly program: string; readonly wanted: string }[] {
  const own = readdirSync(exercise.folder)
    .filter((file) => /^check.*\.php$/.test(file))
    .sort()
    .map((file) => join(exercise.folder, file));
  return [
    ...own.map((program) => ({ program, wanted: program.replace(/\.php$/, '.out') })),
    ...exercise.tests.map((test) => ({
      program: join(packageRoot(), test),
      wanted: join(packageRoot(), dirname(test), 'goldens', `${basename(test, '.php')}.out`),
    })),
  ];
}

/** The learner has mended a file of corovm's: a machine built with it must run the exercise's programs, without leaks. */
async function judgeMachine(
  exercise: Exercise,
  path: string,
  text: string,
  lang: Language,
  tools: Tools,
): Promise<Verdict> {
  const broken = brokenRule(exercise, text, lang);
  if (broken !== null) return broken;
  const folder = mkdtempSync(join(tmpdir(), 'corovm-mended-'));
  try {
    const bundle = join(folder, 'corovm.cjs');
    const wrong = await tools.build(exercise.source, path, bundle);
    if (wrong !== null) return failed(say(lang, 'doesNotBuild'), ...textLines(wrong).slice(0, MOST_BUILD_LINES));
    for (const { program, wanted } of machineChecks(exercise)) {
      const done = await tools.runMended(bundle, program);
      const problem = limitProblem(done, lang, tools.limits) ?? machineProblem(program, wanted, done, lang);
      if (problem !== null) return problem;
    }
    return PASSED;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function machineProblem(program: string, wanted: string, done: ChildResult, lang: Language): Verdict | null {
  const difference = firstDifference(readFileSync(wanted, 'utf8'), done.out);
  const noise = textLines(done.err);
  const name = basename(program);
  if (difference !== null) {
    return failed(
      `${name}: ${say(lang, 'programLine', String(difference.line))}`,
      `  ${say(lang, 'wanted')}: ${difference.wanted}`,
      `  ${say(lang, 'printed')}: ${difference.given}`,
      ...noise.slice(0, MOST_ERROR_LINES),
    );
  }
  return noise.length === 0 ? null : failed(say(lang, 'leaks', name), ...noise.slice(0, MOST_ERROR_LINES));
}
