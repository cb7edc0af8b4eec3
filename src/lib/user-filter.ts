/**
 * Stream filters written in PHP: php_user_filter and the buckets it is given.
 * Source: php-src ext/standard/user_filters.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { MAY_BE_ANY, MAY_BE_STRING } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import { getMethod } from '../object/methods.ts';
import { toInt } from '../value/convert.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { deref, PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, method, p } from './define.ts';
import {
  type Bucket,
  FLUSH_CLOSE,
  type FilterResult,
  PSFS_ERR_FATAL,
  PSFS_FEED_ME,
  PSFS_PASS_ON,
  type StreamFilter,
} from './stream-filter.ts';
import { type Stream, streamOf } from './stream.ts';
import { docref } from './string-util.ts';

/** What a "userfilter.bucket brigade" resource holds. */
class Brigade {
  readonly buckets: Bucket[];
  constructor(buckets: Bucket[]) {
    this.buckets = buckets;
  }
}

/** Calls a method of the filter object; undefined when there is none. The result is owned. */
function* callOwn(rt: Executor, obj: PhpObject, name: string, args: readonly Zval[]): NativeCode {
  const found = getMethod(rt, obj, name, name.toLowerCase(), obj.ce);
  if (found === null) return undefined;
  return yield* callCatching({ ...found, object: obj, calledScope: obj.ce, closure: null }, args);
}

function* setProperty(rt: Executor, obj: PhpObject, name: string, value: Zval): NativeCode<void> {
  release(rt, yield* rt.writeProperty(obj, name, value, obj.ce));
}

function* runUserFilter(
  rt: Executor,
  obj: PhpObject,
  stream: Stream,
  input: Bucket[],
  mode: number,
): NativeCode<FilterResult> {
  const fatal: FilterResult = { status: PSFS_ERR_FATAL, out: [], consumed: 0 };
  if (rt.exception !== null) return fatal;
  const own = stream.resource;
  if (own !== null) yield* setProperty(rt, obj, 'stream', own);
  const incoming = new Brigade(input);
  const outgoing = new Brigade([]);
  const from = rt.createResource('userfilter.bucket brigade', incoming);
  const to = rt.createResource('userfilter.bucket brigade', outgoing);
  const consumed = new PhpReference(0);
  const value = yield* callOwn(rt, obj, 'filter', [from, to, consumed, mode === FLUSH_CLOSE]);
  let status = PSFS_ERR_FATAL;
  if (value === undefined) docref(rt, E_WARNING, 'Failed to call filter function');
  else if (rt.exception === null) status = Number(toInt(rt, value));
  release(rt, value);
  const taken = Number(toInt(rt, consumed.val));
  release(rt, consumed);
  if (incoming.buckets.length > 0 && rt.exception === null) {
    docref(rt, E_WARNING, 'Unprocessed filter buckets remaining on input brigade');
  }
  for (const resource of [from, to]) {
    rt.closeResource(resource);
    release(rt, resource);
  }
  // the object must not keep the stream open
  const pending = rt.exception;
  rt.exception = null;
  if (own !== null) yield* setProperty(rt, obj, 'stream', null);
  if (pending !== null) rt.exception = pending;
  return { status, out: status === PSFS_PASS_ON ? outgoing.buckets : [], consumed: taken };
}

function* closeUserFilter(rt: Executor, obj: PhpObject): NativeCode<void> {
  release(rt, yield* callOwn(rt, obj, 'onclose', []));
  release(rt, obj);
}

/** user_filter_factory_create: null when the class is not there or its onCreate() says false. */
export function* createUserFilter(
  rt: Executor,
  name: string,
  className: string,
  params: Zval,
): NativeCode<StreamFilter | null> {
  const ce = yield* rt.autoloadClass(className);
  if (rt.exception !== null) return null;
  if (ce === null) {
    docref(rt, E_WARNING, `File filter "${name}" requires class "${className}", but that class is not defined`);
    return null;
  }
  const obj = yield* rt.initObject(ce);
  if (obj === null) return null;
  yield* setProperty(rt, obj, 'filtername', name);
  yield* setProperty(rt, obj, 'params', deref(params) ?? null);
  const made = yield* callOwn(rt, obj, 'oncreate', []);
  const refused = made === false;
  release(rt, made);
  if (refused || rt.exception !== null) {
    release(rt, obj);
    return null;
  }
  return {
    name,
    run: (vm, stream, input, mode) => runUserFilter(vm, obj, stream, input, mode),
    close: (vm) => closeUserFilter(vm, obj),
  };
}

