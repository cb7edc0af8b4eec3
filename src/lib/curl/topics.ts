/** ext/curl: HTTP and HTTPS, one transfer at a time. */
import type { Executor } from '../../vm/executor.ts';
import { addExtension } from '../extensions.ts';
import type { Topic } from '../register.ts';
import { curlClasses } from './classes.ts';
import { curlConstants } from './constants.ts';
import { curlFunctions } from './functions.ts';

function setUp(rt: Executor): void {
  addExtension(rt, 'curl', {
    version: '8.2.35',
    functions: curlFunctions.map(({ name }) => name),
    classes: curlClasses.map(({ name }) => name),
    constants: Object.keys(curlConstants),
  });
}

export const CURL_TOPICS: readonly Topic[] = [
  { functions: curlFunctions, classes: curlClasses, constants: curlConstants, setUp },
];
