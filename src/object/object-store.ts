/**
 * The object store: handles, freeing, cloning, destruction at shutdown.
 * Source: php-src 8.2 Zend/zend_objects_API.c, zend_objects.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_PRIVATE, ACC_PUBLIC } from '../bytecode/type-flags.ts';
import { OBJ_DESTRUCTOR_CALLED, OBJ_FREE_CALLED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { type Zval, addRef, PhpIndirect, PhpReference } from '../value/zval.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { checkProtected, displayName, visibilityString } from './class-queries.ts';
import { call, type NativeCode } from './native-code.ts';
import type { Runtime } from './runtime.ts';
import { addTypeSource, delTypeSource } from './typed-reference.ts';

/** Objects whose contents are being released, the innermost last. */
interface FreeJobs {
  readonly objects: PhpObject[];
  /** Of each the next thing to release: native state (-2), dynamic properties (-1), then the declared slots. */
  readonly nexts: number[];
}

/** Objects that are freed inside each other on the host's stack, at most. */
const DEEPEST = 64;

/** Nothing of an object is left to be released. */
const DONE = -3;

/** The declared properties of an object that has none: shared, never changed. */
const NO_PROPS: Zval[] = [];

/** One engine's objects by handle. */
export class ObjectStore {
  /** By handle; 0 is never used. */
  private readonly table: (PhpObject | null)[] = [null];
  /** Handles to use again, the last freed first. */
  private readonly freeHandles: number[] = [];
  /** Objects that died while another one was being freed. */
  private fresh: PhpObject[] = [];
  /** Plain objects that are being freed inside each other. */
  private depth = 0;
  /** What could not be freed that way at once, in the order in which it is to go on. */
  private begun: FreeJobs = { objects: [], nexts: [] };
  /** Used again and again; null while a run has it. */
  private idle: FreeJobs | null = { objects: [], nexts: [] };
  private freeing = false;
  /** A destructor was queued by the step that runs. */
  private interrupted = false;
  /** Called once an object is gone: weak references and WeakMap entries must go too. */
  readonly weakHooks: Map<PhpObject, (() => void)[]> = new Map();
  /** While shutdown's destructors run: new objects get new handles, so that their turn comes (EG_FLAGS_OBJECT_STORE_NO_REUSE). */
  noReuse = false;
  /** After shutdown's destructors no more run (zend_objects_store_mark_destructed). */
  destructorsOff = false;

  /** zend_objects_new: a new object with one holder; `props` is taken over. */
  add(ce: ClassEntry, props: Zval[]): PhpObject {
    const handle = (this.noReuse ? undefined : this.freeHandles.pop()) ?? this.table.length;
    const obj = new PhpObject(handle, ce, props);
    this.table[handle] = obj;
    return obj;
  }

  /** Takes a handle for something of the engine that Zend keeps in the store: an iterator. */
  takeHandle(): number {
    const handle = this.freeHandles.pop() ?? this.table.length;
    this.table[handle] = null;
    return handle;
  }

  /** Gives such a handle back. */
  returnHandle(handle: number): void {
    this.freeHandles.push(handle);
  }

  /** object_init_ex without checks: properties get the class's defaults, createObject its turn. */
  create(ce: ClassEntry): PhpObject {
    const defaults = ce.defaultProperties;
    if (defaults.length === 0 && ce.createObject === null) return this.add(ce, NO_PROPS);
    const props = defaults.slice();
    for (const v of props) if (typeof v === 'object' && v !== null) addRef(v);
    const obj = this.add(ce, props);
    if (ce.createObject !== null) ce.createObject(obj);
    return obj;
  }

  /** The object with a handle, null when there is none. */
  get(handle: number): PhpObject | null {
    return this.table[handle] ?? null;
  }

  /** Every living object in order of handles. */
  *live(): Generator<PhpObject, void, undefined> {
    for (let i = 1; i < this.table.length; i++) {
      const obj = this.table[i];
      if (obj != null) yield obj;
    }
  }