const filterMethods: readonly MethodDef[] = [
  method({
    name: 'filter',
    doc: 'Takes buckets from one brigade and gives others to the next.',
    params: [p.untyped('in'), p.untyped('out'), p.ref('consumed'), p.bool('closing')],
    returns: ['int'],
    link: 'php-user-filter.filter',
    impl: () => PSFS_ERR_FATAL,
  }),
  method({
    name: 'onCreate',
    doc: 'Called when the filter is made; false refuses.',
    params: [],
    returns: ['bool'],
    link: 'php-user-filter.oncreate',
    impl: () => true,
  }),
  method({
    name: 'onClose',
    doc: 'Called when the filter goes.',
    params: [],
    returns: ['void'],
    link: 'php-user-filter.onclose',
    impl: () => null,
  }),
];

export const userFilterClass: ClassDef<MethodDef> = {
  name: 'php_user_filter',
  properties: [
    { name: 'filtername', flags: 0, type: { mask: MAY_BE_STRING, classes: [] }, default: '' },
    { name: 'params', flags: 0, type: { mask: MAY_BE_ANY, classes: [] }, default: '' },
    { name: 'stream', flags: 0, type: null, default: null },
  ],
  methods: filterMethods,
};

/** The bucket objects that user code sees: `bucket`, `data`, `datalen`. */
function* bucketObject(rt: Executor, bucket: Bucket): NativeCode {
  const obj = rt.newObject(rt.classOf('stdClass'));
  const resource = rt.createResource('userfilter.bucket', bucket);
  yield* setProperty(rt, obj, 'bucket', resource);
  release(rt, resource);
  yield* setProperty(rt, obj, 'data', bucket.data);
  yield* setProperty(rt, obj, 'datalen', bucket.data.length);
  return obj;
}

function brigadeOf(rt: Executor, resource: PhpResource): Brigade | null {
  if (resource.data instanceof Brigade) return resource.data;
  const func = rt.currentExecuteData?.func.functionName ?? '';
  return rt.throwError('TypeError', `${func}(): supplied resource is not a valid userfilter.bucket brigade resource`);
}

function* attach(rt: Executor, resource: PhpResource, obj: PhpObject, atEnd: boolean): NativeCode {
  const held = yield* rt.readProperty(obj, 'bucket');
  if (!(held instanceof PhpResource)) {
    release(rt, held);
    return rt.argumentValueError(2, 'must be an object that has a "bucket" property');
  }
  const bucket = held.data as Bucket | null;
  release(rt, held);
  const brigade = brigadeOf(rt, resource);
  if (brigade === null || bucket === null) return null;
  const data = yield* rt.readProperty(obj, 'data');
  if (typeof data === 'string') bucket.data = data;
  release(rt, data);
  if (atEnd) brigade.buckets.push(bucket);
  else brigade.buckets.unshift(bucket);
  return null;
}

export const bucketConstants: Readonly<Record<string, Zval>> = {
  PSFS_PASS_ON,
  PSFS_FEED_ME,
  PSFS_ERR_FATAL,
  PSFS_FLAG_NORMAL: 0,
  PSFS_FLAG_FLUSH_INC: 1,
  PSFS_FLAG_FLUSH_CLOSE: FLUSH_CLOSE,
  STREAM_FILTER_READ: 1,
  STREAM_FILTER_WRITE: 2,
  STREAM_FILTER_ALL: 3,
};

export const bucketFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_bucket_make_writeable',
    doc: 'Takes the next bucket from a brigade.',
    params: [p.resource('brigade')],
    returns: ['?object'],
    *impl(rt, resource) {
      const brigade = brigadeOf(rt, resource);
      const bucket = brigade?.buckets.shift();
      return bucket === undefined ? null : yield* bucketObject(rt, bucket);
    },
  }),
  fn({
    name: 'stream_bucket_append',
    doc: 'Puts a bucket at the end of a brigade.',
    params: [p.resource('brigade'), p.object('bucket')],
    returns: ['void'],
    impl: (rt, brigade, bucket) => attach(rt, brigade, bucket, true),
  }),
  fn({
    name: 'stream_bucket_prepend',
    doc: 'Puts a bucket at the start of a brigade.',
    params: [p.resource('brigade'), p.object('bucket')],
    returns: ['void'],
    impl: (rt, brigade, bucket) => attach(rt, brigade, bucket, false),
  }),
  fn({
    name: 'stream_bucket_new',
    doc: 'A new bucket.',
    params: [p.resource('stream'), p.string('buffer')],
    returns: ['object'],
    *impl(rt, resource, buffer) {
      return streamOf(rt, resource) === null ? null : yield* bucketObject(rt, { data: buffer });
    },
  }),
];
