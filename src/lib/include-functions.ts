/**
 * What has been included.
 * Source: php-src Zend/zend_builtin_functions.c
 */
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn } from './define.ts';

const doc = 'The absolute paths of the files that were included, the main script first.';

function includedFiles(rt: Executor): PhpArray {
  return PhpArray.fromList([...rt.includedFiles]);
}

export const includeFunctions: readonly FunctionDef[] = [
  fn({ name: 'get_included_files', doc, params: [], returns: ['array'], impl: includedFiles }),
  fn({ name: 'get_required_files', doc, params: [], returns: ['array'], impl: includedFiles }),
];
