/** Connections that say nothing. Source: swoole-src src/server/master.cc (heartbeat_check), ext-src/swoole_server.cc (heartbeat) */
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { ServerData } from './server-data.ts';

/** Closes connections that have been silent for too long (heartbeat_check_interval, heartbeat_idle_time). */
export function heartbeat(rt: Executor, server: ServerData): void {
  const scheduler = schedulerOf(rt);
  const interval = server.primary.number('heartbeat_check_interval', 0);
  closeIdle(rt, server);
  if (interval <= 0) return;
  const limit = server.primary.number('heartbeat_idle_time', interval * 2);
  const node = scheduler.timers.add(scheduler.reactor.now(), interval * 1000, {
    interval: interval * 1000,
    byUser: false,
    *fire() {
      const now = server.now();
      for (const conn of [...server.connections.values()]) {
        if (conn.isProtected || now - conn.lastReceived <= limit) continue;
        if (server.dispatcher !== null) yield* server.dispatcher.ended(conn);
        else yield* server.close(conn, -1);
      }
    },
  });
  server.undo.push(() => scheduler.timers.remove(node));
}

/** Milliseconds between two looks at connections with max_idle_time. */
const IDLE_LOOK = 100;

/** Closes connections of a port where nothing has come or gone for its max_idle_time. */
function closeIdle(rt: Executor, server: ServerData): void {
  const ports = server.ports.filter((port) => port.number('max_idle_time', 0) > 0);
  if (ports.length === 0) return;
  const scheduler = schedulerOf(rt);
  const node = scheduler.timers.add(scheduler.reactor.now(), IDLE_LOOK, {
    interval: IDLE_LOOK,
    byUser: false,
    *fire() {
      const now = server.now();
      for (const conn of [...server.connections.values()]) {
        const limit = conn.port.number('max_idle_time', 0);
        if (limit <= 0 || now - Math.max(conn.lastReceived, conn.lastSent) < limit) continue;
        if (server.dispatcher !== null) yield* server.dispatcher.ended(conn);
        else yield* server.close(conn, -1);
      }
    },
  });
  server.undo.push(() => scheduler.timers.remove(node));
}
