/**
 * assert() and its settings.
 * Source: php-src ext/standard/assert.c
 */
import { E_ERROR, E_WARNING } from '../base/diagnostics.ts';
import type { ClassDef } from '../object/class-def.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { toBool, toStr } from '../value/convert.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, type Zval } from '../value/zval.ts';
import { createException } from '../vm/exceptions.ts';
import type { Executor } from '../vm/executor.ts';
import { currentPosition } from '../vm/position.ts';
import { type FunctionDef, fn, type MethodDef, p } from './define.ts';

export const assertConstants: Readonly<Record<string, Zval>> = {
  ASSERT_ACTIVE: 1,
  ASSERT_CALLBACK: 2,
  ASSERT_BAIL: 3,
  ASSERT_WARNING: 4,
  ASSERT_EXCEPTION: 5,
};

export const assertClasses: readonly ClassDef<MethodDef>[] = [{ name: 'AssertionError', parent: 'Error' }];

/** The callback set by assert_options(); undefined: the setting's. */
interface AssertState {
  callback: Zval;
}

function state(rt: Executor): AssertState {
  return rt.moduleState('assert', () => ({ callback: undefined }));
}

function callbackOf(rt: Executor): Zval {
  const own = state(rt).callback;
  if (own !== undefined) return own;
  const text = rt.ini.get('assert.callback') ?? '';
  return text === '' ? null : text;
}

function* fail(rt: Executor, description: string | PhpObject | null): NativeCode {
  const callback = callbackOf(rt);
  const callable = callback === null ? null : rt.resolveCallable(callback);
  if (callable !== null) {
    const at = currentPosition(rt);
    const args: Zval[] = [at.file, at.line, null];
    if (typeof description === 'string') args.push(description);
    rt.releaseValue(yield* call(callable, args));
  }
  if (rt.ini.flag('assert.exception')) {
    if (description instanceof PhpObject) return rt.throwObject(addRef(description));
    return rt.throwObject(createException(rt, rt.classOf('AssertionError'), description ?? '', E_ERROR));
  }
  if (rt.ini.flag('assert.warning')) {
    rt.error(
      E_WARNING,
      typeof description === 'string' ? `assert(): ${description} failed` : 'assert(): Assertion failed',
    );
  }
  return false;
}

/** Reads and writes one of the settings; numbers for flags. */
function option(rt: Executor, key: string, value: Zval): Zval {
  const before = Number(rt.ini.get(key) ?? 0);
  if (value !== undefined) rt.ini.set(key, toStr(rt, value));
  return before;
}

function options(rt: Executor, what: number, value: Zval): Zval {
  switch (what) {
    case 1:
      return option(rt, 'assert.active', value);
    case 2: {
      const before = addRef(callbackOf(rt));
      if (value !== undefined) {
        rt.releaseValue(state(rt).callback);
        state(rt).callback = addRef(value);
      }
      return before;
    }
    case 3:
      return option(rt, 'assert.bail', value);
    case 4:
      return option(rt, 'assert.warning', value);
    case 5:
      return option(rt, 'assert.exception', value);
    default:
      return rt.argumentValueError(1, 'must be an ASSERT_* constant');
  }
}

export const assertFunctions: readonly FunctionDef[] = [
  fn({
    name: 'assert',
    doc: 'Throws (or warns) when an assertion is false.',
    params: [
      p.mixed('assertion'),
      { ...p.nullable(p.union('description', ['object', 'string']), { default: null }), className: 'Throwable' },
    ],
    returns: ['bool'],
    impl(rt, assertion, description) {
      if (!rt.ini.flag('assert.active') || toBool(assertion)) return true;
      return fail(rt, description);
    },
  }),
  fn({
    name: 'assert_options',
    doc: 'Reads or changes what assert() does.',
    params: [p.int('option'), p.optional(p.mixed('value'))],
    returns: ['mixed'],
    impl: options,
  }),
];
