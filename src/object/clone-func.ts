/**
 * Copies of functions that share their code: a method of a class, a trait method in its user, a closure's own function.
 * Source: php-src Zend/zend_inheritance.c (zend_lazy_class_load, zend_add_trait_method), zend_closures.c
 */
import { type Func, type InternalFunc, OpArray } from '../bytecode/op-array.ts';

/** A copy with its own scope, flags, static variables and run-time cache; oplines and literals are shared. */
export function cloneOpArray(from: OpArray): OpArray {
  const copy = new OpArray(from.fileName, from);
  copy.runTimeCache = null;
  copy.staticVarsTable = null;
  return copy;
}

/** The same for any function. */
export function cloneFunc(from: Func): Func {
  if (from instanceof OpArray) return cloneOpArray(from);
  return Object.assign(Object.create(Object.getPrototypeOf(from)) as InternalFunc, from);
}
