/**
 * finally: its block is entered by FAST_CALL, which leaves where to go on behind it, or by an exception; FAST_RET goes there.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FAST_CALL, ZEND_FAST_RET)
 */
import type { Opline } from '../bytecode/op-array.ts';
import { FastCall } from '../vm/fast-call.ts';
import type { Emitter } from './emitter.ts';
import type { Branch } from './structure.ts';
import { NULL, OTHER } from './types.ts';

/** goto op1, which comes back behind this opline. */
export function enterFinally(g: Emitter, op: Opline, n: number): Branch {
  g.set(op.result, OTHER, g.constant(g.constants.find((v) => isReturnTo(v, n)) ?? new FastCall(null, n)));
  return { kind: 'goto', target: op.op1 };
}

function isReturnTo(v: unknown, n: number): boolean {
  return v instanceof FastCall && v.opline === n;
}

/** Back to where the FAST_CALL says; an exception that entered the block goes on by the handler. */
export function leaveFinally(g: Emitter, op: Opline, targets: readonly number[]): Branch {
  const o = g.op1(op);
  if (o.form !== 'zval') return { kind: 'end' };
  g.emit(`if(typeof ${o.js}!=='object'||${o.js}===null||!(${o.js}.opline>=0)){`);
  g.emit(`${g.syncOnOneWay()}${g.handlerCall(op)}return J.flow(vm,X,t);}`);
  g.emit(`t=${o.js}.opline+1;`);
  g.set(o.slot, NULL, 'null');
  return { kind: 'switch', targets };
}
