/**
 * How foreach walks objects of a class: by an internal iterator or by the class's own methods.
 * Source: php-src 8.2 Zend/zend_interfaces.c (zend_implement_iterator, zend_implement_aggregate)
 */
import type { ClassEntry } from './class-entry.ts';

const ITERATOR_METHODS = ['rewind', 'valid', 'key', 'current', 'next'] as const;

/** Drops an inherited internal iterator when the class overrides one of the methods that it stands for. */
export function iterationOfClass(ce: ClassEntry): void {
  const parent = ce.parent;
  if (ce.getIterator === null || parent === null || ce.getIterator !== parent.getIterator) return;
  const isIterator = ce.interfaces.some((iface) => iface.lcName === 'iterator');
  const names = isIterator ? ITERATOR_METHODS : (['getiterator'] as const);
  if (names.some((name) => ce.functionTable.get(name)?.scope === ce)) ce.getIterator = null;
}
