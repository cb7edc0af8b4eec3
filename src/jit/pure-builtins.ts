/**
 * Functions of the library that only compute: for arguments of the kinds they declare they give no warning and call nobody, so
 * that nothing can see their frame. Compiled code calls what implements them; for other arguments it is left in front of the
 * call.
 */
import type { Func } from '../bytecode/op-array.ts';
import { defaultsOf } from '../vm/bind-arguments.ts';
import type { InternalFunction } from '../vm/internal-function.ts';
import type { Value } from './operand.ts';
import { possibleMask } from './declared-types.ts';
import type { Site } from './intrinsics.ts';
import type { Argument } from './state.ts';
import { boxedMask, BIG, FLT, INT } from './types.ts';

const PURE: ReadonlySet<string> = new Set([
  'substr',
  'strtolower',
  'strtoupper',
  'ucfirst',
  'lcfirst',
  'strrev',
  'trim',
  'ltrim',
  'rtrim',
  'str_contains',
  'str_starts_with',
  'str_ends_with',
  'strcmp',
  'strcasecmp',
  'bin2hex',
  'dechex',
  'decbin',
  'md5',
  'crc32',
  'ctype_alnum',
  'ctype_alpha',
  'ctype_digit',
  'ctype_lower',
  'ctype_punct',
  'ctype_space',
  'ctype_upper',
  'ctype_xdigit',
  'exp',
  'tan',
  'atan',
  'atan2',
  'fmod',
  'is_nan',
  'is_finite',
  'is_infinite',
]);
/** Pure without an offset. */
const SEARCHES: ReadonlySet<string> = new Set(['strpos', 'stripos', 'strrpos']);

/** Can the call be made without a frame, as far as the function goes? */
export function isPure(func: Func, numArgs: number): func is InternalFunction {
  if (func.type !== 1 || func.scope !== null) return false;
  const { functionName: name, requiredNumArgs, numArgs: most } = func;
  if (SEARCHES.has(name)) return numArgs === 2;
  return PURE.has(name) && numArgs >= requiredNumArgs && numArgs <= most;
}

/** Emits the call; null when an argument is of a kind that it never takes. */
export function pureCall(site: Site, func: InternalFunction, args: readonly Argument[]): Value | null {
  const { g } = site;
  const { returnType, impl } = func;
  if (impl === null || returnType === null) return null;
  const given: string[] = [];
  for (const [i, arg] of args.entries()) {
    const type = func.params[i]?.types[0];
    if (type === 'string' || type === 'mixed') given.push(site.string(arg));
    else if (type === 'int') given.push(site.int(arg));
    else if (type === 'float') given.push(site.number(arg).js);
    else return null;
  }
  for (let i = args.length; i < func.params.length; i++) given.push(g.constant(defaultsOf(func)[i]));
  const r = g.fresh();
  g.emit(`${r}=${g.constant(impl)}(${['vm', ...given].join()});`);
  const mask = possibleMask(returnType);
  if (mask === FLT) return { mask, js: `${r}.value`, isFloat: '' };
  if (mask !== (INT | BIG)) return { mask: boxedMask(mask), js: r, isFloat: '' };
  site.guard(`typeof ${r}==='number'`);
  return { mask: INT, js: r, isFloat: '' };
}
