/**
 * Internal functions: their declaration (what src/lib/define.ts builds) and their runtime form (zend_internal_function).
 * Source: php-src Zend/zend_compile.h, zend_API.c (zend_register_functions)
 */
import type { ArgInfo, AttributeDecl, Func, InternalFunc, PhpType } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_DEPRECATED,
  ACC_FINAL,
  ACC_PRIVATE,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_STATIC,
  ACC_VARIADIC,
} from '../bytecode/type-flags.ts';
import { typeFromNames } from '../bytecode/type-from-names.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

/** Words for parameter types; `int64` and `number` are spelt `int` and `int|float` for PHP. */
export type TypeName =
  | 'int'
  | 'int64'
  | 'float'
  | 'number'
  | 'bool'
  | 'true'
  | 'false'
  | 'string'
  | 'array'
  | 'object'
  | 'callable'
  | 'iterable'
  | 'mixed'
  | 'null'
  | 'resource';

export interface ParamSpec {
  readonly name: string;
  readonly types: readonly TypeName[];
  readonly className: string | null;
  readonly optional: boolean;
  readonly defaultValue: Zval;
  /** PHP source of the default, null: written from defaultValue. */
  readonly defaultText: string | null;
  readonly byRef: boolean;
  readonly preferRef: boolean;
  readonly variadic: boolean;
  /** The types that PHP's stub declares where the implementation takes others. */
  readonly declaredTypes?: readonly TypeName[];
  /** PHP's stub declares no type (the implementation checks the value itself). */
  readonly untyped?: boolean;
}

/** `self` is $this for methods, the called ClassEntry for static methods, absent for functions. */
export type Impl = (rt: Executor, ...args: never[]) => Zval | NativeCode;

/** Runs the function of a frame as startInternalCall does: returns how the loop goes on. */
export type DirectCall = (vm: Executor, call: ExecuteData) => number;

/**
 * The function without a frame, called from the user's frame `ex`, which stands at its DO_*: `self` is $this with the call info
 * of src/vm/execute-data.ts (0: borrowed), `arg` the owned argument, undefined where there is none; the result goes into `slot`
 * of the caller's page (-1: nowhere). Returns DONE, NEEDS_FRAME, GONE, or how the loop goes on.
 */
export type BareCall = (
  vm: Executor,
  ex: ExecuteData,
  self: PhpObject | null,
  info: number,
  arg: Zval,
  slot: number,
) => number;

/** How compiled code calls the function with so many arguments, none or one (src/vm/bare-call.ts). */
export interface Bare {
  readonly numArgs: number;
  readonly run: BareCall;
}

export interface FunctionDef {
  /** What compiled code calls. */
  readonly direct?: DirectCall | undefined;
  readonly bare?: Bare | undefined;
  readonly name: string;
  readonly doc: string;
  readonly link: string;
  readonly params: readonly ParamSpec[];
  readonly returns: readonly string[] | null;
  readonly deprecated: boolean;
  /** Its native code is started where it is called, not by the loop: it calls back by direct calls. */
  readonly atOnce?: boolean;
  readonly impl: Impl;
}

export interface MethodDef {
  readonly direct?: DirectCall | undefined;
  readonly bare?: Bare | undefined;
  readonly name: string;
  readonly doc: string;
  readonly link: string;
  readonly params: readonly ParamSpec[];
  readonly returns: readonly string[] | null;
  readonly deprecated: boolean;
  readonly visibility: 'public' | 'protected' | 'private';
  readonly isStatic: boolean;
  readonly final: boolean;
  readonly abstract: boolean;
  readonly tentative: boolean;
  /** Its C function never parses its arguments: no count of them is an error. */
  readonly ignoresArguments: boolean;
  readonly impl: Impl | null;
}

