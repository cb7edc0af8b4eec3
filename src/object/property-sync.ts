/**
 * The standard property handlers, as far as they need no user code: what opcode handlers try first.
 *
 * Each answers NEEDS_SLOW when a magic method (or a __toString for a typed property) has to run; its NativeCode twin in
 * property-slow.ts then does the whole thing. Results are borrowed, values are given borrowed.
 * Source: php-src 8.2 Zend/zend_object_handlers.c (zend_std_read_property, zend_std_write_property, ...)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_READONLY } from '../bytecode/type-flags.ts';
import { toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { type Zval, addRef, deref, PhpReference } from '../value/zval.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { BP_VAR_IS, BP_VAR_RW, BP_VAR_UNSET, BP_VAR_W, type FetchMode } from './class-handlers.ts';
import { displayName } from './class-queries.ts';
import { NEEDS_SLOW } from './native-code.ts';
import { lookupProperty, lookupPropertyLoud } from './property-lookup.ts';
import {
  allowDynamicProperty,
  mayInitializeReadonly,
  readonlyIndirectError,
  readonlyModificationError,
  readonlyUnsetError,
} from './readonly-property.ts';
import type { Runtime } from './runtime.ts';
import { assignToTypedReference } from './typed-reference.ts';
import { typeErrorProperty, TYPE_MISMATCH, verifyType } from './types.ts';

/** Guard bits: a magic method runs for this name (zend_get_property_guard). */
export const IN_GET = 1;
export const IN_SET = 2;
export const IN_UNSET = 4;
export const IN_ISSET = 8;

/** Is the magic method of `bit` already running for this property of this object? */
export function isGuarded(obj: PhpObject, name: string, bit: number): boolean {
  return obj.guards !== null && ((obj.guards.get(name) ?? 0) & bit) !== 0;
}

/** A typed property that was never initialized nor unset: magic methods stay out of it. */
export function isUninit(obj: PhpObject, info: PropertyInfo): boolean {
  return info.type !== null && (obj.unsetProps === null || !obj.unsetProps.has(info.slot));
}

/** The dynamic property's value (dynamic names are strings even when they look like ints; maybe a reference), undefined when there is none. */
export function getDynamic(obj: PhpObject, name: string): Zval {
  return obj.dyn === null ? undefined : obj.dyn.getStr(name);
}

/** zend_std_read_property without user code. Dereferenced, borrowed; null after a warning or error. */
export function readPropertySync(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  scope: ClassEntry | null,
): Zval | typeof NEEDS_SLOW {
  const ce = obj.ce;
  const magic = ce.magic.get !== null;
  const info = mode === BP_VAR_IS || magic ? lookupProperty(ce, name, scope) : lookupPropertyLoud(rt, ce, name, scope);
  let uninit = false;
  if (info !== undefined && info !== null) {
    const v = obj.props[info.slot];
    if (v !== undefined) {
      if ((info.flags & ACC_READONLY) !== 0 && isWriteMode(mode)) return readonlyForWrite(rt, info, deref(v));
      return deref(v);
    }
    if ((info.flags & ACC_READONLY) !== 0 && isWriteMode(mode) && isUninit(obj, info)) {
      readonlyIndirectError(rt, info);
      return null;
    }
    uninit = isUninit(obj, info);
  } else if (info === null) {
    const v = getDynamic(obj, name);
    if (v !== undefined) return deref(v);
  } else if (rt.exception !== null) {
    return null;
  }
  if (!uninit) {
    if (mode === BP_VAR_IS && ce.magic.isset !== null && !isGuarded(obj, name, IN_ISSET)) return NEEDS_SLOW;
    if (magic) {
      if (!isGuarded(obj, name, IN_GET)) return NEEDS_SLOW;
      if (info === undefined) {
        lookupPropertyLoud(rt, ce, name, scope);
        return null;
      }
    }
  }
  if (mode !== BP_VAR_IS) reportUndefined(rt, obj, name, info ?? null);
  return null;
}

function isWriteMode(mode: FetchMode): boolean {
  return mode === BP_VAR_W || mode === BP_VAR_RW || mode === BP_VAR_UNSET;
}

