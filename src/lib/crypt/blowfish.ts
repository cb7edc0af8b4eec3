/**
 * bcrypt: Provos and Mazieres' password hash on an expensive key schedule of Blowfish.
 * Source: php-src ext/standard/crypt_blowfish.c
 */
import { piWords } from '../hash/pi.ts';

const ROUNDS = 16;
const KEY_WORDS = ROUNDS + 2;
const ALPHABET = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** "OrpheanBeholderScryDoubt" */
const MAGIC: readonly number[] = [0x4f727068, 0x65616e42, 0x65686f6c, 0x64657253, 0x63727944, 0x6f756274];
/** `$2y$`, two digits, `$` */
const SALT_AT = 7;
const SALT_CHARS = 22;
const SALT_BYTES = 16;
const DIGEST_BYTES = 23;

/** The first state of the cipher: the fractional part of pi. */
export type BlowfishStart = Int32Array;

/** Costs some milliseconds: for the caller to keep. */
export function blowfishStart(): BlowfishStart {
  return piWords(KEY_WORDS + 4 * 256);
}

/** One Blowfish key schedule, and the block that is being encrypted. */
class Blowfish {
  readonly key: Int32Array;
  readonly boxes: Int32Array;
  left = 0;
  right = 0;

  constructor(start: BlowfishStart) {
    this.key = start.slice(0, KEY_WORDS);
    this.boxes = start.slice(KEY_WORDS);
  }

  /** Encrypts the block {left, right} in place. */
  encrypt(): void {
    const { key, boxes } = this;
    let l = this.left ^ (key[0] as number);
    let r = this.right;
    for (let i = 1; i <= ROUNDS; i += 2) {
      r ^= (key[i] as number) ^ mix(boxes, l);
      l ^= (key[i + 1] as number) ^ mix(boxes, r);
    }
    this.left = r ^ (key[ROUNDS + 1] as number);
    this.right = l;
  }

  /** Replaces the words of a table, two by two, by a running encryption; `salt` goes in before each. */
  replace(words: Int32Array, salt: Int32Array | null, saltAt: number): void {
    for (let i = 0; i < words.length; i += 2) {
      if (salt !== null) {
        this.left ^= salt[(saltAt + i) & 2] as number;
        this.right ^= salt[((saltAt + i) & 2) + 1] as number;
      }
      this.encrypt();
      words[i] = this.left;
      words[i + 1] = this.right;
    }
  }

  /** Starts at zero and replaces the whole schedule. */
  expand(salt: Int32Array | null): void {
    this.left = 0;
    this.right = 0;
    this.replace(this.key, salt, 0);
    this.replace(this.boxes, salt, KEY_WORDS);
  }

  mixIn(words: Int32Array): void {
    for (let i = 0; i < KEY_WORDS; i++) this.key[i] = (this.key[i] as number) ^ (words[i % words.length] as number);
  }
}

function mix(boxes: Int32Array, x: number): number {
  const sum = ((boxes[x >>> 24] as number) + (boxes[256 + ((x >>> 16) & 255)] as number)) | 0;
  return ((sum ^ (boxes[512 + ((x >>> 8) & 255)] as number)) + (boxes[768 + (x & 255)] as number)) | 0;
}

interface ExpandedKey {
  readonly words: Int32Array;
  /** What `$2a$` flips in the first word, so that no password collides with one of the old faulty `$2x$`. */
  readonly safety: number;
}

/** The password, ended by a NUL and repeated, as 18 words. `faulty`: bytes from 0x80 on are taken as negative ($2x$). */
function expandKey(password: string, faulty: boolean, safe: boolean): ExpandedKey {
  const words = new Int32Array(KEY_WORDS);
  const cycle = `${password}\0`;
  let at = 0;
  let sign = 0;
  let differs = 0;
  for (let i = 0; i < KEY_WORDS; i++) {
    let right = 0;
    let wrong = 0;
    for (let j = 0; j < 4; j++) {
      const byte = cycle.charCodeAt(at);
      right = (right << 8) | byte;
      wrong = (wrong << 8) | ((byte << 24) >> 24);
      if (j > 0) sign |= wrong & 0x80;
      at = (at + 1) % cycle.length;
    }
    differs |= right ^ wrong;
    words[i] = faulty ? wrong : right;
  }
  return { words, safety: safe && differs === 0 && sign !== 0 ? 0x10000 : 0 };
}

/** The bytes of a salt; null when a character is none of the alphabet. */
function decodeSalt(text: string): Int32Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const c of text.slice(0, SALT_CHARS).padEnd(SALT_CHARS, '\0')) {
    const value = ALPHABET.indexOf(c);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 255);
    }
  }
  const words = new Int32Array(SALT_BYTES / 4);
  for (let i = 0; i < SALT_BYTES; i++) words[i >> 2] = ((words[i >> 2] as number) << 8) | (bytes[i] as number);
  return words;
}

function encode(words: readonly number[], count: number): string {
  let out = '';
  let bits = 0;
  let pending = 0;
  for (let i = 0; i < count; i++) {
    bits = ((bits << 8) | (((words[i >> 2] as number) >>> (24 - 8 * (i & 3))) & 255)) & 0xffff;
    pending += 8;
    while (pending >= 6) {
      pending -= 6;
      out += ALPHABET.charAt((bits >> pending) & 63);
    }
  }
  return pending > 0 ? out + ALPHABET.charAt((bits << (6 - pending)) & 63) : out;
}

/** bcrypt of a password up to its first NUL under `$2y$cost$salt`; null when the setting is no valid one. */
export function bcrypt(start: BlowfishStart, password: string, setting: string): string | null {
  const parts = /^\$2([abxy])\$(0[4-9]|[12][0-9]|3[01])\$/.exec(setting);
  if (parts === null) return null;
  const [, kind = '', cost = ''] = parts;
  const salt = decodeSalt(setting.slice(SALT_AT));
  if (salt === null) return null;
  const key = expandKey(password, kind === 'x', kind === 'a');
  const cipher = new Blowfish(start);
  cipher.mixIn(key.words);
  cipher.key[0] = (cipher.key[0] as number) ^ key.safety;
  cipher.expand(salt);
  for (let n = 2 ** Number(cost); n > 0; n--) {
    cipher.mixIn(key.words);
    cipher.expand(null);
    cipher.mixIn(salt);
    cipher.expand(null);
  }
  const digest: number[] = [];
  for (let i = 0; i < MAGIC.length; i += 2) {
    cipher.left = MAGIC[i] as number;
    cipher.right = MAGIC[i + 1] as number;
    for (let n = 0; n < 64; n++) cipher.encrypt();
    digest.push(cipher.left, cipher.right);
  }
  const last = SALT_AT + SALT_CHARS - 1;
  // only two bits of the last character of the salt count
  const shown = setting.slice(0, last) + ALPHABET.charAt(ALPHABET.indexOf(setting.charAt(last)) & 0x30);
  return shown + encode(digest, DIGEST_BYTES);
}
