/**
 * Places inside of arrays that are written to: the fetches and the assignment behind them as one, which leaves at the first of
 * them. Nothing has been written then but copies of arrays that others hold, too.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_DIM_W, ZEND_FETCH_DIM_RW)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import {
  changeElement,
  element,
  type Key,
  keyOf,
  mayOwnArray,
  ownArray,
  storeElement,
  updateElement,
} from './arrays.ts';
import { binary } from './arithmetic.ts';
import type { Emitter } from './emitter.ts';

const FETCHES: ReadonlySet<number> = new Set<number>([OP.FETCH_DIM_W, OP.FETCH_DIM_RW]);
const UPS: ReadonlySet<number> = new Set<number>([OP.PRE_INC, OP.POST_INC]);
const DOWNS: ReadonlySet<number> = new Set<number>([OP.PRE_DEC, OP.POST_DEC]);

/** CV[op2][...] = op_data, CV[op2][...] op= op_data, ++CV[op2] */
export function fetchDimForWriting(g: Emitter, op: Opline): boolean {
  if (!mayOwnArray(g, op)) return false;
  const fetches = [op];
  let at = g.n + 1;
  for (let next = g.ops[at]; next !== undefined && FETCHES.has(next.opcode); next = g.ops[++at]) {
    if (next.op1 !== fetches.at(-1)?.result) return false;
    fetches.push(next);
  }
  const last = g.ops[at];
  if (last === undefined || last.op1Type === IS_CV || last.op1 !== fetches.at(-1)?.result) return false;
  if (fetches.some((f) => f.op2Type === IS_UNUSED)) return false;
  if (finish(g, op, fetches, last, at)) {
    g.done = at;
    return true;
  }
  return false;
}

function finish(g: Emitter, op: Opline, fetches: readonly Opline[], last: Opline, at: number): boolean {
  const container = (): string | null => ownElements(g, fetches);
  if (last.opcode === OP.ASSIGN_DIM) return storeElement(g, last, at, container, op.op1);
  if (last.opcode === OP.ASSIGN_DIM_OP) return updateElement(g, last, at, container);
  const up = UPS.has(last.opcode);
  if ((!up && !DOWNS.has(last.opcode)) || last.resultType !== IS_UNUSED) return false;
  const one = g.operand(IS_CONST, 0, 1);
  const outer = (): string | null => ownElements(g, fetches.slice(0, -1), op);
  return changeElement(g, fetches.at(-1) as Opline, outer, (left) => binary(g, up ? OP.ADD : OP.SUB, left, one));
}

/** The array at the end of the fetches, alone held, as are all those on the way. Null: a key is the handler's. */
function ownElements(g: Emitter, fetches: readonly Opline[], root: Opline = fetches[0] as Opline): string | null {
  const keys: Key[] = [];
  for (const fetch of fetches) {
    const key = keyOf(g, g.defined(g.op2(fetch)));
    if (key === null) return null;
    keys.push(key);
  }
  let a = ownArray(g, root);
  for (const [i, key] of keys.entries()) {
    const k = g.fresh();
    const inner = g.fresh();
    g.emit(`${k}=${key.js};${inner}=${element(a, { ...key, js: k })};`);
    if (fetches[i]?.opcode === OP.FETCH_DIM_W)
      g.emit(`if(${inner}===undefined||${inner}===null)${a}.set(${k},${inner}=new A());else{`);
    g.guard(`${inner} instanceof A`);
    g.emit(`if(${inner}.rc!==1){${inner}=J.separate(${inner});${a}.set(${k},${inner});}`);
    if (fetches[i]?.opcode === OP.FETCH_DIM_W) g.emit('}');
    a = inner;
  }
  return a;
}
