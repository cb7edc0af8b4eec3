/**
 * Bracketed character classes and \p properties.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */
import { type CharTest, CharSet, classEscape, complement, posixClass, unicodeProperty } from './char-set.ts';
import { type EscapeSource, simpleEscape } from './escape.ts';

/** `\pL`, `\p{Lu}`, `\P{^Greek}` at `i`. */
export function parseProperty(src: EscapeSource): CharTest {
  const m = /^\\([pP])(?:\{([^}]*)\}|([A-Za-z]))/.exec(src.s.slice(src.i));
  if (m === null) return src.fail('malformed \\P or \\p sequence', src.i + 2);
  src.i += m[0].length;
  const test = unicodeProperty((m[2] ?? m[3] ?? '').replace(/[\s_-]/g, (c) => (c === '_' ? '_' : '')));
  if (test === null) return src.fail('unknown property after \\P or \\p');
  return m[1] === 'P' ? complement(test) : test;
}

/** A single character (its code) or a class (already added: null). */
type Member = number | null;

class ClassParser {
  private readonly src: EscapeSource;
  private readonly set: CharSet = new CharSet();
  constructor(src: EscapeSource) {
    this.src = src;
  }

  parse(): CharSet {
    const { src, set } = this;
    const start = src.i;
    src.i++;
    const negated = src.s.charAt(src.i) === '^';
    if (negated) src.i++;
    for (let first = true; ; first = false) {
      if (src.i >= src.s.length) src.fail('missing terminating ] for character class', src.s.length);
      if (src.s.charAt(src.i) === ']' && !first) break;
      this.item(start);
    }
    src.i++;
    if (src.caseless) set.fold(src.utf);
    if (negated) set.negate();
    return set;
  }

  private item(start: number): void {
    const { src, set } = this;
    const from = this.member();
    if (from === undefined) return;
    const dash = src.s.charAt(src.i) === '-' && src.s.charAt(src.i + 1) !== ']' && src.i + 1 < src.s.length;
    if (from === null) {
      if (dash) src.fail('invalid range in character class');
      return;
    }
    if (!dash) {
      set.addCode(from);
      return;
    }
    const at = src.i;
    src.i++;
    const to = this.member();
    if (to === undefined || to === null) {
      src.fail('invalid range in character class', to === null && src.s.charAt(at + 1) === '[' ? at + 2 : src.i);
      return;
    }
    if (to < from) src.fail('range out of order in character class', Math.max(at + 1, start));
    set.addRange(from, to);
  }

  private member(): Member | undefined {
    const { src } = this;
    const c = src.s.charAt(src.i);
    if (c === '[' && /^\[[:.=]/.test(src.s.slice(src.i, src.i + 2))) {
      const m = /^\[:(\^?)([a-z]*):\]/.exec(src.s.slice(src.i));
      if (m !== null) {
        const test = posixClass(m[2] as string, src.ucp);
        if (test === null) src.fail('unknown POSIX class name', src.i + 2);
        src.i += m[0].length;
        this.set.addTest(m[1] === '^' ? complement(test as CharTest) : (test as CharTest));
        return null;
      }
    }
    if (c !== '\\') return src.nextCode();
    return this.escaped();
  }

  private escaped(): Member | undefined {
    const { src } = this;
    const c = src.s.charAt(src.i + 1);
    if (c === '') src.fail('\\ at end of pattern', src.s.length);
    if (c === 'b') {
      src.i += 2;
      return 8;
    }
    if (c === 'Q') return this.quoted();
    if (c === 'E') {
      src.i += 2;
      return undefined;
    }
    if (c === 'p' || c === 'P') {
      this.set.addTest(parseProperty(src));
      return null;
    }
    const test = classEscape(c, src.ucp);
    if (test !== null) {
      src.i += 2;
      this.set.addTest(test);
      return null;
    }
    const at = src.i;
    const code = simpleEscape(src);
    if (code === null) return src.fail('unrecognized character follows \\', at + 1);
    return code;
  }

  private quoted(): undefined {
    const { src } = this;
    const end = src.s.indexOf('\\E', src.i);
    const stop = end < 0 ? src.s.length : end;
    src.i += 2;
    while (src.i < stop) this.set.addCode(src.nextCode());
    src.i = end < 0 ? stop : end + 2;
    return undefined;
  }
}

/** The class at `i`, on its `[`. */
export function parseClass(src: EscapeSource): CharSet {
  return new ClassParser(src).parse();
}
