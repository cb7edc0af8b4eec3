/**
 * Floats that one slot of an array or object alone holds: a store writes into the one that is there instead of making another,
 * which takes two objects and a note for the collector where the container is older.
 *
 * The compiled code knows its own: what it makes for a slot carries its mark (`w` in the text, `PhpFloat.owner`), which no other
 * run of compiled code has. It takes a new mark (`w=-1`) behind every opline that might have given such a float another holder:
 * one that reads it without unboxing it, copies an array, calls anything, runs a handler. Only few are known not to
 * (src/jit/float-keepers.ts). Nobody else ever writes into a float, so that what the others hold stays as it is.
 */
import type { Emitter } from './emitter.ts';
import { box, type Value } from './operand.ts';
import { FLT, formOf } from './types.ts';

/** The code's mark, -1 while it has none. */
const MARK = 'w';

/** JavaScript behind what may have given a float in a slot another holder. */
export function disown({ locals }: Emitter): string {
  return locals.has(MARK) ? `${MARK}=-1;` : '';
}

/** What is in the slot of the frame is no float that a slot of an array or object holds, too. */
export function isUnboxedAt(g: Emitter, slot: number): boolean {
  const mask = g.state.masks[slot] as number;
  return formOf(mask) !== 'zval' || (mask & FLT) === 0;
}

/**
 * JavaScript that stores a number in a slot of an array or object.
 * @param old JavaScript variable of the raw value there; '' when it is not known to be a float
 * @param place JavaScript of the slot
 */
export function storeNumber(g: Emitter, old: string, place: string, value: Value): string {
  if (old === '' || value.mask !== FLT) return `${place}=${box(value)};`;
  g.locals.add(MARK);
  const x = g.fresh();
  return `${x}=${value.js};if(${old}.owner===${MARK})${old}.value=${x};else{${ownedText(x)}${place}=t;}`;
}

/** JavaScript that makes a float with the code's mark of the unboxed `js`: `t`. */
function ownedText(js: string): string {
  return `${TAKE_MARK}t=new F(${js});t.owner=${MARK};`;
}

const TAKE_MARK = `if(${MARK}<0)${MARK}=J.mark();`;

/** JavaScript behind which the code has a mark: `w`. */
export function markText({ locals }: Emitter): string {
  locals.add(MARK);
  return TAKE_MARK;
}
