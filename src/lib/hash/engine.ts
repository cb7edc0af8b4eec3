/**
 * Digests as the functions of ext/hash use them: by name, keyed (HMAC), in hexadecimal.
 * Source: php-src 8.2 ext/hash/hash.c
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { PhpArray } from '../../value/php-array.ts';
import { deref } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { toHex } from '../string-escape.ts';
import { asciiLower, docref } from '../string-util.ts';
import type { HashState } from './hash-state.ts';
import { createAlgorithms, type HashAlgorithm, type HashOptions, NO_OPTIONS } from './registry.ts';

/** All algorithms of this engine. */
export function algorithms(rt: Executor): ReadonlyMap<string, HashAlgorithm> {
  return rt.moduleState('hash', createAlgorithms);
}

/** By name in any case; undefined when there is none. */
export function algorithmOf(rt: Executor, name: string): HashAlgorithm | undefined {
  return algorithms(rt).get(asciiLower(name));
}

/** A digest as functions return it. */
export function shownDigest(raw: string, binary: boolean): string {
  return binary ? raw : toHex(raw);
}

const MIN_SECRET = 136;
const MAX_SECRET = 256;

/** What `options` says to the algorithm; null after an Error. */
export function readOptions(rt: Executor, algorithm: HashAlgorithm, options: PhpArray | undefined): HashOptions | null {
  if (options === undefined) return NO_OPTIONS;
  const given = deref(options.getSym('seed'));
  const seed = typeof given === 'number' || typeof given === 'bigint' ? BigInt(given) : 0n;
  const { name } = algorithm;
  if (name !== 'xxh3' && name !== 'xxh128') return { seed, secret: null };
  const secret = deref(options.getSym('secret'));
  if (given !== undefined && secret !== undefined) {
    return rt.throwError('Error', `${name}: Only one of seed or secret is to be passed for initialization`);
  }
  if (typeof secret !== 'string') return { seed, secret: null };
  if (secret.length < MIN_SECRET) {
    return rt.throwError(
      'Error',
      `${name}: Secret length must be >= ${MIN_SECRET} bytes, ${secret.length} bytes passed`,
    );
  }
  if (secret.length > MAX_SECRET) {
    docref(rt, E_WARNING, `${name}: Secret content exceeding ${MAX_SECRET} bytes discarded`);
  }
  return { seed, secret: secret.slice(0, MAX_SECRET) };
}

/** The raw digest of one text. */
export function digestOf(algorithm: HashAlgorithm, data: string, options: HashOptions = NO_OPTIONS): string {
  const state = algorithm.create(options);
  state.update(data);
  return state.digest();
}

function masked(key: string, mask: number): string {
  let out = '';
  for (let i = 0; i < key.length; i++) out += String.fromCharCode(key.charCodeAt(i) ^ mask);
  return out;
}

/** A key ready for many messages (RFC 2104): the states after the masked keys. */
export interface HmacKey {
  readonly inner: HashState;
  readonly outer: HashState;
}

/** Prepares a key. */
export function hmacKey(algorithm: HashAlgorithm, key: string): HmacKey {
  const short = (key.length > algorithm.block ? digestOf(algorithm, key) : key).padEnd(algorithm.block, '\0');
  const inner = algorithm.create(NO_OPTIONS);
  inner.update(masked(short, 0x36));
  const outer = algorithm.create(NO_OPTIONS);
  outer.update(masked(short, 0x5c));
  return { inner, outer };
}

/** The end of an HMAC: the inner digest under the outer key. */
export function finishHmac(outer: HashState, inner: HashState): string {
  const state = outer.clone();
  state.update(inner.digest());
  return state.digest();
}

/** The raw HMAC of a message. */
export function hmacOf(key: HmacKey, data: string): string {
  const inner = key.inner.clone();
  inner.update(data);
  return finishHmac(key.outer, inner);
}
