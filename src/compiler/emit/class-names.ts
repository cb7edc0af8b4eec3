/**
 * Class names that PHP keeps for itself.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_is_reserved_class_name)
 */
import type { Compiler } from './context.ts';
import { toLower, unqualifiedName } from './emit-op.ts';

const RESERVED_CLASS_NAMES: ReadonlySet<string> = new Set([
  'bool',
  'false',
  'float',
  'int',
  'null',
  'parent',
  'self',
  'static',
  'string',
  'true',
  'void',
  'never',
  'iterable',
  'object',
  'mixed',
]);

/** zend_is_reserved_class_name: looks at the last part of the name only. */
export function isReservedClassName(name: string): boolean {
  return RESERVED_CLASS_NAMES.has(toLower(unqualifiedName(name) ?? name));
}

/** zend_assert_valid_class_name */
export function assertValidClassName(c: Compiler, name: string): void {
  if (isReservedClassName(name)) c.error(`Cannot use '${name}' as class name as it is reserved`);
}
