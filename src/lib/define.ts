/**
 * How a builtin is declared: once, typed from its declaration. Arity errors, coercion, named arguments, defaults,
 * reflection and the reference page all derive from it.
 *
 * ```ts
 * export const stringFunctions: readonly FunctionDef[] = [
 *   fn({
 *     name: 'str_repeat',
 *     doc: 'Repeats a string.',
 *     params: [p.string('string'), p.int('times')],
 *     returns: ['string'],
 *     impl: (rt, string, times) => times < 0 ? rt.argumentValueError(2, 'must be greater than or equal to 0') : string.repeat(times),
 *   }),
 * ];
 * ```
 *
 * `impl` gets borrowed values (the frame owns the arguments) and returns an owned value: `addRef` what you hand back from
 * an argument. An `impl` that may run user code is a generator (`*impl(rt, ...)`) that says `yield* call(callable, args)`,
 * or a plain function that returns such a generator when it meets an object.
 * Source: php-src Zend/zend_API.c (zend_parse_parameters), ext/standard/basic_functions.stub.php
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { PhpFloat, PhpInt, PhpReference, PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { Bare, DirectCall, FunctionDef, MethodDef, ParamSpec, TypeName } from '../vm/internal-function.ts';

export type { FunctionDef, MethodDef };

/** The TS type of an argument of each declared PHP type. */
interface TypeMap {
  int: number;
  /** exact 64 bits; written `int` for PHP */
  int64: PhpInt;
  float: number;
  number: PhpInt | PhpFloat;
  bool: boolean;
  true: true;
  false: false;
  string: string;
  array: PhpArray;
  object: PhpObject;
  callable: Callable;
  iterable: PhpArray | PhpObject;
  mixed: Zval;
  null: null;
  resource: PhpResource;
}

/** A parameter whose implementation receives T. */
export interface Param<T> extends ParamSpec {
  /** phantom */
  readonly _?: T;
}

interface Options<D> {
  /** What `impl` gets when the argument is left out, as a PHP value. */
  readonly default?: D;
  /** The default as PHP source for reflection, when it is not just the value (`ENT_QUOTES | ENT_SUBSTITUTE`). */
  readonly text?: string;
}

function param<T>(name: string, types: readonly TypeName[], more: Partial<ParamSpec>): Param<T> {
  return {
    name,
    types,
    className: null,
    optional: false,
    defaultValue: undefined,
    defaultText: null,
    byRef: false,
    preferRef: false,
    variadic: false,
    ...more,
  };
}

function options(o: Options<Zval> | undefined): Partial<ParamSpec> {
  if (o === undefined || !('default' in o)) return {};
  return { optional: true, defaultValue: o.default, defaultText: o.text ?? null };
}

type Of<K extends TypeName> = K extends keyof TypeMap ? TypeMap[K] : never;
type TypedBuilder<K extends TypeName> = (name: string, o?: Options<Of<K> | PhpFloat>) => Param<Of<K>>;

function typed<K extends TypeName>(type: K): TypedBuilder<K> {
  return (name, o) => param<Of<K>>(name, [type], options(o as Options<Zval> | undefined));
}

/** Parameter builders. */
export const p: {
  /** A JS number; ints beyond 2^53 are rounded: for counts, offsets and flags. */
  int: TypedBuilder<'int'>;
  /** An exact PHP int. */
  int64: TypedBuilder<'int64'>;
  float: TypedBuilder<'float'>;
  /** int|float as a PHP number. */
  number: TypedBuilder<'number'>;
  bool: TypedBuilder<'bool'>;
  string: TypedBuilder<'string'>;
  array: TypedBuilder<'array'>;
  object: (name: string, className?: string) => Param<PhpObject>;
  callable: TypedBuilder<'callable'>;
  iterable: TypedBuilder<'iterable'>;
  mixed: (name: string, o?: Options<Zval>) => Param<Zval>;
  /** No type in PHP's stub: `impl` gets whatever was passed. */
  untyped: (name: string, o?: Options<Zval>) => Param<Zval>;
  /** No type in PHP's stub, must be a resource. */
  resource: TypedBuilder<'resource'>;
  /** `p.union('subject', ['array', 'string'])` */
  union: <const T extends readonly TypeName[]>(name: string, types: T, o?: Options<Zval>) => Param<Of<T[number]>>;
  /** Adds null (and the default null when asked: `p.nullable(p.int('length'), { default: null })`). */
  nullable: <T>(inner: Param<T>, o?: Options<T | null>) => Param<T | null>;
  /** May be left out without a default value: `impl` gets undefined. */
  optional: <T>(inner: Param<T>) => Param<T | undefined>;
  /** By reference; types are checked on the referenced value unless only written (leave them out). */
  ref: (name: string, types?: readonly TypeName[], o?: Options<Zval>) => Param<PhpReference>;
  /** Takes a reference if it can, a value otherwise (array_multisort). */
  preferRef: (name: string) => Param<Zval>;
  /** `...$values`: an array of T. */
  rest: <T>(inner: Param<T>) => Param<T[]>;
} = {
  int: typed('int'),
  int64: typed('int64'),
  float: typed('float'),
  number: typed('number'),
  bool: typed('bool'),
  string: typed('string'),
  array: typed('array'),
  object: (name, className) => param(name, ['object'], { className: className ?? null }),
  callable: typed('callable'),
  iterable: typed('iterable'),
  mixed: (name, o) => param(name, ['mixed'], options(o)),
  untyped: (name, o) => param(name, ['mixed'], { ...options(o), untyped: true }),
  resource: typed('resource'),
  union: (name, types, o) => param(name, types, options(o)),
  nullable: (inner, o) => ({
    ...inner,
    types: [...inner.types, 'null'],
    ...options(o as Options<Zval> | undefined),
  }),
  optional: (inner) => ({ ...inner, optional: true }),
  ref: (name, types, o) => param(name, types ?? ['mixed'], { ...options(o), byRef: true }),
  preferRef: (name) => param(name, ['mixed'], { byRef: true, preferRef: true }),
  rest: (inner) => ({ ...inner, variadic: true, optional: true }) as never,
};

