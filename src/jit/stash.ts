/**
 * Frames of code that ran without them. When such code is left, it puts down what its frame would hold, its callers do the
 * same one after the other, and the first one with a frame pushes them all: the interpreter finds the stack as if every call
 * had pushed its frame when it was made.
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import type { Func, OpArray } from '../bytecode/op-array.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { closureCallable } from '../object/closure.ts';
import type { Callable } from '../object/runtime.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import { CALL_CLOSURE, CALL_DYNAMIC, CALL_RELEASE_THIS, type ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { LEAVE } from '../vm/flow.ts';
import { pushFrame, usedSlots, pushCallFrame } from '../vm/frame.ts';
import { EXIT } from '../vm/jit-port.ts';

/** A prepared call: what its frame is made of, and the arguments sent so far. */
type PreparedCall = readonly [
  func: Func,
  numArgs: number,
  thisObject: PhpObject | null,
  calledScope: ClassEntry | null,
  info: number,
  args: readonly Zval[],
  closure: PhpObject | null,
];

/** What a frame is to hold. A class: V8 copies literals of this size slowly. */
class FrameRecord {
  /** The closure that runs, a count of which belongs to the frame. */
  readonly closure: PhpObject | null;
  readonly func: OpArray;
  readonly thisObject: PhpObject | null;
  readonly calledScope: ClassEntry | null;
  readonly numArgs: number;
  readonly opline: number;
  readonly variables: readonly Zval[];
  /** Slot, value, slot, value ... */
  readonly temporaries: readonly unknown[];
  readonly calls: readonly PreparedCall[];
  /** Of the call that is under way at `opline`: the slot for its result, -1 for none; its frame's ZEND_CALL_* flags. */
  childSlot = -1;
  childInfo = 0;

  constructor(
    closure: PhpObject | null,
    func: OpArray,
    thisObject: PhpObject | null,
    calledScope: ClassEntry | null,
    numArgs: number,
    opline: number,
    variables: readonly Zval[],
    temporaries: readonly unknown[],
    calls: readonly PreparedCall[],
  ) {
    this.closure = closure;
    this.func = func;
    this.thisObject = thisObject;
    this.calledScope = calledScope;
    this.numArgs = numArgs;
    this.opline = opline;
    this.variables = variables;
    this.temporaries = temporaries;
    this.calls = calls;
  }
}

/** Frames that are being left, until somebody has pushed them. */
export interface Stash {
  /** What compiled code calls on its runtime. */
  readonly routines: Readonly<Record<string, unknown>>;
  /** In which code without a frame returns a float to code that reads it at once. */
  readonly float: PhpFloat;
  /** Pushes all frames on top of `ex`, whose own frame is in order. `slot`: where the outermost one's result goes. */
  readonly restore: (vm: Executor, ex: ExecuteData, slot: number, callInfo: number) => void;
}

/** The copy of the function that the closure runs. */
function codeOf(closure: PhpObject): OpArray {
  return (closureCallable(closure) as Callable).func as OpArray;
}

