/**
 * Encodings with shifts: UTF-7 and the one of IMAP's folder names, ISO-2022-JP and JIS.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_utf7.c, mbfilter_utf7imap.c, mbfilter_jis.c
 */
import { BAD, type Encoding, encoding } from './encoding.ts';

const char = String.fromCharCode;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';

interface Utf7 {
  readonly shift: string;
  /** The base64 digits. */
  readonly digits: string;
  isDirect(code: number): boolean;
  /** Whether a character may stand unshifted in what is read. */
  readsDirect(code: number): boolean;
  /** What the shift character itself is written as. */
  readonly escaped: string | null;
  /** Whether `next` (NaN at the end) needs a `-` before it. */
  needsEnd(next: number): boolean;
}

const DIRECT = /[A-Za-z0-9'(),\-./:? \t\r\n\0]/;

const UTF7: Utf7 = {
  shift: '+',
  digits: `${DIGITS}/`,
  isDirect: (code) => code < 0x80 && DIRECT.test(char(code)),
  readsDirect: (code) => code < 0x80,
  escaped: null,
  needsEnd: (next) => Number.isNaN(next) || `${DIGITS}/-`.includes(char(next)),
};

const IMAP: Utf7 = {
  shift: '&',
  digits: `${DIGITS},`,
  isDirect: (code) => code >= 0x20 && code <= 0x7e && code !== 38,
  readsDirect: (code) => code >= 0x20 && code <= 0x7e,
  escaped: '&-',
  needsEnd: () => true,
};

/** Units of 16 bits from base64; what does not fit is BAD. */
function shiftedUnits(digits: readonly number[]): number[] {
  const units: number[] = [];
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    held = (held << 6) | digit;
    bits += 6;
    if (bits >= 16) {
      bits -= 16;
      units.push((held >> bits) & 0xffff);
      held &= (1 << bits) - 1;
    }
  }
  if (bits >= 6 || held !== 0) units.push(BAD);
  return units;
}

function joinSurrogates(units: readonly number[], out: number[]): void {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as number;
    const next = units[i + 1] ?? BAD;
    if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
      out.push(0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
      i++;
    } else out.push(unit >= 0xd800 && unit <= 0xdfff ? BAD : unit);
  }
}

function decodeUtf7(bytes: string, form: Utf7): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const c = bytes.charAt(i++);
    if (c !== form.shift) {
      out.push(form.readsDirect(c.charCodeAt(0)) ? c.charCodeAt(0) : BAD);
      continue;
    }
    const digits: number[] = [];
    for (; i < bytes.length; i++) {
      const digit = form.digits.indexOf(bytes.charAt(i));
      if (digit < 0) break;
      digits.push(digit);
    }
    if (digits.length === 0 && bytes.charAt(i) === '-') out.push(form.shift.charCodeAt(0));
    else joinSurrogates(shiftedUnits(digits), out);
    if (bytes.charAt(i) === '-') i++;
  }
  return out;
}

