/**
 * What compiled code calls: `J` in its text. Everything here works on frames as the interpreter does; whatever needs the
 * dispatch loop (exceptions, destructors, switches) is left for it, for the frames of compiled callers are not in order yet.
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import type { Func, OpArray, Opline } from '../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_DEPRECATED, ACC_PUBLIC, ACC_READONLY, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { closureInvokeMethod } from '../object/closure.ts';
import { getMethod } from '../object/methods.ts';
import { typeBit, verifyType } from '../object/types.ts';
import { normalizeKey, type ArrayKey } from '../value/array-key.ts';
import { compareStringsSmart } from '../value/compare.ts';
import { toBool, toFloat, toInt, toStr } from '../value/convert.ts';
import { addInt, andInt, modInt, mulInt, orInt, subInt, xorInt } from '../value/integer.ts';
import { type KeyShape, PhpArray, separateArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpFloat, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import { CALL_CLOSURE, CALL_MAY_HAVE_UNDEF, CALL_RELEASE_THIS, type ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { ForeachState } from '../vm/foreach-state.ts';
import { LEAVE } from '../vm/flow.ts';
import { freeCallFrame, initFuncExecuteData, pushCallFrame, pushFrame } from '../vm/frame.ts';
import { startInternalCall } from '../vm/internal-call.ts';
import { copyOf, unwrapOwned } from '../vm/operands.ts';
import { type CompiledCode, DEPTH, EXIT } from '../vm/jit-port.ts';
import { createGenerator, finishGenerator, nextKey, useKey } from '../vm/handlers/generator.ts';
import { stepGenerator } from '../vm/generator-direct.ts';
import { zendDoFcall } from '../vm/handlers/do-call.ts';
import { internalError } from '../base/assert.ts';
import { lookAt } from './closures.ts';
import { ownElements, ownProperties } from './loop-floats.ts';
import type { SeenClosure } from './operand.ts';
import type { Stash } from './stash.ts';
import { goElsewhere, type ResumeHost } from './switches.ts';

/** What the runtime asks of the tier. */
export interface RuntimeHost extends ResumeHost {
  /** Does a guard fail under stress? */
  chance(): boolean;
  /** A guess failed: counts it, and gives the code up when it fails often. */
  failed(entry: unknown, reason: number): void;
  /** Something was seen that better code can be made of. */
  learnt(entry: unknown): void;
  /** The code of a call, compiled if need be; null when the interpreter runs it. */
  codeFor(func: OpArray, call: ExecuteData): CompiledCode | null;
}

function callUser(host: RuntimeHost, vm: Executor, call: ExecuteData, numArgs: number): Zval | typeof EXIT {
  vm.jitDepth++;
  const func = call.func;
  const odd = (func.fnFlags & (ACC_DEPRECATED | ACC_ABSTRACT)) !== 0 || call.magicName !== null;
  if (odd) return callByHandler(vm, call);
  if (func.type === 1) return callInternal(host, vm, call);
  const undefinedArguments = (call.callInfo & CALL_MAY_HAVE_UNDEF) !== 0;
  if (vm.jitDepth <= DEPTH && numArgs === call.numArgs && numArgs <= func.numArgs && !undefinedArguments) {
    const code = host.codeFor(func, call);
    if (code !== null) return code(vm, call) as Zval | typeof EXIT;
  }
  initFuncExecuteData(vm, call, func);
  return EXIT;
}

/** Calls that are rare enough for the handler: deprecated and abstract functions, __call. */
function callByHandler(vm: Executor, call: ExecuteData): typeof EXIT {
  const ex = call.prev as ExecuteData;
  call.prev = ex.call;
  ex.call = call;
  const flow = zendDoFcall(vm, ex, ex.opcodes[ex.opline] as Opline);
  if (flow === LEAVE) ex.opline++;
  return EXIT;
}

function callInternal(host: RuntimeHost, vm: Executor, call: ExecuteData): Zval | typeof EXIT {
  const ex = call.prev as ExecuteData;
  const slot = call.returnSlot;
  const flow = startInternalCall(vm, call);
  const returned = flow === LEAVE && vm.currentExecuteData === ex;
  // With attention asked for, the caller's code does what is left.
  if (!returned && !goElsewhere(host, vm, ex, flow)) return EXIT;
  return slot >= 0 ? ex.slots[slot] : null;
}

