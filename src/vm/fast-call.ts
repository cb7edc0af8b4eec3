import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';

/**
 * What the fast-call variable of a try/finally holds while the finally block runs: the exception to rethrow behind it,
 * or the opline of the FAST_CALL to return to. (Zend packs both into one zval.)
 */
export class FastCall {
  exception: PhpObject | null;
  /** Opline number of the FAST_CALL; -1 when the block was entered by an exception. */
  readonly opline: number;
  constructor(exception: PhpObject | null, opline: number) {
    this.exception = exception;
    this.opline = opline;
  }
}

/** The fast-call state in a slot relative to the frame; null when the block has not been entered. */
export function fastCallAt(ex: ExecuteData, slot: number): FastCall | null {
  const v: unknown = ex.slots[ex.base + slot];
  return v instanceof FastCall ? v : null;
}

/** Stores it; the slot is never read as a PHP value. */
export function setFastCall(ex: ExecuteData, slot: number, state: FastCall | null): void {
  ex.slots[ex.base + slot] = (state ?? undefined) as unknown as Zval;
}