function shifted(codes: readonly number[], form: Utf7): string {
  const units = codes.flatMap((code) =>
    code < 0x10000 ? [code] : [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + (code & 0x3ff)],
  );
  let out = form.shift;
  let held = 0;
  let bits = 0;
  for (const unit of units) {
    held = (held << 16) | unit;
    for (bits += 16; bits >= 6; ) {
      bits -= 6;
      out += form.digits.charAt((held >> bits) & 63);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? out + form.digits.charAt((held << (6 - bits)) & 63) : out;
}

function encodeUtf7(codes: readonly number[], form: Utf7): string {
  let out = '';
  for (let i = 0; i < codes.length; ) {
    const code = codes[i] as number;
    if (form.isDirect(code) || (form.escaped !== null && code === form.shift.charCodeAt(0))) {
      out += form.isDirect(code) ? char(code) : form.escaped;
      i++;
      continue;
    }
    const start = i;
    while (i < codes.length && !form.isDirect(codes[i] as number) && !(form.escaped !== null && codes[i] === 38)) i++;
    out += shifted(codes.slice(start, i), form);
    if (form.needsEnd(codes[i] ?? Number.NaN)) out += '-';
  }
  return out;
}

function utf7(names: Parameters<typeof encoding>[0], form: Utf7): Encoding {
  return encoding(names, {
    decode: (bytes) => decodeUtf7(bytes, form),
    encodeOne: (code) =>
      code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? encodeUtf7([code], form) : null,
    encodeText: (codes) => encodeUtf7(codes, form),
  });
}

/** UTF-7 and UTF7-IMAP. */
export function createUtf7(): Encoding[] {
  return [
    utf7({ name: 'UTF-7', aliases: ['utf7'] }, UTF7),
    utf7({ name: 'UTF7-IMAP', mime: null, aliases: ['mUTF-7'] }, IMAP),
  ];
}

type Set = 'ascii' | 'latin' | 'kana' | 'x0208' | 'x0212';

const ESCAPES: readonly (readonly [string, Set])[] = [
  ['\x1b(B', 'ascii'],
  ['\x1b(J', 'latin'],
  ['\x1b(H', 'latin'],
  ['\x1b(I', 'kana'],
  ['\x1b$@', 'x0208'],
  ['\x1b$B', 'x0208'],
  ['\x1b$(@', 'x0208'],
  ['\x1b$(B', 'x0208'],
  ['\x1b$(D', 'x0212'],
];

function decodeOneOf(set: Set, bytes: string, at: number, eucJp: Encoding): [number, number] {
  const byte = bytes.charCodeAt(at);
  if (byte >= 0xa1 && byte <= 0xdf) return [0xfec0 + byte, 1];
  if (byte >= 0x80) return [BAD, 1];
  if (set === 'latin' && (byte === 0x5c || byte === 0x7e)) return [byte === 0x5c ? 0xa5 : 0x203e, 1];
  if (set === 'kana' && byte >= 0x21 && byte <= 0x5f) return [0xff40 + byte, 1];
  if ((set !== 'x0208' && set !== 'x0212') || byte < 0x21 || byte > 0x7e) return [byte, 1];
  const next = bytes.charCodeAt(at + 1);
  if (Number.isNaN(next)) return [BAD, 1];
  if (next < 0x21 || next > 0x7e) return [BAD, 2];
  const pair = char(byte | 0x80, next | 0x80);
  return [eucJp.decode(set === 'x0208' ? pair : `\x8f${pair}`)[0] ?? BAD, 2];
}

function decodeJis(bytes: string, eucJp: Encoding): number[] {
  const out: number[] = [];
  let set: Set = 'ascii';
  for (let i = 0; i < bytes.length; ) {
    const escape = bytes.charCodeAt(i) === 0x1b ? ESCAPES.find(([text]) => bytes.startsWith(text, i)) : undefined;
    if (escape !== undefined) {
      set = escape[1];
      i += escape[0].length;
      continue;
    }
    if (bytes.charCodeAt(i) === 0x0e || bytes.charCodeAt(i) === 0x0f) {
      set = bytes.charCodeAt(i++) === 0x0e ? 'kana' : 'ascii';
      continue;
    }
    const [code, read] = bytes.charCodeAt(i) === 0x1b ? ([BAD, 1] as const) : decodeOneOf(set, bytes, i, eucJp);
    out.push(code);
    i += read;
  }
  return out;
}

/** A character's set and bytes in it; null when it has none. */
function placeOf(code: number, eucJp: Encoding, full: boolean): readonly [Set, string] | null {
  if (code < 0x80) return ['ascii', char(code)];
  if (code === 0xa5 || code === 0x203e) return ['latin', code === 0xa5 ? '\x5c' : '\x7e'];
  const bytes = eucJp.encodeOne(code);
  if (bytes === null) return null;
  const low = (from: number): string => char(bytes.charCodeAt(from) & 0x7f, bytes.charCodeAt(from + 1) & 0x7f);
  if (bytes.length === 3) return full ? ['x0212', low(1)] : null;
  if (bytes.charCodeAt(0) === 0x8e) return full ? ['kana', char(bytes.charCodeAt(1) & 0x7f)] : null;
  return ['x0208', low(0)];
}

const STARTS: Readonly<Record<Set, string>> = {
  ascii: '\x1b(B',
  latin: '\x1b(J',
  kana: '\x1b(I',
  x0208: '\x1b$B',
  x0212: '\x1b$(D',
};

function encodeJis(codes: readonly number[], eucJp: Encoding, full: boolean): string {
  let out = '';
  let set: Set = 'ascii';
  for (const code of codes) {
    const place = placeOf(code, eucJp, full);
    if (place === null) continue;
    if (place[0] !== set) out += STARTS[place[0]];
    set = place[0];
    out += place[1];
  }
  return set === 'ascii' ? out : out + STARTS.ascii;
}

/** JIS and ISO-2022-JP, which share EUC-JP's tables. */
export function createJis(eucJp: Encoding): Encoding[] {
  const make = (name: string, full: boolean): Encoding =>
    encoding(
      { name, mime: 'ISO-2022-JP' },
      {
        decode: (bytes) => decodeJis(bytes, eucJp),
        encodeOne: (code) => (placeOf(code, eucJp, full) === null ? null : encodeJis([code], eucJp, full)),
        encodeText: (codes) => encodeJis(codes, eucJp, full),
      },
    );
  return [make('JIS', true), make('ISO-2022-JP', false)];
}
