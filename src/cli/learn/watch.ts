/** `corovm learn watch`: the file is checked whenever it is saved. */
import { unwatchFile, watchFile } from 'node:fs';
import type { Exercise, Language } from './course.ts';
import { say } from './words.ts';
import type { Workspace } from './workspace.ts';

const LOOK_MILLIS = 300;

/** Watches an exercise, then the next ones, until all are done or Ctrl-C is pressed; progress is on disk already. */
export async function watchExercise(
  work: Workspace,
  course: readonly Exercise[],
  first: Exercise,
  show: (exercise: Exercise) => number,
  verify: (exercise: Exercise) => Promise<number>,
  lang: Language,
): Promise<number> {
  let exercise: Exercise | null = first;
  while (exercise !== null) {
    show(exercise);
    process.stdout.write(`${say(lang, 'watching')}\n`);
    if (!(await passes(work.fileOf(exercise), exercise, verify))) {
      process.stdout.write(`\n${say(lang, 'kept')}\n`);
      return 0;
    }
    exercise = work.next(course);
  }
  return 0;
}

/** True when the exercise passes; false after Ctrl-C. */
function passes(file: string, exercise: Exercise, verify: (exercise: Exercise) => Promise<number>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let checking = false;
    let savedMeanwhile = false;
    const end = (passed: boolean): void => {
      unwatchFile(file);
      process.off('SIGINT', interrupted);
      resolve(passed);
    };
    const interrupted = (): void => end(false);
    const check = async (): Promise<void> => {
      savedMeanwhile = checking;
      if (checking) return;
      checking = true;
      process.stdout.write('\n');
      const status = await verify(exercise);
      checking = false;
      if (status === 0) end(true);
      else if (savedMeanwhile) await check();
    };
    process.once('SIGINT', interrupted);
    watchFile(file, { interval: LOOK_MILLIS }, (now, before) => {
      // an editor that writes anew leaves an empty file for a moment
      if (now.mtimeMs !== before.mtimeMs && now.size > 0) check().catch(reject);
    });
  });
}
