/**
 * About the engine and its host: versions, environment, memory, clocks.
 * Source: php-src ext/standard/info.c, basic_functions.c, hrtime.c, microtime.c, uniqid.c
 */
import { normalizeInt } from '../value/integer.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { isSummerTime, zoneOffset } from './calendar.ts';
import { zoneState } from './date-functions.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { environment } from './environment.ts';
import { extensionNames, findExtension, versionOf } from './extensions.ts';
import { VERSION, canonicalVersion, compareVersions } from './version-compare.ts';

function micros(rt: Executor): number {
  return rt.host.nowMicros();
}

const MEMORY = 2097152;

export const infoFunctions: readonly FunctionDef[] = [
  fn({
    name: 'phpversion',
    doc: 'The version of PHP, or of an extension.',
    params: [p.nullable(p.string('extension'), { default: null })],
    returns: ['string', 'false'],
    impl: (rt, extension) => {
      if (extension === null) return VERSION;
      const name = findExtension(rt, extension);
      return name === null ? false : versionOf(rt, name);
    },
  }),
  fn({
    name: 'zend_version',
    doc: 'The version of the Zend engine.',
    params: [],
    returns: ['string'],
    impl: () => '4.2.35',
  }),
  fn({
    name: 'php_sapi_name',
    doc: 'The kind of interface PHP runs behind.',
    params: [],
    returns: ['string', 'false'],
    impl: () => 'cli',
  }),
  fn({
    name: 'php_ini_loaded_file',
    doc: 'The php.ini that was read: none.',
    params: [],
    returns: ['string', 'false'],
    impl: () => false,
  }),
  fn({
    name: 'php_ini_scanned_files',
    doc: 'Further ini files that were read: none.',
    params: [],
    returns: ['string', 'false'],
    impl: () => false,
  }),
  fn({
    name: 'extension_loaded',
    doc: 'Whether an extension is there.',
    params: [p.string('extension')],
    returns: ['bool'],
    impl: (rt, extension) => findExtension(rt, extension) !== null,
  }),
  fn({
    name: 'get_loaded_extensions',
    doc: 'The names of the extensions.',
    params: [p.bool('zend_extensions', { default: false })],
    returns: ['array'],
    impl: (rt, zendExtensions) => PhpArray.fromList(zendExtensions ? [] : extensionNames(rt)),
  }),
  fn({
    name: 'version_compare',
    doc: 'Compares version numbers.',
    params: [p.string('version1'), p.string('version2'), p.nullable(p.string('operator'), { default: null })],
    returns: ['int', 'bool'],
    impl: (rt, a, b, operator): Zval => {
      const order = compareVersions(canonicalVersion(a), canonicalVersion(b));
      switch (operator) {
        case null:
          return order;
        case '<':
        case 'lt':
          return order < 0;
        case '<=':
        case 'le':
          return order <= 0;
        case '>':
        case 'gt':
          return order > 0;
        case '>=':
        case 'ge':
          return order >= 0;
        case '==':
        case '=':
        case 'eq':
          return order === 0;
        case '!=':
        case '<>':
        case 'ne':
          return order !== 0;
        default:
          return rt.argumentValueError(3, 'must be a valid comparison operator');
      }
    },
  }),
  fn({
    name: 'sys_get_temp_dir',
    doc: 'The directory for temporary files.',
    params: [],
    returns: ['string'],
    impl: (rt) => (environment(rt).get('TMPDIR') ?? '/tmp').replace(/(.)\/$/, '$1'),
  }),
  fn({
    name: 'getmypid',
    doc: 'The process id.',
    params: [],
    returns: ['int', 'false'],
    impl: (rt) => rt.host.pid(),
  }),
  fn({
    name: 'memory_get_usage',
    doc: "Bytes of memory in use, to PHP's granularity.",
    params: [p.bool('real_usage', { default: false })],
    returns: ['int'],
    impl: () => MEMORY,
  }),
  fn({
    name: 'memory_get_peak_usage',
    doc: 'The most bytes of memory in use so far.',
    params: [p.bool('real_usage', { default: false })],
    returns: ['int'],
    impl: () => MEMORY,
  }),
  fn({
    name: 'getenv',
    doc: 'An environment variable, or all of them.',
    params: [p.nullable(p.string('name'), { default: null }), p.bool('local_only', { default: false })],
    returns: ['array', 'string', 'false'],
    impl: (rt, name): Zval => {
      const env = environment(rt);
      if (name === null) return PhpArray.fromEntries([...env]);
      return env.get(name) ?? false;
    },
  }),
  fn({
    name: 'putenv',
    doc: 'Sets an environment variable for this request.',
    params: [p.string('assignment')],
    returns: ['bool'],
    impl: (rt, assignment) => {
      if (assignment === '' || assignment.startsWith('=')) return rt.argumentValueError(1, 'must have a valid syntax');
      const eq = assignment.indexOf('=');
      if (eq < 0) environment(rt).delete(assignment);
      else environment(rt).set(assignment.slice(0, eq), assignment.slice(eq + 1));
      return true;
    },
  }),
  fn({
    name: 'hrtime',
    doc: 'The monotonic clock in nanoseconds.',
    params: [p.bool('as_number', { default: false })],
    returns: ['array', 'int', 'float', 'false'],
    impl: (rt, asNumber): Zval => {
      const ns = rt.host.hrtime();
      if (asNumber) return normalizeInt(ns);
      return PhpArray.fromList([Number(ns / 1000000000n), Number(ns % 1000000000n)]);
    },
  }),
  fn({
    name: 'microtime',
    doc: 'The time with microseconds.',
    params: [p.bool('as_float', { default: false })],
    returns: ['string', 'float'],
    impl: (rt, asFloat) => {
      const now = micros(rt);
      if (asFloat) return new PhpFloat(now / 1e6);
      const seconds = Math.floor(now / 1e6);
      return `${((now - seconds * 1e6) / 1e6).toFixed(8)} ${seconds}`;
    },
  }),
  fn({
    name: 'gettimeofday',
    doc: 'The time of day.',
    params: [p.bool('as_float', { default: false })],
    returns: ['array', 'float'],
    impl: (rt, asFloat): Zval => {
      const now = micros(rt);
      if (asFloat) return new PhpFloat(now / 1e6);
      const seconds = Math.floor(now / 1e6);
      const { zone } = zoneState(rt);
      return PhpArray.fromEntries([
        ['sec', seconds],
        ['usec', Math.floor(now - seconds * 1e6)],
        ['minuteswest', -zoneOffset(zone, seconds) / 60],
        ['dsttime', Number(isSummerTime(zone, seconds))],
      ]);
    },
  }),
  fn({
    name: 'uniqid',
    doc: 'An id from the time.',
    params: [p.string('prefix', { default: '' }), p.bool('more_entropy', { default: false })],
    returns: ['string'],
    impl: (rt, prefix, moreEntropy) => {
      const state = rt.moduleState('uniqid', () => ({ last: 0 }));
      // a copy of this process makes the same ids until it comes to where it was made
      const told = rt.host.forks?.recall();
      const now = told === undefined ? Math.max(Math.floor(micros(rt)), state.last + 1) : Number(told.value);
      rt.host.forks?.note(now);
      state.last = now;
      const seconds = Math.floor(now / 1e6);
      const id = `${prefix}${seconds.toString(16).padStart(8, '0')}${(now - seconds * 1e6).toString(16).padStart(5, '0')}`;
      if (!moreEntropy) return id;
      let n = 0;
      for (const b of rt.host.randomBytes(6)) n = n * 256 + b;
      return id + ((n / 2 ** 48) * 10).toFixed(8);
    },
  }),
];
