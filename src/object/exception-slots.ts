/**
 * Where Exception and Error keep their properties: both declare the same seven, first of all their descendants' slots.
 * Source: php-src 8.2 Zend/zend_exceptions.c, zend_exceptions.stub.php
 */
import { expandTrace } from '../value/compact-trace.ts';
import { PhpObject } from '../value/php-object.ts';
import { type Zval, deref } from '../value/zval.ts';

export const SLOT_MESSAGE = 0;
export const SLOT_STRING = 1;
export const SLOT_CODE = 2;
export const SLOT_FILE = 3;
export const SLOT_LINE = 4;
export const SLOT_TRACE = 5;
export const SLOT_PREVIOUS = 6;
/** ErrorException::$severity */
export const SLOT_SEVERITY = 7;

/** A property of an exception, dereferenced, borrowed. */
export function exceptionSlot(exception: PhpObject, slot: number): Zval {
  if (slot === SLOT_TRACE) exception.props[slot] = expandTrace(exception.props[slot]);
  return deref(exception.props[slot]);
}

/** getPrevious(): borrowed; null at the end of the chain. */
export function previousOf(exception: PhpObject): PhpObject | null {
  const previous = exceptionSlot(exception, SLOT_PREVIOUS);
  return previous instanceof PhpObject ? previous : null;
}
