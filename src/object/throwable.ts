/**
 * Throwables: what is filled in when one is created, and how they are shown.
 * Source: php-src 8.2 Zend/zend_exceptions.c
 */
import { toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { scalarText } from '../value/scalar-text.ts';
import { type Zval, deref, PhpResource } from '../value/zval.ts';
import { displayName } from './class-queries.ts';
import { exceptionSlot, previousOf, SLOT_FILE, SLOT_LINE, SLOT_MESSAGE, SLOT_TRACE } from './exception-slots.ts';
import type { NativeCode } from './native-code.ts';
import type { Runtime } from './runtime.ts';

/** zend_default_exception_new: file, line and trace of where the program stands now. */
export function initException(rt: Runtime, exception: PhpObject): void {
  const at = exceptionPosition(rt, exception);
  exception.props[SLOT_FILE] = at.file;
  exception.props[SLOT_LINE] = at.line;
  const old = exception.props[SLOT_TRACE];
  exception.props[SLOT_TRACE] = rt.buildBacktrace();
  // the class holds its default, too
  if (old instanceof PhpArray && old.rc > 1) old.rc--;
  else release(rt, old);
}

/** A CompileError or ParseError is at the code being compiled, anything else where execution stands. */
function exceptionPosition(rt: Runtime, exception: PhpObject): { file: string; line: number } {
  const isCompile = exception.ce.name === 'ParseError' || exception.ce.name === 'CompileError';
  const compiled = isCompile ? rt.compiledPosition() : null;
  return compiled ?? { file: rt.executedFile(), line: rt.executedLine() };
}

/** zend.exception_string_param_max_len when the runtime does not say. */
const MAX_STRING_ARG = 15;

/** One argument of a trace line (_build_trace_args). */
function argumentText(rt: Runtime, value: Zval): string {
  const v = deref(value);
  if (v instanceof PhpArray) return 'Array';
  if (v instanceof PhpResource) return `Resource id #${v.id}`;
  if (v instanceof PhpObject) return `Object(${displayName(v.ce.name)})`;
  return scalarText(rt, v, rt.exceptionStringMaxLength ?? MAX_STRING_ARG);
}

function argumentsText(rt: Runtime, args: Zval): string {
  if (!(args instanceof PhpArray)) return '';
  const parts: string[] = [];
  args.forEach((value, key) => {
    const text = argumentText(rt, value);
    parts.push(typeof key === 'string' ? `${key}: ${text}` : text);
  });
  return parts.join(', ');
}

function field(frame: PhpArray, name: string): Zval {
  return deref(frame.getStr(name));
}

/** _build_trace_string: one line without its newline. */
function frameText(rt: Runtime, frame: PhpArray, n: number): string {
  const file = field(frame, 'file');
  const line = field(frame, 'line');
  const where =
    typeof file === 'string' ? `${file}(${typeof line === 'number' ? line : 0}): ` : '[internal function]: ';
  const part = (name: string): string => {
    const v = field(frame, name);
    return typeof v === 'string' ? displayName(v) : '';
  };
  return `#${n} ${where}${part('class')}${part('type')}${part('function')}(${argumentsText(rt, field(frame, 'args'))})`;
}

/** zend_trace_to_string: getTraceAsString() of a trace array. */
export function traceToString(rt: Runtime, trace: PhpArray): string {
  const lines: string[] = [];
  trace.forEach((frame) => {
    const f = deref(frame);
    if (f instanceof PhpArray) lines.push(frameText(rt, f, lines.length));
  });
  lines.push(`#${lines.length} {main}`);
  return lines.join('\n');
}

/** getTraceAsString() of an exception. */
export function exceptionTrace(rt: Runtime, exception: PhpObject): string {
  const trace = exceptionSlot(exception, SLOT_TRACE);
  return traceToString(rt, trace instanceof PhpArray ? trace : new PhpArray());
}

/**
 * Exception::__toString: the oldest exception first, then "Next ..." for each that followed. Null when converting a
 * property threw.
 */
export function* exceptionToString(rt: Runtime, exception: PhpObject): NativeCode<string | null> {
  let text = '';
  const seen = new Set<PhpObject>();
  for (let e: PhpObject | null = exception; e !== null && !seen.has(e); e = previousOf(e)) {
    seen.add(e);
    const name = displayName(e.ce.name);
    let message = yield* rt.toStringOf(exceptionSlot(e, SLOT_MESSAGE) ?? null);
    const file = yield* rt.toStringOf(exceptionSlot(e, SLOT_FILE) ?? null);
    if (message === null || file === null) return null;
    const isTypeError = e.ce.name === 'TypeError' || e.ce.name === 'ArgumentCountError';
    if (isTypeError && message.includes(', called in ')) message += ' and defined';
    const head = message.length > 0 ? `${name}: ${message}` : name;
    const line = toInt(rt, exceptionSlot(e, SLOT_LINE) ?? null);
    const next = text.length > 0 ? `\n\nNext ${text}` : '';
    text = `${head} in ${file}:${line}\nStack trace:\n${exceptionTrace(rt, e)}${next}`;
  }
  return text;
}
