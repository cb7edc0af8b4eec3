/**
 * unserialize: arrays, references, and what goes where. Scalars are read by serialized-text.ts, objects by unserialize-objects.ts.
 * Source: php-src ext/standard/var_unserializer.re
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { addTypeSource, verifyPropAssignableByRef } from '../object/typed-reference.ts';
import { TYPE_MISMATCH, typeErrorProperty, verifyType } from '../object/types.ts';
import { normalizeKey } from '../value/array-key.ts';
import { tableSizeFor } from '../value/hash-table.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type PhpInt, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { SerializedText } from './serialized-text.ts';
import { docref } from './string-util.ts';
import { readEnumCase, readObject } from './unserialize-objects.ts';
import {
  ArrayPlace,
  type Context,
  enterUnserialize,
  finish,
  type Place,
  rootPlace,
  type UnserializeOptions,
  type UnserializeState,
} from './unserialize-places.ts';

/** php_unserialize_with_options: the value, owned; false after a notice. */
export function* unserializeText(rt: Executor, text: string, options: UnserializeOptions): NativeCode {
  if (text === '') return false;
  const { context, state, leave, shared } = enterUnserialize(rt, options);
  const reader = new Unserializer(rt, text, options, context, state);
  const root: { v: Zval } = { v: null };
  const place = rootPlace(root);
  let ok = false;
  const from = context.places.length;
  try {
    ok = (yield* reader.value(place)) && rt.exception === null;
    if (!ok) {
      context.places.length = Math.min(context.places.length, from);
      if (rt.exception === null) docref(rt, E_NOTICE, `Error at offset ${reader.p} of ${text.length} bytes`);
    }
  } finally {
    leave();
  }
  if (!shared) yield* finish(rt, context, state);
  const v = deref(root.v);
  addRef(v);
  release(rt, root.v);
  if (!ok || rt.exception !== null) {
    release(rt, v);
    return rt.exception === null ? false : null;
  }
  return v;
}

/** Whether a value would refer to the place that it goes to. */
function isSame(a: Place, b: Place): boolean {
  return a === b || (a.owner !== undefined && a.owner === b.owner && a.key === b.key);
}

export class Unserializer extends SerializedText {
  readonly options: UnserializeOptions;
  readonly context: Context;
  readonly state: UnserializeState;

  constructor(rt: Executor, s: string, options: UnserializeOptions, context: Context, state: UnserializeState) {
    super(rt, s);
    this.options = options;
    this.context = context;
    this.state = state;
  }

  /** php_var_unserialize_internal into a place; false after an error. */
  *value(place: Place): NativeCode<boolean> {
    const c = this.s.charAt(this.p);
    if (c === '') return false;
    if (c !== 'R') this.context.places.push(place);
    switch (c) {
      case 'R':
      case 'r':
        return this.reference(place, c === 'R');
      case 'a':
        return yield* this.array(place);
      case 'O':
      case 'C':
        return yield* readObject(this, place, c === 'C');
      case 'E':
        return yield* readEnumCase(this, place);
      case '}':
        docref(this.rt, E_NOTICE, 'Unexpected end of serialized data');
        return false;
      default: {
        const v = this.scalar();
        if (v === undefined) return false;
        place.set(v);
        return true;
      }
    }
  }

  private reference(place: Place, byRef: boolean): boolean {
    const m = this.match(/[Rr]:([0-9]+);/y);
    if (m === null) return false;
    this.p += m[0].length;
    const target = this.context.places[Number(m[1]) - 1];
    if (target === undefined || (byRef && isSame(target, place))) return false;
    const v = target.get();
    if (v === undefined) return false;
    if (!byRef) {
      const obj = deref(v);
      if (target === place || !(obj instanceof PhpObject)) return false;
      place.set(addRef(obj));
      return true;
    }
    if (v instanceof PhpReference) {
      place.set(addRef(v));
      return true;
    }
    const ref = new PhpReference(v);
    target.set(ref);
    if (target.info !== null) addTypeSource(ref, target.info);
    place.set(addRef(ref));
    return true;
  }

