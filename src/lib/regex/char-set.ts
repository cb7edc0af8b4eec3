/**
 * Sets of characters for the regular expression engine: a bitmap below 256 and a predicate above.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */

/** A test of a code point; `source` says the same as the inside of a JS class (flag v), where that is known. */
export interface CharTest {
  (code: number): boolean;
  readonly source?: string;
}

function sourced(source: string, test: (code: number) => boolean): CharTest {
  return Object.assign((code: number) => test(code), { source });
}

/** The opposite test. */
export function complement(test: CharTest): CharTest {
  const opposite = (code: number): boolean => !test(code);
  return test.source === undefined ? opposite : sourced(`[^${test.source}]`, opposite);
}

/** Every character. */
export const ANY_CHAR: CharTest = sourced('\\u{0}-\\u{10ffff}', () => true);
/** What the dot matches. */
export const NOT_NEWLINE: CharTest = sourced('[^\\n]', (c) => c !== 10);

/** A character in a JS regular expression. */
export function hex(code: number): string {
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** A set of code points (of bytes when not in UTF mode). */
export class CharSet {
  readonly bits: Uint8Array = new Uint8Array(256);
  /** Tests for code points from 256 on; any of them is enough. */
  private readonly high: CharTest[] = [];
  negated = false;
  /** `high` as parts of a JS class; null when some test has no such form. */
  private sources: string[] | null = [];

  /** A set of the given predicate over everything. */
  static of(test: CharTest): CharSet {
    const set = new CharSet();
    set.addTest(test);
    return set;
  }

  has(code: number): boolean {
    if (code < 256) return this.bits[code] === 1;
    for (const test of this.high) if (test(code)) return !this.negated;
    return this.negated;
  }

  addCode(code: number): void {
    if (code < 256) this.bits[code] = 1;
    else {
      this.high.push((c) => c === code);
      this.sources?.push(hex(code));
    }
  }

  addRange(from: number, to: number): void {
    for (let c = from; c <= Math.min(to, 255); c++) this.bits[c] = 1;
    if (to <= 255) return;
    this.high.push((c) => c >= from && c <= to);
    this.sources?.push(`${hex(Math.max(from, 256))}-${hex(to)}`);
  }

  addTest(test: CharTest): void {
    for (let c = 0; c < 256; c++) if (test(c)) this.bits[c] = 1;
    this.high.push(test);
    if (test.source === undefined) this.sources = null;
    else this.sources?.push(test.source);
  }

  /** Adds the other case of every member. */
  fold(utf: boolean): void {
    const plain = this.bits.slice();
    for (let c = 0; c < 256; c++) {
      if (plain[c] !== 1) continue;
      for (const other of otherCases(c, utf)) if (other < 256) this.bits[other] = 1;
    }
    if (!utf) return;
    const tests = [...this.high];
    this.foldSources(plain, tests.length > 0);
    const inAny = (c: number): boolean => (c < 256 ? plain[c] === 1 : tests.some((t) => t(c)));
    for (let c = 128; c < 256; c++) if (otherCases(c, true).some(inAny)) this.bits[c] = 1;
    for (let c = 0; c < 128; c++) if (otherCases(c, true).some((o) => o > 255 && inAny(o))) this.bits[c] = 1;
    this.high.push((c) => otherCases(c, true).some(inAny));
  }

  /** Only sets without members above 255 keep their JS form. */
  private foldSources(plain: Uint8Array, hasHigh: boolean): void {
    if (hasHigh) {
      this.sources = null;
      return;
    }
    for (let c = 0; c < 256; c++) {
      if (plain[c] !== 1) continue;
      for (const other of otherCases(c, true)) if (other > 255) this.sources?.push(hex(other));
    }
  }

  /** The members below 256 as the inside of a JS class. */
  private lowSource(): string {
    let out = '';
    for (let c = 0; c < 256; c++) {
      if (this.bits[c] !== 1) continue;
      let end = c;
      while (end < 255 && this.bits[end + 1] === 1) end++;
      out += end > c ? `${hex(c)}-${hex(end)}` : hex(c);
      c = end;
    }
    return out;
  }

  /** A JS class (flag v) that matches the same; bytes alone, or null when it cannot be written, with `wide`. */
  toSource(wide: boolean): string | null {
    if (!wide) return `[${this.lowSource()}]`;
    if (this.sources === null) return null;
    const high = this.sources.join('');
    if (!this.negated) return `[${this.lowSource()}${high}]`;
    if (high === '') return `[${this.lowSource()}\\u{100}-\\u{10ffff}]`;
    return `[${this.lowSource()}[[\\u{100}-\\u{10ffff}]--[${high}]]]`;
  }

  /** Turns the set into its complement. */
  negate(): void {
    for (let c = 0; c < 256; c++) this.bits[c] = this.bits[c] === 1 ? 0 : 1;
    this.negated = !this.negated;
  }
}

/** The other spellings of a character under /i. */
export function otherCases(code: number, utf: boolean): number[] {
  if (code < 128) {
    const isLower = code >= 97 && code <= 122;
    const isUpper = code >= 65 && code <= 90;
    if (!isLower && !isUpper) return [];
    const out = [code ^ 32];
    if (utf && (code | 32) === 107) out.push(0x212a);
    if (utf && (code | 32) === 115) out.push(0x17f);
    return out;
  }
  if (!utf) return [];
  const c = String.fromCodePoint(code);
  const out: number[] = [];
  for (const other of [c.toLowerCase(), c.toUpperCase()]) {
    const o = other.codePointAt(0) as number;
    if (o !== code && String.fromCodePoint(o) === other) out.push(o);
  }
  return out;
}

const isDigit: CharTest = sourced('0-9', (c) => c >= 48 && c <= 57);
const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
const isSpace: CharTest = sourced('\\t-\\r\\u{20}', (c) => c === 32 || (c >= 9 && c <= 13));
const isWord: CharTest = sourced('0-9A-Z_a-z', (c) => isDigit(c) || isLetter(c) || c === 95);
const isHorizontal: CharTest = sourced(
  '\\t\\u{20}\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}',
  (c) =>
    c === 9 ||
    c === 32 ||
    c === 0xa0 ||
    c === 0x1680 ||
    c === 0x180e ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000,
);
const isVertical: CharTest = sourced(
  '\\n-\\r\\u{85}\\u{2028}\\u{2029}',
  (c) => (c >= 10 && c <= 13) || c === 0x85 || c === 0x2028 || c === 0x2029,
);

/** A test by a Unicode property, in JS's spelling of it. */
function property(source: string): CharTest {
  const pattern = new RegExp(`^[${source}]$`, 'u');
  return sourced(source, (code) => code <= 0x10ffff && pattern.test(String.fromCodePoint(code)));
}

/** \d \w \s \h \v and their complements; with `ucp` by Unicode properties. Null for another letter. */
export function classEscape(letter: string, ucp: boolean): CharTest | null {
  const lower = letter.toLowerCase();
  let test: CharTest;
  if (lower === 'd') test = ucp ? unicodeAbove(isDigit, '\\p{Nd}') : isDigit;
  else if (lower === 'w') test = ucp ? unicodeAbove(isWord, '\\p{L}\\p{N}_') : isWord;
  else if (lower === 's') test = ucp ? unicodeAbove(isSpace, '\\p{Z}\\t\\n\\v\\f\\r\\x85') : isSpace;
  else if (lower === 'h') test = isHorizontal;
  else if (lower === 'v') test = isVertical;
  else return null;
  return letter === lower ? test : complement(test);
}

/** ASCII by a quick test, the rest by property. */
function unicodeAbove(ascii: (code: number) => boolean, source: string): CharTest {
  const test = property(source);
  // what ASCII's test says is in the bitmap; above it the property decides
  return sourced(source, (c) => (c < 128 ? ascii(c) : test(c)));
}

const POSIX: Readonly<Record<string, (c: number) => boolean>> = {
  alpha: isLetter,
  lower: (c) => c >= 97 && c <= 122,
  upper: (c) => c >= 65 && c <= 90,
  alnum: (c) => isLetter(c) || isDigit(c),
  ascii: (c) => c < 128,
  blank: (c) => c === 32 || c === 9,
  cntrl: (c) => c < 32 || c === 127,
  digit: isDigit,
  graph: (c) => c > 32 && c < 127,
  print: (c) => c >= 32 && c < 127,
  punct: (c) => c > 32 && c < 127 && !isLetter(c) && !isDigit(c),
  space: isSpace,
  word: isWord,
  xdigit: (c) => isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70),
};

