/**
 * Where a declared property is, as compiled code reaches it: in a class that is known, guessed from the object that was seen
 * when the code was made, or whatever the opline's run-time cache holds.
 * Source: php-src Zend/zend_object_handlers.h (CACHE_POLYMORPHIC_PTR_EX)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_CLOSURE, ACC_PUBLIC, ACC_READONLY, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import type { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, type Zval } from '../value/zval.ts';
import { classPasses, exactClass, learnClass, objectIn, sampleOf, THIS_SLOT } from './classes.ts';
import { fitsType, possibleMask, typeMask } from './declared-types.ts';
import { plainText } from './borrowing.ts';
import { leaveUnless } from './guesses.ts';
import type { Emitter } from './emitter.ts';
import { instanceText } from './kind-tests.ts';
import type { Operand } from './operand.ts';
import { ANY, BIG, FLT, INT, NULL, OBJ, REF } from './types.ts';

/** The object of op1. */
export interface Holder {
  /** JavaScript variable. */
  readonly o: string;
  /** Slot under which its class is known; THIS_SLOT for $this. */
  readonly slot: number;
  /** A temporary with a count of its own, which ends with the opline. */
  readonly owned: boolean;
}

/** $this, the variable or the temporary of op1. Null: by the handler. */
export function holderOf(g: Emitter, op: Opline): Holder | null {
  if (op.op2Type !== IS_CONST || op.op1Type === IS_CONST) return null;
  const o = g.fresh();
  if (op.op1Type === IS_UNUSED) {
    g.emit(`${o}=${g.self};`);
    return { o, slot: THIS_SLOT, owned: false };
  }
  const { form, mask, js, slot } = g.op1(op);
  if (form !== 'zval' || (mask & (OBJ | REF)) === 0) return null;
  const isTemp = op.op1Type !== IS_CV;
  if (isTemp && (mask & REF) !== 0) return null;
  g.emit(`${o}=${plainText(js, mask)};`);
  return { o, slot, owned: isTemp && !g.state.borrowed.has(slot) };
}

/** A declared property as the text reaches it. */
export interface Place {
  /** The class that has it there; null: whichever the run-time cache names. */
  readonly ce: ClassEntry | null;
  /** Condition that the property can be reached so; '' when it always can. */
  readonly condition: string;
  /** Its slot in the object, once the condition has held. */
  readonly slot: string;
  /** Condition that the operand, which is in the JavaScript variable `v`, may be stored there. */
  readonly fits: (v: string, value: Pick<Operand, 'mask' | 'slot'>) => string;
  /** Kinds of values it holds (when it is no reference). */
  readonly mask: number;
  /** `set`: only a property that has a value is assigned to in place; `open`: one without, too; `once`: readonly. */
  readonly state: 'set' | 'open' | 'once';
  /** JavaScript condition that this code may be the first to assign to a readonly one. */
  readonly mayInit: string;
}

/** @param cache number of the opline's first entry in the run-time cache */
export function placeOf(g: Emitter, op: Opline, holder: Holder, cache: number, thisObject: PhpObject | null): Place {
  const { o, slot } = holder;
  const exact = exactClass(g, slot);
  const ce = exact ?? sampleObject(g, op, thisObject)?.ce;
  const info = ce?.propertiesInfo.get(op.op2Lit as string);
  if (ce === undefined || info === undefined || !reaches(g, cache, ce, info)) {
    return {
      ce: null,
      condition: `${o} instanceof Y&&RC[${cache}]===${o}.ce&&(t=RC[${cache + 1}])>=0`,
      slot: 't',
      fits: (v) => `(RC[${cache + 2}]===null||J.fits(vm,RC[${cache + 2}],${v}))`,
      mask: ANY,
      state: 'set',
      mayInit: '',
    };
  }
  const checks: string[] = [];
  if (exact === null) {
    const isThis = slot === THIS_SLOT && (g.func.fnFlags & (ACC_STATIC | ACC_CLOSURE)) === 0;
    checks.push(instanceText(o, g.constant(ce), isThis ? OBJ : holderMask(g, slot)));
  }
  // The code with a frame is shared by copies of the function in other scopes.
  if (!isOfNoClass(g) && !g.light) checks.push(`RC[${cache}]===${o}.ce`);
  return {
    ce,
    condition: checks.join('&&'),
    slot: String(info.slot),
    fits: (v, value) => fitsText(g, info, v, value),
    mask: info.type === null ? ANY : possibleMask(info.type),
    // __set is not asked for a typed property that has had no value yet.
    state: isReadonly(info) ? 'once' : info.type !== null || ce.magic.set === null ? 'open' : 'set',
    mayInit: isReadonly(info) ? `${g.scope}===${g.constant(info.ce)}` : '',
  };
}

