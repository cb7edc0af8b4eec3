/**
 * serialize.
 * Source: php-src ext/standard/var.c (php_var_serialize_intern and around)
 */
import { ByteText } from '../base/byte-text.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_ANON_CLASS, ACC_ENUM, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { Func } from '../bytecode/op-array.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { objectPropertiesTable } from '../object/object-vars.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { phpGcvt } from '../value/number-format.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpFloat, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { docref, stringOf } from './string-util.ts';

/** The property that carries an incomplete object's class name. */
export const MAGIC_MEMBER = '__PHP_Incomplete_Class_Name';

/** Where things went already: objects and references by their number; -1 for an object that could not be serialized. */
class VarHash {
  readonly seen: Map<PhpObject | PhpReference, number> = new Map();
  /** Kept alive until the end, so that nothing is destroyed and its place reused meanwhile. */
  readonly held: Zval[] = [];
  n = 0;
}

/** BG(serialize): Serializable::serialize() shares the numbering of the serialize() that called it. */
interface SerializeState {
  lock: number;
  level: number;
  data: VarHash | null;
}

function stateOf(rt: Executor): SerializeState {
  return rt.moduleState('serialize', () => ({ lock: 0, level: 0, data: null }));
}

/** PHP's serialize(): the text, null when it threw. */
export function* serializeValue(rt: Executor, value: Zval): NativeCode<string | null> {
  const state = stateOf(rt);
  const shared = state.lock === 0 && state.level > 0;
  const hash = shared ? (state.data as VarHash) : new VarHash();
  if (state.lock === 0) {
    state.data = hash;
    state.level++;
  }
  const counted = state.lock === 0;
  const run = new Serializer(rt, hash, state);
  try {
    yield* run.value(value);
  } finally {
    if (counted && --state.level === 0) state.data = null;
    if (!shared) for (const v of hash.held) release(rt, v);
  }
  return rt.exception === null ? run.out.toString() : null;
}

/** An array or an object whose elements are being written. */
interface Level {
  readonly table: PhpArray;
  readonly of: PhpArray | PhpObject;
  /** The table is an incomplete object's. */
  readonly incomplete: boolean;
  readonly owned: boolean;
  /** Where the next element is. */
  pos: number;
  /** The array among the elements that is being written. */
  guard: PhpArray | null;
  /** The element whose class has code that says how. */
  waiting: PhpObject | null;
}

const BY_USER: unique symbol = Symbol('by-user');

/** What is not part of an object's text: properties without a value and the name of an incomplete one. */
function isLeftOut(key: ArrayKey, v: Zval, incomplete: boolean): boolean {
  if (incomplete && key === MAGIC_MEMBER) return true;
  return v instanceof PhpIndirect && v.slots[v.index] === undefined;
}

class Serializer {
  private readonly rt: Executor;
  private readonly hash: VarHash;
  private readonly state: SerializeState;
  readonly out: ByteText = new ByteText();
  constructor(rt: Executor, hash: VarHash, state: SerializeState) {
    this.rt = rt;
    this.hash = hash;
    this.state = state;
  }

  /** php_add_var_hash: the number of a value met before, 0 for a new one. */
  private remember(v: Zval): number {
    const { hash } = this;
    hash.n++;
    const isRef = v instanceof PhpReference;
    const what = isRef && v.val instanceof PhpObject ? v.val : v;
    if (!(what instanceof PhpReference) && !(what instanceof PhpObject)) return 0;
    const known = hash.seen.get(what);
    if (known !== undefined) {
      if (isRef) hash.n--;
      return known;
    }
    hash.seen.set(what, hash.n);
    hash.held.push(addRef(what));
    return 0;
  }

  /** php_var_serialize_intern of a value and, level by level instead of by recursion, of what is in it. */
  *value(root: Zval): NativeCode<void> {
    const levels: Level[] = [];
    try {
      let open = this.simple(root);
      if (open === BY_USER) open = yield* this.object(deref(root) as PhpObject);
      for (;;) {
        if (open !== null) levels.push(open as Level);
        const level = levels[levels.length - 1];
        if (level === undefined) return;
        const next = this.rt.exception === null ? this.advance(level) : null;
        if (next === null) {
          levels.pop();
          this.close(level);
          open = null;
        } else open = next === BY_USER ? yield* this.object(level.waiting as PhpObject) : next;
      }
    } finally {
      for (const level of levels.reverse()) this.leave(level);
    }
  }

