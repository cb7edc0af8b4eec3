/**
 * What mbstring takes for encodings although they encode bytes: BASE64, Quoted-Printable; and HTML-ENTITIES.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_base64.c, mbfilter_qprint.c, mbfilter_htmlent.c
 */
import { ENTITIES_HTML401 } from '../html-entities.generated.ts';
import { type Encoding, encoding } from './encoding.ts';

const char = String.fromCharCode;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesToCodes(bytes: string): number[] {
  return Array.from(bytes, (c) => c.charCodeAt(0));
}

/** The base64 of bytes, without line breaks. */
export function toBase64(bytes: string): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const n = (bytes.charCodeAt(i) << 16) | ((bytes.charCodeAt(i + 1) || 0) << 8) | (bytes.charCodeAt(i + 2) || 0);
    out += DIGITS.charAt(n >> 18) + DIGITS.charAt((n >> 12) & 63);
    out += (left > 1 ? DIGITS.charAt((n >> 6) & 63) : '=') + (left > 2 ? DIGITS.charAt(n & 63) : '=');
  }
  return out;
}

/** The bytes of base64; other characters are passed over. */
export function fromBase64(text: string): string {
  let out = '';
  let held = 0;
  let bits = 0;
  for (const c of text) {
    const digit = DIGITS.indexOf(c);
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += char((held >> bits) & 255);
    }
  }
  return out;
}

/** Quoted-Printable with lines of 72 characters, as mbstring writes it. */
function toQuotedPrintable(bytes: string): string {
  let out = '';
  let column = 0;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes.charCodeAt(i);
    if (c === 13 && bytes.charCodeAt(i + 1) === 10) continue;
    if (c === 10 || c === 13) {
      out += '\r\n';
      column = 0;
      continue;
    }
    if (column >= 72) {
      out += '=\r\n';
      column = 0;
    }
    const plain = c === 0 || (c >= 32 && c < 0x80 && c !== 61);
    out += plain ? char(c) : `=${hexByte(c)}`;
    column += plain ? 1 : 3;
  }
  return out;
}

/** A byte in two upper-case hexadecimal digits. */
export function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** The bytes of Quoted-Printable. */
export function fromQuotedPrintable(text: string): string {
  return text.replace(/=(?:\r\n|\n|\r|([0-9A-Fa-f]{2}))/g, (_all, hex: string | undefined) =>
    hex === undefined ? '' : char(Number.parseInt(hex, 16)),
  );
}

/** An encoding of bytes: its characters are the bytes. */
export interface TransferEncoding extends Encoding {
  readonly toBytes: (text: string) => string;
  readonly fromBytes: (bytes: string) => string;
}

/** Whether an encoding encodes bytes. */
export function isTransfer(e: Encoding): e is TransferEncoding {
  return 'toBytes' in e;
}

function transfer(
  names: Parameters<typeof encoding>[0],
  toBytes: (text: string) => string,
  fromBytes: (bytes: string) => string,
): TransferEncoding {
  const base = encoding(names, {
    decode: (text) => bytesToCodes(toBytes(text)),
    encodeOne: (code) => (code >= 0 && code < 256 ? fromBytes(char(code)) : null),
    encodeText: (codes) => fromBytes(codes.map((code) => char(code)).join('')),
  });
  return { ...base, toBytes, fromBytes };
}

function entityNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const entry of ENTITIES_HTML401.split(' ')) {
    const [name, code] = entry.split('=');
    if (name !== undefined && code !== undefined && !name.startsWith('#')) names.set(name, Number.parseInt(code, 36));
  }
  return names;
}

function createHtml(): Encoding {
  const names = entityNames();
  const byCode = new Map([...names].filter(([, code]) => code >= 0x80).map(([name, code]) => [code, name]));
  const decode = (bytes: string): number[] => {
    const out: number[] = [];
    const each = /&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}))|([a-zA-Z0-9]{1,10}));|[^]/g;
    for (const [text, hex, decimal, name] of bytes.matchAll(each)) {
      const code =
        hex !== undefined
          ? Number.parseInt(hex, 16)
          : decimal !== undefined
            ? Number(decimal)
            : name !== undefined
              ? names.get(name)
              : undefined;
      if (code !== undefined && code <= 0x10ffff) out.push(code);
      else out.push(...bytesToCodes(text));
    }
    return out;
  };
  return encoding(
    { name: 'HTML-ENTITIES', aliases: ['HTML', 'html'] },
    { decode, encodeOne: (code) => (code < 0x80 ? char(code) : `&${byCode.get(code) ?? `#${code}`};`) },
  );
}

/** BASE64, HTML-ENTITIES and Quoted-Printable, in PHP's order. */
export function createTransferEncodings(): Encoding[] {
  const lines = (bytes: string): string => toBase64(bytes).replace(/(.{76})(?=.)/g, '$1\r\n');
  return [
    transfer({ name: 'BASE64' }, fromBase64, lines),
    createHtml(),
    transfer({ name: 'Quoted-Printable', aliases: ['qprint'] }, fromQuotedPrintable, toQuotedPrintable),
  ];
}
