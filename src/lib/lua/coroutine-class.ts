/**
 * Lua\Coroutine: the library `coroutine` of Lua 5.4, name by name.
 *
 * Several values are a list: resume() answers [true, ...values] or [false, error]. What yield() and a wrapped function
 * answer is what Lua assigns to one name where there is one value: nothing is null, one value is itself, several are a
 * list. A function that returns a list returns its elements.
 * Source: Lua 5.4 manual section 6.2, lua-5.4 lcorolib.c
 */
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE } from '../../bytecode/type-flags.ts';
import { closeLua, freeLua, LuaCoroutine, resumeLua, yieldLua } from '../../coro/lua-coroutine.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { createFakeClosure } from '../../object/closure.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { passedArguments } from '../../vm/internal-call.ts';
import { type MethodDef, method, type Param, p, staticMethod } from '../define.ts';

const CLASS = 'Lua\\Coroutine';
const MANUAL = 'https://www.lua.org/manual/5.4/manual.html#pdf-coroutine.';

const coParam: Param<PhpObject> = p.object('co', CLASS);
const values: Param<Zval[]> = p.rest(p.mixed('values'));

function dataOf(obj: PhpObject): LuaCoroutine {
  return obj.native as LuaCoroutine;
}

/** A coroutine of the function that is the first argument of the running builtin. */
function create(rt: Executor, callable: Callable): PhpObject {
  const frame = rt.currentExecuteData;
  const obj = rt.newObject(rt.classOf(CLASS));
  obj.native = new LuaCoroutine(callable, addRef(frame === null ? undefined : passedArguments(frame)[0]));
  return obj;
}

/** A list of its own of borrowed values. */
function listOf(list: readonly Zval[]): PhpArray {
  return PhpArray.fromList(list.map((v) => addRef(v)));
}

/** Why a coroutine cannot be resumed, in Lua's words; null when it can. */
function refusal(data: LuaCoroutine): string | null {
  if (data.status === 'suspended') return null;
  return `cannot resume ${data.status === 'dead' ? 'dead' : 'non-suspended'} coroutine`;
}

/** [true, ...values]; takes over `list`. */
function success(rt: Executor, list: PhpArray): PhpArray {
  const all: Zval[] = [true];
  list.forEach((v) => all.push(addRef(v)));
  release(rt, list);
  return PhpArray.fromList(all);
}

/** No value is null, one is itself, several stay a list; takes over `list`. */
function adjusted(rt: Executor, list: Zval): Zval {
  if (!(list instanceof PhpArray)) return null;
  if (list.count > 1) return list;
  const only = list.count === 0 ? null : addRef(list.getInt(0));
  release(rt, list);
  return only;
}

function* resume(rt: Executor, co: PhpObject, args: readonly Zval[]): NativeCode {
  const data = dataOf(co);
  const why = refusal(data);
  if (why !== null) return PhpArray.fromList([false, why]);
  const list = yield* resumeLua(rt, co, data, listOf(args));
  if (list instanceof PhpArray) return success(rt, list);
  return PhpArray.fromList([false, addRef(data.error)]);
}

/** What a wrapped coroutine does when it is called: errors are thrown. */
function* invoke(rt: Executor, co: PhpObject, args: readonly Zval[]): NativeCode {
  const data = dataOf(co);
  const why = refusal(data);
  if (why !== null) return rt.throwError('Error', why);
  const list = yield* resumeLua(rt, co, data, listOf(args));
  if (list instanceof PhpArray || data.error === null) return adjusted(rt, list);
  const { error } = data;
  data.error = null;
  return rt.throwObject(error);
}

function* yieldValues(rt: Executor, args: readonly Zval[]): NativeCode {
  const co = rt.globals.activeLua;
  if (co === null) return rt.throwError('Error', 'attempt to yield from outside a coroutine');
  const data = dataOf(co);
  if (data.closing) return rt.throwError('Error', 'attempt to yield from a coroutine that is being closed');
  return adjusted(rt, yield* yieldLua(rt, data, listOf(args)));
}

function* close(rt: Executor, co: PhpObject): NativeCode {
  const data = dataOf(co);
  const status = statusOf(rt, co);
  if (status === 'running' || status === 'normal') return rt.throwError('Error', `cannot close a ${status} coroutine`);
  if (data.status === 'suspended') yield* closeLua(rt, co, data);
  const { error } = data;
  if (error === null) return true;
  data.error = null;
  return PhpArray.fromList([false, error]);
}

/** The object that stands for the main program; lives as long as somebody holds it. */
function mainCoroutine(rt: Executor): PhpObject {
  const state = rt.moduleState<{ main: PhpObject | null }>('lua.main', () => ({ main: null }));
  if (state.main !== null) return addRef(state.main);
  const obj = rt.newObject(rt.classOf(CLASS));
  const data = new LuaCoroutine(null, undefined);
  data.status = 'running';
  obj.native = data;
  state.main = obj;
  return obj;
}

