/** Topics about the machine, other processes, HTTP headers and source as text: one line each. */
import { cookieFunctions } from './cookie-functions.ts';
import { debugZvalFunctions } from './debug-zval.ts';
import { engineInfoFunctions } from './engine-info.ts';
import { execFunctions } from './exec-functions.ts';
import { getoptFunctions } from './getopt.ts';
import { headerFunctions } from './header-functions.ts';
import { highlightFunctions } from './highlight-functions.ts';
import { hostNameFunctions } from './host-names.ts';
import { imageConstants, imageFunctions } from './image/functions.ts';
import { libxmlFunctions } from './libxml-functions.ts';
import { mailFunctions } from './mail-functions.ts';
import { networkNameFunctions } from './network-names.ts';
import { processFunctions } from './proc-functions.ts';
import { quotedPrintableFunctions } from './quoted-printable.ts';
import type { Topic } from './register.ts';
import { ZLIB_TOPIC } from './zlib/topic.ts';
import { systemFunctions } from './system-functions.ts';

export const SYSTEM_TOPICS: readonly Topic[] = [
  { functions: systemFunctions },
  { functions: engineInfoFunctions },
  { functions: execFunctions },
  { functions: processFunctions },
  { functions: getoptFunctions },
  { functions: headerFunctions },
  { functions: cookieFunctions },
  { functions: highlightFunctions },
  { functions: debugZvalFunctions },
  { functions: imageFunctions, constants: imageConstants },
  { functions: libxmlFunctions },
  { functions: mailFunctions },
  { functions: networkNameFunctions },
  { functions: hostNameFunctions },
  { functions: quotedPrintableFunctions },
  ZLIB_TOPIC,
];
