/** Packing and unpacking as a topic. */
import type { Topic } from '../register.ts';
import { deflateClass, deflateConstants, deflateFunctions } from './deflate-context.ts';
import { zlibConstants, zlibFunctions } from './functions.ts';

export const ZLIB_TOPIC: Topic = {
  functions: [...zlibFunctions, ...deflateFunctions],
  classes: [deflateClass],
  constants: { ...zlibConstants, ...deflateConstants },
};
