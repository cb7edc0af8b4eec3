/**
 * ReflectionClass: methods, properties, constants, and the classes ReflectionObject and ReflectionEnum.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import { ACC_PRIVATE, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import { updateClassConstants } from '../object/class-constants.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassConstant, ClassEntry } from '../object/class-entry.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { getDynamic } from '../object/property-sync.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { classGetter, classMethods, enumConstructor, objectConstructor } from './reflection-class.ts';
import {
  classByName,
  type ClassRef,
  fail,
  listOf,
  makeConstant,
  makeMethod,
  makeProperty,
  makeType,
  reflectionHandlers,
  refOf,
} from './reflection-data.ts';
import { stringProperty } from './reflection-function.ts';
import { methodOf } from './reflection-method.ts';
import { setStatic } from './reflection-property.ts';
import { constantValue, declaredDefault, visibleProperty } from './reflection-property-parts.ts';
import { constants } from './spl-util.ts';

const filterParam: Param<number | null> = p.nullable(p.int('filter'), { default: null });

/** A method that looks something up by name. */
function byName(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (rt: Executor, ref: ClassRef, member: string) => Zval | NativeCode,
  tentative = true,
): MethodDef {
  return method({
    name,
    doc,
    params: [p.string('name')],
    returns,
    tentative,
    impl: (rt, self, member) => {
      const ref = refOf(rt, self, 'class');
      return ref === null ? null : get(rt, ref, member);
    },
  });
}

function filtered(
  name: string,
  doc: string,
  get: (rt: Executor, ref: ClassRef, filter: number) => Zval | NativeCode,
): MethodDef {
  return method({
    name,
    doc,
    params: [filterParam],
    returns: ['array'],
    impl: (rt, self, filter) => {
      const ref = refOf(rt, self, 'class');
      return ref === null ? null : get(rt, ref, filter ?? -1);
    },
  });
}

const methodMethods: readonly MethodDef[] = [
  byName('hasMethod', 'Has it a method?', ['bool'], (_rt, { ce, object }, name) => methodOf(ce, object, name) !== null),
  byName('getMethod', 'A method.', ['ReflectionMethod'], (rt, { ce, object }, name) => {
    const func = methodOf(ce, object, name);
    if (func === null) return fail(rt, `Method ${displayName(ce.name)}::${name}() does not exist`);
    return makeMethod(
      rt,
      ce,
      func,
      object !== null && func.scope !== ce && name.toLowerCase() === '__invoke' ? object : null,
    );
  }),
  filtered('getMethods', 'The methods.', (rt, { ce, object }, filter) => {
    const out: Zval[] = [];
    const isClosure = ce.lcName === 'closure';
    for (const [key, func] of ce.functionTable) {
      // PHP makes it on the spot, so that it comes last
      if (isClosure && key === '__invoke') continue;
      if ((func.fnFlags & ACC_PRIVATE) !== 0 && func.scope !== ce) continue;
      if ((func.fnFlags & filter) !== 0) out.push(makeMethod(rt, ce, func));
    }
    if (isClosure) {
      const func = methodOf(ce, object, '__invoke');
      if (func !== null && (func.fnFlags & filter) !== 0) out.push(makeMethod(rt, ce, func, object));
    }
    return listOf(out);
  }),
];

/** `Class::name` in getProperty(): the property of that parent class. */
function* qualifiedProperty(rt: Executor, ce: ClassEntry, name: string): NativeCode {
  const at = name.indexOf('::');
  if (at < 0) return undefined;
  const owner = yield* classByName(rt, name.slice(0, at));
  if (owner === null) return null;
  const bare = name.slice(at + 2);
  if (!instanceOf(ce, owner)) {
    return fail(
      rt,
      `Fully qualified property name ${displayName(owner.name)}::$${bare} does not specify a base class of ${displayName(ce.name)}`,
      -1,
    );
  }
  const info = visibleProperty(owner, bare);
  return info === null ? undefined : makeProperty(rt, owner, info, bare);
}

