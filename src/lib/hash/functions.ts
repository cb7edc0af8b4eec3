/**
 * hash(), hash_file(), hash_hmac(), hash_hmac_file(), hash_algos(), hash_equals().
 * Source: php-src 8.2 ext/hash/hash.c, hash.stub.php
 */
import { givenTypeName } from '../../object/types.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { readWhole } from '../file-functions.ts';
import { stringList } from '../string-util.ts';
import { algorithmOf, algorithms, digestOf, hmacKey, hmacOf, readOptions, shownDigest } from './engine.ts';
import type { HashAlgorithm } from './registry.ts';

const NOT_VALID = 'must be a valid hashing algorithm';
const NOT_CRYPTOGRAPHIC = 'must be a valid cryptographic hashing algorithm';

/** The bytes of a file; false after a warning, null after an error. */
function* fileBytes(rt: Executor, path: string, argument: number): NativeCode<string | false | null> {
  if (path.includes('\0')) return rt.argumentTypeError(argument, 'must be a valid path');
  return yield* readWhole(rt, path, false);
}

function cryptographic(rt: Executor, name: string): HashAlgorithm | null {
  const found = algorithmOf(rt, name);
  return found?.isCryptographic === true ? found : rt.argumentValueError(1, NOT_CRYPTOGRAPHIC);
}

const digests: readonly FunctionDef[] = [
  fn({
    name: 'hash',
    doc: 'A digest by the name of its algorithm.',
    params: [
      p.string('algo'),
      p.string('data'),
      p.bool('binary', { default: false }),
      p.optional({ ...p.array('options'), defaultText: '[]' }),
    ],
    returns: ['string'],
    impl: (rt, name, data, binary, options) => {
      const found = algorithmOf(rt, name);
      if (found === undefined) return rt.argumentValueError(1, NOT_VALID);
      const read = readOptions(rt, found, options);
      return read === null ? null : shownDigest(digestOf(found, data, read), binary);
    },
  }),
  fn({
    name: 'hash_file',
    doc: 'The digest of a file.',
    params: [
      p.string('algo'),
      p.string('filename'),
      p.bool('binary', { default: false }),
      p.optional({ ...p.array('options'), defaultText: '[]' }),
    ],
    returns: ['string', 'false'],
    *impl(rt, name, path, binary, options) {
      const found = algorithmOf(rt, name);
      if (found === undefined) return rt.argumentValueError(1, NOT_VALID);
      const read = readOptions(rt, found, options);
      const data = read === null ? null : yield* fileBytes(rt, path, 2);
      return read === null || typeof data !== 'string' ? data : shownDigest(digestOf(found, data, read), binary);
    },
  }),
  fn({
    name: 'hash_hmac',
    doc: 'A keyed digest.',
    params: [p.string('algo'), p.string('data'), p.string('key'), p.bool('binary', { default: false })],
    returns: ['string'],
    impl: (rt, name, data, key, binary) => {
      const found = cryptographic(rt, name);
      return found === null ? null : shownDigest(hmacOf(hmacKey(found, key), data), binary);
    },
  }),
  fn({
    name: 'hash_hmac_file',
    doc: 'The keyed digest of a file.',
    params: [p.string('algo'), p.string('filename'), p.string('key'), p.bool('binary', { default: false })],
    returns: ['string', 'false'],
    *impl(rt, name, path, key, binary) {
      const found = cryptographic(rt, name);
      const data = found === null ? null : yield* fileBytes(rt, path, 2);
      return found === null || typeof data !== 'string' ? data : shownDigest(hmacOf(hmacKey(found, key), data), binary);
    },
  }),
];

export const hashFunctions: readonly FunctionDef[] = [
  ...digests,
  fn({
    name: 'hash_algos',
    doc: 'The names of the algorithms.',
    params: [],
    returns: ['array'],
    impl: (rt) => stringList([...algorithms(rt).keys()]),
  }),
  fn({
    name: 'hash_hmac_algos',
    doc: 'The names of the algorithms that are fit for keyed digests.',
    params: [],
    returns: ['array'],
    impl: (rt) => stringList([...algorithms(rt).values()].filter((a) => a.isCryptographic).map((a) => a.name)),
  }),
  fn({
    name: 'hash_equals',
    doc: 'Compares strings in a time that does not depend on where they differ.',
    params: [p.mixed('known_string'), p.mixed('user_string')],
    returns: ['bool'],
    impl: (rt, known, user) => {
      if (typeof known !== 'string')
        return rt.argumentTypeError(1, `must be of type string, ${givenTypeName(known)} given`);
      if (typeof user !== 'string')
        return rt.argumentTypeError(2, `must be of type string, ${givenTypeName(user)} given`);
      return known === user;
    },
  }),
];
