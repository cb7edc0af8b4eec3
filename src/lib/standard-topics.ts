/** Strings, numbers, variables, serialization, JSON, time: the topics of ext/standard, ext/json, ext/ctype, ext/date, ext/pcre. */
import { base64Functions } from './base64-functions.ts';
import { ctypeFunctions } from './ctype-functions.ts';
import { dateClasses } from './date-classes.ts';
import { dateFunctions } from './date-functions.ts';
import { strftimeFunctions } from './date-strftime.ts';
import { dateObjectFunctions } from './date-object-functions.ts';
import { datePeriodClass } from './date-period.ts';
import { zoneListFunctions } from './date-zone-lists.ts';
import { dateZoneClasses } from './date-zone-classes.ts';
import { filterFunctions } from './filter-functions.ts';
import { HASH_TOPICS } from './hash/topics.ts';
import { hebrevFunctions } from './hebrev.ts';
import { htmlFunctions } from './html-functions.ts';
import { infoFunctions } from './info-functions.ts';
import { jsonClasses, jsonFunctions } from './json-functions.ts';
import { langinfoConstants, langinfoFunctions } from './langinfo.ts';
import { localeFunctions } from './locale-functions.ts';
import { mathBaseFunctions } from './math-base.ts';
import { mathFunctions } from './math-functions.ts';
import { packFunctions } from './pack-functions.ts';
import { pregFunctions } from './preg-functions.ts';
import { pregReplaceFunctions } from './preg-replace.ts';
import { randomFunctions } from './random-functions.ts';
import type { Topic } from './register.ts';
import { serializeClasses, serializeFunctions } from './serialize-functions.ts';
import { stringBasicFunctions } from './string-basic.ts';
import { stringDistanceFunctions } from './string-distance.ts';
import { stringEscapeFunctions } from './string-escape.ts';
import { stringFormatFunctions } from './string-format.ts';
import { stringReplaceFunctions } from './string-replace.ts';
import { stringSearchFunctions } from './string-search.ts';
import { typeFunctions } from './type-functions.ts';
import { urlFunctions } from './url-functions.ts';

export const STANDARD_TOPICS: readonly Topic[] = [
  { functions: stringBasicFunctions },
  { functions: stringSearchFunctions },
  { functions: stringReplaceFunctions },
  { functions: stringEscapeFunctions },
  { functions: stringFormatFunctions },
  { functions: typeFunctions },
  { functions: mathFunctions },
  { functions: mathBaseFunctions },
  { functions: randomFunctions },
  { functions: ctypeFunctions },
  { functions: jsonFunctions, classes: jsonClasses },
  { functions: serializeFunctions, classes: serializeClasses },
  ...HASH_TOPICS,
  { functions: base64Functions },
  { functions: stringDistanceFunctions },
  { functions: urlFunctions },
  { functions: htmlFunctions },
  { functions: dateFunctions, classes: dateClasses },
  { functions: strftimeFunctions },
  { functions: dateObjectFunctions, classes: [...dateZoneClasses, datePeriodClass] },
  { functions: zoneListFunctions },
  { functions: localeFunctions },
  { functions: langinfoFunctions, constants: langinfoConstants },
  { functions: hebrevFunctions },
  { functions: packFunctions },
  { functions: pregFunctions },
  { functions: pregReplaceFunctions },
  { functions: infoFunctions },
  { functions: filterFunctions, deprecated: { FILTER_SANITIZE_STRING: 513, FILTER_SANITIZE_STRIPPED: 513 } },
];