/** Objects in readonly properties may be fetched for writing: what is written is inside the object. */
function readonlyForWrite(rt: Runtime, info: PropertyInfo, v: Zval): Zval {
  if (typeof v === 'object' && v !== null && 'handle' in v) return v;
  readonlyModificationError(rt, info);
  return null;
}

/** The warning about an undefined property, or the Error about an uninitialized typed one. */
export function reportUndefined(rt: Runtime, obj: PhpObject, name: string, info: PropertyInfo | null): void {
  if (info !== null && info.type !== null) {
    rt.throwError(
      'Error',
      `Typed property ${displayName(info.ce.name)}::$${name} must not be accessed before initialization`,
    );
  } else {
    rt.error(E_WARNING, `Undefined property: ${displayName(obj.ce.name)}::$${name}`);
  }
}

/**
 * zend_std_write_property without user code. Returns the value the property holds now (borrowed; what the assignment
 * expression yields), or undefined when an error was thrown.
 */
export function writePropertySync(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  value: Zval,
  scope: ClassEntry | null,
  strict: boolean,
): Zval | typeof NEEDS_SLOW {
  const ce = obj.ce;
  const magic = ce.magic.set !== null;
  const info = magic ? lookupProperty(ce, name, scope) : lookupPropertyLoud(rt, ce, name, scope);
  if (info === undefined) {
    if (!magic) return undefined;
    if (!isGuarded(obj, name, IN_SET)) return NEEDS_SLOW;
    lookupPropertyLoud(rt, ce, name, scope);
    return undefined;
  }
  if (info === null) {
    if (obj.dyn !== null) {
      const old = obj.dyn.getStr(name);
      if (old !== undefined) return storeDynamic(rt, obj, name, old, value, strict);
    }
    if (magic && !isGuarded(obj, name, IN_SET)) return NEEDS_SLOW;
    return addDynamic(rt, obj, name, value);
  }
  const old = obj.props[info.slot];
  if (old === undefined && magic && !isUninit(obj, info) && !isGuarded(obj, name, IN_SET)) return NEEDS_SLOW;
  return storeDeclared(rt, obj, info, old, value, scope, strict);
}

function storeDeclared(
  rt: Runtime,
  obj: PhpObject,
  info: PropertyInfo,
  old: Zval,
  value: Zval,
  scope: ClassEntry | null,
  strict: boolean,
): Zval | typeof NEEDS_SLOW {
  let stored = value;
  if (info.type !== null) {
    if ((info.flags & ACC_READONLY) !== 0) {
      if (old !== undefined) {
        readonlyModificationError(rt, info);
        return undefined;
      }
      if (!mayInitializeReadonly(rt, info, obj.ce, scope, 'initialize')) return undefined;
    }
    const checked = verifyType(rt, info.type, value, info.ce, null, strict);
    if (checked === NEEDS_SLOW) return NEEDS_SLOW;
    if (checked === TYPE_MISMATCH) {
      if (rt.exception === null) typeErrorProperty(rt, info, value);
      return undefined;
    }
    stored = checked;
  }
  addRef(stored);
  return storeDeclaredOwned(rt, obj, info, old, stored, strict);
}

/** Puts an already checked value (one count handed over) into a declared property; references are written through. */
export function storeDeclaredOwned(
  rt: Runtime,
  obj: PhpObject,
  info: PropertyInfo,
  old: Zval,
  stored: Zval,
  strict: boolean,
): Zval | typeof NEEDS_SLOW {
  if (old instanceof PhpReference) return storeThroughReference(rt, old, stored, strict);
  obj.props[info.slot] = stored;
  if (old === undefined) obj.unsetProps?.delete(info.slot);
  else release(rt, old);
  return stored;
}

/** Assigns through a reference, keeping the types of the properties it is bound to. `value` is owned. */
export function storeThroughReference(
  rt: Runtime,
  ref: PhpReference,
  value: Zval,
  strict: boolean,
): Zval | typeof NEEDS_SLOW {
  if (ref.sources !== null) {
    const result = assignToTypedReference(rt, ref, value, strict);
    release(rt, value);
    return result;
  }
  const old = ref.val;
  ref.val = value;
  release(rt, old);
  return value;
}

