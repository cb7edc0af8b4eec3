/** Public constants of PHP's own classes. Source: surroundings.generated.ts */
import type { Zval } from '../value/zval.ts';
import { CLASS_CONSTANTS } from './surroundings.generated.ts';

/** The constant's value; undefined when PHP has no such class or constant. */
export function internalClassConstant(lcClass: string, name: string): Zval {
  const members = Object.hasOwn(CLASS_CONSTANTS, lcClass) ? CLASS_CONSTANTS[lcClass] : undefined;
  const text = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
  if (text === undefined) return undefined;
  const rest = text.slice(1);
  switch (text[0]) {
    case 'i':
      return Number.isSafeInteger(Number(rest)) ? Number(rest) : BigInt(rest);
    case 's':
      return rest;
    case 'b':
      return rest === '1';
    default:
      return null;
  }
}
