/**
 * crypt() and password_*().
 * Source: php-src 8.2 ext/standard/crypt.c, password.c
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { toInt } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { encodeBase64 } from '../base64.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { algorithmOf, digestOf } from '../hash/engine.ts';
import { docref } from '../string-util.ts';
import { bcrypt, type BlowfishStart, blowfishStart } from './blowfish.ts';
import { desBoxes, desCrypt } from './des.ts';
import { type Digest, md5Crypt, shaCrypt } from './digest-crypt.ts';

const MOST_SALT = 123;
const BCRYPT = '2y';
const DEFAULT_COST = 10;
const LEAST_COST = 4;
const MOST_COST = 31;
const BCRYPT_LENGTH = 60;
const BCRYPT_SALT = 22;
/** The shortest result of crypt(). */
const LEAST_HASH = 13;

export const cryptConstants: Readonly<Record<string, Zval>> = {
  CRYPT_SALT_LENGTH: MOST_SALT,
  CRYPT_STD_DES: 1,
  CRYPT_EXT_DES: 1,
  CRYPT_MD5: 1,
  CRYPT_BLOWFISH: 1,
  CRYPT_SHA256: 1,
  CRYPT_SHA512: 1,
  PASSWORD_DEFAULT: BCRYPT,
  PASSWORD_BCRYPT: BCRYPT,
  PASSWORD_BCRYPT_DEFAULT_COST: DEFAULT_COST,
};

/** What is costly to make: once an engine. */
interface Tables {
  blowfish?: BlowfishStart;
  des?: Int32Array;
}

function digest(rt: Executor, name: string): Digest {
  const algorithm = algorithmOf(rt, name);
  return (data) => (algorithm === undefined ? '' : digestOf(algorithm, data));
}

/** php_crypt: null when the setting is no valid one. */
function cryptOf(rt: Executor, whole: string, setting: string): string | null {
  const tables = rt.moduleState<Tables>('crypt', () => ({}));
  // the algorithms know strings that end with a NUL
  const password = whole.split('\0', 1)[0] as string;
  const salt = setting.split('\0', 1)[0] as string;
  if (salt.startsWith('$1$')) return md5Crypt(digest(rt, 'md5'), password, salt);
  if (salt.startsWith('$5$')) return shaCrypt(digest(rt, 'sha256'), password, salt);
  if (salt.startsWith('$6$')) return shaCrypt(digest(rt, 'sha512'), password, salt);
  if (salt.startsWith('$2')) {
    tables.blowfish ??= blowfishStart();
    return bcrypt(tables.blowfish, password, salt);
  }
  tables.des ??= desBoxes();
  return desCrypt(tables.des, password, salt);
}

/** Whether a hash is one of password_hash(). */
function isBcrypt(hash: string): boolean {
  return hash.length === BCRYPT_LENGTH && hash.startsWith(`$${BCRYPT}$`);
}

function costOf(rt: Executor, options: PhpArray | undefined, fallback: number): number {
  const given = deref(options?.getSym('cost'));
  return given === undefined ? fallback : Number(toInt(rt, given));
}

/** Whether `algo` (null: the default; an int of PHP 5 and 7) is bcrypt. */
function meansBcrypt(algo: string | number | null): boolean {
  return algo === null || algo === BCRYPT || algo === 0 || algo === 1;
}

function hashPassword(
  rt: Executor,
  password: string,
  algo: string | number | null,
  options: PhpArray | undefined,
): Zval {
  if (!meansBcrypt(algo)) return rt.argumentValueError(2, 'must be a valid password hashing algorithm');
  if (password.includes('\0')) return rt.throwError('ValueError', 'Bcrypt password must not contain null character');
  const cost = costOf(rt, options, DEFAULT_COST);
  if (cost < LEAST_COST || cost > MOST_COST) {
    return rt.throwError('ValueError', `Invalid bcrypt cost parameter specified: ${cost}`);
  }
  if (options?.getSym('salt') !== undefined) {
    const why = 'The "salt" option has been ignored, since providing a custom salt is no longer supported';
    docref(rt, E_WARNING, why);
  }
  const random = String.fromCharCode(...rt.host.randomBytes(BCRYPT_SALT));
  const salt = encodeBase64(random).replaceAll('+', '.').slice(0, BCRYPT_SALT);
  return cryptOf(rt, password, `$${BCRYPT}$${String(cost).padStart(2, '0')}$${salt}`);
}

function passwordInfo(hash: string): PhpArray {
  const info = new PhpArray();
  const options = new PhpArray();
  const known = isBcrypt(hash);
  if (known) {
    const cost = /^\$2y\$\s*([+-]?[0-9]+)\$/.exec(hash);
    options.setStr('cost', cost === null ? DEFAULT_COST : Number(cost[1]));
  }
  info.setStr('algo', known ? BCRYPT : null);
  info.setStr('algoName', known ? 'bcrypt' : 'unknown');
  info.setStr('options', options);
  return info;
}

export const cryptFunctions: readonly FunctionDef[] = [
  fn({
    name: 'crypt',
    doc: 'A one-way hash of a password; the salt says which.',
    params: [p.string('string'), p.string('salt')],
    returns: ['string'],
    impl: (rt, password, salt) =>
      cryptOf(rt, password, salt.slice(0, MOST_SALT)) ?? (salt.startsWith('*0') ? '*1' : '*0'),
  }),
  fn({
    name: 'password_hash',
    doc: 'A hash of a password, with a random salt.',
    params: [
      p.string('password'),
      p.nullable(p.union('algo', ['string', 'int'])),
      p.optional({ ...p.array('options'), defaultText: '[]' }),
    ],
    returns: ['string'],
    impl: (rt, password, algo, options) => hashPassword(rt, password, algo, options),
  }),
  fn({
    name: 'password_verify',
    doc: 'Whether a password is the one of a hash.',
    params: [p.string('password'), p.string('hash')],
    returns: ['bool'],
    impl: (rt, password, hash) => hash.length >= LEAST_HASH && cryptOf(rt, password, hash) === hash,
  }),
  fn({
    name: 'password_get_info',
    doc: 'How a hash was made.',
    params: [p.string('hash')],
    returns: ['array'],
    impl: (_rt, hash) => passwordInfo(hash),
  }),
  fn({
    name: 'password_needs_rehash',
    doc: 'Whether a hash was made in another way than the one asked for.',
    params: [
      p.string('hash'),
      p.nullable(p.union('algo', ['string', 'int'])),
      p.optional({ ...p.array('options'), defaultText: '[]' }),
    ],
    returns: ['bool'],
    impl: (rt, hash, algo, options) => {
      if (!meansBcrypt(algo)) return false;
      return !isBcrypt(hash) || Number(hash.slice(4, 6)) !== costOf(rt, options, DEFAULT_COST);
    },
  }),
  fn({
    name: 'password_algos',
    doc: 'The ways of hashing passwords.',
    params: [],
    returns: ['array'],
    impl: () => PhpArray.fromList([BCRYPT]),
  }),
];
