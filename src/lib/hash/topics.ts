/** ext/hash, and the functions of ext/standard that make digests and passwords. */
import type { Topic } from '../register.ts';
import { cryptConstants, cryptFunctions } from '../crypt/crypt-functions.ts';
import { hashContextClass, hashContextFunctions } from './context-functions.ts';
import { hashDerivationFunctions } from './derivation-functions.ts';
import { digestFunctions } from './digest-functions.ts';
import { hashFunctions } from './functions.ts';

export const HASH_TOPICS: readonly Topic[] = [
  { functions: hashFunctions },
  { functions: hashContextFunctions, classes: [hashContextClass], constants: { HASH_HMAC: 1 } },
  { functions: hashDerivationFunctions },
  { functions: digestFunctions },
  { functions: cryptFunctions, constants: cryptConstants },
];
