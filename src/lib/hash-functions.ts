/**
 * Digests and base64.
 * Source: php-src ext/standard/md5.c, sha1.c, crc32.c, base64.c, ext/hash/hash.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { givenTypeName } from '../object/types.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { crc32, DIGESTS, type Digest, md5, sha1 } from './digest.ts';
import { readWhole } from './file-functions.ts';
import { toHex } from './string-escape.ts';
import { asciiLower } from './string-util.ts';

function shown(raw: string, binary: boolean): string {
  return binary ? raw : toHex(raw);
}

function* fileDigest(rt: Executor, path: string, binary: boolean, digest: (bytes: string) => string): NativeCode {
  const bytes = yield* readWhole(rt, path, false);
  return typeof bytes === 'string' ? shown(digest(bytes), binary) : bytes;
}

/** RFC 2104 */
function hmac(digest: Digest, block: number, data: string, key: string): string {
  const short = (key.length > block ? digest(key) : key).padEnd(block, '\0');
  const mask = (b: number): string => {
    let out = '';
    for (let i = 0; i < block; i++) out += String.fromCharCode(short.charCodeAt(i) ^ b);
    return out;
  };
  return digest(mask(0x5c) + digest(mask(0x36) + data));
}

function hashData(rt: Executor, algo: string, data: string, binary: boolean): Zval {
  const known = DIGESTS[asciiLower(algo)];
  if (known === undefined) return rt.argumentValueError(1, 'must be a valid hashing algorithm');
  return shown(known.digest(data), binary);
}

function hashHmac(rt: Executor, algo: string, data: string, key: string, binary: boolean): Zval {
  const known = DIGESTS[asciiLower(algo)];
  if (known === undefined || known.block === 0) {
    return rt.argumentValueError(1, 'must be a valid cryptographic hashing algorithm');
  }
  return shown(hmac(known.digest, known.block, data, key), binary);
}

export const hashFunctions: readonly FunctionDef[] = [
  fn({
    name: 'md5',
    doc: 'The MD5 digest.',
    params: [p.string('string'), p.bool('binary', { default: false })],
    returns: ['string'],
    impl: (_rt, s, binary) => shown(md5(s), binary),
  }),
  fn({
    name: 'md5_file',
    doc: 'The MD5 digest of a file.',
    params: [p.string('filename'), p.bool('binary', { default: false })],
    returns: ['string', 'false'],
    impl: (rt, path, binary) => fileDigest(rt, path, binary, md5),
  }),
  fn({
    name: 'sha1_file',
    doc: 'The SHA-1 digest of a file.',
    params: [p.string('filename'), p.bool('binary', { default: false })],
    returns: ['string', 'false'],
    impl: (rt, path, binary) => fileDigest(rt, path, binary, sha1),
  }),
  fn({
    name: 'sha1',
    doc: 'The SHA-1 digest.',
    params: [p.string('string'), p.bool('binary', { default: false })],
    returns: ['string'],
    impl: (_rt, s, binary) => shown(sha1(s), binary),
  }),
  fn({
    name: 'crc32',
    doc: 'The CRC-32 checksum.',
    params: [p.string('string')],
    returns: ['int'],
    impl: (_rt, s) => crc32(s),
  }),
  fn({
    name: 'hash',
    doc: 'A digest by the name of its algorithm.',
    params: [p.string('algo'), p.string('data'), p.bool('binary', { default: false }), p.optional(p.array('options'))],
    returns: ['string'],
    impl: hashData,
  }),
  fn({
    name: 'hash_hmac',
    doc: 'A keyed digest.',
    params: [p.string('algo'), p.string('data'), p.string('key'), p.bool('binary', { default: false })],
    returns: ['string'],
    impl: hashHmac,
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
  fn({
    name: 'base64_encode',
    doc: 'Bytes in base64.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => encodeBase64(s),
  }),
  fn({
    name: 'base64_decode',
    doc: 'The bytes that base64 stands for.',
    params: [p.string('string'), p.bool('strict', { default: false })],
    returns: ['string', 'false'],
    impl: (_rt, s, strict) => decodeBase64(s, strict) ?? false,
  }),
];
