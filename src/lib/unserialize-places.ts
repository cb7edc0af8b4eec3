/**
 * Places and context of unserialize(): where a value goes, what R: and r: refer to.
 * Source: php-src ext/standard/var_unserializer.re
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { ACC_ALLOW_DYNAMIC_PROPERTIES, ACC_NO_DYNAMIC_PROPERTIES, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import { displayName, lcName } from '../object/class-queries.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import { unmangleName } from '../object/property-lookup.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_DESTRUCTOR_CALLED, type PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { PhpInt, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { MAGIC_MEMBER } from './serializer.ts';

/** A place that a value was read into; `R:` makes a reference of what is there. */
export interface Place {
  get(): Zval;
  set(v: Zval): void;
  /** With `key`: what tells two places apart. */
  readonly owner?: PhpArray | PhpObject;
  readonly key?: PhpInt | string;
  readonly info: PropertyInfo | null;
}

/** A __wakeup or __unserialize that waits for the end. */
interface Delayed {
  readonly obj: PhpObject;
  /** Owned; null: __wakeup. */
  readonly data: PhpArray | null;
}

/** What nested unserialize() calls of Serializable::unserialize() share. */
export class Context {
  readonly places: Place[] = [];
  readonly delayed: Delayed[] = [];
  /** Values that were replaced while others may still point to them. */
  readonly held: Zval[] = [];
  /** Values that are in nothing but the hands of an SPL class. */
  readonly roots: { readonly v: Zval }[] = [];
  depth = 0;
  /** What the outermost call allows. */
  readonly options: UnserializeOptions;
  constructor(options: UnserializeOptions) {
    this.options = options;
  }
}

export interface UnserializeState {
  lock: number;
  level: number;
  data: Context | null;
}

export interface UnserializeOptions {
  /** Lower-cased names; null: all. */
  readonly allowed: ReadonlySet<string> | null;
  /** 0: no limit. */
  readonly maxDepth: number;
}

interface Entered {
  readonly context: Context;
  readonly state: UnserializeState;
  /** Whether an outer call will finish what is delayed. */
  readonly shared: boolean;
  readonly leave: () => void;
}

/** php_var_unserialize_init: a call inside Serializable::unserialize() shares the context of the one around it. */
export function enterUnserialize(rt: Executor, options: UnserializeOptions): Entered {
  const state = rt.moduleState<UnserializeState>('unserialize', () => ({ lock: 0, level: 0, data: null }));
  const counted = state.lock === 0;
  const outer = counted && state.level > 0 ? state.data : null;
  const context = outer ?? new Context(options);
  if (counted) {
    state.data = context;
    state.level++;
  }
  const leave = (): void => {
    if (counted && --state.level === 0) state.data = null;
  };
  return { context, state, shared: outer !== null, leave };
}

/** A place of its own, for a value that is in nothing yet. */
export function rootPlace(root: { v: Zval }): Place {
  return { get: () => root.v, set: (v) => (root.v = v), info: null };
}

export const CLASS_NAME: RegExp = /^[0-9_a-zA-Z\x7f-\xff\\]*$/;

/** var_destroy: the delayed calls in order; after one that threw, the rest are neither woken nor destructed. */
export function* finish(rt: Executor, context: Context, state: UnserializeState): NativeCode<void> {
  let failed = rt.exception !== null;
  for (const { obj, data } of context.delayed) {
    const func = data === null ? obj.ce.functionTable.get('__wakeup') : obj.ce.magic.unserialize;
    if (failed || func === null || func === undefined) obj.flags |= OBJ_DESTRUCTOR_CALLED;
    else {
      state.lock++;
      const target = { func, object: obj, calledScope: obj.ce, closure: null, magicName: null };
      const result = yield* callCatching(target, data === null ? [] : [data]);
      state.lock--;
      if (rt.exception !== null) {
        failed = true;
        obj.flags |= OBJ_DESTRUCTOR_CALLED;
      } else release(rt, result);
    }
    release(rt, obj);
    if (data !== null) release(rt, data);
  }
  for (const v of context.held) release(rt, v);
  for (const root of context.roots) release(rt, root.v);
}

/** php_store_class_name */
export function storeClassName(obj: PhpObject, name: string): void {
  obj.dyn ??= new PhpArray();
  obj.dyn.setStr(MAGIC_MEMBER, name);
}

/** An element of an array. */
export class ArrayPlace implements Place {
  readonly info: null = null;
  readonly owner: PhpArray;
  readonly key: PhpInt | string;

  /** With a context the element is made first (null), and what was there kept; without one it is there. */
  constructor(context: Context | null, array: PhpArray, raw: PhpInt | string) {
    this.owner = array;
    this.key = typeof raw === 'string' ? normalizeKey(raw) : raw;
    if (context === null) return;
    const old = array.get(this.key);
    if (old !== undefined) context.held.push(old);
    array.set(this.key, null);
  }

  get(): Zval {
    return this.owner.get(this.key);
  }

  set(v: Zval): void {
    this.owner.set(this.key, v);
  }
}

/** Where an object's member goes: the class's own declaration decides over the visibility that the data says. */
export function propertyPlace(rt: Executor, context: Context, obj: PhpObject, key: string): Place | null {
  const { className, name } = unmangleName(key);
  const own = obj.ce.propertiesInfo.get(name);
  const ofOwnClass = className === null || className === '*' || lcName(className) === obj.ce.lcName;
  let info: PropertyInfo | null = null;
  if (own !== undefined && (own.flags & ACC_STATIC) === 0 && ofOwnClass) info = own;
  else if (className !== null && className !== '*') {
    info = obj.ce.propertiesInfoTable.find((i) => i !== null && i.name === name && i.ce.name === className) ?? null;
  }
  if (info !== null) {
    const { slot } = info;
    const old = obj.props[slot];
    if (old !== undefined) context.held.push(old);
    obj.props[slot] = undefined;
    return {
      get: () => obj.props[slot],
      set: (v) => {
        obj.props[slot] = v;
      },
      info: info.type === null ? null : info,
    };
  }
  obj.dyn ??= new PhpArray();
  const { dyn } = obj;
  const old = dyn.getStr(key);
  if (old !== undefined) context.held.push(old);
  else if (!mayCreate(rt, obj, name)) return null;
  dyn.setStr(key, null);
  return { get: () => dyn.getStr(key), set: (v) => dyn.setStr(key, v), info: null };
}

/** Whether an undeclared property may be added; a deprecation unless the class allows it. */
function mayCreate(rt: Executor, obj: PhpObject, name: string): boolean {
  const { flags } = obj.ce;
  const shown = `${displayName(obj.ce.name)}::$${name}`;
  if ((flags & ACC_NO_DYNAMIC_PROPERTIES) !== 0) {
    rt.throwError('Error', `Cannot create dynamic property ${shown}`);
    return false;
  }
  if ((flags & ACC_ALLOW_DYNAMIC_PROPERTIES) === 0) {
    rt.error(E_DEPRECATED, `Creation of dynamic property ${shown} is deprecated`);
  }
  return rt.exception === null;
}
