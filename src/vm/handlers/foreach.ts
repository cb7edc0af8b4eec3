/**
 * foreach: FE_RESET_*, FE_FETCH_*, FE_FREE.
 * Source: php-src Zend/zend_vm_def.h
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { E_WARNING } from '../../base/diagnostics.ts';
import { IS_CV, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { ACC_READONLY } from '../../bytecode/type-flags.ts';
import type { ObjectIterator } from '../../object/class-handlers.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { isVisible } from '../../object/object-vars.ts';
import { unmangleName } from '../../object/property-lookup.ts';
import { addTypeSource } from '../../object/typed-reference.ts';
import { typeName } from '../../value/convert.ts';
import { PhpArray, separateArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import { FETCHED, walkOn } from '../direct-iteration.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { ForeachState, foreachAt, freeLoopVariable, setForeach } from '../foreach-state.ts';
import { resumeGenerator } from '../generator.ts';
import { GeneratorData, generatorData, isPlain } from '../generator-data.ts';
import { AT_END, AT_RETURN, flowOfStep, NOT_PLAIN, stepGenerator, UNDER_WAY } from '../generator-direct.ts';
import { isNativeIterable, iteratorOf } from '../iterate.ts';
import { copyOf, freeOp1, type Handler, readOp1, takeOp1, undefinedCv, unwrapOwned } from '../operands.ts';
import { assignToSlot, makeRefAt } from '../places.ts';

/** loop := iterate op1 by value; goto op2 when there is nothing. ZEND_FE_RESET_R */
export const zendFeResetR: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  const state = new ForeachState();
  if (v instanceof PhpArray) {
    state.array = takeOp1(vm, ex, op) as PhpArray;
    setForeach(ex, op.result, state);
    return ex.opline + 1;
  }
  if (v instanceof PhpObject) {
    // Compiled code resumes a generator from FE_FETCH alone; Zend, and whoever watches the oplines, has it begin here.
    if (vm.jit !== null && v.native instanceof GeneratorData && mayStart(v.native)) {
      state.generator = v;
      state.handle = vm.objects.takeHandle();
    } else if (isNativeIterable(vm, v)) return startOplineCode(vm, ex, resetIterator(vm, ex, op, v, false));
    state.object = takeOp1(vm, ex, op) as PhpObject;
    setForeach(ex, op.result, state);
    return ex.opline + 1;
  }
  vm.error(E_WARNING, `foreach() argument must be of type array|object, ${typeName(v)} given`);
  freeOp1(vm, ex, op);
  ex.slots[ex.base + op.result] = undefined;
  return op.op2;
};

/** Has it not begun? Then fetching its first value will run it up to there. */
function mayStart(data: GeneratorData): boolean {
  return data.frame !== null && data.value === undefined && isPlain(data);
}

function* resetIterator(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, byRef: boolean): NativeCode<number> {
  const state = new ForeachState();
  let started = false;
  ex.slots[ex.base + op.result] = undefined;
  try {
    state.iterator = yield* iteratorOf(vm, obj, byRef);
    if (state.iterator === null) {
      if (vm.exception === null) {
        vm.throwError('Exception', `Object of type ${obj.ce.name} did not create an Iterator`);
      }
      return op.op2;
    }
    yield* state.iterator.rewind();
    const valid = vm.exception === null && (yield* state.iterator.valid());
    if (vm.exception !== null) return op.op2;
    started = true;
    if (!byRef) state.generator = state.iterator.generator ?? null;
    setForeach(ex, op.result, state);
    return valid ? ex.opline + 1 : op.op2;
  } finally {
    if (!started) state.iterator?.free();
    freeOp1(vm, ex, op);
  }
}

