/** Strings, numbers, variables, serialization, JSON, time: the topics of ext/standard, ext/json, ext/ctype, ext/date, ext/pcre. */
import type { Topic } from './register.ts';
import { stringBasicFunctions } from './string-basic.ts';
import { stringEscapeFunctions } from './string-escape.ts';
import { stringFormatFunctions } from './string-format.ts';
import { stringReplaceFunctions } from './string-replace.ts';
import { stringSearchFunctions } from './string-search.ts';

export const STANDARD_TOPICS: readonly Topic[] = [
  { functions: stringBasicFunctions },
  { functions: stringSearchFunctions },
  { functions: stringReplaceFunctions },
  { functions: stringEscapeFunctions },
  { functions: stringFormatFunctions },
];
