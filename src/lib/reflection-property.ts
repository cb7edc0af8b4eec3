/**
 * ReflectionProperty and ReflectionClassConstant, ReflectionEnumUnitCase, ReflectionEnumBackedCase.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import {
  ACC_FINAL,
  ACC_PRIVATE,
  ACC_PROMOTED,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_READONLY,
  ACC_STATIC,
} from '../bytecode/type-flags.ts';
import { updateClassConstants } from '../object/class-constants.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { objHasProperty } from '../object/property-slow.ts';
import { getDynamic } from '../object/property-sync.ts';
import { getStaticProperty } from '../object/static-properties.ts';
import { assignToTypedReference } from '../object/typed-reference.ts';
import { typeErrorProperty, TYPE_MISMATCH, verifyTypeSlow } from '../object/types.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { attributeParams, reflectAttributes, TARGET_CLASS_CONST, TARGET_PROPERTY } from './reflection-attribute.ts';
import {
  type ConstantRef,
  fail,
  initConstant,
  initProperty,
  makeClass,
  makeType,
  type PropertyRef,
  reflectionHandlers,
  refOf,
} from './reflection-data.ts';
import { stringProperty } from './reflection-function.ts';
import { constantText, propertyText } from './reflection-text.ts';
import { cloneMethod } from './reflection-type.ts';
import { argumentException, constants } from './spl-util.ts';
import {
  classArgument,
  constantFlag,
  constantGetter,
  constantValue,
  declaredDefault,
  flagMethod,
  flagsOf,
  getter,
  mustBeInstance,
  visibleProperty,
} from './reflection-property-parts.ts';

function* getValue(rt: Executor, ref: PropertyRef, object: PhpObject | null): NativeCode {
  const { info } = ref;
  if (info !== null && (info.flags & ACC_STATIC) !== 0) {
    if (!(yield* updateClassConstants(rt, ref.ce))) return null;
    const place = getStaticProperty(rt, ref.ce, ref.name, info.ce, 0);
    return place === null ? null : addRef(deref(place.member.value) ?? null);
  }
  if (object === null) return argumentException(rt, 'TypeError', 1, 'must be provided for instance properties');
  if (!mustBeInstance(rt, ref, object)) return null;
  const value = yield* rt.readProperty(object, ref.name, info?.ce ?? ref.ce);
  if (!(value instanceof PhpReference)) return value ?? null;
  const inner = addRef(value.val);
  release(rt, value);
  return inner;
}

/** Stores into a static property, checking its type. */
export function* setStatic(rt: Executor, ce: ClassEntry, info: PropertyInfo, value: Zval): NativeCode<void> {
  if (!(yield* updateClassConstants(rt, ce))) return;
  const member = ce.staticMembers[info.slot];
  if (member === undefined) return;
  let stored = value;
  if (info.type !== null) {
    const checked = yield* verifyTypeSlow(rt, info.type, value, info.ce, null, rt.executedStrictTypes());
    if (checked === TYPE_MISMATCH) {
      if (rt.exception === null) typeErrorProperty(rt, info, value);
      return;
    }
    stored = checked;
  }
  const held = member.value;
  if (held instanceof PhpReference) {
    if (held.sources !== null) {
      const strict = rt.executedStrictTypes();
      if (assignToTypedReference(rt, held, stored, strict) !== NEEDS_SLOW) return;
      // only an object that becomes a string needs user code
      const text = yield* rt.toStringOf(stored);
      if (text !== null) assignToTypedReference(rt, held, text, strict);
      return;
    }
    const old = held.val;
    held.val = addRef(stored);
    release(rt, old);
    return;
  }
  member.value = addRef(stored);
  release(rt, held);
}

const valueMethods: readonly MethodDef[] = [
  method({
    name: 'getValue',
    doc: 'The value in an object, or of the static property.',
    params: [p.nullable(p.object('object'), { default: null })],
    returns: ['mixed'],
    *impl(rt, self, object) {
      const ref = refOf(rt, self, 'property');
      return ref === null ? null : yield* getValue(rt, ref, object);
    },
  }),
  method({
    name: 'setValue',
    doc: 'Sets the value in an object, or of the static property.',
    params: [p.mixed('objectOrValue'), p.optional(p.mixed('value'))],
    returns: ['void'],
    *impl(rt, self, objectOrValue, value) {
      const ref = refOf(rt, self, 'property');
      if (ref === null) return null;
      if (ref.info !== null && (ref.info.flags & ACC_STATIC) !== 0) {
        yield* setStatic(rt, ref.ce, ref.info, value === undefined ? objectOrValue : value);
        return null;
      }
      if (!(objectOrValue instanceof PhpObject)) {
        return rt.argumentTypeError(1, 'must be of type object, ' + 'null given');
      }
      release(rt, yield* rt.writeProperty(objectOrValue, ref.name, value ?? null, ref.info?.ce ?? ref.ce));
      return null;
    },
  }),
  method({
    name: 'isInitialized',
    doc: 'Has it a value?',
    params: [p.nullable(p.object('object'), { default: null })],
    returns: ['bool'],
    *impl(rt, self, object) {
      const ref = refOf(rt, self, 'property');
      if (ref === null) return null;
      if (ref.info !== null && (ref.info.flags & ACC_STATIC) !== 0) {
        if (!(yield* updateClassConstants(rt, ref.ce))) return null;
        return ref.ce.staticMembers[ref.info.slot]?.value !== undefined;
      }
      if (object === null) return argumentException(rt, 'TypeError', 1, 'must be provided for instance properties');
      if (!mustBeInstance(rt, ref, object)) return null;
      return yield* objHasProperty(rt, object, ref.name, 2, ref.info?.ce ?? ref.ce);
    },
  }),
];

