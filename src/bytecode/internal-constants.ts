/**
 * The constants of real php 8.2, whether or not src/lib has them: the compiler substitutes them.
 * Source: internal-constants.generated.ts (scripts/gen-internal-functions.php)
 */
import type { Zval } from '../value/zval.ts';
import { PhpFloat } from '../value/zval.ts';
import { INTERNAL_CONSTANTS } from './internal-constants.generated.ts';
import { allLines, lineOf } from './sorted-lines.ts';

/**
 * The value of a persistent constant that the compiler may substitute, `undefined` when there is none.
 * Names are case-sensitive.
 */
export function internalConstant(name: string): Zval {
  const text = lineOf(INTERNAL_CONSTANTS, name);
  return text === null ? undefined : constantValue(text);
}

/** All of them, sorted by name. */
export function* internalConstants(): Generator<readonly [name: string, value: Zval]> {
  for (const [name, text] of allLines(INTERNAL_CONSTANTS)) yield [name, constantValue(text)];
}

/** `text`: a letter of type, then the value. */
function constantValue(text: string): Zval {
  const rest = text.slice(1);
  switch (text[0]) {
    case 'i': {
      const n = Number(rest);
      return Number.isSafeInteger(n) ? n : BigInt(rest);
    }
    case 'f':
      return new PhpFloat(Number(rest));
    case 's':
      return rest.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
    case 'b':
      return rest === '1';
    default:
      return null;
  }
}

/** zend_get_special_const: true, false, null in any case; undefined for other names. */
export function specialConstant(name: string): Zval {
  if (name.length < 4 || name.length > 5) return undefined;
  switch (name.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return undefined;
  }
}
