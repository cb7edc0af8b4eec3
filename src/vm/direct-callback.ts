/**
 * Calls that a builtin makes again and again (the comparison of a sort, the callback of array_map): the callee's compiled
 * code is called as a JavaScript function, without a frame where it needs none. PHP code that has no such code, or leaves it,
 * is left to the loop: its frames stand in front of the builtin's then, as if the loop had pushed them, and the builtin's
 * native code waits (`yield WAIT`).
 * Source: php-src Zend/zend_execute_API.c (zend_call_function, zend_fcall_info_cache)
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { LEFT } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import { prepareCall } from './call-user.ts';
import { compiledCall } from './compiled.ts';
import { CALL_DYNAMIC, CALL_RELEASE_THIS, CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { RELOAD } from './flow.ts';
import { initFuncExecuteData } from './frame.ts';
import { startInternalCall } from './internal-call.ts';
import { DEPTH, EXIT, type JitPort, type LightClosure, type LightCode, lightCodes } from './jit-port.ts';

function own(v: Zval): Zval {
  return typeof v === 'object' && v !== null ? addRef(v instanceof PhpReference ? v.val : v) : v;
}

/** A callable that a builtin calls many times. Arguments are borrowed, values are the caller's. */
export class DirectCallback {
  private readonly vm: Executor;
  private readonly callable: Callable;
  /** The callee when it may have code for calls without a frame. */
  private readonly func: OpArray | null;
  private readonly object: PhpObject | null;
  private readonly calledScope: ClassEntry | null;
  private readonly closure: PhpObject | null;

  constructor(vm: Executor, callable: Callable) {
    this.vm = vm;
    this.callable = callable;
    this.object = callable.object;
    this.calledScope = callable.calledScope;
    this.closure = callable.closure;
    this.func = callable.func.type === 2 && callable.magicName === null ? callable.func : null;
  }

  /** Do calls with so many arguments answer at once, as a rule: by compiled code, or where there is no second tier? */
  isDirect(numArgs: number): boolean {
    const { func } = this;
    if (func === null) return false;
    if (this.vm.jit === null) return mayNest(this.vm);
    return this.light(numArgs) !== undefined || func.tier.calls[numArgs] !== undefined;
  }

  /** The code for calls without a frame. */
  private light(numArgs: number): unknown {
    return this.func === null ? undefined : lightCodes(this.func)[numArgs];
  }

  call1(a: Zval): Zval | typeof LEFT {
    const { vm, closure } = this;
    const code = this.light(1);
    if (code === undefined || !isQuiet(vm)) return this.onFrame([a]);
    const depth = deeper(vm);
    const r =
      closure === null
        ? (code as LightCode)(vm, true, this.object, this.calledScope, own(a))
        : (code as LightClosure)(vm, true, this.object, null, closure, own(a));
    vm.jitDepth = depth;
    return r === EXIT || vm.attention ? this.leave(r) : r;
  }

  call2(a: Zval, b: Zval): Zval | typeof LEFT {
    const { vm, closure } = this;
    const code = this.light(2);
    if (code === undefined || !isQuiet(vm)) return this.onFrame([a, b]);
    const depth = deeper(vm);
    const r =
      closure === null
        ? (code as LightCode)(vm, true, this.object, this.calledScope, own(a), own(b))
        : (code as LightClosure)(vm, true, this.object, null, closure, own(a), own(b));
    vm.jitDepth = depth;
    return r === EXIT || vm.attention ? this.leave(r) : r;
  }

  /** Any number of arguments. A PhpReference passes by reference when the parameter wants it. */
  call(args: readonly Zval[]): Zval | typeof LEFT {
    if (args.length === 1) return this.call1(args[0]);
    return args.length === 2 ? this.call2(args[0], args[1]) : this.onFrame(args);
  }

  private onFrame(args: readonly Zval[]): Zval | typeof LEFT {
    return callOnFrame(this.vm, this.callable, args);
  }

  private leave(r: Zval | typeof EXIT): typeof LEFT {
    return leaveLight(this.vm, this.callable, r);
  }
}

