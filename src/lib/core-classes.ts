/**
 * The classes of the Zend engine itself, in order of registration. Generator's are the VM's.
 * Source: php-src 8.2 Zend/zend_default_classes.c
 */
import { type ClassDef, defineInternalClass } from '../object/class-def.ts';
import { lcName } from '../object/class-queries.ts';
import type { Executor } from '../vm/executor.ts';
import { createMethod } from '../vm/internal-function.ts';
import { attributeClasses } from './core-attributes.ts';
import { closureClass } from './core-closure.ts';
import { createEnumMethods } from './core-enum.ts';
import { coreExceptions } from './core-exceptions.ts';
import { coreInterfaces } from './core-interfaces.ts';
import { weakClasses } from './core-weak.ts';
import type { MethodDef } from './define.ts';

/** Announces an internal class, which is made when it is first used. */
export function announceClass(rt: Executor, name: string, def: () => ClassDef<MethodDef>): void {
  rt.classTable.announce(lcName(name), () => defineInternalClass(rt, def(), createMethod));
}

/** Registers the engine's own classes; to be called before any other class is registered. */
export function registerCoreClasses(rt: Executor): void {
  rt.enumMethods = createEnumMethods;
  rt.classTable.later(() => {
    const all = [...coreInterfaces, ...coreExceptions(), closureClass, ...attributeClasses, ...weakClasses];
    for (const def of all) announceClass(rt, def.name, () => def);
  });
}
