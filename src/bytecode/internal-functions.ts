/**
 * What the compiler knows of PHP's own functions, classes and constants: real php 8.2's, whether or not src/lib has them,
 * because `INIT_FCALL`, the SEND_* opcodes and constant substitution depend on them.
 * Source: internal-functions.generated.ts (scripts/gen-internal-functions.php).
 */
import type { Zval } from '../value/zval.ts';
import { PhpFloat } from '../value/zval.ts';
import { INTERNAL_CLASSES, INTERNAL_CONSTANTS, INTERNAL_FUNCTIONS } from './internal-functions.generated.ts';

/** How a parameter is passed (ZEND_SEND_BY_VAL, ZEND_SEND_BY_REF, ZEND_SEND_PREFER_REF). */
export type SendMode = 0 | 1 | 2;

/** A parameter of an internal function. */
export interface InternalParam {
  name: string;
  mode: SendMode;
}

/** The signature of an internal function. */
export interface InternalFunctionInfo {
  name: string;
  deprecated: boolean;
  returnsReference: boolean;
  requiredNumArgs: number;
  /** Parameters without the variadic one. */
  params: InternalParam[];
  /** The variadic parameter, null when there is none. */
  variadic: InternalParam | null;
}

const NAMES: ReadonlySet<string> = new Set(INTERNAL_CLASSES.map((name) => name.toLowerCase()));

/** The signature of an internal function, null when PHP has none of that name. `lcName` is in lower case. */
export function internalFunctionInfo(lcName: string): InternalFunctionInfo | null {
  const text = Object.hasOwn(INTERNAL_FUNCTIONS, lcName) ? INTERNAL_FUNCTIONS[lcName] : undefined;
  if (text === undefined) {
    return null;
  }
  const [flags = '', required = '0', list = ''] = text.split(' ');
  const info: InternalFunctionInfo = {
    name: lcName,
    deprecated: flags.includes('D'),
    returnsReference: flags.includes('R'),
    requiredNumArgs: Number(required),
    params: [],
    variadic: null,
  };
  for (const word of list === '' ? [] : list.split(',')) {
    const mode: SendMode = word.startsWith('&') ? 1 : word.startsWith('~') ? 2 : 0;
    const rest = mode === 0 ? word : word.slice(1);
    if (rest.startsWith('...')) {
      info.variadic = { name: rest.slice(3), mode };
    } else {
      info.params.push({ name: rest, mode });
    }
  }
  return info;
}

/** Whether PHP itself has a class, interface or trait of that name (lower case). */
export function isInternalClass(lcName: string): boolean {
  return NAMES.has(lcName);
}

/**
 * The value of a persistent constant that the compiler may substitute, `undefined` when there is none.
 * Names are case-sensitive.
 */
export function internalConstant(name: string): Zval {
  const text = Object.hasOwn(INTERNAL_CONSTANTS, name) ? INTERNAL_CONSTANTS[name] : undefined;
  if (text === undefined) {
    return undefined;
  }
  const rest = text.slice(1);
  switch (text[0]) {
    case 'i': {
      const n = Number(rest);
      return Number.isSafeInteger(n) ? n : BigInt(rest);
    }
    case 'f':
      return new PhpFloat(Number(rest));
    case 's':
      return rest;
    case 'b':
      return rest === '1';
    default:
      return null;
  }
}

/** The names of all of them, sorted. */
export function internalConstantNames(): readonly string[] {
  return Object.keys(INTERNAL_CONSTANTS);
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
