/**
 * The NaN that a processor makes of an invalid operation (`INF - INF`) has its sign bit set, unlike the constant NAN; C
 * prints it as `-nan`. JavaScript hides a NaN's sign, so constant folding puts this one value in its place.
 */
import { PhpFloat } from '../value/zval.ts';

/** A folded NaN whose sign bit is set; told apart by identity. */
export const INVALID_NAN: PhpFloat = new PhpFloat(Number.NaN);
