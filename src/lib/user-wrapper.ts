/**
 * Stream wrappers written in PHP: a class whose methods are the operations of a stream.
 * Source: php-src main/streams/userspace.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import {
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import { findMethod } from '../object/methods.ts';
import { toBool, toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type PhpResource, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { statFromArray } from './stat-array.ts';
import { OPEN_FOR_INCLUDE, type StreamWrapper } from './stream-wrapper.ts';
import { parseMode, Stream, type StreamOps, type StreamStat } from './stream.ts';
import { docref, stringOf } from './string-util.ts';

const NOT_MADE = ACC_INTERFACE | ACC_TRAIT | ACC_IMPLICIT_ABSTRACT_CLASS | ACC_EXPLICIT_ABSTRACT_CLASS;

/** The object of a user stream. */
function objectOf(stream: Stream): PhpObject {
  return stream.state as PhpObject;
}

/** Calls a method; undefined when there is none, or after an exception. The result is owned. */
function* callOwn(rt: Executor, obj: PhpObject, name: string, args: readonly Zval[]): NativeCode {
  const found = findMethod(obj.ce, name, name.toLowerCase(), obj.ce);
  if (found === null || typeof found === 'string') return undefined;
  const result = yield* callCatching(
    { func: found.func, object: obj, calledScope: obj.ce, closure: null, magicName: found.magicName },
    args,
  );
  return rt.exception === null ? (result ?? null) : (release(rt, result), undefined);
}

function missing(rt: Executor, ce: ClassEntry, method: string, more: string = ''): void {
  if (rt.exception === null) docref(rt, E_WARNING, `${ce.name}::${method} is not implemented!${more}`);
}

/** user_stream_create_object: owned; null when the class cannot be made or its constructor threw. */
function* createObject(rt: Executor, ce: ClassEntry, context: PhpResource | null): NativeCode<PhpObject | null> {
  if ((ce.flags & NOT_MADE) !== 0) return null;
  const obj = yield* rt.initObject(ce);
  if (obj === null) return null;
  release(rt, yield* rt.writeProperty(obj, 'context', context, ce));
  const constructor = ce.magic.constructor_;
  if (constructor !== null) {
    release(
      rt,
      yield* callCatching({ func: constructor, object: obj, calledScope: ce, closure: null, magicName: null }, []),
    );
  }
  if (rt.exception === null) return obj;
  release(rt, obj);
  return null;
}

/** Calls one method of a new object: true or false as it answers, false when it has none (with a warning). */
function* ask(
  rt: Executor,
  ce: ClassEntry,
  context: PhpResource | null,
  method: string,
  args: readonly Zval[],
): NativeCode<boolean> {
  const obj = yield* createObject(rt, ce, context);
  if (obj === null) return false;
  const answer = yield* callOwn(rt, obj, method, args);
  if (answer === undefined) missing(rt, ce, method);
  release(rt, obj);
  release(rt, answer);
  return answer === true;
}

function* readUser(rt: Executor, stream: Stream, length: number): NativeCode<string | null> {
  const obj = objectOf(stream);
  const value = yield* callOwn(rt, obj, 'stream_read', [length]);
  if (rt.exception !== null) return null;
  if (value === undefined) missing(rt, obj.ce, 'stream_read');
  if (value === undefined || value === false) return null;
  let bytes = yield* stringOf(rt, value);
  release(rt, value);
  if (bytes === null) return null;
  if (bytes.length > length) {
    const more = bytes.length - length;
    docref(
      rt,
      E_WARNING,
      `${obj.ce.name}::stream_read - read ${more} bytes more data than requested (${bytes.length} read, ${length} max) - excess data will be lost`,
    );
    bytes = bytes.slice(0, length);
  }
  const end = yield* callOwn(rt, obj, 'stream_eof', []);
  if (rt.exception !== null) {
    stream.eof = true;
    return null;
  }
  if (end === undefined) missing(rt, obj.ce, 'stream_eof', ' Assuming EOF');
  if (end === undefined || toBool(end)) stream.eof = true;
  release(rt, end);
  return bytes;
}

