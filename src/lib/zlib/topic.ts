/** The extension zlib as a topic. */
import type { Topic } from '../register.ts';
import { deflateClass, deflateConstants, deflateFunctions } from './deflate-context.ts';
import { zlibConstants, zlibFunctions } from './functions.ts';
import { gzFunctions } from './gz-functions.ts';
import { inflateClass, inflateConstants, inflateFunctions } from './inflate-context.ts';
import { zlibOutputFunctions } from './output-handler.ts';

export const ZLIB_TOPIC: Topic = {
  functions: [...zlibFunctions, ...deflateFunctions, ...inflateFunctions, ...gzFunctions, ...zlibOutputFunctions],
  classes: [inflateClass, deflateClass],
  constants: { ...zlibConstants, ...deflateConstants, ...inflateConstants },
};
