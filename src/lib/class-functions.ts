/**
 * Functions about classes and objects.
 * Source: php-src Zend/zend_builtin_functions.c, ext/spl/php_spl.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import {
  ACC_ENUM,
  ACC_INTERFACE,
  ACC_LINKED,
  ACC_PRIVATE,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_STATIC,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import { needsConstantsUpdate, updateClassConstants } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { checkProtected, classKind, instanceOf } from '../object/class-queries.ts';
import { functionRootClass } from '../object/methods.ts';
import type { NativeCode } from '../object/native-code.ts';
import { isVisible, objectPropertiesTable, objectVars } from '../object/object-vars.ts';
import { normalizeKey } from '../value/array-key.ts';
import { givenTypeName } from '../object/types.ts';
import { PhpArray } from '../value/php-array.ts';
import { objHasProperty } from '../object/property-slow.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The class of an object or of a class name (autoloaded when `autoload`); null when there is none. */
function* classOfValue(rt: Executor, v: Zval, autoload: boolean): NativeCode<ClassEntry | null> {
  if (v instanceof PhpObject) return v.ce;
  if (typeof v !== 'string') return null;
  return autoload ? yield* rt.autoloadClass(v) : rt.lookupClass(v);
}

/** The scope of the code that called the running builtin. */
function callerScope(rt: Executor): ClassEntry | null {
  return rt.executedScope();
}

function names(values: Iterable<string>): PhpArray {
  return PhpArray.fromList([...values]);
}

function kindExists(name: string, doc: string, param: string, wanted: (ce: ClassEntry) => boolean): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string(param), p.bool('autoload', { default: true })],
    returns: ['bool'],
    *impl(rt, className, autoload) {
      const ce = yield* classOfValue(rt, className, autoload);
      return ce !== null && wanted(ce) && (ce.flags & ACC_LINKED) !== 0;
    },
  });
}

function isSubclass(name: string, onlySub: boolean, allowStringDefault: boolean): FunctionDef {
  return fn({
    name,
    doc: onlySub ? 'Whether a class is below another.' : 'Whether an object is of a class or below.',
    params: [p.mixed('object_or_class'), p.string('class'), p.bool('allow_string', { default: allowStringDefault })],
    returns: ['bool'],
    *impl(rt, value, className, allowString) {
      if (typeof value === 'string' && !allowString) return false;
      const ce = yield* classOfValue(rt, value, true);
      if (ce === null) return false;
      const target = rt.lookupClass(className);
      if (target === null) return false;
      return onlySub && ce === target ? false : instanceOf(ce, target);
    },
  });
}

/** Names of methods visible from the caller. */
function visibleMethods(rt: Executor, ce: ClassEntry): PhpArray {
  const scope = callerScope(rt);
  const list: Zval[] = [];
  for (const func of ce.functionTable.values()) {
    const isPublic = (func.fnFlags & ACC_PUBLIC) !== 0;
    const isProtected = (func.fnFlags & ACC_PROTECTED) !== 0;
    const ok =
      isPublic ||
      (scope !== null &&
        ((isProtected && checkProtected(functionRootClass(func) ?? ce, scope)) ||
          ((func.fnFlags & ACC_PRIVATE) !== 0 && scope === func.scope)));
    if (ok) list.push(func.functionName);
  }
  return PhpArray.fromList(list);
}

/** Default values visible from the caller: instance ones, then static ones. */
function classVars(rt: Executor, ce: ClassEntry): PhpArray {
  const out = new PhpArray();
  const scope = callerScope(rt);
  for (const wantStatic of [false, true]) {
    for (const info of ce.propertiesInfo.values()) {
      if (((info.flags & ACC_STATIC) !== 0) !== wantStatic) continue;
      if ((info.flags & ACC_PRIVATE) !== 0 && info.ce !== ce && info.ce !== scope) continue;
      const visible = wantStatic ? staticVisible(info.flags, info.ce, scope) : isVisible(ce, info, scope);
      if (!visible) continue;
      const value = wantStatic ? deref(ce.staticMembers[info.slot]?.value) : ce.defaultProperties[info.slot];
      if (value === undefined && info.type !== null) continue;
      out.set(normalizeKey(info.name), addRef(value === undefined ? null : value));
    }
  }
  return out;
}

function staticVisible(flags: number, ce: ClassEntry, scope: ClassEntry | null): boolean {
  if ((flags & ACC_PUBLIC) !== 0) return true;
  return (flags & ACC_PRIVATE) !== 0 ? scope === ce : checkProtected(ce, scope);
}

