/** Topics about arrays, output buffers, settings, constants and files: one line each. */
import { arrayBasicFunctions } from './array-basic.ts';
import { arrayCallbackFunctions } from './array-callbacks.ts';
import { arrayConstants } from './array-constants.ts';
import { arrayMergeFunctions } from './array-merge.ts';
import { arrayMultisortFunctions } from './array-multisort.ts';
import { arrayPointerFunctions } from './array-pointer.ts';
import { arrayRangeFunctions } from './array-range.ts';
import { arraySetFunctions } from './array-set.ts';
import { arraySliceFunctions } from './array-slice.ts';
import { arraySortFunctions } from './array-sort.ts';
import { arrayVariableConstants, arrayVariableFunctions } from './array-variables.ts';
import { assertClasses, assertConstants, assertFunctions } from './assert-functions.ts';
import { autoloadFunctions } from './autoload-functions.ts';
import { constantFunctions } from './constant-functions.ts';
import { iniFunctions } from './ini-functions.ts';
import { iteratorFunctions } from './iterator-functions.ts';
import { outputConstants, outputFunctions } from './output-functions.ts';
import { runtimeFunctions } from './runtime-functions.ts';
import type { Topic } from './register.ts';

export const ENGINE_TOPICS: readonly Topic[] = [
  { functions: arrayBasicFunctions, constants: arrayConstants },
  { functions: arrayMergeFunctions },
  { functions: arraySliceFunctions },
  { functions: arrayRangeFunctions },
  { functions: arraySortFunctions },
  { functions: arrayMultisortFunctions },
  { functions: arraySetFunctions },
  { functions: arrayCallbackFunctions },
  { functions: arrayPointerFunctions },
  { functions: arrayVariableFunctions, constants: arrayVariableConstants },
  { functions: outputFunctions, constants: outputConstants },
  { functions: iniFunctions },
  { functions: constantFunctions },
  { functions: assertFunctions, classes: assertClasses, constants: assertConstants },
  { functions: runtimeFunctions },
  { functions: autoloadFunctions },
  { functions: iteratorFunctions },
];