function* writeUser(rt: Executor, stream: Stream, bytes: string): NativeCode<number | null> {
  const obj = objectOf(stream);
  const value = yield* callOwn(rt, obj, 'stream_write', [bytes]);
  if (rt.exception !== null) return null;
  if (value === undefined) missing(rt, obj.ce, 'stream_write');
  if (value === undefined || value === false) return null;
  const done = Number(toInt(rt, value));
  release(rt, value);
  if (done <= bytes.length) return done;
  docref(
    rt,
    E_WARNING,
    `${obj.ce.name}::stream_write wrote ${done - bytes.length} bytes more data than requested (${done} written, ${bytes.length} max)`,
  );
  return bytes.length;
}

function* seekUser(rt: Executor, stream: Stream, offset: number, whence: number): NativeCode<number | null> {
  const obj = objectOf(stream);
  const moved = yield* callOwn(rt, obj, 'stream_seek', [offset, whence]);
  if (moved === undefined && rt.exception === null) stream.noSeek = true;
  const ok = moved !== undefined && toBool(moved);
  release(rt, moved);
  if (!ok) return null;
  const at = yield* callOwn(rt, obj, 'stream_tell', []);
  if (at === undefined) missing(rt, obj.ce, 'stream_tell');
  if (typeof at === 'number') return at;
  release(rt, at);
  return null;
}

function* closeUser(rt: Executor, stream: Stream, method: string): NativeCode<void> {
  const obj = objectOf(stream);
  release(rt, yield* callOwn(rt, obj, method, []));
  stream.state = null;
  release(rt, obj);
}

function* statUser(rt: Executor, stream: Stream): NativeCode<StreamStat | null> {
  const obj = objectOf(stream);
  const value = yield* callOwn(rt, obj, 'stream_stat', []);
  if (value === undefined) missing(rt, obj.ce, 'stream_stat');
  const stat = value instanceof PhpArray ? statFromArray(rt, value) : null;
  release(rt, value);
  return stat;
}

function* truncateUser(rt: Executor, stream: Stream, size: number): NativeCode<boolean | null> {
  const obj = objectOf(stream);
  if (!obj.ce.functionTable.has('stream_truncate')) return null;
  const value = yield* callOwn(rt, obj, 'stream_truncate', [size]);
  if (typeof value === 'boolean') return value;
  if (value !== undefined) docref(rt, E_WARNING, `${obj.ce.name}::stream_truncate did not return a boolean!`);
  release(rt, value);
  return false;
}

function* lockUser(rt: Executor, stream: Stream, operation: number): NativeCode<boolean> {
  const obj = objectOf(stream);
  const value = yield* callOwn(rt, obj, 'stream_lock', [operation]);
  if (value === undefined) missing(rt, obj.ce, 'stream_lock');
  release(rt, value);
  return value === true;
}

function* flushUser(rt: Executor, stream: Stream): NativeCode<boolean> {
  const value = yield* callOwn(rt, objectOf(stream), 'stream_flush', []);
  const ok = value !== undefined && toBool(value);
  release(rt, value);
  return ok;
}

function* optionUser(
  rt: Executor,
  stream: Stream,
  option: number,
  value: number,
  extra: number | null,
): NativeCode<boolean> {
  const obj = objectOf(stream);
  const answer = yield* callOwn(rt, obj, 'stream_set_option', [option, value, extra]);
  if (answer === undefined) missing(rt, obj.ce, 'stream_set_option');
  const ok = answer !== undefined && toBool(answer);
  release(rt, answer);
  return ok;
}

const userOps: StreamOps = {
  label: 'user-space',
  read: readUser,
  write: writeUser,
  seek: seekUser,
  close: (rt, stream) => closeUser(rt, stream, 'stream_close'),
  flush: flushUser,
  stat: statUser,
  truncate: truncateUser,
  lock: lockUser,
  setOption: optionUser,
};

