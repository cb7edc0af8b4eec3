/**
 * What the methods of ReflectionProperty share.
 * Source: php-src ext/reflection/php_reflection.c
 */
import { ACC_PRIVATE, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import { evaluateConstant } from '../object/class-constants.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method } from './define.ts';
import { classByName, type ConstantRef, fail, type PropertyRef, refOf } from './reflection-data.ts';

export function getter(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (ref: PropertyRef, rt: Executor) => Zval | NativeCode,
  tentative = true,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative,
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'property');
      return ref === null ? null : get(ref, rt);
    },
  });
}

export function flagsOf(ref: PropertyRef): number {
  return ref.info?.flags ?? ACC_PUBLIC;
}

export function flagMethod(name: string, doc: string, flag: number, tentative = true): MethodDef {
  return getter(name, doc, ['bool'], (ref) => (flagsOf(ref) & flag) !== 0, tentative);
}

/** The declared property of a class as reflection sees it; null when there is none. */
export function visibleProperty(ce: ClassEntry, name: string): PropertyInfo | null {
  const info = ce.propertiesInfo.get(name);
  if (info === undefined || ((info.flags & ACC_PRIVATE) !== 0 && info.ce !== ce)) return null;
  return info;
}

/** The class of an argument that is an object or a class name; null after an exception. */
export function* classArgument(rt: Executor, v: PhpObject | string): NativeCode<ClassEntry | null> {
  return v instanceof PhpObject ? v.ce : yield* classByName(rt, v);
}

/** The default of a property as declared; undefined: none. Borrowed, maybe an expression. */
export function declaredDefault(info: PropertyInfo, ce: ClassEntry): Zval {
  if ((info.flags & ACC_STATIC) === 0) return ce.defaultProperties[info.slot];
  const decl = info.ce.decl?.properties.find((x) => x.name === info.name);
  return decl === undefined ? null : decl.default;
}

export function mustBeInstance(rt: Executor, ref: PropertyRef, object: PhpObject): boolean {
  if (instanceOf(object.ce, ref.info?.ce ?? ref.ce)) return true;
  fail(rt, 'Given object is not an instance of the class this property was declared in');
  return false;
}

// ---- class constants ----

export function constantGetter(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (ref: ConstantRef, rt: Executor) => Zval | NativeCode,
  tentative = true,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative,
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'constant');
      return ref === null ? null : get(ref, rt);
    },
  });
}

export function constantFlag(name: string, doc: string, flag: number, tentative = true): MethodDef {
  return constantGetter(name, doc, ['bool'], ({ constant }) => (constant.flags & flag) !== 0, tentative);
}

/** The evaluated value, owned; null after an exception. */
export function* constantValue(rt: Executor, ref: Pick<ConstantRef, 'constant'>): NativeCode {
  return (yield* evaluateConstant(rt, ref.constant, null)) ? addRef(ref.constant.value) : null;
}
