/**
 * BIG-5, CP950, CP936, EUC-CN, EUC-KR, UHC and GB18030.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_big5.c, mbfilter_cp936.c, mbfilter_gb18030.c, mbfilter_uhc.c
 */
import { buildPairTable, pairBytes, pairEncoding, type PairSpec, type PairTable } from './double-byte.ts';
import { BAD, type Encoding, encoding } from './encoding.ts';

const char = String.fromCharCode;
const from81 = (byte: number): number => (byte >= 0x81 && byte <= 0xfe ? 2 : 1);
const fromA1 = (byte: number): number => (byte >= 0xa1 && byte <= 0xfe ? 2 : 1);
const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** Runs of characters from a code on, in the trail bytes of Big5. */
function* big5Runs(runs: readonly (readonly [number, string])[]): Generator<[number, number]> {
  for (const [start, text] of runs) {
    let code = start;
    for (const c of text) {
      yield [code, c.codePointAt(0) as number];
      code =
        (code & 255) === 0x7e ? (code & 0xff00) | 0xa1 : (code & 255) === 0xfe ? (code & 0xff00) + 0x140 : code + 1;
    }
  }
}

function range(first: number, last: number): string {
  let out = '';
  for (let code = first; code <= last; code++) out += char(code);
  return out;
}

const BIG5: PairSpec = {
  names: { name: 'BIG-5', mime: 'BIG5', aliases: ['CN-BIG5', 'BIG-FIVE', 'BIGFIVE'] },
  label: 'big5',
  isLead: (byte) => (byte >= 0xa1 && byte <= 0xc7) || (byte >= 0xc9 && byte <= 0xf9),
  lengthOf: from81,
  lacks: (code, to) => isPrivate(to) || [0xa15a, 0xa1c3, 0xa1c5, 0xa1fe, 0xa240, 0xa2cc, 0xa2ce, 0xa3e1].includes(code),
  patches: [
    ...big5Runs([
      [0xa145, '\u2022'],
      [0xa14e, '\uff64'],
      [0xa1c2, '\u203e'],
      [0xa1e3, '\u223c'],
      [0xa1f2, '\u2641\u2609'],
      [0xa241, '\uff0f\uff3c'],
      [0xa246, '\u00a2\u00a3'],
      [0xc6a1, `\u30fe\u309d\u309e\u3005${range(0x3041, 0x3093)}${range(0x30a1, 0x30f6)}`],
      [0xc7b1, `\u0414\u0415\u0401${range(0x416, 0x41c)}${range(0x423, 0x435)}\u0451${range(0x436, 0x44f)}`],
      [0xc7e9, `${range(0x2460, 0x2469)}${range(0x2474, 0x247d)}`],
    ]),
  ],
};

const CP950: PairSpec = {
  names: { name: 'CP950', mime: 'BIG5' },
  label: 'big5',
  isLead: (byte) => byte >= 0x81 && byte <= 0xfe,
  lengthOf: from81,
  lacks: (code) => code === 0xa3e1,
  prefers: (_first, _other, to) => to === 0x5341 || to === 0x5345,
};

/** The compatibility ideographs, which CP936 writes as what they stand for. */
function* compatibility(table: ReadonlyMap<number, string>): Generator<[number, string]> {
  for (let code = 0xf900; code <= 0xfa2d; code++) {
    const bytes = table.get(char(code).normalize('NFC').charCodeAt(0));
    if (bytes !== undefined && !table.has(code)) yield [code, bytes];
  }
}

const CP936: PairSpec = {
  names: { name: 'CP936', aliases: ['CP-936', 'GBK'] },
  label: 'gbk',
  isLead: (byte) => byte >= 0x81 && byte <= 0xfe,
  lengthOf: from81,
  single: (byte) => (byte === 0x80 ? 0x20ac : byte === 0xff ? 0xf8f5 : BAD),
  extras: [
    [0x203e, '\xa3\xfe'],
    [0x2218, '\xa1\xe3'],
    [0x223c, '\xa1\xab'],
    [0xfa16, '\xd8\x69'],
  ],
};

function buildCp936(spec: PairSpec): PairTable {
  const { toCode, toBytes } = buildPairTable(spec);
  return { toCode, toBytes: new Map([...toBytes, ...compatibility(toBytes)]) };
}

const GB2312_LACKS: readonly (readonly [number, number])[] = [
  [0xa2a1, 0xa2aa],
  [0xa2e3, 0xa2e4],
  [0xa6e0, 0xa6f5],
  [0xa8bb, 0xa8c4],
];

const EUC_CN: PairSpec = {
  names: { name: 'EUC-CN', mime: 'CN-GB', aliases: ['CN-GB', 'EUC_CN', 'eucCN', 'x-euc-cn', 'gb2312'] },
  label: 'gbk',
  isLead: (byte) => (byte >= 0xa1 && byte <= 0xa9) || (byte >= 0xb0 && byte <= 0xf7),
  lengthOf: fromA1,
  lacks: (code, to) =>
    (code & 255) < 0xa1 || isPrivate(to) || GB2312_LACKS.some(([first, last]) => code >= first && code <= last),
  patches: [
    [0xa1a4, 0x30fb],
    [0xa1aa, 0x2015],
  ],
};

const EUC_KR: PairSpec = {
  names: { name: 'EUC-KR', aliases: ['EUC_KR', 'eucKR', 'x-euc-kr'] },
  label: 'euc-kr',
  isLead: (byte) => (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xb0 && byte <= 0xc8) || (byte >= 0xca && byte <= 0xfd),
  lengthOf: fromA1,
  lacks: (code) => (code & 255) < 0xa1,
  patches: [
    [0xa2e6, 0x20ac],
    [0xa2e7, 0xae],
  ],
};

