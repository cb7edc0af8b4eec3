/**
 * Pausing a whole request: the dispatch loop returns to the host, whose own event loop runs until it wakes the request.
 * A blocking call outside of every coroutine is one; so is Swoole's event loop when nobody can run.
 */

/** Arranges that `wake` is called once, later and from the host's event loop. */
export type Pause = (wake: () => void) => void;

/** Code that pauses now and then. */
export type PausingCode<T> = Generator<Pause, T, void>;

/** Pauses with a network that lives in the program's own time; false when nothing there will ever wake it. */
export function pauseInTurn(pause: Pause, turn: () => boolean): boolean {
  let isAwake = false;
  pause(() => {
    isAwake = true;
  });
  while (!isAwake && turn());
  return isAwake;
}

/**
 * Runs pausing code: at once when it never pauses, as a promise otherwise.
 * @param turnOf asked at every pause: what makes the network's events happen, null when the host's event loop does;
 * when they do not wake it, `stuck` gives the result
 */
export function drivePausing<T>(
  code: PausingCode<T>,
  turnOf: () => (() => boolean) | null = () => null,
  stuck: (() => T) | null = null,
): T | Promise<T> {
  let first = code.next();
  for (; first.done !== true; first = code.next()) {
    const turn = turnOf();
    if (turn === null || stuck === null) break;
    if (!pauseInTurn(first.value, turn)) return stuck();
  }
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
