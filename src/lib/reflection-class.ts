/**
 * ReflectionClass: what it says about the class itself.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import {
  ACC_ANON_CLASS,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_PUBLIC,
  ACC_READONLY_CLASS,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { makeExtension } from './extension-object.ts';
import { extensionOf } from './extensions.ts';
import {
  attributeParams,
  callWithArray,
  packArguments,
  reflectAttributes,
  TARGET_CLASS,
} from './reflection-attribute.ts';
import { type ClassRef, fail, initClass, listOf, makeClass, makeMethod, refOf } from './reflection-data.ts';
import { splitName } from './reflection-function.ts';
import { classArgument } from './reflection-property-parts.ts';
import { classText } from './reflection-class-text.ts';
import { cloneMethod } from './reflection-type.ts';

/** A method without parameters that looks at the class. */
export function classGetter(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (ref: ClassRef, rt: Executor) => Zval | NativeCode,
  tentative: boolean = true,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative,
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'class');
      return ref === null ? null : get(ref, rt);
    },
  });
}

function flag(name: string, doc: string, bits: number, tentative = true): MethodDef {
  return classGetter(name, doc, ['bool'], ({ ce }) => (ce.flags & bits) !== 0, tentative);
}

const NO_INSTANCES = ACC_INTERFACE | ACC_TRAIT | ACC_EXPLICIT_ABSTRACT_CLASS | ACC_IMPLICIT_ABSTRACT_CLASS | ACC_ENUM;

function isInstantiable(ce: ClassEntry): boolean {
  if ((ce.flags & NO_INSTANCES) !== 0) return false;
  const ctor = ce.magic.constructor_;
  return ctor === null || (ctor.fnFlags & ACC_PUBLIC) !== 0;
}

function isCloneable(ref: ClassRef): boolean {
  const { ce } = ref;
  if ((ce.flags & NO_INSTANCES) !== 0) return false;
  if (ce.magic.clone !== null) return (ce.magic.clone.fnFlags & ACC_PUBLIC) !== 0 && ce.handlers.cloneable;
  return ce.handlers.cloneable;
}

function isIterable({ ce }: ClassRef, rt: Executor): boolean {
  if ((ce.flags & (ACC_INTERFACE | ACC_TRAIT | ACC_EXPLICIT_ABSTRACT_CLASS | ACC_IMPLICIT_ABSTRACT_CLASS)) !== 0)
    return false;
  return instanceOf(ce, rt.classOf('Traversable'));
}

function byName(rt: Executor, classes: readonly ClassEntry[]): PhpArray {
  const out = new PhpArray();
  for (const ce of classes) out.setStr(ce.name, makeClass(rt, ce));
  return out;
}

function traitAliases({ ce }: ClassRef): PhpArray {
  const out = new PhpArray();
  for (const alias of ce.decl?.traitAliases ?? []) {
    if (alias.alias === null) continue;
    const owner =
      alias.traitName ?? ce.traits.find((trait) => trait.functionTable.has(alias.methodName.toLowerCase()))?.name ?? '';
    out.setStr(alias.alias, `${owner}::${alias.methodName}`);
  }
  return out;
}

const nameMethods: readonly MethodDef[] = [
  cloneMethod,
  method({
    name: '__construct',
    doc: 'Looks at a class.',
    params: [p.union('objectOrClass', ['object', 'string'])],
    returns: null,
    *impl(rt, self, value) {
      const ce = yield* classArgument(rt, value);
      if (ce !== null) initClass(rt, self, ce, null);
      return null;
    },
  }),
  method({
    name: '__toString',
    doc: 'A description.',
    params: [],
    returns: ['string'],
    tentative: false,
    *impl(rt, self) {
      const ref = refOf(rt, self, 'class');
      return ref === null ? null : yield* classText(rt, ref);
    },
  }),
  classGetter('getName', 'Its name.', ['string'], ({ ce }) => ce.name),
  classGetter('getExtension', 'The extension it belongs to.', ['ReflectionExtension', 'null'], ({ ce }, rt) => {
    const extension = ce.type === 1 ? extensionOf(rt, 'classes', ce.name) : null;
    return extension === null ? null : makeExtension(rt, extension);
  }),
  classGetter('getExtensionName', 'The name of the extension it belongs to.', ['string', 'false'], ({ ce }, rt) =>
    ce.type === 1 ? (extensionOf(rt, 'classes', ce.name) ?? false) : false,
  ),
  classGetter('isInternal', 'Is it built in?', ['bool'], ({ ce }) => ce.type === 1),
  classGetter('isUserDefined', 'Is it written in PHP?', ['bool'], ({ ce }) => ce.type === 2),
  flag('isAnonymous', 'Has it no name?', ACC_ANON_CLASS),
  classGetter('isInstantiable', 'Can it have instances?', ['bool'], ({ ce }) => isInstantiable(ce)),
  classGetter('isCloneable', 'Can its instances be cloned?', ['bool'], (ref) => isCloneable(ref)),
  classGetter('getFileName', 'The file it stands in.', ['string', 'false'], ({ ce }) =>
    ce.type === 2 ? (ce.fileName ?? false) : false,
  ),
  classGetter('getStartLine', 'Its first line.', ['int', 'false'], ({ ce }) => (ce.type === 2 ? ce.lineStart : false)),
  classGetter('getEndLine', 'Its last line.', ['int', 'false'], ({ ce }) => (ce.type === 2 ? ce.lineEnd : false)),
  classGetter('getDocComment', 'The comment before it.', ['string', 'false'], ({ ce }) => ce.docComment ?? false),
];

