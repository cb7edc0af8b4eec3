/**
 * What is known at a point of the code being compiled: the mask of every slot, which slots the frame does not have the
 * newest value of, and the calls being prepared. Joined where paths meet.
 */
import type { Func, OpArray } from '../bytecode/op-array.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { Zval } from '../value/zval.ts';
import { type Range, union, widened } from './ranges.ts';
import { ANY, ARR, formOf, FLT, INT, NUM, UNDEF } from './types.ts';

export const UNLINKED = 0;
/** Some way here has linked it. */
export const MAYBE_LINKED = 1;
export const LINKED = 2;
export type Linked = typeof UNLINKED | typeof MAYBE_LINKED | typeof LINKED;

/** What a frame is made of that is not pushed yet. All are JavaScript expressions that hold until the call is made. */
export interface NewFrame {
  readonly thisObject: string;
  readonly calledScope: string;
  /** ZEND_CALL_* flags: CALL_RELEASE_THIS says that the frame takes over a count of the object. */
  readonly info: number;
  /** The closure that is called, a count of which the frame takes over; what it is bound to is its own affair. */
  readonly closure: string;
}

/** A call of a function on its own. */
export const PLAIN_FRAME: NewFrame = { thisObject: 'null', calledScope: 'null', info: 0, closure: 'null' };

/** An argument that was sent without a frame to hold it. */
export interface Argument {
  readonly mask: number;
  /** JavaScript variable of the zval or the unboxed number. */
  readonly raw: string;
  /** Of a number that may be of both kinds: the variable that says whether it is a float. */
  readonly flag: string;
  /** The owned zval. */
  readonly js: string;
}

/** A call whose frame is pushed only if somebody may look at it: its arguments are in JavaScript variables. */
export interface LazyCall extends NewFrame {
  readonly args: readonly Argument[];
  /** JavaScript for the function. */
  readonly func: string;
  /** What a function that is found at run time has often been. */
  readonly often: readonly OpArray[];
}

/** A call between INIT_* and DO_*. */
export interface PendingCall {
  /** Opline number of the INIT_*; its frame is in the JS variable `p<opline>`. */
  readonly opline: number;
  readonly numArgs: number;
  /** The function, a closure's being some copy of it; null when nothing is known of it. */
  readonly func: Func | null;
  /** Whether the frame is in the chain of `call` pointers. */
  linked: Linked;
  /** Arguments written so far; the others of a frame that is left half-prepared must read as undefined. */
  sent: number;
  /** Unpacked and named arguments: the frame alone knows how many there are. */
  isOpen?: true;
  /** Null when the frame is on the stack. Ends with the block. */
  lazy: LazyCall | null;
}

/** An array that is in an element of a variable (see src/jit/inner-arrays.ts). */
export interface InnerArray {
  /** Slot of the variable. */
  readonly base: number;
  readonly key: string;
  /** Slot of the variable that holds the key; -1: a literal. */
  readonly keySlot: number;
  /** JavaScript variable. */
  readonly js: string;
  /** It and the variable's array have no other holder. */
  readonly owned: boolean;
}

/** An array that stands still in a loop (see src/jit/steady-arrays.ts). */
export interface SteadyArray {
  /** Slot of the variable, and of the one with the key of the row that it is; -1: it is the variable's itself. */
  readonly base: number;
  readonly key: number;
  /** JavaScript variables of the array and of its JavaScript array. */
  readonly row: string;
  readonly vals: string;
}

export class State {
  /** By slot of the frame. 0: nothing is there. */
  readonly masks: number[];
  /** The frame's slot has an older value. */
  readonly dirty: boolean[];
  readonly calls: PendingCall[];
  /** By slot: a value like those that are expected there, seen when the code was compiled. */
  readonly samples: (Zval | undefined)[];

  /** By slot: what an int there is within; undefined: any. */
  readonly ranges: (Range | undefined)[] = [];

  /** By slot (0: $this): the class that the object there is of, exactly. Checked on every way here. */
  readonly classes: Map<number, ClassEntry> = new Map();
  /** By slot: the string that every way here has put there. */
  readonly texts: Map<number, string> = new Map();
  /** Slots with a string of one byte, which is in `y<slot>`, too. */
  readonly bytes: Set<number> = new Set();
  /** By its name. */
  readonly steady: Map<string, SteadyArray> = new Map();
  /** Temporaries that hold an element without a count of their own: the next oplines of the block read it. */
  readonly borrowed: Set<number> = new Set();
  /** What the block has fetched: copies do not have it. */
  inners: readonly InnerArray[] = [];

  constructor(masks: number[], dirty: boolean[], calls: PendingCall[], samples: (Zval | undefined)[]) {
    this.masks = masks;
    this.dirty = dirty;
    this.calls = calls;
    this.samples = samples;
  }

  static empty(size: number): State {
    return new State(new Array<number>(size).fill(0), new Array<boolean>(size).fill(false), [], []);
  }

  copy(): State {
    const out = new State(
      [...this.masks],
      [...this.dirty],
      this.calls.map((c) => ({ ...c })),
      [...this.samples],
    );
    for (let s = 0; s < this.ranges.length; s++) out.ranges[s] = this.ranges[s];
    for (const slot of this.borrowed) out.borrowed.add(slot);
    for (const [slot, ce] of this.classes) out.classes.set(slot, ce);
    for (const [slot, text] of this.texts) out.texts.set(slot, text);
    for (const slot of this.bytes) out.bytes.add(slot);
    for (const [name, steady] of this.steady) out.steady.set(name, steady);
    return out;
  }

