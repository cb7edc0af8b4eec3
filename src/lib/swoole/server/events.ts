/** The events of servers and of their ports. Source: swoole-src ext-src/swoole_server.cc (server_event_map), swoole_server_port.cc */
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { reportException } from '../../../coro/life.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { Bailout } from '../../../vm/errors.ts';
import type { Executor } from '../../../vm/executor.ts';
import { PhpFloat, type Zval } from '../../../value/zval.ts';
import { eventObject } from './event-objects.ts';
import type { ServerData } from './server-data.ts';

const PORT_EVENTS: ReadonlySet<string> = new Set([
  'connect',
  'receive',
  'close',
  'packet',
  'bufferfull',
  'bufferempty',
  'request',
  'handshake',
  'open',
  'message',
  'disconnect',
  'beforehandshakeresponse',
]);

const SERVER_EVENTS: ReadonlySet<string> = new Set([
  'start',
  'beforeshutdown',
  'shutdown',
  'workerstart',
  'workerstop',
  'beforereload',
  'afterreload',
  'task',
  'finish',
  'workerexit',
  'workererror',
  'managerstart',
  'managerstop',
  'pipemessage',
]);

/** Whose event it is; null when there is none of that name. */
export function eventOwner(name: string): 'port' | 'server' | null {
  if (PORT_EVENTS.has(name)) return 'port';
  return SERVER_EVENTS.has(name) ? 'server' : null;
}

/** The functions for the events of a server or port, by lower-case name. */
export type Callbacks = Map<string, HeldCallable>;

export function freeCallbacks(rt: Executor, callbacks: Callbacks): void {
  for (const { holder } of callbacks.values()) rt.releaseValue(holder);
  callbacks.clear();
}

/** Calls a function outside of every coroutine; an exception that it leaves ends the program. */
export function* callPlainly(rt: Executor, held: HeldCallable, args: readonly Zval[]): NativeCode<void> {
  rt.releaseValue(yield { kind: 'call', callable: held.callable, args, named: null, catches: true });
  if (yield* reportException(rt)) throw new Bailout();
}

/** The same for what happens to a connection: with the option event_object its handler gets an object. */
export function* fireOn(
  server: ServerData,
  held: HeldCallable | undefined,
  fd: number,
  reactor: number,
  data: string | null,
): NativeCode<void> {
  const { rt } = server;
  if (held === undefined) return;
  server.inEvent = true;
  if (!server.usesObjects) {
    yield* fire(rt, held, data === null ? [server.self, fd, reactor] : [server.self, fd, reactor, data]);
    server.inEvent = false;
    return;
  }
  const fields = { reactor_id: reactor, fd, dispatch_time: new PhpFloat(server.now()), data };
  const object = eventObject(rt, 'Event', fields);
  yield* fire(rt, held, [server.self, object]);
  server.inEvent = false;
  rt.releaseValue(object);
}

/** Calls the function of an event, in a coroutine of its own where the server's are. Borrows the arguments. */
export function* fire(rt: Executor, held: HeldCallable | undefined, args: readonly Zval[]): NativeCode<void> {
  if (held !== undefined) yield* schedulerOf(rt).callback(held, args);
}
