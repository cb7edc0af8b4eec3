/**
 * What the SPL classes share: overridden methods, private names in debug output, integer offsets, class tables.
 * Source: php-src 8.2 ext/spl/spl_engine.c
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import type { Func } from '../bytecode/op-array.ts';
import { MAY_BE_LONG } from '../bytecode/type-flags.ts';
import type { ConstantDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { call, type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { stdProperties } from '../object/object-vars.ts';
import { givenTypeName, TYPE_MISMATCH, verifyType } from '../object/types.ts';
import type { Runtime } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, PhpReference, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { argumentError } from '../vm/errors.ts';
import { callName } from '../vm/named-args.ts';

/** The user's override of a method that an internal class implements; null when the internal one is in charge. */
export function overridden(ce: ClassEntry, lcName: string): Func | null {
  if (ce.type === 1) return null;
  const func = ce.functionTable.get(lcName);
  return func === undefined || func.type === 1 ? null : func;
}

/** Calls a known method on an object. Owned result. */
export function callFunc(func: Func, obj: PhpObject, args: readonly Zval[]): NativeCode {
  return call({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, args);
}

/** An owned value without its reference. */
export function unwrap(rt: Runtime, v: Zval): Zval {
  if (!(v instanceof PhpReference)) return v;
  const inner = addRef(v.val);
  (rt as Executor).releaseValue(v);
  return inner;
}

/** `"\0Class\0name"` (spl_gen_private_prop_name) */
export function privateName(className: string, name: string): string {
  return `\0${className}\0${name}`;
}

/** The standard properties of an object as a fresh table, plus private-looking extras; takes over the counts of `extras`. */
export function debugTable(obj: PhpObject, className: string, extras: readonly (readonly [string, Zval])[]): PhpArray {
  const table = stdProperties(obj);
  for (const [name, value] of extras) table.setStr(privateName(className, name), value);
  return table;
}

/** The members array of __serialize(): the object's own properties. */
export function membersArray(obj: PhpObject): PhpArray {
  return stdProperties(obj);
}

/** object_properties_load: sets properties from an array of mangled names. */
export function loadMembers(rt: Executor, obj: PhpObject, members: PhpArray): void {
  for (const [key, value] of members.entries()) {
    const name = String(key);
    const info = obj.ce.propertiesInfoTable.find((x) => x !== null && mangledKey(x.flags, x.ce.name, x.name) === name);
    if (info != null) {
      const old = obj.props[info.slot];
      obj.props[info.slot] = addRef(value);
      rt.releaseValue(old);
      continue;
    }
    obj.dyn ??= new PhpArray();
    if (obj.dyn.map === null) obj.dyn.toHash();
    const bare = name.charCodeAt(0) === 0 ? name.slice(name.indexOf('\0', 1) + 1) : name;
    const old = obj.dyn.getStr(bare);
    obj.dyn.setStr(bare, addRef(value));
    rt.releaseValue(old);
  }
}

function mangledKey(flags: number, className: string, name: string): string {
  if ((flags & 4) !== 0) return `\0${className}\0${name}`;
  return (flags & 2) !== 0 ? `\0*\0${name}` : name;
}

const INT_TYPE = { mask: MAY_BE_LONG, classes: [] };

/**
 * zend_parse_parameters "l" (or "l!") for a parameter without a declared type; undefined after an exception. Null answers
 * null when `nullable`.
 */
export function intArgument(rt: Executor, n: number, v: Zval, nullable: boolean = false): PhpInt | null | undefined {
  if (typeof v === 'number') return v;
  const func = rt.currentExecuteData?.func;
  const info = func?.argInfo[n - 1];
  if (v === null) {
    if (nullable) return null;
    if (func !== undefined) {
      rt.error(
        E_DEPRECATED,
        `${callName(func)}(): Passing null to parameter #${n} ($${info?.name}) of type int is deprecated`,
      );
    }
    return rt.exception === null ? 0 : undefined;
  }
  const checked = verifyType(rt, INT_TYPE, v, null, null, rt.executedStrictTypes());
  if (checked === TYPE_MISMATCH || checked === NEEDS_SLOW) {
    if (rt.exception === null)
      rt.argumentTypeError(n, `must be of type ${nullable ? '?' : ''}int, ${givenTypeName(v)} given`);
    return undefined;
  }
  return checked as PhpInt;
}

/** zend_argument_error(ce, n, what) for exceptions of SPL. */
export function argumentException(rt: Executor, className: string, n: number, what: string): null {
  return argumentError(rt, className, n, what);
}

/** Class constants from a record. */
export function constants(values: Readonly<Record<string, Zval>>): readonly ConstantDef[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
