/**
 * Internet addresses as text and numbers; names of services and protocols from the host's tables.
 * Source: php-src ext/standard/basic_functions.c (ip2long, getservbyname, ...), main/network.c
 */
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The four bytes of a dotted address as inet_pton takes it; null when it is none. */
function ipv4Bytes(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((x) => /^(0|[1-9]\d{0,2})$/.test(x) && Number(x) < 256)) return null;
  return parts.map(Number);
}

/** Eight groups of an IPv6 address; null when it is none. */
function ipv6Groups(text: string): number[] | null {
  let body = text;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (tail !== null) {
    const v4 = ipv4Bytes(tail[2] ?? '');
    if (v4 === null) return null;
    const [a = 0, b = 0, c = 0, d = 0] = v4;
    body = `${tail[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  }
  const halves = body.split('::');
  if (halves.length > 2) return null;
  const sides = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (!sides.flat().every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  const head = (sides[0] ?? []).map((g) => Number.parseInt(g, 16));
  if (halves.length === 1) return head.length === 8 ? head : null;
  const end = (sides[1] ?? []).map((g) => Number.parseInt(g, 16));
  const gap = 8 - head.length - end.length;
  return gap < 1 ? null : [...head, ...Array<number>(gap).fill(0), ...end];
}

/** The bytes of an address as text; null when it is none. */
function addressBytes(ip: string): number[] | null {
  if (!ip.includes(':')) return ipv4Bytes(ip);
  return ipv6Groups(ip)?.flatMap((g) => [g >> 8, g & 255]) ?? null;
}

/** Whether a text is an IPv4 or IPv6 address. */
export function isIpAddress(ip: string): boolean {
  return addressBytes(ip) !== null;
}

/** inet_ntop of 16 bytes. */
function ipv6Text(bytes: string): string {
  const groups = Array.from({ length: 8 }, (_, i) => (bytes.charCodeAt(2 * i) << 8) | bytes.charCodeAt(2 * i + 1));
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  const v4 = best.at === 0 && (best.length === 6 || (best.length === 5 && groups[5] === 0xffff));
  const hex = groups.map((g) => g.toString(16));
  if (v4) {
    const dotted = [12, 13, 14, 15].map((i) => bytes.charCodeAt(i)).join('.');
    return best.length === 6 ? `::${dotted}` : `::ffff:${dotted}`;
  }
  if (best.at < 0) return hex.join(':');
  return `${hex.slice(0, best.at).join(':')}::${hex.slice(best.at + best.length).join(':')}`;
}

interface NameRow {
  readonly names: readonly string[];
  readonly number: number;
  /** of a service */
  readonly protocol: string;
}

/** /etc/services or /etc/protocols. */
function table(rt: Executor, path: string): readonly NameRow[] {
  return rt.moduleState(path, () => {
    const rows: NameRow[] = [];
    for (const line of (rt.host.readFile(path) ?? '').split('\n')) {
      const [name, number, ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
      const m = /^(\d+)(?:\/(\w+))?$/.exec(number ?? '');
      if (name && m !== null) rows.push({ names: [name, ...aliases], number: Number(m[1]), protocol: m[2] ?? '' });
    }
    return rows;
  });
}

const SERVICES = '/etc/services';
const PROTOCOLS = '/etc/protocols';

const addressFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ip2long',
    doc: 'An IPv4 address as a number.',
    params: [p.string('ip')],
    returns: ['int', 'false'],
    impl(_rt, ip) {
      const bytes = ipv4Bytes(ip);
      return bytes === null ? false : bytes.reduce((n, b) => n * 256 + b, 0);
    },
  }),
  fn({
    name: 'long2ip',
    doc: 'A number as an IPv4 address.',
    params: [p.int64('ip')],
    returns: ['string', 'false'],
    impl(_rt, ip) {
      const n = Number(BigInt.asUintN(32, BigInt(ip)));
      return `${n >>> 24}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`;
    },
  }),
  fn({
    name: 'inet_pton',
    doc: 'The bytes of an IPv4 or IPv6 address.',
    params: [p.string('ip')],
    returns: ['string', 'false'],
    impl(_rt, ip) {
      const bytes = addressBytes(ip);
      return bytes === null ? false : String.fromCharCode(...bytes);
    },
  }),
  fn({
    name: 'inet_ntop',
    doc: 'The text of an address of 4 or 16 bytes.',
    params: [p.string('ip')],
    returns: ['string', 'false'],
    impl(_rt, ip) {
      if (ip.length === 4) return [...ip].map((c) => c.charCodeAt(0)).join('.');
      return ip.length === 16 ? ipv6Text(ip) : false;
    },
  }),
];

export const networkNameFunctions: readonly FunctionDef[] = [
  ...addressFunctions,
  fn({
    name: 'getservbyname',
    doc: 'The port of a service.',
    params: [p.string('service'), p.string('protocol')],
    returns: ['int', 'false'],
    impl: (rt, service, protocol) =>
      table(rt, SERVICES).find((row) => row.protocol === protocol && row.names.includes(service))?.number ?? false,
  }),
  fn({
    name: 'getservbyport',
    doc: 'The service of a port.',
    params: [p.int('port'), p.string('protocol')],
    returns: ['string', 'false'],
    impl: (rt, port, protocol) =>
      table(rt, SERVICES).find((row) => row.protocol === protocol && row.number === port)?.names[0] ?? false,
  }),
  fn({
    name: 'getprotobyname',
    doc: 'The number of a protocol.',
    params: [p.string('protocol')],
    returns: ['int', 'false'],
    impl: (rt, name) => table(rt, PROTOCOLS).find((row) => row.names.includes(name))?.number ?? false,
  }),
  fn({
    name: 'getprotobynumber',
    doc: 'The name of a protocol.',
    params: [p.int('protocol')],
    returns: ['string', 'false'],
    impl: (rt, number) => table(rt, PROTOCOLS).find((row) => row.number === number)?.names[0] ?? false,
  }),
];
