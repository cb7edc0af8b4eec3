/** `corovm learn watch`: the file is checked whenever it is saved. */
import { statSync } from 'node:fs';
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
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted);
  let exercise: Exercise | null = first;
  while (exercise !== null) {
    const one = exercise;
    show(one);
    const file = work.fileOf(one);
    const before = savedAt(file);
    process.stdout.write(`${say(lang, 'watching')}\n`);
    await passes(file, before, stop.signal, () => verify(one));
    if (stop.signal.aborted) {
      process.stdout.write(`\n${say(lang, 'kept')}\n`);
      break;
    }
    exercise = work.next(course);
  }
  process.off('SIGINT', interrupted);
  return 0;
}

/** Returns when the file passes, or after Ctrl-C. `before`: when it had been saved last. */
function passes(file: string, before: number | null, stop: AbortSignal, verify: () => Promise<number>): Promise<void> {
  return new Promise((resolve, reject) => {
    let checking = false;
    let seen = before;
    const end = (): void => {
      clearInterval(timer);
      resolve();
    };
    const check = async (): Promise<void> => {
      checking = true;
      process.stdout.write('\n');
      const status = await verify();
      checking = false;
      if (status === 0) end();
    };
    const look = (): void => {
      const now = savedAt(file);
      if (checking || now === null || now === seen) return;
      seen = now;
      check().catch(reject);
    };
    const timer = setInterval(look, LOOK_MILLIS);
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true });
  });
}

/** When the file was saved last; null while it is empty or gone, as an editor that writes anew leaves it for a moment. */
function savedAt(file: string): number | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined || stat.size === 0 ? null : stat.mtimeMs;
}
