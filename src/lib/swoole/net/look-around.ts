/** Hearing of what has happened to a connection meanwhile. */
import { waitFor } from '../../../coro/io-wait.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Watched } from '../../../vm/net-ports.ts';
import type { CoSocket } from './co-socket.ts';

/** Waits for one turn of the host's event loop, in which the host tells. */
export function* lookAround(socket: CoSocket): NativeCode<void> {
  const { network } = socket;
  let over = false;
  const turn: Watched = { listeners: new Set() };
  network.soon(() => {
    over = true;
    for (const listener of turn.listeners) listener();
    network.activity?.();
  });
  yield* waitFor(socket.rt, [turn], () => over || socket.closed, -1, 'socket state', socket.whole);
}
