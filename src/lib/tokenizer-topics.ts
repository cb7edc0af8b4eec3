/** ext/tokenizer as a topic. */
import type { Topic } from './register.ts';
import { tokenizerConstants } from './token-names.ts';
import { phpTokenClass } from './php-token-class.ts';
import { tokenizerFunctions } from './tokenizer-functions.ts';

export const TOKENIZER_TOPICS: readonly Topic[] = [
  { functions: tokenizerFunctions, classes: [phpTokenClass], constants: tokenizerConstants },
];