  /** A scalar or a reference to something known is written at once; null then. Else the level to enter. */
  private simple(held: Zval): Level | typeof BY_USER | null {
    if (this.rt.exception !== null) return null;
    const known = typeof held === 'object' ? this.remember(held) : (this.hash.n++, 0);
    if (known !== 0) {
      this.out.add(known === -1 ? 'N;' : `${held instanceof PhpReference ? 'R' : 'r'}:${known};`);
      return null;
    }
    const v = held instanceof PhpReference ? held.val : held;
    switch (typeof v) {
      case 'boolean':
        this.out.add(v ? 'b:1;' : 'b:0;');
        return null;
      case 'number':
      case 'bigint':
        this.out.add('i:' + v + ';');
        return null;
      case 'string':
        this.text(v);
        return null;
      default:
    }
    if (v === null || v === undefined) this.out.add('N;');
    else if (v instanceof PhpFloat) this.out.add('d:' + phpGcvt(v.value, this.rt.serializePrecision) + ';');
    else if (v instanceof PhpArray) {
      this.out.add('a:');
      return this.level(v, v, false, false);
    } else if (v instanceof PhpObject) return this.isPlain(v) ? this.properties(v) : BY_USER;
    else this.out.add('i:0;');
    return null;
  }

  /** An object that is serialized without any code of its class. */
  private isPlain(obj: PhpObject): boolean {
    const { ce } = obj;
    if ((ce.flags & (ACC_ENUM | ACC_NOT_SERIALIZABLE | ACC_ANON_CLASS)) !== 0) return false;
    if (ce.magic.serialize !== null || ce.functionTable.has('__sleep')) return false;
    return !instanceOf(ce, this.rt.classOf('Serializable'));
  }

  private key(key: ArrayKey): void {
    if (typeof key === 'string') this.text(key);
    else this.out.add('i:' + key + ';');
  }

  private text(s: string): void {
    this.out.add('s:' + s.length + ':"');
    this.out.add(s);
    this.out.add('";');
  }

  /** php_var_serialize_nested_data begins: the count and the brace. */
  private level(table: PhpArray, of: PhpArray | PhpObject, incomplete: boolean, owned: boolean): Level {
    let { count } = table;
    if (of !== table) {
      for (let pos = table.firstPos(); pos < table.used; pos = table.nextPos(pos)) {
        if (isLeftOut(table.keyAt(pos), table.valueAt(pos), incomplete)) count--;
      }
    }
    this.out.add(count + ':{');
    return { table, of, incomplete, owned, pos: table.firstPos(), guard: null, waiting: null };
  }

  /** Writes elements until one has to be entered; null at the end. */
  private advance(level: Level): Level | typeof BY_USER | null {
    const { table, of } = level;
    if (level.guard !== null) level.guard.guarded = false;
    level.guard = null;
    for (; level.pos < table.used; ) {
      const { pos } = level;
      const key = table.keyAt(pos);
      const raw = table.valueAt(pos);
      level.pos = table.nextPos(pos);
      if (of !== table && isLeftOut(key, raw, level.incomplete)) continue;
      this.key(key);
      let v = raw instanceof PhpIndirect ? raw.slots[raw.index] : raw;
      if (v instanceof PhpReference && v.rc === 1) v = v.val;
      if (v instanceof PhpArray) {
        if (v.guarded || v === of) {
          this.hash.n++;
          this.out.add('N;');
          continue;
        }
        v.guarded = true;
        level.guard = v;
      }
      const inside = this.simple(v);
      if (inside === BY_USER) level.waiting = deref(v) as PhpObject;
      if (inside !== null) return inside;
      if (level.guard !== null) return null;
    }
    return null;
  }

  private close(level: Level): void {
    if (this.rt.exception === null) this.out.add('}');
    this.leave(level);
  }

  private leave(level: Level): void {
    if (level.guard !== null) level.guard.guarded = false;
    if (level.owned) release(this.rt, level.table);
  }

  private className(obj: PhpObject): void {
    const name = obj.ce.lcName === '__php_incomplete_class' ? incompleteName(obj) : obj.ce.name;
    this.out.add(`O:${name.length}:"${name}":`);
  }

