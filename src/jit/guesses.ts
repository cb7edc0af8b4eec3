/**
 * Results that are expected to be like what was seen when the code was compiled: checked once, unboxed from then on.
 */
import type { Zval } from '../value/zval.ts';
import { copyText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { ANY, ARR, FLT, INT, maskOf } from './types.ts';

/** The result slot holds a value of unknown kind that is expected to be like `sample`: checks it and unboxes it. */
export function expect(g: Emitter, slot: number, sample: Zval | undefined, next: number): void {
  g.state.samples[slot] = sample;
  if (sample === undefined || g.facts.generic.has(~g.n)) return;
  const c = g.local('c', slot);
  const mask = maskOf(sample);
  if (mask === INT) g.emit(`if(typeof ${c}!=='number'){${g.exit(next, ~g.n)}}`);
  else if (mask === FLT) {
    g.emit(`if(!(${c} instanceof F)){${g.exit(next, ~g.n)}}`);
    g.emit(`${g.local('f', slot)}=${c}.value;`);
  } else if (mask === ARR) {
    g.emit(`if(!(${c} instanceof A)){${g.exit(next, ~g.n)}}`);
  } else return;
  g.state.masks[slot] = mask;
}

/**
 * The variable `v` is expected to hold a number of the sample's kind, for the result slot: leaves at the opline when it is
 * something else. False when no number is expected.
 */
export function expectNumber(g: Emitter, slot: number, v: string, sample: Zval | undefined): boolean {
  const mask = maskOf(sample);
  if ((mask !== INT && mask !== FLT) || g.facts.generic.has(~g.n)) return false;
  const condition = mask === INT ? `typeof ${v}==='number'` : `${v} instanceof F`;
  g.emit(`if(!(${condition})){${g.exit(g.n, ~g.n)}}`);
  g.set(slot, mask, mask === INT ? v : `${v}.value`);
  g.state.samples[slot] = sample;
  return true;
}

/**
 * The raw element or property in the JavaScript variable `v` becomes the result, one more holder of it. Leaves where nothing is
 * there.
 */
export function fetched(g: Emitter, slot: number, v: string, sample: Zval | undefined): void {
  if (expectNumber(g, slot, v, sample)) return;
  g.guard(`${v}!==undefined`);
  g.emit(copyText(v));
  g.set(slot, ANY, v);
  expect(g, slot, sample, g.n + 1);
}

/** Leaves behind the opline when its result is not of the kind expected; otherwise the result takes that kind's form. */
export function expectKind(g: Emitter, slot: number, condition: string, mask: number, unboxed: string): void {
  g.emit(`if(!(${condition})){${g.exit(g.n + 1, ~g.n)}}`);
  if (unboxed !== '') g.emit(`${g.local('f', slot)}=${unboxed};`);
  g.state.masks[slot] = mask;
}
