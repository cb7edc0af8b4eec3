/** The extensions that topics of the library add to PHP's own. Source: php-src Zend/zend_modules.h */
import type { Executor } from '../vm/executor.ts';

/** An extension that is not PHP's own, or not one that everybody has. */
interface AddedExtension {
  readonly version: string;
  /** Names of its functions, classes and constants. */
  readonly members: Readonly<Record<'functions' | 'classes' | 'constants', () => readonly string[]>>;
}

/** By name, in order of registration. */
export function addedExtensions(rt: Executor): Map<string, AddedExtension> {
  return rt.moduleState('extensions-added', () => new Map<string, AddedExtension>());
}

/** Makes an extension known by name. */
export function addExtension(rt: Executor, name: string, extension: AddedExtension): void {
  addedExtensions(rt).set(name, extension);
}
