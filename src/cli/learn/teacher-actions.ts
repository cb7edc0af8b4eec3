/** What `corovm learn` does for teachers: grades, proofs, badges. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { judge } from './judge.ts';
import { type Context, doneCount, print } from './learner-actions.ts';
import { proveExercise } from './prove.ts';
import { badgeSvg, type Graded, gradesJson, gradesJunit, passedCount, type Student, topicCounts } from './report.ts';
import { say } from './words.ts';

const MILLIS = 1000;

async function gradeFolder(c: Context, dir: string, quiet: boolean): Promise<Graded[]> {
  const grades: Graded[] = [];
  for (const exercise of c.course) {
    const started = performance.now();
    const verdict = await judge(exercise, join(dir, exercise.id), c.lang, c.tools);
    if (!quiet) print(`${verdict.passed ? 'ok    ' : 'not ok'} ${exercise.id}`);
    grades.push({ exercise, verdict, seconds: (performance.now() - started) / MILLIS });
  }
  return grades;
}

export async function grade(
  c: Context,
  folders: readonly string[],
  options: { json?: true; junit?: string },
): Promise<number> {
  const json = options.json === true;
  const students: Student[] = [];
  for (const dir of folders.length === 0 ? [c.work.dir] : folders) {
    if (!existsSync(dir)) throw new UsageError(`there is no folder "${dir}"; see "corovm learn grade --help"`);
    const name = basename(resolve(dir));
    if (!json && folders.length > 1) print(`\n${name}`);
    const grades = await gradeFolder(c, resolve(dir), json);
    students.push({ name, grades });
    if (!json) print(say(c.lang, 'done', String(passedCount(grades)), String(grades.length)));
  }
  if (json) process.stdout.write(gradesJson(students, c.lang));
  if (options.junit !== undefined) writeOrFail(options.junit, gradesJunit(students, c.lang));
  return students.every(({ grades }) => passedCount(grades) === grades.length) ? 0 : 1;
}

export async function prove(c: Context): Promise<number> {
  let wrong = 0;
  for (const exercise of c.course) {
    const problems = await proveExercise(exercise, c.lang, c.tools);
    if (problems.length > 0) wrong++;
    for (const line of problems) print(line);
  }
  if (wrong > 0) return 1;
  print(say(c.lang, 'proved', String(c.course.length)));
  return 0;
}

export function badge(c: Context, svg: string | undefined): number {
  const done = doneCount(c);
  print(`${say(c.lang, 'badge')}: ${done} / ${c.course.length}\n`);
  for (const { topic, done: count, total } of topicCounts(c.course, c.work.progress.done)) {
    print(`${'#'.repeat(count)}${'.'.repeat(total - count)}`.padEnd(8) + ` ${topic}`);
  }
  if (svg !== undefined) writeOrFail(svg, badgeSvg(done, c.course.length, c.lang));
  return 0;
}

function writeOrFail(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new UsageError(`cannot write "${file}"; see "corovm learn --help"`);
  }
}
