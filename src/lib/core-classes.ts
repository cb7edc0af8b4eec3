/**
 * The classes of the Zend engine itself, in order of registration. Generator's are the VM's.
 * Source: php-src 8.2 Zend/zend_default_classes.c
 */
import { type ClassDef, defineInternalClass } from '../object/class-def.ts';
import type { Executor } from '../vm/executor.ts';
import { createMethod } from '../vm/internal-function.ts';
import { attributeClasses } from './core-attributes.ts';
import { closureClass } from './core-closure.ts';
import { createEnumMethods } from './core-enum.ts';
import { coreExceptions } from './core-exceptions.ts';
import { coreInterfaces } from './core-interfaces.ts';
import { weakClasses } from './core-weak.ts';
import type { MethodDef } from './define.ts';

/** Registers one declared class. */
export function registerClass(rt: Executor, def: ClassDef<MethodDef>): void {
  defineInternalClass(rt, def, createMethod);
}

/** Registers the engine's own classes; to be called before any other class is registered. */
export function registerCoreClasses(rt: Executor): void {
  rt.enumMethods = createEnumMethods;
  const all = [...coreInterfaces, ...coreExceptions(), closureClass, ...attributeClasses, ...weakClasses];
  for (const def of all) registerClass(rt, def);
}
