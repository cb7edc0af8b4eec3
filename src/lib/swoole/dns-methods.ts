/**
 * Names of machines in a coroutine: gethostbyname, getaddrinfo, dnsLookup. The system's resolver is asked through its
 * program getent while other coroutines run.
 * Source: swoole-src ext-src/swoole_coroutine_system.cc, swoole_async_coro.cc, src/coroutine/system.cc (dns_cache)
 */
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, p, staticMethod } from '../define.ts';
import { runInBackground } from './background.ts';
import { ERROR_DNS_FAILED, ERROR_DNS_TIMEOUT } from './errors.ts';
import { inCoroutine, warn } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/system';
const AF_INET = 2;
const AF_INET6 = 10;
const SOCK_STREAM = 1;
const IPPROTO_TCP = 6;
/** Seconds and names that answers are remembered (SW_DNS_CACHE_EXPIRE, SW_DNS_CACHE_CAPACITY of system.cc). */
const CACHE_SECONDS = 60;
const CACHE_NAMES = 1000;
/** What dnsLookup waits unless told otherwise. */
const LOOKUP_SECONDS = 60;

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*$/i;

interface Answer {
  readonly addresses: readonly string[];
  /** Microseconds. */
  readonly until: number;
}

function cacheOf(rt: Executor): Map<string, Answer> {
  return rt.moduleState('swoole.dns', () => new Map<string, Answer>());
}

/** An option that says how much is remembered. */
function option(rt: Executor, name: string, otherwise: number): number {
  const v = deref(schedulerOf(rt).options?.getStr(name));
  return v === undefined || v === null ? otherwise : Math.max(0, Number(v));
}

/** The addresses that /etc/hosts gives a name. */
function fromHosts(rt: Executor, name: string, pattern: RegExp): string[] {
  const found: string[] = [];
  for (const line of (rt.host.readFile('/etc/hosts') ?? '').split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (pattern.test(address) && names.some((one) => one.toLowerCase() === name.toLowerCase())) found.push(address);
  }
  return found;
}

