/**
 * Raising diagnostics and exceptions: what is printed, what goes to user handlers, what ends the request.
 * Source: php-src main/main.c (php_error_cb), Zend/zend.c (zend_error_impl), Zend/zend_exceptions.c
 */
import { E_COMPILE_ERROR, E_CORE_ERROR, E_ERROR, E_FATAL_ERRORS, E_PARSE, errorLabel } from '../base/diagnostics.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import { createException, isGracefulExit, setPrevious } from './exceptions.ts';
import type { DeferredCall } from './deferred.ts';
import type { Executor, UserHandler } from './executor.ts';
import type { IniSettings } from './ini.ts';
import type { InternalFunction } from './internal-function.ts';
import { currentPosition } from './position.ts';

/** How error_log's lines are dated. */
const LOG_DATE = 'd-M-Y H:i:s e';

/** Host-side: the request cannot go on (zend_bailout). Not a PHP exception; only the request loop catches it. */
export class Bailout extends Error {
  constructor() {
    super('bailout');
  }
}

/** error_reporting of the ini settings: E_ALL unless set. */
export function errorReportingFrom(ini: IniSettings): number {
  const text = ini.get('error_reporting') ?? '';
  return text === '' ? 32767 : ini.number('error_reporting');
}

/** zend_error at the current position. */
export function raiseError(vm: Executor, level: number, message: string): void {
  const at = currentPosition(vm);
  raiseErrorAt(vm, level, message, at.file, at.line);
}

/** zend_error at a given position: queues the user handler when there is one for the level, prints otherwise. */
export function raiseErrorAt(vm: Executor, level: number, message: string, file: string, line: number): void {
  const handler = vm.errorHandler;
  const engineOnly = (level & (E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR)) !== 0;
  if (handler !== null && !engineOnly && (handler.mask & level) !== 0) {
    vm.deferred.push({ kind: 'errorHandler', callable: addRef(handler.callable), level, message, file, line });
    vm.attention = true;
    return;
  }
  displayError(vm, level, message, file, line);
}

/** php_error_cb: remembers, prints, and bails out after a fatal error. */
export function displayError(vm: Executor, level: number, message: string, file: string, line: number): void {
  reportError(vm, level, message, file, line);
  if ((level & E_FATAL_ERRORS) !== 0) throw new Bailout();
}

/** php_error_cb with E_DONT_BAIL: an uncaught exception is a fatal error, but destructors still run. */
export function reportError(vm: Executor, level: number, message: string, file: string, line: number): void {
  vm.lastError = { type: level, message, file, line };
  if ((vm.errorReporting & level) !== 0 || (level & E_CORE_ERROR) !== 0) printError(vm, level, message, file, line);
  if ((level & E_FATAL_ERRORS) !== 0) vm.exitStatus = 255;
}

/** php_log_err: to the file that the setting error_log names, or to standard error. */
export function logMessage(vm: Executor, message: string): void {
  const path = vm.ini.get('error_log') ?? '';
  if (path !== '' && path !== 'syslog') {
    const date = vm.functionTable.get('date') as InternalFunction | undefined;
    const now = (date?.impl as ((...args: unknown[]) => Zval) | undefined)?.(vm, LOG_DATE, null) ?? '';
    if (vm.host.writeFile(path, `[${String(now)}] ${message}\n`, true)) return;
  }
  vm.host.writeErr(`${message}\n`);
}

