/**
 * crypt() by repeated digests: `$1$` (MD5), `$5$` (SHA-256) and `$6$` (SHA-512).
 * Source: php-src ext/standard/php_crypt_r.c, crypt_sha256.c, crypt_sha512.c; https://www.akkadia.org/drepper/SHA-crypt.txt
 */

/** The raw digest of a text. */
export type Digest = (data: string) => string;

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MD5_SALT = 8;
const MD5_ROUNDS = 1000;
const SHA_SALT = 16;
const SHA_ROUNDS = 5000;
const LEAST_ROUNDS = 1000;
const MOST_ROUNDS = 999_999_999;

/** Three bytes as `count` characters, the lowest six bits first. */
function group(a: number, b: number, c: number, count: number): string {
  let out = '';
  for (let word = (a << 16) | (b << 8) | c, n = 0; n < count; n++, word >>>= 6) out += ALPHABET.charAt(word & 63);
  return out;
}

function cycled(bytes: string, length: number): string {
  return bytes.repeat(Math.ceil(length / bytes.length)).slice(0, length);
}

/** The bytes of a digest in groups of three; the places of each group follow from those of the one before. */
function shuffled(digest: string, groups: number, next: (places: readonly number[]) => number[]): string {
  let places = [0, groups, 2 * groups];
  let out = '';
  for (let n = 0; n < groups; n++) {
    const [a = 0, b = 0, c = 0] = places.map((at) => digest.charCodeAt(at));
    out += group(a, b, c, 4);
    places = next(places);
  }
  return out;
}

/** `$1$salt$` */
export function md5Crypt(md5: Digest, password: string, setting: string): string {
  const salt = (setting.slice(3).split('$')[0] as string).slice(0, MD5_SALT);
  let text = `${password}$1$${salt}${cycled(md5(password + salt + password), password.length)}`;
  for (let n = password.length; n > 0; n >>= 1) text += (n & 1) !== 0 ? '\0' : password.charAt(0);
  let digest = md5(text);
  for (let i = 0; i < MD5_ROUNDS; i++) {
    const odd = (i & 1) !== 0;
    digest = md5(
      (odd ? password : digest) + (i % 3 !== 0 ? salt : '') + (i % 7 !== 0 ? password : '') + (odd ? digest : password),
    );
  }
  const at = (i: number): number => digest.charCodeAt(i);
  let out = `$1$${salt}$`;
  for (let i = 0; i < 4; i++) out += group(at(i), at(i + 6), at(i + 12), 4);
  return out + group(at(4), at(10), at(5), 4) + group(0, 0, at(11), 2);
}

interface ShaSetting {
  readonly prefix: string;
  readonly salt: string;
  readonly rounds: number;
}

function readSetting(setting: string): ShaSetting | null {
  const given = /^(rounds=\s*\+?([0-9]+))\$/.exec(setting.slice(3));
  let prefix = setting.slice(0, 3);
  let rounds = SHA_ROUNDS;
  let rest = setting.slice(3);
  if (given !== null) {
    rounds = Number(given[2]);
    if (rounds < LEAST_ROUNDS || rounds > MOST_ROUNDS) return null;
    prefix += `rounds=${rounds}$`;
    rest = rest.slice(given[0].length);
  }
  return { prefix, salt: (rest.split('$')[0] as string).slice(0, SHA_SALT), rounds };
}

function shaDigest(sha: Digest, password: string, salt: string, rounds: number): string {
  const alternate = sha(password + salt + password);
  let text = password + salt + cycled(alternate, password.length);
  for (let n = password.length; n > 0; n >>= 1) text += (n & 1) !== 0 ? alternate : password;
  let digest = sha(text);
  const passwordBytes = cycled(sha(password.repeat(password.length)), password.length);
  const saltBytes = cycled(sha(salt.repeat(16 + digest.charCodeAt(0))), salt.length);
  for (let i = 0; i < rounds; i++) {
    const odd = (i & 1) !== 0;
    digest = sha(
      (odd ? passwordBytes : digest) +
        (i % 3 !== 0 ? saltBytes : '') +
        (i % 7 !== 0 ? passwordBytes : '') +
        (odd ? digest : passwordBytes),
    );
  }
  return digest;
}

/** `$5$salt$` and `$6$salt$`, both with an optional `rounds=N$`; null when N is out of range. */
export function shaCrypt(sha: Digest, password: string, setting: string): string | null {
  const read = readSetting(setting);
  if (read === null) return null;
  const digest = shaDigest(sha, password, read.salt, read.rounds);
  const at = (i: number): number => digest.charCodeAt(i);
  const text =
    digest.length === 32
      ? shuffled(digest, 10, ([a = 0, b = 0, c = 0]) => [c + 1, a + 1, b + 1]) + group(0, at(31), at(30), 3)
      : shuffled(digest, 21, ([a = 0, b = 0, c = 0]) => [b + 1, c + 1, a + 1]) + group(0, 0, at(63), 2);
  return `${read.prefix}${read.salt}$${text}`;
}
