/**
 * Results that are expected to be like what was seen when the code was compiled: checked once, unboxed from then on.
 */
import type { Zval } from '../value/zval.ts';
import { copyText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { floatText, kindText } from './kind-tests.ts';
import { type Operand, SMALL } from './operand.ts';
import { isModest, type Range, SAFE_RANGE } from './ranges.ts';
import { ANY, ARR, FLT, INT, maskOf, NULL, OBJ, STR, UNDEF } from './types.ts';

/** The result slot holds a value of unknown kind that is expected to be like `sample`: checks it and unboxes it. */
export function expect(g: Emitter, slot: number, sample: Zval | undefined): void {
  g.state.samples[slot] = sample;
  if (sample === undefined || !mayGuess(g)) return;
  const c = g.local('c', slot);
  const mask = maskOf(sample);
  if (mask === INT || mask === ARR) expectKind(g, slot, kindText(c, mask) as string, mask, '');
  else if (mask === FLT) expectKind(g, slot, floatText(c), FLT, `${c}.value`);
}

/** May values of the opline at hand be guessed at? Not where a guess was wrong before. */
export function mayGuess(g: Emitter): boolean {
  return !g.facts.generic.has(~g.n);
}

/** Leaves at opline `next` when the guess was wrong: the next code for this place makes none. */
export function leaveUnless(g: Emitter, condition: string | null, next: number = g.n): void {
  g.emit(`if(!(${condition})){${g.exit(next, ~g.n)}}`);
}

/** Added to an opline's number: the guess that it reads an element of a list that is there. */
const LISTED = 500_000;

/** May the array that the opline at hand reads be expected to be a list with that element? */
export function mayBeListed(g: Emitter): boolean {
  return !g.facts.generic.has(~(LISTED + g.n));
}

/** Leaves when it is not: the next code for this place looks the element up. */
export function leaveUnlessListed(g: Emitter, condition: string): void {
  g.emit(`if(!(${condition})){${g.exit(g.n, ~(LISTED + g.n))}}`);
}

/** Kinds that a place is expected to go on holding once it held one. */
export const STEADY: number = INT | FLT | STR | ARR | OBJ;

/**
 * The raw value in the variable `v` is expected to be of the sample's kind, for the result slot: leaves at the opline when it is
 * something else. False when nothing is expected.
 * @param borrow the result does without a count of its own
 * @param condition the condition that it is of that kind
 */
export function expectValue(
  g: Emitter,
  slot: number,
  v: string,
  sample: Zval | undefined,
  borrow = false,
  condition: string | null = kindText(v, maskOf(sample)),
): boolean {
  const mask = maskOf(sample);
  if ((mask & STEADY) === 0 || !mayGuess(g)) return false;
  leaveUnless(g, condition);
  const counts = (mask & (ARR | OBJ)) !== 0;
  if (counts && !borrow) g.emit(`${v}.rc++;`);
  g.set(slot, mask, mask === FLT ? `${v}.value` : v);
  g.state.samples[slot] = sample;
  if (counts && borrow) g.state.borrowed.add(slot);
  return true;
}

/**
 * The raw value in the variable `v` as an operand: of the sample's kind if that is a number; leaves when it is not.
 * @param rest which of null and undefined it may be instead
 */
export function expectOperand(g: Emitter, v: string, sample: Zval | undefined, rest: number = NULL | UNDEF): Operand {
  const mask = maskOf(sample);
  const any = { mask: ANY, form: 'zval', js: v, slot: -1, isTemp: false, literal: undefined } as const;
  if ((mask !== INT && mask !== FLT) || !mayGuess(g)) return any;
  leaveUnless(g, kindText(v, mask, rest));
  return mask === INT ? { ...any, mask } : { ...any, mask, form: 'double', js: `${v}.value` };
}

/**
 * The raw element or property in the JavaScript variable `v` becomes the result, one more holder of it. Leaves where nothing is
 * there.
 */
export function fetched(g: Emitter, slot: number, v: string, sample: Zval | undefined): void {
  if (expectValue(g, slot, v, sample)) return;
  g.guard(`${v}!==undefined`);
  g.emit(copyText(v));
  g.set(slot, ANY, v);
  expect(g, slot, sample);
}

/** Leaves behind the opline when its result is not of the kind expected; otherwise the result takes that kind's form. */
export function expectKind(g: Emitter, slot: number, condition: string, mask: number, unboxed: string): void {
  leaveUnless(g, condition, g.n + 1);
  if (unboxed !== '') g.emit(`${g.local('f', slot)}=${unboxed};`);
  g.state.masks[slot] = mask;
}

/** May the int that the opline at hand makes of ints of these ranges be expected to fit 32 bits? */
export function mayBeSmall(g: Emitter, ...ranges: Range[]): boolean {
  return !g.facts.isLarge(g.n) && ranges.every((r) => r === SAFE_RANGE || isModest(r));
}

/** Leaves at the opline when what was expected to fit 32 bits does not: the next code for this place expects nothing. */
export function expectSmall(g: Emitter, condition: string): void {
  g.emit(`if(${g.facts.isStressed ? 'J.chance()||' : ''}!(${condition})){${g.exit(g.n, SMALL + g.n)}}`);
}
