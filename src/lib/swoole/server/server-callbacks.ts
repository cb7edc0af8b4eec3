/** The functions that a server calls at its events. Source: swoole-src ext-src/swoole_server.cc (on, getCallback) */
import { E_ERROR } from '../../../base/diagnostics.ts';
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { ownedCallable, warn } from '../support.ts';
import { eventOwner } from './events.ts';
import type { ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';
import { nameOfServer } from './server-properties.ts';

function callableArgument(rt: Executor, v: Zval): HeldCallable | null {
  const callable = rt.resolveCallable(v);
  return callable === null ? null : ownedCallable(rt, callable, 1);
}

/** on() of a server (port null) or of a port. */
export function setCallback(rt: Executor, server: ServerData, port: ServerPort | null, event: string, v: Zval): Zval {
  const name = event.toLowerCase().replace(/^on/, '');
  if (server.state === 'running') {
    warn(rt, 'server is running, unable to register event callback function');
    return false;
  }
  const owner = eventOwner(name);
  if (owner === null || (owner === 'server' && port !== null)) {
    warn(rt, `unknown event types[${event}]`);
    return false;
  }
  const held = callableArgument(rt, v);
  if (held === null) {
    rt.error(E_ERROR, `${nameOfServer(server.self)}::on(): function is not callable`);
    return false;
  }
  const table = owner === 'server' ? server.callbacks : (port ?? server.primary).callbacks;
  const old = table.get(name);
  table.set(name, held);
  if (old !== undefined) rt.releaseValue(old.holder);
  schedulerOf(rt).activate();
  return true;
}

export function getCallback(server: ServerData, event: string): Zval {
  const name = event.toLowerCase();
  const held = server.callback(name) ?? server.primary.callback(name);
  return held === undefined ? null : addRef(held.holder);
}
