/** The learner's folder: copies of the files to edit, and progress.json. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenSource, type Exercise } from './course.ts';
import { packageRoot } from './places.ts';

/** What is kept between two runs. */
export interface Progress {
  readonly version: 1;
  /** When each exercise was passed. */
  readonly done: Record<string, string>;
  /** How many hints have been shown. */
  readonly hints: Record<string, number>;
  current: string | null;
}

/** What else of an exercise the learner gets to read. */
const SHOWN = /^(?:program\.php|check.*\.(?:php|out))$/;

/** Written beside and moved into place: a file is there whole or not at all, whenever the program is interrupted. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

export class Workspace {
  readonly dir: string;
  readonly progress: Progress;

  constructor(dir: string) {
    this.dir = dir;
    this.progress = readProgress(join(dir, 'progress.json'));
  }

  folderOf(exercise: Exercise): string {
    return join(this.dir, exercise.id);
  }

  fileOf(exercise: Exercise): string {
    return join(this.folderOf(exercise), exercise.file);
  }

  /** Puts the file to edit in its place, unless there is one. */
  open(exercise: Exercise): void {
    mkdirSync(this.folderOf(exercise), { recursive: true });
    for (const name of readdirSync(exercise.folder)) {
      if (!SHOWN.test(name)) continue;
      const path = join(this.folderOf(exercise), name);
      if (name !== exercise.file) copyFileSync(join(exercise.folder, name), path);
    }
    if (!existsSync(this.fileOf(exercise))) writeWhole(this.fileOf(exercise), startOf(exercise));
  }

  /** The file as at the beginning; what was there is kept beside it. Returns where. */
  reset(exercise: Exercise): string {
    const file = this.fileOf(exercise);
    const kept = `${file}.before-reset`;
    if (existsSync(file)) renameSync(file, kept);
    this.open(exercise);
    delete this.progress.done[exercise.id];
    this.save();
    return kept;
  }

  passed(exercise: Exercise): void {
    this.progress.done[exercise.id] ??= new Date().toISOString();
    this.save();
  }

  save(): void {
    mkdirSync(this.dir, { recursive: true });
    writeWhole(join(this.dir, 'progress.json'), `${JSON.stringify(this.progress, null, 2)}\n`);
  }

  /** The first exercise of the course that is not done; null when all are. */
  next(course: readonly Exercise[]): Exercise | null {
    return course.find((one) => this.progress.done[one.id] === undefined) ?? null;
  }
}

function readProgress(path: string): Progress {
  const fresh: Progress = { version: 1, done: {}, hints: {}, current: null };
  if (!existsSync(path)) return fresh;
  try {
    return { ...fresh, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Progress>) };
  } catch {
    // somebody has edited it: it stays readable beside the new one
    renameSync(path, `${path}.damaged`);
    return fresh;
  }
}

/** What the learner's file begins as. */
export function startOf(exercise: Exercise): string {
  if (exercise.kind === 'machine') return brokenSource(exercise, originalOf(exercise));
  return readFileSync(join(exercise.folder, 'start', exercise.file), 'utf8');
}

/** The whole file of corovm's that a machine exercise is about. */
export function originalOf(exercise: Exercise): string {
  return readFileSync(join(packageRoot(), exercise.source), 'utf8');
}
