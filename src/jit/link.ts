/** From the source of compiled code to a function of this engine. */
import type { OpArray } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference } from '../value/zval.ts';
import { HANDLERS } from '../vm/dispatch.generated.ts';
import { AGAIN, type CompiledCode, ENDING, EXIT, YIELDED } from '../vm/jit-port.ts';
import type { Compiled } from './compile.ts';

/** Makes the source a function: its free names are the engine's routines and this op_array's constants. */
export function link(
  func: OpArray,
  made: Compiled,
  runtime: Readonly<Record<string, unknown>>,
  float: PhpFloat,
): CompiledCode {
  const names: Record<string, unknown> = {
    O: func.opcodes,
    A: PhpArray,
    F: PhpFloat,
    R: PhpReference,
    Y: PhpObject,
    J: runtime,
    E: EXIT,
    Z: YIELDED,
    D: ENDING,
    I: AGAIN,
    N: float,
    T: func,
  };
  for (const n of made.handlers) if (HANDLERS[n] !== undefined) names[`H${n}`] = HANDLERS[n];
  for (const [i, constant] of made.constants.entries()) names[`K${i}`] = constant;
  const factory = new Function(
    ...Object.keys(names),
    `'use strict';${made.prelude}return(function(${made.parameters}){${made.source}})`,
  ) as (...args: unknown[]) => CompiledCode;
  return factory(...Object.values(names));
}