/** The method that obj->name() calls, or null when the interpreter has to see to it. Remembers it for the class. */
function findMethod(
  vm: Executor,
  func: OpArray,
  cache: unknown[],
  op: Opline,
  obj: PhpObject,
  seen: Map<ClassEntry, Func>,
): Func | null {
  const name = op.op2Lit as string;
  if (obj.ce.handlers.getClosure !== null && closureInvokeMethod(obj) !== null && name.toLowerCase() === '__invoke')
    return null;
  const lc = func.literals[op.op2 + 1] as string;
  const declared = obj.ce.functionTable.get(lc);
  if (declared === undefined) return null;
  const target = getMethod(vm, obj, name, lc, func.scope);
  if (target === null || target.magicName !== null) return null;
  const slot = op.result >>> 3;
  cache[slot] = obj.ce;
  cache[slot + 1] = target.func;
  // The code is shared by copies of the function in other scopes: what only this scope may call is not kept.
  if ((target.func.fnFlags & ACC_PUBLIC) !== 0) seen.set(obj.ce, target.func);
  return target.func;
}

/** @param owned the frame takes over a count of the object */
function pushMethod(vm: Executor, func: Func, numArgs: number, obj: PhpObject, owned: boolean): ExecuteData {
  if ((func.fnFlags & ACC_STATIC) !== 0) {
    const { ce } = obj;
    if (owned) release(vm, obj);
    return pushCallFrame(vm, 0, func, numArgs, null, ce);
  }
  if (!owned) obj.rc++;
  return pushCallFrame(vm, CALL_RELEASE_THIS, func, numArgs, obj, obj.ce);
}

/** Puts a prepared call into the chain; arguments that are not there yet read as undefined. */
function link(ex: ExecuteData, call: ExecuteData, sent: number): void {
  const first = call.base + 5;
  for (let i = first + sent; i < first + call.numArgs; i++) call.slots[i] = undefined;
  call.prev = ex.call;
  ex.call = call;
}

/** The same when it may be there already. */
function linkOnce(ex: ExecuteData, call: ExecuteData, sent: number): void {
  for (let at = ex.call; at !== null; at = at.prev) if (at === call) return;
  link(ex, call, sent);
}

function popFrame(vm: Executor, ex: ExecuteData): void {
  vm.currentExecuteData = ex.prev;
  const info = ex.callInfo;
  if ((info & (CALL_RELEASE_THIS | CALL_CLOSURE)) !== 0) {
    if ((info & CALL_RELEASE_THIS) !== 0) release(vm, ex.thisObject);
    if ((info & CALL_CLOSURE) !== 0) release(vm, ex.closure);
  }
  freeCallFrame(vm, ex);
}

/** Letting go of it frees something. */
function isLastHolder(v: Zval): boolean {
  return typeof v === 'object' && v !== null && !(v instanceof PhpFloat) && (!('rc' in v) || v.rc <= 1);
}

/** As freeSlot does for a temporary. */
function freeTemporary(vm: Executor, v: Zval): void {
  if (v === null || typeof v !== 'object' || v instanceof PhpFloat || v instanceof PhpIndirect) return;
  if ('rc' in v && v.rc > 1) v.rc--;
  else release(vm, v);
}

/** May `v` be stored in the typed property as it is? */
function fits(vm: Executor, { flags, type, ce }: PropertyInfo, v: Zval): boolean {
  if (type === null || (flags & ACC_READONLY) !== 0) return false;
  if ((typeBit(v) & type.mask) !== 0) return true;
  return v instanceof PhpObject && type.classes.length > 0 && verifyType(vm, type, v, ce, null, true) === v;
}

/** Beyond this V8 keeps numbers in fields boxed. */
const MOST_MARKS = 2 ** 30;

