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
import type { ClassEntry } from '../object/class-entry.ts';
import {
  compactTrace,
  expandTrace,
  FRAME_ARGS,
  FRAME_CLASS,
  FRAME_INCLUDE,
  FRAME_NOWHERE,
  FRAME_OBJECT,
  FRAME_POSITION,
  noteValue,
  startTrace,
} from '../value/compact-trace.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, deref, PhpIndirect, type Zval } from '../value/zval.ts';
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

/** The trace of an exception that is created now, in few words. */
export function buildBacktrace(vm: Executor): Zval {
  return noteBacktrace(vm, vm.currentExecuteData, false, vm.ini.ignoreArgs ? BACKTRACE_IGNORE_ARGS : 0, 0);
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
  return expandTrace(noteBacktrace(vm, from, skipLast, options, limit)) as PhpArray;
}

function noteBacktrace(
  vm: Executor,
  from: ExecuteData | null,
  skipLast: boolean,
  options: number,
  limit: number,
): Zval {
  const list = startTrace(vm.noArguments);
  if (limit === 0 && !skipLast && isSimple(from)) noteSimple(vm, list, from, options);
  else noteAll({ vm, options, list, frames: logicalFrames(from), left: limit > 0 ? limit : -1 }, skipLast);
  return compactTrace(list);
}

/** Functions of PHP code called by PHP code, down to the script: what most stacks are. */
function isSimple(from: ExecuteData | null): boolean {
  for (let ex = from; ex !== null; ex = ex.prev) {
    const { func, prev } = ex;
    if (func.type !== 2) return false;
    if (func.functionName === null) return prev === null || isBottom(prev);
    if ((ex.callInfo & ODD_CALL) !== 0 || prev === null || prev.func.type !== 2) return false;
  }
  return false;
}

const ODD_CALL = CALL_TOP | CALL_CODE | CALL_GENERATOR;

function noteSimple(vm: Executor, list: Zval[], from: ExecuteData | null, options: number): void {
  for (let ex = from; ex !== null && ex.func.functionName !== null; ex = ex.prev) {
    noteCall(vm, list, options, ex, ex.prev);
  }
}

/** A backtrace in the making. */
interface Walk {
  readonly vm: Executor;
  readonly options: number;
  /** See src/value/compact-trace.ts. */
  readonly list: Zval[];
  readonly frames: readonly ExecuteData[];
  /** How many frames may still be looked at; those that are not shown count. Negative: all. */
  left: number;
}

