/**
 * The running engine: cycle collector, sleeping.
 * Source: php-src Zend/zend_builtin_functions.c, ext/standard/basic_functions.c
 */
import { PhpArray } from '../value/php-array.ts';
import { type FunctionDef, fn, p } from './define.ts';

const NANOS_PER_SECOND = 1_000_000_000;

export const runtimeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'gc_collect_cycles',
    doc: 'Frees garbage cycles; returns how many values were freed.',
    params: [],
    returns: ['int'],
    *impl(rt) {
      return yield* rt.gc.collect(rt);
    },
  }),
  fn({
    name: 'gc_enabled',
    doc: 'Whether the cycle collector runs by itself.',
    params: [],
    returns: ['bool'],
    impl: (rt) => rt.gc.enabled,
  }),
  fn({
    name: 'gc_enable',
    doc: 'Lets the cycle collector run by itself.',
    params: [],
    returns: ['void'],
    impl(rt) {
      rt.ini.set('zend.enable_gc', '1');
      rt.gc.enabled = true;
      return null;
    },
  }),
  fn({
    name: 'gc_disable',
    doc: 'Stops the cycle collector from running by itself.',
    params: [],
    returns: ['void'],
    impl(rt) {
      rt.ini.set('zend.enable_gc', '0');
      rt.gc.enabled = false;
      return null;
    },
  }),
  fn({
    name: 'gc_status',
    doc: 'Numbers about the cycle collector.',
    params: [],
    returns: ['array'],
    impl: (rt) => PhpArray.fromEntries(Object.entries({ ...rt.gc.status() })),
  }),
  fn({
    name: 'gc_mem_caches',
    doc: 'Frees memory kept for reuse; there is none.',
    params: [],
    returns: ['int'],
    impl: () => 0,
  }),
  fn({
    name: 'usleep',
    doc: 'Waits for microseconds.',
    params: [p.int('microseconds')],
    returns: ['void'],
    impl(rt, microseconds) {
      if (microseconds < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      rt.host.sleepMicros(microseconds);
      return null;
    },
  }),
  fn({
    name: 'sleep',
    doc: 'Waits for seconds.',
    params: [p.int('seconds')],
    returns: ['int'],
    impl(rt, seconds) {
      if (seconds < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      rt.host.sleepMicros(seconds * 1e6);
      return 0;
    },
  }),
  fn({
    name: 'time_nanosleep',
    doc: 'Waits for seconds and nanoseconds.',
    params: [p.int('seconds'), p.int('nanoseconds')],
    returns: ['array', 'bool'],
    impl(rt, seconds, nanoseconds) {
      if (seconds < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (nanoseconds < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      if (nanoseconds >= NANOS_PER_SECOND) {
        return rt.throwError('ValueError', 'Nanoseconds was not in the range 0 to 999 999 999 or seconds was negative');
      }
      rt.host.sleepMicros(seconds * 1e6 + nanoseconds / 1000);
      return true;
    },
  }),
];
