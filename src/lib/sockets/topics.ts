/** ext/sockets: what the engine registers. */
import { addExtension } from '../extensions.ts';
import type { Topic } from '../register.ts';
import { socketConstants } from './socket-constants.ts';
import { socketObjectClass } from './socket-data.ts';
import { socketFunctions } from './socket-functions.ts';
import { socketIoFunctions } from './socket-io-functions.ts';

const functions = [...socketFunctions, ...socketIoFunctions];

export const SOCKETS_TOPICS: readonly Topic[] = [
  {
    classes: [socketObjectClass],
    functions,
    constants: socketConstants,
    setUp: (rt) =>
      addExtension(rt, 'sockets', {
        version: '8.2.35',
        functions: functions.map(({ name }) => name),
        classes: ['Socket'],
        constants: Object.keys(socketConstants),
      }),
  },
];
