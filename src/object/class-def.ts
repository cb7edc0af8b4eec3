/**
 * Internal classes as data, and their registration.
 * Source: php-src 8.2 Zend/zend_API.c (zend_register_internal_class_ex)
 */
import type { Func } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_LINKED,
  ACC_PUBLIC,
} from '../bytecode/type-flags.ts';
import { internalError } from '../base/assert.ts';
import type { PhpType } from '../bytecode/op-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { ClassEntry } from './class-entry.ts';
import { type ClassHandlers, type IteratorFactory, stdHandlers } from './class-handlers.ts';
import { declareConstant, declareProperty } from './class-members.ts';
import { lcName } from './class-queries.ts';
import { implementInterfaces, inheritInterfaces } from './implement-interfaces.ts';
import { buildPropertiesInfoTable, inheritFrom } from './inherit-class.ts';
import { createLinkContext } from './link-context.ts';
import { addMagicMethod, refreshMagicMethods } from './magic-table.ts';
import type { Runtime } from './runtime.ts';

export interface PropertyDef {
  readonly name: string;
  /** ACC_*; visibility defaults to public. */
  readonly flags: number;
  readonly type: PhpType | null;
  /** undefined: uninitialized. Uncounted values only, or a fresh array per class. */
  readonly default: Zval;
}

export interface ConstantDef {
  readonly name: string;
  readonly value: Zval;
}

/** An internal class. `M` is how methods are declared (src/lib's MethodDef); `makeMethod` below turns one into a function. */
export interface ClassDef<M> {
  readonly name: string;
  readonly parent?: string;
  readonly interfaces?: readonly string[];
  /** ACC_FINAL, ACC_EXPLICIT_ABSTRACT_CLASS, ACC_INTERFACE, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE, ... */
  readonly flags?: number;
  readonly constants?: readonly ConstantDef[];
  readonly properties?: readonly PropertyDef[];
  readonly methods?: readonly M[];
  /** Overrides of the parent's (or the standard) handlers. */
  readonly handlers?: Partial<ClassHandlers>;
  /** zend_class_entry.create_object with the engine at hand. */
  readonly createObject?: (rt: Runtime, obj: PhpObject) => void;
  readonly getIterator?: IteratorFactory;
  readonly interfaceGetsImplemented?: (self: ClassEntry, implementor: ClassEntry, rt: Runtime) => string | null;
}

/** Registers an internal class; its parent and interfaces must be registered already. */
export function defineInternalClass<M>(
  rt: Runtime,
  def: ClassDef<M>,
  makeMethod: (method: M, ce: ClassEntry) => Func,
): ClassEntry {
  const ce = new ClassEntry(1, def.name, stdHandlers);
  ce.flags = def.flags ?? 0;
  ce.constantsUpdated = true;
  addMembers(ce, def, makeMethod);
  const link = createLinkContext(rt, ce);
  if (def.parent !== undefined) {
    const parent = required(rt, def.parent);
    inheritFrom(link, parent);
    ce.handlers = parent.handlers;
    inheritInterfaces(link, parent);
  }
  inheritedConstantsFirst(ce);
  if (def.handlers !== undefined) ce.handlers = { ...ce.handlers, ...def.handlers };
  const { createObject } = def;
  if (createObject !== undefined) ce.createObject = (obj) => createObject(rt, obj);
  if (def.getIterator !== undefined) ce.getIterator = def.getIterator;
  if (def.interfaceGetsImplemented !== undefined) ce.interfaceGetsImplemented = def.interfaceGetsImplemented;
  const named = (def.interfaces ?? []).map((name) => required(rt, name));
  if (named.length > 0) {
    // an internal class names its interfaces once; what the parent has already is skipped
    const fresh = named.filter((iface) => !ce.interfaces.includes(iface));
    implementInterfaces(link, fresh);
  }
  orderInterfaces(ce, ce.parent, named, rt);
  refreshMagicMethods(ce);
  const isAbstract = [...ce.functionTable.values()].some((func) => (func.fnFlags & ACC_ABSTRACT) !== 0);
  if (isAbstract && (ce.flags & ACC_INTERFACE) === 0) ce.flags |= ACC_EXPLICIT_ABSTRACT_CLASS;
  buildPropertiesInfoTable(ce);
  ce.flags |= ACC_LINKED;
  rt.classTable.set(ce.lcName, ce);
  return ce;
}

/** Internal classes register their constants after inheriting. */
function inheritedConstantsFirst(ce: ClassEntry): void {
  if (ce.parent === null || ce.constants.size === 0) return;
  const all = [...ce.constants];
  ce.constants.clear();
  for (const own of [false, true]) {
    for (const [name, constant] of all) if ((constant.ce === ce) === own) ce.constants.set(name, constant);
  }
}

/**
 * The order in which Zend registers the interfaces of an internal class: Stringable when it declares __toString, the
 * parent's from last to first, then each named one followed by those that it extends, from last to first.
 */
function orderInterfaces(ce: ClassEntry, parent: ClassEntry | null, named: readonly ClassEntry[], rt: Runtime): void {
  const order: ClassEntry[] = [];
  const add = (iface: ClassEntry | undefined): void => {
    if (iface !== undefined && ce.interfaces.includes(iface) && !order.includes(iface)) order.push(iface);
  };
  const toString = ce.functionTable.get('__tostring');
  if (toString?.scope === ce) add(rt.classTable.get('stringable'));
  for (const iface of [...(parent?.interfaces ?? [])].reverse()) add(iface);
  for (const iface of named) {
    add(iface);
    for (const inherited of [...iface.interfaces].reverse()) add(inherited);
  }
  for (const iface of ce.interfaces) add(iface);
  ce.interfaces = order;
}

function required(rt: Runtime, name: string): ClassEntry {
  return rt.classTable.get(lcName(name)) ?? internalError(`internal class ${name} must be defined first`);
}

function addMembers<M>(ce: ClassEntry, def: ClassDef<M>, makeMethod: (method: M, ce: ClassEntry) => Func): void {
  for (const constant of def.constants ?? []) {
    declareConstant(ce, {
      ...constant,
      flags: ACC_PUBLIC,
      ce,
      docComment: null,
      attributes: null,
      isCase: false,
    });
  }
  for (const property of def.properties ?? []) {
    const flags = (property.flags & 7) === 0 ? property.flags | ACC_PUBLIC : property.flags;
    declareProperty(
      ce,
      { name: property.name, flags, type: property.type, slot: 0, ce, docComment: null, attributes: null },
      property.default,
    );
  }
  for (const method of def.methods ?? []) {
    const func = makeMethod(method, ce);
    func.scope = ce;
    if ((ce.flags & ACC_INTERFACE) !== 0) func.fnFlags |= ACC_ABSTRACT;
    const key = lcName(func.functionName ?? '');
    ce.functionTable.set(key, func);
    addMagicMethod(ce, key, func);
  }
}