const propertyMethods: readonly MethodDef[] = [
  byName('hasProperty', 'Has it a property?', ['bool'], (_rt, { ce, object }, name) => {
    return visibleProperty(ce, name) !== null || (object !== null && getDynamic(object, name) !== undefined);
  }),
  byName('getProperty', 'A property.', ['ReflectionProperty'], function* (rt, { ce, object }, name) {
    const info = visibleProperty(ce, name);
    if (info !== null) return makeProperty(rt, ce, info, name);
    if (object !== null && getDynamic(object, name) !== undefined) return makeProperty(rt, ce, null, name);
    const found = yield* qualifiedProperty(rt, ce, name);
    if (found !== undefined || rt.exception !== null) return found ?? null;
    return fail(rt, `Property ${displayName(ce.name)}::$${name} does not exist`);
  }),
  filtered('getProperties', 'The properties.', (rt, { ce, object }, filter) => {
    const out: Zval[] = [];
    for (const info of ce.propertiesInfo.values()) {
      if ((info.flags & ACC_PRIVATE) !== 0 && info.ce !== ce) continue;
      if ((info.flags & filter) !== 0) out.push(makeProperty(rt, ce, info, info.name));
    }
    if (object !== null && object.dyn !== null && (filter & ACC_PUBLIC) !== 0) {
      for (const key of object.dyn.keyList()) out.push(makeProperty(rt, ce, null, String(key)));
    }
    return listOf(out);
  }),
];

/** Constants that reflection shows, by filter. */
function shownConstants(ce: ClassEntry, filter: number): ClassConstant[] {
  return [...ce.constants.values()].filter(
    (c) => ((c.flags & ACC_PRIVATE) === 0 || c.ce === ce) && (c.flags & filter) !== 0,
  );
}

const constantMethods: readonly MethodDef[] = [
  byName('hasConstant', 'Has it a constant?', ['bool'], (_rt, { ce }, name) => {
    const constant = ce.constants.get(name);
    return constant !== undefined && ((constant.flags & ACC_PRIVATE) === 0 || constant.ce === ce);
  }),
  filtered('getConstants', 'The constants and their values.', function* (rt, { ce }, filter) {
    const out = new PhpArray();
    for (const constant of shownConstants(ce, filter)) {
      const value = yield* constantValue(rt, { constant });
      if (rt.exception !== null) return null;
      out.set(normalizeKey(constant.name), value);
    }
    return out;
  }),
  filtered('getReflectionConstants', 'The constants.', (rt, { ce }, filter) =>
    listOf(shownConstants(ce, filter).map((constant) => makeConstant(rt, ce, constant))),
  ),
  byName('getConstant', 'The value of a constant.', ['mixed'], function* (rt, { ce }, name) {
    if (!(yield* updateClassConstants(rt, ce))) return null;
    const constant = ce.constants.get(name);
    return constant === undefined ? false : yield* constantValue(rt, { constant });
  }),
  byName('getReflectionConstant', 'A constant.', ['ReflectionClassConstant', 'false'], (rt, { ce }, name) => {
    const constant = ce.constants.get(name);
    return constant === undefined ? false : makeConstant(rt, ce, constant);
  }),
];

