/**
 * What the compiler knows of PHP's own functions and classes: real php 8.2's, whether or not src/lib has them, because
 * `INIT_FCALL` and the SEND_* opcodes depend on them.
 * Source: internal-functions.generated.ts (scripts/gen-internal-functions.php).
 */
import { lineOf } from '../bytecode/sorted-lines.ts';
import { INTERNAL_CLASSES, INTERNAL_FUNCTIONS } from './internal-functions.generated.ts';

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

/** The signature of an internal function, null when PHP has none of that name. `lcName` is in lower case. */
export function internalFunctionInfo(lcName: string): InternalFunctionInfo | null {
  const text = lineOf(INTERNAL_FUNCTIONS, lcName);
  if (text === null) return null;
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
  return INTERNAL_CLASSES.includes(`\n${lcName}\n`);
}
