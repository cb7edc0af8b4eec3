/**
 * Shift_JIS and EUC-JP and Microsoft's versions of them.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_sjis.c, mbfilter_cp932.c, mbfilter_euc_jp.c, mbfilter_cp51932.c
 */
import { buildPairTable, pairEncoding, type PairSpec, type PairTable } from './double-byte.ts';
import { BAD, type Encoding, encoding } from './encoding.ts';

const char = String.fromCharCode;
const halfKana = (byte: number): number => (byte >= 0xa1 && byte <= 0xdf ? 0xfec0 + byte : BAD);

/** JIS X 0208's own characters for those that Windows draws otherwise, by code in Shift_JIS and in EUC-JP. */
const JIS_SIGNS: readonly (readonly [sjis: number, euc: number, char: number, windows: number])[] = [
  [0x8160, 0xa1c1, 0x301c, 0xff5e],
  [0x8161, 0xa1c2, 0x2016, 0x2225],
  [0x817c, 0xa1dd, 0x2212, 0xff0d],
  [0x8191, 0xa1f1, 0xa2, 0xffe0],
  [0x8192, 0xa1f2, 0xa3, 0xffe1],
  [0x81ca, 0xa2cc, 0xac, 0xffe2],
];

function pairOf(code: number): string {
  return char(code >> 8, code & 255);
}

/** Each sign's other form is written alike. */
function others(column: 0 | 1, form: 2 | 3): [number, string][] {
  return JIS_SIGNS.map((row) => [row[form], pairOf(row[column])]);
}

const SJIS: PairSpec = {
  names: { name: 'SJIS', mime: 'Shift_JIS', aliases: ['x-sjis', 'SHIFT-JIS'] },
  label: 'shift_jis',
  isLead: (byte) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xef),
  lengthOf: (byte) => ((byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xef) ? 2 : 1),
  single: halfKana,
  lacks: (code) => code >> 8 === 0x87 || code >= 0xed00,
  patches: JIS_SIGNS.map(([code, , to]) => [code, to]),
  extras: [...others(0, 3), [0xa5, '\x81\x8f'], [0xaf, '\x81\x50'], [0x203e, '\x81\x50']],
};

const CP932: PairSpec = {
  names: { name: 'CP932', mime: 'Shift_JIS', aliases: ['MS932', 'Windows-31J', 'MS_Kanji'] },
  label: 'shift_jis',
  isLead: (byte) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc),
  lengthOf: (byte) => ((byte >= 0x81 && byte <= 0x9f) || byte >= 0xe0 ? 2 : 1),
  single: halfKana,
  prefers: (first, other) => first > 0x8800 && other > 0xf000,
  extras: [...others(0, 2), [0xa5, '\x5c'], [0xaf, '\x81\x50'], [0x203e, '\x7e']],
};

const SJIS_WIN: PairSpec = {
  ...CP932,
  names: { name: 'SJIS-win', mime: 'Shift_JIS', aliases: ['SJIS-ms', 'SJIS-open'] },
  extras: [...others(0, 2), [0xa5, '\x81\x8f'], [0xaf, '\x81\x50'], [0x203e, '\x81\x50']],
};

const EUC: PairSpec = {
  names: { name: 'EUC-JP', aliases: ['EUC', 'EUC_JP', 'eucJP', 'x-euc-jp'] },
  label: 'euc-jp',
  isLead: (byte) => byte >= 0xa1 && byte <= 0xfe,
  lengthOf: (byte) => (byte === 0x8f ? 3 : byte === 0x8e || (byte >= 0xa1 && byte <= 0xfe) ? 2 : 1),
  lacks: (code) => code >> 8 === 0xad || code >= 0xf500,
  patches: JIS_SIGNS.map(([, code, to]) => [code, to]),
  extras: [...others(1, 3), [0x203e, '\xa1\xb1']],
};

const CP51932: PairSpec = {
  names: { name: 'CP51932', mime: 'CP51932', aliases: ['cp51932'] },
  label: 'euc-jp',
  isLead: EUC.isLead,
  lengthOf: (byte) => (byte === 0x8e || (byte >= 0xa1 && byte <= 0xfe) ? 2 : 1),
  extras: [...others(1, 2), [0xa5, '\xa1\xef'], [0xaf, '\xa1\xb1'], [0x203e, '\xa1\xb1']],
};

/** JIS X 0212, behind the byte 0x8F. */
function buildSupplement(): Map<number, number> {
  const decoder = new TextDecoder('euc-jp');
  const all = new Map<number, number>();
  const bytes = new Uint8Array([0x8f, 0, 0]);
  for (let row = 0xa1; row < 0xee; row++) {
    for (let cell = 0xa1; cell < 0xff; cell++) {
      bytes[1] = row;
      bytes[2] = cell;
      const text = decoder.decode(bytes);
      if (text.length === 1 && text !== '\ufffd') all.set((row << 8) | cell, text.charCodeAt(0));
    }
  }
  all.set(0xa2b7, 0x7e);
  return all;
}

interface EucTables extends PairTable {
  readonly supplement: ReadonlyMap<number, number>;
  readonly supplementBytes: ReadonlyMap<number, string>;
}

function buildEuc(spec: PairSpec, withSupplement: boolean): EucTables {
  const supplement = withSupplement ? buildSupplement() : new Map<number, number>();
  const supplementBytes = new Map([...supplement].map(([code, to]): [number, string] => [to, `\x8f${pairOf(code)}`]));
  return { ...buildPairTable(spec), supplement, supplementBytes };
}

function decodeEuc(bytes: string, withSupplement: boolean, tables: EucTables): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const first = bytes.charCodeAt(i++);
    const isLead = first === 0x8e || (first === 0x8f && withSupplement) || (first >= 0xa1 && first <= 0xfe);
    if (first < 0x80) out.push(first);
    else if (!isLead || i === bytes.length) out.push(BAD);
    else if (first === 0x8e) out.push(halfKana(bytes.charCodeAt(i++)));
    else if (first === 0x8f) {
      const code = (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1);
      out.push(tables.supplement.get(code) ?? BAD);
      i = Math.min(i + 2, bytes.length);
    } else out.push(tables.toCode.get((first << 8) | bytes.charCodeAt(i++)) ?? BAD);
  }
  return out;
}

function eucEncoding(spec: PairSpec, withSupplement: boolean): Encoding {
  let made: EucTables | null = null;
  const tables = (): EucTables => {
    made ??= buildEuc(spec, withSupplement);
    return made;
  };
  return encoding(spec.names, {
    lengthOf: spec.lengthOf,
    decode: (bytes) => decodeEuc(bytes, withSupplement, tables()),
    encodeOne: (code) => {
      if (code < 0x80) return char(code);
      if (code >= 0xff61 && code <= 0xff9f) return char(0x8e, code - 0xfec0);
      return tables().toBytes.get(code) ?? tables().supplementBytes.get(code) ?? null;
    },
  });
}

/** EUC-JP and SJIS. */
export function createJapanese(): Encoding[] {
  return [eucEncoding(EUC, true), pairEncoding(SJIS)];
}

/** CP932, SJIS-win and CP51932. */
export function createWindowsJapanese(): Encoding[] {
  return [pairEncoding(CP932), pairEncoding(SJIS_WIN), eucEncoding(CP51932, false)];
}