  private *array(place: Place): NativeCode<boolean> {
    const m = this.match(/a:([0-9]+):\{/y);
    if (m === null) return false;
    const count = this.integer(m[1] as string);
    this.p += m[0].length;
    if (count > this.s.length - this.p) return false;
    if (count === 0) {
      place.set(PhpArray.empty());
      return this.endOfNested();
    }
    const array = new PhpArray();
    array.tableSize = tableSizeFor(Number(count));
    place.set(array);
    // the place may be replaced by nested data: keep the array for as long as it is filled
    this.context.held.push(addRef(array));
    const placeOf = (key: PhpInt | string): Place => new ArrayPlace(this.context, array, key);
    if (!(yield* this.elements(Number(count), placeOf, false, array))) return false;
    return this.endOfNested();
  }

  /**
   * The elements from here on whose keys are new and whose values are scalars, put into an array.
   * @returns how many there were; what follows is for the general way
   */
  private scalarElements(most: number, array: PhpArray): number {
    const { context, s } = this;
    for (let n = 0; n < most; n++) {
      const from = this.p;
      const c = s.charCodeAt(from);
      const raw = c === 105 || c === 115 ? this.scalar() : undefined;
      const key = typeof raw === 'string' ? normalizeKey(raw) : raw;
      const next = s.charAt(this.p);
      const isKey = typeof key === 'string' || typeof key === 'number';
      if (!isKey || next === '' || !'isbdN'.includes(next) || array.get(key) !== undefined) {
        this.p = from;
        return n;
      }
      const v = this.scalar();
      if (v === undefined) {
        this.p = from;
        return n;
      }
      array.set(key, v);
      context.places.push(new ArrayPlace(null, array, key));
    }
    return most;
  }

  /** process_nested_data: elements or members, up to the `}`. */
  *elements(
    count: number,
    placeOf: (key: PhpInt | string) => Place | null,
    checked: boolean,
    array: PhpArray | null = null,
  ): NativeCode<boolean> {
    const { context } = this;
    const { maxDepth } = this.options;
    if (maxDepth > 0 && context.depth >= maxDepth) {
      docref(
        this.rt,
        E_WARNING,
        `Maximum depth of ${maxDepth} exceeded. The depth limit can be changed using the max_depth unserialize() option or the unserialize_max_depth ini setting`,
      );
      return false;
    }
    context.depth++;
    try {
      for (let left = count; left > 0; left--) {
        if (array !== null) left -= this.scalarElements(left, array);
        if (left === 0) return true;
        const key = this.elementKey();
        if (key === undefined) return false;
        const place = placeOf(key);
        if (place === null || !(yield* this.value(place))) return false;
        if (checked && !this.checkProperty(place)) return false;
        const before = this.s.charAt(this.p - 1);
        if (left > 1 && before !== ';' && before !== '}') {
          this.p--;
          return false;
        }
      }
      return true;
    } finally {
      context.depth--;
    }
  }

  private elementKey(): PhpInt | string | undefined {
    const c = this.s.charAt(this.p);
    if (c === '}') {
      docref(this.rt, E_NOTICE, 'Unexpected end of serialized data');
      return undefined;
    }
    if (c === 'R' || c === 'r') {
      const m = this.match(/[Rr]:([0-9]+);/y);
      if (m !== null) this.p += m[0].length;
      return undefined;
    }
    const v = this.scalar();
    return typeof v === 'string' || typeof v === 'number' || typeof v === 'bigint' ? v : undefined;
  }

  private checkProperty(place: Place): boolean {
    const { info } = place;
    if (info === null || info.type === null) return true;
    const v = place.get();
    if (v instanceof PhpReference) return this.checkReference(place, v, info);
    const result = verifyType(this.rt, info.type, deref(v), info.ce, null, true);
    if (result !== TYPE_MISMATCH && result !== NEEDS_SLOW) {
      place.set(result as Zval);
      return true;
    }
    if (this.rt.exception === null) typeErrorProperty(this.rt, info, deref(v));
    place.set(undefined);
    release(this.rt, v);
    return false;
  }

  /** A reference must suit all typed properties that hold it. */
  private checkReference(place: Place, ref: PhpReference, info: PropertyInfo): boolean {
    if (verifyPropAssignableByRef(this.rt, info, ref.val, ref, true)) {
      addTypeSource(ref, info);
      return true;
    }
    place.set(undefined);
    release(this.rt, ref);
    return false;
  }
}
