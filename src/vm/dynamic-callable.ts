/**
 * What a value called as a function means: a function's name, `A::f`, a closure or invokable object, [object, method].
 * Source: php-src Zend/zend_execute.c (zend_init_dynamic_call_string, _array, _object)
 */
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { getMethod, getStaticMethod, reportNonStaticCall, reportUndefinedMethod } from '../object/methods.ts';
import type { Callable } from '../object/runtime.ts';
import { typeName } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/** zend_init_dynamic_call_string/array/object: the callable, or null after an Error. */
export function dynamicCallable(vm: Executor, v: Zval): Callable | null {
  if (typeof v === 'string') return stringCallable(vm, v);
  if (v instanceof PhpObject) {
    const callable = vm.resolveCallable(v);
    if (callable !== null) return callable;
    vm.throwError('Error', `Object of type ${displayName(v.ce.name)} is not callable`);
    return null;
  }
  if (v instanceof PhpArray) return arrayCallable(vm, v);
  vm.throwError('Error', `Value of type ${typeName(v)} is not callable`);
  return null;
}

function stringCallable(vm: Executor, name: string): Callable | null {
  const colon = name.lastIndexOf(':') - 1;
  if (colon >= 0 && name.charCodeAt(colon) === 58) {
    const ce = vm.lookupClass(name.slice(0, colon));
    if (ce === null) {
      vm.throwError('Error', `Class "${name.slice(0, colon).replace(/^\\/, '')}" not found`);
      return null;
    }
    return staticCallable(vm, ce, name.slice(colon + 2));
  }
  const func = vm.functionTable.get(name.replace(/^\\/, '').toLowerCase());
  if (func === undefined) {
    vm.throwError('Error', `Call to undefined function ${name}()`);
    return null;
  }
  return { func, object: null, calledScope: null, closure: null, magicName: null };
}

function staticCallable(vm: Executor, ce: ClassEntry, name: string): Callable | null {
  const target = getStaticMethod(vm, ce, name, name.toLowerCase(), vm.executedScope(), null);
  if (target === null) {
    if (vm.exception === null) reportUndefinedMethod(vm, ce, name);
    return null;
  }
  if ((target.func.fnFlags & ACC_STATIC) === 0) {
    reportNonStaticCall(vm, target.func);
    return null;
  }
  return { func: target.func, object: null, calledScope: ce, closure: null, magicName: target.magicName };
}

function arrayCallable(vm: Executor, v: PhpArray): Callable | null {
  const first = unref(v.getInt(0));
  const second = unref(v.getInt(1));
  if (v.count !== 2) return fail(vm, 'Array callback must have exactly two elements');
  if (first === undefined || second === undefined) return fail(vm, 'Array callback has to contain indices 0 and 1');
  if (typeof first !== 'string' && !(first instanceof PhpObject)) {
    return fail(vm, 'First array member is not a valid class name or object');
  }
  if (typeof second !== 'string') return fail(vm, 'Second array member is not a valid method');
  if (typeof first === 'string') {
    const ce = vm.lookupClass(first);
    if (ce === null) return fail(vm, `Class "${first.replace(/^\\/, '')}" not found`);
    return staticCallable(vm, ce, second);
  }
  const target = getMethod(vm, first, second, second.toLowerCase(), vm.executedScope());
  if (target === null) {
    if (vm.exception === null) reportUndefinedMethod(vm, first.ce, second);
    return null;
  }
  const object = target.isStatic ? null : first;
  return { func: target.func, object, calledScope: first.ce, closure: null, magicName: target.magicName };
}

function fail(vm: Executor, message: string): null {
  return vm.throwError('Error', message);
}

function unref(v: Zval): Zval {
  return v instanceof PhpReference ? v.val : v;
}
