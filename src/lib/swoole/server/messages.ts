/**
 * What the processes of a server tell each other: tasks, their results, messages of the program, bytes for connections of
 * other workers. All of it goes through the manager.
 * Source: swoole-src src/server/{worker,task_worker,manager}.cc (behaviour)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { SocketAddress } from '../../../vm/net-ports.ts';
import { serializeValue } from '../../serializer.ts';
import { unserializeText } from '../../unserializer.ts';

/** A value on its way: a string as it is, everything else serialized. */
export interface Parcel {
  readonly bytes: string;
  readonly serialized: boolean;
}

export type ServerMessage =
  /** For onPipeMessage of worker `to`. */
  | { readonly kind: 'pipe'; readonly to: number; readonly from: number; readonly parcel: Parcel }
  /** `to` -1: any task worker. */
  | {
      readonly kind: 'task';
      readonly to: number;
      readonly from: number;
      readonly id: number;
      readonly parcel: Parcel;
      /** SW_TASK_*, as Task::$flags shows them. */
      readonly flags: number;
      /** Nobody waits for a result. */
      readonly noReply: boolean;
    }
  | {
      readonly kind: 'result';
      readonly to: number;
      readonly from: number;
      readonly id: number;
      readonly parcel: Parcel;
    }
  /** A process may go on; a worker has opened its ports. */
  | { readonly kind: 'open'; readonly to: number }
  | { readonly kind: 'opened'; readonly from: number }
  /** A task worker has done its task. */
  | { readonly kind: 'idle'; readonly from: number }
  | { readonly kind: 'send'; readonly to: number; readonly fd: number; readonly bytes: string }
  | { readonly kind: 'close'; readonly to: number; readonly fd: number }
  /** Bytes for a process of the program's (addProcess). */
  | { readonly kind: 'write'; readonly to: number; readonly bytes: string }
  /** A function of the program to be run there (addCommand), and what it has said. */
  | {
      readonly kind: 'command';
      readonly to: number;
      readonly from: number;
      readonly id: number;
      readonly name: string;
      readonly bytes: string;
    }
  | { readonly kind: 'commandAnswer'; readonly id: number; readonly bytes: string }
  | MasterMessage
  | ToMaster;

/** Of a server whose master has the connections (SWOOLE_PROCESS): from the master. */
export type MasterMessage =
  /** A connection has come; `owner` -1: whoever gets something of it. */
  | {
      readonly kind: 'conn';
      readonly fd: number;
      readonly port: number;
      readonly local: SocketAddress | null;
      readonly remote: SocketAddress | null;
      readonly time: number;
      readonly owner: number;
    }
  | { readonly kind: 'gone'; readonly fd: number }
  /** To be told to the program. */
  | { readonly kind: 'connect'; readonly fd: number }
  | { readonly kind: 'data'; readonly fd: number; readonly bytes: string }
  | { readonly kind: 'end'; readonly fd: number }
  | { readonly kind: 'packet'; readonly port: number; readonly from: SocketAddress; readonly bytes: string }
  /** The processes by number. */
  | { readonly kind: 'pids'; readonly pids: readonly number[] }
  | { readonly kind: 'uid'; readonly fd: number; readonly uid: number }
  /** Nothing more comes: the worker may end. */
  | { readonly kind: 'last' };

/** The same to the master. */
export type ToMaster =
  | { readonly kind: 'reply'; readonly fd: number; readonly bytes: string }
  | { readonly kind: 'shut'; readonly fd: number; readonly how: number }
  | { readonly kind: 'drop'; readonly fd: number }
  /** To be closed by the worker that it belongs to. */
  | { readonly kind: 'closing'; readonly fd: number }
  /** The answer has been given by another process than that which has read the request. */
  | { readonly kind: 'answered'; readonly fd: number; readonly keepAlive: boolean }
  | { readonly kind: 'reading'; readonly fd: number; readonly on: boolean }
  | { readonly kind: 'protect'; readonly fd: number; readonly on: boolean }
  | { readonly kind: 'bind'; readonly fd: number; readonly uid: number; readonly from: number }
  | { readonly kind: 'packetTo'; readonly host: string; readonly port: number; readonly bytes: string }
  /** Something that the master has given has been done. */
  | { readonly kind: 'done'; readonly from: number }
  /** A worker wants to end. */
  | { readonly kind: 'leaving'; readonly from: number };

/** In front of the bytes of a message, which are passed on as they are. */
const MARK = '\n';

/** A line of JSON, and behind it the message's bytes. */
export function encodeMessage(message: ServerMessage): string {
  if ('bytes' in message) return JSON.stringify({ ...message, bytes: undefined }) + MARK + message.bytes;
  if (!('parcel' in message)) return JSON.stringify(message);
  const { parcel } = message;
  return JSON.stringify({ ...message, parcel: parcel.serialized }) + MARK + parcel.bytes;
}

export function decodeMessage(text: string): ServerMessage {
  const at = text.indexOf(MARK);
  if (at < 0) return JSON.parse(text) as ServerMessage;
  const head = JSON.parse(text.slice(0, at)) as Record<string, unknown>;
  const bytes = text.slice(at + 1);
  if (typeof head['parcel'] === 'boolean') head['parcel'] = { bytes, serialized: head['parcel'] };
  else head['bytes'] = bytes;
  return head as unknown as ServerMessage;
}

/** Null with an exception left. */
export function* pack(rt: Executor, v: Zval): NativeCode<Parcel | null> {
  if (typeof v === 'string') return { bytes: v, serialized: false };
  const bytes = yield* serializeValue(rt, v);
  return bytes === null || rt.exception !== null ? null : { bytes, serialized: true };
}

export function* unpack(rt: Executor, parcel: Parcel): NativeCode {
  if (!parcel.serialized) return parcel.bytes;
  return yield* unserializeText(rt, parcel.bytes, { allowed: null, maxDepth: 0 });
}