  /** An object with code of its own. @returns the level to enter, null when everything is written */
  private *object(obj: PhpObject): NativeCode<Level | null> {
    const { rt } = this;
    const { ce } = obj;
    if ((ce.flags & ACC_ENUM) !== 0) {
      const text = `${ce.name}:${String(obj.props[0])}`;
      this.out.add(`E:${text.length}:"${text}";`);
      return null;
    }
    if ((ce.flags & (ACC_NOT_SERIALIZABLE | ACC_ANON_CLASS)) !== 0) {
      rt.throwError('Exception', `Serialization of '${displayName(ce.name)}' is not allowed`);
      return null;
    }
    if (ce.magic.serialize !== null) return yield* this.byMagicSerialize(obj, ce.magic.serialize);
    if (instanceOf(ce, rt.classOf('Serializable'))) {
      yield* this.bySerializable(obj);
      return null;
    }
    const sleep = ce.functionTable.get('__sleep');
    return sleep === undefined ? this.properties(obj) : yield* this.bySleep(obj, sleep);
  }

  private properties(obj: PhpObject): Level {
    this.className(obj);
    const table = objectPropertiesTable(this.rt, obj);
    return this.level(table, obj, obj.ce.lcName === '__php_incomplete_class', true);
  }

  private *callLocked(obj: PhpObject, func: Func): NativeCode {
    this.state.lock++;
    try {
      return yield* call({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, []);
    } finally {
      this.state.lock--;
    }
  }

  private *byMagicSerialize(obj: PhpObject, func: Func): NativeCode<Level | null> {
    const data = yield* this.callLocked(obj, func);
    if (!(data instanceof PhpArray)) {
      release(this.rt, data);
      this.rt.throwError('TypeError', `${displayName(obj.ce.name)}::__serialize() must return an array`);
      return null;
    }
    this.className(obj);
    return this.level(data, obj, false, true);
  }

  /** zend_user_serialize */
  private *bySerializable(obj: PhpObject): NativeCode<void> {
    const result = yield* this.rt.callMethod(obj, 'serialize');
    if (typeof result === 'string') {
      const { name } = obj.ce;
      this.out.add(`C:${name.length}:"${name}":${result.length}:{${result}}`);
      return;
    }
    const refused = result === null || result === undefined;
    release(this.rt, result);
    if (!refused) {
      this.rt.throwError('Exception', `${displayName(obj.ce.name)}::serialize() must return a string or NULL`);
      return;
    }
    this.hash.seen.set(obj, -1);
    this.out.add('N;');
  }

  private *bySleep(obj: PhpObject, func: Func): NativeCode<Level | null> {
    const { rt } = this;
    const names = yield* this.callLocked(obj, func);
    try {
      if (!(names instanceof PhpArray)) {
        this.sleepWarning(obj);
        if (rt.exception === null) this.out.add('N;');
        return null;
      }
      const chosen = yield* this.sleepProperties(obj, names);
      if (rt.exception !== null) {
        release(rt, chosen);
        return null;
      }
      this.className(obj);
      return this.level(chosen, obj, false, true);
    } finally {
      release(rt, names);
    }
  }

  private sleepWarning(obj: PhpObject): void {
    const name = displayName(obj.ce.name);
    docref(
      this.rt,
      E_WARNING,
      `${name}::__sleep() should return an array only containing the names of instance-variables to serialize`,
    );
  }

  /** php_var_serialize_get_sleep_props; owned. */
  private *sleepProperties(obj: PhpObject, names: PhpArray): NativeCode<PhpArray> {
    const { rt } = this;
    const all = objectPropertiesTable(rt, obj);
    const chosen = new PhpArray();
    try {
      for (const held of names.valueList()) {
        const raw = deref(held);
        if (typeof raw !== 'string') this.sleepWarning(obj);
        const name = yield* stringOf(rt, raw);
        if (name === null) return chosen;
        const keys = [name, `\0${obj.ce.name}\0${name}`, `\0*\0${name}`];
        const key = keys.find((k) => all.getStr(k) !== undefined);
        if (key === undefined) {
          if (!isUninitialized(obj, name)) {
            docref(rt, E_WARNING, `"${name}" returned as member variable from __sleep() but does not exist`);
          }
        } else if (chosen.getStr(key) !== undefined) {
          docref(rt, E_WARNING, `"${name}" is returned from __sleep() multiple times`);
        } else chosen.setStr(key, addRef(all.getStr(key)));
      }
    } finally {
      release(rt, all);
    }
    return chosen;
  }
}

/** A typed property without a value is left out in silence. */
function isUninitialized(obj: PhpObject, name: string): boolean {
  const info = obj.ce.propertiesInfo.get(name);
  return info !== undefined && info.type !== null && obj.props[info.slot] === undefined;
}

function incompleteName(obj: PhpObject): string {
  const name = obj.dyn?.getStr(MAGIC_MEMBER);
  return typeof name === 'string' ? name : '__PHP_Incomplete_Class';
}
