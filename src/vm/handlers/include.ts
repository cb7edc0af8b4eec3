/**
 * include, require, their _once forms, and eval.
 * Source: php-src 8.2 Zend/zend_vm_def.h (ZEND_INCLUDE_OR_EVAL), zend_execute.c (zend_include_or_eval)
 */
import type { OpArray, Opline } from '../../bytecode/op-array.ts';
import { IS_UNUSED } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_EVAL } from '../../bytecode/operand-flags.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Zval } from '../../value/zval.ts';
import { bindScript } from '../bind-script.ts';
import { enterCode } from '../code-frame.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { ENTER, startOplineCode } from '../flow.ts';
import { ALREADY_INCLUDED, compileEval, compileInclude } from '../include-file.ts';
import { freeOp1, type Handler, readOp1, setResult } from '../operands.ts';
import { lineOf } from '../position.ts';
import { rebuildSymbolTable } from '../symbol-table.ts';

/** result := run(file or code op1). ZEND_INCLUDE_OR_EVAL */
export const zendIncludeOrEval: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  return startOplineCode(vm, ex, includeOrEval(vm, ex, op, v));
};

function* includeOrEval(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  let text: string | null;
  try {
    text = yield* vm.toStringOf(v);
  } finally {
    freeOp1(vm, ex, op);
  }
  if (text === null || vm.exception !== null) return ex.opline + 1;
  const code =
    op.extendedValue === ZEND_EVAL ? evalCode(vm, ex, text) : yield* compileInclude(vm, text, op.extendedValue);
  if (vm.exception !== null) return ex.opline + 1;
  if (code === null || code === ALREADY_INCLUDED) {
    if (op.resultType !== IS_UNUSED) setResult(ex, op, code === ALREADY_INCLUDED);
    return ex.opline + 1;
  }
  yield* bindScript(vm, code);
  if (vm.exception !== null) return ex.opline + 1;
  return enterIncluded(vm, ex, op, code);
}

function evalCode(vm: Executor, ex: ExecuteData, text: string): OpArray | null {
  const file = (ex.func as OpArray).fileName;
  return compileEval(vm, text, `${file}(${lineOf(ex)}) : eval()'d code`);
}

/** Runs the code on the variables, $this and scope of the frame that includes it. */
function enterIncluded(vm: Executor, ex: ExecuteData, op: Opline, code: OpArray): number {
  code.scope = ex.func.scope;
  const frame = enterCode(vm, code, rebuildSymbolTable(ex), ex, ex, 0);
  frame.returnSlot = op.resultType === IS_UNUSED ? -1 : ex.base + op.result;
  return ENTER;
}

export const includeHandlers: Partial<Record<OpName, Handler>> = {
  INCLUDE_OR_EVAL: zendIncludeOrEval,
};
