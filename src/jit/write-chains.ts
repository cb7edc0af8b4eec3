/**
 * Places inside of arrays that are written to: the fetches and the assignment behind them as one, which leaves at the first of
 * them. Nothing has been written then but copies of arrays that others hold, too.
 * Source: php-src Zend/zend_vm_def.h (ZEND_FETCH_DIM_W, ZEND_FETCH_DIM_RW)
 */
import { IS_CONST, IS_CV, IS_UNUSED, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import {
  changeElement,
  keyOf,
  mayOwnArray,
  storeElement,
  type Target,
  updateElement,
  variableTarget,
} from './arrays.ts';
import { isPacked, sampleElement } from './samples.ts';
import { binary } from './arithmetic.ts';
import { leaveUnlessListed, mayBeListed } from './guesses.ts';
import { arrayText } from './kind-tests.ts';
import { fitsText, type Key, lookUp, normalised, storeText } from './lookups.ts';
import { ZEND_FETCH_REF } from '../bytecode/operand-flags.ts';
import { ACC_READONLY } from '../bytecode/type-flags.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Emitter } from './emitter.ts';
import { beforeWriting, forgetInners, innerKeyText, innerOf, rememberInner } from './inner-arrays.ts';
import { removeElement } from './lists.ts';
import { disown } from './slot-floats.ts';
import type { InnerArray } from './state.ts';
import type { Zval } from '../value/zval.ts';
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
  if (known === undefined) beforeWriting(g, root.variable);
  let a = known === undefined ? root.array() : known.js;
  if (known?.owned === false) a = ownKnown(g, first as Opline, keys[0] as Key, root, known);
  let like = root.like;
  for (const [i, key] of keys.entries()) {
    if (a === null) return null;
    const fetch = fetches[i] as Opline;
    if (i > 0 || known === undefined) a = ownElement(g, fetch, a, key, like, i === 0 ? root.variable : -1);
    if (i === 0 && known === undefined && root.variable >= 0) rememberInner(g, fetch, root.variable, a, true);
    like = sampleElement(like, fetch);
  }
  return a;
}

/** The array in the element of the array `a`, which is alone held and like `container`. */
function ownElement(
  g: Emitter,
  fetch: Opline,
  a: string,
  key: Key,
  container: Zval | undefined,
  variable: number,
): string {
  const k = { ...key, js: g.fresh() };
  const found = lookUp(g, a, k, variable);
  const inner = found.value;
  g.emit(`${k.js}=${key.js};`);
  const isThere = fetch.opcode === OP.FETCH_DIM_RW && key.kind === 'int' && isPacked(container);
  if (isThere && mayBeListed(g)) {
    leaveUnlessListed(g, `${a}.map===null&&${fitsText(a, k)}`);
    g.emit(`${inner}=${a}.vals[${k.js}];`);
  } else g.emit(found.text);
  if (fetch.opcode === OP.FETCH_DIM_W)
    g.emit(`if(${inner}===undefined||${inner}===null)${a}.set(${normalised(k)},${inner}=new A());else{`);
  g.guard(arrayText(inner));
  g.emit(`if(${inner}.rc!==1){${disown(g)}${inner}=J.separate(${inner});${storeText(a, k, found, inner)}}`);
  if (fetch.opcode === OP.FETCH_DIM_W) g.emit('}');
  return inner;
}

/**
 * The row that the block has read: as a rule it and the variable's array have no other holder. Where they have, they are copied as
 * a row is that is not known; another row that is known may be the same one, under the same key.
 */
function ownKnown(g: Emitter, fetch: Opline, key: Key, root: Target, known: InnerArray): string | null {
  const row = g.fresh();
  g.emit(`${row}=${known.js};if(c${root.variable}.rc!==1||${row}.rc!==1){`);
  const a = root.array();
  if (a === null) return null;
  g.emit(`${row}=${ownElement(g, fetch, a, key, root.like, root.variable)};`);
  for (const other of g.state.inners) {
    if (other.base !== root.variable || other.key === known.key || other.owned) continue;
    g.emit(`if(${innerKeyText(other)}===${key.js})${other.js}=${row};`);
  }
  g.emit('}');
  rememberInner(g, fetch, root.variable, row, true);
  return row;
}
