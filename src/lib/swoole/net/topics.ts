/** Sockets, clients and servers of Swoole: what the engine registers. */
import type { Topic } from '../../register.ts';
import { coClientClass } from './co-client-class.ts';
import { netConstants } from './constants.ts';
import { socketClass } from './socket-class.ts';

/** To be registered behind Swoole's other classes. */
export const SWOOLE_NET_TOPIC: Topic = {
  classes: [socketClass, { name: 'Swoole\\Coroutine\\Socket\\Exception', parent: 'Swoole\\Exception' }, coClientClass],
  constants: netConstants,
};

/** Classes with a short name under `Co\`. */
export const NET_ALIASES: readonly string[] = ['Socket', 'Socket\\Exception', 'Client'];