/** Fatal errors are escaped; other messages were made as HTML by whoever raised them. */
function htmlMessage(level: number, message: string): string {
  if (level !== E_ERROR && level !== E_PARSE) return message;
  return message.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

function printError(vm: Executor, level: number, message: string, file: string, line: number): void {
  const label = errorLabel(level);
  if (vm.ini.flag('log_errors')) logMessage(vm, `PHP ${label}:  ${message} in ${file} on line ${line}`);
  const display = vm.ini.get('display_errors') ?? '1';
  const before = vm.ini.get('error_prepend_string') ?? '';
  const after = vm.ini.get('error_append_string') ?? '';
  const text = vm.ini.flag('html_errors')
    ? `${before}\n<br />\n<b>${label}</b>:  ${htmlMessage(level, message)} in <b>${file}</b> on line <b>${line}</b><br />\n${after}`
    : `${before}\n${label}: ${message} in ${file} on line ${line}\n${after}`;
  if (display.toLowerCase() === 'stderr') vm.host.writeErr(text);
  else if (vm.ini.flag('display_errors')) vm.write(text);
}

/** Calls a user error handler for a queued error; false from it means the standard handling. */
export function* callErrorHandler(
  vm: Executor,
  item: Extract<DeferredCall, { kind: 'errorHandler' }>,
): NativeCode<void> {
  const saved = vm.errorHandler;
  const callable = vm.resolveCallable(item.callable);
  if (callable === null) {
    release(vm, item.callable);
    displayError(vm, item.level, item.message, item.file, item.line);
    return;
  }
  // The handler is off while it runs, so that its own errors are printed.
  vm.errorHandler = null;
  const result = yield* callCatching(callable, [item.level, item.message, item.file, item.line]);
  restoreHandler(vm, saved);
  release(vm, item.callable);
  if (vm.exception === null && result === false) {
    displayError(vm, item.level, item.message, item.file, item.line);
  }
  release(vm, result);
}

function restoreHandler(vm: Executor, saved: UserHandler | null): void {
  if (vm.errorHandler === null) vm.errorHandler = saved;
}

/** zend_throw_error: a new exception of the class in flight. */
export function throwError(vm: Executor, className: string, message: string): null {
  return throwObject(vm, createException(vm, vm.classOf(className), message, 0));
}

/** zend_throw_exception_internal: `exception` (owned) is in flight; an older one becomes its previous. */
export function throwObject(vm: Executor, exception: PhpObject): null {
  const before = vm.exception;
  if (before !== null && before !== exception && (before === vm.unwindExit || isGracefulExit(before))) {
    // zend_throw_exception_internal: what unwinds is not replaced by an exception
    release(vm, exception);
    return null;
  }
  vm.exception = exception;
  vm.attention = true;
  if (before !== null && before !== exception) chainException(vm, before);
  return null;
}

/** Puts `before` (owned) at the end of the chain of previous exceptions of the one in flight, or back in flight. */
export function chainException(vm: Executor, before: PhpObject): void {
  vm.attention = true;
  if (vm.exception === null) vm.exception = before;
  else if (vm.exception !== before) setPrevious(vm, vm.exception, before);
}

/** zend_clear_exception */
export function clearException(vm: Executor): void {
  const e = vm.exception;
  vm.exception = null;
  if (e !== null) release(vm, e);
}

/** zend_error_noreturn(E_ERROR): prints and ends the request. */
export function fatalError(vm: Executor, message: string): never {
  const at = currentPosition(vm);
  return fatalErrorAt(vm, message, at.file, at.line);
}

/** The same at a position; also for E_COMPILE_ERROR, which looks alike. */
export function fatalErrorAt(vm: Executor, message: string, file: string, line: number): never {
  displayError(vm, E_ERROR, message, file, line);
  throw new Bailout();
}

/** zend_argument_error: names the running internal function and its parameter `n` (from 1). */
export function argumentError(vm: Executor, className: string, n: number, what: string): null {
  const func = vm.currentExecuteData?.func;
  if (func === undefined) return throwError(vm, className, what);
  const name = func.scope === null ? func.functionName : `${func.scope.name}::${func.functionName}`;
  // a variadic parameter has no name here
  const info = n <= func.numArgs ? func.argInfo[n - 1] : undefined;
  const named = info === undefined ? '' : ` ($${info.name})`;
  return throwError(vm, className, `${name}(): Argument #${n}${named} ${what}`);
}
