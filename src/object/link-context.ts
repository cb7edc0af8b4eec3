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
  | { readonly kind: 'property'; readonly child: PropertyInfo; readonly parent: PropertyInfo }
  /** The parent or an interface is itself not linked to the end. */
  | { readonly kind: 'dependency'; readonly ce: ClassEntry };

/** One run of linking. */
export interface LinkContext {
  readonly rt: Runtime;
  readonly ce: ClassEntry;
  obligations: Obligation[];
  /** Names of classes that checks asked for and did not find, in order (CG(delayed_autoloads)). */
  readonly unresolved: Set<string>;
  /** Everything is inherited and only obligations are open: children may already be linked to it. */
  nearlyLinked: boolean;
  /** A check of another class relied on this one before it was linked: it cannot be given up gracefully any more. */
  usedUnlinked: boolean;
  /** Its obligations are being looked at. */
  resolving: boolean;
  /** What to do once the class is linked (registers its name). */
  readonly onLinked: (ce: ClassEntry) => void;
}

/** A new run of linking `ce`. */
export function createLinkContext(
  rt: Runtime,
  ce: ClassEntry,
  onLinked: (ce: ClassEntry) => void = () => {},
): LinkContext {
  return {
    rt,
    ce,
    obligations: [],
    unresolved: new Set(),
    nearlyLinked: false,
    usedUnlinked: false,
    resolving: false,
    onLinked,
  };
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
