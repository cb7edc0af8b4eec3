/**
 * What stands behind the Reflection objects, and how they are made.
 * Source: php-src 8.2 ext/reflection/php_reflection.c (reflection_object, reflection_*_factory)
 */
import { type ArgInfo, type Func, OpArray, type PhpType } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_ENUM, MAY_BE_ARRAY, MAY_BE_NULL, TYPE_ITERABLE_BIT } from '../bytecode/type-flags.ts';
import { TYPE_PURE_MASK } from '../bytecode/type-to-string.ts';
import type { ClassHandlers } from '../object/class-handlers.ts';
import type { ClassConstant, ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { SLOT_CODE } from '../object/exception-slots.ts';
import type { NativeCode } from '../object/native-code.ts';
import { stdWriteProperty } from '../object/property-slow.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { InternalFunction, ParamSpec } from '../vm/internal-function.ts';

export interface ClassRef {
  readonly kind: 'class';
  readonly ce: ClassEntry;
  /** ReflectionObject's object, owned. */
  readonly object: PhpObject | null;
}

export interface FunctionRef {
  readonly kind: 'function';
  readonly func: Func;
  /** The class that was asked (intern->ce); null for functions. */
  readonly ce: ClassEntry | null;
  /** The Closure it came from, owned. */
  readonly closure: PhpObject | null;
}

export interface ParameterRef {
  readonly kind: 'parameter';
  readonly owner: FunctionRef;
  readonly arg: ArgInfo;
  readonly position: number;
}

export interface TypeRef {
  readonly kind: 'type';
  readonly type: PhpType;
}

export interface PropertyRef {
  readonly kind: 'property';
  readonly ce: ClassEntry;
  /** Null for dynamic properties. */
  readonly info: PropertyInfo | null;
  readonly name: string;
}

export interface ConstantRef {
  readonly kind: 'constant';
  readonly ce: ClassEntry;
  readonly constant: ClassConstant;
}

export type ReflectionRef = ClassRef | FunctionRef | ParameterRef | TypeRef | PropertyRef | ConstantRef;

/** The data of a Reflection object of a kind; null after an Error (the constructor was not called). */
export function refOf<K extends ReflectionRef['kind']>(
  rt: Executor,
  self: PhpObject,
  kind: K,
): Extract<ReflectionRef, { kind: K }> | null {
  const ref = self.native as ReflectionRef | null;
  if (ref !== null && ref.kind === kind) return ref as Extract<ReflectionRef, { kind: K }>;
  return rt.throwError('Error', 'Typed property ReflectionClass::$name must not be accessed before initialization');
}

/** Throws a ReflectionException. */
export function fail(rt: Executor, message: string, code: number = 0): null {
  rt.throwError('ReflectionException', message);
  if (code !== 0 && rt.exception !== null) rt.exception.props[SLOT_CODE] = code;
  return null;
}

function setProp(rt: Executor, obj: PhpObject, slot: number, value: Zval): void {
  const old = obj.props[slot];
  obj.props[slot] = value;
  release(rt, old);
}

/** Fills a ReflectionClass (a constructor or a factory). */
export function initClass(rt: Executor, obj: PhpObject, ce: ClassEntry, object: PhpObject | null): void {
  const ref: ClassRef = { kind: 'class', ce, object: addRef(object) };
  obj.native = ref;
  setProp(rt, obj, 0, ce.name);
}

export function makeClass(rt: Executor, ce: ClassEntry): PhpObject {
  const obj = rt.newObject(rt.classOf((ce.flags & ACC_ENUM) !== 0 ? 'ReflectionEnum' : 'ReflectionClass'));
  initClass(rt, obj, ce, null);
  return obj;
}

/** Fills a ReflectionFunction or ReflectionMethod. */
export function initFunction(
  rt: Executor,
  obj: PhpObject,
  func: Func,
  ce: ClassEntry | null,
  closure: PhpObject | null,
): void {
  const ref: FunctionRef = { kind: 'function', func, ce, closure: addRef(closure) };
  obj.native = ref;
  setProp(rt, obj, 0, func.functionName ?? '');
  if (obj.ce.propertiesInfo.has('class')) setProp(rt, obj, 1, (func.scope ?? ce)?.name ?? '');
}

export function makeMethod(rt: Executor, ce: ClassEntry, func: Func, closure: PhpObject | null = null): PhpObject {
  const obj = rt.newObject(rt.classOf('ReflectionMethod'));
  initFunction(rt, obj, func, ce, closure);
  return obj;
}

export function makeFunction(rt: Executor, func: Func, closure: PhpObject | null): PhpObject {
  const obj = rt.newObject(rt.classOf('ReflectionFunction'));
  initFunction(rt, obj, func, null, closure);
  return obj;
}

export function initParameter(rt: Executor, obj: PhpObject, owner: FunctionRef, position: number): void {
  const arg = owner.func.argInfo[position] as ArgInfo;
  const ref: ParameterRef = { kind: 'parameter', owner: { ...owner, closure: addRef(owner.closure) }, arg, position };
  obj.native = ref;
  setProp(rt, obj, 0, arg.name);
}

export function makeParameter(rt: Executor, owner: FunctionRef, position: number): PhpObject {
  const obj = rt.newObject(rt.classOf('ReflectionParameter'));
  initParameter(rt, obj, owner, position);
  return obj;
}

export function initProperty(
  rt: Executor,
  obj: PhpObject,
  ce: ClassEntry,
  info: PropertyInfo | null,
  name: string,
): void {
  const ref: PropertyRef = { kind: 'property', ce, info, name };
  obj.native = ref;
  setProp(rt, obj, 0, name);
  setProp(rt, obj, 1, (info?.ce ?? ce).name);
}

export function makeProperty(rt: Executor, ce: ClassEntry, info: PropertyInfo | null, name: string): PhpObject {
  const obj = rt.newObject(rt.classOf('ReflectionProperty'));
  initProperty(rt, obj, ce, info, name);
  return obj;
}

export function initConstant(rt: Executor, obj: PhpObject, ce: ClassEntry, constant: ClassConstant): void {
  const ref: ConstantRef = { kind: 'constant', ce, constant };
  obj.native = ref;
  setProp(rt, obj, 0, constant.name);
  setProp(rt, obj, 1, constant.ce.name);
}

export function makeConstant(
  rt: Executor,
  ce: ClassEntry,
  constant: ClassConstant,
  className: string = 'ReflectionClassConstant',
): PhpObject {
  const obj = rt.newObject(rt.classOf(className));
  initConstant(rt, obj, ce, constant);
  return obj;
}

/** reflection_type_factory: a named, union or intersection type; `T|null` of one T is named. */
export function makeType(rt: Executor, type: PhpType): PhpObject {
  const obj = rt.newObject(rt.classOf(typeClass(type)));
  const ref: TypeRef = { kind: 'type', type };
  obj.native = ref;
  return obj;
}

/** A type written `iterable`: shown by that name, as before 8.2. */
export function isIterableType(type: PhpType): boolean {
  const mask = type.mask & TYPE_PURE_MASK & ~MAY_BE_NULL;
  return (
    (type.mask & TYPE_ITERABLE_BIT) !== 0 &&
    mask === MAY_BE_ARRAY &&
    type.classes.length === 1 &&
    type.classes[0] === 'Traversable'
  );
}

function typeClass(type: PhpType): string {
  if (isIterableType(type)) return 'ReflectionNamedType';
  const mask = type.mask & TYPE_PURE_MASK;
  const withoutNull = mask & ~MAY_BE_NULL;
  if (type.classes.length === 1 && mask === 0 && typeof type.classes[0] !== 'string')
    return 'ReflectionIntersectionType';
  if (
    type.classes.length > 1 ||
    (type.classes.length === 1 && (withoutNull !== 0 || typeof type.classes[0] !== 'string'))
  ) {
    return 'ReflectionUnionType';
  }
  if (type.classes.length === 1) return 'ReflectionNamedType';
  if (mask === MIXED_MASK || isSingle(withoutNull)) return 'ReflectionNamedType';
  return 'ReflectionUnionType';
}

const BOOL_MASK = 12;
const MIXED_MASK = 0x3fe;

function isSingle(mask: number): boolean {
  return mask === 0 || mask === BOOL_MASK || (mask & (mask - 1)) === 0;
}

/** The default of a parameter as stored: a value or PhpConstantAst; undefined when there is none. Borrowed. */
export function parameterDefault(func: Func, position: number): Zval {
  if (func instanceof OpArray) {
    return func.opcodes.find((op) => op.opcode === OP.RECV_INIT && op.op1 === position + 1)?.op2Lit;
  }
  const spec = (func as Partial<InternalFunction>).params?.[position] as ParamSpec | undefined;
  if (spec === undefined || !spec.optional || spec.variadic) return undefined;
  return spec.defaultValue;
}

/** Is the parameter optional: at or behind the required ones, or variadic? */
export function isOptional(ref: ParameterRef): boolean {
  return ref.position >= ref.owner.func.requiredNumArgs || ref.arg.variadic;
}

/** Finds a class by name as a reflection argument; null after a ReflectionException. */
export function* classByName(rt: Executor, name: string): NativeCode<ClassEntry | null> {
  const ce = rt.lookupClass(name) ?? (yield* rt.autoloadClass(name));
  if (ce !== null || rt.exception !== null) return ce;
  return fail(rt, `Class "${name}" does not exist`, -1);
}

/** A list of objects as an array; takes over their counts. */
export function listOf(objects: readonly Zval[]): PhpArray {
  return PhpArray.fromList([...objects]);
}

/** Properties `name` and `class` cannot be written; freeing lets go of what is held. */
export const reflectionHandlers: Partial<ClassHandlers> = {
  cloneable: false,
  ownsProperty: () => false,
  *writeProperty(rt, obj, name, value) {
    const info = obj.ce.propertiesInfo.get(name);
    if (info !== undefined && info.ce.type === 1 && (name === 'name' || name === 'class')) {
      return rt.throwError(
        'ReflectionException',
        `Cannot set read-only property ${displayName(obj.ce.name)}::$${name}`,
      );
    }
    return yield* stdWriteProperty(rt, obj, name, value, rt.executedScope(), rt.executedStrictTypes());
  },
  freeNative: (rt, obj) => {
    const ref = obj.native as ReflectionRef | null;
    obj.native = null;
    if (ref === null) return;
    if (ref.kind === 'class') release(rt, ref.object);
    else if (ref.kind === 'function') release(rt, ref.closure);
    else if (ref.kind === 'parameter') release(rt, ref.owner.closure);
  },
  gcChildren: (obj, visit) => {
    const ref = obj.native as ReflectionRef | null;
    if (ref === null) return;
    if (ref.kind === 'class') visit(ref.object);
    else if (ref.kind === 'function') visit(ref.closure);
    else if (ref.kind === 'parameter') visit(ref.owner.closure);
  },
};
