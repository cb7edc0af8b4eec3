/**
 * filter_var's checks of addresses: IP, e-mail, domain and MAC.
 * Source: php-src 8.2 ext/filter/logical_filters.c
 */
import { isUtf8 } from './utf8.ts';

export const FLAG_IPV4 = 1048576;
const FLAG_IPV6 = 2097152;
const FLAG_NO_RES_RANGE = 4194304;
const FLAG_NO_PRIV_RANGE = 8388608;
const FLAG_GLOBAL_RANGE = 268435456;
/** Means FILTER_FLAG_HOSTNAME for domains and FILTER_FLAG_EMAIL_UNICODE for e-mail. */
export const FLAG_HOSTNAME = 1048576;

/** The four numbers of an IPv4 address; null when it is none. Leading zeros are not allowed. */
function parseIpv4(s: string): number[] | null {
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(s)) return null;
  const parts = s.split('.').map(Number);
  return parts.every((n) => n <= 255) ? parts : null;
}

/** The eight numbers of an IPv6 address; null when it is none. */
export function parseIpv6(s: string): number[] | null {
  if (!s.includes(':')) return null;
  let text = s;
  const dotted = /(?:^|:)([^:]*\.[^:]*)$/.exec(s);
  if (dotted !== null) {
    const ip = parseIpv4(dotted[1] as string);
    if (ip === null) return null;
    const [a, b, c, d] = ip as [number, number, number, number];
    const tail = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    text = s.slice(0, s.length - (dotted[1] as string).length) + tail;
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const numbers = (half: string): number[] | null => {
    if (half === '') return [];
    const blocks = half.split(':');
    return blocks.every((b) => /^[0-9a-fA-F]{1,4}$/.test(b)) ? blocks.map((b) => Number.parseInt(b, 16)) : null;
  };
  const head = numbers(halves[0] as string);
  const tail = numbers(halves[1] ?? '');
  if (head === null || tail === null) return null;
  if (halves.length === 1) return head.length === 8 ? head : null;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? null : [...head, ...new Array<number>(missing).fill(0), ...tail];
}

function isPrivate4([a = 0, b = 0]: readonly number[]): boolean {
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
}

function isReserved4([a = 0, b = 0]: readonly number[]): boolean {
  return a === 0 || a >= 240 || a === 127 || (a === 169 && b === 254);
}

/** RFC 6890 besides the private and reserved ranges. */
function isSpecial4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  if (a === 100) return b >= 64 && b <= 127;
  if (a === 192) return b === 0 && (c === 0 || c === 2);
  if (a === 198) return (b >= 18 && b <= 19) || (b === 51 && c === 100);
  return a === 203 && b === 0 && c === 113;
}

function isPrivate6([a = 0]: readonly number[]): boolean {
  return a >= 0xfc00 && a <= 0xfdff;
}

function isReserved6(ip: readonly number[]): boolean {
  const [a = 0, b = 0] = ip;
  if (ip.slice(0, 7).every((n) => n === 0)) return (ip[7] as number) <= 1;
  if (a === 0x2001) return b === 0xdb8 || (b >= 0x10 && b <= 0x1f);
  return a === 0x5f || (a >= 0xfe80 && a <= 0xfebf) || a === 0x3ff3;
}

/** RFC 6890 besides the private and reserved ranges. */
function isSpecial6(ip: readonly number[], dotted: boolean): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = ip;
  if (ip.slice(0, 5).every((n) => n === 0) && (ip[5] === 0xffff || (dotted && ip[5] === 0))) return true;
  return (a === 0x100 && b === 0 && c === 0 && d === 0) || (a === 0x2001 && b <= 0x1ff);
}

/** FILTER_VALIDATE_IP */
export function isIp(s: string, flags: number): boolean {
  const wide = s.includes(':');
  const only = flags & (FLAG_IPV4 | FLAG_IPV6);
  if ((only === FLAG_IPV4 && wide) || (only === FLAG_IPV6 && !wide)) return false;
  const ip = wide ? parseIpv6(s) : parseIpv4(s);
  if (ip === null) return false;
  const global = (flags & FLAG_GLOBAL_RANGE) !== 0;
  if ((global || (flags & FLAG_NO_PRIV_RANGE) !== 0) && (wide ? isPrivate6(ip) : isPrivate4(ip))) return false;
  if ((global || (flags & FLAG_NO_RES_RANGE) !== 0) && (wide ? isReserved6(ip) : isReserved4(ip))) return false;
  return !(global && (wide ? isSpecial6(ip, s.includes('.')) : isSpecial4(ip)));
}

/** FILTER_VALIDATE_DOMAIN: with `hostname` only letters, digits and hyphens inside labels. */
export function isDomain(s: string, hostname: boolean): boolean {
  const name = s.endsWith('.') ? s.slice(0, -1) : s;
  if (s === '') return !hostname;
  if (name.length > 253) return false;
  return name.split('.').every((label, i) => {
    if (label === '' && !(i === 0 && name === '')) return false;
    return label.length <= 63 && (!hostname || /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label));
  });
}

/** FILTER_VALIDATE_MAC; `separator` restricts the notation. */
export function isMac(s: string, separator: string | null): boolean {
  const m = /^(?:[0-9a-f]{2}([-:])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}(\.)[0-9a-f]{4}\.[0-9a-f]{4})$/i.exec(s);
  return m !== null && (separator === null || separator === (m[1] ?? m[2]));
}

const ATOM = "[!#-'*+\\-/-9=?^-~A-Z";
const QUOTED = '"(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f';

/** The local part: atoms and quoted strings between dots. */
function localPart(unicode: boolean): RegExp {
  const more = unicode ? '\\p{L}\\p{N}' : '';
  const one = `(?:${ATOM}${more}]+|${QUOTED}${more}]|\\\\[\\x00-\\x7f])*")`;
  return new RegExp(`^${one}(?:\\.${one})*$`, unicode ? 'u' : '');
}

const LABEL = '(?:xn--)?[a-z0-9]+(?:-+[a-z0-9]+)*';
const HOST = new RegExp(`^(?:${LABEL}\\.)+(?:[a-z][a-z0-9]*|xn--[a-z0-9]+)(?:-+[a-z0-9]+)*$`, 'i');

function isMailHost(host: string): boolean {
  const literal = /^\[(?:(IPv6:)?(.*))\]$/i.exec(host);
  if (literal !== null) {
    const ip = literal[2] as string;
    return literal[1] === undefined ? parseIpv4(ip) !== null : parseIpv6(ip) !== null;
  }
  return HOST.test(host) && !/[^.]{64,}/.test(host);
}

/** How many characters a part of an address counts: quotes do not, an escaped character is one. */
function weight(part: string): number {
  return part.replace(/\\[^]/g, 'x').replace(/"/g, '').length;
}

/** FILTER_VALIDATE_EMAIL: an address with a domain that can be routed (RFC 5321), without comments. */
export function isEmail(s: string, unicode: boolean): boolean {
  const at = s.lastIndexOf('@');
  if (s.length > 320 || at < 0) return false;
  if (unicode && !isUtf8(s)) return false;
  const bytes = s.slice(0, at);
  const local = unicode ? new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))) : bytes;
  if (weight(local) > 64 || weight(s) > 254) return false;
  return localPart(unicode).test(local) && isMailHost(s.slice(at + 1));
}
