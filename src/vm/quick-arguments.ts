/**
 * The usual calls of internal functions without the general way of src/vm/bind-arguments.ts: each argument is given exactly as
 * declared, or left to its default. Everything else, errors among it, is the general way's.
 */
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import { defaultsOf } from './bind-arguments.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import type { InternalFunction, ParamSpec } from './internal-function.ts';

/** The general way has to be taken; nothing has happened. */
export const NOT_QUICK: unique symbol = Symbol('not-quick');

// What a parameter takes as it is.
const MIXED = 1;
const STRING = 2;
const INT = 4;
const INT64 = 8;
const FLOAT = 16;
const BOOL = 32;
const ARRAY = 64;
const OBJECT = 128;
const CALLABLE = 256;
const RESOURCE = 512;
const NULL = 1024;
/** By reference: the reference is passed on. */
const REFERENCE = 2048;
const ANY_REFERENCE = 4096;
const REST = 8192;
const OPTIONAL = 16_384;
/** An int or a float, which stays one. */
const NUMBER = 32_768;

const KINDS: Readonly<Record<string, number>> = {
  mixed: MIXED,
  string: STRING,
  int: INT,
  int64: INT64,
  number: NUMBER,
  float: FLOAT,
  bool: BOOL,
  array: ARRAY,
  object: OBJECT,
  callable: CALLABLE,
  resource: RESOURCE,
  null: NULL,
};

/** 0: nothing, the general way. */
function kindOf(spec: ParamSpec): number {
  let kind = 0;
  for (const type of spec.types) {
    const one = KINDS[type];
    if (one === undefined) return 0;
    kind |= one;
  }
  if (spec.className !== null) kind &= ~OBJECT;
  if ((kind & CALLABLE) !== 0 && (kind & ~(CALLABLE | NULL)) !== 0) return 0;
  if (spec.byRef) kind |= REFERENCE | (spec.preferRef || spec.types[0] === 'mixed' ? ANY_REFERENCE : 0);
  return kind | (spec.variadic ? REST : 0) | (spec.optional ? OPTIONAL : 0);
}

function kindsOf(func: InternalFunction): readonly number[] {
  if (func.kindsOf !== func.params) {
    func.kinds = func.params.map(kindOf);
    func.kindsOf = func.params;
  }
  return func.kinds;
}

type AnyImpl = (...args: unknown[]) => Zval | NativeCode;

/** Calls the function of frame `call`, whose arguments are complete. */
export function callQuickly(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
): Zval | NativeCode | typeof NOT_QUICK {
  const impl = func.impl as AnyImpl | null;
  const kinds = kindsOf(func);
  const count = kinds.length;
  const given = call.numArgs;
  if (impl === null || given < func.requiredNumArgs || (given > count && !func.variadic)) return NOT_QUICK;
  const first = count > 0 ? quickArgument(vm, func, call, 0, kinds[0] as number) : undefined;
  if (first === NOT_QUICK) return NOT_QUICK;
  const second = count > 1 ? quickArgument(vm, func, call, 1, kinds[1] as number) : undefined;
  if (second === NOT_QUICK) return NOT_QUICK;
  if (count > 2) return moreArguments(vm, func, call, kinds, [first, second]);
  if (func.scope === null) {
    if (count === 0) return impl(vm);
    return count === 1 ? impl(vm, first) : impl(vm, first, second);
  }
  const self = (func.fnFlags & ACC_STATIC) !== 0 ? call.calledScope : call.thisObject;
  if (count === 0) return impl(vm, self);
  return count === 1 ? impl(vm, self, first) : impl(vm, self, first, second);
}

function moreArguments(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
  kinds: readonly number[],
  args: unknown[],
): Zval | NativeCode | typeof NOT_QUICK {
  for (let i = 2; i < kinds.length; i++) {
    const arg = quickArgument(vm, func, call, i, kinds[i] as number);
    if (arg === NOT_QUICK) return NOT_QUICK;
    args.push(arg);
  }
  const impl = func.impl as AnyImpl;
  const [first, second, third, fourth] = args;
  const isLong = args.length > 4;
  if (func.scope === null) {
    if (isLong) return impl(vm, ...args);
    return args.length === 3 ? impl(vm, first, second, third) : impl(vm, first, second, third, fourth);
  }
  const self = (func.fnFlags & ACC_STATIC) !== 0 ? call.calledScope : call.thisObject;
  if (isLong) return impl(vm, self, ...args);
  return args.length === 3 ? impl(vm, self, first, second, third) : impl(vm, self, first, second, third, fourth);
}

function quickArgument(vm: Executor, func: InternalFunction, call: ExecuteData, i: number, kind: number): unknown {
  if ((kind & REST) !== 0) return rest(vm, call, i, kind);
  if (i >= call.numArgs) return (kind & OPTIONAL) !== 0 ? defaultsOf(func)[i] : NOT_QUICK;
  return passed(vm, call.slots[call.base + CALL_FRAME_SLOT + i], kind);
}

function rest(vm: Executor, call: ExecuteData, from: number, kind: number): unknown {
  if (call.numArgs === from + 1) {
    const arg = passed(vm, call.slots[call.base + CALL_FRAME_SLOT + from], kind);
    return arg === NOT_QUICK ? NOT_QUICK : [arg];
  }
  const out: unknown[] = [];
  for (let i = from; i < call.numArgs; i++) {
    const arg = passed(vm, call.slots[call.base + CALL_FRAME_SLOT + i], kind);
    if (arg === NOT_QUICK) return NOT_QUICK;
    out.push(arg);
  }
  return out;
}

function passed(vm: Executor, raw: Zval, kind: number): unknown {
  const v = raw instanceof PhpReference ? raw.val : raw;
  if (v === undefined) return NOT_QUICK;
  if ((kind & REFERENCE) !== 0) {
    const isFit = (kind & ANY_REFERENCE) !== 0 || ((kind & ARRAY) !== 0 && v instanceof PhpArray);
    return isFit ? raw : NOT_QUICK;
  }
  if ((kind & MIXED) !== 0) return v;
  if (typeof v === 'string' && (kind & STRING) !== 0) return v;
  if ((kind & CALLABLE) !== 0) return v === null ? NOT_QUICK : (vm.resolveCallable(v) ?? NOT_QUICK);
  if (typeof v === 'number') {
    const isFloat = (kind & ~OPTIONAL) === FLOAT;
    return (kind & (INT | INT64 | NUMBER)) !== 0 || isFloat ? v : NOT_QUICK;
  }
  if (typeof v === 'object') return counted(v, kind);
  return typeof v === 'boolean' && (kind & BOOL) !== 0 ? v : NOT_QUICK;
}

/** Null and values that are JavaScript objects. */
function counted(v: Zval & (object | null), kind: number): unknown {
  if (v === null) return (kind & NULL) !== 0 ? v : NOT_QUICK;
  if (v instanceof PhpArray) return (kind & ARRAY) !== 0 ? v : NOT_QUICK;
  if (v instanceof PhpObject) return (kind & OBJECT) !== 0 ? v : NOT_QUICK;
  if (v instanceof PhpFloat) return (kind & NUMBER) !== 0 ? v : (kind & FLOAT) !== 0 ? v.value : NOT_QUICK;
  return v instanceof PhpResource && (kind & RESOURCE) !== 0 ? v : NOT_QUICK;
}
