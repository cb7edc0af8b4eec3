/**
 * Encodings of one byte a character.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_iso8859_1.c and its like; tables.generated.ts
 */
import { BAD, type Encoding, encoding } from './encoding.ts';
import { SINGLE_BYTE } from './tables.generated.ts';

const char = String.fromCharCode;

function plain(names: Parameters<typeof encoding>[0], limit: number): Encoding {
  return encoding(names, {
    unit: 1,
    decode: (bytes) => {
      const out: number[] = [];
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes.charCodeAt(i);
        out.push(byte < limit ? byte : BAD);
      }
      return out;
    },
    encodeOne: (code) => (code < limit ? char(code) : null),
  });
}

/** An encoding whose bytes from 0x80 on mean what a table says. */
function tabled(name: string, mime: string, aliases: readonly string[]): Encoding {
  const table = Array.from(SINGLE_BYTE[name] ?? '', (c) => (c === '\ufffd' ? BAD : (c.codePointAt(0) as number)));
  let reverse: Map<number, string> | null = null;
  const bytesOf = (): Map<number, string> => {
    reverse ??= new Map(table.map((code, i): [number, string] => [code, char(0x80 + i)]).reverse());
    return reverse;
  };
  return encoding(
    { name, mime, aliases },
    {
      unit: 1,
      decode: (bytes) => {
        const out: number[] = [];
        for (let i = 0; i < bytes.length; i++) {
          const byte = bytes.charCodeAt(i);
          out.push(byte < 0x80 ? byte : (table[byte - 0x80] as number));
        }
        return out;
      },
      encodeOne: (code) => (code < 0x80 ? char(code) : (bytesOf().get(code) ?? null)),
    },
  );
}

/** 7bit and 8bit. */
export function createBitEncodings(): Encoding[] {
  return [plain({ name: '7bit' }, 0x80), plain({ name: '8bit', aliases: ['binary'] }, 0x100)];
}

const ASCII_ALIASES: readonly string[] = [
  'ANSI_X3.4-1968',
  'iso-ir-6',
  'ANSI_X3.4-1986',
  'ISO_646.irv:1991',
  'US-ASCII',
  'ISO646-US',
  'us',
  'IBM367',
  'IBM-367',
  'cp367',
  'csASCII',
];

export function createAscii(): Encoding {
  return plain({ name: 'ASCII', mime: 'US-ASCII', aliases: ASCII_ALIASES }, 0x80);
}

const ISO_8859: readonly (readonly string[])[] = [
  ['2', 'latin2'],
  ['3', 'latin3'],
  ['4', 'latin4'],
  ['5', 'cyrillic'],
  ['6', 'arabic'],
  ['7', 'greek'],
  ['8', 'hebrew'],
  ['9', 'latin5'],
  ['10', 'latin6'],
  ['13'],
  ['14', 'latin8'],
  ['15'],
  ['16'],
];

/** Windows-1252, Windows-1254 and ISO-8859, in PHP's order. */
export function createLatinEncodings(): Encoding[] {
  return [
    tabled('Windows-1252', 'Windows-1252', ['cp1252']),
    tabled('Windows-1254', 'Windows-1254', ['CP1254', 'CP-1254', 'WINDOWS-1254']),
    plain({ name: 'ISO-8859-1', aliases: ['ISO8859-1', 'latin1'] }, 0x100),
    ...ISO_8859.map(([part, ...more]) => tabled(`ISO-8859-${part}`, `ISO-8859-${part}`, [`ISO8859-${part}`, ...more])),
  ];
}

/** The other encodings of one byte, in PHP's order. */
export function createOtherSingleByte(): Encoding[] {
  return [
    tabled('Windows-1251', 'Windows-1251', ['CP1251', 'CP-1251', 'WINDOWS-1251']),
    tabled('CP866', 'CP866', ['CP-866', 'IBM866', 'IBM-866']),
    tabled('KOI8-R', 'KOI8-R', ['KOI8R']),
    tabled('KOI8-U', 'KOI8-U', ['KOI8U']),
    tabled('ArmSCII-8', 'ArmSCII-8', ['ArmSCII8', 'ARMSCII-8', 'ARMSCII8']),
    tabled('CP850', 'CP850', ['CP-850', 'IBM850', 'IBM-850']),
  ];
}
