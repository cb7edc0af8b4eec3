/**
 * Backtraces: the frames of the call stack as PHP shows them, in exceptions, debug_backtrace() and debug_print_backtrace().
 * Source: php-src 8.2 Zend/zend_builtin_functions.c (zend_fetch_debug_backtrace, debug_backtrace_get_args)
 */
import { CALL_FRAME_SLOT, type Func } from '../bytecode/op-array.ts';
import {
  ZEND_EVAL,
  ZEND_INCLUDE,
  ZEND_INCLUDE_ONCE,
  ZEND_REQUIRE,
  ZEND_REQUIRE_ONCE,
} from '../bytecode/operand-flags.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_CALL_VIA_TRAMPOLINE } from '../bytecode/type-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, PhpIndirect, type Zval } from '../value/zval.ts';
import {
  CALL_CODE,
  CALL_GENERATOR,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_TOP,
  type ExecuteData,
} from './execute-data.ts';
import type { Executor } from './executor.ts';
import { argumentSlot } from './frame.ts';
import { generatorData } from './generator-data.ts';
import { lineOf } from './position.ts';

/** DEBUG_BACKTRACE_PROVIDE_OBJECT */
export const BACKTRACE_PROVIDE_OBJECT = 1;
/** DEBUG_BACKTRACE_IGNORE_ARGS */
export const BACKTRACE_IGNORE_ARGS = 2;

const INCLUDE_NAMES: Readonly<Record<number, string>> = {
  [ZEND_EVAL]: 'eval',
  [ZEND_INCLUDE]: 'include',
  [ZEND_INCLUDE_ONCE]: 'include_once',
  [ZEND_REQUIRE]: 'require',
  [ZEND_REQUIRE_ONCE]: 'require_once',
};

/** The trace of an exception that is created now; `skipCurrent` leaves out the innermost frame (debug_backtrace's own). */
export function buildBacktrace(vm: Executor, skipCurrent: boolean): PhpArray {
  const options = !skipCurrent && vm.ini.flag('zend.exception_ignore_args') ? BACKTRACE_IGNORE_ARGS : 0;
  return fetchBacktrace(vm, skipCurrent, options, 0);
}

/** zend_fetch_debug_backtrace: owned array of frames, innermost first; `limit` 0 means all. */
export function fetchBacktrace(vm: Executor, skipLast: boolean, options: number, limit: number): PhpArray {
  return fetchBacktraceFrom(vm, vm.currentExecuteData, skipLast, options, limit);
}

/** The same for a machine whose innermost frame is `from`: a suspended coroutine. */
export function fetchBacktraceFrom(
  vm: Executor,
  from: ExecuteData | null,
  skipLast: boolean,
  options: number,
  limit: number,
): PhpArray {
  const walk: Walk = { vm, options, trace: new PhpArray(), frames: logicalFrames(from), left: limit > 0 ? limit : -1 };
  let includeFile: string | null = null;
  for (let i = skipLast ? 1 : 0; i < walk.frames.length && walk.left !== 0; i++) {
    walk.left--;
    includeFile = isBottom(walk.frames[i] as ExecuteData) ? null : addFrames(walk, i, includeFile);
  }
  return walk.trace;
}

/** A backtrace in the making. */
interface Walk {
  readonly vm: Executor;
  readonly options: number;
  readonly trace: PhpArray;
  readonly frames: readonly ExecuteData[];
  /** How many frames may still be looked at; those that are not shown count. Negative: all. */
  left: number;
}

/** The frames from the innermost out: a generator that others delegate to is followed by those. */
function logicalFrames(from: ExecuteData | null): ExecuteData[] {
  const frames: ExecuteData[] = [];
  for (let ex = from; ex !== null; ex = ex.prev) {
    frames.push(ex);
    if ((ex.callInfo & CALL_GENERATOR) !== 0 && ex.generator !== null) addDelegators(frames, ex.generator);
  }
  return frames;
}

/** The frame below everything that a machine runs; what lies below a fiber's is its resumer's. PHP shows none of them. */
function isBottom(ex: ExecuteData): boolean {
  return ex.func.type === 1 && ex.func.functionName === '';
}

/** zend_generator_check_placeholder_frame: the generators between a running inner one and the one that was resumed. */
function addDelegators(frames: ExecuteData[], inner: PhpObject): void {
  const waiting: ExecuteData[] = [];
  for (let at = generatorData(inner).resumedThrough; at !== null && at !== inner; at = generatorData(at).delegate) {
    const frame = generatorData(at).frame;
    if (frame !== null) waiting.push(frame);
  }
  frames.push(...waiting.reverse());
}

/** Adds the frame of `call` (and a pseudo frame for the include it was called from); returns the file it was called in. */
function addFrames(walk: Walk, index: number, includeFile: string | null): string | null {
  const { vm, frames, options, trace } = walk;
  const call = frames[index] as ExecuteData;
  const prev = frames[index + 1] ?? null;
  const frame = new PhpArray();
  const file = addPosition(frame, prev, frames, index);
  if (call.func.functionName !== null) {
    addCall(vm, frame, call, options);
    trace.append(frame);
  } else if (addInclude(frame, prev, file, includeFile)) {
    trace.append(frame);
  }
  const enteredFromInclude = (call.callInfo & (CALL_TOP | CALL_CODE)) === CALL_TOP && includeKind(prev) !== 0;
  if (!enteredFromInclude || walk.left === 0) return file;
  walk.left--;
  const pseudo = new PhpArray();
  addPosition(pseudo, prev, frames, index);
  addInclude(pseudo, prev, file, includeFile);
  trace.append(pseudo);
  return file;
}

