/**
 * Output buffering: the ob_* functions.
 * Source: php-src main/output.c
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import { callableName } from '../object/callable.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import {
  OUTPUT_HANDLER_CLEAN,
  OUTPUT_HANDLER_CLEANABLE,
  OUTPUT_HANDLER_DISABLED,
  OUTPUT_HANDLER_FINAL,
  OUTPUT_HANDLER_FLUSH,
  OUTPUT_HANDLER_FLUSHABLE,
  OUTPUT_HANDLER_REMOVABLE,
  OUTPUT_HANDLER_START,
  OUTPUT_HANDLER_STARTED,
  OUTPUT_HANDLER_STDFLAGS,
  OUTPUT_HANDLER_WRITE,
  type OutputBuffer,
} from '../vm/output.ts';
import { type FunctionDef, fn, p } from './define.ts';

const DEFAULT_NAME = 'default output handler';
/** PHP_OUTPUT_HANDLER_USER */
const USER = 1;
const DEFAULT_SIZE = 0x4000;
const PAGE = 0x1000;

export const outputConstants: Readonly<Record<string, Zval>> = {
  PHP_OUTPUT_HANDLER_START: OUTPUT_HANDLER_START,
  PHP_OUTPUT_HANDLER_WRITE: OUTPUT_HANDLER_WRITE,
  PHP_OUTPUT_HANDLER_FLUSH: OUTPUT_HANDLER_FLUSH,
  PHP_OUTPUT_HANDLER_CLEAN: OUTPUT_HANDLER_CLEAN,
  PHP_OUTPUT_HANDLER_FINAL: OUTPUT_HANDLER_FINAL,
  PHP_OUTPUT_HANDLER_CONT: OUTPUT_HANDLER_WRITE,
  PHP_OUTPUT_HANDLER_END: OUTPUT_HANDLER_FINAL,
  PHP_OUTPUT_HANDLER_CLEANABLE: OUTPUT_HANDLER_CLEANABLE,
  PHP_OUTPUT_HANDLER_FLUSHABLE: OUTPUT_HANDLER_FLUSHABLE,
  PHP_OUTPUT_HANDLER_REMOVABLE: OUTPUT_HANDLER_REMOVABLE,
  PHP_OUTPUT_HANDLER_STDFLAGS: OUTPUT_HANDLER_STDFLAGS,
  PHP_OUTPUT_HANDLER_STARTED: OUTPUT_HANDLER_STARTED,
  PHP_OUTPUT_HANDLER_DISABLED: OUTPUT_HANDLER_DISABLED,
};

function active(rt: Executor): OutputBuffer | undefined {
  return rt.output.stack[rt.output.stack.length - 1];
}

function level(rt: Executor): number {
  return rt.output.stack.length - 1;
}

/** php_output_lock_error: buffering inside of a handler ends the request. */
function checkLock(rt: Executor, name: string): void {
  if (!rt.output.stack.some((b) => b.running)) return;
  rt.output.abandon();
  rt.fatalError(`${name}(): Cannot use output buffering in output buffering display handlers`);
}

function notice(rt: Executor, name: string, what: string): false {
  rt.error(E_NOTICE, `${name}(): ${what}`);
  return false;
}

function start(rt: Executor, callback: Zval, chunkSize: number, flags: number): Zval {
  checkLock(rt, 'ob_start');
  let name = DEFAULT_NAME;
  if (callback !== null) {
    const why = { message: '' };
    if (rt.resolveCallable(callback, why) === null) {
      rt.error(E_WARNING, `ob_start(): ${why.message}`);
      return notice(rt, 'ob_start', 'Failed to create buffer');
    }
    name = callableName(callback);
  }
  const kept = flags & ~0xf;
  rt.output.start(addRef(callback), name, Math.max(0, chunkSize), callback === null ? kept : kept | USER);
  return true;
}

function nothing(what: string): string {
  return `Failed to ${what} buffer. No buffer to ${what.replace(' and ', ' or ')}`;
}

/** Runs `work` on the innermost buffer when it allows it. */
function* onBuffer(
  rt: Executor,
  name: string,
  need: number,
  missing: string,
  refused: string,
  work: (buffer: OutputBuffer) => NativeCode<void>,
): NativeCode {
  const buffer = active(rt);
  if (buffer === undefined) return notice(rt, name, missing);
  if ((buffer.flags & need) === 0)
    return notice(rt, name, `Failed to ${refused} buffer of ${buffer.name} (${level(rt)})`);
  checkLock(rt, name);
  yield* work(buffer);
  return true;
}

/** The content, then the buffer's end. */
function* takeContents(rt: Executor, name: string, discard: boolean): NativeCode {
  const buffer = active(rt);
  if (buffer === undefined) return false;
  const data = buffer.data;
  if ((buffer.flags & OUTPUT_HANDLER_REMOVABLE) === 0) {
    const at = `buffer of ${buffer.name} (${level(rt)})`;
    notice(rt, name, `Failed to ${discard ? 'discard' : 'send'} ${at}`);
    notice(rt, name, `Failed to delete ${at}`);
    return data;
  }
  checkLock(rt, name);
  yield* rt.output.end(discard);
  return data;
}

