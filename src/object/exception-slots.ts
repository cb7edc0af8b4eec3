/**
 * Where the properties of Exception and Error sit: both classes declare the same seven in the same order.
 * Source: php-src Zend/zend_exceptions.stub.php
 */
import { PhpObject } from '../value/php-object.ts';

export const SLOT_MESSAGE = 0;
export const SLOT_STRING = 1;
export const SLOT_CODE = 2;
export const SLOT_FILE = 3;
export const SLOT_LINE = 4;
export const SLOT_TRACE = 5;
export const SLOT_PREVIOUS = 6;

/** The previous exception; null at the end of the chain. */
export function previousOf(exception: PhpObject): PhpObject | null {
  const v = exception.props[SLOT_PREVIOUS];
  return v instanceof PhpObject ? v : null;
}
