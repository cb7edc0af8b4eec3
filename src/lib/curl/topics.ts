/** ext/curl: HTTP and HTTPS, one transfer at a time. */
import type { Topic } from '../register.ts';
import { curlClasses } from './classes.ts';
import { curlConstants } from './constants.ts';
import { curlFunctions } from './functions.ts';

export const CURL_TOPICS: readonly Topic[] = [
  { functions: curlFunctions, classes: curlClasses, constants: curlConstants, extension: { name: 'curl' } },
];