/** loop := iterate op1 by reference. ZEND_FE_RESET_RW */
export const zendFeResetRW: Handler = (vm, ex, op) => {
  const place = placeOf(ex, op);
  const held = place === null ? (op.op1Type === 1 ? op.op1Lit : ex.slots[ex.base + op.op1]) : place.slots[place.index];
  const v = held instanceof PhpReference ? held.val : held;
  const state = new ForeachState();
  if (v instanceof PhpArray) {
    let ref: PhpReference;
    if (place !== null) ref = addRef(makeRefAt(place.slots, place.index));
    else if (held instanceof PhpReference) ref = held;
    else ref = new PhpReference(op.op1Type === 1 ? addRef(v) : v);
    state.ref = ref;
    const own = separateArray(v);
    ref.val = own;
    state.hashIterator = own.iteratorAdd(0);
    setForeach(ex, op.result, state);
    return ex.opline + 1;
  }
  if (v instanceof PhpObject) {
    if (isNativeIterable(vm, v)) return startOplineCode(vm, ex, resetIterator(vm, ex, op, v, true));
    // A variable is walked through its reference, which holds the object; a temporary object is held here.
    if (place === null) {
      state.object = addRef(v);
      freeOp1(vm, ex, op);
    } else {
      state.object = v;
      state.ref = addRef(makeRefAt(place.slots, place.index));
    }
    setForeach(ex, op.result, state);
    return ex.opline + 1;
  }
  if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  vm.error(E_WARNING, `foreach() argument must be of type array|object, ${typeName(v)} given`);
  freeOp1(vm, ex, op);
  ex.slots[ex.base + op.result] = undefined;
  return op.op2;
};

function placeOf(ex: ExecuteData, op: Opline): PhpIndirect | null {
  if (op.op1Type === IS_CV) return new PhpIndirect(ex.slots, ex.base + op.op1);
  const v = ex.slots[ex.base + op.op1];
  return op.op1Type === IS_VAR && v instanceof PhpIndirect ? v : null;
}

/** op2 := next value, result := its key; goto extended_value at the end. ZEND_FE_FETCH_R */
export const zendFeFetchR: Handler = (vm, ex, op) => {
  const state = foreachAt(ex, op.op1);
  const array = state.array;
  if (array !== null) {
    const vals = array.vals;
    let pos = state.pos;
    while (pos < vals.length) {
      const held = vals[pos];
      if (held !== undefined) {
        state.pos = pos + 1;
        if (op.resultType !== 0) ex.slots[ex.base + op.result] = array.keys === null ? pos : array.keyAt(pos);
        return deliver(vm, ex, op, copyOf(held));
      }
      pos++;
    }
    state.pos = pos;
    return op.extendedValue;
  }
  if (state.generator !== null) return fetchGenerator(vm, ex, op, state, state.generator);
  if (state.iterator !== null) {
    if (state.iterator.user !== undefined && vm.jit !== null && !vm.attention) return fetchUser(vm, ex, op, state);
    return startOplineCode(vm, ex, fetchIterator(vm, ex, op, state, false));
  }
  if (state.object === null) return op.extendedValue;
  const at = nextProperty(ex, state, state.object);
  if (at === null) return op.extendedValue;
  if (op.resultType !== 0) ex.slots[ex.base + op.result] = at.key;
  return deliver(vm, ex, op, copyOf(at.slots[at.index]));
};

/** The next element of an Iterator of user code. */
function fetchUser(vm: Executor, ex: ExecuteData, op: Opline, state: ForeachState): number {
  const it = state.iterator as ObjectIterator;
  const value = (): Zval => copyOf(it.user?.held ?? null);
  const end = (step: number): number => (step === FETCHED ? deliver(vm, ex, op, value()) : op.extendedValue);
  return walkOn(vm, ex, op, state, it, end, function* (step) {
    return step === FETCHED ? yield* deliverOwned(vm, ex, op, value()) : op.extendedValue;
  });
}

/**
 * The next element of a generator. Its frame runs in front of this one, as a callee's does; when it yields, this opline is
 * run again and finds the value there. What delegates to something else goes the general way.
 */
function fetchGenerator(vm: Executor, ex: ExecuteData, op: Opline, state: ForeachState, obj: PhpObject): number {
  let step = stepGenerator(vm, ex, state);
  if (step === AT_RETURN) step = stepGenerator(vm, ex, state);
  if (step === UNDER_WAY) return flowOfStep(vm);
  if (step === AT_END) return op.extendedValue;
  if (step === NOT_PLAIN) return startOplineCode(vm, ex, fetchDelegated(vm, ex, op, state, obj));
  const data = generatorData(obj);
  if (op.resultType !== 0) ex.slots[ex.base + op.result] = copyOf(data.key ?? null);
  return deliver(vm, ex, op, copyOf(data.value ?? null));
}

