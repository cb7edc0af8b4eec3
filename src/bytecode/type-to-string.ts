/**
 * Declared types as text, as PHP's messages show them.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_type_to_string)
 */
import type { PhpType } from './op-array.ts';
import {
  MAY_BE_ANY,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_CALLABLE,
  MAY_BE_DOUBLE,
  MAY_BE_FALSE,
  MAY_BE_LONG,
  MAY_BE_NEVER,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_STATIC,
  MAY_BE_STRING,
  MAY_BE_TRUE,
  MAY_BE_VOID,
} from './type-flags.ts';

/** All bits of a mask that say a type (ZEND_TYPE_PURE_MASK), without `iterable`'s memory bit. */
export const TYPE_PURE_MASK: number = MAY_BE_ANY | MAY_BE_CALLABLE | MAY_BE_VOID | MAY_BE_NEVER | MAY_BE_STATIC;

const NAMES: readonly (readonly [bit: number, name: string])[] = [
  [MAY_BE_STATIC, 'static'],
  [MAY_BE_CALLABLE, 'callable'],
  [MAY_BE_OBJECT, 'object'],
  [MAY_BE_ARRAY, 'array'],
  [MAY_BE_STRING, 'string'],
  [MAY_BE_LONG, 'int'],
  [MAY_BE_DOUBLE, 'float'],
];

/**
 * zend_type_to_string. `resolve` turns `self` and `parent` into class names; without it names are shown as written.
 */
export function typeToString(type: PhpType, resolve: (name: string) => string = (name) => name): string {
  const parts: string[] = [];
  const single = type.classes.length === 1 && (type.mask & TYPE_PURE_MASK) === 0;
  for (const alternative of type.classes) {
    if (typeof alternative === 'string') {
      parts.push(resolve(alternative));
    } else {
      const text = alternative.map(resolve).join('&');
      parts.push(single ? text : `(${text})`);
    }
  }
  const mask = type.mask & TYPE_PURE_MASK;
  if (mask === MAY_BE_ANY) {
    parts.push('mixed');
    return parts.join('|');
  }
  for (const [bit, name] of NAMES) {
    if ((mask & bit) !== 0) parts.push(name);
  }
  if ((mask & MAY_BE_BOOL) === MAY_BE_BOOL) parts.push('bool');
  else if ((mask & MAY_BE_FALSE) !== 0) parts.push('false');
  else if ((mask & MAY_BE_TRUE) !== 0) parts.push('true');
  if ((mask & MAY_BE_VOID) !== 0) parts.push('void');
  if ((mask & MAY_BE_NEVER) !== 0) parts.push('never');
  const text = parts.join('|');
  if ((mask & MAY_BE_NULL) === 0) return text;
  if (text === '') return 'null';
  return /[|&]/.test(text) ? `${text}|null` : `?${text}`;
}

/** Number of class names in a type, each of which has a run-time cache slot (zend_type_get_num_classes). */
export function typeNumClasses(type: PhpType): number {
  let n = 0;
  for (const alternative of type.classes) n += typeof alternative === 'string' ? 1 : alternative.length;
  return n;
}