const staticMethods: readonly MethodDef[] = [
  classGetter(
    'getStaticProperties',
    'The static properties and their values.',
    ['array', 'null'],
    function* ({ ce }, rt) {
      if (!(yield* updateClassConstants(rt, ce))) return null;
      const out = new PhpArray();
      for (const info of ce.propertiesInfo.values()) {
        if ((info.flags & ACC_STATIC) === 0 || ((info.flags & ACC_PRIVATE) !== 0 && info.ce !== ce)) continue;
        const value = deref(ce.staticMembers[info.slot]?.value);
        if (value !== undefined) out.set(normalizeKey(info.name), addRef(value));
      }
      return out;
    },
  ),
  method({
    name: 'getStaticPropertyValue',
    doc: 'The value of a static property.',
    params: [p.string('name'), p.optional(p.mixed('default'))],
    returns: ['mixed'],
    *impl(rt, self, name, fallback) {
      const ref = refOf(rt, self, 'class');
      if (ref === null || !(yield* updateClassConstants(rt, ref.ce))) return null;
      const info = ref.ce.propertiesInfo.get(name);
      if (info !== undefined && (info.flags & ACC_STATIC) !== 0) {
        const value = deref(ref.ce.staticMembers[info.slot]?.value);
        if (value !== undefined) return addRef(value);
        if (fallback === undefined) {
          return rt.throwError(
            'Error',
            `Typed static property ${displayName(info.ce.name)}::$${name} must not be accessed before initialization`,
          );
        }
      }
      return fallback === undefined
        ? fail(rt, `Property ${displayName(ref.ce.name)}::$${name} does not exist`)
        : addRef(fallback);
    },
  }),
  method({
    name: 'setStaticPropertyValue',
    doc: 'Sets a static property.',
    params: [p.string('name'), p.mixed('value')],
    returns: ['void'],
    *impl(rt, self, name, value) {
      const ref = refOf(rt, self, 'class');
      if (ref === null) return null;
      const info = ref.ce.propertiesInfo.get(name);
      if (info === undefined || (info.flags & ACC_STATIC) === 0) {
        return fail(rt, `Class ${displayName(ref.ce.name)} does not have a property named ${name}`);
      }
      yield* setStatic(rt, ref.ce, info, value);
      return null;
    },
  }),
  classGetter('getDefaultProperties', 'The properties and their defaults.', ['array'], function* ({ ce }, rt) {
    if (!(yield* updateClassConstants(rt, ce))) return null;
    const out = new PhpArray();
    for (const wantStatic of [true, false]) {
      for (const info of ce.propertiesInfo.values()) {
        if (((info.flags & ACC_STATIC) !== 0) !== wantStatic) continue;
        if ((info.flags & ACC_PRIVATE) !== 0 && info.ce !== ce) continue;
        const value = declaredDefault(info, ce);
        if (value === undefined) continue;
        const shown = yield* rt.evalConstant(value, info.ce, null);
        if (rt.exception !== null) return null;
        out.set(normalizeKey(info.name), shown);
      }
    }
    return out;
  }),
];

// ---- enums ----

function caseClass(ce: ClassEntry): string {
  return ce.enumBackingType === null ? 'ReflectionEnumUnitCase' : 'ReflectionEnumBackedCase';
}

const enumMethods: readonly MethodDef[] = [
  enumConstructor,
  byName('hasCase', 'Has it a case?', ['bool'], (_rt, { ce }, name) => ce.constants.get(name)?.isCase === true, false),
  byName(
    'getCase',
    'A case.',
    ['ReflectionEnumUnitCase'],
    (rt, { ce }, name) => {
      const constant = ce.constants.get(name);
      if (constant === undefined) return fail(rt, `Case ${displayName(ce.name)}::${name} does not exist`);
      if (!constant.isCase) return fail(rt, `${displayName(ce.name)}::${name} is not a case`);
      return makeConstant(rt, ce, constant, caseClass(ce));
    },
    false,
  ),
  classGetter(
    'getCases',
    'The cases.',
    ['array'],
    ({ ce }, rt) =>
      listOf([...ce.constants.values()].filter((c) => c.isCase).map((c) => makeConstant(rt, ce, c, caseClass(ce)))),
    false,
  ),
  classGetter('isBacked', 'Have the cases values?', ['bool'], ({ ce }) => ce.enumBackingType !== null, false),
  classGetter(
    'getBackingType',
    'The type of the values.',
    ['ReflectionNamedType', 'null'],
    ({ ce }, rt) => (ce.enumBackingType === null ? null : makeType(rt, ce.enumBackingType)),
    false,
  ),
];

export const classClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'ReflectionClass',
    interfaces: ['Reflector'],
    constants: constants({ IS_IMPLICIT_ABSTRACT: 16, IS_EXPLICIT_ABSTRACT: 64, IS_FINAL: 32, IS_READONLY: 65536 }),
    properties: [stringProperty('name')],
    methods: [...classMethods, ...methodMethods, ...propertyMethods, ...constantMethods, ...staticMethods],
    handlers: reflectionHandlers,
  },
  { name: 'ReflectionObject', parent: 'ReflectionClass', methods: [objectConstructor] },
  { name: 'ReflectionEnum', parent: 'ReflectionClass', methods: enumMethods },
];
