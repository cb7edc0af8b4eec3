/**
 * Frames of files and eval'd code, and what a compiled file declares before it runs.
 * Source: php-src Zend/zend_execute.c (zend_init_code_execute_data), zend_compile.c (zend_do_early_bind), ext/opcache
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import type { OpArray } from '../bytecode/op-array.ts';
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import type { PhpArray } from '../value/php-array.ts';
import { addRef } from '../value/zval.ts';
import { CALL_CODE, CALL_HAS_SYMBOL_TABLE, CALL_RELEASE_THIS, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { pushFrame, usedSlots } from './frame.ts';
import { attachSymbolTable } from './symbol-table.ts';

/** Pushes a frame that runs `code` on `symbols`, called from `prev`, and makes it current. `from` lends $this and scope. */
export function enterCode(
  vm: Executor,
  code: OpArray,
  symbols: PhpArray,
  prev: ExecuteData,
  from: ExecuteData | null,
  callInfo: number,
): ExecuteData {
  const ex = pushFrame(vm, usedSlots(0, code), code);
  ex.callInfo |= callInfo | CALL_CODE | CALL_HAS_SYMBOL_TABLE;
  ex.numArgs = 0;
  ex.prev = prev;
  if (from !== null) {
    if (from.thisObject !== null) {
      ex.thisObject = addRef(from.thisObject);
      ex.callInfo |= CALL_RELEASE_THIS;
    }
    ex.calledScope = from.calledScope;
  }
  ex.symbolTable = symbols;
  ex.opcodes = code.opcodes;
  ex.opline = 0;
  ex.runTimeCache = runTimeCacheOf(code);
  const first = ex.base + CALL_FRAME_SLOT;
  for (let i = first; i < first + code.vars.length; i++) ex.slots[i] = undefined;
  attachSymbolTable(vm, ex);
  vm.currentExecuteData = ex;
  return ex;
}
