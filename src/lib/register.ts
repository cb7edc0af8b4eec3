/**
 * Puts the whole library into an engine: every topic's functions, classes and constants, in an order in which parents come
 * before children.
 */
import { internalConstant, internalConstantNames } from '../bytecode/internal-functions.ts';
import type { ClassDef } from '../object/class-def.ts';
import { defineInternalClass } from '../object/class-def.ts';
import { lcName } from '../object/class-queries.ts';
import type { Zval } from '../value/zval.ts';
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { createFunction, createMethod } from '../vm/internal-function.ts';
import type { FunctionDef, MethodDef } from './define.ts';
import { TOPICS } from './topics.ts';

/** What one topic of the library declares. */
export interface Topic {
  readonly functions?: readonly FunctionDef[];
  readonly classes?: readonly ClassDef<MethodDef>[];
  /** Name and value; values are uncounted. */
  readonly constants?: Readonly<Record<string, Zval>>;
  /** What has to be set up in the engine besides (hooks such as `rt.enumMethods`). */
  readonly setUp?: (rt: Executor) => void;
}

/** Registers every topic. */
export function registerLibrary(rt: Executor): void {
  for (const topic of TOPICS) {
    topic.setUp?.(rt);
    for (const [name, value] of Object.entries(topic.constants ?? {})) registerConstant(rt, name, value, true);
    for (const def of topic.functions ?? []) {
      rt.functionTable.announce(def.name.toLowerCase(), () => createFunction(def));
    }
    for (const def of topic.classes ?? []) {
      rt.classTable.announce(lcName(def.name), () => defineInternalClass(rt, def, createMethod));
    }
  }
  // What the compiler may substitute exists at run time too; a topic's own value comes first.
  for (const name of internalConstantNames()) registerConstant(rt, name, internalConstant(name), true);
}
