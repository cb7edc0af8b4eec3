/** ext/sockets: what the engine registers. */
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
    extension: { name: 'sockets' },
  },
];
