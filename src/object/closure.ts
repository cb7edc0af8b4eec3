/**
 * Closure objects.
 * Source: php-src 8.2 Zend/zend_closures.c
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import { type Func, OpArray } from '../bytecode/op-array.ts';
import {
  ACC_CLOSURE,
  ACC_FAKE_CLOSURE,
  ACC_PUBLIC,
  ACC_STATIC,
  ACC_USES_THIS,
  ACC_VARIADIC,
} from '../bytecode/type-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { type Zval, addRef, deref, PhpConstantAst, PhpReference } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import { type ClassHandlers, stdHandlers } from './class-handlers.ts';
import { displayName, instanceOf } from './class-queries.ts';
import { cloneFunc } from './clone-func.ts';
import type { Callable, Runtime } from './runtime.ts';

/** `native` of a Closure object; several may share one. */
export interface ClosureData {
  readonly kind: 'closure';
  /** The closure's own copy of the function: its scope, flags and static variables are its own. */
  readonly func: Func;
  readonly thisObj: PhpObject | null;
  readonly calledScope: ClassEntry | null;
  /** Made from a trampoline (`$o->magic(...)`): the name that __call gets. */
  readonly magicName: string | null;
}

/** The data of a Closure object, null for other objects. */
export function closureData(obj: PhpObject): ClosureData | null {
  const native = obj.native as ClosureData | null;
  return native !== null && native.kind === 'closure' ? native : null;
}

/**
 * zend_create_closure: a Closure over a copy of `func`. `thisObj` gets a count; static variables are copied from the
 * function's current ones.
 */
export function createClosure(
  rt: Runtime,
  func: Func,
  scope: ClassEntry | null,
  calledScope: ClassEntry | null,
  thisObj: PhpObject | null,
): PhpObject {
  const made = rt.newObject(rt.classOf('Closure'));
  const shareable = func instanceof OpArray && (func.fnFlags & ACC_CLOSURE) !== 0 && func.staticVars === null;
  const shared = shareable ? (func.closureShared as ClosureData | null) : null;
  // a closure with $this but no scope runs in the scope of Closure itself, so that $this is allowed
  const ownScope = scope === null && thisObj !== null ? rt.classOf('Closure') : scope;
  const fits = shared !== null && shared.func.scope === ownScope;
  if (fits && thisObj === null && shared.calledScope === calledScope) {
    made.native = shared;
    return made;
  }
  const own = fits ? shared.func : ownFunc(func, ownScope);
  const bound = thisObj !== null && (own.fnFlags & ACC_STATIC) === 0 ? addRef(thisObj) : null;
  const data: ClosureData = { kind: 'closure', func: own, thisObj: bound, calledScope, magicName: null };
  made.native = data;
  if (shareable && func.staticVarsTable === null) {
    func.closureShared = thisObj === null ? data : { ...data, thisObj: null };
  }
  return made;
}

/**
 * The closure's copy of its function. Closures that are made at one place, in one scope, and have no static variables could
 * not tell their copies apart: they share one, of which there may be a million.
 */
function ownFunc(func: Func, scope: ClassEntry | null): Func {
  const copy = cloneFunc(func);
  copy.scope = scope;
  copy.fnFlags |= ACC_CLOSURE;
  if (copy instanceof OpArray && func instanceof OpArray) {
    copy.staticVarsTable = copyStatics(func.staticVarsTable ?? null);
    shareCache(func, copy);
  }
  if (copy.scope !== null) copy.fnFlags |= ACC_PUBLIC;
  return copy;
}

/** Gives a closure data of its own with the name that its trampoline's __call gets. */
function setMagicName(closure: PhpObject, name: string | null): void {
  const data = closure.native as ClosureData;
  if (name !== data.magicName) closure.native = { ...data, magicName: name } satisfies ClosureData;
}

/** Closures made at the same place in the same scope share one run-time cache. */
function shareCache(func: OpArray, copy: OpArray): void {
  if (func.scope === null && func.runTimeCache === null && (func.fnFlags & ACC_CLOSURE) !== 0) func.scope = copy.scope;
  if (func.scope !== copy.scope) return;
  copy.runTimeCache = runTimeCacheOf(func);
  copy.takesReferences = func.takesReferences;
}

/** zend_array_dup of static variables: references with other holders stay shared. */
function copyStatics(table: Map<string, Zval> | null): Map<string, Zval> | null {
  if (table === null) return null;
  const copy = new Map<string, Zval>();
  for (const [name, value] of table) {
    const shared =
      value instanceof PhpReference && value.rc === 1 ? new PhpReference(addRef(value.val)) : addRef(value);
    copy.set(name, shared);
  }
  return copy;
}

