/** ext/iconv. Its charsets are those that mbstring knows, under glibc's names. */
import type { Topic } from '../register.ts';
import { iconvFunctions } from './functions.ts';
import { MIME_DECODE_CONTINUE_ON_ERROR, MIME_DECODE_STRICT } from './mime-decode.ts';
import { iconvMimeFunctions } from './mime-functions.ts';

export const ICONV_TOPICS: readonly Topic[] = [
  {
    functions: iconvFunctions,
    constants: {
      ICONV_IMPL: 'glibc',
      ICONV_VERSION: '2.36',
      ICONV_MIME_DECODE_STRICT: MIME_DECODE_STRICT,
      ICONV_MIME_DECODE_CONTINUE_ON_ERROR: MIME_DECODE_CONTINUE_ON_ERROR,
    },
  },
  { functions: iconvMimeFunctions },
];