  /**
   * zend_objects_store_del, called when the last holder let go. Queues the destructor if there is one that has not run;
   * otherwise frees the contents, depth first, without recursion. What dies behind an object whose destructor waits, waits
   * too: PHP would have run that destructor first.
   */
  free(rt: Runtime, obj: PhpObject): void {
    if ((obj.flags & OBJ_DESTRUCTOR_CALLED) === 0 && !this.destructorsOff) {
      obj.flags |= OBJ_DESTRUCTOR_CALLED;
      if (needsDestruction(obj) && mayDestruct(rt, obj)) {
        obj.rc = 1;
        this.interrupted = true;
        rt.deferDestructor(obj);
        return;
      }
    }
    if ((obj.flags & OBJ_FREE_CALLED) !== 0) return;
    obj.flags |= OBJ_FREE_CALLED;
    obj.rc = 1;
    const first = this.fresh.length === 0 && this.begun.objects.length === 0;
    if (first && this.holdsNothing(obj) && !rt.hasDeferred()) this.put(obj);
    else if (this.depth > 0) {
      if (first && this.depth < DEEPEST && !this.interrupted && this.isPlain(obj)) this.freePlain(rt, obj);
      else this.later(obj, -2);
    } else if (this.freeing) {
      this.fresh.push(obj);
    } else if (rt.hasDeferred() && !this.destructorsOff) {
      rt.deferFree(() => this.start(rt, obj));
    } else {
      this.start(rt, obj);
    }
  }

  private start(rt: Runtime, obj: PhpObject): void {
    this.interrupted = false;
    if (this.isPlain(obj)) this.startPlain(rt, obj);
    else this.later(obj, -2);
    const { begun } = this;
    if (begun.objects.length === 0) return;
    const jobs = this.idle ?? { objects: [], nexts: [] };
    this.idle = null;
    for (let at = begun.objects.pop(); at !== undefined; at = begun.objects.pop()) {
      jobs.objects.push(at);
      jobs.nexts.push(begun.nexts.pop() as number);
    }
    if (this.interrupted) rt.deferFree(() => void this.run(rt, jobs));
    else if (this.run(rt, jobs)) this.idle = jobs;
  }

  private startPlain(rt: Runtime, obj: PhpObject): void {
    this.freeing = true;
    let isDone = false;
    try {
      this.freePlain(rt, obj);
      isDone = true;
    } finally {
      this.freeing = false;
      this.depth = 0;
      // A fatal error: nothing of it goes on.
      if (!isDone) this.begun = { objects: [], nexts: [] };
    }
  }

  private later(obj: PhpObject, next: number): void {
    this.begun.objects.push(obj);
    this.begun.nexts.push(next);
  }

  /** Nothing but declared properties. */
  private isPlain(obj: PhpObject): boolean {
    return obj.dyn === null && obj.ce.handlers.freeNative === null && this.weakHooks.size === 0;
  }

  /** Frees a plain object; what dies with it is freed at once, inside. What cannot be finished goes to `begun`. */
  private freePlain(rt: Runtime, obj: PhpObject): void {
    const { props } = obj;
    this.depth++;
    for (let slot = 0; slot < props.length; slot++) {
      const v = props[slot];
      if (typeof v !== 'object' || v === null) continue;
      props[slot] = undefined;
      if (v instanceof PhpReference) unbindType(obj, slot, v);
      release(rt, v);
      if (this.interrupted || this.begun.objects.length > 0) {
        this.later(obj, slot + 1);
        this.depth--;
        return;
      }
    }
    this.depth--;
    this.put(obj);
  }

  /** The common case: scalar properties only, nobody to tell. */
  private holdsNothing(obj: PhpObject): boolean {
    if (obj.dyn !== null || obj.ce.handlers.freeNative !== null || this.weakHooks.size > 0) return false;
    const { props } = obj;
    for (let i = 0; i < props.length; i++) {
      const v = props[i];
      if (typeof v === 'object' && v !== null && !(v instanceof PhpIndirect)) return false;
    }
    return true;
  }

