/**
 * Coroutine::select: Go's select over channels. A case is a channel to receive from, `[$channel, $value]` to send, or null
 * (never ready), under a key of the program's choice. With timeout 0 it is Go's select with a default case.
 *
 * Answers `['key' => ..., 'value' => ..., 'ok' => ...]`, false when none was ready in time. `ok` is false when the channel to
 * receive from is closed and empty. Sending to a closed channel throws, as it panics in Go.
 * Source: https://go.dev/ref/spec#Select_statements
 */
import { select, type SelectCase } from '../../coro/select.ts';
import { schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, p, staticMethod } from '../define.ts';
import { channelOf } from './channel-class.ts';
import { inCoroutine } from './support.ts';

const LINK = 'https://go.dev/ref/spec#Select_statements';

/** Undefined: not a case. Values are borrowed. */
function caseOf(v: Zval): SelectCase | undefined {
  if (v === null) return { channel: null, end: 'consumers', value: null };
  if (v instanceof PhpObject) {
    const channel = channelOf(v);
    return channel === null ? undefined : { channel, end: 'consumers', value: null };
  }
  if (!(v instanceof PhpArray) || v.count !== 2) return undefined;
  const target = deref(v.getInt(0));
  const value = deref(v.getInt(1));
  if (!(target instanceof PhpObject) || value === undefined) return undefined;
  const channel = channelOf(target);
  return channel === null ? undefined : { channel, end: 'producers', value };
}

function casesOf(rt: Executor, list: PhpArray): { cases: SelectCase[]; keys: Zval[] } | null {
  const cases: SelectCase[] = [];
  const keys: Zval[] = [];
  let wrong = false;
  list.forEach((v, key) => {
    const one = caseOf(deref(v));
    if (one === undefined) wrong = true;
    else {
      cases.push(one);
      keys.push(key);
    }
  });
  if (!wrong) return { cases, keys };
  rt.argumentTypeError(1, 'must be an array of channels and of pairs of a channel and a value');
  return null;
}

function* run(rt: Executor, list: PhpArray, seconds: number): NativeCode {
  const made = casesOf(rt, list);
  if (made === null) return null;
  const { keys } = made;
  const cases = made.cases.map((one) => ({ ...one, value: addRef(one.value) }));
  let sent = -1;
  try {
    const selected = yield* select(schedulerOf(rt), cases, seconds);
    if (selected === null) return false;
    const { index, value, ok } = selected;
    const sends = cases[index]?.end === 'producers';
    if (sends && ok) sent = index;
    if (sends && !ok) return rt.throwError('Swoole\\Exception', 'select: cannot send to a closed channel');
    const result = new PhpArray();
    result.setStr('key', keys[index]);
    result.setStr('value', value);
    result.setStr('ok', ok);
    return result;
  } finally {
    cases.forEach((one, i) => {
      if (i !== sent) rt.releaseValue(one.value);
    });
  }
}

export const selectMethod: MethodDef = staticMethod({
  name: 'select',
  doc: 'Receives from or sends to whichever channel is ready first.',
  params: [p.array('cases'), p.float('timeout', { default: -1 })],
  returns: ['array', 'false'],
  link: LINK,
  impl: (rt, _scope, cases, timeout) => inCoroutine(rt, () => run(rt, cases, timeout)),
});
