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
  TYPE_ITERABLE_BIT,
} from './type-flags.ts';

const MASKS: Readonly<Record<string, number>> = {
  mixed: MAY_BE_ANY,
  null: MAY_BE_NULL,
  bool: MAY_BE_BOOL,
  false: MAY_BE_FALSE,
  true: MAY_BE_TRUE,
  int: MAY_BE_LONG,
  float: MAY_BE_DOUBLE,
  string: MAY_BE_STRING,
  array: MAY_BE_ARRAY,
  object: MAY_BE_OBJECT,
  callable: MAY_BE_CALLABLE,
  void: MAY_BE_VOID,
  never: MAY_BE_NEVER,
  static: MAY_BE_STATIC,
};

/** A declared type from its alternatives: lower-case builtin names, anything else is a class name. */
export function typeFromNames(names: readonly string[]): PhpType {
  const type: PhpType = { mask: 0, classes: [] };
  for (const name of names) {
    const mask = MASKS[name];
    if (mask !== undefined) type.mask |= mask;
    else if (name === 'iterable') {
      type.mask |= MAY_BE_ARRAY | TYPE_ITERABLE_BIT;
      type.classes.push('Traversable');
    } else type.classes.push(name);
  }
  return type;
}
