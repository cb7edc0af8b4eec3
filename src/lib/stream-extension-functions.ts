/**
 * Wrappers and filters by the program: stream_wrapper_register, stream_filter_append, ...
 * Source: php-src main/streams/userspace.c, ext/standard/streamsfuncs.c, user_filters.c
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { AttachedFilter } from './stream-filter.ts';
import { attachFilter, detachFilter } from './stream-filter-attach.ts';
import { createFilter, userFilters } from './stream-filter-table.ts';
import { FILTER_NAMES } from './stream-filters-builtin.ts';
import { wrapperState } from './stream-wrapper.ts';
import { streamOf } from './stream.ts';
import { docref } from './string-util.ts';
import { userWrapper } from './user-wrapper.ts';

const IS_URL = 1;
const READ = 1;
const WRITE = 2;

export const streamExtensionConstants: Readonly<Record<string, Zval>> = {
  STREAM_USE_PATH: 1,
  STREAM_REPORT_ERRORS: 8,
  STREAM_MUST_SEEK: 16,
  STREAM_URL_STAT_LINK: 1,
  STREAM_URL_STAT_QUIET: 2,
  STREAM_MKDIR_RECURSIVE: 1,
  STREAM_IS_URL: IS_URL,
  STREAM_OPTION_BLOCKING: 1,
  STREAM_OPTION_READ_TIMEOUT: 4,
  STREAM_OPTION_READ_BUFFER: 2,
  STREAM_OPTION_WRITE_BUFFER: 3,
  STREAM_BUFFER_NONE: 0,
  STREAM_BUFFER_LINE: 1,
  STREAM_BUFFER_FULL: 2,
  STREAM_CAST_AS_STREAM: 0,
  STREAM_CAST_FOR_SELECT: 3,
  STREAM_META_TOUCH: 1,
  STREAM_META_OWNER_NAME: 2,
  STREAM_META_OWNER: 3,
  STREAM_META_GROUP_NAME: 4,
  STREAM_META_GROUP: 5,
  STREAM_META_ACCESS: 6,
};

function* register(rt: Executor, protocol: string, className: string, flags: number): NativeCode {
  const ce = yield* rt.autoloadClass(className);
  if (rt.exception !== null) return null;
  if (ce === null) {
    return rt.argumentTypeError(2, `must be a valid class name, ${className} given`);
  }
  // each try takes a resource, as in PHP
  rt.createResource('stream-wrapper', null);
  const { current } = wrapperState(rt);
  if (current.has(protocol)) {
    docref(rt, E_WARNING, `Protocol ${protocol}:// is already defined.`);
    return false;
  }
  if (!/^[A-Za-z0-9+\-.]+$/.test(protocol)) {
    docref(
      rt,
      E_WARNING,
      `Invalid protocol scheme specified. Unable to register wrapper class ${ce.name} to ${protocol}://`,
    );
    return false;
  }
  wrapperState(rt).changed = true;
  current.set(protocol, userWrapper(ce, (flags & IS_URL) !== 0));
  return true;
}

function unregister(rt: Executor, protocol: string): boolean {
  const state = wrapperState(rt);
  if (state.current.delete(protocol)) {
    state.changed = true;
    return true;
  }
  docref(rt, E_WARNING, `Unable to unregister protocol ${protocol}://`);
  return false;
}

function restore(rt: Executor, protocol: string): boolean {
  const state = wrapperState(rt);
  const own = state.builtin.get(protocol);
  if (own === undefined) {
    docref(rt, E_WARNING, `${protocol}:// never existed, nothing to restore`);
    return false;
  }
  if (state.current.get(protocol) === own) {
    docref(rt, E_NOTICE, `${protocol}:// was never changed, nothing to restore`);
    return true;
  }
  state.current.delete(protocol);
  state.current.set(protocol, own);
  return true;
}

/** apply_filter_to_stream */
function* apply(
  rt: Executor,
  resource: PhpResource,
  name: string,
  mode: number,
  params: Zval,
  atEnd: boolean,
): NativeCode {
  const stream = streamOf(rt, resource);
  if (stream === null) return null;
  let sides = mode & (READ | WRITE);
  if (sides === 0) {
    const { text } = stream.mode;
    if (/[r+]/.test(text)) sides |= READ;
    if (/[wa+]/.test(text)) sides |= WRITE;
  }
  let last: AttachedFilter | null = null;
  for (const side of ['read', 'write'] as const) {
    if ((sides & (side === 'read' ? READ : WRITE)) === 0) continue;
    const filter = yield* createFilter(rt, name, params);
    last = filter === null ? null : yield* attachFilter(rt, stream, filter, side, atEnd);
    if (last === null) return rt.exception === null ? false : null;
  }
  if (last === null) return false;
  last.resource = rt.createResource('stream filter', last);
  return addRef(last.resource);
}

