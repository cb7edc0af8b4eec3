import type { Zval } from '../../value/zval.ts';

/** What a folding answers when the operation must wait for run time. */
export const NOT_CONSTANT: unique symbol = Symbol('not constant');
/** A value, or that there is none yet. */
export type Folded = Zval | typeof NOT_CONSTANT;