/** file and line of the caller, when PHP code called. */
function addPosition(
  frame: PhpArray,
  prev: ExecuteData | null,
  frames: readonly ExecuteData[],
  index: number,
): string | null {
  if (prev !== null && prev.func.type === 2) {
    frame.setStr('file', prev.func.fileName);
    frame.setStr('line', lineOf(prev));
    return prev.func.fileName;
  }
  // Called by an internal function, except through a trampoline: no position.
  for (let i = index + 1; i < frames.length; i++) {
    const at = frames[i] as ExecuteData;
    if (at.func.type === 1 && (at.func.fnFlags & ACC_CALL_VIA_TRAMPOLINE) === 0) break;
    const caller = frames[i + 1];
    if (caller !== undefined && caller.func.type === 2) {
      frame.setStr('file', caller.func.fileName);
      frame.setStr('line', lineOf(caller));
      break;
    }
  }
  return null;
}

/** function, class, object, type and args of a function's frame. */
function addCall(vm: Executor, frame: PhpArray, call: ExecuteData, options: number): void {
  const func = call.func;
  frame.setStr('function', func.functionName);
  if (call.thisObject !== null) {
    frame.setStr('class', (func.scope ?? call.thisObject.ce).name);
    if ((options & BACKTRACE_PROVIDE_OBJECT) !== 0) frame.setStr('object', addRef(call.thisObject));
    frame.setStr('type', '->');
  } else if (func.scope !== null) {
    frame.setStr('class', func.scope.name);
    frame.setStr('type', '::');
  }
  if ((options & BACKTRACE_IGNORE_ARGS) === 0) frame.setStr('args', frameArguments(vm, call));
}

/** The include or eval under way in a frame (ZEND_INCLUDE, ...), 0 when it does something else. */
function includeKind(ex: ExecuteData | null): number {
  if (ex === null || ex.func.type !== 2) return 0;
  const op = ex.opcodes[ex.opline];
  return op !== undefined && op.opcode === OP.INCLUDE_OR_EVAL ? op.extendedValue : 0;
}

/** A file's or eval'd code's frame: function is the construct. False when there is nothing to show. */
function addInclude(
  frame: PhpArray,
  prev: ExecuteData | null,
  file: string | null,
  includeFile: string | null,
): boolean {
  const kind = includeKind(prev);
  const name = INCLUDE_NAMES[kind];
  if (name === undefined) {
    if (file === null) return false;
    frame.setStr('function', 'unknown');
    return true;
  }
  if (kind !== ZEND_EVAL && includeFile !== null) frame.setStr('args', PhpArray.fromList([includeFile]));
  frame.setStr('function', name);
  return true;
}

/** debug_backtrace_get_args: owned array of the frame's arguments, extra and named ones too. */
export function frameArguments(vm: Executor, call: ExecuteData): PhpArray {
  const args = new PhpArray();
  for (let n = 0; n < call.numArgs; n++) {
    const v = argumentOf(call, n);
    args.append(isSensitive(call.func, n) ? sensitiveValue(vm, v) : addRef(v ?? null));
  }
  if ((call.callInfo & CALL_HAS_EXTRA_NAMED) !== 0 && call.extraNamedParams !== null) {
    const variadic = call.func.argInfo.length - 1;
    const hidden = call.func.argInfo[variadic]?.variadic === true && isSensitive(call.func, variadic);
    call.extraNamedParams.forEach((v, key) => {
      args.set(key, hidden ? sensitiveValue(vm, v) : addRef(v));
    });
  }
  return args;
}

function argumentOf(call: ExecuteData, n: number): Zval {
  const func = call.func;
  const bySymbol = func.type === 2 && n < func.numArgs && (call.callInfo & CALL_HAS_SYMBOL_TABLE) !== 0;
  if (bySymbol && call.symbolTable !== null && func.type === 2) {
    const held = call.symbolTable.getSym(func.vars[n] ?? '');
    return held instanceof PhpIndirect ? held.slots[held.index] : held;
  }
  const slot = func.type === 2 ? argumentSlot(call, n) : call.base + CALL_FRAME_SLOT + n;
  return call.slots[slot];
}

/** Does the parameter that takes argument `n` have #[SensitiveParameter]? */
function isSensitive(func: Func, n: number): boolean {
  if (func.attributes === null) return false;
  const last = func.argInfo.length - 1;
  const offset = (n > last && func.argInfo[last]?.variadic === true ? last : n) + 1;
  return func.attributes.some((a) => a.offset === offset && a.lcName === 'sensitiveparameter');
}

/** A SensitiveParameterValue that hides `v`. */
function sensitiveValue(vm: Executor, v: Zval): Zval {
  const ce = vm.lookupClass('SensitiveParameterValue');
  if (ce === null) return null;
  const box = vm.newObject(ce);
  box.props[0] = addRef(v ?? null);
  return box;
}
