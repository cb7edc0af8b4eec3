/** ext/mbstring as topics. */
import type { Topic } from '../register.ts';
import { mbConvertFunctions } from './convert-functions.ts';
import { mbEntityFunctions } from './entity-functions.ts';
import { mbMimeFunctions } from './mime-functions.ts';
import { mbSearchFunctions } from './search-functions.ts';
import { mbSettingsFunctions } from './settings-functions.ts';
import { mbStringFunctions } from './string-functions.ts';

const CASE_MODES: readonly string[] = [
  'UPPER',
  'LOWER',
  'TITLE',
  'FOLD',
  'UPPER_SIMPLE',
  'LOWER_SIMPLE',
  'TITLE_SIMPLE',
  'FOLD_SIMPLE',
];

export const MBSTRING_TOPICS: readonly Topic[] = [
  {
    functions: mbStringFunctions,
    constants: Object.fromEntries(CASE_MODES.map((name, i) => [`MB_CASE_${name}`, i])),
  },
  { functions: mbSearchFunctions },
  { functions: mbConvertFunctions },
  { functions: mbSettingsFunctions },
  { functions: mbEntityFunctions },
  { functions: mbMimeFunctions },
];
