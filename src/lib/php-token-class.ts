/**
 * The class PhpToken.
 * Source: php-src 8.2 ext/tokenizer/tokenizer.c, tokenizer.stub.php
 */
import { ACC_PUBLIC, MAY_BE_LONG, MAY_BE_STRING } from '../bytecode/type-flags.ts';
import type { ClassDef, PropertyDef } from '../object/class-def.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { givenTypeName } from '../object/types.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { sourceTokens } from '../vm/include-file.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';
import { TOKEN_PARSE, tokenizerConstants, tokenName } from './token-names.ts';

const SLOT_ID = 0;
const SLOT_TEXT = 1;

const IGNORABLE: ReadonlySet<unknown> = new Set(
  ['T_WHITESPACE', 'T_COMMENT', 'T_DOC_COMMENT', 'T_OPEN_TAG'].map((name) => tokenizerConstants[name]),
);

/** A typed property's value; undefined after the Error that it is not initialized. */
function initialized(rt: Executor, self: PhpObject, slot: number, name: string): Zval {
  const value = deref(self.props[slot]);
  if (value === undefined) {
    rt.throwError('Error', `Typed property PhpToken::$${name} must not be accessed before initialization`);
  }
  return value;
}

function* tokenize(rt: Executor, scope: ClassEntry, code: string, flags: number): NativeCode {
  const first = yield* rt.initObject(scope);
  if (first === null) return null;
  rt.releaseValue(first);
  const tokens = sourceTokens(rt, code, (flags & TOKEN_PARSE) !== 0);
  if (tokens === null) return null;
  const objects = tokens.map(({ id, text, line, pos }) => {
    const token = rt.newObject(scope);
    token.props[SLOT_ID] = id;
    token.props[SLOT_TEXT] = text;
    token.props[2] = line;
    token.props[3] = pos;
    return token;
  });
  return PhpArray.fromList(objects);
}

/** Whether the token is the one kind; undefined after an Error. */
function isKind(rt: Executor, self: PhpObject, kind: number | string): boolean | undefined {
  const isNumber = typeof kind === 'number';
  const own = isNumber ? initialized(rt, self, SLOT_ID, 'id') : initialized(rt, self, SLOT_TEXT, 'text');
  return own === undefined ? undefined : own === kind;
}

function isAnyKind(rt: Executor, self: PhpObject, kinds: PhpArray): Zval {
  for (const element of kinds.valueList()) {
    const kind = deref(element);
    if (typeof kind !== 'number' && typeof kind !== 'string') {
      return rt.argumentTypeError(1, `must only have elements of type string|int, ${givenTypeName(kind)} given`);
    }
    const matches = isKind(rt, self, kind);
    if (matches !== false) return matches ?? null;
  }
  return false;
}

function stringOf(rt: Executor, self: PhpObject): Zval {
  return initialized(rt, self, SLOT_TEXT, 'text') ?? null;
}

const methods: readonly MethodDef[] = [
  staticMethod({
    name: 'tokenize',
    doc: 'The tokens of a source as objects of the class it is called on.',
    params: [p.string('code'), p.int('flags', { default: 0 })],
    returns: ['array'],
    link: 'phptoken.tokenize',
    tentative: false,
    impl: tokenize,
  }),
  method({
    name: '__construct',
    doc: 'Makes a token.',
    params: [p.int64('id'), p.string('text'), p.int64('line', { default: -1 }), p.int64('pos', { default: -1 })],
    returns: null,
    link: 'phptoken.construct',
    final: true,
    impl(_rt, self, ...values) {
      for (const [slot, value] of values.entries()) self.props[slot] = value;
      return null;
    },
  }),
  method({
    name: 'is',
    doc: 'Whether the token is of a kind: a number, a text, or any of an array of those.',
    params: [p.untyped('kind')],
    returns: ['bool'],
    link: 'phptoken.is',
    tentative: false,
    impl(rt, self, given) {
      const kind = deref(given);
      if (kind instanceof PhpArray) return isAnyKind(rt, self, kind);
      if (typeof kind === 'number' || typeof kind === 'string') return isKind(rt, self, kind) ?? null;
      return rt.argumentTypeError(1, `must be of type string|int|array, ${givenTypeName(kind)} given`);
    },
  }),
  method({
    name: 'isIgnorable',
    doc: 'Whether the parser passes the token over.',
    params: [],
    returns: ['bool'],
    link: 'phptoken.isignorable',
    tentative: false,
    impl(rt, self) {
      const id = initialized(rt, self, SLOT_ID, 'id');
      return id === undefined ? null : IGNORABLE.has(id);
    },
  }),
  method({
    name: 'getTokenName',
    doc: 'The name of the token: a character, T_..., or null.',
    params: [],
    returns: ['string', 'null'],
    link: 'phptoken.gettokenname',
    tentative: false,
    impl(rt, self) {
      const id = initialized(rt, self, SLOT_ID, 'id');
      if (typeof id !== 'number') return null;
      return id < 256 ? String.fromCharCode(id & 255) : tokenName(id);
    },
  }),
  method({
    name: '__toString',
    doc: 'The text of the token.',
    params: [],
    returns: ['string'],
    link: 'phptoken.tostring',
    tentative: false,
    impl: stringOf,
  }),
];

function property(name: string, mask: number): PropertyDef {
  return { name, flags: ACC_PUBLIC, type: { mask, classes: [] }, default: undefined };
}

export const phpTokenClass: ClassDef<MethodDef> = {
  name: 'PhpToken',
  interfaces: ['Stringable'],
  properties: [
    property('id', MAY_BE_LONG),
    property('text', MAY_BE_STRING),
    property('line', MAY_BE_LONG),
    property('pos', MAY_BE_LONG),
  ],
  methods,
};