/** The size PHP's buffer would have grown to. */
function bufferSize(buffer: OutputBuffer): number {
  const initial = buffer.chunkSize > 1 ? Math.ceil(buffer.chunkSize / PAGE) * PAGE + PAGE : DEFAULT_SIZE;
  const used = buffer.data.length;
  return used < initial ? initial : Math.ceil(used / PAGE) * PAGE + PAGE;
}

function statusOf(buffer: OutputBuffer, at: number): PhpArray {
  return PhpArray.fromEntries([
    ['name', buffer.name],
    ['type', buffer.flags & 0xf],
    ['flags', buffer.flags],
    ['level', at],
    ['chunk_size', buffer.chunkSize],
    ['buffer_size', bufferSize(buffer)],
    ['buffer_used', buffer.data.length],
  ]);
}

export const outputFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ob_start',
    doc: 'Starts an output buffer.',
    params: [
      p.mixed('callback', { default: null }),
      p.int('chunk_size', { default: 0 }),
      p.int('flags', { default: OUTPUT_HANDLER_STDFLAGS, text: 'PHP_OUTPUT_HANDLER_STDFLAGS' }),
    ],
    returns: ['bool'],
    impl: start,
  }),
  fn({
    name: 'ob_flush',
    doc: 'Passes the content of the buffer on.',
    params: [],
    returns: ['bool'],
    impl: (rt) =>
      onBuffer(rt, 'ob_flush', OUTPUT_HANDLER_FLUSHABLE, nothing('flush'), 'flush', () => rt.output.flush()),
  }),
  fn({
    name: 'ob_clean',
    doc: 'Drops the content of the buffer.',
    params: [],
    returns: ['bool'],
    impl: (rt) =>
      onBuffer(rt, 'ob_clean', OUTPUT_HANDLER_CLEANABLE, nothing('delete'), 'delete', () => rt.output.clean()),
  }),
  fn({
    name: 'ob_end_flush',
    doc: 'Passes the content on and ends the buffer.',
    params: [],
    returns: ['bool'],
    impl: (rt) =>
      onBuffer(rt, 'ob_end_flush', OUTPUT_HANDLER_REMOVABLE, nothing('delete and flush'), 'send', () =>
        rt.output.end(false),
      ),
  }),
  fn({
    name: 'ob_end_clean',
    doc: 'Drops the content and ends the buffer.',
    params: [],
    returns: ['bool'],
    impl: (rt) =>
      onBuffer(rt, 'ob_end_clean', OUTPUT_HANDLER_REMOVABLE, nothing('delete'), 'discard', () => rt.output.end(true)),
  }),
  fn({
    name: 'ob_get_flush',
    doc: 'Passes the content on, ends the buffer and returns the content.',
    params: [],
    returns: ['string', 'false'],
    impl(rt) {
      if (active(rt) === undefined) return notice(rt, 'ob_get_flush', nothing('delete and flush'));
      return takeContents(rt, 'ob_get_flush', false);
    },
  }),
  fn({
    name: 'ob_get_clean',
    doc: 'Ends the buffer and returns its content.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt) => takeContents(rt, 'ob_get_clean', true),
  }),
  fn({
    name: 'ob_get_contents',
    doc: 'The content of the buffer.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt) => active(rt)?.data ?? false,
  }),
  fn({
    name: 'ob_get_level',
    doc: 'How many buffers there are.',
    params: [],
    returns: ['int'],
    impl: (rt) => rt.output.stack.length,
  }),
  fn({
    name: 'ob_get_length',
    doc: 'The length of the content of the buffer.',
    params: [],
    returns: ['int', 'false'],
    impl: (rt) => active(rt)?.data.length ?? false,
  }),
  fn({
    name: 'ob_list_handlers',
    doc: 'The names of the handlers of all buffers.',
    params: [],
    returns: ['array'],
    impl: (rt) => PhpArray.fromList(rt.output.stack.map((b) => b.name)),
  }),
  fn({
    name: 'ob_get_status',
    doc: 'What is known about the innermost or all buffers.',
    params: [p.bool('full_status', { default: false })],
    returns: ['array'],
    impl(rt, full) {
      const buffer = active(rt);
      if (buffer === undefined) return new PhpArray();
      return full ? PhpArray.fromList(rt.output.stack.map(statusOf)) : statusOf(buffer, level(rt));
    },
  }),
  fn({
    name: 'ob_implicit_flush',
    doc: 'Flushes after every output or not.',
    params: [p.bool('enable', { default: true })],
    returns: ['void'],
    impl(rt, enable) {
      rt.output.implicitFlush = enable;
      return null;
    },
  }),
  fn({
    name: 'flush',
    doc: 'Sends what was written to standard output.',
    params: [],
    returns: ['void'],
    impl(rt) {
      rt.host.flush();
      return null;
    },
  }),
];
