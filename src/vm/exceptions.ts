/**
 * Exception objects as the engine makes them.
 * Source: php-src Zend/zend_exceptions.c
 */
import { previousOf, SLOT_CODE, SLOT_MESSAGE, SLOT_PREVIOUS } from '../object/exception-slots.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { PhpInt } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/** Class of the exception that unwinds a fiber which is destroyed; no Throwable, so nothing catches it. */
export const GRACEFUL_EXIT = 'GracefulExit';

/** Unwinds a machine that is destroyed; nothing catches it. */
export function isGracefulExit(exception: PhpObject): boolean {
  return exception.ce.type === 1 && exception.ce.name === GRACEFUL_EXIT;
}

/** A new exception with message and code; file, line and trace are filled when the object is created. */
export function createException(vm: Executor, ce: ClassEntry, message: string, code: PhpInt): PhpObject {
  const obj = vm.newObject(ce);
  obj.props[SLOT_MESSAGE] = message;
  obj.props[SLOT_CODE] = code;
  return obj;
}

/**
 * zend_exception_set_previous: appends `previous` (owned) to the end of the chain of `exception`, unless one of that chain
 * is among the exceptions before `previous` already.
 */
export function setPrevious(vm: Executor, exception: PhpObject, previous: PhpObject): void {
  if (exception === previous || previous === vm.unwindExit || isGracefulExit(previous) || isGracefulExit(exception)) {
    release(vm, previous);
    return;
  }
  for (let at = exception; at !== previous; ) {
    if (chainContains(previousOf(previous), at)) break;
    const next = previousOf(at);
    if (next === null) {
      at.props[SLOT_PREVIOUS] = previous;
      return;
    }
    at = next;
  }
  release(vm, previous);
}

function chainContains(from: PhpObject | null, wanted: PhpObject): boolean {
  for (let at = from; at !== null; at = previousOf(at)) {
    if (at === wanted) return true;
  }
  return false;
}
