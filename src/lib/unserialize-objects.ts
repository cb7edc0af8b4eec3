/**
 * What unserialize() makes by a class: objects with their members, by Serializable::unserialize(), cases of enums.
 * Source: php-src ext/standard/var_unserializer.re
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_ENUM, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { getClassConstant } from '../object/class-constants.ts';
import { displayName, instanceOf, lcName } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_DESTRUCTOR_CALLED, type PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import { docref } from './string-util.ts';
import { ArrayPlace, CLASS_NAME, type Place, propertyPlace, storeClassName } from './unserialize-places.ts';
import type { Unserializer } from './unserializer.ts';

/** `E:`, a case of an enum. */
export function* readEnumCase(u: Unserializer, place: Place): NativeCode<boolean> {
  const { rt } = u;
  const text = u.quotedName(';');
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
  u.p += `E:${text.length}:"${text}";`.length;
  const constant = ce.constants.get(caseName);
  if (constant === undefined) return warn(`Undefined constant ${ce.name}::${caseName}`);
  if (!constant.isCase) return warn(`${ce.name}::${caseName} is not an enum case`);
  const obj = yield* getClassConstant(rt, ce, caseName, ce);
  if (rt.exception !== null) return false;
  place.set(addRef(obj as Zval));
  return true;
}

/** The class of a name that may be unserialized; null: incomplete. undefined after an exception. */
function* findClass(u: Unserializer, name: string): NativeCode<ClassEntry | null | undefined> {
  const { rt } = u;
  const { allowed } = u.options;
  if (allowed !== null && !allowed.has(lcName(name))) return null;
  u.state.lock++;
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
    u.state.lock--;
  }
}

/** `O:` and (custom) `C:`, an object. */
export function* readObject(u: Unserializer, place: Place, custom: boolean): NativeCode<boolean> {
  const { rt } = u;
  const start = u.p;
  const name = u.quotedName(':');
  if (name === null) return false;
  const nameAt = start + `O:${name.length}:"`.length;
  if (!CLASS_NAME.test(name)) {
    u.p = nameAt + (/^[0-9_a-zA-Z\x7f-\xff\\]*/.exec(name)?.[0].length ?? 0);
    return false;
  }
  const found = yield* findClass(u, name);
  if (found === undefined || rt.exception !== null) return false;
  const ce = found ?? rt.classOf('__PHP_Incomplete_Class');
  if ((ce.flags & ACC_NOT_SERIALIZABLE) !== 0 && (ce.flags & ACC_ENUM) === 0) {
    rt.throwError('Exception', `Unserialization of '${displayName(ce.name)}' is not allowed`);
    return false;
  }
  u.p = nameAt + name.length;
  if (custom) return yield* readCustom(u, place, ce, found === null ? name : null);
  if (u.p >= u.s.length - 2) {
    rt.error(E_WARNING, 'Bad unserialize data');
    return false;
  }
  const m = u.match(/":([+-]?[0-9]+):\{/y);
  const count = Number(u.count());
  if (m === null || count < 0 || count > u.s.length - u.p) return false;
  u.p += 2;
  const magic = found !== null && ce.magic.unserialize !== null;
  if (!magic && instanceOf(ce, rt.classOf('Serializable'))) {
    rt.error(E_WARNING, `Erroneous data format for unserializing '${ce.name}'`);
    return false;
  }
  const obj = yield* rt.initObject(ce);
  if (obj === null) return false;
  place.set(obj);
  if (found === null) storeClassName(obj, name);
  return yield* readMembers(u, obj, count, magic);
}

function* readMembers(u: Unserializer, obj: PhpObject, count: number, magic: boolean): NativeCode<boolean> {
  const { context, rt } = u;
  if (magic) {
    const data = new PhpArray();
    data.toHash();
    if (!(yield* u.elements(count, (key) => new ArrayPlace(context, data, key), false))) {
      obj.flags |= OBJ_DESTRUCTOR_CALLED;
      release(rt, data);
      return false;
    }
    context.delayed.push({ obj: addRef(obj), data });
    return u.endOfNested();
  }
  const wakes = obj.ce.functionTable.has('__wakeup');
  if (!(yield* u.elements(count, (key) => propertyPlace(rt, context, obj, String(key)), true))) {
    if (wakes) obj.flags |= OBJ_DESTRUCTOR_CALLED;
    return false;
  }
  if (wakes) context.delayed.push({ obj: addRef(obj), data: null });
  return u.endOfNested();
}

/** object_custom: Serializable::unserialize() */
function* readCustom(
  u: Unserializer,
  place: Place,
  ce: ClassEntry,
  incompleteName: string | null,
): NativeCode<boolean> {
  const { rt } = u;
  const length = Number(u.count());
  u.p += 2;
  const present = u.s.length - u.p;
  if (length < 0 || present <= length) {
    rt.error(E_WARNING, `Insufficient data for unserializing - ${length} required, ${present} present`);
    return false;
  }
  if (u.s.charAt(u.p + length) !== '}') return false;
  const obj = yield* rt.initObject(ce);
  if (obj === null) return false;
  place.set(obj);
  if (!instanceOf(ce, rt.classOf('Serializable')))
    rt.error(E_WARNING, `Class ${displayName(ce.name)} has no unserializer`);
  else {
    release(rt, yield* rt.callMethod(obj, 'unserialize', [u.s.slice(u.p, u.p + length)]));
    if (rt.exception !== null) return false;
  }
  if (incompleteName !== null) storeClassName(obj, incompleteName);
  u.p += length + 1;
  return true;
}
