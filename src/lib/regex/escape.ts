/**
 * Escapes that stand for one character.
 * Source: PCRE2's documentation, pcre2pattern(3)
 */

/** A pattern being read. */
export interface EscapeSource {
  readonly s: string;
  i: number;
  readonly utf: boolean;
  readonly ucp: boolean;
  readonly caseless: boolean;
  nextCode(): number;
  fail(message: string, offset?: number): never;
}

const CONTROL: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/** The code of the escape at `i` (on the backslash), moving behind it; null for a letter without a meaning. */
export function simpleEscape(src: EscapeSource): number | null {
  const { s } = src;
  const c = s.charAt(src.i + 1);
  const control = CONTROL[c];
  if (control !== undefined) {
    src.i += 2;
    return control;
  }
  if (/[0-7]/.test(c)) {
    const digits = /^(?:0[0-7]{0,2}|[1-7][0-7]{0,2})/.exec(s.slice(src.i + 1))?.[0] ?? '0';
    src.i += 1 + digits.length;
    const code = Number.parseInt(digits, 8);
    return src.utf ? code : code & 255;
  }
  if (c === 'x') return hexEscape(src);
  if (c === 'o') return octalEscape(src);
  if (c === 'c') {
    const next = s.charCodeAt(src.i + 2);
    if (Number.isNaN(next)) src.fail('\\c at end of pattern', s.length);
    if (next < 32 || next > 126) src.fail('\\c must be followed by a printable ASCII character', src.i + 2);
    src.i += 3;
    const upper = next >= 97 && next <= 122 ? next - 32 : next;
    return upper ^ 64;
  }
  if (/[A-Za-z0-9]/.test(c)) return null;
  src.i++;
  return src.nextCode();
}

function hexEscape(src: EscapeSource): number {
  const rest = src.s.slice(src.i);
  const braced = /^\\x\{([0-9a-fA-F]*)\}/.exec(rest);
  if (braced !== null) {
    src.i += braced[0].length;
    const code = Number.parseInt(braced[1] || '0', 16);
    if (code > (src.utf ? 0x10ffff : 255)) {
      src.fail('character code point value in \\x{} or \\o{} is too large', src.i - 1);
    }
    return code;
  }
  const digits = /^\\x([0-9a-fA-F]{0,2})/.exec(rest)?.[1] ?? '';
  src.i += 2 + digits.length;
  return digits === '' ? 0 : Number.parseInt(digits, 16);
}

function octalEscape(src: EscapeSource): number {
  const m = /^\\o\{([0-7]+)\}/.exec(src.s.slice(src.i));
  if (m === null) {
    if (src.s.charAt(src.i + 2) !== '{') return src.fail('missing opening brace after \\o', src.i + 2);
    return src.fail('non-octal character in \\o{} (closing brace missing?)', src.i + 3);
  }
  src.i += m[0].length;
  return Number.parseInt(m[1] as string, 8);
}
