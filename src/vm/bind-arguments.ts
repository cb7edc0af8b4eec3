/**
 * From the argument slots of an internal function's frame to what its implementation receives: arity, types, coercion,
 * defaults, all from the declaration.
 * Source: php-src Zend/zend_API.c (zend_parse_parameters, zend_wrong_parameters_count_error, zend_null_arg_deprecated)
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { CALL_FRAME_SLOT, type PhpType } from '../bytecode/op-array.ts';
import {
  ACC_STRICT_TYPES,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_DOUBLE,
  MAY_BE_LONG,
  MAY_BE_STRING,
} from '../bytecode/type-flags.ts';
import { typeToString } from '../bytecode/type-to-string.ts';
import { instanceOf } from '../object/class-queries.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { givenTypeName, TYPE_MISMATCH, verifyType } from '../object/types.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { type InternalFunction, type ParamSpec, paramType } from './internal-function.ts';
import { callName } from './named-args.ts';

/** Some argument is converted by user code: use bindArgumentsSlow. */
export const NEEDS_USER_CODE: unique symbol = Symbol('needs-user-code');

/** Of functions without parameters: never changed. */
const NO_ARGUMENTS: unknown[] = [];

/** The arguments for `impl`; null when an exception was raised. */
export function bindArguments(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
): unknown[] | null | typeof NEEDS_USER_CODE {
  if (!checkCount(vm, func, call.numArgs)) return null;
  const strict = callerIsStrict(call);
  const { params } = func;
  if (params.length === 0) return NO_ARGUMENTS;
  // of its full length at once: an array that grows gets room for many more
  const out = new Array<unknown>(params.length);
  const first = call.base + CALL_FRAME_SLOT;
  for (let i = 0; i < params.length; i++) {
    const spec = params[i] as ParamSpec;
    if (spec.variadic) {
      const rest = bindRest(vm, func, call, i, strict);
      if (rest === null || rest === NEEDS_USER_CODE) return rest;
      out[i] = rest;
      break;
    }
    const raw = i < call.numArgs ? call.slots[first + i] : undefined;
    if (raw === undefined) {
      if (!spec.optional) return notPassed(vm, func, i, spec);
      out[i] = defaultsOf(func)[i];
      // passed over by named arguments: backtraces show the default
      if (i < call.numArgs && isPlainScalar(spec.defaultValue)) call.slots[first + i] = spec.defaultValue;
      continue;
    }
    const bound = bindOne(vm, func, spec, i, raw, strict);
    if (bound === NEEDS_USER_CODE) return NEEDS_USER_CODE;
    if (bound === FAILED) return null;
    // a scalar becomes a string in its place, which backtraces show
    if (typeof bound === 'string' && (raw === null || isPlainScalar(raw))) call.slots[first + i] = bound;
    out[i] = bound;
  }
  return out;
}

function isPlainScalar(v: Zval): boolean {
  return typeof v === 'number' || typeof v === 'boolean' || typeof v === 'bigint' || v instanceof PhpFloat;
}

/** bindArguments with user code: converts objects by __toString and loads classes of callables first. */
export function* bindArgumentsSlow(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
): NativeCode<unknown[] | null> {
  const first = call.base + CALL_FRAME_SLOT;
  for (let i = 0; i < call.numArgs; i++) {
    const spec = func.params[Math.min(i, func.params.length - 1)];
    const v = call.slots[first + i];
    const plain = v instanceof PhpReference ? v.val : v;
    if (spec === undefined || spec.byRef) continue;
    if (plain instanceof PhpObject && wantsString(func, spec, i) && hasStringForm(vm, plain)) {
      const text = yield* vm.toStringOf(plain);
      if (text === null) return null;
      vm.releaseValue(v);
      call.slots[first + i] = text;
    } else if (spec.types.includes('callable')) {
      yield* vm.autoloadCallable(plain);
      if (vm.exception !== null) return null;
    }
  }
  const bound = bindArguments(vm, func, call);
  return bound === NEEDS_USER_CODE ? null : bound;
}