  /** Frees an object of a garbage cycle although others of the cycle still hold it. */
  freeNow(rt: Runtime, obj: PhpObject): void {
    if ((obj.flags & OBJ_FREE_CALLED) !== 0) return;
    obj.flags |= OBJ_FREE_CALLED | OBJ_DESTRUCTOR_CALLED;
    obj.rc++;
    this.start(rt, obj);
  }

  /**
   * Works on the jobs, the last one first, until none is left (true) or a destructor has to run before going on (false: what
   * is left has been deferred).
   */
  private run(rt: Runtime, jobs: FreeJobs): boolean {
    const { objects, nexts } = jobs;
    this.freeing = true;
    this.interrupted = false;
    try {
      for (let top = objects.length - 1; top >= 0; top = objects.length - 1) {
        const obj = objects[top] as PhpObject;
        const next = this.step(rt, obj, nexts[top] as number);
        if (next === DONE) {
          objects.pop();
          nexts.pop();
          this.put(obj);
        } else nexts[top] = next;
        if (this.fresh.length > 0) this.takeFresh(jobs);
        if (this.interrupted) {
          rt.deferFree(() => void this.run(rt, jobs));
          return false;
        }
      }
    } finally {
      this.freeing = false;
    }
    return true;
  }

  /** What has died in a step is freed before its holder goes on. */
  private takeFresh({ objects, nexts }: FreeJobs): void {
    const { fresh } = this;
    for (let died = fresh.pop(); died !== undefined; died = fresh.pop()) {
      objects.push(died);
      nexts.push(-2);
    }
  }

  /** Releases what the object holds, from `from` on, up to the first thing that counts its holders; what comes next, or DONE. */
  private step(rt: Runtime, obj: PhpObject, from: number): number {
    if (from === -2) {
      if (this.weakHooks.size > 0) this.notifyWeak(obj);
      const { handlers } = obj.ce;
      if (handlers.freeNative !== null && handlers.freesPropertiesFirst !== true) {
        handlers.freeNative(rt, obj);
        return -1;
      }
    }
    if (from < 0 && obj.dyn !== null) {
      const { dyn } = obj;
      obj.dyn = null;
      release(rt, dyn);
      return 0;
    }
    const { props } = obj;
    for (let slot = from < 0 ? 0 : from; slot < props.length; slot++) {
      const v = props[slot];
      if (typeof v !== 'object' || v === null) continue;
      props[slot] = undefined;
      if (v instanceof PhpReference) unbindType(obj, slot, v);
      release(rt, v);
      return slot + 1;
    }
    return freeBehind(rt, obj, from);
  }

  /** Runs the hooks of weak references to an object that is going away. */
  notifyWeak(obj: PhpObject): void {
    const hooks = this.weakHooks.get(obj);
    if (hooks === undefined) return;
    this.weakHooks.delete(obj);
    for (const hook of hooks) hook();
  }

  /** Registers what to do when `obj` is freed (WeakReference, WeakMap). */
  onFree(obj: PhpObject, hook: () => void): void {
    const hooks = this.weakHooks.get(obj);
    if (hooks === undefined) this.weakHooks.set(obj, [hook]);
    else hooks.push(hook);
  }

  /** Takes a hook back. */
  offFree(obj: PhpObject, hook: () => void): void {
    const hooks = this.weakHooks.get(obj);
    const at = hooks?.indexOf(hook) ?? -1;
    if (hooks === undefined || at < 0) return;
    hooks.splice(at, 1);
    if (hooks.length === 0) this.weakHooks.delete(obj);
  }

  /** Gives a handle back (ZEND_OBJECTS_STORE_ADD_TO_FREE_LIST). */
  put(obj: PhpObject): void {
    if (this.table[obj.handle] !== obj) return;
    obj.rc = 0;
    this.table[obj.handle] = null;
    this.freeHandles.push(obj.handle);
  }

