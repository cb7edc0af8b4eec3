import { resolve } from 'node:path';
import type { Command } from 'commander';
import { chosenLanguage, languageOption } from './language.ts';
import { type Language, loadCourse } from './learn/course.ts';
import { type Context, chosen, hint, list, next, print, reset, show, verify } from './learn/learner-actions.ts';
import { createExercise } from './learn/new-exercise.ts';
import { ownCourse } from './learn/places.ts';
import { childTools, DEFAULT_LIMITS } from './learn/run-child.ts';
import { badge, grade, prove } from './learn/teacher-actions.ts';
import { watchExercise } from './learn/watch.ts';
import { Workspace } from './learn/workspace.ts';
import type { SetStatus } from './program.ts';
import { UsageError } from './usage-error.ts';

interface LearnOptions {
  readonly course?: string;
  readonly work?: string;
  readonly lang?: Language;
  readonly timeLimit?: string;
  readonly memoryLimit?: string;
}

/** A subcommand that may be given one word. */
interface Subcommand {
  readonly name: string;
  readonly help: string;
  run(c: Context, word: string | undefined): number | Promise<number>;
}

const LEARNERS: readonly Subcommand[] = [
  { name: 'list', help: 'all exercises, with what is done', run: list },
  { name: 'next', help: 'the next exercise that is not done', run: next },
  { name: 'show [exercise]', help: 'the text of an exercise', run: (c, word) => show(c, chosen(c, word)) },
  {
    name: 'verify [exercise]',
    help: 'check the current exercise, or another one',
    run: (c, word) => verify(c, chosen(c, word)),
  },
  { name: 'hint [exercise]', help: 'the next hint', run: (c, word) => hint(c, chosen(c, word)) },
  {
    name: 'reset [exercise]',
    help: 'bring the file to edit back as it was',
    run: (c, word) => reset(c, chosen(c, word)),
  },
  { name: 'watch [exercise]', help: 'check again whenever the file is saved, and go on to the next one', run: watch },
  { name: 'prove', help: 'for who writes a course: does every start fail, and every solution pass?', run: prove },
];

/** `corovm learn`: the course of exercises. */
export function addLearnCommand(program: Command, setStatus: SetStatus): void {
  const learn = program
    .command('learn')
    .description('a course of exercises, from the first dump to a scheduler')
    .usage('[options] [SUBCOMMAND]');
  for (const { name, help, run } of LEARNERS) {
    learn
      .command(name)
      .description(help)
      .action(async (...args: unknown[]) => {
        const word = typeof args[0] === 'string' ? args[0] : undefined;
        setStatus(await run(contextOf(args.at(-1) as Command), word));
      });
  }
  addTeachersCommands(learn, setStatus);
  learn.action(() => setStatus(next(contextOf(learn))));
  for (const command of [learn, ...learn.commands]) addCommonOptions(command);
}

/** They may stand before or behind the subcommand. */
function addCommonOptions(command: Command): void {
  const { seconds, megabytes } = DEFAULT_LIMITS;
  command
    .option('--course <dir>', 'a course of your own (docs/teaching.md describes the format)')
    .option('--work <dir>', 'the folder with your answers and your progress (default: corovm-course)')
    .option('--time-limit <seconds>', `for each run of a program (default: ${seconds})`)
    .option('--memory-limit <megabytes>', `for each run of a program (default: ${megabytes})`)
    .addOption(languageOption());
}

function addTeachersCommands(learn: Command, setStatus: SetStatus): void {
  learn
    .command('grade [folders...]')
    .description("check all exercises of learners' folders without a terminal; status 1 unless all pass")
    .option('--json', 'print the grades as JSON')
    .option('--junit <file>', 'write the grades as JUnit XML')
    .action(async (folders: string[], options: { json?: true; junit?: string }, command: Command) =>
      setStatus(await grade(contextOf(command), folders, options)),
    );
  learn
    .command('badge')
    .description('what you have learned')
    .option('--svg <file>', 'write a badge as SVG')
    .action((options: { svg?: string }, command: Command) => setStatus(badge(contextOf(command), options.svg)));
  learn
    .command('new <dir>')
    .description('begin an exercise of your own: DIR is COURSE/TOPIC/NAME')
    .action((dir: string) => {
      for (const file of createExercise(resolve(dir))) print(file);
      setStatus(0);
    });
}

function watch(c: Context, word: string | undefined): Promise<number> {
  return watchExercise(
    c.work,
    c.course,
    chosen(c, word),
    (one) => show(c, one),
    (one) => verify(c, one),
    c.lang,
  );
}

function positive(text: string | undefined, otherwise: number, option: string): number {
  if (text === undefined) return otherwise;
  const n = Number(text);
  if (!(n > 0)) throw new UsageError(`${option} wants a number above 0; see "corovm learn --help"`);
  return n;
}

function contextOf(command: Command): Context {
  const { course, work, lang, timeLimit, memoryLimit } = command.optsWithGlobals<LearnOptions>();
  // `corovm learn list | head`
  process.stdout.on('error', () => process.exit(0));
  return {
    course: loadCourse(course === undefined ? ownCourse() : resolve(course)),
    work: new Workspace(resolve(work ?? 'corovm-course')),
    lang: chosenLanguage(lang),
    tools: childTools({
      seconds: positive(timeLimit, DEFAULT_LIMITS.seconds, '--time-limit'),
      megabytes: positive(memoryLimit, DEFAULT_LIMITS.megabytes, '--memory-limit'),
    }),
  };
}
