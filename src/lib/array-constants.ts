/** Constants of the array functions. Source: php-src ext/standard/array.c (PHP_MINIT_FUNCTION(array)) */
import type { Zval } from '../value/zval.ts';

export const arrayConstants: Readonly<Record<string, Zval>> = {
  SORT_ASC: 4,
  SORT_DESC: 3,
  SORT_REGULAR: 0,
  SORT_NUMERIC: 1,
  SORT_STRING: 2,
  SORT_LOCALE_STRING: 5,
  SORT_NATURAL: 6,
  SORT_FLAG_CASE: 8,
  CASE_LOWER: 0,
  CASE_UPPER: 1,
  COUNT_NORMAL: 0,
  COUNT_RECURSIVE: 1,
  ARRAY_FILTER_USE_BOTH: 1,
  ARRAY_FILTER_USE_KEY: 2,
};
