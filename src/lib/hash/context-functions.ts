/**
 * hash_init() and what works on its HashContext.
 * Source: php-src 8.2 ext/hash/hash.c, hash.stub.php
 */
import { ACC_FINAL } from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, method, p } from '../define.ts';
import { readWhole } from '../file-functions.ts';
import { streamOf } from '../stream.ts';
import { readStream } from '../stream-core.ts';
import { algorithmOf, finishHmac, hmacKey, readOptions, shownDigest } from './engine.ts';
import type { HashState } from './hash-state.ts';

const HASH_HMAC = 1;

class ContextData {
  readonly algorithm: string;
  readonly state: HashState;
  /** The outer key of an HMAC. */
  readonly outer: HashState | null;

  constructor(algorithm: string, state: HashState, outer: HashState | null) {
    this.algorithm = algorithm;
    this.state = state;
    this.outer = outer;
  }
}

/** The running digest of a context; null after the TypeError that it is finished. */
function runningState(rt: Executor, context: PhpObject): ContextData | null {
  if (context.native instanceof ContextData) return context.native;
  return rt.argumentTypeError(1, 'must be a valid, non-finalized HashContext');
}

function makeContext(rt: Executor, data: ContextData): PhpObject {
  const obj = rt.newObject(rt.classOf('HashContext'));
  obj.native = data;
  return obj;
}

function* updateFromStream(
  rt: Executor,
  data: ContextData,
  resource: Parameters<typeof streamOf>[1],
  length: number,
): NativeCode {
  const stream = streamOf(rt, resource);
  if (stream === null) return null;
  let taken = 0;
  while (length < 0 || taken < length) {
    const part = yield* readStream(rt, stream, length < 0 ? 8192 : Math.min(8192, length - taken));
    if (part === null || part === '') break;
    data.state.update(part);
    taken += part.length;
  }
  return taken;
}

const context = p.object('context', 'HashContext');

export const hashContextFunctions: readonly FunctionDef[] = [
  fn({
    name: 'hash_init',
    doc: 'Begins a digest that is fed in parts.',
    params: [
      p.string('algo'),
      p.int('flags', { default: 0 }),
      p.string('key', { default: '' }),
      p.optional({ ...p.array('options'), defaultText: '[]' }),
    ],
    returns: ['HashContext'],
    impl: (rt, name, flags, key, options) => {
      const found = algorithmOf(rt, name);
      if (found === undefined) return rt.argumentValueError(1, 'must be a valid hashing algorithm');
      if ((flags & HASH_HMAC) === 0) {
        const read = readOptions(rt, found, options);
        return read === null ? null : makeContext(rt, new ContextData(found.name, found.create(read), null));
      }
      if (!found.isCryptographic) {
        return rt.argumentValueError(1, 'must be a cryptographic hashing algorithm if HMAC is requested');
      }
      if (key === '') return rt.argumentValueError(3, 'cannot be empty when HMAC is requested');
      const { inner, outer } = hmacKey(found, key);
      return makeContext(rt, new ContextData(found.name, inner, outer));
    },
  }),
  fn({
    name: 'hash_update',
    doc: 'Feeds a digest.',
    params: [context, p.string('data')],
    returns: ['bool'],
    impl: (rt, obj, text) => {
      const data = runningState(rt, obj);
      data?.state.update(text);
      return data === null ? null : true;
    },
  }),
  fn({
    name: 'hash_update_stream',
    doc: 'Feeds a digest from a stream; tells how many bytes there were.',
    params: [context, p.resource('stream'), p.int('length', { default: -1 })],
    returns: ['int'],
    impl: (rt, obj, stream, length) => {
      const data = runningState(rt, obj);
      return data === null ? null : updateFromStream(rt, data, stream, length);
    },
  }),
  fn({
    name: 'hash_update_file',
    doc: 'Feeds a digest from a file.',
    params: [context, p.string('filename'), p.untyped('stream_context', { default: null })],
    returns: ['bool'],
    *impl(rt, obj, path) {
      const data = runningState(rt, obj);
      const bytes = data === null ? null : yield* readWhole(rt, path, false);
      if (data === null || typeof bytes !== 'string') return bytes;
      data.state.update(bytes);
      return true;
    },
  }),
  fn({
    name: 'hash_final',
    doc: 'Finishes a digest.',
    params: [context, p.bool('binary', { default: false })],
    returns: ['string'],
    impl: (rt, obj, binary) => {
      const data = runningState(rt, obj);
      if (data === null) return null;
      obj.native = null;
      return shownDigest(data.outer === null ? data.state.digest() : finishHmac(data.outer, data.state), binary);
    },
  }),
  fn({
    name: 'hash_copy',
    doc: 'A copy of a running digest.',
    params: [context],
    returns: ['HashContext'],
    impl: (rt, obj) => {
      const data = runningState(rt, obj);
      return data === null ? null : makeContext(rt, new ContextData(data.algorithm, data.state.clone(), data.outer));
    },
  }),
];

function cannotSerialize(rt: Executor, obj: PhpObject): null {
  const data = obj.native;
  if (!(data instanceof ContextData)) return rt.throwError('Exception', 'HashContext is already finalized');
  if (data.outer !== null) {
    return rt.throwError('Exception', 'HashContext with HASH_HMAC option cannot be serialized');
  }
  return rt.throwError('Exception', `HashContext for algorithm "${data.algorithm}" cannot be serialized`);
}

export const hashContextClass: ClassDef<MethodDef> = {
  name: 'HashContext',
  flags: ACC_FINAL,
  methods: [
    method({
      name: '__construct',
      doc: 'Contexts are made by hash_init().',
      params: [],
      returns: null,
      visibility: 'private',
      link: 'hashcontext.construct',
      impl: () => null,
    }),
    method({
      name: '__serialize',
      doc: 'Running digests are not serialized here.',
      params: [],
      returns: ['array'],
      link: 'hashcontext.serialize',
      impl: cannotSerialize,
    }),
    method({
      name: '__unserialize',
      doc: 'Running digests are not unserialized here.',
      params: [p.array('data')],
      returns: ['void'],
      link: 'hashcontext.unserialize',
      impl: (rt) => rt.throwError('Exception', 'Incomplete or ill-formed serialization data'),
    }),
  ],
  handlers: {
    cloneNative: (rt, from, to) => {
      const data = from.native;
      if (data instanceof ContextData) to.native = new ContextData(data.algorithm, data.state.clone(), data.outer);
      else rt.throwError('ValueError', 'Cannot clone a finalized HashContext');
    },
  },
};
