/**
 * The static methods every enum gets: cases, from, tryFrom.
 * Source: php-src 8.2 Zend/zend_enum.c
 */
import type { Func } from '../bytecode/op-array.ts';
import { MAY_BE_LONG } from '../bytecode/type-flags.ts';
import { getClassConstant, updateClassConstants } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { findEnumCase } from '../object/enum.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type PhpInt } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { createMethod } from '../vm/internal-function.ts';
import { type MethodDef, p, staticMethod } from './define.ts';

function* cases(rt: Executor, ce: ClassEntry): NativeCode {
  const list = new PhpArray();
  for (const constant of ce.constants.values()) {
    if (!constant.isCase) continue;
    const value = yield* getClassConstant(rt, ce, constant.name, ce);
    if (value === undefined) return null;
    list.append(addRef(value));
  }
  return list;
}

function* fromValue(rt: Executor, ce: ClassEntry, value: PhpInt | string, orNull: boolean): NativeCode {
  if (!(yield* updateClassConstants(rt, ce))) return null;
  const name = findEnumCase(ce, value);
  if (name !== null) return addRef(yield* getClassConstant(rt, ce, name, ce));
  if (orNull) return null;
  const shown = typeof value === 'string' ? `"${value}"` : String(value);
  return rt.throwError('ValueError', `${shown} is not a valid backing value for enum ${displayName(ce.name)}`);
}

const casesMethod: MethodDef = staticMethod({
  name: 'cases',
  doc: 'All cases in order of declaration.',
  params: [],
  returns: ['array'],
  tentative: false,
  impl: cases,
});

/** As in BackedEnum; of an enum of ints only ints are taken. */
const BACKING_TYPES = ['int64', 'string'] as const;

function lookup(name: string, doc: string, isInt: boolean, orNull: boolean): MethodDef {
  return staticMethod({
    name,
    doc,
    params: [isInt ? { ...p.int64('value'), declaredTypes: BACKING_TYPES } : p.union('value', BACKING_TYPES)],
    returns: orNull ? ['static', 'null'] : ['static'],
    tentative: false,
    impl(rt, ce, value: PhpInt | string) {
      if (isInt || typeof value === 'string') return fromValue(rt, ce, value, orNull);
      if (rt.executedStrictTypes()) return rt.argumentTypeError(1, 'must be of type string, int given');
      return fromValue(rt, ce, String(value), orNull);
    },
  });
}

function lookups(isInt: boolean): readonly MethodDef[] {
  return [
    lookup('from', 'The case with a backing value; throws when there is none.', isInt, false),
    lookup('tryFrom', 'The case with a backing value, null when there is none.', isInt, true),
  ];
}

const intLookups = lookups(true);
const stringLookups = lookups(false);

/** zend_enum_register_funcs: the methods of one enum, scope set. */
export function createEnumMethods(ce: ClassEntry): Func[] {
  const defs: MethodDef[] = [casesMethod];
  if (ce.enumBackingType !== null) {
    defs.push(...((ce.enumBackingType.mask & MAY_BE_LONG) !== 0 ? intLookups : stringLookups));
  }
  return defs.map((def) => createMethod(def, ce));
}
