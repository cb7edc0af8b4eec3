/**
 * What a character encoding is to mbstring: bytes to code points and back. Bytes that mean nothing become BAD, and what
 * cannot be written is replaced as mb_substitute_character() says.
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfl_encoding.h, mbfilter.c (mbfl_filt_conv_illegal_output)
 */

/** MBFL_BAD_INPUT among code points. */
export const BAD = -1;

/** What stands for a character that cannot be written. */
export interface Substitute {
  readonly mode: 'none' | 'char' | 'long' | 'entity';
  readonly char: number;
}

export interface Encoding {
  readonly name: string;
  /** The preferred MIME name. */
  readonly mime: string | null;
  readonly aliases: readonly string[];
  /** Bytes of every character; 0 when that varies. */
  readonly unit: 0 | 1 | 2 | 4;
  /** Bytes of a character by its first byte, where that says it; mb_strlen() and mb_substr() then look at no other. */
  readonly lengthOf: ((byte: number) => number) | null;
  readonly decode: (bytes: string) => number[];
  /** The bytes of one character; null when it has none. */
  readonly encodeOne: (code: number) => string | null;
  /** The bytes of a text of characters that all can be written, where that is more than theirs in a row. */
  readonly encodeText?: (codes: readonly number[]) => string;
}

/** An Encoding with what most have. */
export function encoding(
  names: { readonly name: string; readonly mime?: string | null; readonly aliases?: readonly string[] },
  rest: Pick<Encoding, 'decode' | 'encodeOne'> & Partial<Pick<Encoding, 'unit' | 'lengthOf' | 'encodeText'>>,
): Encoding {
  const { name, mime = name, aliases = [] } = names;
  return { name, mime, aliases, unit: 0, lengthOf: null, ...rest };
}

function hexText(prefix: string, code: number, suffix: string): number[] {
  return Array.from(`${prefix}${code.toString(16).toUpperCase()}${suffix}`, (c) => c.charCodeAt(0));
}

/** What is written instead of a character, as far as that can be written. */
function replacement(to: Encoding, code: number, by: Substitute): number[] {
  if (by.mode === 'none') return [];
  if (code !== BAD && by.mode !== 'char') {
    const text = by.mode === 'long' ? hexText('U+', code, '') : hexText('&#x', code, ';');
    return text.filter((c) => to.encodeOne(c) !== null);
  }
  if (to.encodeOne(by.char) !== null) return [by.char];
  return by.mode === 'char' && by.char !== 63 && to.encodeOne(63) !== null ? [63] : [];
}

/** Code points as bytes; `count` learns of each that had to be replaced. */
export function encodeCodes(to: Encoding, codes: readonly number[], by: Substitute, count: () => void): string {
  const written: number[] = [];
  let out = '';
  for (const code of codes) {
    const bytes = code === BAD ? null : to.encodeOne(code);
    if (bytes !== null) {
      if (to.encodeText === undefined) out += bytes;
      else written.push(code);
      continue;
    }
    count();
    for (const c of replacement(to, code, by)) {
      if (to.encodeText === undefined) out += to.encodeOne(c) ?? '';
      else written.push(c);
    }
  }
  return to.encodeText === undefined ? out : to.encodeText(written);
}

/** Whether bytes are all below 0x80. */
export function isAscii(bytes: string): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes.charCodeAt(i) >= 0x80) return false;
  return true;
}
