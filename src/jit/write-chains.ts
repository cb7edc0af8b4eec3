/**
 * Places inside of arrays that are written to: the fetches and the assignment behind them as one, which leaves at the first of
 * them. Nothing has been written then but copies of arrays that others hold, too.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_DIM_W, ZEND_FETCH_DIM_RW)
 */
import { IS_CONST, IS_CV, IS_UNUSED, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import {
  changeElement,
  isPacked,
  keyOf,
  mayOwnArray,
  storeElement,
  type Target,
  updateElement,
  variableTarget,
} from './arrays.ts';
import { sampleElement } from './samples.ts';
import { binary } from './arithmetic.ts';
import { leaveUnlessListed, mayBeListed } from './guesses.ts';
import { arrayText } from './kind-tests.ts';
import { fitsText, type Key, lookUp, normalised, storeText } from './lookups.ts';
import { ZEND_FETCH_REF } from '../bytecode/operand-flags.ts';
import { ACC_READONLY } from '../bytecode/type-flags.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Emitter } from './emitter.ts';
import { beforeWriting, forgetInners, innerOf, rememberInner } from './inner-arrays.ts';
import { removeElement } from './lists.ts';
import { disown } from './slot-floats.ts';
import { fetchHolder } from './objects.ts';
import { guardPlace, holderOf, placeOf, sampleProperty } from './property-places.ts';

const FETCHES: ReadonlySet<number> = new Set<number>([OP.FETCH_DIM_W, OP.FETCH_DIM_RW]);
const UPS: ReadonlySet<number> = new Set<number>([OP.PRE_INC, OP.POST_INC]);
const DOWNS: ReadonlySet<number> = new Set<number>([OP.PRE_DEC, OP.POST_DEC]);

/** CV[op2][...] = op_data, CV[op2][...] op= op_data, ++CV[op2] */
export function fetchDimForWriting(g: Emitter, op: Opline): boolean {
  if (!mayOwnArray(g, op)) return false;
  return chain(g, variableTarget(g, op), [op]);
}

/** op1->op2[...] = op_data and its like, unset(op1->op2[...]): the property of a known class holds an array. */
export function fetchObjForWriting(g: Emitter, op: Opline, thisObject: PhpObject | null): boolean {
  if ((op.extendedValue & ZEND_FETCH_REF) !== 0) return false;
  if (op.op1Type === IS_VAR && !g.state.borrowed.has(op.op1)) return false;
  if (fetchHolder(g, op, thisObject)) return true;
  const holder = op.op1Type === IS_CV || op.op1Type === IS_UNUSED ? holderOf(g, op) : null;
  if (holder === null) return false;
  const place = placeOf(g, op, holder, op.extendedValue >> 3, thisObject);
  const info = place.ce?.propertiesInfo.get(op.op2Lit as string);
  if (info === undefined || (info.flags & ACC_READONLY) !== 0) return false;
  const array = (): string => {
    guardPlace(g, holder, place);
    const a = g.fresh();
    const property = `${holder.o}.props[${place.slot}]`;
    g.emit(`${a}=${property};`);
    g.guard(arrayText(a));
    g.emit(`if(${a}.rc!==1){${disown(g)}${property}=${a}=J.separate(${a});}`);
    return a;
  };
  return chain(g, { array, variable: -1, like: sampleProperty(g, op, thisObject) }, [], op);
}

/** The fetches behind `first` (or the one that `fetches` begins with), and what is done with the place they lead to. */
function chain(g: Emitter, root: Target, fetches: Opline[], first: Opline = fetches[0] as Opline): boolean {
  let before = first;
  let at = g.n + 1;
  for (let next = g.ops[at]; next !== undefined && FETCHES.has(next.opcode); next = g.ops[++at]) {
    if (next.op1 !== before.result) return false;
    fetches.push(next);
    before = next;
  }
  const last = g.ops[at];
  if (last === undefined || last.op1Type === IS_CV || last.op1 !== before.result) return false;
  if (fetches.some((f) => f.op2Type === IS_UNUSED)) return false;
  if (!finish(g, root, fetches, last, at)) return false;
  g.done = at;
  return true;
}

function finish(g: Emitter, root: Target, fetches: readonly Opline[], last: Opline, at: number): boolean {
  const container = inner(g, fetches, root);
  if (last.opcode === OP.ASSIGN_DIM) {
    const isStored = storeElement(g, last, at, container);
    // What is stored may be one of the arrays.
    forgetInners(g);
    return isStored;
  }
  if (last.opcode === OP.UNSET_DIM && fetches.length === 0) return removeElement(g, last, at, root.array);
  if (last.opcode === OP.ASSIGN_DIM_OP) return updateElement(g, last, at, container);
  const up = UPS.has(last.opcode);
  if ((!up && !DOWNS.has(last.opcode)) || last.resultType !== IS_UNUSED || fetches.length === 0) return false;
  const one = g.operand(IS_CONST, 0, 1);
  const outer = inner(g, fetches.slice(0, -1), root);
  return changeElement(g, fetches.at(-1) as Opline, outer, (left) => binary(g, up ? OP.ADD : OP.SUB, left, one));
}

/** The array at the end of the fetches from `root` on. */
function inner(g: Emitter, fetches: readonly Opline[], root: Target): Target {
  const like = fetches.reduce((at, fetch) => sampleElement(at, fetch), root.like);
  return { array: () => ownElements(g, fetches, root), variable: root.variable, like };
}

/** The array at the end of the fetches, alone held, as are all those on the way. Null: a key is the handler's. */
function ownElements(g: Emitter, fetches: readonly Opline[], root: Target): string | null {
  const keys: Key[] = [];
  for (const fetch of fetches) {
    const key = keyOf(g, g.defined(g.op2(fetch)));
    if (key === null) return null;
    keys.push(key);
  }
  const first = fetches[0];
  const known = first === undefined || root.variable < 0 ? undefined : innerOf(g, first, root.variable);
  if (known?.owned !== true) beforeWriting(g, root.variable);
  let a = known?.owned === true ? known.js : root.array();
  if (a === null) return null;
  let like = root.like;
  for (const [i, key] of keys.entries()) {
    const container = like;
    like = sampleElement(like, fetches[i] as Opline);
    if (i === 0 && known?.owned === true) continue;
    const k = { ...key, js: g.fresh() };
    const found = lookUp(g, a, k, i === 0 ? root.variable : -1);
    const inner = found.value;
    g.emit(`${k.js}=${key.js};`);
    const isThere = fetches[i]?.opcode === OP.FETCH_DIM_RW && key.kind === 'int' && isPacked(container);
    if (isThere && mayBeListed(g)) {
      leaveUnlessListed(g, `${a}.map===null&&${fitsText(a, k)}`);
      g.emit(`${inner}=${a}.vals[${k.js}];`);
    } else g.emit(found.text);
    if (fetches[i]?.opcode === OP.FETCH_DIM_W)
      g.emit(`if(${inner}===undefined||${inner}===null)${a}.set(${normalised(k)},${inner}=new A());else{`);
    g.guard(arrayText(inner));
    g.emit(`if(${inner}.rc!==1){${disown(g)}${inner}=J.separate(${inner});${storeText(a, k, found, inner)}}`);
    if (fetches[i]?.opcode === OP.FETCH_DIM_W) g.emit('}');
    if (i === 0 && root.variable >= 0) rememberInner(g, fetches[0] as Opline, root.variable, inner, true);
    a = inner;
  }
  return a;
}
