/**
 * hash_pbkdf2() and hash_hkdf().
 * Source: php-src 8.2 ext/hash/hash.c; RFC 2898, RFC 5869
 */
import { type FunctionDef, fn, p } from '../define.ts';
import { algorithmOf, type HmacKey, hmacKey, hmacOf, shownDigest } from './engine.ts';

function xorStrings(a: string, b: string): string {
  let out = '';
  for (let i = 0; i < a.length; i++) out += String.fromCharCode(a.charCodeAt(i) ^ b.charCodeAt(i));
  return out;
}

function bigEndian(n: number): string {
  return String.fromCharCode((n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
}

/** `length` bytes derived from a password. */
function pbkdf2(key: HmacKey, salt: string, iterations: number, length: number): string {
  let out = '';
  for (let block = 1; out.length < length; block++) {
    let last = hmacOf(key, salt + bigEndian(block));
    let sum = last;
    for (let i = 1; i < iterations; i++) {
      last = hmacOf(key, last);
      sum = xorStrings(sum, last);
    }
    out += sum;
  }
  return out.slice(0, length);
}

export const hashDerivationFunctions: readonly FunctionDef[] = [
  fn({
    name: 'hash_pbkdf2',
    doc: 'A key derived from a password.',
    params: [
      p.string('algo'),
      p.string('password'),
      p.string('salt'),
      p.int('iterations'),
      p.int('length', { default: 0 }),
      p.bool('binary', { default: false }),
      p.optional({ ...p.array('options'), defaultText: '[]' }),
    ],
    returns: ['string'],
    impl: (rt, name, password, salt, iterations, length, binary) => {
      const found = algorithmOf(rt, name);
      if (found?.isCryptographic !== true) {
        return rt.argumentValueError(1, 'must be a valid cryptographic hashing algorithm');
      }
      if (iterations <= 0) return rt.argumentValueError(4, 'must be greater than 0');
      if (length < 0) return rt.argumentValueError(5, 'must be greater than or equal to 0');
      const wanted = length === 0 ? (binary ? found.size : 2 * found.size) : length;
      const raw = pbkdf2(hmacKey(found, password), salt, iterations, binary ? wanted : Math.ceil(wanted / 2));
      return shownDigest(raw, binary).slice(0, wanted);
    },
  }),
  fn({
    name: 'hash_hkdf',
    doc: 'A key derived from another key.',
    params: [
      p.string('algo'),
      p.string('key'),
      p.int('length', { default: 0 }),
      p.string('info', { default: '' }),
      p.string('salt', { default: '' }),
    ],
    returns: ['string'],
    impl: (rt, name, key, length, info, salt) => {
      const found = algorithmOf(rt, name);
      if (found?.isCryptographic !== true) {
        return rt.argumentValueError(1, 'must be a valid cryptographic hashing algorithm');
      }
      if (key === '') return rt.argumentValueError(2, 'cannot be empty');
      if (length < 0) return rt.argumentValueError(3, 'must be greater than or equal to 0');
      const most = found.size * 255;
      if (length > most) return rt.argumentValueError(3, `must be less than or equal to ${most}`);
      const pseudo = hmacKey(found, hmacOf(hmacKey(found, salt), key));
      const wanted = length === 0 ? found.size : length;
      let out = '';
      let last = '';
      for (let i = 1; out.length < wanted; i++) {
        last = hmacOf(pseudo, last + info + String.fromCharCode(i));
        out += last;
      }
      return out.slice(0, wanted);
    },
  }),
];