/** A call made once, with arguments of which none is passed by reference. They are borrowed, the value is the caller's. */
export function callDirectly(vm: Executor, callable: Callable, args: readonly Zval[]): Zval | typeof LEFT {
  const { func, object, calledScope, closure } = callable;
  const n = args.length;
  if (func.type !== 2 || callable.magicName !== null || closure !== null || n > 2 || !isQuiet(vm)) {
    return callOnFrame(vm, callable, args);
  }
  const code = lightCodes(func)[n] as LightCode | undefined;
  if (code === undefined) return callOnFrame(vm, callable, args);
  const depth = deeper(vm);
  let r: Zval | typeof EXIT;
  if (n === 0) r = code(vm, true, object, calledScope);
  else if (n === 1) r = code(vm, true, object, calledScope, own(args[0]));
  else r = code(vm, true, object, calledScope, own(args[0]), own(args[1]));
  vm.jitDepth = depth;
  return r === EXIT || vm.attention ? leaveLight(vm, callable, r) : r;
}

/** Behind a call without a frame that did not simply return. */
function leaveLight(vm: Executor, { object, closure }: Callable, r: Zval | typeof EXIT): typeof LEFT {
  const ex = vm.currentExecuteData as ExecuteData;
  if (r !== EXIT) return giveLater(vm, ex, r);
  let info = CALL_TOP | CALL_DYNAMIC;
  // A closure's frame takes over a count of the closure, and counts its object itself.
  if (closure !== null) addRef(closure);
  else if (object !== null) {
    info |= CALL_RELEASE_THIS;
    addRef(object);
  }
  (vm.jit as JitPort).pushFrames(ex, info);
  return left(vm);
}

/** The call on a frame of its own, by compiled code if there is some. */
function callOnFrame(vm: Executor, callable: Callable, args: readonly Zval[]): Zval | typeof LEFT {
  const ex = vm.currentExecuteData as ExecuteData;
  const call = prepareCall(vm, callable, args, null) as ExecuteData;
  call.callInfo |= CALL_TOP;
  call.prev = ex;
  call.returnSlot = -1;
  const { func } = call;
  if (func.type === 1) return internal(vm, ex, call);
  const code = vm.jit !== null && isQuiet(vm) ? compiledCall(vm, vm.jit, func, call) : null;
  if (code === null) {
    initFuncExecuteData(vm, call, func);
    return nested(vm, ex);
  }
  vm.jitDepth++;
  const r = code(vm, call) as Zval | typeof EXIT;
  vm.jitDepth--;
  if (r === EXIT) return left(vm);
  return vm.attention ? giveLater(vm, ex, r) : r;
}

/** Loops inside of builtins inside of loops, at most: each takes a kilobyte or more of the host's stack. */
const NESTED = 50;

/** May the interpreter run a frame inside of the builtin? */
function mayNest(vm: Executor): boolean {
  return vm.nested !== null && vm.jitDepth < NESTED && isQuiet(vm);
}

/** Runs the frame that has been entered from `ex`. */
function nested(vm: Executor, ex: ExecuteData): Zval | typeof LEFT {
  vm.jitFlow = RELOAD;
  if (vm.nested === null || !mayNest(vm)) return LEFT;
  vm.jitDepth++;
  vm.nested(vm);
  vm.jitDepth--;
  return returned(vm, ex);
}

/** The value that the frame entered from `ex` has returned, or left for the loop to give. */
function returned(vm: Executor, ex: ExecuteData): Zval | typeof LEFT {
  if (!vm.nativePending || vm.currentExecuteData !== ex || vm.attention) return LEFT;
  const value = vm.nativeReturn;
  vm.nativeReturn = undefined;
  vm.nativePending = false;
  return value;
}

/** Compiled code is about to be called; answers the depth to put back behind it: code without a frame may leave another. */
function deeper(vm: Executor): number {
  const depth = vm.jitDepth;
  vm.jitDepth = depth + 1;
  return depth;
}

/** May compiled code be entered? */
function isQuiet(vm: Executor): boolean {
  return vm.jitDepth < DEPTH && !vm.attention && vm.interrupt === null;
}

/** The code was left; `vm.jitFlow` says how its frame goes on when something asks for attention. */
function left(vm: Executor): typeof LEFT {
  if (!vm.attention) vm.jitFlow = RELOAD;
  return LEFT;
}

/** Something asks for attention before the builtin may go on with the value. */
function giveLater(vm: Executor, ex: ExecuteData, value: Zval): typeof LEFT {
  vm.currentExecuteData = ex;
  vm.nativeReturn = value;
  vm.nativePending = true;
  vm.jitFlow = RELOAD;
  return LEFT;
}

function internal(vm: Executor, ex: ExecuteData, call: ExecuteData): Zval | typeof LEFT {
  vm.jitFlow = startInternalCall(vm, call);
  const value = returned(vm, ex);
  if (value !== LEFT) vm.jitFlow = RELOAD;
  return value;
}
