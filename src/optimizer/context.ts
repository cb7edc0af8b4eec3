/**
 * What the passes share: the level, the classes of the script, and how values are computed without saying anything.
 * Source: php-src 8.2 Zend/Optimizer/zend_optimizer.h (zend_optimizer_ctx)
 */
import { internalError } from '../base/assert.ts';
import type { ClassDecl } from '../bytecode/class-decl.ts';
import type { OpArray } from '../bytecode/op-array.ts';
import type { ValueContext } from '../value/context.ts';

/** Bits of `opcache.optimization_level`: pass n is bit n - 1. */
export const PASS_1: number = 1 << 0;
export const PASS_3: number = 1 << 2;
export const PASS_5: number = 1 << 4;
export const PASS_9: number = 1 << 8;
export const PASS_10: number = 1 << 9;
export const PASS_11: number = 1 << 10;

/** The passes that this optimizer has. */
export const SUPPORTED_PASSES: number = PASS_1 | PASS_3 | PASS_5 | PASS_9 | PASS_10 | PASS_11;

/** One op_array on its way through the passes. */
export interface OptimizedUnit {
  readonly opArray: OpArray;
  /** The class whose method this is. */
  readonly scope: ClassDecl | null;
}

export interface OptimizerContext {
  /** By lower-cased name: the classes of the script that are declared before its first opline. */
  readonly classes: ReadonlyMap<string, ClassDecl>;
  readonly values: ValueContext;
}

function impossible(what: string): never {
  internalError(`the optimizer ${what}`);
}

/** The ValueContext of the optimizer: it computes only what reports nothing; what PHP would deprecate stays silent. */
export function silentValues(precision: number): ValueContext {
  return {
    error: () => undefined,
    throwError: (_className, message) => impossible(`threw: ${message}`),
    fatalError: (message) => impossible(`failed: ${message}`),
    exception: null,
    precision,
    serializePrecision: -1,
    freeObject: () => impossible('met an object'),
    gcPossibleRoot: () => undefined,
    objectTypeName: () => impossible('met an object'),
  };
}
