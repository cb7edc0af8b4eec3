/**
 * The old Serializable texts of the SPL classes are made of the texts of serialize().
 * Source: php-src 8.2 ext/standard/var.c
 */
import { call, type NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { openSerialized, type SerializedReader } from './unserialize-reader.ts';

/** serialize() of one value; null after an exception. */
export function* serializeValue(rt: Executor, v: Zval): NativeCode<string | null> {
  const callable = rt.resolveCallable('serialize');
  if (callable === null) return null;
  const text = yield* call(callable, [v]);
  return typeof text === 'string' ? text : null;
}

/**
 * Runs `read` over a text; where it answers false, that is an UnexpectedValueException that says how far it came.
 * Returns whether it went well.
 */
export function* readSerialized(
  rt: Executor,
  text: string,
  read: (reader: SerializedReader) => NativeCode<boolean>,
): NativeCode<boolean> {
  const reader = openSerialized(rt, text);
  const ok = (yield* read(reader)) && rt.exception === null;
  yield* reader.close();
  if (ok) return rt.exception === null;
  if (rt.exception === null) {
    rt.throwError('UnexpectedValueException', `Error at offset ${reader.at()} of ${text.length} bytes`);
  }
  return false;
}

/** The int that follows `x:`; the semicolon behind it is left. Undefined when there is none. */
export function* readHead(reader: SerializedReader): NativeCode<number | undefined> {
  if (!reader.take('x') || !reader.take(':')) return undefined;
  const v = yield* reader.value();
  reader.back();
  return typeof v === 'number' ? v : typeof v === 'bigint' ? Number(v) : undefined;
}

/** The array that follows `m:`; undefined when there is none. */
export function* readMembers(reader: SerializedReader): NativeCode<PhpArray | undefined> {
  if (!reader.take('m') || !reader.take(':')) return undefined;
  const members = yield* reader.value();
  return members instanceof PhpArray ? members : undefined;
}
