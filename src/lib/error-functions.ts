/**
 * Error handling functions.
 * Source: php-src Zend/zend_builtin_functions.c, ext/standard/basic_functions.c
 */
import {
  E_ALL,
  E_USER_DEPRECATED,
  E_USER_ERROR,
  E_USER_NOTICE,
  E_USER_WARNING,
  ERROR_LEVELS,
} from '../base/diagnostics.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type Zval } from '../value/zval.ts';
import { fetchBacktrace } from '../vm/backtrace.ts';
import { logMessage } from '../vm/errors.ts';
import type { Executor, UserHandler } from '../vm/executor.ts';
import { backtraceText } from './backtrace-text.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The E_* constants. */
export const errorConstants: Readonly<Record<string, Zval>> = Object.fromEntries([
  ...ERROR_LEVELS.map((row) => [row.name, row.level] as const),
  ['E_ALL', E_ALL] as const,
  ['DEBUG_BACKTRACE_PROVIDE_OBJECT', 1] as const,
  ['DEBUG_BACKTRACE_IGNORE_ARGS', 2] as const,
]);

/** Checks a handler argument: false after a TypeError. */
function checkHandler(rt: Executor, callback: Zval): boolean {
  if (callback === null) return true;
  const why = { message: '' };
  if (rt.resolveCallable(callback, why) !== null) return true;
  rt.argumentTypeError(1, `must be a valid callback or null, ${why.message}`);
  return false;
}

function shown(handler: UserHandler | null): Zval {
  return handler === null ? null : addRef(handler.callable);
}

function made(callback: Zval, mask: number): UserHandler | null {
  return callback === null ? null : { callable: addRef(callback), mask };
}

function triggerError(rt: Executor, message: string, level: number): Zval {
  if (![E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, E_USER_DEPRECATED].includes(level)) {
    return rt.argumentValueError(2, 'must be one of E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, or E_USER_DEPRECATED');
  }
  rt.error(level, message);
  return true;
}

export const errorFunctions: readonly FunctionDef[] = [
  fn({
    name: 'error_reporting',
    doc: 'The mask of reported error levels; sets it when given one.',
    params: [p.nullable(p.int('error_level'), { default: null })],
    returns: ['int'],
    impl(rt, level) {
      const before = rt.errorReporting;
      if (level !== null) {
        rt.errorReporting = level;
        rt.ini.set('error_reporting', String(level));
      }
      return before;
    },
  }),
  fn({
    name: 'set_error_handler',
    doc: 'Makes a callback receive errors of the given levels.',
    params: [p.mixed('callback'), p.int('error_levels', { default: E_ALL, text: 'E_ALL' })],
    returns: null,
    impl(rt, callback, levels) {
      if (!checkHandler(rt, callback)) return null;
      const before = rt.errorHandler;
      rt.errorHandlerStack.push(before);
      rt.errorHandler = made(callback, levels);
      return shown(before);
    },
  }),
  fn({
    name: 'restore_error_handler',
    doc: 'Puts the error handler before the current one back.',
    params: [],
    returns: ['true'],
    impl(rt) {
      const current = rt.errorHandler;
      rt.errorHandler = rt.errorHandlerStack.pop() ?? null;
      if (current !== null) rt.releaseValue(current.callable);
      return true;
    },
  }),
  fn({
    name: 'set_exception_handler',
    doc: 'Makes a callback receive exceptions that nobody caught.',
    params: [p.mixed('callback')],
    returns: null,
    impl(rt, callback) {
      if (!checkHandler(rt, callback)) return null;
      const before = rt.exceptionHandler;
      rt.exceptionHandlerStack.push(before);
      rt.exceptionHandler = made(callback, 0);
      return shown(before);
    },
  }),
  fn({
    name: 'restore_exception_handler',
    doc: 'Puts the exception handler before the current one back.',
    params: [],
    returns: ['true'],
    impl(rt) {
      const current = rt.exceptionHandler;
      rt.exceptionHandler = rt.exceptionHandlerStack.pop() ?? null;
      if (current !== null) rt.releaseValue(current.callable);
      return true;
    },
  }),
  fn({
    name: 'trigger_error',
    doc: 'Raises an error of a user level.',
    params: [p.string('message'), p.int('error_level', { default: E_USER_NOTICE, text: 'E_USER_NOTICE' })],
    returns: ['bool'],
    impl: triggerError,
  }),
  fn({
    name: 'user_error',
    doc: 'Raises an error of a user level (trigger_error).',
    params: [p.string('message'), p.int('error_level', { default: E_USER_NOTICE, text: 'E_USER_NOTICE' })],
    returns: ['bool'],
    impl: triggerError,
  }),
  fn({
    name: 'error_get_last',
    doc: 'The last error that was not handled by a callback.',
    params: [],
    returns: ['array', 'null'],
    impl(rt) {
      const last = rt.lastError;
      if (last === null) return null;
      return PhpArray.fromEntries([
        ['type', last.type],
        ['message', last.message],
        ['file', last.file],
        ['line', last.line],
      ]);
    },
  }),
  fn({
    name: 'error_clear_last',
    doc: 'Forgets the last error.',
    params: [],
    returns: ['void'],
    impl(rt) {
      rt.lastError = null;
      return null;
    },
  }),
  fn({
    name: 'error_log',
    doc: 'Writes a message to standard error (type 0 or 4) or appends it to a file (type 3).',
    params: [
      p.string('message'),
      p.int('message_type', { default: 0 }),
      p.nullable(p.string('destination'), { default: null }),
      p.nullable(p.string('additional_headers'), { default: null }),
    ],
    returns: ['bool'],
    impl(rt, message, type, destination) {
      if (type === 3 && destination !== null) return rt.host.writeFile(destination, message, true);
      if (type === 0) logMessage(rt, message);
      else rt.host.writeErr(`${message}\n`);
      return true;
    },
  }),
  fn({
    name: 'debug_backtrace',
    doc: 'The calls that led here.',
    params: [p.int('options', { default: 1, text: 'DEBUG_BACKTRACE_PROVIDE_OBJECT' }), p.int('limit', { default: 0 })],
    returns: ['array'],
    impl: (rt, flags, limit) => fetchBacktrace(rt, true, flags, limit),
  }),
  fn({
    name: 'debug_print_backtrace',
    doc: 'Prints the calls that led here.',
    params: [p.int('options', { default: 0 }), p.int('limit', { default: 0 })],
    returns: ['void'],
    impl(rt, flags, limit) {
      const trace = fetchBacktrace(rt, true, flags, limit);
      rt.write(backtraceText(rt, trace));
      rt.releaseValue(trace);
      return null;
    },
  }),
];