const UHC: PairSpec = {
  ...EUC_KR,
  names: { name: 'UHC', aliases: ['CP949'] },
  isLead: (byte) => (byte >= 0x81 && byte <= 0xc8) || (byte >= 0xca && byte <= 0xfd),
  lengthOf: from81,
};

/** EUC-KR, and the other syllables in their order in the codes that EUC-KR leaves free. */
function buildUhc(spec: PairSpec): PairTable {
  const base = buildPairTable({ ...EUC_KR, names: spec.names });
  const toCode = new Map(base.toCode);
  const toBytes = new Map(base.toBytes);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (base.toBytes.has(syllable)) syllable++;
      if (syllable > 0xd7a3) return { toCode, toBytes };
      toCode.set((lead << 8) | trail, syllable);
      toBytes.set(syllable++, pairBytes((lead << 8) | trail));
    }
  }
  return { toCode, toBytes };
}

/** PHP has GB 18030-2000's private characters where newer tables have others. */
const GB18030_PATCHES: readonly (readonly [number, number])[] = [
  [0xa3a0, 0xe5e5],
  ...[0xa6d9, 0xa6da, 0xa6db, 0xa6dc, 0xa6dd, 0xa6de, 0xa6df].map((code, i): [number, number] => [code, 0xe78d + i]),
  [0xa6ec, 0xe794],
  [0xa6ed, 0xe795],
  [0xa6f3, 0xe796],
  [0xa8bc, 0xe7c7],
  [0xfe59, 0xe81e],
  [0xfe61, 0xe826],
  [0xfe66, 0xe82b],
  [0xfe67, 0xe82c],
  [0xfe6d, 0xe832],
  [0xfe7e, 0xe843],
  [0xfe90, 0xe854],
  [0xfea0, 0xe864],
];

const GB18030: PairSpec = {
  names: { name: 'GB18030', aliases: ['gb-18030', 'gb-18030-2000'] },
  label: 'gb18030',
  isLead: (byte) => byte >= 0x81 && byte <= 0xfe,
  lengthOf: from81,
  patches: GB18030_PATCHES,
};

interface Gb18030 extends PairTable {
  /** The characters of four bytes up to U+FFFF, in order. */
  readonly four: readonly number[];
  readonly index: ReadonlyMap<number, number>;
}

function buildGb18030(): Gb18030 {
  const table = buildPairTable(GB18030);
  const four: number[] = [];
  const index = new Map<number, number>();
  for (let code = 0x80; code < 0x10000; code++) {
    if ((code >= 0xd800 && code < 0xe000) || table.toBytes.has(code)) continue;
    index.set(code, four.length);
    four.push(code);
  }
  return { ...table, four, index };
}

/** Where U+10000 is among the codes of four bytes. */
const SUPPLEMENTARY = 189000;

function fourBytes(n: number): string {
  return char(
    0x81 + Math.floor(n / 12600),
    0x30 + (Math.floor(n / 1260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  );
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** The character at `at`, whose first two bytes are a lead and a digit; and how many bytes were read. */
function decodeFour(bytes: string, at: number, { four }: Gb18030): [number, number] {
  const [a, b, c, d] = [0, 1, 2, 3].map((k) => bytes.charCodeAt(at + k)) as [number, number, number, number];
  if (a > 0x84 && (a < 0x90 || a > 0xe3)) return [BAD, 2];
  if (Number.isNaN(c)) return [BAD, 2];
  if (c < 0x81 || c > 0xfe) return [BAD, 3];
  if (Number.isNaN(d)) return [BAD, 3];
  if (!isDigit(d)) return [BAD, 4];
  const n = (((a - 0x81) * 10 + (b - 0x30)) * 126 + (c - 0x81)) * 10 + (d - 0x30);
  if (a <= 0x84) return [four[n] ?? BAD, 4];
  const code = n - SUPPLEMENTARY + 0x10000;
  return [code <= 0x10ffff ? code : BAD, 4];
}

/** GB18030. */
export function createGb(): Encoding {
  let made: Gb18030 | null = null;
  const table = (): Gb18030 => {
    made ??= buildGb18030();
    return made;
  };
  return encoding(GB18030.names, {
    decode: (bytes) => {
      const out: number[] = [];
      for (let i = 0; i < bytes.length; ) {
        const first = bytes.charCodeAt(i++);
        if (first < 0x80) out.push(first);
        else if (!GB18030.isLead(first) || i === bytes.length) out.push(BAD);
        else if (isDigit(bytes.charCodeAt(i))) {
          const [code, read] = decodeFour(bytes, i - 1, table());
          out.push(code);
          i += read - 1;
        } else out.push(table().toCode.get((first << 8) | bytes.charCodeAt(i++)) ?? BAD);
      }
      return out;
    },
    encodeOne: (code) => {
      if (code < 0x80) return char(code);
      const { toBytes, index } = table();
      const pair = toBytes.get(code);
      if (pair !== undefined) return pair;
      if (code >= 0x10000 && code <= 0x10ffff) return fourBytes(code - 0x10000 + SUPPLEMENTARY);
      const n = index.get(code);
      return n === undefined ? null : fourBytes(n);
    },
  });
}

/** EUC-CN and CP936. */
export function createSimplifiedChinese(): Encoding[] {
  return [pairEncoding(EUC_CN), pairEncoding(CP936, buildCp936)];
}

/** BIG-5 and CP950. */
export function createTraditionalChinese(): Encoding[] {
  return [pairEncoding(BIG5), pairEncoding(CP950)];
}

/** EUC-KR and UHC. */
export function createKorean(): Encoding[] {
  return [pairEncoding(EUC_KR), pairEncoding(UHC, buildUhc)];
}
