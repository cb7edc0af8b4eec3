/**
 * The encodings of East Asia in one and two bytes a character. The host's TextDecoder (WHATWG) brings the tables; where PHP
 * differs from it is said here.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_cp932.c, mbfilter_sjis.c, mbfilter_big5.c, mbfilter_cp936.c,
 * mbfilter_uhc.c
 */
import { BAD, type Encoding, encoding } from './encoding.ts';

const char = String.fromCharCode;

/** Two bytes as a number. */
type Code = number;

export interface PairTable {
  readonly toCode: ReadonlyMap<Code, number>;
  readonly toBytes: ReadonlyMap<number, string>;
}

export interface PairSpec {
  readonly names: Parameters<typeof encoding>[0];
  /** What TextDecoder calls it. */
  readonly label: string;
  readonly isLead: (byte: number) => boolean;
  /** Bytes of a character by its first byte, as PHP's mblen_table has them. */
  readonly lengthOf: (byte: number) => number;
  /** What a byte from 0x80 on means by itself. */
  readonly single?: (byte: number) => number;
  /** Characters that PHP does not have. */
  readonly lacks?: (code: Code, char: number) => boolean;
  readonly patches?: Iterable<readonly [Code, number]>;
  /** Characters that are written as another one's bytes. */
  readonly extras?: Iterable<readonly [number, string]>;
  /** Which of two codes of one character is written; the first by default. */
  readonly prefers?: (first: Code, other: Code, char: number) => boolean;
}

/** Two bytes of a code. */
export function pairBytes(code: Code): string {
  return char(code >> 8, code & 255);
}

/** The characters of all pairs of bytes. */
export function buildPairTable(spec: PairSpec): PairTable {
  const decoder = new TextDecoder(spec.label, { fatal: false });
  const toCode = new Map<Code, number>();
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead < 0xff; lead++) {
    if (!spec.isLead(lead)) continue;
    for (let trail = 0x40; trail < 0xff; trail++) {
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      const found = text.codePointAt(0) as number;
      if (found === 0xfffd || text.length !== (found > 0xffff ? 2 : 1)) continue;
      const code = (lead << 8) | trail;
      if (spec.lacks?.(code, found) !== true) toCode.set(code, found);
    }
  }
  for (const [code, to] of spec.patches ?? []) toCode.set(code, to);
  return { toCode, toBytes: reverseOf(toCode, spec) };
}

function reverseOf(toCode: ReadonlyMap<Code, number>, spec: PairSpec): Map<number, string> {
  const chosen = new Map<number, Code>();
  for (const [code, to] of [...toCode].sort((a, b) => a[0] - b[0])) {
    const known = chosen.get(to);
    if (known === undefined || spec.prefers?.(known, code, to) === true) chosen.set(to, code);
  }
  const bytes = new Map<number, string>();
  for (const [to, code] of chosen) bytes.set(to, pairBytes(code));
  for (const [to, other] of spec.extras ?? []) bytes.set(to, other);
  return bytes;
}

/** An encoding of one and two bytes; its table is built when first needed. */
export function pairEncoding(spec: PairSpec, build: (spec: PairSpec) => PairTable = buildPairTable): Encoding {
  let made: PairTable | null = null;
  const table = (): PairTable => {
    made ??= build(spec);
    return made;
  };
  const singles = new Map<number, string>();
  for (let byte = 0x80; byte < 256; byte++) {
    const code = spec.single?.(byte) ?? BAD;
    if (code !== BAD) singles.set(code, char(byte));
  }
  return encoding(spec.names, {
    lengthOf: spec.lengthOf,
    decode: (bytes) => decodePairs(bytes, spec, table().toCode),
    encodeOne: (code) => (code < 0x80 ? char(code) : (singles.get(code) ?? table().toBytes.get(code) ?? null)),
  });
}

function decodePairs(bytes: string, spec: PairSpec, toCode: PairTable['toCode']): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const first = bytes.charCodeAt(i++);
    if (first < 0x80) out.push(first);
    else if (!spec.isLead(first)) out.push(spec.single?.(first) ?? BAD);
    else if (i === bytes.length) out.push(BAD);
    else out.push(toCode.get((first << 8) | bytes.charCodeAt(i++)) ?? BAD);
  }
  return out;
}
