/** swoole_coroutine_socketpair(). Source: swoole-src ext-src/swoole_socket_coro.cc */
import { schedulerOf } from '../../../coro/scheduler.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { type FunctionDef, fn, p } from '../../define.ts';
import { warn } from '../support.ts';
import { AF_UNIX, CoSocket, SOCK_DGRAM } from './co-socket.ts';
import { socketObject } from './socket-object.ts';

export const socketPairFunction: FunctionDef = fn({
  name: 'swoole_coroutine_socketpair',
  doc: 'Two sockets that are connected to each other.',
  params: [p.int('domain'), p.int('type'), p.int('protocol')],
  returns: ['array', 'false'],
  link: 'https://wiki.swoole.com/#/coroutine_client/socket',
  impl(rt, domain, type, protocol) {
    if (domain !== AF_UNIX) {
      warn(rt, 'failed to create socket, Error: Operation not supported[95]');
      return false;
    }
    schedulerOf(rt).activate();
    const made = [0, 1].map(() => new CoSocket(rt, domain, type, protocol)) as [CoSocket, CoSocket];
    const [a, b] = made[0].network.pair(type === SOCK_DGRAM);
    made[0].connection = a;
    made[1].connection = b;
    return PhpArray.fromList(made.map((socket) => socketObject(rt, socket)));
  },
});
