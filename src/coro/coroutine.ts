/**
 * A Swoole coroutine: a machine with an id, who it goes back to, and what it waits for.
 * Source: swoole-src include/swoole_coroutine.h, ext-src/php_swoole_coroutine.h
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { Channel, ChannelEnd } from './channel.ts';
import type { Context } from './switch.ts';

export type CoroutineState = 'init' | 'running' | 'waiting' | 'end';

/** What wakes a waiting coroutine that is cancelled; false when it cannot be. */
export type CancelFunction = (co: Coroutine) => NativeCode<boolean>;

/** A function to call, with the value (owned) that keeps it alive. */
export interface HeldCallable {
  readonly callable: Callable;
  readonly holder: Zval;
}

/** Of a coroutine that waits at no channel. */
export const NOWHERE: readonly Channel[] = [];

export class Coroutine {
  readonly cid: number;
  /** Who created it; -1 for the main program. */
  readonly pcid: number;
  state: CoroutineState = 'init';
  /** Where it stands while it does not run. */
  context: Context | null = null;
  /** Who resumed it (null: the main program), and where that one stands. */
  origin: Coroutine | null = null;
  originContext: Context | null = null;
  /** What it waits for ("sleep", "channel pop", ...), and since when (microseconds). */
  waitsFor = '';
  since = 0;
  cancelFunction: CancelFunction | null = null;
  /** How the last wait ended. */
  resumeCode: 'ok' | 'canceled' | 'timedout' = 'ok';
  /** To be thrown where it waits (owned). */
  thrown: PhpObject | null = null;
  /** Functions of defer(), the last one runs first. */
  readonly defers: HeldCallable[] = [];
  /** The object of getContext(), owned; 'destroyed' at the end of its life. */
  contextObject: PhpObject | 'destroyed' | null = null;
  /** Coroutine::join waits for its end. */
  onClose: (() => void) | null = null;
  /** Microseconds. */
  readonly created: number;
  /** The function that created it, and the number of its opline then. */
  createdIn: OpArray | null = null;
  createdAt = 0;
  /** The channels it waits at. */
  waitsAt: readonly Channel[] = NOWHERE;
  /** The channel that ended its last wait at channels. */
  wokenBy: { readonly channel: Channel; readonly end: ChannelEnd } | null = null;
  /** Being unwound at the end of the request: no code of its own runs any more. */
  killed = false;
  /** May be made to yield by the preemptive scheduler. */
  preemptible = true;
  /** When it last got the machine (microseconds), and how often the scheduler has looked at it since. */
  resumed = 0;
  looks = 0;
  constructor(cid: number, pcid: number, created: number) {
    this.cid = cid;
    this.pcid = pcid;
    this.created = created;
  }
}
