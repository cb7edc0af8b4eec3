/**
 * The state machine behind RecursiveIteratorIterator.
 * Source: php-src 8.2 ext/spl/spl_iterators.c (spl_recursive_it_*)
 */
import type { Func } from '../bytecode/op-array.ts';
import type { ObjectIterator } from '../object/class-handlers.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { toBool } from '../value/convert.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { iteratorOf } from '../vm/iterate.ts';
import { callFunc, overridden } from './spl-util.ts';

export const LEAVES_ONLY = 0;
export const SELF_FIRST = 1;
export const CHILD_FIRST = 2;
export const CATCH_GET_CHILD = 16;
export const BYPASS_CURRENT = 4;
export const BYPASS_KEY = 8;

/** What happens next with the element a level stands on. */
type State = 'next' | 'start' | 'test' | 'self' | 'call';

export interface Level {
  readonly object: PhpObject;
  readonly it: ObjectIterator;
  state: State;
}

export class RecursiveIt {
  /** Null until constructed; the innermost level is last. */
  levels: Level[] | null = null;
  mode: number = LEAVES_ONLY;
  flags = 0;
  maxDepth = -1;
  inIteration = false;
  readonly prefix: string[] = ['', '| ', '  ', '|-', '\\-', ''];
  postfix = '';

  get top(): Level {
    const levels = this.levels as Level[];
    return levels[levels.length - 1] as Level;
  }

  get depth(): number {
    return (this.levels?.length ?? 1) - 1;
  }
}

export function stateOf(obj: PhpObject): RecursiveIt {
  return obj.native as RecursiveIt;
}

/** The state of a constructed iterator; null after an Error. */
export function constructed(rt: Executor, self: PhpObject): RecursiveIt | null {
  const state = stateOf(self);
  if (state.levels !== null) return state;
  return rt.throwError('Error', `The ${displayName(self.ce.name)} instance wasn't initialized properly`);
}

/** Calls a method; false when it threw and the exception stands (it is dropped under CATCH_GET_CHILD). */
function* attempt(
  rt: Executor,
  state: RecursiveIt,
  obj: PhpObject,
  func: Func | undefined,
): NativeCode<{ ok: boolean; value: Zval }> {
  if (func === undefined) return { ok: true, value: undefined };
  const value = yield* callCatching({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, []);
  if (rt.exception === null) return { ok: true, value };
  if ((state.flags & CATCH_GET_CHILD) === 0) return { ok: false, value: undefined };
  rt.clearException();
  return { ok: true, value: undefined };
}

/** Calls a hook that a subclass overrides; false when it threw. */
function* hook(rt: Executor, state: RecursiveIt, self: PhpObject, lcName: string): NativeCode<boolean> {
  const func = overridden(self.ce, lcName);
  if (func === null) return true;
  const { ok, value } = yield* attempt(rt, state, self, func);
  release(rt, value);
  return ok;
}

/** One step of the machine: `more` goes on, `stop` shows the element or ends, `up` means no more elements on this level. */
type Step = 'more' | 'stop' | 'up';

function* testElement(rt: Executor, self: PhpObject, state: RecursiveIt, level: Level): NativeCode<Step> {
  const own = overridden(self.ce, 'callhaschildren');
  const target = own === null ? level.object : self;
  const func = own ?? level.object.ce.functionTable.get('haschildren');
  const { ok, value } = yield* attempt(rt, state, target, func);
  if (!ok) {
    level.state = 'next';
    return 'stop';
  }
  const has = value !== undefined && toBool(deref(value));
  release(rt, value);
  if (has) {
    if (state.maxDepth === -1 || state.maxDepth > state.depth) {
      level.state = state.mode === SELF_FIRST ? 'self' : 'call';
      return 'more';
    }
    if (state.mode === LEAVES_ONLY) {
      level.state = 'next';
      return 'more';
    }
  }
  level.state = 'next';
  yield* hook(rt, state, self, 'nextelement');
  return 'stop';
}

function* descend(rt: Executor, self: PhpObject, state: RecursiveIt, level: Level): NativeCode<Step> {
  const own = overridden(self.ce, 'callgetchildren');
  const target = own === null ? level.object : self;
  const func = own ?? level.object.ce.functionTable.get('getchildren');
  const { ok, value: child } = yield* attempt(rt, state, target, func);
  if (!ok) return 'stop';
  if (child === undefined) {
    level.state = 'next';
    return 'more';
  }
  if (!(child instanceof PhpObject) || !instanceOf(child.ce, rt.classOf('RecursiveIterator'))) {
    release(rt, child);
    rt.throwError(
      'UnexpectedValueException',
      'Objects returned by RecursiveIterator::getChildren() must implement RecursiveIterator',
    );
    return 'stop';
  }
  level.state = state.mode === CHILD_FIRST ? 'self' : 'next';
  const it = yield* iteratorOf(rt, child, false);
  if (it === null || state.levels === null) {
    release(rt, child);
    return 'stop';
  }
  state.levels.push({ object: child, it, state: 'start' });
  yield* it.rewind();
  if (rt.exception !== null) return 'stop';
  return (yield* hook(rt, state, self, 'beginchildren')) ? 'more' : 'stop';
}

function* step(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<Step> {
  const level = state.top;
  switch (level.state) {
    case 'next':
      yield* level.it.next();
      if (rt.exception !== null) {
        if ((state.flags & CATCH_GET_CHILD) === 0) return 'stop';
        rt.clearException();
      }
      level.state = 'start';
      return 'more';
    case 'start':
      if (!(yield* level.it.valid())) return 'up';
      level.state = 'test';
      return 'more';
    case 'test':
      return yield* testElement(rt, self, state, level);
    case 'self':
      level.state = state.mode === SELF_FIRST ? 'call' : 'next';
      yield* hook(rt, state, self, 'nextelement');
      return 'stop';
    default:
      return yield* descend(rt, self, state, level);
  }
}

/** Leaves the innermost level. */
export function leave(rt: Runtime, state: RecursiveIt): void {
  const level = state.levels?.pop();
  if (level === undefined) return;
  level.it.free();
  release(rt, level.object);
}

export function* moveForward(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<void> {
  while (rt.exception === null && state.levels !== null) {
    const what = yield* step(rt, self, state);
    if (what === 'stop') return;
    if (what === 'more') continue;
    if (state.depth === 0) return;
    if (!(yield* hook(rt, state, self, 'endchildren'))) return;
    if (state.depth > 0) leave(rt, state);
  }
}

export function* rewind(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<void> {
  while (state.depth > 0) {
    leave(rt, state);
    const end = overridden(self.ce, 'endchildren');
    if (rt.exception === null && end !== null) release(rt, yield* callFunc(end, self, []));
  }
  state.top.state = 'start';
  yield* state.top.it.rewind();
  const begin = overridden(self.ce, 'beginiteration');
  if (rt.exception === null && begin !== null && !state.inIteration) release(rt, yield* callFunc(begin, self, []));
  state.inIteration = true;
  yield* moveForward(rt, self, state);
}

export function* valid(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<boolean> {
  const levels = state.levels ?? [];
  for (let i = levels.length - 1; i >= 0; i--) {
    if (yield* (levels[i] as Level).it.valid()) return true;
  }
  const end = overridden(self.ce, 'enditeration');
  if (end !== null && state.inIteration) release(rt, yield* callFunc(end, self, []));
  state.inIteration = false;
  return false;
}
