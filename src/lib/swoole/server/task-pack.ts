/**
 * Tasks as bytes, for queues that others write to.
 * Source: swoole-src ext-src/swoole_server.cc (Task::pack, unpack), include/swoole_server.h (DataHead)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, p, staticMethod } from '../../define.ts';
import { warnAlways } from '../support.ts';
import { pack, unpack } from './messages.ts';

const LINK = 'https://wiki.swoole.com/#/server/methods?id=task';
/** Bytes of a DataHead, and where the length and the flags stand in it. */
const HEAD = 40;
const LENGTH_AT = 16;
const TYPE_AT = 22;
const FLAGS_AT = 26;
/** SW_SERVER_EVENT_TASK */
const TASK = 9;
/** SWOOLE_TASK_* */
const SERIALIZED = 2;
const NONBLOCK = 4;
const NO_REPLY = 128;

function* packTask(rt: Executor, v: Zval): NativeCode {
  const parcel = yield* pack(rt, v);
  if (parcel === null) return false;
  const head = new DataView(new ArrayBuffer(HEAD));
  head.setUint32(LENGTH_AT, parcel.bytes.length, true);
  head.setUint8(TYPE_AT, TASK);
  head.setUint16(FLAGS_AT, NONBLOCK | NO_REPLY | (parcel.serialized ? SERIALIZED : 0), true);
  return String.fromCharCode(...new Uint8Array(head.buffer)) + parcel.bytes;
}

function unpackTask(rt: Executor, packed: string): Zval | NativeCode {
  const head = new DataView(Uint8Array.from(packed.slice(0, HEAD), (c) => c.charCodeAt(0)).buffer);
  const bytes = packed.slice(HEAD);
  if (packed.length < HEAD || head.getUint32(LENGTH_AT, true) !== bytes.length) {
    warnAlways(rt, 'invalid task package');
    return false;
  }
  return unpack(rt, { bytes, serialized: (head.getUint16(FLAGS_AT, true) & SERIALIZED) !== 0 });
}

export const taskPackMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'pack',
    doc: 'A task as bytes.',
    params: [p.mixed('data')],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, _scope, data) => packTask(rt, data),
  }),
  staticMethod({
    name: 'unpack',
    doc: 'What such bytes stand for.',
    params: [p.string('data')],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, _scope, data) => unpackTask(rt, data),
  }),
];
