/** Topics about arrays, output buffers, settings, constants and files: one line each. */
import { arrayBasicFunctions } from './array-basic.ts';
import { arrayCallbackFunctions } from './array-callbacks.ts';
import { arrayConstants } from './array-constants.ts';
import { arrayMergeFunctions } from './array-merge.ts';
import { arrayMultisortFunctions } from './array-multisort.ts';
import { arrayPointerFunctions } from './array-pointer.ts';
import { arrayRandomFunctions } from './array-random.ts';
import { arrayRangeFunctions } from './array-range.ts';
import { arraySetFunctions } from './array-set.ts';
import { arraySliceFunctions } from './array-slice.ts';
import { arraySortFunctions } from './array-sort.ts';
import { arrayVariableConstants, arrayVariableFunctions } from './array-variables.ts';
import { assertClasses, assertConstants, assertFunctions } from './assert-functions.ts';
import { autoloadFunctions } from './autoload-functions.ts';
import { constantFunctions } from './constant-functions.ts';
import { includeFunctions } from './include-functions.ts';
import { iniConstants, iniFunctions } from './ini-functions.ts';
import { iteratorFunctions } from './iterator-functions.ts';
import { outputConstants, outputFunctions } from './output-functions.ts';
import { runtimeFunctions } from './runtime-functions.ts';
import { csvFunctions } from './csv-functions.ts';
import { directoryConstants, directoryFunctions } from './directory-functions.ts';
import { fileConstants, fileFunctions } from './file-functions.ts';
import { fileAttributeFunctions } from './file-attribute-functions.ts';
import { fileStatFunctions } from './file-stat.ts';
import { directoryClasses, directoryClassFunctions } from './directory-class.ts';
import { metaTagFunctions } from './meta-tags.ts';
import { linkFunctions } from './link-functions.ts';
import { pathFunctions } from './path-functions.ts';
import { scanfFunctions } from './scanf-functions.ts';
import { cryptoConstants, cryptoFunctions } from './socket-crypto.ts';
import { socketConstants, socketFunctions } from './socket-functions.ts';
import { selectFunctions } from './stream-select.ts';
import { pathChangeFunctions } from './path-change-functions.ts';
import { streamContextFunctions } from './stream-contexts.ts';
import { streamExtensionConstants, streamExtensionFunctions } from './stream-extension-functions.ts';
import { streamInfoFunctions } from './stream-info-functions.ts';
import { bucketConstants, bucketFunctions, userFilterClass } from './user-filter.ts';
import { streamConstants, streamFunctions } from './stream-functions.ts';
import type { Topic } from './register.ts';

export const ENGINE_TOPICS: readonly Topic[] = [
  { functions: arrayBasicFunctions, constants: arrayConstants },
  { functions: arrayMergeFunctions },
  { functions: arraySliceFunctions },
  { functions: arrayRangeFunctions },
  { functions: arrayRandomFunctions },
  { functions: arraySortFunctions },
  { functions: arrayMultisortFunctions },
  { functions: arraySetFunctions },
  { functions: arrayCallbackFunctions },
  { functions: arrayPointerFunctions },
  { functions: arrayVariableFunctions, constants: arrayVariableConstants },
  { functions: outputFunctions, constants: outputConstants },
  { functions: iniFunctions, constants: iniConstants },
  { functions: constantFunctions },
  { functions: assertFunctions, classes: assertClasses, constants: assertConstants },
  { functions: runtimeFunctions },
  { functions: includeFunctions },
  { functions: autoloadFunctions },
  { functions: iteratorFunctions },
  { functions: streamFunctions, constants: streamConstants },
  { functions: socketFunctions, constants: socketConstants },
  { functions: cryptoFunctions, constants: cryptoConstants },
  { functions: selectFunctions },
  { functions: streamInfoFunctions },
  { functions: streamExtensionFunctions, constants: streamExtensionConstants },
  { functions: bucketFunctions, constants: bucketConstants, classes: [userFilterClass] },
  { functions: fileFunctions, constants: fileConstants },
  { functions: pathChangeFunctions },
  { functions: fileStatFunctions },
  { functions: fileAttributeFunctions },
  { functions: metaTagFunctions },
  { functions: directoryFunctions, constants: directoryConstants },
  { functions: directoryClassFunctions, classes: directoryClasses },
  { functions: linkFunctions },
  { functions: pathFunctions },
  { functions: streamContextFunctions },
  { functions: scanfFunctions },
  { functions: csvFunctions },
];
