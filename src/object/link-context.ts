/**
 * What linking one class carries around: the class, delayed checks, and how its errors are raised.
 * Source: php-src 8.2 Zend/zend_inheritance.c
 */
import type { Func } from '../bytecode/op-array.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import type { Runtime } from './runtime.ts';

/** A compatibility check that waits for classes to be loaded (variance_obligation). */
export type Obligation =
  | {
      readonly kind: 'method';
      readonly child: Func;
      readonly childScope: ClassEntry;
      readonly parent: Func;
      readonly parentScope: ClassEntry;
    }
  | { readonly kind: 'property'; readonly child: PropertyInfo; readonly parent: PropertyInfo };

/** One run of linking. */
export interface LinkContext {
  readonly rt: Runtime;
  readonly ce: ClassEntry;
  readonly obligations: Obligation[];
  /** Names of classes that checks asked for and did not find, in order (CG(delayed_autoloads)). */
  readonly unresolved: Set<string>;
}

/** A new run of linking `ce`. */
export function createLinkContext(rt: Runtime, ce: ClassEntry): LinkContext {
  return { rt, ce, obligations: [], unresolved: new Set() };
}

/** A fatal error at the declaration of the class. */
export function linkError(link: LinkContext, message: string): never {
  const { ce, rt } = link;
  if (ce.fileName === null) return rt.fatalError(message);
  return rt.fatalErrorAt(message, ce.fileName, ce.lineStart);
}

/** A fatal error at a method (zend_error_at with func_filename and func_lineno). */
export function linkErrorAtMethod(link: LinkContext, func: Func, message: string): never {
  if (func.type === 2) return link.rt.fatalErrorAt(message, func.fileName, func.lineStart);
  return linkError(link, message);
}
