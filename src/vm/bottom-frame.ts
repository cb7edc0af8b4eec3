/**
 * The frame at the bottom of a machine's stack: native code that starts what the machine is for and is never left.
 * Source: php-src 8.2 main/main.c (php_execute_scripts), Zend/zend_fibers.c (zend_fiber_execute: a frame of its own)
 */
import type { InternalFunc } from '../bytecode/op-array.ts';
import type { NativeCode } from '../object/native-code.ts';
import { ExecuteData } from './execute-data.ts';
import type { VmStackPage } from './vm-stack.ts';

/** The function of a bottom frame: it has no name, so that no backtrace shows it. */
const BOTTOM: InternalFunc = {
  type: 1,
  functionName: '',
  fnFlags: 0,
  scope: null,
  prototype: null,
  numArgs: 0,
  requiredNumArgs: 0,
  argInfo: [],
  returnType: null,
  attributes: null,
  docComment: null,
  takesReferences: false,
  tentativeReturn: false,
};

/** A bottom frame at slot `top` of `page` that runs `code`. */
export function createBottom(page: VmStackPage, top: number, code: NativeCode<number>): ExecuteData {
  const bottom = new ExecuteData(page, top, BOTTOM);
  bottom.native = { code, kind: 'opline', catches: true, prev: null };
  return bottom;
}
