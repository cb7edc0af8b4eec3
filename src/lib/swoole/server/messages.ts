/**
 * What the processes of a server tell each other: tasks, their results, messages of the program, bytes for connections of
 * other workers. All of it goes through the manager.
 * Source: swoole-src src/server/{worker,task_worker,manager}.cc (behaviour)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
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
  /** A worker may open its ports; it has. */
  | { readonly kind: 'open'; readonly to: number }
  | { readonly kind: 'opened'; readonly from: number }
  /** A task worker has done its task. */
  | { readonly kind: 'idle'; readonly from: number }
  | { readonly kind: 'send'; readonly to: number; readonly fd: number; readonly bytes: string }
  | { readonly kind: 'close'; readonly to: number; readonly fd: number }
  /** Bytes for a process of the program's (addProcess). */
  | { readonly kind: 'write'; readonly to: number; readonly bytes: string };

export function encodeMessage(message: ServerMessage): string {
  return JSON.stringify(message);
}

export function decodeMessage(text: string): ServerMessage {
  return JSON.parse(text) as ServerMessage;
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
