/**
 * Names of machines and their addresses.
 * The system's resolver is asked through its program getent, as in Swoole's coroutines (swoole/dns-methods.ts).
 * Source: php-src ext/standard/dns.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { environment } from './environment.ts';
import { isIpAddress } from './network-names.ts';
import { docref } from './string-util.ts';

/** MAXFQDNLEN */
const LONGEST_NAME = 255;
const DOTTED = /^\d+(?:\.\d+){0,3}$/;

/** inet_aton: the last of one to four numbers fills the bytes that are left; null when the text is none. */
function numericAddress(name: string): string | null {
  if (!DOTTED.test(name)) return null;
  const parts = name.split('.').map(Number);
  const last = parts.pop() as number;
  if (parts.some((n) => n > 255) || last >= 256 ** (4 - parts.length)) return null;
  const bytes = [24, 16, 8, 0].slice(parts.length).map((shift) => Math.floor(last / 2 ** shift) & 255);
  return [...parts, ...bytes].join('.');
}

function getent(rt: Executor, database: string, name: string): string[][] {
  const quoted = `'${name.replace(/'/g, `'\\''`)}'`;
  const command = `getent ${database} -- ${quoted} 2>/dev/null`;
  const done = rt.host.system?.run(command, Object.fromEntries(environment(rt))) ?? null;
  if (done === null) return [];
  return done.output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trim().split(/\s+/));
}

/** The IPv4 addresses of a name; null after a warning. */
function addressesOf(rt: Executor, name: string): string[] | null {
  if (name.length > LONGEST_NAME) {
    docref(rt, E_WARNING, `Host name cannot be longer than ${LONGEST_NAME} characters`);
    return null;
  }
  const numeric = numericAddress(name);
  if (numeric !== null) return [numeric];
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) return [];
  const rows = getent(rt, 'ahostsv4', name);
  return [...new Set(rows.filter((row) => row[1] === 'STREAM').map((row) => row[0] as string))];
}

const nameParam = p.string('hostname');

export const hostNameFunctions: readonly FunctionDef[] = [
  fn({
    name: 'gethostbyname',
    doc: 'The IPv4 address of a machine; its name when it is not known.',
    params: [nameParam],
    returns: ['string'],
    impl: (rt, name) => addressesOf(rt, name)?.[0] ?? name,
  }),
  fn({
    name: 'gethostbynamel',
    doc: 'All IPv4 addresses of a machine, false when it is not known.',
    params: [nameParam],
    returns: ['array', 'false'],
    impl(rt, name) {
      const found = addressesOf(rt, name);
      return found === null || found.length === 0 ? false : PhpArray.fromList(found);
    },
  }),
  fn({
    name: 'gethostbyaddr',
    doc: 'The name of the machine with an address; the address when it is not known.',
    params: [p.string('ip')],
    returns: ['string', 'false'],
    impl(rt, ip) {
      if (isIpAddress(ip)) return getent(rt, 'hosts', ip)[0]?.[1] ?? ip;
      docref(rt, E_WARNING, 'Address is not a valid IPv4 or IPv6 address');
      return false;
    },
  }),
];
