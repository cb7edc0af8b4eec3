/**
 * What the compiler knows of an object's class: exactly, where every way to an opline has checked it, or as a guess at what
 * the objects there are like.
 */
import type { PhpType } from '../bytecode/op-array.ts';
import { ACC_FINAL } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { Emitter } from './emitter.ts';
import { OBJ, REF } from './types.ts';

/** Number under which State.classes knows the class of $this. */
export const THIS_SLOT = 0;

/** The class of the object in a slot, when it is known exactly. */
export function exactClass(g: Emitter, slot: number): ClassEntry | null {
  if (slot !== THIS_SLOT && g.state.masks[slot] !== OBJ) return null;
  return g.state.classes.get(slot) ?? null;
}

/** The object in the slot has just been found to be of the class. A slot that may hold a reference tells nothing. */
export function learnClass(g: Emitter, slot: number, ce: ClassEntry): void {
  if (slot !== THIS_SLOT) {
    if (((g.state.masks[slot] as number) & (OBJ | REF)) !== OBJ) return;
    g.state.masks[slot] = OBJ;
  }
  g.state.classes.set(slot, ce);
}

/** The object a sample stands for. */
export function objectIn(sample: Zval | undefined): PhpObject | undefined {
  const o = sample instanceof PhpReference ? sample.val : sample;
  return o instanceof PhpObject ? o : undefined;
}

/** An object as those of the class are when they are new: a sample, held by nothing. */
export function sampleOf(ce: ClassEntry): PhpObject {
  return new PhpObject(0, ce, ce.defaultProperties);
}

/** Does every object of exactly this class pass the type, by the name of the class or of one it extends or implements? */
export function classPasses(ce: ClassEntry, type: PhpType): boolean {
  return type.classes.some((name) => typeof name === 'string' && hasName(ce, name));
}

function hasName(ce: ClassEntry, name: string): boolean {
  for (let at: ClassEntry | null = ce; at !== null; at = at.parent) if (at.name === name) return true;
  return ce.interfaces.some((i) => i.name === name);
}

/** The class that all objects which pass the type are of, given one of them; null when there may be several. */
export function onlyClass(type: PhpType, like: ClassEntry): ClassEntry | null {
  const [name] = type.classes;
  return type.classes.length === 1 && like.name === name && (like.flags & ACC_FINAL) !== 0 ? like : null;
}