/** The same for one that delegates to something, or that only errors can come of. */
function* fetchDelegated(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  state: ForeachState,
  obj: PhpObject,
): NativeCode<number> {
  const data = generatorData(obj);
  // The loop has its object handle already.
  const { getIterator } = obj.ce;
  if (state.iterator === null && getIterator !== null) state.iterator = yield* getIterator(vm, obj, false);
  const hasBegun = state.resumed && state.fresh;
  state.resumed = false;
  if (hasBegun) {
    yield* resumeGenerator(vm, obj);
    if (vm.exception !== null) return ex.opline;
    data.atFirstYield = true;
    if (data.frame === null) return op.extendedValue;
  }
  return yield* fetchIterator(vm, ex, op, state, false);
}

/** Puts an owned value into the loop's value variable. */
function deliver(vm: Executor, ex: ExecuteData, op: Opline, value: Zval): number {
  const at = ex.base + op.op2;
  if (op.op2Type !== IS_CV) {
    ex.slots[at] = value;
    return ex.opline + 1;
  }
  if (assignToSlot(vm, ex, ex.slots, at, value) === NEEDS_SLOW) {
    return startOplineCode(vm, ex, deliverSlow(vm, ex, at, value));
  }
  return ex.opline + 1;
}

function* deliverSlow(vm: Executor, ex: ExecuteData, at: number, value: Zval): NativeCode<number> {
  const text = yield* vm.toStringOf(value);
  release(vm, value);
  if (text !== null) assignToSlot(vm, ex, ex.slots, at, text);
  return ex.opline + 1;
}

function* fetchIterator(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  state: ForeachState,
  byRef: boolean,
): NativeCode<number> {
  const it = state.iterator;
  if (it === null) return op.extendedValue;
  if (!state.fresh) {
    yield* it.next();
    if (vm.exception !== null) return ex.opline;
    const valid = yield* it.valid();
    if (vm.exception !== null) return ex.opline;
    if (!valid) return op.extendedValue;
  }
  state.fresh = false;
  const held = yield* it.current();
  if (vm.exception !== null) {
    release(vm, held);
    return ex.opline;
  }
  if (op.resultType !== 0) {
    const key = yield* it.key();
    if (vm.exception !== null) {
      release(vm, held);
      return ex.opline;
    }
    ex.slots[ex.base + op.result] = key;
  }
  if (byRef) return bindReference(vm, ex, op, held instanceof PhpReference ? held : new PhpReference(held));
  return yield* deliverOwned(vm, ex, op, held instanceof PhpReference ? unwrapOwned(vm, held) : held);
}

function* deliverOwned(vm: Executor, ex: ExecuteData, op: Opline, value: Zval): NativeCode<number> {
  const at = ex.base + op.op2;
  if (op.op2Type !== IS_CV) {
    ex.slots[at] = value;
    return ex.opline + 1;
  }
  if (assignToSlot(vm, ex, ex.slots, at, value) === NEEDS_SLOW) return yield* deliverSlow(vm, ex, at, value);
  return ex.opline + 1;
}

/** Where the next visible property of a plain object is, and its key. */
interface PropertyAt {
  readonly slots: Zval[];
  readonly index: number;
  readonly key: Zval;
  readonly slot: number;
}

function nextProperty(ex: ExecuteData, state: ForeachState, obj: PhpObject): PropertyAt | null {
  const table = obj.ce.propertiesInfoTable;
  const scope = ex.func.scope;
  while (state.pos < table.length) {
    const slot = state.pos++;
    const info = table[slot];
    if (info == null || obj.props[slot] === undefined) continue;
    if (isVisible(obj.ce, info, scope)) return { slots: obj.props, index: slot, key: info.name, slot };
  }
  const dyn = obj.dyn;
  if (dyn === null) return null;
  state.hashIterator ??= dyn.iteratorAdd(0);
  const it = state.hashIterator;
  const pos = dyn.posFrom(dyn.iteratorPos(it));
  it.pos = pos;
  if (pos >= dyn.used) return null;
  it.pos = pos + 1;
  // A dynamic property is visible whatever its key looks like.
  return { slots: dyn.vals, index: pos, key: unmangleName(String(dyn.keyAt(pos))).name, slot: -1 };
}

