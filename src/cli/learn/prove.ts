/** Proving a course: what a learner begins with must fail, the solution must pass, and the texts must be there. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exercise, Language } from './course.ts';
import { judge } from './judge.ts';
import type { Tools } from './run-child.ts';
import { originalOf, startOf } from './workspace.ts';

/** What is wrong with an exercise; empty when nothing is. */
export async function proveExercise(exercise: Exercise, lang: Language, tools: Tools): Promise<string[]> {
  const problems: string[] = [];
  for (const name of ['en.md', 'zh.md']) {
    if (!existsSync(join(exercise.folder, name))) problems.push(`${exercise.id}: ${name} is missing`);
  }
  if (exercise.hints.length === 0) problems.push(`${exercise.id}: it has no hints`);
  const folder = mkdtempSync(join(tmpdir(), 'corovm-prove-'));
  try {
    const path = join(folder, exercise.file);
    writeFileSync(path, startOf(exercise));
    if ((await judge(exercise, folder, lang, tools)).passed) problems.push(`${exercise.id}: the start passes`);
    writeFileSync(path, solutionOf(exercise));
    const { passed, lines } = await judge(exercise, folder, lang, tools);
    if (!passed) problems.push(`${exercise.id}: the solution fails`, ...lines.map((line) => `  ${line}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return problems;
}

function solutionOf(exercise: Exercise): string {
  if (exercise.kind === 'machine') return originalOf(exercise);
  return readFileSync(join(exercise.folder, 'solution', exercise.file), 'utf8');
}
