/** Functions about Swoole itself. Source: swoole-src ext-src/php_swoole.cc, swoole_async_coro.cc */
import { schedulerOf } from '../../coro/scheduler.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { swooleText } from './errors.ts';
import { setOptions, settingsOf } from './options.ts';

/** The Swoole whose behaviour is reproduced. */
export const SWOOLE_VERSION = '6.2.1';

/** SWOOLE_STRERROR_SYSTEM */
const STRERROR_SYSTEM = 0;
const LINK = 'https://wiki.swoole.com/#/functions';

export const miscFunctions: readonly FunctionDef[] = [
  fn({
    name: 'swoole_version',
    doc: 'The version of Swoole.',
    params: [],
    returns: ['string'],
    link: LINK,
    impl: () => SWOOLE_VERSION,
  }),
  ...['swoole_last_error', 'swoole_errno'].map((name) =>
    fn({
      name,
      doc: 'The number of the last error.',
      params: [],
      returns: ['int'],
      link: LINK,
      impl: (rt) => schedulerOf(rt).lastError,
    }),
  ),
  fn({
    name: 'swoole_strerror',
    doc: 'The text of an error of the system or of Swoole.',
    params: [p.int('errno'), p.int('error_type', { default: STRERROR_SYSTEM })],
    returns: ['string'],
    link: LINK,
    impl: (_rt, number) => swooleText(number),
  }),
  fn({
    name: 'swoole_clear_error',
    doc: 'Forgets the last error.',
    params: [],
    returns: ['void'],
    link: LINK,
    impl(rt) {
      schedulerOf(rt).lastError = 0;
      return null;
    },
  }),
  fn({
    name: 'swoole_ignore_error',
    doc: 'From now on an error is not logged.',
    params: [p.int('error')],
    returns: ['void'],
    link: LINK,
    impl(rt, error) {
      settingsOf(rt).ignored.add(error);
      return null;
    },
  }),
  fn({
    name: 'swoole_set_process_name',
    doc: 'Names the process for ps.',
    params: [p.string('process_name')],
    returns: ['bool'],
    link: LINK,
    impl(rt, name) {
      if (rt.host.system === null || rt.host.system === undefined) return false;
      if (rt.host.forks?.replaying !== true) rt.host.system.setTitle(name);
      return true;
    },
  }),
  fn({
    name: 'swoole_cpu_num',
    doc: 'How many processors the machine has.',
    params: [],
    returns: ['int'],
    link: LINK,
    impl(rt) {
      const text = rt.host.readFile('/proc/cpuinfo') ?? '';
      return Math.max(1, text.match(/^processor\s*:/gm)?.length ?? 0);
    },
  }),
  fn({
    name: 'swoole_async_set',
    doc: 'Sets options.',
    params: [p.array('settings')],
    returns: ['bool'],
    link: LINK,
    impl(rt, settings) {
      setOptions(rt, settings);
      return true;
    },
  }),
];
