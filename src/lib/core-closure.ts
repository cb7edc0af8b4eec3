/**
 * The class Closure.
 * Source: php-src 8.2 Zend/zend_closures.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import { resolveCallableAutoload } from '../object/callable.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import {
  bindClosure,
  closureCallable,
  closureData,
  closureForCall,
  closureHandlers,
  createFakeClosure,
} from '../object/closure.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p, staticMethod } from './define.ts';

type NewScope = PhpObject | string | null;

const newThisParam: Param<PhpObject | null> = p.nullable(p.object('newThis'));
const newScopeParam = p.union('newScope', ['object', 'string', 'null'], {
  default: 'static' as never,
}) as Param<NewScope>;

/** do_closure_bind: the scope by name or object; null with a warning when there is no such class. */
function* bind(rt: Executor, closure: PhpObject, newThis: PhpObject | null, newScope: NewScope): NativeCode {
  let scope: ClassEntry | null | undefined = null;
  if (newScope instanceof PhpObject) {
    scope = newScope.ce;
  } else if (newScope === 'static') {
    scope = undefined;
  } else if (newScope !== null) {
    scope = rt.lookupClass(newScope) ?? (yield* rt.autoloadClass(newScope));
    if (scope === null) {
      if (rt.exception === null) rt.error(E_WARNING, `Class "${newScope}" not found`);
      return null;
    }
  }
  return bindClosure(rt, closure, newThis, scope);
}

/** zend_create_closure_from_callable */
function* fromCallable(rt: Executor, value: Zval): NativeCode {
  if (value instanceof PhpObject && closureData(value) !== null) return addRef(value);
  const error = { message: '' };
  const callable = yield* resolveCallableAutoload(rt, value, error);
  if (callable === null) {
    if (rt.exception !== null) return null;
    return rt.throwError('TypeError', `Failed to create closure from callable: ${error.message}`);
  }
  return createFakeClosure(rt, callable);
}

export const closureClass: ClassDef<MethodDef> = {
  name: 'Closure',
  flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE,
  handlers: closureHandlers,
  methods: [
    method({
      name: '__construct',
      doc: 'Closures are made by the language only.',
      params: [],
      returns: null,
      visibility: 'private',
      impl: () => null,
    }),
    staticMethod({
      name: 'bind',
      doc: 'Duplicates a closure with another $this and class scope.',
      params: [p.object('closure', 'Closure'), newThisParam, newScopeParam],
      returns: ['Closure', 'null'],
      tentative: false,
      impl: (rt, _scope, closure, newThis, newScope) => bind(rt, closure, newThis, newScope),
    }),
    method({
      name: 'bindTo',
      doc: 'Duplicates the closure with another $this and class scope.',
      params: [newThisParam, newScopeParam],
      returns: ['Closure', 'null'],
      tentative: false,
      impl: (rt, self, newThis, newScope) => bind(rt, self, newThis, newScope),
    }),
    method({
      name: 'call',
      doc: 'Calls the closure once with another $this.',
      params: [p.object('newThis'), p.rest(p.mixed('args'))],
      returns: ['mixed'],
      tentative: false,
      *impl(rt, self, newThis, args): NativeCode {
        const bound = closureForCall(rt, self, newThis);
        if (bound === null) return null;
        try {
          return yield* call(closureCallable(bound) as Callable, args);
        } finally {
          release(rt, bound);
        }
      },
    }),
    staticMethod({
      name: 'fromCallable',
      doc: 'A closure of a callable, with the scope of the caller.',
      params: [p.mixed('callback')],
      returns: ['Closure'],
      tentative: false,
      impl: (rt, _scope, callback) => fromCallable(rt, callback),
    }),
    method({
      name: '__invoke',
      doc: 'Calls the closure.',
      params: [p.rest(p.preferRef('args'))],
      returns: ['mixed'],
      impl: (_rt, self, args) => call(closureCallable(self) as Callable, args),
    }),
  ],
};