const propertyMethods: readonly MethodDef[] = [
  cloneMethod,
  method({
    name: '__construct',
    doc: 'Looks at a property.',
    params: [p.union('class', ['object', 'string']), p.string('property')],
    returns: null,
    *impl(rt, self, owner, name) {
      const ce = yield* classArgument(rt, owner);
      if (ce === null) return null;
      const info = visibleProperty(ce, name);
      const isDynamic = info === null && owner instanceof PhpObject && getDynamic(owner, name) !== undefined;
      if (info === null && !isDynamic) return fail(rt, `Property ${displayName(ce.name)}::$${name} does not exist`);
      initProperty(rt, self, ce, info, name);
      return null;
    },
  }),
  getter('__toString', 'A description.', ['string'], (ref, rt) => propertyText(rt, ref, ''), false),
  getter('getName', 'Its name.', ['string'], ({ name }) => name),
  ...valueMethods,
  flagMethod('isPublic', 'Is it public?', ACC_PUBLIC),
  flagMethod('isPrivate', 'Is it private?', ACC_PRIVATE),
  flagMethod('isProtected', 'Is it protected?', ACC_PROTECTED),
  flagMethod('isStatic', 'Is it static?', ACC_STATIC),
  flagMethod('isReadOnly', 'Is it readonly?', ACC_READONLY, false),
  getter('isDefault', 'Is it declared?', ['bool'], ({ info }) => info !== null),
  flagMethod('isPromoted', 'Is it a promoted parameter?', ACC_PROMOTED, false),
  getter(
    'getModifiers',
    'The modifiers as IS_* numbers.',
    ['int'],
    (ref) => flagsOf(ref) & (ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE | ACC_STATIC | ACC_READONLY),
  ),
  getter('getDeclaringClass', 'The class that declares it.', ['ReflectionClass'], ({ info, ce }, rt) =>
    makeClass(rt, info?.ce ?? ce),
  ),
  getter('getDocComment', 'The comment before it.', ['string', 'false'], ({ info }) => info?.docComment ?? false),
  method({
    name: 'setAccessible',
    doc: 'Does nothing: all properties are accessible.',
    params: [p.bool('accessible')],
    returns: ['void'],
    impl: () => null,
  }),
  getter('getType', 'Its type.', ['ReflectionType', 'null'], ({ info }, rt) =>
    info === null || info.type === null ? null : makeType(rt, info.type),
  ),
  getter('hasType', 'Has it a type?', ['bool'], ({ info }) => info !== null && info.type !== null),
  getter(
    'hasDefaultValue',
    'Has it a default?',
    ['bool'],
    ({ info, ce }) => info !== null && declaredDefault(info, ce) !== undefined,
    false,
  ),
  getter('getDefaultValue', 'The default.', ['mixed'], function* ({ info, ce }, rt) {
    if (info === null) return null;
    const value = declaredDefault(info, ce);
    return value === undefined ? null : yield* rt.evalConstant(value, info.ce, null);
  }),
  method({
    name: 'getAttributes',
    doc: 'The attributes.',
    params: attributeParams,
    returns: ['array'],
    tentative: false,
    *impl(rt, self, name, flags) {
      const ref = refOf(rt, self, 'property');
      if (ref === null) return null;
      return yield* reflectAttributes(
        rt,
        ref.info?.attributes ?? null,
        0,
        ref.info?.ce ?? ref.ce,
        TARGET_PROPERTY,
        name,
        flags,
      );
    },
  }),
];