/** op2 := &next element. ZEND_FE_FETCH_RW */
export const zendFeFetchRW: Handler = (vm, ex, op) => {
  const state = foreachAt(ex, op.op1);
  if (state.ref !== null && state.object === null) return fetchArrayRef(vm, ex, op, state);
  if (state.iterator !== null) return startOplineCode(vm, ex, fetchIterator(vm, ex, op, state, true));
  if (state.object === null || !followVariable(vm, state)) return op.extendedValue;
  const at = nextProperty(ex, state, state.object);
  if (at === null) return op.extendedValue;
  const info = at.slot >= 0 ? (state.object.ce.propertiesInfoTable[at.slot] ?? null) : null;
  if (info !== null && (info.flags & ACC_READONLY) !== 0) {
    vm.throwError('Error', `Cannot acquire reference to readonly property ${info.ce.name}::$${info.name}`);
    return ex.opline;
  }
  const before = at.slots[at.index];
  const ref = makeRefAt(at.slots, at.index);
  if (info !== null && info.type !== null && !(before instanceof PhpReference)) addTypeSource(ref, info);
  if (op.resultType !== 0) ex.slots[ex.base + op.result] = at.key;
  return bindReference(vm, ex, op, addRef(ref));
};

/** The variable of a loop over an object may hold something else by now: another object is walked from its start. False: the loop ends. */
function followVariable(vm: Executor, state: ForeachState): boolean {
  if (state.ref === null) return true;
  const now = state.ref.val;
  if (now === state.object) return true;
  if (!(now instanceof PhpObject)) {
    if (!(now instanceof PhpArray)) {
      vm.error(E_WARNING, `foreach() argument must be of type array|object, ${typeName(now)} given`);
    }
    return false;
  }
  if (state.hashIterator !== null) state.hashIterator.array?.iteratorDel(state.hashIterator);
  state.hashIterator = null;
  state.object = now;
  state.pos = 0;
  return true;
}

function fetchArrayRef(vm: Executor, ex: ExecuteData, op: Opline, state: ForeachState): number {
  const variable = state.ref as PhpReference;
  const it = state.hashIterator;
  const now = variable.val;
  if (it === null || !(now instanceof PhpArray)) {
    if (now instanceof PhpObject) return op.extendedValue;
    vm.error(E_WARNING, `foreach() argument must be of type array|object, ${typeName(now)} given`);
    return op.extendedValue;
  }
  // An array that was shared meanwhile is walked on as it is, as in 8.2: its elements become references for both holders.
  const own = now.iteratorSeparate(it);
  if (own !== now) variable.val = own;
  const pos = own.posFrom(it.pos);
  if (pos < 0 || pos >= own.used) return op.extendedValue;
  it.pos = pos + 1;
  if (op.resultType !== 0) ex.slots[ex.base + op.result] = own.keyAt(pos);
  return bindReference(vm, ex, op, addRef(makeRefAt(own.vals, pos)));
}

/** Makes the loop's value variable point to an owned reference. */
function bindReference(vm: Executor, ex: ExecuteData, op: Opline, ref: PhpReference): number {
  const at = ex.base + op.op2;
  if (op.op2Type === IS_CV) {
    const old = ex.slots[at];
    ex.slots[at] = ref;
    if (old !== undefined) release(vm, old);
  } else {
    ex.slots[at] = ref;
  }
  return ex.opline + 1;
}

/** Ends the loop. ZEND_FE_FREE */
export const zendFeFree: Handler = (vm, ex, op) => {
  freeLoopVariable(vm, ex, op.op1);
  return ex.opline + 1;
};

export const foreachHandlers: Partial<Record<OpName, Handler>> = {
  FE_RESET_R: zendFeResetR,
  FE_RESET_RW: zendFeResetRW,
  FE_FETCH_R: zendFeFetchR,
  FE_FETCH_RW: zendFeFetchRW,
  FE_FREE: zendFeFree,
};