  /** Handlers may do anything to arrays: nothing is borrowed from them, nor known of them. */
  forgetFetched(): void {
    this.borrowed.clear();
    this.inners = [];
  }

  /** Another value comes into the slot: what was seen of the old one says nothing of it. */
  forget(slot: number): void {
    this.samples[slot] = undefined;
    this.ranges[slot] = undefined;
    this.borrowed.delete(slot);
    this.classes.delete(slot);
    this.texts.delete(slot);
    this.bytes.delete(slot);
    for (const [name, { base, key }] of this.steady) if (base === slot || key === slot) this.steady.delete(name);
    if (this.inners.length > 0) this.inners = this.inners.filter((i) => i.base !== slot && i.keySlot !== slot);
  }

  /**
   * Joins another path's state into this one, the state at the start of a block; true when something changed.
   * @param isLoop the block is a loop's head: ranges grow in large steps
   */
  join(other: State, isLoop: boolean, isLive: (slot: number) => boolean): boolean {
    let changed = this.joinRanges(other, isLoop);
    for (let s = 0; s < this.masks.length; s++) {
      const mine = this.masks[s] as number;
      const joined = joinMasks(mine, other.masks[s] as number, isLive(s));
      if (joined !== mine) {
        this.masks[s] = joined;
        changed = true;
      }
      if (this.samples[s] === undefined && other.samples[s] !== undefined) {
        this.samples[s] = other.samples[s];
        changed = true;
      }
      if (other.dirty[s] === true && this.dirty[s] !== true) {
        this.dirty[s] = true;
        changed = true;
      }
    }
    if (keepCommon(this.classes, other.classes)) changed = true;
    if (keepCommon(this.texts, other.texts)) changed = true;
    for (const slot of this.bytes) if (!other.bytes.has(slot) && this.bytes.delete(slot)) changed = true;
    if (this.keepSteady(other, isLoop)) changed = true;
    for (const [i, call] of this.calls.entries()) {
      const theirs = other.calls[i]?.linked;
      if (theirs !== undefined && theirs !== call.linked && call.linked !== MAYBE_LINKED) {
        call.linked = MAYBE_LINKED;
        changed = true;
      }
    }
    return changed;
  }

  /** Leaves what stands still on both ways; true when something does no more. */
  private keepSteady(other: State, isLoop: boolean): boolean {
    const before = this.steady.size;
    for (const [name, { base, key }] of this.steady) {
      const isKnown = this.masks[base] === ARR && (key < 0 || this.masks[key] === INT);
      if (isKnown && other.steady.has(name)) continue;
      this.steady.delete(name);
      // Nobody asks in front of the loop any more whether it is an array.
      if (isLoop && key < 0) this.masks[base] = (this.masks[base] as number) | ANY | UNDEF;
    }
    return this.steady.size !== before;
  }

  /** Before the masks are joined: where no int can be, nothing is known of it. */
  private joinRanges(other: State, isLoop: boolean): boolean {
    let changed = false;
    for (let s = 0; s < this.masks.length; s++) {
      if (((other.masks[s] as number) & INT) === 0) continue;
      const [mine, theirs] = [this.ranges[s], other.ranges[s]];
      const has = ((this.masks[s] as number) & INT) !== 0;
      const joined = !has ? theirs : isLoop ? widened(mine, theirs) : union(mine, theirs);
      if (joined === mine) continue;
      this.ranges[s] = joined;
      changed = true;
    }
    return changed;
  }
}

/** Leaves what both ways know; true when something is known no more. */
function keepCommon<T>(mine: Map<number, T>, theirs: ReadonlyMap<number, T>): boolean {
  let changed = false;
  for (const [slot, known] of mine) {
    if (theirs.get(slot) === known) continue;
    mine.delete(slot);
    changed = true;
  }
  return changed;
}

/** A variable that is not read any more need not stay undefined: its number may stay unboxed. */
function joinMasks(a: number, b: number, live: boolean): number {
  const joined = a | b;
  if (!live && (joined & UNDEF) !== 0 && (joined & ~(NUM | UNDEF)) === 0 && (joined & FLT) !== 0) {
    return joined & ~UNDEF;
  }
  return joined;
}

/** JavaScript that brings slot `s` from the form of mask `from` to that of mask `to`; '' when nothing is to do. */
export function conversion(s: number, from: number, to: number): string {
  const a = formOf(from);
  const b = formOf(to);
  if (a === b || from === 0 || to === 0) return '';
  if (b === 'zval') return a === 'double' ? `c${s}=new F(f${s});` : `c${s}=k${s}?new F(f${s}):f${s};`;
  // An undefined variable that nobody reads (see joinMasks) becomes any number.
  if (a === 'zval') {
    const value = (from & UNDEF) !== 0 ? '0' : `c${s}`;
    return b === 'double' ? `f${s}=${value};` : `f${s}=${value};k${s}=false;`;
  }
  return a === 'double' ? `k${s}=true;` : '';
}
