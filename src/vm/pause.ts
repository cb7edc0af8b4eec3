/**
 * Pausing a whole request: the dispatch loop returns to the host, whose own event loop runs until it wakes the request.
 * A blocking call outside of every coroutine is one; so is Swoole's event loop when nobody can run.
 */

/** Arranges that `wake` is called once, later and from the host's event loop. */
export type Pause = (wake: () => void) => void;

/** Code that pauses now and then. */
export type PausingCode<T> = Generator<Pause, T, void>;

/** Runs pausing code: at once when it never pauses, as a promise otherwise. */
export function drivePausing<T>(code: PausingCode<T>): T | Promise<T> {
  const first = code.next();
  if (first.done === true) return first.value;
  const firstPause = first.value;
  return new Promise<T>((resolve, reject) => {
    const advance = (): void => {
      try {
        const step = code.next();
        if (step.done === true) resolve(step.value);
        else step.value(advance);
      } catch (error) {
        reject(error);
      }
    };
    firstPause(advance);
  });
}