  /** zend_objects_store_free_object_storage: the rest at the end of the request, without destructors. */
  freeAll(rt: Runtime): void {
    this.destructorsOff = true;
    for (let i = this.table.length - 1; i > 0; i--) {
      const obj = this.table[i];
      if (obj == null || (obj.flags & OBJ_FREE_CALLED) !== 0) continue;
      obj.rc++;
      obj.flags |= OBJ_FREE_CALLED | OBJ_DESTRUCTOR_CALLED;
      for (let next = -2; next !== DONE; ) next = this.step(rt, obj, next);
      obj.rc--;
      this.put(obj);
    }
  }
}

/** A typed property lets go of the reference it held. */
function unbindType(obj: PhpObject, slot: number, v: PhpReference): void {
  if (v.sources === null) return;
  const info: PropertyInfo | null | undefined = obj.ce.propertiesInfoTable[slot];
  if (info != null && info.type !== null) delTypeSource(v, info);
}

/** Does anything have to run before the object is freed? */
export function needsDestruction(obj: PhpObject): boolean {
  const { magic, handlers } = obj.ce;
  if (magic.destructor !== null) return true;
  return handlers.destroy !== undefined && handlers.destroyRuns?.(obj) !== false;
}

/** zend_objects_destroy_object's access check of private and protected destructors. */
export function mayDestruct(rt: Runtime, obj: PhpObject): boolean {
  const destructor = obj.ce.magic.destructor;
  if (destructor === null || (destructor.fnFlags & ACC_PUBLIC) !== 0) return true;
  const scope = rt.executedScope();
  const isPrivate = (destructor.fnFlags & ACC_PRIVATE) !== 0;
  if (isPrivate ? scope === obj.ce : checkProtected((destructor.prototype ?? destructor).scope as ClassEntry, scope))
    return true;
  const target = `${visibilityString(destructor.fnFlags)} ${displayName(obj.ce.name)}::__destruct()`;
  if (rt.isRunning()) {
    const from = scope === null ? 'global scope' : `scope ${displayName(scope.name)}`;
    rt.throwError('Error', `Call to ${target} from ${from}`);
  } else {
    rt.error(E_WARNING, `Call to ${target} from global scope during shutdown ignored`);
  }
  return false;
}

/** zend_objects_clone_obj + __clone: owned copy; null after an exception. The caller has checked that __clone is accessible. */
export function* cloneObject(rt: Runtime, store: ObjectStore, from: PhpObject): NativeCode<PhpObject | null> {
  const copy = copyObject(rt, store, from);
  const magic = from.ce.magic.clone;
  if (magic === null) return copy;
  try {
    const result = yield* call({ func: magic, object: copy, calledScope: copy.ce, closure: null, magicName: null }, []);
    release(rt, result);
    copy.rc++;
  } finally {
    release(rt, copy);
  }
  return copy;
}

/** zend_objects_clone_members: the copy before __clone runs. Owned. */
export function copyObject(rt: Runtime, store: ObjectStore, from: PhpObject): PhpObject {
  const copy = store.add(from.ce, new Array<Zval>(from.props.length).fill(undefined));
  if (from.ce.handlers.cloneNative === null && from.ce.createObject !== null) from.ce.createObject(copy);
  for (let slot = 0; slot < from.props.length; slot++) {
    const v = from.props[slot];
    if (!(v instanceof PhpReference)) {
      copy.props[slot] = addRef(v);
    } else if (v.rc === 1) {
      copy.props[slot] = addRef(v.val);
    } else {
      copy.props[slot] = addRef(v);
      const info = from.ce.propertiesInfoTable[slot];
      if (info != null && info.type !== null) addTypeSource(v, info);
    }
  }
  if (from.unsetProps !== null) copy.unsetProps = new Set(from.unsetProps);
  if (from.dyn !== null) copy.dyn = from.dyn.dup();
  from.ce.handlers.cloneNative?.(rt, from, copy);
  return copy;
}

/** What is freed behind the properties, in a step of its own. */
function freeBehind(rt: Runtime, obj: PhpObject, from: number): number {
  const { handlers } = obj.ce;
  if (handlers.freesPropertiesFirst !== true || from > obj.props.length) return DONE;
  handlers.freeNative?.(rt, obj);
  return obj.props.length + 1;
}