function storeDynamic(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  old: Zval,
  value: Zval,
  strict: boolean,
): Zval | typeof NEEDS_SLOW {
  addRef(value);
  if (old instanceof PhpReference) return storeThroughReference(rt, old, value, strict);
  ownDynamic(obj).setStr(name, value);
  release(rt, old);
  return value;
}

/** Adds a dynamic property that does not exist yet. */
export function addDynamic(rt: Runtime, obj: PhpObject, name: string, value: Zval): Zval {
  if (!allowDynamicProperty(rt, obj, name)) return undefined;
  ownDynamic(obj).setStr(name, addRef(value));
  return value;
}

/** The object's table of dynamic properties for writing: made when missing, separated when an array shares it. */
export function ownDynamic(obj: PhpObject): PhpArray {
  if (obj.dyn === null) {
    obj.dyn = new PhpArray();
  } else if (obj.dyn.rc > 1) {
    obj.dyn.rc--;
    obj.dyn = obj.dyn.dup();
  }
  return obj.dyn;
}

/** zend_std_has_property without user code; check: 0 set and not null, 1 not empty, 2 exists. */
export function hasPropertySync(
  obj: PhpObject,
  name: string,
  check: 0 | 1 | 2,
  scope: ClassEntry | null,
): boolean | typeof NEEDS_SLOW {
  const info = lookupProperty(obj.ce, name, scope);
  let v: Zval;
  if (info !== undefined && info !== null) {
    v = obj.props[info.slot];
    if (v === undefined && isUninit(obj, info)) return false;
  } else if (info === null) {
    v = getDynamic(obj, name);
  }
  if (v !== undefined) {
    if (check === 2) return true;
    const value = deref(v);
    return check === 1 ? toBool(value) : value !== null;
  }
  return check !== 2 && obj.ce.magic.isset !== null && !isGuarded(obj, name, IN_ISSET) ? NEEDS_SLOW : false;
}

/** zend_std_unset_property without user code; errors are thrown, then true. */
export function unsetPropertySync(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  scope: ClassEntry | null,
): true | typeof NEEDS_SLOW {
  const ce = obj.ce;
  const magic = ce.magic.unset !== null;
  const info = magic ? lookupProperty(ce, name, scope) : lookupPropertyLoud(rt, ce, name, scope);
  if (info !== undefined && info !== null) {
    const v = obj.props[info.slot];
    if (v !== undefined) return unsetDeclared(rt, obj, info, v);
    if (isUninit(obj, info)) {
      if ((info.flags & ACC_READONLY) !== 0 && !mayInitializeReadonly(rt, info, ce, scope, 'unset')) return true;
      if (obj.unsetProps === null) obj.unsetProps = new Set();
      obj.unsetProps.add(info.slot);
      return true;
    }
  } else if (info === null && obj.dyn !== null) {
    if (obj.dyn.getStr(name) !== undefined) {
      ownDynamic(obj).delete(rt, name);
      return true;
    }
  } else if (info === undefined && !magic) {
    return true;
  }
  if (magic) {
    if (!isGuarded(obj, name, IN_UNSET)) return NEEDS_SLOW;
    if (info === undefined) lookupPropertyLoud(rt, ce, name, scope);
  }
  return true;
}

function unsetDeclared(rt: Runtime, obj: PhpObject, info: PropertyInfo, v: Zval): true {
  if ((info.flags & ACC_READONLY) !== 0) {
    readonlyUnsetError(rt, info);
    return true;
  }
  if (v instanceof PhpReference && v.sources !== null) {
    v.sources = v.sources.filter((source) => source !== info);
    if (v.sources.length === 0) v.sources = null;
  }
  obj.props[info.slot] = undefined;
  if (info.type !== null) {
    if (obj.unsetProps === null) obj.unsetProps = new Set();
    obj.unsetProps.add(info.slot);
  }
  release(rt, v);
  return true;
}
