import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { chosenLanguage, languageOption } from './language.ts';
import { type Exercise, exerciseText, findExercise, type Language, loadCourse } from './learn/course.ts';
import { judge } from './learn/judge.ts';
import { createExercise } from './learn/new-exercise.ts';
import { ownCourse } from './learn/places.ts';
import { proveExercise } from './learn/prove.ts';
import {
  badgeSvg,
  type Graded,
  gradesJson,
  gradesJunit,
  passedCount,
  type Student,
  topicCounts,
} from './learn/report.ts';
import { childTools, DEFAULT_LIMITS, type Tools } from './learn/run-child.ts';
import { watchExercise } from './learn/watch.ts';
import { kindName, say } from './learn/words.ts';
import { Workspace } from './learn/workspace.ts';
import type { SetStatus } from './program.ts';
import { UsageError } from './usage-error.ts';

interface LearnOptions {
  readonly course?: string;
  readonly work: string;
  readonly lang?: Language;
  readonly timeLimit: string;
  readonly memoryLimit: string;
}

/** Everything a subcommand needs. */
interface Context {
  readonly course: readonly Exercise[];
  readonly work: Workspace;
  readonly lang: Language;
  readonly tools: Tools;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** `corovm learn`: the course of exercises. */
export function addLearnCommand(program: Command, setStatus: SetStatus): void {
  const learn = program
    .command('learn')
    .description('a course of exercises, from the first dump to a scheduler')
    .usage('[options] [SUBCOMMAND]')
    .option('--course <dir>', 'a course of your own (docs/teaching.md describes the format)')
    .option('--work <dir>', 'the folder with your answers and your progress', 'corovm-course')
    .option('--time-limit <seconds>', 'for each run of a program', String(DEFAULT_LIMITS.seconds))
    .option('--memory-limit <megabytes>', 'for each run of a program', String(DEFAULT_LIMITS.megabytes))
    .addOption(languageOption());
  const add = (
    name: string,
    help: string,
    run: (c: Context, word: string | undefined) => number | Promise<number>,
  ): Command =>
    learn
      .command(name)
      .description(help)
      .action(async (...args: unknown[]) => {
        const word = typeof args[0] === 'string' ? args[0] : undefined;
        setStatus(await run(contextOf(learn.opts<LearnOptions>()), word));
      });
  add('list', 'all exercises, with what is done', list);
  add('next', 'the next exercise that is not done', (c) => next(c));
  add('show [exercise]', 'the text of an exercise', (c, word) => show(c, chosen(c, word)));
  add('verify [exercise]', 'check the current exercise, or another one', (c, word) => verify(c, chosen(c, word)));
  add('hint [exercise]', 'the next hint', (c, word) => hint(c, chosen(c, word)));
  add('reset [exercise]', 'bring the file to edit back as it was', (c, word) => reset(c, chosen(c, word)));
  learn
    .command('watch [exercise]')
    .description('check again whenever the file is saved, and go on to the next one')
    .action(async (word: string | undefined) => {
      const c = contextOf(learn.opts<LearnOptions>());
      setStatus(
        await watchExercise(
          c.work,
          c.course,
          chosen(c, word),
          (one) => show(c, one),
          (one) => verify(c, one),
          c.lang,
        ),
      );
    });
  addTeachersCommands(learn, setStatus);
  learn.action(() => setStatus(next(contextOf(learn.opts<LearnOptions>()))));
}

function addTeachersCommands(learn: Command, setStatus: SetStatus): void {
  learn
    .command('grade [folders...]')
    .description("check all exercises of learners' folders without a terminal; status 1 unless all pass")
    .option('--json', 'print the grades as JSON')
    .option('--junit <file>', 'write the grades as JUnit XML')
    .action(async (folders: string[], options: { json?: true; junit?: string }) =>
      setStatus(await grade(contextOf(learn.opts<LearnOptions>()), folders, options)),
    );
  learn
    .command('prove')
    .description('for who writes a course: does every start fail, and every solution pass?')
    .action(async () => setStatus(await prove(contextOf(learn.opts<LearnOptions>()))));
  learn
    .command('badge')
    .description('what you have learned')
    .option('--svg <file>', 'write a badge as SVG')
    .action((options: { svg?: string }) => setStatus(badge(contextOf(learn.opts<LearnOptions>()), options.svg)));
  learn
    .command('new <dir>')
    .description('begin an exercise of your own: DIR is COURSE/TOPIC/NAME')
    .action((dir: string) => {
      for (const file of createExercise(resolve(dir))) print(file);
      setStatus(0);
    });
}

function positive(text: string, option: string): number {
  const n = Number(text);
  if (!(n > 0)) throw new UsageError(`${option} wants a number above 0; see "corovm learn --help"`);
  return n;
}

function contextOf(options: LearnOptions): Context {
  return {
    course: loadCourse(options.course === undefined ? ownCourse() : resolve(options.course)),
    work: new Workspace(resolve(options.work)),
    lang: chosenLanguage(options.lang),
    tools: childTools({
      seconds: positive(options.timeLimit, '--time-limit'),
      megabytes: positive(options.memoryLimit, '--memory-limit'),
    }),
  };
}

/** The exercise of that name, else the current one, else the next one. */
function chosen({ course, work }: Context, word: string | undefined): Exercise {
  if (word !== undefined) return findExercise(course, word);
  const current = course.find((one) => one.id === work.progress.current);
  return current ?? work.next(course) ?? (course[0] as Exercise);
}

function doneCount({ course, work }: Context): number {
  return course.filter((one) => work.progress.done[one.id] !== undefined).length;
}

function list(c: Context): number {
  let topic = '';
  for (const one of c.course) {
    if (one.topic !== topic) print(`\n${one.topic}`);
    topic = one.topic;
    const done = c.work.progress.done[one.id] === undefined ? ' ' : 'x';
    print(
      `  [${done}] ${one.id.slice(topic.length + 1).padEnd(22)} ${one.title[c.lang]} (${kindName(c.lang, one.kind)})`,
    );
  }
  print(`\n${say(c.lang, 'done', String(doneCount(c)), String(c.course.length))}`);
  return 0;
}

function next(c: Context): number {
  const exercise = c.work.next(c.course);
  if (exercise === null) {
    print(say(c.lang, 'allDone'));
    return 0;
  }
  return show(c, exercise);
}

function show(c: Context, exercise: Exercise): number {
  c.work.open(exercise);
  c.work.progress.current = exercise.id;
  c.work.save();
  print(`${exercise.title[c.lang]}   [${exercise.id}, ${kindName(c.lang, exercise.kind)}]\n`);
  print(exerciseText(exercise, c.lang).trimEnd());
  print(`\n${say(c.lang, 'edit', c.work.fileOf(exercise))}\n${say(c.lang, 'then')}`);
  return 0;
}

async function verify(c: Context, exercise: Exercise): Promise<number> {
  c.work.open(exercise);
  const verdict = await judge(exercise, c.work.folderOf(exercise), c.lang, c.tools);
  for (const line of verdict.lines) print(line);
  print(`${exercise.id}: ${say(c.lang, verdict.passed ? 'passed' : 'failed')}`);
  if (!verdict.passed) return 1;
  c.work.passed(exercise);
  print(say(c.lang, 'done', String(doneCount(c)), String(c.course.length)));
  print(say(c.lang, c.work.next(c.course) === null ? 'allDone' : 'next'));
  return 0;
}

function hint(c: Context, exercise: Exercise): number {
  const shown = c.work.progress.hints[exercise.id] ?? 0;
  const found = exercise.hints[shown];
  if (found === undefined) {
    for (const one of exercise.hints) print(`- ${one[c.lang]}`);
    print(say(c.lang, 'noHints'));
    return 0;
  }
  print(`${say(c.lang, 'hint', String(shown + 1), String(exercise.hints.length))}: ${found[c.lang]}`);
  c.work.progress.hints[exercise.id] = shown + 1;
  c.work.save();
  return 0;
}

function reset(c: Context, exercise: Exercise): number {
  const kept = c.work.reset(exercise);
  print(say(c.lang, 'reset', exercise.id, kept));
  return 0;
}

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

async function grade(
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

async function prove(c: Context): Promise<number> {
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

function badge(c: Context, svg: string | undefined): number {
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