/** Makes the object that compiled code knows as `J`. */
export function createRuntime(host: RuntimeHost, stash: Stash): Readonly<Record<string, unknown>> {
  let marks = 0;
  return {
    depth: DEPTH,
    chance: (): boolean => host.chance(),
    addRef,
    copy: copyOf,
    unwrap: (vm: Executor, v: Zval): Zval => (v instanceof PhpReference ? unwrapOwned(vm, v) : v),
    release,
    freeTemp: freeTemporary,
    last: isLastHolder,
    truth: toBool,
    compareStrings: compareStringsSmart,
    toInt,
    toFloat,
    toStr,
    /** The key of arrays that an int or a string stands for. */
    rawKey: (key: ArrayKey): ArrayKey => (typeof key === 'string' ? normalizeKey(key) : key),
    char: (s: string, i: number): string => s.charAt(i),
    /** The loop variable of a foreach over an array, which it takes over. */
    loop: (array: PhpArray): ForeachState => {
      const state = new ForeachState();
      state.array = array;
      return state;
    },
    /** a << b where the result is a safe int; undefined elsewhere. */
    shiftLeft: (a: number, b: number): number | undefined => {
      const r = b >= 0 && b < 53 ? a * 2 ** b : Number.NaN;
      return Number.isSafeInteger(r) ? r : undefined;
    },
    addInt,
    subInt,
    mulInt,
    andInt,
    orInt,
    xorInt,
    modInt,
    make: (vm: Executor, ce: ClassEntry, props: Zval[]): PhpObject => vm.objects.add(ce, props),
    /** A mark for floats; none that equals anything when there are no more. */
    mark: (): number => (marks < MOST_MARKS ? ++marks : Number.NaN),
    separate: separateArray,
    ownElements,
    ownProperties,
    list: (values: Zval[]): PhpArray => PhpArray.fromList(values),
    put: (vm: Executor, array: PhpArray, key: ArrayKey, v: Zval): void => array.update(vm, key, v),
    /** The constructor of a throwable sets a property. */
    describe: (vm: Executor, obj: PhpObject, slot: number, v: Zval): void => {
      const old = obj.props[slot];
      obj.props[slot] = v;
      if (typeof old === 'object' && old !== null) release(vm, old);
    },
    /** One more element of an array whose keys are a shape's. */
    grow: (vm: Executor, a: PhpArray, from: KeyShape, to: KeyShape, key: string, v: Zval): void => {
      if (!a.grow(from, to, v)) a.update(vm, key, v);
    },
    fits,
    isOf: (
      vm: Executor,
      scope: ClassEntry | null,
      calledScope: ClassEntry | null,
      type: NonNullable<OpArray['returnType']>,
      v: Zval,
    ): boolean => verifyType(vm, type, v, scope, calledScope, true) === v,
    push: pushFrame,
    pushMethod,
    /** The first closure that is called at a place: the code to come expects its like. */
    look: (entry: unknown, seen: SeenClosure, v: Zval): void => {
      if (lookAt(seen, v)) host.learnt(entry);
    },
    method: findMethod,
    cache: (ex: ExecuteData): unknown[] => runTimeCacheOf(ex.func as OpArray),
    link,
    linkOnce,
    pop: (vm: Executor, ex: ExecuteData, value: Zval): Zval => {
      popFrame(vm, ex);
      return value;
    },
    generator: createGenerator,
    generatorReturn: finishGenerator,
    nextKey,
    useKey,
    step: stepGenerator,
    call: (vm: Executor, call: ExecuteData, numArgs: number) => callUser(host, vm, call, numArgs),
    internal: startInternalCall,
    ...stash.routines,
    ...exits(host),
  };
}

/** The ways out of compiled code. All answer EXIT. */
function exits(host: RuntimeHost): Readonly<Record<string, unknown>> {
  return {
    /** A guess failed; the frame is in order. */
    /** A call has to be made with a frame; too deep a recursion is no fault of the code. */
    framed: (vm: Executor, entry: unknown, reason: number): typeof EXIT => {
      if (vm.jitDepth < DEPTH) host.failed(entry, reason);
      return EXIT;
    },
    exit: (entry: unknown, reason: number): typeof EXIT => {
      host.failed(entry, reason);
      return EXIT;
    },
    /** The same where a call begins: the interpreter enters the function as usual. */
    refuse: (entry: unknown, reason: number, vm: Executor, ex: ExecuteData): typeof EXIT => {
      host.failed(entry, reason);
      initFuncExecuteData(vm, ex, ex.func as OpArray);
      return EXIT;
    },
    /** Something asks for attention; `flow` is what the opline's handler would have returned. */
    attend: (vm: Executor, flow: number): typeof EXIT => {
      vm.jitFlow = flow;
      return EXIT;
    },
    /** The handler went somewhere else than on. */
    flow: (vm: Executor, ex: ExecuteData, flow: number): typeof EXIT => {
      if (flow >= 0) ex.opline = flow;
      else if (flow === LEAVE && vm.currentExecuteData !== null) vm.currentExecuteData.opline++;
      return EXIT;
    },
    /** After a call: the callee is still under way (EXIT), or what it returned is kept while something is attended to. */
    after: (vm: Executor, ex: ExecuteData, r: Zval | typeof EXIT, slot: number): typeof EXIT => {
      if (r === EXIT) return EXIT;
      if (slot >= 0) ex.slots[slot] = r as Zval;
      else release(vm, r as Zval);
      vm.jitFlow = LEAVE;
      return EXIT;
    },
    /** After an internal function that did not simply return. */
    elsewhere: (vm: Executor, ex: ExecuteData, flow: number): boolean => goElsewhere(host, vm, ex, flow),
    lost: (): never => internalError('compiled code has lost its way'),
  };
}
