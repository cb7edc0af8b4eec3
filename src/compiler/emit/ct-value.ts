/**
 * Constants at compile time: their types, conversions, and a context for operators that must stay silent.
 * Source: php-src 8.2 Zend/zend_compile.c, Zend/zend_operators.c
 */
import { InternalError } from '../../base/assert.ts';
import { E_WARNING } from '../../base/diagnostics.ts';
import type { ValueContext } from '../../value/context.ts';
import { toStr } from '../../value/convert.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpConstantAst, PhpFloat, type PhpInt, type Zval } from '../../value/zval.ts';
import {
  IS_ARRAY,
  IS_CONSTANT_AST,
  IS_DOUBLE,
  IS_FALSE,
  IS_LONG,
  IS_NULL,
  IS_OBJECT,
  IS_STRING,
  IS_TRUE,
  IS_UNDEF,
} from '../ast-flags.ts';
import type { Compiler } from './context.ts';

function impossible(what: string): never {
  throw new InternalError(`constant folding ${what}`);
}

/**
 * The ValueContext of a compilation. Folding is only tried where nothing can be reported, so a report is a bug of ours.
 */
export function ctContext(c: Compiler): ValueContext {
  return {
    error: (_level, message) => impossible(`reported: ${message}`),
    throwError: (_className, message) => impossible(`threw: ${message}`),
    fatalError: (message) => impossible(`failed: ${message}`),
    exception: null,
    precision: c.options.precision ?? 14,
    serializePrecision: -1,
    freeObject: () => impossible('met an object'),
    gcPossibleRoot: () => undefined,
    objectTypeName: () => impossible('met an object'),
  };
}

/** Z_TYPE of a constant (IS_NULL, IS_FALSE, ...). */
export function constType(v: Zval): number {
  switch (typeof v) {
    case 'undefined':
      return IS_UNDEF;
    case 'boolean':
      return v ? IS_TRUE : IS_FALSE;
    case 'number':
    case 'bigint':
      return IS_LONG;
    case 'string':
      return IS_STRING;
    default:
      if (v === null) return IS_NULL;
      if (v instanceof PhpFloat) return IS_DOUBLE;
      if (v instanceof PhpArray) return IS_ARRAY;
      return v instanceof PhpConstantAst ? IS_CONSTANT_AST : IS_OBJECT;
  }
}

/** convert_to_string of a constant; an array becomes "Array" with a warning. */
export function constToString(c: Compiler, v: Zval): string {
  if (typeof v === 'string') return v;
  if (v instanceof PhpArray) {
    c.warn(E_WARNING, 'Array to string conversion');
    return 'Array';
  }
  return toStr(ctContext(c), v);
}

/** ZEND_HANDLE_NUMERIC: an integer numeral becomes the int it names, any other string stays. */
export function handleNumericKey(s: string): PhpInt | string {
  return normalizeKey(s);
}