/** zend_create_fake_closure / zend_closure_from_frame: a Closure of an existing function (`strlen(...)`, fromCallable). */
export function createFakeClosure(rt: Runtime, callable: Callable): PhpObject {
  const { func } = callable;
  const obj = createClosure(rt, func, func.scope, callable.calledScope, callable.object);
  const made = obj.native as ClosureData;
  const isShared = func instanceof OpArray && func.closureShared !== null;
  const data: ClosureData = {
    ...made,
    func: isShared ? cloneFunc(made.func) : made.func,
    magicName: callable.magicName,
  };
  obj.native = data;
  data.func.fnFlags |= ACC_FAKE_CLOSURE;
  if (func instanceof OpArray && data.func instanceof OpArray) {
    // a fake closure shares the static variables of the function (8.1)
    releaseStatics(rt, data.func);
    data.func.staticVarsTable = func.staticVarsTable;
    data.func.staticsOwner = func.staticsOwner ?? func;
  }
  return obj;
}

function releaseStatics(rt: Runtime, func: OpArray): void {
  if (func.staticVarsTable === null || func.staticsOwner !== null) return;
  for (const v of func.staticVarsTable.values()) release(rt, v);
  func.staticVarsTable = null;
}

/** What calling a Closure object means (zend_closure_get_closure). Borrowed. */
export function closureCallable(obj: PhpObject): Callable | null {
  const data = closureData(obj);
  if (data === null) return null;
  return {
    func: data.func,
    object: data.thisObj,
    calledScope: data.calledScope ?? data.thisObj?.ce ?? data.func.scope,
    closure: obj,
    magicName: data.magicName,
  };
}

/**
 * zend_get_closure_invoke_method: Closure::__invoke as this closure has it, taking arguments by reference where the
 * closure does. Null for other objects.
 */
export function closureInvokeMethod(obj: PhpObject): Func | null {
  const data = closureData(obj);
  const generic = data === null ? undefined : obj.ce.functionTable.get('__invoke');
  if (data === null || generic === undefined) return null;
  const func = cloneFunc(generic);
  const { argInfo, fnFlags } = data.func;
  func.argInfo = argInfo;
  func.numArgs = data.func.numArgs;
  func.fnFlags = (func.fnFlags & ~ACC_VARIADIC) | (fnFlags & ACC_VARIADIC);
  return func;
}

function isFake(data: ClosureData): boolean {
  return (data.func.fnFlags & ACC_FAKE_CLOSURE) !== 0;
}

/** zend_valid_closure_binding: warns and answers false when the closure cannot be bound so. */
function validBinding(rt: Runtime, data: ClosureData, newThis: PhpObject | null, scope: ClassEntry | null): boolean {
  const func = data.func;
  const fake = isFake(data);
  if (newThis !== null) {
    if ((func.fnFlags & ACC_STATIC) !== 0) {
      rt.error(E_WARNING, 'Cannot bind an instance to a static closure');
      return false;
    }
    if (fake && func.scope !== null && !instanceOf(newThis.ce, func.scope)) {
      // binding incompatible $this to an internal function may break it, since it assumes its own class
      rt.error(
        E_WARNING,
        `Cannot bind method ${displayName(func.scope.name)}::${func.functionName ?? ''}() to object of class ${displayName(newThis.ce.name)}`,
      );
      return false;
    }
  } else if (fake && func.scope !== null && (func.fnFlags & ACC_STATIC) === 0) {
    rt.error(E_WARNING, 'Cannot unbind $this of method');
    return false;
  } else if (!fake && data.thisObj !== null && (func.fnFlags & ACC_USES_THIS) !== 0) {
    rt.error(E_WARNING, 'Cannot unbind $this of closure using $this');
    return false;
  }
  if (scope !== null && scope !== func.scope && scope.type === 1) {
    rt.error(E_WARNING, `Cannot bind closure to scope of internal class ${displayName(scope.name)}`);
    return false;
  }
  if (fake && scope !== func.scope) {
    rt.error(
      E_WARNING,
      func.scope === null
        ? 'Cannot rebind scope of closure created from function'
        : 'Cannot rebind scope of closure created from method',
    );
    return false;
  }
  return true;
}

/**
 * Closure::bind: a new Closure bound to `newThis` and `scope` (undefined: keep the closure's scope). Owned; null after a
 * warning.
 */