function spl(name: string, doc: string, list: (ce: ClassEntry) => Iterable<ClassEntry>): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.mixed('object_or_class'), p.bool('autoload', { default: true })],
    returns: ['array', 'false'],
    *impl(rt, value, autoload) {
      if (!(value instanceof PhpObject) && typeof value !== 'string') {
        return rt.argumentTypeError(1, `must be of type object|string, ${givenTypeName(value)} given`);
      }
      const ce = yield* classOfValue(rt, value, autoload);
      if (ce === null) {
        if (rt.exception !== null) return null;
        rt.error(
          E_WARNING,
          `${name}(): Class ${String(value)} does not exist${autoload ? ' and could not be loaded' : ''}`,
        );
        return false;
      }
      const out = new PhpArray();
      for (const item of list(ce)) out.set(normalizeKey(item.name), item.name);
      return out;
    },
  });
}

function* ancestors(ce: ClassEntry): Generator<ClassEntry> {
  for (let at = ce.parent; at !== null; at = at.parent) yield at;
}

function declared(name: string, doc: string, wanted: (ce: ClassEntry) => boolean): FunctionDef {
  return fn({
    name,
    doc,
    params: [],
    returns: ['array'],
    impl(rt) {
      const list: string[] = [];
      for (const ce of rt.classTable.values()) if (wanted(ce) && !list.includes(ce.name)) list.push(ce.name);
      return names(list);
    },
  });
}

/** Names no class may have (reserved_class_names of zend_compile.c). */
const RESERVED: ReadonlySet<string> = new Set([
  'bool',
  'false',
  'float',
  'int',
  'null',
  'parent',
  'self',
  'static',
  'string',
  'true',
  'void',
  'never',
  'iterable',
  'object',
  'mixed',
]);

const isClass = (ce: ClassEntry): boolean => (ce.flags & (ACC_INTERFACE | ACC_TRAIT)) === 0;