/** What a constructor of a constant's or case's class finds; the check says why not. */
function constantConstructor(check: (rt: Executor, ref: ConstantRef) => boolean): MethodDef {
  return method({
    name: '__construct',
    doc: 'Looks at a class constant.',
    params: [p.union('class', ['object', 'string']), p.string('constant')],
    returns: null,
    *impl(rt, self, owner, name) {
      const ce = yield* classArgument(rt, owner);
      if (ce === null) return null;
      const constant = ce.constants.get(name);
      if (constant === undefined || ((constant.flags & ACC_PRIVATE) !== 0 && constant.ce !== ce)) {
        return fail(rt, `Constant ${displayName(ce.name)}::${name} does not exist`);
      }
      if (check(rt, { kind: 'constant', ce, constant })) initConstant(rt, self, ce, constant);
      return null;
    },
  });
}

const constantMethods: readonly MethodDef[] = [
  cloneMethod,
  constantConstructor(() => true),
  constantGetter('__toString', 'A description.', ['string'], (ref, rt) => constantText(rt, ref, ''), false),
  constantGetter('getName', 'Its name.', ['string'], ({ constant }) => constant.name),
  constantGetter('getValue', 'Its value.', ['mixed'], (ref, rt) => constantValue(rt, ref)),
  constantFlag('isPublic', 'Is it public?', ACC_PUBLIC),
  constantFlag('isPrivate', 'Is it private?', ACC_PRIVATE),
  constantFlag('isProtected', 'Is it protected?', ACC_PROTECTED),
  constantFlag('isFinal', 'Is it final?', ACC_FINAL, false),
  constantGetter(
    'getModifiers',
    'The modifiers as IS_* numbers.',
    ['int'],
    ({ constant }) => constant.flags & (ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE | ACC_FINAL),
  ),
  constantGetter('getDeclaringClass', 'The class that declares it.', ['ReflectionClass'], ({ constant }, rt) =>
    makeClass(rt, constant.ce),
  ),
  constantGetter(
    'getDocComment',
    'The comment before it.',
    ['string', 'false'],
    ({ constant }) => constant.docComment ?? false,
  ),
  method({
    name: 'getAttributes',
    doc: 'The attributes.',
    params: attributeParams,
    returns: ['array'],
    tentative: false,
    *impl(rt, self, name, flags) {
      const ref = refOf(rt, self, 'constant');
      if (ref === null) return null;
      return yield* reflectAttributes(rt, ref.constant.attributes, 0, ref.constant.ce, TARGET_CLASS_CONST, name, flags);
    },
  }),
  constantGetter('isEnumCase', 'Is it a case of an enum?', ['bool'], ({ constant }) => constant.isCase, false),
];

const unitCaseMethods: readonly MethodDef[] = [
  constantConstructor((rt, ref) => {
    if (ref.constant.isCase) return true;
    fail(rt, `Constant ${displayName(ref.ce.name)}::${ref.constant.name} is not a case`);
    return false;
  }),
  constantGetter('getEnum', 'The enum.', ['ReflectionEnum'], ({ constant }, rt) => makeClass(rt, constant.ce), false),
  constantGetter('getValue', 'The case.', ['UnitEnum'], (ref, rt) => constantValue(rt, ref), false),
];

const backedCaseMethods: readonly MethodDef[] = [
  constantConstructor((rt, ref) => {
    const title = `${displayName(ref.ce.name)}::${ref.constant.name}`;
    if (!ref.constant.isCase) fail(rt, `Constant ${title} is not a case`);
    else if (ref.ce.enumBackingType === null) fail(rt, `Enum case ${title} is not a backed case`);
    else return true;
    return false;
  }),
  constantGetter(
    'getBackingValue',
    'The value behind the case.',
    ['string', 'int'],
    function* (ref, rt) {
      const value = yield* constantValue(rt, ref);
      if (!(value instanceof PhpObject)) return null;
      const backing = addRef(value.props[1]);
      release(rt, value);
      return backing;
    },
    false,
  ),
];

export const propertyClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'ReflectionProperty',
    interfaces: ['Reflector'],
    constants: constants({ IS_STATIC: 16, IS_READONLY: 128, IS_PUBLIC: 1, IS_PROTECTED: 2, IS_PRIVATE: 4 }),
    properties: [stringProperty('name'), stringProperty('class')],
    methods: propertyMethods,
    handlers: reflectionHandlers,
  },
  {
    name: 'ReflectionClassConstant',
    interfaces: ['Reflector'],
    constants: constants({ IS_PUBLIC: 1, IS_PROTECTED: 2, IS_PRIVATE: 4, IS_FINAL: 32 }),
    properties: [stringProperty('name'), stringProperty('class')],
    methods: constantMethods,
    handlers: reflectionHandlers,
  },
  { name: 'ReflectionEnumUnitCase', parent: 'ReflectionClassConstant', methods: unitCaseMethods },
  { name: 'ReflectionEnumBackedCase', parent: 'ReflectionEnumUnitCase', methods: backedCaseMethods },
];