const POSIX_UCP: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  lower: '\\p{Ll}',
  upper: '\\p{Lu}',
  alnum: '\\p{L}\\p{N}',
  digit: '\\p{Nd}',
  space: '\\p{Z}\\t\\n\\v\\f\\r\\x85',
  word: '\\p{L}\\p{N}_',
  punct: '\\p{P}',
};

/** `[:name:]`; null for an unknown name. */
export function posixClass(name: string, ucp: boolean): CharTest | null {
  const ascii = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
  if (ascii === undefined) return null;
  const source = ucp ? POSIX_UCP[name] : undefined;
  return source === undefined ? ascii : unicodeAbove(ascii, source);
}

/** `\p{name}`; null for an unknown property. */
export function unicodeProperty(name: string): CharTest | null {
  const negated = name.startsWith('^');
  const bare = negated ? name.slice(1) : name;
  const test = positiveProperty(bare);
  if (test === null || !negated) return test;
  return complement(test);
}

function positiveProperty(name: string): CharTest | null {
  const special: Readonly<Record<string, string>> = {
    'L&': '\\p{Lu}\\p{Ll}\\p{Lt}',
    Xan: '\\p{L}\\p{N}',
    Xwd: '\\p{L}\\p{N}_',
    Xsp: '\\p{Z}\\t\\n\\v\\f\\r\\x85',
    Xps: '\\p{Z}\\t\\n\\v\\f\\r\\x85',
  };
  if (name === 'Any') return ANY_CHAR;
  for (const source of [special[name], `\\p{${name}}`, `\\p{Script=${name}}`]) {
    if (source === undefined || /[^\w\\{}=&]/.test(source)) continue;
    try {
      return property(source);
    } catch {
      // not JS's name for it
    }
  }
  return null;
}