type ArgsOf<P extends readonly unknown[]> = { -readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

interface CommonDecl<P> {
  readonly name: string;
  /** One sentence. */
  readonly doc: string;
  readonly params: P;
  /** PHP types; other words are class names. null: none declared. */
  readonly returns: readonly string[] | null;
  /** Manual page; derived from the name when left out. */
  readonly link?: string;
  readonly deprecated?: boolean;
  /** A shorter way for compiled code. */
  readonly direct?: DirectCall;
  readonly bare?: Bare;
  /** Its native code is started where it is called, not by the loop: it calls back by direct calls. */
  readonly atOnce?: boolean;
}

/** Declares a function. */
export function fn<const P extends readonly Param<unknown>[]>(
  decl: CommonDecl<P> & { readonly impl: (rt: Executor, ...args: ArgsOf<P>) => Zval | NativeCode },
): FunctionDef {
  return {
    name: decl.name,
    doc: decl.doc,
    link: decl.link ?? `function.${decl.name.replace(/_/g, '-').toLowerCase()}`,
    params: decl.params,
    returns: decl.returns,
    deprecated: decl.deprecated ?? false,
    direct: decl.direct,
    bare: decl.bare,
    atOnce: decl.atOnce ?? false,
    impl: decl.impl as unknown as FunctionDef['impl'],
  };
}

interface MethodOptions {
  /** public unless said otherwise */
  readonly visibility?: 'public' | 'protected' | 'private';
  readonly final?: boolean;
  readonly abstract?: boolean;
  /** Return type is tentative: a child without it gets a deprecation, not an error. True by default. */
  readonly tentative?: boolean;
  /** Does not look at its arguments, not even at how many there are. */
  readonly ignoresArguments?: boolean;
}

/** Declares an instance method; `self` is `$this`. */
export function method<const P extends readonly Param<unknown>[]>(
  decl: CommonDecl<P> &
    MethodOptions & { readonly impl?: (rt: Executor, self: PhpObject, ...args: ArgsOf<P>) => Zval | NativeCode },
): MethodDef {
  return methodDef(decl, false, decl.impl as unknown as MethodDef['impl']);
}

/** Declares a static method; `scope` is `static::`. */
export function staticMethod<const P extends readonly Param<unknown>[]>(
  decl: CommonDecl<P> &
    MethodOptions & { readonly impl?: (rt: Executor, scope: ClassEntry, ...args: ArgsOf<P>) => Zval | NativeCode },
): MethodDef {
  return methodDef(decl, true, decl.impl as unknown as MethodDef['impl']);
}

function methodDef(
  decl: CommonDecl<readonly Param<unknown>[]> & MethodOptions,
  isStatic: boolean,
  impl: MethodDef['impl'] | undefined,
): MethodDef {
  return {
    name: decl.name,
    doc: decl.doc,
    link: decl.link ?? '',
    params: decl.params,
    returns: decl.returns,
    deprecated: decl.deprecated ?? false,
    visibility: decl.visibility ?? 'public',
    isStatic,
    final: decl.final ?? false,
    abstract: decl.abstract ?? impl === undefined,
    tentative: decl.tentative ?? true,
    ignoresArguments: decl.ignoresArguments ?? false,
    direct: decl.direct,
    bare: decl.bare,
    impl: impl ?? null,
  };
}
