/**
 * unserialize.
 * Source: php-src ext/standard/var_unserializer.re
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import { ACC_ENUM, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { getClassConstant } from '../object/class-constants.ts';
import { displayName, instanceOf, lcName } from '../object/class-queries.ts';
import { call, type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { addTypeSource, verifyPropAssignableByRef } from '../object/typed-reference.ts';
import { TYPE_MISMATCH, typeErrorProperty, verifyType } from '../object/types.ts';
import { fitsInt64, normalizeInt, PHP_INT_MAX, PHP_INT_MIN } from '../value/integer.ts';
import { normalizeKey } from '../value/array-key.ts';
import { tableSizeFor } from '../value/hash-table.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_DESTRUCTOR_CALLED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpFloat, type PhpInt, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { docref } from './string-util.ts';
import {
  ArrayPlace,
  CLASS_NAME,
  type Context,
  enterUnserialize,
  finish,
  rootPlace,
  propertyPlace,
  storeClassName,
  type Place,
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

export class Unserializer {
  private readonly rt: Executor;
  private readonly s: string;
  private readonly options: UnserializeOptions;
  private readonly context: Context;
  private readonly state: UnserializeState;
  /** Where reading stands; the offset of the notice after a failure. */
  p = 0;
  private digitsEnd = 0;

  constructor(rt: Executor, s: string, options: UnserializeOptions, context: Context, state: UnserializeState) {
    this.rt = rt;
    this.s = s;
    this.options = options;
    this.context = context;
    this.state = state;
  }

  /** What a pattern matches right here. */
  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.p;
    return pattern.exec(this.s);
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
        return yield* this.object(place, c === 'C');
      case 'E':
        return yield* this.enumCase(place);
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

  /** null, bool, int, float, string; undefined after an error. */
  private scalar(): Zval {
    const { s, p } = this;
    const c = s.charCodeAt(p);
    if (c === 105 && s.charCodeAt(p + 1) === 58) {
      const n = this.digits(p + 2);
      if (n >= 0 && s.charCodeAt(this.digitsEnd) === 59) {
        this.p = this.digitsEnd + 1;
        return n;
      }
    }
    if (c === 115) return this.string();
    let m = this.match(/N;|b:([01]);|i:([+-]?[0-9]+);/y);
    if (m !== null) {
      this.p += m[0].length;
      if (m[1] !== undefined) return m[1] === '1';
      return m[2] === undefined ? null : this.integer(m[2]);
    }
    m = this.match(/d:(NAN|-?INF|[+-]?(?:[0-9]*\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+)(?:[eE][+-]?[0-9]+)?);/y);
    if (m !== null) {
      this.p += m[0].length;
      return new PhpFloat(Number((m[1] as string).replace('INF', 'Infinity').replace('NAN', 'NaN')));
    }
    return this.string();
  }

  /** One to fifteen digits as a number, `digitsEnd` behind them; -1 when there are none or more. */
  private digits(from: number): number {
    const { s } = this;
    let n = 0;
    let at = from;
    for (; at < from + 16; at++) {
      const d = s.charCodeAt(at) - 48;
      if (!(d >= 0 && d <= 9)) break;
      n = n * 10 + d;
    }
    this.digitsEnd = at;
    return at === from || at === from + 16 ? -1 : n;
  }

  private integer(digits: string): PhpInt {
    const big = /[0-9]/.test(digits) ? BigInt(digits.startsWith('+') ? digits.slice(1) : digits) : 0n;
    if (fitsInt64(big)) return normalizeInt(big);
    docref(this.rt, E_WARNING, 'Numerical result out of range');
    return big < 0n ? PHP_INT_MIN : PHP_INT_MAX;
  }

  private string(): Zval {
    const { s } = this;
    let length = s.charCodeAt(this.p + 1) === 58 ? this.digits(this.p + 2) : -1;
    let start = this.digitsEnd + 2;
    const kind = s.charAt(this.p);
    if (length < 0 || kind !== 's' || s.charCodeAt(start - 2) !== 58 || s.charCodeAt(start - 1) !== 34) {
      const m = this.match(/[sS]:([0-9]+):"/y);
      if (m === null) return undefined;
      length = Number(m[1]);
      start = this.p + m[0].length;
    }
    if (this.s.length - start < length) {
      this.p += 2;
      return undefined;
    }
    let text = this.s.slice(start, start + length);
    let end = start + length;
    if (kind === 'S') {
      const read = this.escaped(start, length);
      if (read === null) return undefined;
      ({ text, end } = read);
    }
    if (this.s.charAt(end) !== '"') {
      this.p = end;
      return undefined;
    }
    if (this.s.charAt(end + 1) !== ';') {
      this.p = end + 1;
      return undefined;
    }
    this.p = end + 2;
    return text;
  }

  /** unserialize_str: bytes with `\xx` escapes. */
  private escaped(start: number, length: number): { text: string; end: number } | null {
    let text = '';
    let i = start;
    for (let n = 0; n < length; n++) {
      if (i >= this.s.length) return null;
      if (this.s.charAt(i) !== '\\') {
        text += this.s.charAt(i++);
        continue;
      }
      const hex = this.s.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) return null;
      text += String.fromCharCode(Number.parseInt(hex, 16));
      i += 3;
    }
    return { text, end: i };
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

  private endOfNested(): boolean {
    if (this.s.charAt(this.p) !== '}') return false;
    this.p++;
    return true;
  }

  /** process_nested_data */
  private *elements(
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

  /** The length-prefixed name after `O:`, `C:`, `E:`; null after an error with `p` set. */
  private quotedName(after: string): string | null {
    const m = this.match(/[OCE]:([0-9]+):"/y);
    if (m === null) return null;
    const length = Number(m[1]);
    const start = this.p + m[0].length;
    if (this.s.length - start < length || length === 0) {
      this.p += 2;
      return null;
    }
    const end = start + length;
    if (this.s.charAt(end) !== '"') {
      this.p = end;
      return null;
    }
    if (this.s.charAt(end + 1) !== after) {
      this.p = end + 1;
      return null;
    }
    return this.s.slice(start, end);
  }

  private *enumCase(place: Place): NativeCode<boolean> {
    const { rt } = this;
    const text = this.quotedName(';');
    if (text === null) return false;
    const colon = text.indexOf(':');
    const warn = (message: string): false => {
      docref(rt, E_WARNING, message);
      return false;
    };
    if (colon < 0) return warn(`Invalid enum name '${text}' (missing colon)`);
    const className = text.slice(0, colon);
    const caseName = text.slice(colon + 1);
    if (!CLASS_NAME.test(className)) return false;
    const ce = yield* rt.autoloadClass(className);
    if (rt.exception !== null) return false;
    if (ce === null) return warn(`Class '${className}' not found`);
    if ((ce.flags & ACC_ENUM) === 0) return warn(`Class '${ce.name}' is not an enum`);
    this.p += `E:${text.length}:"${text}";`.length;
    const constant = ce.constants.get(caseName);
    if (constant === undefined) return warn(`Undefined constant ${ce.name}::${caseName}`);
    if (!constant.isCase) return warn(`${ce.name}::${caseName} is not an enum case`);
    const obj = yield* getClassConstant(rt, ce, caseName, ce);
    if (rt.exception !== null) return false;
    place.set(addRef(obj as Zval));
    return true;
  }

  /** The class of a name that may be unserialized; null: incomplete. undefined after an exception. */
  private *findClass(name: string): NativeCode<ClassEntry | null | undefined> {
    const { rt } = this;
    const { allowed } = this.options;
    if (allowed !== null && !allowed.has(lcName(name))) return null;
    this.state.lock++;
    try {
      const ce = yield* rt.autoloadClass(name);
      if (rt.exception !== null) return undefined;
      if (ce !== null) return ce;
      const callback = rt.ini.get('unserialize_callback_func') ?? '';
      if (callback === '') return null;
      const callable = rt.resolveCallable(callback);
      if (callable === null) {
        docref(rt, E_WARNING, `defined (${callback}) but not found`);
        return null;
      }
      release(rt, yield* call(callable, [name]));
      const defined = yield* rt.autoloadClass(name);
      if (defined === null) docref(rt, E_WARNING, `Function ${callback}() hasn't defined the class it was called for`);
      return defined;
    } finally {
      this.state.lock--;
    }
  }

  private *object(place: Place, custom: boolean): NativeCode<boolean> {
    const { rt } = this;
    const start = this.p;
    const name = this.quotedName(':');
    if (name === null) return false;
    const nameAt = start + `O:${name.length}:"`.length;
    if (!CLASS_NAME.test(name)) {
      this.p = nameAt + (/^[0-9_a-zA-Z\x7f-\xff\\]*/.exec(name)?.[0].length ?? 0);
      return false;
    }
    const found = yield* this.findClass(name);
    if (found === undefined || rt.exception !== null) return false;
    const ce = found ?? rt.classOf('__PHP_Incomplete_Class');
    if ((ce.flags & ACC_NOT_SERIALIZABLE) !== 0 && (ce.flags & ACC_ENUM) === 0) {
      rt.throwError('Exception', `Unserialization of '${displayName(ce.name)}' is not allowed`);
      return false;
    }
    this.p = nameAt + name.length;
    if (custom) return yield* this.custom(place, ce, found === null ? name : null);
    if (this.p >= this.s.length - 2) {
      rt.error(E_WARNING, 'Bad unserialize data');
      return false;
    }
    const m = this.match(/":([+-]?[0-9]+):\{/y);
    const digits = /^[+-]?[0-9]*/.exec(this.s.slice(this.p + 2))?.[0] ?? '';
    this.p += 2 + digits.length;
    const count = Number(this.integer(digits));
    if (m === null || count < 0 || count > this.s.length - this.p) return false;
    this.p += 2;
    const magic = found !== null && ce.magic.unserialize !== null;
    if (!magic && instanceOf(ce, rt.classOf('Serializable'))) {
      rt.error(E_WARNING, `Erroneous data format for unserializing '${ce.name}'`);
      return false;
    }
    const obj = yield* rt.initObject(ce);
    if (obj === null) return false;
    place.set(obj);
    if (found === null) storeClassName(obj, name);
    return yield* this.members(obj, count, magic);
  }

  private *members(obj: PhpObject, count: number, magic: boolean): NativeCode<boolean> {
    const { context, rt } = this;
    if (magic) {
      const data = new PhpArray();
      data.toHash();
      if (!(yield* this.elements(count, (key) => new ArrayPlace(context, data, key), false))) {
        obj.flags |= OBJ_DESTRUCTOR_CALLED;
        release(rt, data);
        return false;
      }
      context.delayed.push({ obj: addRef(obj), data });
      return this.endOfNested();
    }
    const wakes = obj.ce.functionTable.has('__wakeup');
    if (!(yield* this.elements(count, (key) => propertyPlace(rt, context, obj, String(key)), true))) {
      if (wakes) obj.flags |= OBJ_DESTRUCTOR_CALLED;
      return false;
    }
    if (wakes) context.delayed.push({ obj: addRef(obj), data: null });
    return this.endOfNested();
  }

  /** object_custom: Serializable::unserialize() */
  private *custom(place: Place, ce: ClassEntry, incompleteName: string | null): NativeCode<boolean> {
    const { rt } = this;
    const digits = /^[+-]?[0-9]*/.exec(this.s.slice(this.p + 2))?.[0] ?? '';
    this.p += 2 + digits.length + 2;
    const length = Number(this.integer(digits));
    const present = this.s.length - this.p;
    if (length < 0 || present <= length) {
      rt.error(E_WARNING, `Insufficient data for unserializing - ${length} required, ${present} present`);
      return false;
    }
    if (this.s.charAt(this.p + length) !== '}') return false;
    const obj = yield* rt.initObject(ce);
    if (obj === null) return false;
    place.set(obj);
    if (!instanceOf(ce, rt.classOf('Serializable')))
      rt.error(E_WARNING, `Class ${displayName(ce.name)} has no unserializer`);
    else {
      release(rt, yield* rt.callMethod(obj, 'unserialize', [this.s.slice(this.p, this.p + length)]));
      if (rt.exception !== null) return false;
    }
    if (incompleteName !== null) storeClassName(obj, incompleteName);
    this.p += length + 1;
    return true;
  }
}