function wantsString(func: InternalFunction, spec: ParamSpec, i: number): boolean {
  const type = typeOfParam(func, spec, i);
  return (
    type !== null &&
    (type.mask & MAY_BE_STRING) !== 0 &&
    !spec.types.includes('mixed') &&
    !spec.types.includes('object')
  );
}

function hasStringForm(vm: Executor, obj: PhpObject): boolean {
  return obj.ce.magic.toString !== null || vm.hasToString(obj);
}

const FAILED: unique symbol = Symbol('failed');

function bindRest(
  vm: Executor,
  func: InternalFunction,
  call: ExecuteData,
  from: number,
  strict: boolean,
): unknown[] | null | typeof NEEDS_USER_CODE {
  const spec = func.params[from] as ParamSpec;
  const out: unknown[] = [];
  const first = call.base + CALL_FRAME_SLOT;
  for (let i = from; i < call.numArgs; i++) {
    const bound = bindOne(vm, func, spec, i, call.slots[first + i], strict);
    if (bound === NEEDS_USER_CODE) return NEEDS_USER_CODE;
    if (bound === FAILED) return null;
    out.push(bound);
  }
  return out;
}

function bindOne(
  vm: Executor,
  func: InternalFunction,
  spec: ParamSpec,
  i: number,
  raw: Zval,
  strict: boolean,
): unknown {
  if (spec.byRef) {
    if (spec.preferRef) return raw;
    if (spec.types[0] === 'mixed') return raw;
    const inner = raw instanceof PhpReference ? raw.val : raw;
    return checkValue(vm, func, spec, i, inner, strict) === FAILED ? FAILED : raw;
  }
  const v = raw instanceof PhpReference ? raw.val : raw;
  const type = spec.types[0];
  if (spec.types.length === 1) {
    // The usual exact matches first.
    if (type === 'mixed') return v;
    if (type === 'string' && typeof v === 'string') return v;
    if ((type === 'int' || type === 'int64') && typeof v === 'number') return v;
  }
  return checkValue(vm, func, spec, i, v, strict);
}

function checkValue(
  vm: Executor,
  func: InternalFunction,
  spec: ParamSpec,
  i: number,
  v: Zval,
  strict: boolean,
): unknown {
  if (spec.types.includes('resource')) {
    if (v instanceof PhpResource) return v;
    if (v === null && spec.types.includes('null')) return null;
    return mismatch(vm, func, spec, i, v, 'of type resource');
  }
  if (spec.types.includes('callable')) return bindCallable(vm, func, spec, i, v);
  const type = typeOfParam(func, spec, i);
  if (type === null) return v;
  if (v === null && !spec.types.includes('null') && !spec.types.includes('mixed') && isScalarType(type) && !strict) {
    vm.error(
      E_DEPRECATED,
      `${callName(func)}(): Passing null to parameter #${i + 1} ($${spec.name}) of type ${typeToString(func.argInfo[i]?.type ?? type)} is deprecated`,
    );
    if (vm.exception !== null) return FAILED;
    return toNative(spec, nullAs(type));
  }
  if (spec.className !== null && v instanceof PhpObject) {
    const ce = vm.lookupClass(spec.className);
    if (ce !== null && instanceOf(v.ce, ce)) return v;
  }
  const checked = verifyType(vm, type, v, func.scope, null, strict);
  if (checked === NEEDS_SLOW) return NEEDS_USER_CODE;
  if (checked === TYPE_MISMATCH) {
    if (vm.exception !== null) return FAILED;
    return mismatch(vm, func, spec, i, v, `of type ${neededType(spec, type)}`);
  }
  return toNative(spec, checked as Zval);
}

/** Z_PARAM_ARRAY_OR_OBJECT speaks of arrays only. */
function neededType(spec: ParamSpec, type: PhpType): string {
  const [a, b, c] = spec.types;
  const arrayOrObject = c === undefined && spec.className === null && a === 'array' && b === 'object';
  return arrayOrObject ? 'array' : typeToString(type);
}

