/**
 * Type masks as opcache's dump words them.
 * Source: php-src 8.2 Zend/Optimizer/zend_dump.c (zend_dump_type_info)
 */
import {
  MAY_BE_ANY,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_DOUBLE,
  MAY_BE_FALSE,
  MAY_BE_LONG,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_REF,
  MAY_BE_RESOURCE,
  MAY_BE_STRING,
  MAY_BE_TRUE,
  MAY_BE_UNDEF,
} from '../type-flags.ts';

const SINGLE: ReadonlyMap<number, string> = new Map([
  [MAY_BE_NULL, 'null'],
  [MAY_BE_FALSE, 'false'],
  [MAY_BE_TRUE, 'true'],
  [MAY_BE_LONG, 'long'],
  [MAY_BE_DOUBLE, 'double'],
  [MAY_BE_STRING, 'string'],
  [MAY_BE_ARRAY, 'array'],
  [MAY_BE_OBJECT, 'object'],
  [MAY_BE_RESOURCE, 'resource'],
  [MAY_BE_BOOL, 'bool'],
]);

/** `[null, bool, long]` */
function typeInfo(mask: number): string {
  const names: string[] = [];
  if ((mask & MAY_BE_UNDEF) !== 0) names.push('undef');
  if ((mask & MAY_BE_REF) !== 0) names.push('ref');
  if ((mask & MAY_BE_ANY) === MAY_BE_ANY) {
    names.push('any');
    return `[${names.join(', ')}]`;
  }
  if ((mask & MAY_BE_NULL) !== 0) names.push('null');
  if ((mask & MAY_BE_BOOL) === MAY_BE_BOOL) names.push('bool');
  else if ((mask & MAY_BE_FALSE) !== 0) names.push('false');
  else if ((mask & MAY_BE_TRUE) !== 0) names.push('true');
  for (const bit of [MAY_BE_LONG, MAY_BE_DOUBLE, MAY_BE_STRING, MAY_BE_ARRAY, MAY_BE_OBJECT, MAY_BE_RESOURCE]) {
    if ((mask & bit) !== 0) names.push(SINGLE.get(bit)!);
  }
  return `[${names.join(', ')}]`;
}

/** TYPE_CHECK's mask: ` (string)` for a single type, ` TYPE [...]` otherwise. */
export function typeMaskNote(mask: number): string {
  const single = SINGLE.get(mask);
  return single === undefined ? ` TYPE ${typeInfo(mask)}` : ` (${single})`;
}