export class InternalFunction implements InternalFunc {
  readonly type = 1 as const;
  functionName: string;
  fnFlags: number;
  scope: ClassEntry | null = null;
  prototype: Func | null = null;
  numArgs: number;
  requiredNumArgs: number;
  argInfo: ArgInfo[];
  returnType: PhpType | null;
  attributes: AttributeDecl[] | null = null;
  readonly docComment = null;
  /** Hooks replace it together with `impl`. */
  params: readonly ParamSpec[];
  readonly takesReferences: boolean;
  /** Its last parameter takes all arguments that are left. */
  readonly variadic: boolean;
  /** The defaults of the parameters as `impl` receives them; made at the first call that needs one. */
  defaults: readonly unknown[] | null = null;
  /** What each parameter takes as it is (src/vm/quick-arguments.ts), and of which parameters that was worked out. */
  kinds: readonly number[] = [];
  kindsOf: readonly ParamSpec[] | null = null;
  /** Swoole's runtime hooks put one of their own in front. */
  impl: Impl | null;
  /** For compiled code, in place of the way through the loop; null: there is no shorter way. */
  readonly direct: DirectCall | null;
  /** The same without a frame. */
  readonly bare: Bare | null;
  readonly tentativeReturn: boolean;
  readonly ignoresArguments: boolean;
  readonly atOnce: boolean;
  readonly doc: string;
  constructor(def: FunctionDef | MethodDef, fnFlags: number, tentative: boolean) {
    this.functionName = def.name;
    this.params = def.params;
    this.takesReferences = def.params.some((x) => x.byRef);
    this.impl = def.impl;
    this.direct = def.direct ?? null;
    this.bare = def.bare ?? null;
    this.doc = def.doc;
    this.tentativeReturn = tentative;
    this.atOnce = 'atOnce' in def && def.atOnce === true;
    this.ignoresArguments = 'ignoresArguments' in def && def.ignoresArguments;
    const variadic = def.params.some((x) => x.variadic);
    this.variadic = variadic;
    this.fnFlags = fnFlags | (variadic ? ACC_VARIADIC : 0) | (def.deprecated ? ACC_DEPRECATED : 0);
    this.numArgs = def.params.length - (variadic ? 1 : 0);
    this.requiredNumArgs = def.params.filter((x) => !x.optional).length;
    this.argInfo = def.params.map(argInfoOf);
    this.returnType = def.returns === null ? null : typeFromNames(def.returns);
  }
}

/** The PHP type of words for parameter types. */
export function paramType(types: readonly TypeName[], className: string | null = null): PhpType {
  const names: string[] = types.map((t) => (t === 'int64' ? 'int' : t));
  const at = names.indexOf('number');
  if (at >= 0) names.splice(at, 1, 'int', 'float');
  return typeFromNames(className === null ? names : names.map((t) => (t === 'object' ? className : t)));
}

function argInfoOf(spec: ParamSpec): ArgInfo {
  const untyped = spec.untyped === true || spec.types.includes('resource') || (spec.byRef && spec.types[0] === 'mixed');
  return {
    name: spec.name,
    type: untyped ? null : paramType(spec.declaredTypes ?? spec.types, spec.className),
    byRef: spec.byRef,
    preferRef: spec.preferRef,
    variadic: spec.variadic,
    promoted: false,
    defaultText: spec.optional && !spec.variadic ? defaultText(spec) : null,
  };
}

function defaultText(spec: ParamSpec): string {
  if (spec.defaultText !== null) return spec.defaultText;
  const v = spec.defaultValue;
  if (v === undefined) return '<default>';
  if (v === null) return 'null';
  if (typeof v === 'string') return `"${v.replace(/[\\"]/g, '\\$&')}"`;
  if (typeof v === 'object') return '[]';
  return String(v);
}

/** Makes the runtime function of a declaration. */
export function createFunction(def: FunctionDef): InternalFunction {
  return new InternalFunction(def, 0, false);
}

/** Makes the runtime method of a declaration. */
export function createMethod(def: MethodDef, scope: ClassEntry): InternalFunction {
  const visibility = { public: ACC_PUBLIC, protected: ACC_PROTECTED, private: ACC_PRIVATE }[def.visibility];
  const flags =
    visibility | (def.isStatic ? ACC_STATIC : 0) | (def.final ? ACC_FINAL : 0) | (def.abstract ? ACC_ABSTRACT : 0);
  const made = new InternalFunction(def, flags, def.tentative);
  made.scope = scope;
  return made;
}