function* remove(rt: Executor, resource: PhpResource): NativeCode {
  if (!(resource.data instanceof AttachedFilter)) {
    return rt.throwError(
      'TypeError',
      'stream_filter_remove(): supplied resource is not a valid stream filter resource',
    );
  }
  if (yield* detachFilter(rt, resource.data)) return true;
  if (rt.exception === null) docref(rt, E_WARNING, 'Unable to flush filter, not removing');
  return false;
}

const filterParams = [
  p.resource('stream'),
  p.string('filter_name'),
  p.int('mode', { default: 0 }),
  p.optional(p.mixed('params')),
] as const;

const wrapperParams = [p.string('protocol'), p.string('class'), p.int('flags', { default: 0 })] as const;

export const streamExtensionFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_wrapper_register',
    doc: 'Makes a class the wrapper of a scheme.',
    params: wrapperParams,
    returns: ['bool'],
    impl: register,
  }),
  fn({
    name: 'stream_register_wrapper',
    doc: 'Makes a class the wrapper of a scheme (stream_wrapper_register).',
    params: wrapperParams,
    returns: ['bool'],
    impl: register,
  }),
  fn({
    name: 'stream_wrapper_unregister',
    doc: 'Takes the wrapper of a scheme away.',
    params: [p.string('protocol')],
    returns: ['bool'],
    impl: unregister,
  }),
  fn({
    name: 'stream_wrapper_restore',
    doc: "Puts PHP's own wrapper of a scheme back.",
    params: [p.string('protocol')],
    returns: ['bool'],
    impl: restore,
  }),
  fn({
    name: 'stream_get_wrappers',
    doc: 'The schemes that have a wrapper.',
    params: [],
    returns: ['array'],
    impl: (rt) => PhpArray.fromList([...wrapperState(rt).current.keys()]),
  }),
  fn({
    name: 'stream_filter_append',
    doc: 'Puts a filter at the end of a stream’s chain.',
    params: filterParams,
    returns: null,
    impl: (rt, stream, name, mode, params) => apply(rt, stream, name, mode, params ?? null, true),
  }),
  fn({
    name: 'stream_filter_prepend',
    doc: 'Puts a filter at the start of a stream’s chain.',
    params: filterParams,
    returns: null,
    impl: (rt, stream, name, mode, params) => apply(rt, stream, name, mode, params ?? null, false),
  }),
  fn({
    name: 'stream_filter_remove',
    doc: 'Takes a filter out of its chain.',
    params: [p.resource('stream_filter')],
    returns: ['bool'],
    impl: remove,
  }),
  fn({
    name: 'stream_filter_register',
    doc: 'Makes a class the filter of a name.',
    params: [p.string('filter_name'), p.string('class')],
    returns: ['bool'],
    impl(rt, name, className) {
      if (name === '') return rt.argumentValueError(1, 'must be a non-empty string');
      if (className === '') return rt.argumentValueError(2, 'must be a non-empty string');
      const table = userFilters(rt);
      const lowered = name.toLowerCase();
      if (table.has(lowered)) return false;
      table.set(lowered, className);
      return true;
    },
  }),
  fn({
    name: 'stream_get_filters',
    doc: 'The names of the filters.',
    params: [],
    returns: ['array'],
    impl: (rt) => PhpArray.fromList([...FILTER_NAMES, ...userFilters(rt).keys()]),
  }),
];