/** A variadic parameter has no name in messages. */
function shownName(spec: ParamSpec): string {
  return spec.variadic ? '' : ` ($${spec.name})`;
}

function mismatch(
  vm: Executor,
  func: InternalFunction,
  spec: ParamSpec,
  i: number,
  v: Zval,
  need: string,
): typeof FAILED {
  vm.throwError(
    'TypeError',
    `${callName(func)}(): Argument #${i + 1}${shownName(spec)} must be ${need}, ${givenTypeName(v)} given`,
  );
  return FAILED;
}

function bindCallable(vm: Executor, func: InternalFunction, spec: ParamSpec, i: number, v: Zval): unknown {
  if (v === null && spec.types.includes('null')) return null;
  const why = { message: '' };
  const callable = vm.resolveCallable(v, why);
  if (callable !== null) return callable;
  if (vm.callableNeedsAutoload(v)) return NEEDS_USER_CODE;
  if (spec.types.length > 1 && !spec.types.every((t) => t === 'callable' || t === 'null')) return v;
  const orNull = spec.types.includes('null') ? ' or null' : '';
  vm.throwError(
    'TypeError',
    `${callName(func)}(): Argument #${i + 1} ($${spec.name}) must be a valid callback${orNull}, ${why.message}`,
  );
  return FAILED;
}

function typeOfParam(func: InternalFunction, spec: ParamSpec, i: number): PhpType | null {
  if (spec.declaredTypes !== undefined) return paramType(spec.types);
  return func.argInfo[Math.min(i, func.argInfo.length - 1)]?.type ?? null;
}

function isScalarType(type: PhpType): boolean {
  return (type.mask & (MAY_BE_STRING | MAY_BE_LONG | MAY_BE_DOUBLE | MAY_BE_BOOL)) !== 0;
}

/** What null becomes for a scalar parameter: zend_null_arg_deprecated's coercion. */
function nullAs(type: PhpType): Zval {
  if ((type.mask & MAY_BE_STRING) !== 0) return '';
  if ((type.mask & MAY_BE_LONG) !== 0) return 0;
  if ((type.mask & MAY_BE_DOUBLE) !== 0) return new PhpFloat(0);
  return (type.mask & MAY_BE_ARRAY) !== 0 ? null : false;
}

/** The defaults of the parameters as `impl` receives them. */
export function defaultsOf(func: InternalFunction): readonly unknown[] {
  func.defaults ??= func.params.map((spec) => toNative(spec, spec.defaultValue));
  return func.defaults;
}

/** The JS form that define.ts promises: `int` and `float` parameters receive JS numbers. */
function toNative(spec: ParamSpec, v: Zval): unknown {
  if (typeof v === 'bigint') return spec.types.includes('int') ? Number(v) : v;
  if (v instanceof PhpFloat) return spec.types.includes('float') && !spec.types.includes('mixed') ? v.value : v;
  return v;
}

function callerIsStrict(call: ExecuteData): boolean {
  const caller = call.prev;
  return (
    caller !== null &&
    caller.native === null &&
    caller.func.type === 2 &&
    (caller.func.fnFlags & ACC_STRICT_TYPES) !== 0
  );
}

function checkCount(vm: Executor, func: InternalFunction, given: number): boolean {
  const least = func.requiredNumArgs;
  const { variadic } = func;
  if (given >= least && (variadic || given <= func.numArgs)) return true;
  if (func.ignoresArguments) return true;
  const exact = !variadic && least === func.numArgs;
  const bound = given < least ? least : func.numArgs;
  const words = exact ? 'exactly' : given < least ? 'at least' : 'at most';
  vm.throwError(
    'ArgumentCountError',
    `${callName(func)}() expects ${words} ${bound} argument${bound === 1 ? '' : 's'}, ${given} given`,
  );
  return false;
}

function notPassed(vm: Executor, func: InternalFunction, i: number, spec: ParamSpec): null {
  return vm.throwError('ArgumentCountError', `${callName(func)}(): Argument #${i + 1} ($${spec.name}) not passed`);
}