function isReadonly({ flags }: PropertyInfo): boolean {
  return (flags & ACC_READONLY) !== 0;
}

/** JavaScript condition that the property, whose raw value it puts into `old`, may be assigned to; its type is not asked. */
export function assignable({ o }: Holder, { condition, slot, state, mayInit }: Place, old: string): string {
  const reached = condition === '' ? '' : `${condition}&&`;
  const read = `(${old}=${o}.props[${slot}])`;
  if (state === 'once') return `${reached}${read}===undefined&&${o}.unsetProps===null&&${mayInit}`;
  const has = state === 'open' ? `(${read}!==undefined||${o}.unsetProps===null)` : `${read}!==undefined`;
  return `${reached}${has}&&!(${old} instanceof R)`;
}

/** What the holder of a slot may be, references followed. $this of a closure may be absent. */
function holderMask(g: Emitter, slot: number): number {
  const mask = slot === THIS_SLOT ? NULL : (g.state.masks[slot] as number);
  return (mask & REF) !== 0 ? mask | NULL : mask;
}

/** The function is of no class, nor can a copy of it be. */
function isOfNoClass(g: Emitter): boolean {
  return g.func.scope === null && (g.func.fnFlags & ACC_CLOSURE) === 0;
}

/** Has the opline found the property there, or would it for certain? */
function reaches(g: Emitter, cache: number, ce: ClassEntry, info: PropertyInfo): boolean {
  const known = g.func.runTimeCache;
  if (known?.[cache] === ce) return known[cache + 1] === info.slot;
  return isOfNoClass(g) && (info.flags & ACC_PUBLIC) !== 0;
}

function fitsText(g: Emitter, info: PropertyInfo, v: string, value: Pick<Operand, 'mask' | 'slot'>): string {
  const { type } = info;
  if (type === null) return 'true';
  if ((value.mask & ~typeMask(type)) === 0) return 'true';
  const ce = exactClass(g, value.slot);
  if (ce !== null && classPasses(ce, type)) return 'true';
  const likely = objectIn(g.state.samples[value.slot])?.ce ?? null;
  return `(${fitsType(g, type, v, likely, g.constant(info.ce), 'null')})`;
}

/** Leaves unless the property is where it is thought to be; its class is known from then on. */
export function guardPlace(g: Emitter, holder: Holder, place: Place): void {
  if (place.condition !== '') leaveUnless(g, place.condition);
  if (place.ce !== null) learnClass(g, holder.slot, place.ce);
}

/** JavaScript for the property's raw value; undefined where it cannot be reached so. */
export function rawValue(holder: Holder, place: Place): string {
  const value = `${holder.o}.props[${place.slot}]`;
  return place.condition === '' ? value : `${place.condition}?${value}:undefined`;
}

function sampleObject(g: Emitter, op: Opline, thisObject: PhpObject | null): PhpObject | undefined {
  if (op.op1Type === IS_UNUSED) return thisObject ?? undefined;
  return objectIn(g.state.samples[op.op1]);
}

/** A value like those that the property holds. */
export function sampleProperty(g: Emitter, op: Opline, thisObject: PhpObject | null): Zval | undefined {
  const o = sampleObject(g, op, thisObject);
  const info = o?.ce.propertiesInfo.get(op.op2Lit as string);
  if (o === undefined || info === undefined) return undefined;
  const held = o.props[info.slot];
  const v = held instanceof PhpReference ? held.val : held;
  const { type } = info;
  if (type === null) return v;
  const mask = possibleMask(type);
  if (mask === (INT | BIG)) return 0;
  if (mask === FLT) return new PhpFloat(0);
  // Nodes of lists and trees: where one ends, others go on.
  const own = (v === null || v === undefined) && type.classes[0] === info.ce.name;
  return own ? sampleOf(info.ce) : v;
}
