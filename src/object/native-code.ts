/**
 * Native code that may call PHP code.
 *
 * PHP code never runs inside a nested host call of the dispatch loop (DESIGN section 5). A builtin, an object handler or
 * the slow half of an opcode that has to call user code is therefore a JS generator: it yields a CallRequest, the loop
 * pushes the callee's frame and goes on, and when that frame returns the generator is resumed with the return value.
 *
 * When the callee throws, the generator is ended at the `yield` (its `finally` blocks run, its result is dropped), so
 * code after a call only ever sees success; a request with `catches: true` is resumed instead and must look at
 * `rt.exception` itself. Native code that raises an exception itself does `return rt.throwError(...)`.
 */
import type { Zval } from '../value/zval.ts';
import type { Callable } from './runtime.ts';
import type { PhpArray } from '../value/php-array.ts';

/** One call of PHP code asked for by native code. */
export interface CallRequest {
  readonly kind: 'call';
  readonly callable: Callable;
  /** Borrowed: the frame takes its own counts. A PhpReference passes by reference when the parameter wants it. */
  readonly args: readonly Zval[];
  readonly named: PhpArray | null;
  /** Resume the generator even when the callee threw. */
  readonly catches: boolean;
}

/** Runs the queued destructors and error handlers (rt.deferred) now. */
export interface FlushRequest {
  readonly kind: 'flush';
  /** Resume the generator even when one of them threw. */
  readonly catches: boolean;
}

/** Suspends the running coroutine or fiber: what coro's switch understands, opaque here. */
export interface SuspendRequest {
  readonly kind: 'suspend';
  readonly reason: unknown;
  /** Resume the generator even when it is resumed with an exception. */
  readonly catches: boolean;
}

/** Runs an op_array (include, eval) as a call; resumed with its return value. */
export interface ExecuteRequest {
  readonly kind: 'execute';
  /** Pushes the frame and makes it current. */
  readonly enter: () => void;
  readonly catches: boolean;
}

/** A direct call (src/vm/direct-callback.ts) was left: its frames stand in front of this code's; resumed with its value. */
export interface LeftRequest {
  readonly kind: 'left';
  readonly catches: boolean;
}

export type NativeRequest = CallRequest | FlushRequest | SuspendRequest | ExecuteRequest | LeftRequest;

/** A running piece of native code; `T` is its result. */
export type NativeCode<T = Zval> = Generator<NativeRequest, T, Zval>;

/** What a synchronous half answers when user code is needed: drive its NativeCode twin instead. */
export const NEEDS_SLOW: unique symbol = Symbol('needs-slow');

function* never(): NativeCode {
  return yield { kind: 'flush', catches: false };
}

/**
 * What a builtin answers that has loaded another machine itself (src/coro): its frame stays where it is, and its result is
 * what the machine is resumed with. `vm.switchFlow` says how the loop goes on.
 */
export const SUSPENDED: NativeCode = never();

/** What a direct call answers that has no value yet: `yield WAIT` gives it. */
export const LEFT: unique symbol = Symbol('left');

/** `if (v === LEFT) v = yield WAIT;` behind a direct call. */
export const WAIT: LeftRequest = { kind: 'left', catches: false };
/** The same, resumed even when the callee threw: check `rt.exception`. */
export const WAIT_CATCHING: LeftRequest = { kind: 'left', catches: true };

const FLUSH: FlushRequest = { kind: 'flush', catches: false };
const FLUSH_CATCHING: FlushRequest = { kind: 'flush', catches: true };

/** `const result = yield* call(callable, [a, b])`: calls PHP code. The result is owned by the caller. */
export function* call(callable: Callable, args: readonly Zval[], named: PhpArray | null = null): NativeCode {
  return yield { kind: 'call', callable, args, named, catches: false };
}

/** Like `call`, but comes back after an exception too: check `rt.exception`. */
export function* callCatching(callable: Callable, args: readonly Zval[]): NativeCode {
  return yield { kind: 'call', callable, args, named: null, catches: true };
}

/** Runs `code` to its end, or to the first exception, after which it comes back too (undefined): check `rt.exception`. */
export function* catching<T>(rt: { readonly exception: unknown }, code: NativeCode<T>): NativeCode<T | undefined> {
  for (let step = code.next(); ; ) {
    if (step.done === true) return step.value;
    const request = step.value;
    const answer = yield request.catches ? request : { ...request, catches: true };
    if (!request.catches && rt.exception !== null) {
      code.return(undefined as T);
      return undefined;
    }
    step = code.next(answer);
  }
}

/** Lets pending destructors and error handlers run before going on. */
export function* flush(): NativeCode<void> {
  yield FLUSH;
}

/** Like `flush`, but comes back after an exception too: check `rt.exception`. */
export function* flushCatching(): NativeCode<void> {
  yield FLUSH_CATCHING;
}
