/**
 * The old Serializable texts of the SPL classes are made of the texts of serialize().
 * Source: php-src 8.2 ext/standard/var.c
 */
import { call, type NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';

/** serialize() of one value; null after an exception. */
export function* serializeValue(rt: Executor, v: Zval): NativeCode<string | null> {
  const callable = rt.resolveCallable('serialize');
  if (callable === null) return null;
  const text = yield* call(callable, [v]);
  return typeof text === 'string' ? text : null;
}

/** Where the serialized value that starts at `from` ends; -1 when it is malformed. */
export function serializedEnd(data: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < data.length) {
    const rest = data.slice(at, at + 64);
    const str = /^s:(\d+):"/.exec(rest);
    const open = /^(?:a:\d+:\{|[OC]:\d+:"[^"]*":\d+:\{)/.exec(rest);
    const flat = /^(?:[ibdrR]:[^;]*;|N;|E:\d+:"[^"]*";)/.exec(rest);
    if (str !== null) at += str[0].length + Number(str[1]) + 2;
    else if (open !== null) {
      at += open[0].length;
      depth++;
      continue;
    } else if (flat !== null) at += flat[0].length;
    else if (data[at] === '}' && depth > 0) {
      at++;
      depth--;
    } else return -1;
    if (depth === 0) return at;
  }
  return -1;
}
