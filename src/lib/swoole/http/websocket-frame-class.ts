/**
 * Swoole\WebSocket\Frame and CloseFrame.
 * Source: swoole-src ext-src/swoole_websocket_server.cc (php_swoole_websocket_frame_unpack, construct_frame)
 */
import { ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { instanceOf } from '../../../object/class-queries.ts';
import { toInt, toStr } from '../../../value/convert.ts';
import { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from '../../define.ts';
import {
  closePayload,
  FLAG,
  OPCODE,
  packFrame,
  unpackFrame,
  type WebSocketFrame,
} from '../../http/websocket-frames.ts';
import { packedMessage } from './websocket-deflate.ts';

const LINK = 'https://wiki.swoole.com/#/websocket_server?id=swoolewebsocketframe';
/** Slot 5 is the hole that the redeclared opcode of CloseFrame leaves. */
const SLOT = { fd: 0, data: 1, opcode: 2, flags: 3, finish: 4, code: 6, reason: 7 } as const;
const CLOSE_NORMAL = 1000;
/** Largest packet that unpack() reads. */
const MAX_LENGTH = 2 ** 31;
const FRAME = 'Swoole\\WebSocket\\Frame';
const CLOSE_FRAME = 'Swoole\\WebSocket\\CloseFrame';

/** A frame as an object (owned). */
export function frameObject(rt: Executor, fd: number, frame: WebSocketFrame): PhpObject {
  const closing = frame.opcode === OPCODE.close;
  const self = rt.newObject(rt.classOf(closing ? CLOSE_FRAME : FRAME));
  self.props[SLOT.fd] = fd;
  self.props[SLOT.flags] = frame.flags;
  self.props[SLOT.opcode] = frame.opcode;
  self.props[SLOT.finish] = (frame.flags & FLAG.fin) !== 0;
  if (!closing) {
    self.props[SLOT.data] = frame.data;
    return self;
  }
  const { data } = frame;
  if (data.length >= 2) {
    self.props[SLOT.code] = data.charCodeAt(0) * 256 + data.charCodeAt(1);
    self.props[SLOT.reason] = data.slice(2);
  }
  return self;
}

function isFrame(rt: Executor, v: Zval): v is PhpObject {
  return v instanceof PhpObject && instanceOf(v.ce, rt.classOf(FRAME));
}

/** What is to be sent: a text with an opcode, or a Frame object; as bytes. @param packs the other side takes packed messages */
export function frameBytes(
  rt: Executor,
  data: Zval,
  opcode: number,
  flags: number,
  mask: string | null,
  packs = false,
): string {
  const more = packs ? FLAG.compress : 0;
  if (!isFrame(rt, data)) return bytesOf(rt, opcode, (flags & ~FLAG.mask) | more, toStr(rt, data), mask);
  const prop = (slot: number): Zval => deref(data.props[slot]);
  const own = Number(toInt(rt, prop(SLOT.opcode)));
  const ownFlags = Number(toInt(rt, prop(SLOT.flags))) | (prop(SLOT.finish) === true ? FLAG.fin : 0);
  const payload =
    data.ce.name === CLOSE_FRAME
      ? closePayload(Number(toInt(rt, prop(SLOT.code))), toStr(rt, prop(SLOT.reason)))
      : toStr(rt, prop(SLOT.data));
  return bytesOf(rt, own, ownFlags | more, payload, mask);
}

function bytesOf(rt: Executor, opcode: number, flags: number, payload: string, mask: string | null): string {
  const packed = packedMessage(rt, opcode, flags, payload);
  return packFrame(opcode, packed.flags, packed.data, mask);
}

/** A fresh mask. */
export function randomMask(rt: Executor): string {
  return String.fromCharCode(...rt.host.randomBytes(4));
}

const packParams = [
  p.untyped('data'),
  p.int('opcode', { default: OPCODE.text }),
  p.int('flags', { default: FLAG.fin }),
] as const;

/** pack() and unpack(), of Frame and of Server. */
export const packMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'pack',
    doc: 'A frame as bytes.',
    params: packParams,
    returns: ['string'],
    link: LINK,
    impl: (rt, _scope, data, opcode, flags) =>
      frameBytes(rt, data, opcode, flags, (flags & FLAG.mask) !== 0 ? randomMask(rt) : null),
  }),
  staticMethod({
    name: 'unpack',
    doc: 'The frame that bytes are.',
    params: [p.string('data')],
    returns: [FRAME, 'false'],
    link: LINK,
    impl(rt, _scope, data) {
      const found = unpackFrame(data, MAX_LENGTH, null);
      return found === null || 'status' in found ? false : frameObject(rt, 0, found.frame);
    },
  }),
];

const property = (name: string, value: Zval): { name: string; flags: number; type: null; default: Zval } => ({
  name,
  flags: ACC_PUBLIC,
  type: null,
  default: value,
});

export const frameClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: FRAME,
    interfaces: ['Stringable'],
    properties: [
      property('fd', 0),
      property('data', ''),
      property('opcode', OPCODE.text),
      property('flags', FLAG.fin),
      property('finish', null),
    ],
    methods: [
      method({
        name: '__toString',
        doc: 'The frame as bytes.',
        params: [],
        returns: ['string'],
        link: LINK,
        impl: (rt, self) => frameBytes(rt, self, 0, 0, null),
      }),
      ...packMethods,
    ],
  },
  {
    name: CLOSE_FRAME,
    parent: FRAME,
    properties: [property('opcode', OPCODE.close), property('code', CLOSE_NORMAL), property('reason', '')],
  },
];