const kindMethods: readonly MethodDef[] = [
  flag('isInterface', 'Is it an interface?', ACC_INTERFACE),
  flag('isTrait', 'Is it a trait?', ACC_TRAIT),
  flag('isEnum', 'Is it an enum?', ACC_ENUM, false),
  flag('isAbstract', 'Is it abstract?', ACC_EXPLICIT_ABSTRACT_CLASS | ACC_IMPLICIT_ABSTRACT_CLASS),
  flag('isFinal', 'Is it final?', ACC_FINAL),
  flag('isReadOnly', 'Is it readonly?', ACC_READONLY_CLASS, false),
  classGetter(
    'getModifiers',
    'The modifiers as IS_* numbers.',
    ['int'],
    ({ ce }) => ce.flags & (ACC_FINAL | ACC_EXPLICIT_ABSTRACT_CLASS | ACC_READONLY_CLASS),
  ),
  classGetter('getInterfaces', 'Its interfaces by name.', ['array'], ({ ce }, rt) => byName(rt, ce.interfaces)),
  classGetter('getInterfaceNames', 'The names of its interfaces.', ['array'], ({ ce }) =>
    listOf(ce.interfaces.map((x) => x.name)),
  ),
  classGetter('getTraits', 'Its traits by name.', ['array'], ({ ce }, rt) => byName(rt, ce.traits)),
  classGetter('getTraitNames', 'The names of its traits.', ['array'], ({ ce }) => listOf(ce.traits.map((x) => x.name))),
  classGetter('getTraitAliases', 'New names of trait methods.', ['array'], (ref) => traitAliases(ref)),
  classGetter('getParentClass', 'Its parent.', ['ReflectionClass', 'false'], ({ ce }, rt) =>
    ce.parent === null ? false : makeClass(rt, ce.parent),
  ),
  classGetter('isIterable', 'Can its instances be iterated?', ['bool'], (ref, rt) => isIterable(ref, rt)),
  classGetter('isIterateable', 'Can its instances be iterated?', ['bool'], (ref, rt) => isIterable(ref, rt)),
  classGetter('inNamespace', 'Is it in a namespace?', ['bool'], ({ ce }) => splitName(ce.name).namespace !== ''),
  classGetter('getNamespaceName', 'Its namespace.', ['string'], ({ ce }) => splitName(ce.name).namespace),
  classGetter('getShortName', 'Its name without namespace.', ['string'], ({ ce }) => splitName(ce.name).short),
  classGetter('getConstructor', 'Its constructor.', ['ReflectionMethod', 'null'], ({ ce }, rt) => {
    const ctor = ce.magic.constructor_;
    return ctor === null ? null : makeMethod(rt, ce, ctor);
  }),
];

/** The class of an argument that is a ReflectionClass or a name; null after an exception. */
function* otherClass(rt: Executor, v: PhpObject | string, what: string): NativeCode<ClassEntry | null> {
  if (v instanceof PhpObject) {
    const ref = v.native as ClassRef | null;
    if (ref !== null && ref.kind === 'class') return ref.ce;
    return rt.argumentTypeError(1, `must be of type ReflectionClass|string, ${displayName(v.ce.name)} given`);
  }
  const ce = rt.lookupClass(v) ?? (yield* rt.autoloadClass(v));
  if (ce !== null || rt.exception !== null) return ce;
  return fail(rt, `${what} "${v}" does not exist`, -1);
}

