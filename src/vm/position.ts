/** Where the program is now: file and line of the newest user frame. Source: php-src zend_execute_API.c (zend_get_executed_lineno). */
import { ACC_STRICT_TYPES } from '../bytecode/type-flags.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

export interface Position {
  readonly file: string;
  readonly line: number;
}

/** The newest frame that runs PHP code; null outside of any. */
export function userFrame(ex: ExecuteData | null): ExecuteData | null {
  let at = ex;
  while (at !== null && (at.func.type !== 2 || at.opcodes.length === 0)) at = at.prev;
  return at;
}

/** Line of the frame's current opline. */
export function lineOf(ex: ExecuteData): number {
  const op = ex.opcodes[ex.opline];
  return op === undefined ? 0 : op.lineno;
}

/** zend_get_executed_filename / zend_get_executed_lineno. */
export function currentPosition(vm: Executor): Position {
  const ex = userFrame(vm.currentExecuteData);
  if (ex === null || ex.func.type !== 2) return { file: 'Unknown', line: 0 };
  return { file: ex.func.fileName, line: lineOf(ex) };
}

/** zend_get_executed_filename: '[no active file]' outside of any. */
export function executedFile(vm: Executor): string {
  const ex = userFrame(vm.currentExecuteData);
  return ex !== null && ex.func.type === 2 ? ex.func.fileName : '[no active file]';
}

/** Does the PHP function that runs now, or called the running builtin, have strict_types=1? */
export function executedStrictTypes(vm: Executor): boolean {
  const ex = userFrame(vm.currentExecuteData);
  return ex !== null && (ex.func.fnFlags & ACC_STRICT_TYPES) !== 0;
}