export const classFunctions: readonly FunctionDef[] = [
  kindExists('class_exists', 'Whether a class is defined.', 'class', isClass),
  kindExists(
    'interface_exists',
    'Whether an interface is defined.',
    'interface',
    (ce) => (ce.flags & ACC_INTERFACE) !== 0,
  ),
  kindExists('trait_exists', 'Whether a trait is defined.', 'trait', (ce) => (ce.flags & ACC_TRAIT) !== 0),
  kindExists('enum_exists', 'Whether an enum is defined.', 'enum', (ce) => (ce.flags & ACC_ENUM) !== 0),
  isSubclass('is_a', false, false),
  isSubclass('is_subclass_of', true, true),
  spl('class_implements', 'The interfaces of a class.', (ce) => ce.interfaces),
  spl('class_parents', 'The parents of a class.', ancestors),
  spl('class_uses', 'The traits a class uses itself.', (ce) => ce.traits),
  declared('get_declared_classes', 'Names of all classes.', isClass),
  declared('get_declared_interfaces', 'Names of all interfaces.', (ce) => (ce.flags & ACC_INTERFACE) !== 0),
  declared('get_declared_traits', 'Names of all traits.', (ce) => (ce.flags & ACC_TRAIT) !== 0),
  fn({
    name: 'class_alias',
    doc: 'Gives a class a second name.',
    params: [p.string('class'), p.string('alias'), p.bool('autoload', { default: true })],
    returns: ['bool'],
    *impl(rt, name, alias, autoload) {
      const ce = yield* classOfValue(rt, name, autoload);
      if (ce === null) {
        if (rt.exception === null) rt.error(E_WARNING, `Class "${name}" not found`);
        return false;
      }
      if (ce.type === 1)
        return rt.argumentValueError(1, 'must be a user-defined class name, internal class name given');
      const key = alias.replace(/^\\/, '').toLowerCase();
      if (RESERVED.has(key.slice(key.lastIndexOf('\\') + 1))) {
        return rt.fatalError(`Cannot use '${alias}' as class name as it is reserved`);
      }
      if (rt.classTable.has(key)) {
        rt.error(E_WARNING, `Cannot declare ${classKind(ce)} ${alias}, because the name is already in use`);
        return false;
      }
      rt.classTable.set(key, ce);
      return true;
    },
  }),
  fn({
    name: 'get_class',
    doc: 'The name of an object’s class.',
    params: [p.optional(p.object('object'))],
    returns: ['string'],
    impl(rt, object) {
      if (object !== undefined) return object.ce.name;
      const scope = callerScope(rt);
      return scope === null
        ? rt.throwError('Error', 'get_class() without arguments must be called from within a class')
        : scope.name;
    },
  }),
  fn({
    name: 'get_called_class',
    doc: 'The class a static method was called on.',
    params: [],
    returns: ['string'],
    impl(rt) {
      const called = rt.calledScope();
      return called === null
        ? rt.throwError('Error', 'get_called_class() must be called from within a class')
        : called.name;
    },
  }),
  fn({
    name: 'get_parent_class',
    doc: 'The name of the parent of an object’s class or of a class.',
    params: [p.optional(p.mixed('object_or_class'))],
    returns: ['string', 'false'],
    *impl(rt, value) {
      const ce = value === undefined ? callerScope(rt) : yield* classOfValue(rt, value, true);
      if (value !== undefined && ce === null && rt.exception === null) {
        return rt.argumentTypeError(1, `must be an object or a valid class name, ${givenTypeName(value)} given`);
      }
      return ce?.parent?.name ?? false;
    },
  }),
  fn({
    name: 'get_object_vars',
    doc: 'An object’s properties that are visible here.',
    params: [p.object('object')],
    returns: ['array'],
    impl: (rt, object) => objectVars(rt, object, callerScope(rt)),
  }),
  fn({
    name: 'get_mangled_object_vars',
    doc: 'All properties of an object with mangled names.',
    params: [p.object('object')],
    returns: ['array'],
    impl: (rt, object) => objectPropertiesTable(rt, object),
  }),
  fn({
    name: 'get_class_vars',
    doc: 'The default values of a class’s properties that are visible here.',
    params: [p.string('class')],
    returns: ['array'],
    *impl(rt, name) {
      const ce = yield* rt.autoloadClass(name);
      if (ce === null) return false;
      if (needsConstantsUpdate(ce) && !(yield* updateClassConstants(rt, ce))) return null;
      return classVars(rt, ce);
    },
  }),
  fn({
    name: 'get_class_methods',
    doc: 'Names of the methods that are visible here.',
    params: [p.mixed('object_or_class')],
    returns: ['array'],
    *impl(rt, value) {
      const ce = yield* classOfValue(rt, value, true);
      if (ce !== null) return visibleMethods(rt, ce);
      if (rt.exception !== null) return null;
      return rt.argumentTypeError(1, `must be an object or a valid class name, ${givenTypeName(value)} given`);
    },
  }),
  fn({
    name: 'method_exists',
    doc: 'Whether an object or class has a method, visible or not.',
    params: [p.mixed('object_or_class'), p.string('method')],
    returns: ['bool'],
    *impl(rt, value, name) {
      if (!(value instanceof PhpObject) && typeof value !== 'string') {
        return rt.argumentTypeError(1, `must be of type object|string, ${givenTypeName(value)} given`);
      }
      const ce = yield* classOfValue(rt, value, true);
      if (ce === null) return false;
      const func = ce.functionTable.get(name.toLowerCase());
      if (func !== undefined)
        return value instanceof PhpObject || (func.fnFlags & ACC_PRIVATE) === 0 || func.scope === ce;
      if (!(value instanceof PhpObject)) return false;
      const inner = ce.handlers.forwardsTo?.(value) ?? null;
      if (inner?.ce.functionTable.has(name.toLowerCase()) === true) return true;
      return ce.lcName === 'closure' && name.toLowerCase() === '__invoke';
    },
  }),
  fn({
    name: 'property_exists',
    doc: 'Whether an object or class has a property, visible or not.',
    params: [p.mixed('object_or_class'), p.string('property')],
    returns: ['bool'],
    *impl(rt, value, name) {
      if (!(value instanceof PhpObject) && typeof value !== 'string') {
        return rt.argumentTypeError(1, `must be of type object|string, ${givenTypeName(value)} given`);
      }
      const ce = yield* classOfValue(rt, value, true);
      if (ce === null) return false;
      const info = ce.propertiesInfo.get(name);
      if (info !== undefined && ((info.flags & ACC_PRIVATE) === 0 || info.ce === ce)) return true;
      return value instanceof PhpObject && (yield* objHasProperty(rt, value, name, 2, rt.executedScope()));
    },
  }),
  fn({
    name: 'spl_object_id',
    doc: 'The handle of an object.',
    params: [p.object('object')],
    returns: ['int'],
    impl: (_rt, object) => object.handle,
  }),
  fn({
    name: 'spl_object_hash',
    doc: 'A string that is unique to a living object.',
    params: [p.object('object')],
    returns: ['string'],
    impl: (_rt, object) => object.handle.toString(16).padStart(16, '0').padEnd(32, '0'),
  }),
];