/** @param failed a guess of the function's code did */
export function createStash(failed: (func: OpArray, reason: number) => void): Stash {
  /** Innermost first; empty but while frames are being left. */
  const stash: FrameRecord[] = [];

  /** What code without a frame puts down when it is left; the arguments are those of the record. */
  const frame = (...of: ConstructorParameters<typeof FrameRecord>): void => {
    stash.push(new FrameRecord(...of));
  };

  const scopeOf = (closure: PhpObject): ClassEntry | null => closureCallable(closure)?.calledScope ?? null;

  const restore = (vm: Executor, ex: ExecuteData, slot: number, flags: number): void => {
    let prev = ex;
    let returnSlot = slot;
    let info = flags;
    for (let record = stash.pop(); record !== undefined; record = stash.pop()) {
      const made = push(vm, record, prev, returnSlot, info);
      returnSlot = record.childSlot < 0 ? -1 : made.base + record.childSlot;
      info = record.childInfo;
      prev = made;
    }
  };

  const float = new PhpFloat(0.5);
  /** The float that is used over and over becomes one of its own. */
  const kept = (r: Zval): Zval => (r === float ? new PhpFloat(float.value) : r);

  const routines = {
    frame,
    /**
     * `frame` of code in which no call is being prepared, and `exit` of the runtime.
     * @param layout number of arguments, then the slots of the temporaries whose values follow those of the variables
     */
    out: (
      closure: PhpObject | null,
      func: OpArray,
      thisObject: PhpObject | null,
      calledScope: ClassEntry | null,
      layout: string,
      opline: number,
      reason: number,
      ...values: Zval[]
    ): typeof EXIT => {
      const [numArgs = 0, ...temporaries] = layout.split(',').map(Number);
      const variables = func.vars.length;
      const pairs = temporaries.flatMap((s, i) => [s, values[variables + i]]);
      const [code, scope] = closure === null ? [func, calledScope] : [codeOf(closure), scopeOf(closure)];
      frame(closure, code, thisObject, scope, numArgs, opline, values.slice(0, variables), pairs, []);
      failed(func, reason);
      return EXIT;
    },
    pushClosure,
    scopeOf,
    /** Behind a call without a frame, in code with one: its frames are pushed, or its result is kept for later. */
    afterLight: (vm: Executor, ex: ExecuteData, r: Zval | typeof EXIT, slot: number, info: number): typeof EXIT => {
      if (r === EXIT) {
        restore(vm, ex, slot, info);
        return EXIT;
      }
      if (slot >= 0) ex.slots[slot] = kept(r);
      else release(vm, r);
      vm.jitFlow = LEAVE;
      return EXIT;
    },
    /** The same in code without a frame, which has put its own down; `slot` counts from its base, -1: no result. */
    afterLighter: (vm: Executor, r: Zval | typeof EXIT, slot: number, info: number): typeof EXIT => {
      const own = stash.at(-1) as FrameRecord;
      if (r === EXIT) {
        own.childSlot = slot;
        own.childInfo = info;
        return EXIT;
      }
      if (slot >= 0) (own.temporaries as unknown[]).push(slot, kept(r));
      else release(vm, r);
      vm.jitFlow = LEAVE;
      return EXIT;
    },
  };
  return { routines, restore, float };
}

function push(vm: Executor, record: FrameRecord, prev: ExecuteData, returnSlot: number, info: number): ExecuteData {
  const { func } = record;
  const made = pushFrame(vm, usedSlots(record.numArgs, func), func);
  made.numArgs = record.numArgs;
  if (record.thisObject !== null) made.thisObject = record.thisObject;
  const scope = record.calledScope ?? record.thisObject?.ce ?? null;
  if (scope !== null) made.calledScope = scope;
  made.callInfo |= info;
  if (record.closure !== null) bindFrame(made, record.closure);
  made.opcodes = func.opcodes;
  made.runTimeCache = runTimeCacheOf(func);
  made.prev = prev;
  made.returnSlot = returnSlot;
  made.opline = record.opline;
  const { slots, base } = made;
  let at = base + 5;
  for (const v of record.variables) slots[at++] = v;
  for (const end = base + 5 + func.vars.length; at < end; at++) slots[at] = undefined;
  const { temporaries } = record;
  for (let i = 0; i < temporaries.length; i += 2) slots[base + (temporaries[i] as number)] = temporaries[i + 1] as Zval;
  vm.currentExecuteData = made;
  for (const call of record.calls) prepare(vm, made, call);
  return made;
}

function prepare(vm: Executor, ex: ExecuteData, call: PreparedCall): void {
  const [func, numArgs, thisObject, calledScope, info, args, closure] = call;
  if (closure !== null) {
    send(ex, pushClosure(vm, closure, numArgs), args);
    return;
  }
  const scope = calledScope ?? thisObject?.ce ?? null;
  // A static method that was called on an object: the frame has its class alone.
  const self = (func.fnFlags & ACC_STATIC) !== 0 ? null : thisObject;
  const made = pushCallFrame(vm, self === null ? 0 : info, func, numArgs, self, scope);
  if (self === null && info !== 0) release(vm, thisObject);
  send(ex, made, args);
}

/** The frame of a closure's call, which takes over a count of the closure. */
function pushClosure(vm: Executor, closure: PhpObject, numArgs: number): ExecuteData {
  const { func, object, calledScope } = closureCallable(closure) as Callable;
  const made = pushCallFrame(vm, CALL_DYNAMIC | CALL_CLOSURE, func, numArgs, object, calledScope);
  bindFrame(made, closure);
  return made;
}

function bindFrame(made: ExecuteData, closure: PhpObject): void {
  made.callInfo |= CALL_DYNAMIC | CALL_CLOSURE;
  made.closure = closure;
  if (made.thisObject === null) return;
  made.thisObject.rc++;
  made.callInfo |= CALL_RELEASE_THIS;
}

/** Puts the arguments into a frame that is being prepared. */
function send(ex: ExecuteData, made: ExecuteData, args: readonly Zval[]): void {
  const first = made.base + 5;
  for (const [i, v] of args.entries()) made.slots[first + i] = v;
  made.prev = ex.call;
  ex.call = made;
}