const userDirOps: StreamOps = {
  label: 'user-space-dir',
  read: () => null,
  write: null,
  seek: null,
  close: (rt, stream) => closeUser(rt, stream, 'dir_closedir'),
  *readDir(rt, stream) {
    const obj = objectOf(stream);
    const value = yield* callOwn(rt, obj, 'dir_readdir', []);
    if (value === undefined) missing(rt, obj.ce, 'dir_readdir');
    if (value === undefined || typeof value === 'boolean') return null;
    const name = yield* stringOf(rt, value);
    release(rt, value);
    return name;
  },
  *rewindDir(rt, stream) {
    release(rt, yield* callOwn(rt, objectOf(stream), 'dir_rewinddir', []));
  },
};

/** The name that a wrapper is opening: it may not open itself by it. */
interface OpeningState {
  name: string | null;
  inInclude: boolean;
}

function opening(rt: Executor): OpeningState {
  return rt.moduleState('user-wrapper', () => ({ name: null, inInclude: false }));
}

function* openUser(
  rt: Executor,
  ce: ClassEntry,
  path: string,
  context: PhpResource | null,
  ops: StreamOps,
  method: 'stream_open' | 'dir_opendir',
  args: readonly Zval[],
  mode: string,
): NativeCode<Stream | string | null> {
  const state = opening(rt);
  if (state.name === path) return 'infinite recursion prevented';
  state.name = path;
  try {
    const obj = yield* createObject(rt, ce, context);
    if (obj === null) return null;
    const answer = yield* callOwn(rt, obj, method, args);
    const opened = answer !== undefined && toBool(answer);
    release(rt, answer);
    if (!opened) {
      const thrown = rt.exception !== null;
      release(rt, obj);
      return thrown ? null : `"${ce.name}::${method}" call failed`;
    }
    const parsed = parseMode(mode) ?? { text: mode, read: true, write: true, append: false, kind: 'r' };
    const stream = new Stream(ops, parsed, path, obj);
    stream.wrapperType = 'user-space';
    stream.wrapperData = addRef(obj);
    return stream;
  } finally {
    state.name = null;
  }
}

/** The wrapper of a class. */
export function userWrapper(ce: ClassEntry, isUrl: boolean): StreamWrapper {
  return {
    isUrl,
    label: 'user-space',
    *open(rt, path, mode, options, context) {
      const opened = new PhpReference(null);
      const bits = options & ~OPEN_FOR_INCLUDE;
      const args = [path, mode, bits | (options & OPEN_FOR_INCLUDE), opened];
      const stream = yield* openUser(rt, ce, path, context, userOps, 'stream_open', args, mode);
      release(rt, opened);
      return stream;
    },
    openDir: (rt, path, options, context) =>
      openUser(rt, ce, path, context, userDirOps, 'dir_opendir', [path, options], 'r'),
    *urlStat(rt, path, flags) {
      const obj = yield* createObject(rt, ce, null);
      if (obj === null) return null;
      const value = yield* callOwn(rt, obj, 'url_stat', [path, flags]);
      if (value === undefined) missing(rt, ce, 'url_stat');
      const stat = value instanceof PhpArray ? statFromArray(rt, value) : null;
      release(rt, value);
      release(rt, obj);
      return stat;
    },
    unlink: (rt, path, context) => ask(rt, ce, context, 'unlink', [path]),
    rename: (rt, from, to, context) => ask(rt, ce, context, 'rename', [from, to]),
    mkdir: (rt, path, mode, options, context) => ask(rt, ce, context, 'mkdir', [path, mode, options]),
    rmdir: (rt, path, options, context) => ask(rt, ce, context, 'rmdir', [path, options]),
    metadata: (rt, path, option, value, context) =>
      ask(rt, ce, context, 'stream_metadata', [path, option, deref(value)]),
  };
}
