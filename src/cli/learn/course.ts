/** A course: a folder of topics, each a folder of exercises (docs/teaching.md describes the format). */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';

export type Language = 'en' | 'zh';

export type Localized = Readonly<Record<Language, string>>;

/** What the learner does: see docs/teaching.md. */
export type ExerciseKind = 'output' | 'dump' | 'fix' | 'write' | 'deadlock' | 'machine';

/** One run of a program and what it must print. */
export interface RunCheck {
  readonly args?: readonly string[];
  readonly stdin?: string;
  readonly expect: string;
}

/** Something that the program's text must, or must not, match. */
export interface TextRule extends Localized {
  readonly pattern: string;
}

export interface Exercise {
  /** `01-op-arrays/02-predict-echo` */
  readonly id: string;
  readonly topic: string;
  /** The exercise's folder in the course. */
  readonly folder: string;
  readonly kind: ExerciseKind;
  readonly title: Localized;
  readonly hints: readonly Localized[];
  /** The file that the learner edits. */
  readonly file: string;
  readonly checks: readonly RunCheck[];
  readonly must: readonly TextRule[];
  readonly mustNot: readonly TextRule[];
  /** dump: which op_array. */
  readonly filter: string;
  /** The programs run with the world's clock and sockets. */
  readonly realTime: boolean;
  /** machine: the source file that is mended, and how the learner's copy is broken. */
  readonly source: string;
  /** machine: programs of corovm's own (with what they print in goldens/) that must run as well. */
  readonly tests: readonly string[];
  readonly breaks: readonly { readonly find: string; readonly with: string }[];
}

const KINDS: ReadonlySet<string> = new Set(['output', 'dump', 'fix', 'write', 'deadlock', 'machine']);

const FILES: Readonly<Record<ExerciseKind, string>> = {
  output: 'answer.txt',
  dump: 'answer.ops',
  fix: 'program.php',
  write: 'program.php',
  deadlock: 'program.php',
  machine: 'machine.ts',
};

function folders(path: string): string[] {
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && statSync(join(path, name)).isDirectory())
    .sort();
}

/** Reads a course. @throws UsageError when the folder is none, or an exercise is malformed */
export function loadCourse(dir: string): Exercise[] {
  if (!existsSync(dir)) throw new UsageError(`there is no course in "${dir}"; see "corovm learn --help"`);
  const found: Exercise[] = [];
  for (const topic of folders(dir)) {
    for (const name of folders(join(dir, topic))) {
      if (existsSync(join(dir, topic, name, 'exercise.json'))) found.push(readExercise(dir, topic, name));
    }
  }
  if (found.length === 0)
    throw new UsageError(`no exercise.json lies in "${dir}/TOPIC/NAME"; see "corovm learn --help"`);
  return found;
}

function readExercise(dir: string, topic: string, name: string): Exercise {
  const folder = join(dir, topic, name);
  const where = `${topic}/${name}/exercise.json`;
  let data: Partial<Omit<Exercise, 'id' | 'topic' | 'folder' | 'file'>>;
  try {
    data = JSON.parse(readFileSync(join(folder, 'exercise.json'), 'utf8')) as typeof data;
  } catch {
    throw new UsageError(`${where} is not JSON`);
  }
  const { kind, title } = data;
  if (kind === undefined || !KINDS.has(kind))
    throw new UsageError(`${where}: "kind" is not one of ${[...KINDS].join(', ')}`);
  if (typeof title?.en !== 'string' || typeof title.zh !== 'string') {
    throw new UsageError(`${where}: "title" wants "en" and "zh"`);
  }
  return {
    id: `${topic}/${name}`,
    topic,
    folder,
    kind,
    title,
    hints: data.hints ?? [],
    file: FILES[kind],
    checks: data.checks ?? [],
    must: data.must ?? [],
    mustNot: data.mustNot ?? [],
    filter: data.filter ?? 'main',
    realTime: data.realTime ?? false,
    source: data.source ?? '',
    tests: data.tests ?? [],
    breaks: data.breaks ?? [],
  };
}

/** The text of an exercise in a language; in the other one when that is missing. @throws UsageError when both are */
export function exerciseText(exercise: Exercise, lang: Language): string {
  const paths = [lang, 'en', 'zh'].map((one) => join(exercise.folder, `${one}.md`));
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) throw new UsageError(`${exercise.id} has neither en.md nor zh.md`);
  return readFileSync(path, 'utf8');
}

/** The exercise that a word means: its id, or a part of it that no other has. @throws UsageError when none or several */
export function findExercise(course: readonly Exercise[], word: string): Exercise {
  const exact = course.find((one) => one.id === word);
  if (exact !== undefined) return exact;
  const similar = course.filter((one) => one.id.includes(word));
  if (similar.length === 1) return similar[0] as Exercise;
  const many = similar.length === 0 ? 'no exercise' : `${similar.length} exercises`;
  throw new UsageError(`${many} called "${word}"; see "corovm learn list"`);
}

/** The broken copy that a machine exercise begins with. @throws Error when a place to break is not in the source */
export function brokenSource(exercise: Exercise, source: string): string {
  let text = source;
  for (const { find, with: put } of exercise.breaks) {
    if (!text.includes(find)) throw new Error(`${exercise.id}: ${exercise.source} does not contain "${find}"`);
    text = text.replace(find, put);
  }
  return text;
}