export function bindClosure(
  rt: Runtime,
  closure: PhpObject,
  newThis: PhpObject | null,
  scope: ClassEntry | null | undefined,
): PhpObject | null {
  const data = closureData(closure) as ClosureData;
  const target = scope === undefined ? ownScope(rt, data) : scope;
  if (!validBinding(rt, data, newThis, target)) return null;
  const calledScope = newThis !== null ? newThis.ce : target;
  const bound = createClosure(rt, data.func, target, calledScope, newThis);
  setMagicName(bound, data.magicName);
  return bound;
}

/** The scope a closure was made in; the stand-in scope Closure counts as its own. */
function ownScope(_rt: Runtime, data: ClosureData): ClassEntry | null {
  return data.func.scope;
}

/**
 * Closure::call: the callable that runs the closure once with `newThis` and its class as scope; null after a warning.
 * The caller frees `owner` (a temporary Closure) after the call.
 */
export function closureForCall(rt: Runtime, closure: PhpObject, newThis: PhpObject): PhpObject | null {
  const data = closureData(closure) as ClosureData;
  if (!validBinding(rt, data, newThis, newThis.ce)) return null;
  return createClosure(rt, data.func, newThis.ce, newThis.ce, newThis);
}

/** zend_closure_get_debug_info: function, static variables, $this and parameters, what there is of them. */
function closureDebugInfo(obj: PhpObject): PhpArray {
  const info = new PhpArray();
  const data = closureData(obj);
  if (data === null) return info;
  const { func } = data;
  if (isFake(data)) {
    const owner = func.scope === null ? '' : `${func.scope.name}::`;
    info.setStr('function', `${owner}${data.magicName ?? func.functionName ?? ''}`);
  }
  const statics = staticsShown(func);
  if (statics !== null) info.setStr('static', statics);
  if (data.thisObj !== null) info.setStr('this', addRef(data.thisObj));
  if (func.argInfo.length > 0) {
    const parameters = new PhpArray();
    for (const [i, arg] of func.argInfo.entries()) {
      parameters.setStr(`${arg.byRef ? '&' : ''}$${arg.name}`, i >= func.requiredNumArgs ? '<optional>' : '<required>');
    }
    info.setStr('parameter', parameters);
  }
  return info;
}

function staticsShown(func: Func): PhpArray | null {
  if (!(func instanceof OpArray)) return null;
  const table = (func.staticsOwner ?? func).staticVarsTable ?? func.staticVars;
  if (table === null || table.size === 0) return null;
  const shown = new PhpArray();
  for (const [name, value] of table) {
    // what an arrow function would have taken and was not there
    if (value === undefined) continue;
    const v = value instanceof PhpReference && value.rc === 1 ? value.val : value;
    shown.setStr(name, deref(v) instanceof PhpConstantAst ? '<constant ast>' : addRef(v ?? null));
  }
  return shown.count > 0 ? shown : null;
}

/** Object handlers of Closure. */
export const closureHandlers: ClassHandlers = {
  ...stdHandlers,
  refuseNew: 'Instantiation of class Closure is not allowed',
  cloneNative: (rt, from, to) => {
    const data = closureData(from) as ClosureData;
    const copy = createClosure(rt, data.func, data.func.scope, data.calledScope, data.thisObj);
    to.native = copy.native;
    setMagicName(to, data.magicName);
    copy.native = null;
    release(rt, copy);
  },
  compare: (_rt, a, b) => {
    if (!(a instanceof PhpObject) || !(b instanceof PhpObject)) return 1;
    return a === b || sameFakeClosure(closureData(a), closureData(b)) ? 0 : 1;
  },
  freeNative: (rt, obj) => {
    const data = closureData(obj);
    if (data === null) return;
    obj.native = null;
    if (data.func instanceof OpArray) releaseStatics(rt, data.func);
    release(rt, data.thisObj);
  },
  gcChildren: (obj, visit) => {
    const data = closureData(obj);
    if (data === null) return;
    if (data.thisObj !== null) visit(data.thisObj);
    if (data.func instanceof OpArray && data.func.staticsOwner === null) {
      for (const v of data.func.staticVarsTable?.values() ?? []) visit(v);
    }
  },
  debugInfo: (_rt, obj) => closureDebugInfo(obj),
  getClosure: (_rt, obj) => closureCallable(obj),
};

/** Two fake closures of the same function, object and scope are equal (8.0.24). */
function sameFakeClosure(a: ClosureData | null, b: ClosureData | null): boolean {
  if (a === null || b === null || !isFake(a) || !isFake(b)) return false;
  return (
    a.thisObj === b.thisObj &&
    a.calledScope === b.calledScope &&
    a.func.type === b.func.type &&
    a.func.scope === b.func.scope &&
    a.func.functionName === b.func.functionName &&
    a.magicName === b.magicName
  );
}
