/** mysqli declares everything twice: as a method, and as a function whose first argument is the object. */
import type { ClassHandlers } from '../../object/class-handlers.ts';
import type { PropertyDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Runtime } from '../../object/runtime.ts';
import { stdHasProperty, stdReadProperty, stdWriteProperty } from '../../object/property-slow.ts';
import { ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import { typeFromNames } from '../../bytecode/type-from-names.ts';
import { toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { fn, type FunctionDef, method, type MethodDef, type Param, p } from '../define.ts';

type ArgsOf<P extends readonly unknown[]> = { -readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

interface Both<P> {
  /** Of the method; null: there is only a function. */
  readonly name: string | null;
  /** Names of the functions; `mysqli_<name>` when left out. */
  readonly functions?: readonly string[];
  readonly doc: string;
  readonly params: P;
  readonly returns: readonly string[] | null;
}

export interface Declared {
  readonly methods: readonly MethodDef[];
  readonly functions: readonly FunctionDef[];
}

type Declare = <const P extends readonly Param<unknown>[]>(
  decl: Both<P> & { readonly impl: (rt: Executor, self: PhpObject, ...args: ArgsOf<P>) => Zval | NativeCode },
) => Declared;

/** Declares what belongs to a class; `parameter` is what functions call the object. */
export function declarer(className: string, parameter: string, prefix: string): Declare {
  return (decl) => {
    const { impl, doc, params, returns } = decl;
    const link = `class.${className.replace('_', '-')}`;
    const methods =
      decl.name === null ? [] : [method({ name: decl.name, doc, params, returns, link, impl: impl as never })];
    const names = decl.functions ?? [`${prefix}${decl.name ?? ''}`];
    const all = [p.object(parameter, className), ...params] as const;
    return { methods, functions: names.map((name) => fn({ name, doc, params: all, returns, impl: impl as never })) };
  };
}

/** A property whose value is worked out when it is read. */
export interface VirtualProperty {
  readonly name: string;
  readonly types: readonly string[];
  readonly read: (rt: Executor, obj: PhpObject) => Zval;
}

export function propertyDefs(list: readonly VirtualProperty[]): PropertyDef[] {
  return list.map(({ name, types }) => ({ name, flags: ACC_PUBLIC, type: typeFromNames(types), default: undefined }));
}

/** The handlers of a class with such properties. */
export function virtualHandlers(list: readonly VirtualProperty[]): Partial<ClassHandlers> {
  const byName = new Map(list.map((one) => [one.name, one]));
  const table = (rt: Runtime, obj: PhpObject): PhpArray => {
    const all = new PhpArray();
    for (const { name, read } of list) all.setStr(name, read(rt as Executor, obj));
    return all;
  };
  return {
    cloneable: false,
    ownsProperty: (_rt, _obj, name) => byName.has(name),
    *readProperty(rt, obj, name, mode) {
      const own = byName.get(name);
      if (own !== undefined) return own.read(rt as Executor, obj);
      return yield* stdReadProperty(rt, obj, name, mode, rt.executedScope());
    },
    *writeProperty(rt, obj, name, value) {
      if (byName.has(name)) return rt.throwError('Error', `Cannot write read-only property ${obj.ce.name}::$${name}`);
      return yield* stdWriteProperty(rt, obj, name, value, rt.executedScope(), rt.executedStrictTypes());
    },
    *hasProperty(rt, obj, name, check) {
      const own = byName.get(name);
      if (own === undefined) return yield* stdHasProperty(rt, obj, name, check, rt.executedScope());
      if (check === 2) return true;
      const v = own.read(rt as Executor, obj);
      const result = check === 1 ? toBool(v) : v !== null;
      (rt as Executor).releaseValue(v);
      return result;
    },
    debugInfo: table,
  };
}
