/**
 * Names of sockets: `tcp://host:port`, `unix:///path`.
 * Source: php-src main/streams/transports.c (_php_stream_xport_create), xp_socket.c (parse_ip_address_ex)
 */
import type { SocketAddress } from '../vm/net-ports.ts';

/** Transports in the order of stream_get_transports(). */
export const TRANSPORTS: readonly string[] = [
  'tcp',
  'udp',
  'unix',
  'udg',
  'ssl',
  'tls',
  'tlsv1.0',
  'tlsv1.1',
  'tlsv1.2',
  'tlsv1.3',
];

export interface SocketName {
  readonly transport: string;
  readonly rest: string;
}

/** `tcp` where no transport is named. */
export function splitName(name: string): SocketName {
  const match = /^([a-z0-9+.-]{2,}):\/\/(.*)$/is.exec(name);
  return match === null
    ? { transport: 'tcp', rest: name }
    : { transport: (match[1] as string).toLowerCase(), rest: match[2] as string };
}

export function isTls(transport: string): boolean {
  return transport === 'ssl' || transport.startsWith('tls');
}

/** `host:port` or `[::1]:port`; a text says why it is none. */
export function parseInet(text: string): Extract<SocketAddress, { kind: 'inet' }> | string {
  if (text.startsWith('[') && text.length > 1) {
    const end = text.indexOf(']', 1);
    if (end < 0 || text[end + 1] !== ':') return `Failed to parse IPv6 address "${text}"`;
    return { kind: 'inet', host: text.slice(1, end), port: portOf(text.slice(end + 2)) };
  }
  const colon = text.indexOf(':');
  if (colon < 0 || colon === text.length - 1) return `Failed to parse address "${text}"`;
  return { kind: 'inet', host: text.slice(0, colon), port: portOf(text.slice(colon + 1)) };
}

/** atoi(), as a port */
function portOf(text: string): number {
  const n = Number.parseInt(text, 10);
  return Number.isNaN(n) ? 0 : n & 0xffff;
}

/** An address in numbers needs no resolver. */
export function isNumeric(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.includes(':');
}
