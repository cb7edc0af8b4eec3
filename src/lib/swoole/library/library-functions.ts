/** Functions of Swoole's library that are written in PHP: each calls the method of that name of SwooleLibrary. */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../../define.ts';

const LINK = 'https://wiki.swoole.com/#/library';

function* callLibrary(rt: Executor, method: string, args: readonly Zval[]): NativeCode {
  const ce = yield* rt.autoloadClass('SwooleLibrary');
  if (ce === null) return null;
  const callable = rt.resolveCallable(`SwooleLibrary::${method}`);
  if (callable === null) return null;
  return yield { kind: 'call', callable, args, named: null, catches: false };
}

const options = p.nullable(p.array('options'), { default: null });
const headers = p.nullable(p.array('headers'), { default: null });
const cookies = p.nullable(p.array('cookies'), { default: null });
const proxy = 'Swoole\\Coroutine\\Http\\ClientProxy';

const httpFunctions: readonly FunctionDef[] = [
  fn({
    name: 'Swoole\\Coroutine\\Http\\request',
    doc: 'Makes a request.',
    params: [p.string('url'), p.string('method'), p.mixed('data', { default: null }), options, headers, cookies],
    returns: [proxy],
    link: LINK,
    impl: (rt, ...args) => callLibrary(rt, 'request', args),
  }),
  fn({
    name: 'Swoole\\Coroutine\\Http\\post',
    doc: 'Posts data.',
    params: [p.string('url'), p.mixed('data'), options, headers, cookies],
    returns: [proxy],
    link: LINK,
    impl: (rt, ...args) => callLibrary(rt, 'post', args),
  }),
  fn({
    name: 'Swoole\\Coroutine\\Http\\get',
    doc: 'Gets a page.',
    params: [p.string('url'), options, headers, cookies],
    returns: [proxy],
    link: LINK,
    impl: (rt, ...args) => callLibrary(rt, 'get', args),
  }),
];

const emptyArray = { default: null, text: '[]' } as const;

export const libraryFunctions: readonly FunctionDef[] = [
  ...httpFunctions,
  ...['swoole_string', '_string'].map((name) =>
    fn({
      name,
      doc: 'A string with methods.',
      params: [p.string('string', { default: '' })],
      returns: ['Swoole\\StringObject'],
      link: LINK,
      impl: (rt, text) => callLibrary(rt, 'swoole_string', [text]),
    }),
  ),
  ...['swoole_array', '_array'].map((name) =>
    fn({
      name,
      doc: 'An array with methods.',
      params: [p.nullable(p.array('array'), emptyArray)],
      returns: ['Swoole\\ArrayObject'],
      link: LINK,
      impl: (rt, array) => callLibrary(rt, 'swoole_array', array === null ? [] : [array]),
    }),
  ),
  fn({
    name: 'swoole_array_list',
    doc: 'An array with methods, of the arguments.',
    params: [p.rest(p.mixed('array'))],
    returns: ['Swoole\\ArrayObject'],
    link: LINK,
    impl: (rt, values) => callLibrary(rt, 'swoole_array_list', values),
  }),
  fn({
    name: 'swoole_library_set_options',
    doc: 'Sets all options of the library.',
    params: [p.array('options')],
    returns: ['void'],
    link: LINK,
    impl: (rt, all) => callLibrary(rt, 'swoole_library_set_options', [all]),
  }),
  fn({
    name: 'swoole_library_get_options',
    doc: 'All options of the library.',
    params: [],
    returns: ['array'],
    link: LINK,
    impl: (rt) => callLibrary(rt, 'swoole_library_get_options', []),
  }),
  fn({
    name: 'swoole_library_set_option',
    doc: 'Sets an option of the library.',
    params: [p.string('key'), p.mixed('value')],
    returns: ['void'],
    link: LINK,
    impl: (rt, key, value) => callLibrary(rt, 'swoole_library_set_option', [key, value]),
  }),
  fn({
    name: 'swoole_library_get_option',
    doc: 'An option of the library.',
    params: [p.string('key')],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, key) => callLibrary(rt, 'swoole_library_get_option', [key]),
  }),
];