function* ask(rt: Executor, scheduler: Scheduler, name: string, family: number, seconds: number): NativeCode<string[]> {
  const pattern = family === AF_INET6 ? IPV6 : IPV4;
  yield* scheduler.pass('the resolver');
  if (pattern.test(name)) return [name];
  const known = fromHosts(rt, name, pattern);
  if (known.length > 0) return known;
  const quoted = `'${name.replace(/'/g, `'\\''`)}'`;
  const command = `getent ${family === AF_INET6 ? 'ahostsv6' : 'ahostsv4'} -- ${quoted}`;
  const done = yield* runInBackground(rt, scheduler, command, { errors: false, seconds });
  if (done === null) scheduler.lastError = ERROR_DNS_TIMEOUT;
  else if (done.exitCode !== 0) scheduler.lastError = ERROR_DNS_FAILED;
  const lines = (done?.output ?? '').split('\n').filter((line) => line.includes('STREAM'));
  return lines.map((line) => line.split(/\s+/)[0] ?? '').filter((address) => pattern.test(address));
}

function* resolve(
  rt: Executor,
  scheduler: Scheduler,
  name: string,
  family: number,
  seconds: number,
): NativeCode<readonly string[]> {
  const cache = cacheOf(rt);
  const key = `${family}.${name}`;
  const known = cache.get(key);
  if (known !== undefined && known.until > rt.host.nowMicros()) return known.addresses;
  const addresses = yield* ask(rt, scheduler, name, family, seconds);
  const capacity = option(rt, 'dns_cache_capacity', CACHE_NAMES);
  if (addresses.length > 0 && capacity > 0) {
    if (cache.size >= capacity) cache.delete(cache.keys().next().value as string);
    cache.set(key, { addresses, until: rt.host.nowMicros() + option(rt, 'dns_cache_expire', CACHE_SECONDS) * 1e6 });
  }
  return addresses;
}

function isFamily(rt: Executor, family: number): boolean {
  if (family === AF_INET || family === AF_INET6) return true;
  warn(rt, 'unknown protocol family, must be AF_INET or AF_INET6');
  return false;
}

function* hostByName(rt: Executor, scheduler: Scheduler, name: string, family: number, seconds: number): NativeCode {
  if (name === '') {
    warn(rt, 'domain name is empty');
    return false;
  }
  if (!isFamily(rt, family)) return false;
  return (yield* resolve(rt, scheduler, name, family, seconds))[0] ?? false;
}

function* addressInfo(rt: Executor, scheduler: Scheduler, name: string, family: number, seconds: number): NativeCode {
  if (name === '') {
    warn(rt, 'hostname is empty');
    return false;
  }
  if (!isFamily(rt, family)) return false;
  const addresses = yield* ask(rt, scheduler, name, family, seconds);
  return addresses.length === 0 ? false : PhpArray.fromList(addresses);
}

function* dnsLookup(rt: Executor, scheduler: Scheduler, name: string, family: number, seconds: number): NativeCode {
  if (name === '') {
    warn(rt, 'domain name empty');
    return false;
  }
  const [address] = yield* resolve(rt, scheduler, name, family, seconds);
  if (address === undefined) scheduler.lastError = ERROR_DNS_FAILED;
  return address ?? false;
}

const lookupParams = [
  p.string('domain_name'),
  p.float('timeout', { default: LOOKUP_SECONDS }),
  p.int('type', { default: AF_INET, text: 'AF_INET' }),
] as const;
const byNameParams = [
  p.string('domain_name'),
  p.int('type', { default: AF_INET, text: 'AF_INET' }),
  p.float('timeout', { default: -1 }),
] as const;

export const dnsMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'gethostbyname',
    doc: 'The first address of a machine, looked up while others run.',
    params: byNameParams,
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, _scope, name, family, timeout) => inCoroutine(rt, (s) => hostByName(rt, s, name, family, timeout)),
  }),
  staticMethod({
    name: 'dnsLookup',
    doc: 'The first address of a machine, looked up while others run.',
    params: lookupParams,
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, _scope, name, timeout, family) => inCoroutine(rt, (s) => dnsLookup(rt, s, name, family, timeout)),
  }),
  staticMethod({
    name: 'getaddrinfo',
    doc: 'All addresses of a machine, looked up while others run.',
    params: [
      p.string('domain'),
      p.int('family', { default: AF_INET, text: 'AF_INET' }),
      p.int('socktype', { default: SOCK_STREAM, text: 'SOCK_STREAM' }),
      p.int('protocol', { default: IPPROTO_TCP, text: 'STREAM_IPPROTO_TCP' }),
      p.nullable(p.string('service'), { default: null }),
      p.float('timeout', { default: -1 }),
    ],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, _scope, name, family, _type, _protocol, _service, timeout) =>
      inCoroutine(rt, (s) => addressInfo(rt, s, name, family, timeout)),
  }),
];

export const dnsFunctions: readonly FunctionDef[] = [
  fn({
    name: 'swoole_async_dns_lookup_coro',
    doc: 'The first address of a machine, looked up while others run.',
    params: lookupParams,
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, name, timeout, family) => inCoroutine(rt, (s) => dnsLookup(rt, s, name, family, timeout)),
  }),
  fn({
    name: 'swoole_coroutine_gethostbyname',
    doc: 'The first address of a machine, looked up while others run.',
    params: byNameParams,
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, name, family, timeout) => inCoroutine(rt, (s) => hostByName(rt, s, name, family, timeout)),
  }),
  fn({
    name: 'swoole_clear_dns_cache',
    doc: 'Forgets the names that have been looked up.',
    params: [],
    returns: ['void'],
    link: LINK,
    impl(rt) {
      cacheOf(rt).clear();
      return null;
    },
  }),
];
