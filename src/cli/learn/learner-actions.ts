/** What `corovm learn` does for the learner; each answers its exit status. */
import { printText } from '../print.ts';
import { type Exercise, exerciseText, findExercise, type Language } from './course.ts';
import { judge } from './judge.ts';
import { layOut } from './layout.ts';
import type { Tools } from './run-child.ts';
import { kindName, say, shortKindName } from './words.ts';
import type { Workspace } from './workspace.ts';

/** Everything a subcommand needs. */
export interface Context {
  readonly course: readonly Exercise[];
  readonly work: Workspace;
  readonly lang: Language;
  readonly tools: Tools;
}

/** One line on standard output. */
export const print = (text: string): void => printText(`${text}\n`);

/** The exercise of that name, else the current one, else the next one. */
export function chosen({ course, work }: Context, word: string | undefined): Exercise {
  if (word !== undefined) return findExercise(course, word);
  const current = course.find((one) => one.id === work.progress.current);
  return current ?? work.next(course) ?? (course[0] as Exercise);
}

export function doneCount({ course, work }: Context): number {
  return course.filter((one) => work.progress.done[one.id] !== undefined).length;
}

export function list(c: Context): number {
  let topic = '';
  for (const one of c.course) {
    if (one.topic !== topic) print(`\n${one.topic}`);
    topic = one.topic;
    const done = c.work.progress.done[one.id] === undefined ? ' ' : 'x';
    print(
      `  [${done}] ${one.id.slice(topic.length + 1).padEnd(22)} ${one.title[c.lang]} (${shortKindName(c.lang, one.kind)})`,
    );
  }
  print(`\n${say(c.lang, 'done', String(doneCount(c)), String(c.course.length))}`);
  return 0;
}

export function next(c: Context): number {
  const exercise = c.work.next(c.course);
  if (exercise === null) {
    print(say(c.lang, 'allDone'));
    return 0;
  }
  return show(c, exercise);
}

export function show(c: Context, exercise: Exercise): number {
  c.work.open(exercise);
  c.work.progress.current = exercise.id;
  c.work.save();
  print(`${exercise.title[c.lang]}   [${exercise.id}, ${kindName(c.lang, exercise.kind)}]\n`);
  print(layOut(exerciseText(exercise, c.lang).trimEnd()));
  print(`\n${say(c.lang, 'edit', c.work.fileOf(exercise))}\n${say(c.lang, 'then')}`);
  return 0;
}

export async function verify(c: Context, exercise: Exercise): Promise<number> {
  c.work.open(exercise);
  const verdict = await judge(exercise, c.work.folderOf(exercise), c.lang, c.tools);
  for (const line of verdict.lines) print(layOut(line));
  print(`${exercise.id}: ${say(c.lang, verdict.passed ? 'passed' : 'failed')}`);
  if (!verdict.passed) return 1;
  c.work.passed(exercise);
  print(say(c.lang, 'done', String(doneCount(c)), String(c.course.length)));
  print(say(c.lang, c.work.next(c.course) === null ? 'allDone' : 'next'));
  return 0;
}

export function hint(c: Context, exercise: Exercise): number {
  const shown = c.work.progress.hints[exercise.id] ?? 0;
  const found = exercise.hints[shown];
  if (found === undefined) {
    for (const one of exercise.hints) print(`- ${one[c.lang]}`);
    print(say(c.lang, 'noHints'));
    return 0;
  }
  print(`${say(c.lang, 'hint', String(shown + 1), String(exercise.hints.length))}: ${layOut(found[c.lang])}`);
  c.work.progress.hints[exercise.id] = shown + 1;
  c.work.save();
  return 0;
}

export function reset(c: Context, exercise: Exercise): number {
  const kept = c.work.reset(exercise);
  print(say(c.lang, 'reset', exercise.id, kept));
  return 0;
}