const relationMethods: readonly MethodDef[] = [
  method({
    name: 'isInstance',
    doc: 'Is the object of this class?',
    params: [p.object('object')],
    returns: ['bool'],
    impl: (rt, self, object) => {
      const ref = refOf(rt, self, 'class');
      return ref === null ? null : instanceOf(object.ce, ref.ce);
    },
  }),
  method({
    name: 'isSubclassOf',
    doc: 'Is it below another class?',
    params: [p.union('class', ['object', 'string'])],
    returns: ['bool'],
    *impl(rt, self, other) {
      const ref = refOf(rt, self, 'class');
      const ce = ref === null ? null : yield* otherClass(rt, other, 'Class');
      return ref === null || ce === null ? null : ref.ce !== ce && instanceOf(ref.ce, ce);
    },
  }),
  method({
    name: 'implementsInterface',
    doc: 'Does it implement an interface?',
    params: [p.union('interface', ['object', 'string'])],
    returns: ['bool'],
    *impl(rt, self, other) {
      const ref = refOf(rt, self, 'class');
      const ce = ref === null ? null : yield* otherClass(rt, other, 'Interface');
      if (ref === null || ce === null) return null;
      if ((ce.flags & ACC_INTERFACE) === 0) return fail(rt, `${displayName(ce.name)} is not an interface`);
      return instanceOf(ref.ce, ce);
    },
  }),
  method({
    name: 'getAttributes',
    doc: 'The attributes.',
    params: attributeParams,
    returns: ['array'],
    tentative: false,
    *impl(rt, self, name, flags) {
      const ref = refOf(rt, self, 'class');
      return ref === null
        ? null
        : yield* reflectAttributes(rt, ref.ce.attributes, 0, ref.ce, TARGET_CLASS, name, flags);
    },
  }),
];

/** reflection_class_new_instance; `args` are borrowed. */
function* newInstance(rt: Executor, self: PhpObject, args: PhpArray): NativeCode {
  const ref = refOf(rt, self, 'class');
  if (ref === null) return null;
  const { ce } = ref;
  const made = yield* rt.initObject(ce);
  if (made === null) return null;
  const ctor = ce.magic.constructor_;
  if (ce.handlers.refuseNew !== undefined) {
    release(rt, made);
    return rt.throwError('Error', ce.handlers.refuseNew);
  }
  if (ctor === null) {
    if (args.count === 0) return made;
    release(rt, made);
    return fail(
      rt,
      `Class ${displayName(ce.name)} does not have a constructor, so you cannot pass any constructor arguments`,
    );
  }
  if ((ctor.fnFlags & ACC_PUBLIC) === 0) {
    release(rt, made);
    return fail(rt, `Access to non-public constructor of class ${displayName(ce.name)}`);
  }
  let ok = false;
  try {
    release(
      rt,
      yield* callWithArray(rt, { func: ctor, object: made, calledScope: ce, closure: null, magicName: null }, args),
    );
    ok = rt.exception === null;
  } finally {
    if (!ok) {
      // a failed constructor: no destructor runs
      made.flags |= 1;
      release(rt, made);
    }
  }
  return ok ? made : null;
}

/** Does the class have a create_object handler: objects that are more than their properties? */
function hasOwnStorage({ createObject, handlers }: ClassEntry): boolean {
  return createObject !== null || handlers.refuseNew !== undefined || handlers.freeNative !== null;
}

const instanceMethods: readonly MethodDef[] = [
  method({
    name: 'newInstance',
    doc: 'A new object.',
    params: [p.rest(p.mixed('args'))],
    returns: ['object'],
    *impl(rt, self, args) {
      const list = packArguments(rt, args);
      const made = yield* newInstance(rt, self, list);
      release(rt, list);
      return made;
    },
  }),
  method({
    name: 'newInstanceWithoutConstructor',
    doc: 'A new object whose constructor was not called.',
    params: [],
    returns: ['object'],
    *impl(rt, self) {
      const ref = refOf(rt, self, 'class');
      if (ref === null) return null;
      const { ce } = ref;
      if (ce.type === 1 && (ce.flags & ACC_FINAL) !== 0 && hasOwnStorage(ce)) {
        return fail(
          rt,
          `Class ${displayName(ce.name)} is an internal class marked as final that cannot be instantiated without invoking its constructor`,
        );
      }
      return yield* rt.initObject(ce);
    },
  }),
  method({
    name: 'newInstanceArgs',
    doc: 'A new object with an array of arguments.',
    params: [p.array('args', { default: new PhpArray(), text: '[]' })],
    returns: ['object', 'null'],
    impl: (rt, self, args) => newInstance(rt, self, args),
  }),
];

export const classMethods: readonly MethodDef[] = [
  ...nameMethods,
  ...kindMethods,
  ...relationMethods,
  ...instanceMethods,
];

/** ReflectionObject's constructor takes objects only. */
export const objectConstructor: MethodDef = method({
  name: '__construct',
  doc: 'Looks at an object and its class.',
  params: [p.object('object')],
  returns: null,
  impl: (rt, self, object) => {
    initClass(rt, self, object.ce, object);
    return null;
  },
});

/** ReflectionEnum's constructor refuses other classes. */
export const enumConstructor: MethodDef = method({
  name: '__construct',
  doc: 'Looks at an enum.',
  params: [p.union('objectOrClass', ['object', 'string'])],
  returns: null,
  *impl(rt, self, value) {
    const ce = yield* classArgument(rt, value);
    if (ce === null) return null;
    if ((ce.flags & ACC_ENUM) === 0) return fail(rt, `Class "${ce.name}" is not an enum`, -1);
    initClass(rt, self, ce, null);
    return null;
  },
});
