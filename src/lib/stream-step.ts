/** Results that may take a while: a value, or code that comes to it. */
import type { NativeCode } from '../object/native-code.ts';
import type { Step } from './stream.ts';

/** The result of a step, now or when its code has run. */
export function* settle<T>(step: Step<T>): NativeCode<T> {
  return isCode(step) ? yield* step : step;
}

/** Is it code that has to run first? */
export function isCode<T>(step: Step<T>): step is NativeCode<T> {
  return typeof step === 'object' && step !== null && typeof (step as { next?: unknown }).next === 'function';
}
