/**
 * ReflectionType and its kinds.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import type { PhpType } from '../bytecode/op-array.ts';
import {
  ACC_EXPLICIT_ABSTRACT_CLASS,
  MAY_BE_BOOL,
  MAY_BE_FALSE,
  MAY_BE_NULL,
  MAY_BE_STATIC,
  MAY_BE_TRUE,
} from '../bytecode/type-flags.ts';
import { TYPE_PURE_MASK, typeToString } from '../bytecode/type-to-string.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method } from './define.ts';
import { isIterableType, listOf, makeType, reflectionHandlers, refOf } from './reflection-data.ts';

function typeOf(rt: Executor, self: PhpObject): PhpType | null {
  return refOf(rt, self, 'type')?.type ?? null;
}

export const cloneMethod: MethodDef = method({
  name: '__clone',
  doc: 'Reflection objects cannot be cloned.',
  params: [],
  returns: ['void'],
  visibility: 'private',
  tentative: false,
  impl: () => null,
});

/** The bits of a union in the order getTypes() shows them. */
const UNION_ORDER: readonly number[] = [1 << 15, 1 << 12, 1 << 8, 1 << 7, 1 << 6, 1 << 4, 1 << 5];

function unionParts(type: PhpType): PhpType[] {
  const parts: PhpType[] = type.classes.map((one) => ({ mask: 0, classes: [one] }));
  const mask = type.mask & TYPE_PURE_MASK;
  for (const bit of UNION_ORDER) if ((mask & bit) !== 0) parts.push({ mask: bit, classes: [] });
  if ((mask & MAY_BE_BOOL) === MAY_BE_BOOL) parts.push({ mask: MAY_BE_BOOL, classes: [] });
  else if ((mask & MAY_BE_FALSE) !== 0) parts.push({ mask: MAY_BE_FALSE, classes: [] });
  else if ((mask & MAY_BE_TRUE) !== 0) parts.push({ mask: MAY_BE_TRUE, classes: [] });
  if ((mask & MAY_BE_NULL) !== 0) parts.push({ mask: MAY_BE_NULL, classes: [] });
  return parts;
}

/** The type as PHP writes it; `iterable` keeps its name. */
function shownType(type: PhpType): string {
  if (!isIterableType(type)) return typeToString(type);
  return (type.mask & MAY_BE_NULL) !== 0 ? '?iterable' : 'iterable';
}

/** The name without `?`. */
function bareName(type: PhpType): string {
  const text = shownType(type);
  return text.startsWith('?') ? text.slice(1) : text;
}

/** The classes, parents first; `Stringable` ones cannot be made by user code. */
export const reflectionTypeClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'ReflectionType',
    interfaces: ['Stringable'],
    flags: ACC_EXPLICIT_ABSTRACT_CLASS,
    handlers: reflectionHandlers,
    methods: [
      cloneMethod,
      method({
        name: 'allowsNull',
        doc: 'Does the type accept null?',
        params: [],
        returns: ['bool'],
        impl: (rt, self) => ((typeOf(rt, self)?.mask ?? 0) & MAY_BE_NULL) !== 0,
      }),
      method({
        name: '__toString',
        doc: 'The type as PHP writes it.',
        params: [],
        returns: ['string'],
        tentative: false,
        impl: (rt, self) => {
          const type = typeOf(rt, self);
          return type === null ? null : shownType(type);
        },
      }),
    ],
  },
  {
    name: 'ReflectionNamedType',
    parent: 'ReflectionType',
    methods: [
      method({
        name: 'getName',
        doc: 'The name of the type, without a question mark.',
        params: [],
        returns: ['string'],
        impl: (rt, self) => {
          const type = typeOf(rt, self);
          return type === null ? null : bareName(type);
        },
      }),
      method({
        name: 'isBuiltin',
        doc: 'Is it a type of the language rather than a class?',
        params: [],
        returns: ['bool'],
        impl: (rt, self) => {
          const type = typeOf(rt, self);
          return (
            type !== null && (type.classes.length === 0 || isIterableType(type)) && (type.mask & MAY_BE_STATIC) === 0
          );
        },
      }),
    ],
  },
  {
    name: 'ReflectionUnionType',
    parent: 'ReflectionType',
    methods: [
      method({
        name: 'getTypes',
        doc: 'The types of the union.',
        params: [],
        returns: ['array'],
        tentative: false,
        impl: (rt, self) => {
          const type = typeOf(rt, self);
          return type === null ? null : listOf(unionParts(type).map((part) => makeType(rt, part)));
        },
      }),
    ],
  },
  {
    name: 'ReflectionIntersectionType',
    parent: 'ReflectionType',
    methods: [
      method({
        name: 'getTypes',
        doc: 'The types of the intersection.',
        params: [],
        returns: ['array'],
        tentative: false,
        impl: (rt, self) => {
          const names = typeOf(rt, self)?.classes[0];
          if (names === undefined || typeof names === 'string') return listOf([]);
          return listOf(names.map((name) => makeType(rt, { mask: 0, classes: [name] })));
        },
      }),
    ],
  },
];
