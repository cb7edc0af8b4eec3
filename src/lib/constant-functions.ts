/**
 * Constants by name: define, defined, constant.
 * Source: php-src Zend/zend_builtin_functions.c (define), zend_constants.c (zend_get_constant_ex), ext/standard/basic_functions.c
 */
import { E_DEPRECATED, E_WARNING } from '../base/diagnostics.ts';
import { specialConstant } from '../bytecode/internal-constants.ts';
import { getClassConstant } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { constantKey, registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { extensionOf } from './extensions.ts';

/** What there is of each extension, and last what the program defined. */
function constantsByExtension(rt: Executor): PhpArray {
  const groups = new Map<string, PhpArray>([['Core', new PhpArray()]]);
  const user = new PhpArray();
  for (const { name, persistent, value } of rt.constants.values()) {
    const extension = extensionOf(rt, 'constants', name) ?? 'Core';
    const group = persistent ? (groups.get(extension) ?? new PhpArray()) : user;
    if (persistent) groups.set(extension, group);
    group.set(name, addRef(value));
  }
  if (user.count > 0) groups.set('user', user);
  return PhpArray.fromEntries([...groups]);
}

/** Does an array contain itself? */
function isRecursive(array: PhpArray): boolean {
  if (array.guarded) return true;
  array.guarded = true;
  const found = array.valueList().some((held) => {
    const v = deref(held);
    return v instanceof PhpArray && isRecursive(v);
  });
  array.guarded = false;
  return found;
}

/** copy_constant_array: references are unwrapped at every depth. Owned. */
function copyConstant(v: Zval): Zval {
  if (!(v instanceof PhpArray)) return addRef(v);
  const out = v.dup();
  for (let pos = out.firstPos(); pos < out.used; pos = out.nextPos(pos)) {
    const held = out.valueAt(pos);
    const inner = deref(held);
    if (held === inner && !(inner instanceof PhpArray)) continue;
    out.setAt(pos, copyConstant(inner));
    if (typeof held === 'object' && held !== null && 'rc' in held) held.rc--;
  }
  return out;
}

function define(rt: Executor, name: string, value: Zval, caseInsensitive: boolean): Zval {
  if (name.includes('::')) return rt.argumentValueError(1, 'cannot be a class constant');
  if (caseInsensitive) {
    rt.error(
      E_WARNING,
      'define(): Argument #3 ($case_insensitive) is ignored since declaration of case-insensitive constants is no longer supported',
    );
  }
  if (value instanceof PhpArray && isRecursive(value)) return rt.argumentValueError(2, 'cannot be a recursive array');
  const owned = copyConstant(value);
  if (name !== '__COMPILER_HALT_OFFSET__' && registerConstant(rt, name, owned, false)) return true;
  rt.releaseValue(owned);
  rt.error(E_WARNING, `Constant ${name} already defined`);
  return false;
}

/** The class part of `A::B` as the calling code means it; null when it is not there (an error was thrown unless silent). */
function* classNamed(rt: Executor, name: string, silent: boolean): NativeCode<ClassEntry | null> {
  const scope = rt.userScope();
  const word = name.toLowerCase();
  if (word === 'self' || word === 'parent' || word === 'static') {
    if (scope === null) return rt.throwError('Error', `Cannot access "${word}" when no class scope is active`);
    if (word === 'self') return scope;
    if (word === 'static') return rt.calledScope() ?? scope;
    if (scope.parent === null) {
      return rt.throwError('Error', 'Cannot access "parent" when current class scope has no parent');
    }
    return scope.parent;
  }
  const ce = yield* rt.autoloadClass(name);
  if (ce === null && !silent && rt.exception === null)
    rt.throwError('Error', `Class "${name.replace(/^\\/, '')}" not found`);
  return ce;
}

function* classConstant(rt: Executor, full: string, at: number, silent: boolean): NativeCode {
  const constant = full.slice(at + 2);
  const ce = yield* classNamed(rt, full.slice(0, at), silent);
  if (ce === null) return undefined;
  if (silent && !ce.constants.has(constant)) return undefined;
  const scope = rt.userScope();
  const value = yield* getClassConstant(rt, ce, constant, scope);
  if (rt.exception === null) return addRef(value);
  if (silent) rt.clearException();
  return undefined;
}

/** A global constant's value, borrowed; undefined when there is none. */
function globalConstant(rt: Executor, name: string): Zval {
  const bare = name.startsWith('\\') ? name.slice(1) : name;
  const found = rt.constants.get(constantKey(bare));
  if (found === undefined) return specialConstant(bare);
  if (found.deprecated) rt.error(E_DEPRECATED, `Constant ${found.name} is deprecated`);
  return found.value;
}

export const constantFunctions: readonly FunctionDef[] = [
  fn({
    name: 'define',
    doc: 'Defines a constant.',
    params: [p.string('constant_name'), p.mixed('value'), p.bool('case_insensitive', { default: false })],
    returns: ['bool'],
    impl: define,
  }),
  fn({
    name: 'defined',
    doc: 'Whether a constant is defined.',
    params: [p.string('constant_name')],
    returns: ['bool'],
    *impl(rt, name) {
      const at = name.lastIndexOf('::');
      if (at <= 0) return globalConstant(rt, name) !== undefined;
      const value = yield* classConstant(rt, name, at, true);
      if (value === undefined) return false;
      rt.releaseValue(value);
      return true;
    },
  }),
  fn({
    name: 'constant',
    doc: 'The value of a constant by its name.',
    params: [p.string('name')],
    returns: ['mixed'],
    *impl(rt, name) {
      const at = name.lastIndexOf('::');
      if (at > 0) return yield* classConstant(rt, name, at, false);
      const value = globalConstant(rt, name);
      return value === undefined ? rt.throwError('Error', `Undefined constant "${name}"`) : addRef(value);
    },
  }),
  fn({
    name: 'get_defined_constants',
    doc: 'All constants with their values.',
    params: [p.bool('categorize', { default: false })],
    returns: ['array'],
    impl(rt, categorize) {
      const all = new PhpArray();
      if (categorize) return constantsByExtension(rt);
      for (const c of rt.constants.values()) all.set(c.name, addRef(c.value));
      return all;
    },
  }),
];