function noteAll(walk: Walk, skipLast: boolean): void {
  let includeFile: string | null = null;
  for (let i = skipLast ? 1 : 0; i < walk.frames.length && walk.left !== 0; i++) {
    walk.left--;
    includeFile = isBottom(walk.frames[i] as ExecuteData) ? null : noteFrames(walk, i, includeFile);
  }
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

/** Notes the frame of `call` (and a pseudo frame for the include it was called from); returns the file it was called in. */
function noteFrames(walk: Walk, index: number, includeFile: string | null): string | null {
  const { frames, list } = walk;
  const call = frames[index] as ExecuteData;
  const prev = frames[index + 1] ?? null;
  const caller = positionOf(prev, frames, index);
  const file = prev !== null && prev.func.type === 2 ? prev.func.fileName : null;
  if (call.func.functionName !== null) noteCall(walk.vm, list, walk.options, call, caller);
  else noteInclude(walk, prev, caller, file, includeFile);
  const enteredFromInclude = (call.callInfo & (CALL_TOP | CALL_CODE)) === CALL_TOP && includeKind(prev) !== 0;
  if (!enteredFromInclude || walk.left === 0) return file;
  walk.left--;
  if (!noteInclude(walk, prev, caller, file, includeFile)) notePosition(list, FRAME_NOWHERE, caller);
  return file;
}

/** The frame whose file and line are shown as the place of a call: that of PHP code. */
function positionOf(prev: ExecuteData | null, frames: readonly ExecuteData[], index: number): ExecuteData | null {
  if (prev !== null && prev.func.type === 2) return prev;
  // Called by an internal function, except through a trampoline: no position.
  for (let i = index + 1; i < frames.length; i++) {
    const at = frames[i] as ExecuteData;
    if (at.func.type === 1 && (at.func.fnFlags & ACC_CALL_VIA_TRAMPOLINE) === 0) break;
    const caller = frames[i + 1];
    if (caller !== undefined && caller.func.type === 2) return caller;
  }
  return null;
}

/** file, line, function, class, object, type and args of a function's frame. */
function noteCall(vm: Executor, list: Zval[], options: number, call: ExecuteData, caller: ExecuteData | null): void {
  const { func, thisObject } = call;
  const hasArgs = (options & BACKTRACE_IGNORE_ARGS) === 0;
  const more = hasArgs ? FRAME_ARGS : 0;
  if (thisObject === null && func.scope === null) {
    notePosition(list, more, caller);
    list.push(func.functionName);
  } else if (thisObject === null) {
    notePosition(list, more | FRAME_CLASS, caller);
    list.push(func.functionName, (func.scope as ClassEntry).name, '::');
  } else if ((options & BACKTRACE_PROVIDE_OBJECT) !== 0) {
    notePosition(list, more | FRAME_CLASS | FRAME_OBJECT, caller);
    list.push(func.functionName, (func.scope ?? thisObject.ce).name);
    noteValue(list, thisObject);
    list.push('->');
  } else {
    notePosition(list, more | FRAME_CLASS, caller);
    list.push(func.functionName, (func.scope ?? thisObject.ce).name, '->');
  }
  if (hasArgs) noteArguments(vm, list, call);
}

/** The flags of a frame, and file and line if there are any. */
function notePosition(list: Zval[], flags: number, caller: ExecuteData | null): void {
  if (caller !== null && caller.func.type === 2) {
    list.push(flags | FRAME_POSITION, caller.func.fileName, lineOf(caller));
  } else list.push(flags);
}

function noteArguments(vm: Executor, list: Zval[], call: ExecuteData): void {
  const { func, numArgs } = call;
  if (func.attributes !== null || (call.callInfo & CALL_HAS_EXTRA_NAMED) !== 0) {
    list.push(-1);
    const args = frameArguments(vm, call, true);
    noteValue(list, args);
    args.rc--;
    return;
  }
  list.push(numArgs);
  for (let n = 0; n < numArgs; n++) noteValue(list, argumentOf(call, n) ?? null);
}

/** The include or eval under way in a frame (ZEND_INCLUDE, ...), 0 when it does something else. */
function includeKind(ex: ExecuteData | null): number {
  if (ex === null || ex.func.type !== 2) return 0;
  const op = ex.opcodes[ex.opline];
  return op !== undefined && op.opcode === OP.INCLUDE_OR_EVAL ? op.extendedValue : 0;
}

/** A file's or eval'd code's frame: function is the construct. False when there is nothing to show. */
function noteInclude(
  { list }: Walk,
  prev: ExecuteData | null,
  caller: ExecuteData | null,
  file: string | null,
  includeFile: string | null,
): boolean {
  const kind = includeKind(prev);
  const name = INCLUDE_NAMES[kind];
  if (name === undefined && file === null) return false;
  const hasArgs = name !== undefined && kind !== ZEND_EVAL && includeFile !== null;
  notePosition(list, hasArgs ? FRAME_INCLUDE | FRAME_ARGS : FRAME_INCLUDE, caller);
  list.push(name ?? 'unknown');
  if (hasArgs) list.push(1, includeFile);
  return true;
}

/**
 * debug_backtrace_get_args: owned array of the frame's arguments, extra and named ones too; `hides` those that are sensitive.
 */
export function frameArguments(vm: Executor, call: ExecuteData, hides: boolean): PhpArray {
  if (call.numArgs === 0 && (call.callInfo & CALL_HAS_EXTRA_NAMED) === 0) return addRef(vm.noArguments);
  const shown: Zval[] = [];
  for (let n = 0; n < call.numArgs; n++) {
    const v = argumentOf(call, n);
    shown.push(hides && isSensitive(call.func, n) ? sensitiveValue(vm, v) : addRef(v ?? null));
  }
  const args = PhpArray.fromList(shown);
  if ((call.callInfo & CALL_HAS_EXTRA_NAMED) !== 0 && call.extraNamedParams !== null) {
    const variadic = call.func.argInfo.length - 1;
    const hidden = hides && call.func.argInfo[variadic]?.variadic === true && isSensitive(call.func, variadic);
    call.extraNamedParams.forEach((v, key) => {
      args.set(key, hidden ? sensitiveValue(vm, deref(v)) : addRef(deref(v)));
    });
  }
  return args;
}

/** Dereferenced, borrowed. */
function argumentOf(call: ExecuteData, n: number): Zval {
  const func = call.func;
  const bySymbol = func.type === 2 && n < func.numArgs && (call.callInfo & CALL_HAS_SYMBOL_TABLE) !== 0;
  if (bySymbol && call.symbolTable !== null && func.type === 2) {
    const held = call.symbolTable.getSym(func.vars[n] ?? '');
    return deref(held instanceof PhpIndirect ? held.slots[held.index] : held);
  }
  const slot = func.type === 2 ? argumentSlot(call, n) : call.base + CALL_FRAME_SLOT + n;
  return deref(call.slots[slot]);
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
