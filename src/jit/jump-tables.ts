/**
 * Jump tables of switch and match, as a switch of JavaScript's.
 * Source: php-src Zend/zend_vm_def.h (ZEND_SWITCH_LONG, ZEND_SWITCH_STRING, ZEND_MATCH)
 */
import type { Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { Emitter } from './emitter.ts';
import type { Branch } from './structure.ts';
import { BIG, INT, STR } from './types.ts';

/** goto op2[op1], else extendedValue. Null: by the handler. */
export function jumpTable(g: Emitter, op: Opline, n: number, targets: readonly number[]): Branch | null {
  const o = g.defined(g.op1(op));
  if (o.form === 'double' || o.form === 'number') return null;
  const js = g.plain(o);
  const cases: string[] = [];
  for (const [key, target] of (op.op2Lit as PhpArray).entries()) {
    cases.push(`case ${typeof key === 'bigint' ? `${key}n` : JSON.stringify(key)}:t=${target as number};break;`);
  }
  const text = `switch(${js}){${cases.join('')}default:t=${op.extendedValue};}`;
  const kinds = op.opcode === OP.SWITCH_LONG ? INT | BIG : STR;
  if (op.opcode === OP.MATCH || (o.mask & ~kinds) === 0) g.emit(text);
  else {
    const isKind = kinds === STR ? `typeof ${js}==='string'` : `typeof ${js}==='number'||typeof ${js}==='bigint'`;
    g.emit(`if(${isKind}){${text}}else t=${n + 1};`);
  }
  return { kind: 'switch', targets };
}