function forgetMain(rt: Executor, obj: PhpObject): void {
  const state = rt.moduleState<{ main: PhpObject | null }>('lua.main', () => ({ main: null }));
  if (state.main === obj) state.main = null;
}

/** The main program's status is told by who runs: it never is suspended or dead. */
function statusOf(rt: Executor, co: PhpObject): string {
  const data = dataOf(co);
  if (data.callable !== null) return data.status;
  return rt.globals.activeLua === null ? 'running' : 'normal';
}

const methods: readonly MethodDef[] = [
  staticMethod({
    name: 'create',
    doc: 'Makes a coroutine of a function; it does not run yet.',
    params: [p.callable('f')],
    returns: [CLASS],
    link: `${MANUAL}create`,
    impl: (rt, _scope, f) => create(rt, f),
  }),
  staticMethod({
    name: 'resume',
    doc: 'Runs a coroutine until it yields or ends: [true, ...values], or [false, error].',
    params: [coParam, values],
    returns: ['array'],
    link: `${MANUAL}resume`,
    impl: (rt, _scope, co, args) => resume(rt, co, args),
  }),
  staticMethod({
    name: 'yield',
    doc: 'Suspends the running coroutine; answers what it is resumed with.',
    params: [values],
    returns: ['mixed'],
    link: `${MANUAL}yield`,
    impl: (rt, _scope, args) => yieldValues(rt, args),
  }),
  staticMethod({
    name: 'wrap',
    doc: 'Makes a coroutine of a function; returns a closure that resumes it and throws its errors.',
    params: [p.callable('f')],
    returns: ['Closure'],
    link: `${MANUAL}wrap`,
    impl(rt, _scope, f) {
      const co = create(rt, f);
      const func = co.ce.functionTable.get('__invoke');
      if (func === undefined) return null;
      const closure = createFakeClosure(rt, { func, object: co, calledScope: co.ce, closure: null, magicName: null });
      release(rt, co);
      return closure;
    },
  }),
  staticMethod({
    name: 'status',
    doc: '"running", "suspended", "normal" (it has resumed another one) or "dead".',
    params: [coParam],
    returns: ['string'],
    link: `${MANUAL}status`,
    impl: (rt, _scope, co) => statusOf(rt, co),
  }),
  staticMethod({
    name: 'running',
    doc: 'The coroutine that runs, and whether it is the main program.',
    params: [],
    returns: ['array'],
    link: `${MANUAL}running`,
    impl(rt) {
      const co = rt.globals.activeLua;
      return PhpArray.fromList(co === null ? [mainCoroutine(rt), true] : [addRef(co), false]);
    },
  }),
  staticMethod({
    name: 'isyieldable',
    doc: 'Whether a coroutine (the running one) can yield: only the main program cannot.',
    params: [p.nullable(coParam, { default: null })],
    returns: ['bool'],
    link: `${MANUAL}isyieldable`,
    impl: (rt, _scope, co) => (co === null ? rt.globals.activeLua !== null : dataOf(co).callable !== null),
  }),
  staticMethod({
    name: 'close',
    doc: 'Ends a suspended or dead coroutine, running its finally blocks: true, or [false, error].',
    params: [coParam],
    returns: ['array', 'true'],
    link: `${MANUAL}close`,
    impl: (rt, _scope, co) => close(rt, co),
  }),
  method({
    name: '__invoke',
    doc: 'Resumes the coroutine as the function of wrap() does.',
    params: [values],
    returns: ['mixed'],
    link: `${MANUAL}wrap`,
    impl: (rt, self, args) => invoke(rt, self, args),
  }),
];

export const luaCoroutineClass: ClassDef<MethodDef> = {
  name: CLASS,
  flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE,
  methods,
  handlers: {
    cloneable: false,
    refuseNew: 'Lua\\Coroutine objects are made by Lua\\Coroutine::create()',
    *destroy(rt, obj) {
      const data = obj.native;
      if (data instanceof LuaCoroutine && data.status === 'suspended' && data.started) {
        yield* closeLua(rt as Executor, obj, data);
        // Nobody asks for it any more: what a finally block threw goes to whoever let go of the coroutine.
        const { error } = data;
        data.error = null;
        if (error !== null) rt.throwObject(error);
      }
    },
    freeNative: (rt, obj) => {
      forgetMain(rt as Executor, obj);
      if (obj.native instanceof LuaCoroutine) freeLua(rt as Executor, obj.native);
    },
    gcChildren: (obj, visit) => {
      const data = obj.native;
      if (!(data instanceof LuaCoroutine)) return;
      visit(data.holder);
      visit(data.error);
    },
  },
};
