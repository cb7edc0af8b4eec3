/** What every program may meet: generators, fibers, var_dump(), and the functions of the engine itself. */
import { classFunctions } from './class-functions.ts';
import { errorConstants, errorFunctions } from './error-functions.ts';
import { fiberClasses } from './fiber-class.ts';
import { functionFunctions } from './function-functions.ts';
import { generatorClass } from './generator-class.ts';
import type { Topic } from './register.ts';
import { varDumpFunctions } from './var-dump.ts';

export const BASIC_TOPICS: readonly Topic[] = [
  { classes: [generatorClass] },
  { classes: fiberClasses },
  { functions: varDumpFunctions },
  { functions: classFunctions },
  { functions: errorFunctions, constants: errorConstants },
  { functions: functionFunctions },
];
