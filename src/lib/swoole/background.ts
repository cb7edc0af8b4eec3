/**
 * Programs of the system while other coroutines run: started at once, looked after by timers.
 * Source: swoole-src src/coroutine/system.cc (System::exec)
 */
import type { Scheduler } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Executor } from '../../vm/executor.ts';
import type { ProcessStatus } from '../../vm/ports.ts';
import { environment } from '../environment.ts';

/** Seconds between two looks at a program: doubled up to the longest. */
const SHORTEST_LOOK = 0.001;
const LONGEST_LOOK = 0.016;
const SIGKILL = 9;
/** The shell that becomes the one that runs the command, with its output in a file. */
const INTO_FILE = 'exec >"$1"; exec /bin/sh -c "$2"';
const INTO_FILE_WITH_ERRORS = 'exec >"$1" 2>&1; exec /bin/sh -c "$2"';

export interface Finished extends ProcessStatus {
  readonly output: string;
}

/** Waits for the end of a child process, other coroutines running; null when `seconds` are over before (negative: never). */
export function* waitForProcess(
  rt: Executor,
  scheduler: Scheduler,
  pid: number,
  seconds: number,
): NativeCode<ProcessStatus | null> {
  const { system } = rt.host;
  if (system === null) return null;
  const limit = seconds > 0 ? rt.host.nowMicros() + seconds * 1e6 : Number.POSITIVE_INFINITY;
  let look = SHORTEST_LOOK;
  for (;;) {
    // where time is virtual the program's own time does not count
    const status = system.status(pid, rt.host.virtualTime === true);
    if (!status.running) return status;
    if (rt.host.nowMicros() >= limit) return null;
    yield* scheduler.yieldFor('a program', look);
    if (scheduler.current?.resumeCode === 'canceled') return null;
    look = Math.min(look * 2, LONGEST_LOOK);
  }
}

/** Runs a shell command to its end, or kills it when the time is over; null when there is no result. */
export function* runInBackground(
  rt: Executor,
  scheduler: Scheduler,
  command: string,
  how: { readonly errors: boolean; readonly seconds: number },
): NativeCode<Finished | null> {
  const { system } = rt.host;
  if (system === null) return null;
  const counter = rt.moduleState('swoole.background', () => ({ next: 1 }));
  const file = `/tmp/corovm-${rt.host.pid()}-${counter.next++}.out`;
  const script = how.errors ? INTO_FILE_WITH_ERRORS : INTO_FILE;
  const env = Object.fromEntries(environment(rt));
  const pid = system.start(['/bin/sh', '-c', script, 'sh', file, command], [0, 1, 2], null, env);
  if (typeof pid === 'string') return null;
  let status: ProcessStatus | null = null;
  try {
    status = yield* waitForProcess(rt, scheduler, pid, how.seconds);
    return status === null ? null : { ...status, output: rt.host.readFile(file) ?? '' };
  } finally {
    if (status === null) system.kill(pid, SIGKILL);
    rt.host.unlink(file);
  }
}
