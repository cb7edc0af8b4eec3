/**
 * Lua's coroutines: asymmetric ones, resumed by anybody and yielding to whoever resumed them, several values each way.
 * Source: Lua 5.4 manual, section 2.6 and 6.2; lua-5.4 lcorolib.c
 */
import { flushCatching, type NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { chainException } from '../vm/errors.ts';
import { isGracefulExit } from '../vm/exceptions.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { Machine } from '../vm/machine.ts';
import { RELOAD } from '../vm/flow.ts';
import { gracefulExitClass } from './fiber.ts';
import {
  Context,
  createContext,
  deliver,
  deliverException,
  suspended,
  suspendedCatching,
  switchContext,
} from './switch.ts';

/** Slots of its pages: 8 KB, as a Swoole coroutine's. */
const LUA_PAGE_SLOTS = 512;

/** What coroutine.status() says; 'normal': it has resumed another one. */
export type LuaStatus = 'suspended' | 'running' | 'normal' | 'dead';

/** What a Lua\Coroutine object keeps in `native`. */
export class LuaCoroutine {
  readonly kind = 'luaCoroutine' as const;
  status: LuaStatus = 'suspended';
  /** The function, and the value (owned) that keeps it alive; null for the main program. */
  readonly callable: Callable | null;
  holder: Zval;
  started = false;
  /** Where it stands while it is suspended. */
  context: Context | null = null;
  /** Who resumed it, and where that one stands. */
  caller: Context | null = null;
  resumer: PhpObject | null = null;
  /** The fiber in which it was resumed last. */
  outerFiber: PhpObject | null = null;
  bottom: ExecuteData | null = null;
  /** The exception that ended it, owned. */
  error: PhpObject | null = null;
  /** Being closed: it may run its finally blocks, and not yield again. */
  closing = false;
  constructor(callable: Callable | null, holder: Zval) {
    this.callable = callable;
    this.holder = holder;
  }
}

function luaOf(obj: PhpObject): LuaCoroutine {
  return obj.native as LuaCoroutine;
}

/**
 * Runs a suspended coroutine until it yields, returns or fails. `values` (owned, a list) are its arguments or what its
 * yield() answers. Ends with the list of values (owned) that it yielded or returned; undefined when an exception, which is
 * now `data.error`, ended it.
 */
export function* resumeLua(vm: Executor, obj: PhpObject, data: LuaCoroutine, values: PhpArray): NativeCode {
  if (data.started) {
    return yield* suspended(() => {
      enter(vm, obj, data);
      deliver(vm, values);
    });
  }
  data.started = true;
  const context = createContext(
    vm,
    Math.min(LUA_PAGE_SLOTS, vm.pageSlots),
    luaMain(vm, data, values),
    new Machine('lua', obj.handle),
  );
  data.context = context;
  data.bottom = context.executeData;
  return yield* suspended(() => {
    enter(vm, obj, data);
    deliver(vm, undefined);
  });
}

/** Leaves the running coroutine; its resumer gets `values` (owned, a list). Ends with the list it is resumed with. */
export function* yieldLua(vm: Executor, data: LuaCoroutine, values: PhpArray): NativeCode {
  return yield* suspended(() => {
    data.status = 'suspended';
    vm.machine.waitsFor = 'resume()';
    const here = new Context(vm.machine);
    data.context = here;
    leave(vm, data, here);
    deliver(vm, values);
  });
}

/** Ends a suspended coroutine: its finally blocks run. What they throw is `data.error` afterwards. */
export function* closeLua(vm: Executor, obj: PhpObject, data: LuaCoroutine): NativeCode<void> {
  if (!data.started) {
    data.status = 'dead';
    const { holder } = data;
    data.holder = undefined;
    release(vm, holder);
    return;
  }
  data.closing = true;
  const exit = vm.newObject(gracefulExitClass(vm));
  const result = yield* suspendedCatching(() => {
    enter(vm, obj, data);
    deliverException(vm, exit);
  });
  release(vm, result);
}

/** The switch into a coroutine: the frames below its bottom one are its resumer's. */
function enter(vm: Executor, obj: PhpObject, data: LuaCoroutine): void {
  const target = data.context as Context;
  const here = new Context(vm.machine);
  data.context = null;
  data.caller = here;
  data.resumer = vm.globals.activeLua;
  if (data.resumer !== null) luaOf(data.resumer).status = 'normal';
  data.status = 'running';
  if (data.bottom !== null) data.bottom.prev = vm.currentExecuteData;
  target.errorReporting = vm.errorReporting;
  // a fiber that runs inside of it and yielded for it stays the active one
  const { activeFiber, activeLua } = target.globals;
  target.inherit(vm, activeFiber === data.outerFiber ? vm.globals.activeFiber : activeFiber, activeLua ?? obj);
  data.outerFiber = vm.globals.activeFiber;
  switchContext(vm, here, target);
}

/** The switch back to the resumer. */
function leave(vm: Executor, data: LuaCoroutine, here: Context): void {
  const target = data.caller as Context;
  data.caller = null;
  if (data.resumer !== null) luaOf(data.resumer).status = 'running';
  data.resumer = null;
  if (data.bottom !== null) data.bottom.prev = null;
  target.inherit(vm, target.globals.activeFiber, target.globals.activeLua);
  target.errorReporting = vm.errorReporting;
  switchContext(vm, here, target);
}

/** The life of a coroutine, on its bottom frame. */
function* luaMain(vm: Executor, data: LuaCoroutine, values: PhpArray): NativeCode<number> {
  const args = values.valueList();
  const callable = data.callable as Callable;
  const result = yield { kind: 'call', callable, args, named: null, catches: true };
  const unwound = vm.exception;
  vm.exception = null;
  const { holder } = data;
  data.holder = undefined;
  release(vm, values);
  release(vm, holder);
  yield* flushCatching();
  if (unwound !== null) chainException(vm, unwound);
  const thrown = takeException(vm);
  data.status = 'dead';
  const returned = thrown === null ? returnedValues(vm, result) : undefined;
  if (thrown !== null) release(vm, result);
  vm.machine.ended = true;
  vm.pagesFreed++;
  leave(vm, data, new Context(vm.machine));
  data.bottom = null;
  if (thrown === null) deliver(vm, returned);
  else endWith(vm, data, thrown);
  return RELOAD;
}

/** The exception in flight, which is not any more. */
function takeException(vm: Executor): PhpObject | null {
  const { exception } = vm;
  vm.exception = null;
  return exception;
}

/** What a function returned as a list of values: those of a list, none for null. Takes over `result`, ends with owned. */
function returnedValues(vm: Executor, result: Zval): PhpArray {
  if (result === null || result === undefined) return new PhpArray();
  if (!(result instanceof PhpArray) || !result.isList()) return PhpArray.fromList([result]);
  const list = PhpArray.fromList(result.valueList().map((v) => addRef(deref(v))));
  release(vm, result);
  return list;
}

/** exit() goes on to end the program; any other exception is the coroutine's error. */
function endWith(vm: Executor, data: LuaCoroutine, thrown: PhpObject): void {
  if (thrown === vm.unwindExit && !data.closing) {
    deliverException(vm, thrown);
    return;
  }
  if (isGracefulExit(thrown) || thrown === vm.unwindExit) release(vm, thrown);
  else data.error = thrown;
  deliver(vm, undefined);
}

/** Lets go of everything a coroutine holds besides its frames. */
export function freeLua(vm: Executor, data: LuaCoroutine): void {
  const { holder, error } = data;
  data.holder = undefined;
  data.error = null;
  data.context = null;
  release(vm, holder);
  release(vm, error);
}
