/**
 * var_dump, print_r, var_export, debug_zval_refcount.
 * Source: php-src ext/standard/var.c, Zend/zend.c (zend_print_zval_r)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_ENUM } from '../bytecode/type-flags.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { debugProperties } from './debug-properties.ts';
import { typeText } from '../object/types.ts';
import { objectPropertiesTable } from '../object/object-vars.ts';
import { unmangleName } from '../object/property-lookup.ts';
import type { NativeCode } from '../object/native-code.ts';
import { floatForVarDump, floatForVarExport, floatToString } from '../value/number-format.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_PROTECTED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpFloat, PhpIndirect, PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The value of a table's entry, INDIRECT followed. */
function entryValue(v: Zval): Zval {
  return v instanceof PhpIndirect ? v.slots[v.index] : v;
}

/** Uninitialized typed properties as var_dump shows them. */
function uninitialized(obj: PhpObject): PropertyInfo[] {
  const list: PropertyInfo[] = [];
  for (const [slot, info] of obj.ce.propertiesInfoTable.entries()) {
    if (info !== null && info.type !== null && obj.props[slot] === undefined) list.push(info);
  }
  return list;
}

function* dump(rt: Executor, v: Zval, level: number): NativeCode<void> {
  if (level > 1) rt.write(' '.repeat(level - 1));
  yield* dumpValue(rt, v, level, false);
}

function* dumpValue(rt: Executor, held: Zval, level: number, inReference: boolean): NativeCode<void> {
  const v = held instanceof PhpReference ? held.val : held;
  const mark = held instanceof PhpReference && held.rc > 1 && level > 1 && !inReference ? '&' : '';
  switch (typeof v) {
    case 'boolean':
      rt.write(`${mark}bool(${v})\n`);
      return;
    case 'number':
    case 'bigint':
      rt.write(`${mark}int(${v})\n`);
      return;
    case 'string':
      rt.write(`${mark}string(${v.length}) "${v}"\n`);
      return;
    default:
  }
  if (v === null || v === undefined) rt.write(`${mark}NULL\n`);
  else if (v instanceof PhpFloat) rt.write(`${mark}float(${floatForVarDump(v.value, rt.serializePrecision)})\n`);
  else if (v instanceof PhpResource) rt.write(`${mark}resource(${v.id}) of type (${v.type})\n`);
  else if (v instanceof PhpArray) yield* dumpArray(rt, v, held instanceof PhpReference, level, mark);
  else if (v instanceof PhpObject) yield* dumpObject(rt, v, level, mark);
}

function* dumpArray(rt: Executor, array: PhpArray, referenced: boolean, level: number, mark: string): NativeCode<void> {
  if (array.guarded) {
    rt.write('*RECURSION*\n');
    return;
  }
  // A by-value array that is walked protects itself too: a nested array can only meet itself through a reference.
  const held = addRef(array);
  if (referenced || array.rc > 1) array.guarded = true;
  try {
    rt.write(`${mark}array(${array.count}) {\n`);
    for (const [key, raw] of array.entries()) {
      const value = entryValue(raw);
      if (value === undefined) continue;
      rt.write(' '.repeat(level + 1));
      rt.write(typeof key === 'string' ? `["${key}"]=>\n` : `[${key}]=>\n`);
      yield* dump(rt, value, level + 2);
    }
    rt.write(`${' '.repeat(Math.max(0, level - 1))}}\n`);
  } finally {
    array.guarded = false;
    release(rt, held);
  }
}

function* dumpObject(rt: Executor, obj: PhpObject, level: number, mark: string): NativeCode<void> {
  if ((obj.ce.flags & ACC_ENUM) !== 0) {
    rt.write(`${mark}enum(${obj.ce.name}::${String(obj.props[0])})\n`);
    return;
  }
  if ((obj.flags & OBJ_PROTECTED) !== 0) {
    rt.write('*RECURSION*\n');
    return;
  }
  obj.flags |= OBJ_PROTECTED;
  let table: PhpArray | null = null;
  try {
    table = yield* debugProperties(rt, obj);
    if (table === null) return;
    const missing = obj.ce.magic.debugInfo === null && obj.ce.handlers.debugInfo === null ? uninitialized(obj) : [];
    rt.write(`${mark}object(${displayName(obj.ce.name)})#${obj.handle} (${table.count}) {\n`);
    const indent = ' '.repeat(level + 1);
    let next = 0;
    for (const [key, raw] of table.entries()) {
      next = dumpUninitialized(rt, obj, missing, next, String(key), indent);
      rt.write(`${indent}${propertyLabel(key)}=>\n`);
      yield* dump(rt, entryValue(raw), level + 2);
    }
    while (next < missing.length) writeUninitialized(rt, missing[next++] as PropertyInfo, indent);
    rt.write(`${' '.repeat(Math.max(0, level - 1))}}\n`);
  } finally {
    obj.flags &= ~OBJ_PROTECTED;
    if (table !== null) release(rt, table);
  }
}

/** Writes the uninitialized properties whose slot comes before that of the property `key`. */
function dumpUninitialized(
  rt: Executor,
  obj: PhpObject,
  missing: readonly PropertyInfo[],
  from: number,
  key: string,
  indent: string,
): number {
  let next = from;
  if (next >= missing.length) return next;
  const { name } = unmangleName(key);
  const info = obj.ce.propertiesInfoTable.find((x) => x !== null && x.name === name);
  const slot = info == null ? Number.POSITIVE_INFINITY : info.slot;
  while (next < missing.length && (missing[next] as PropertyInfo).slot < slot) {
    writeUninitialized(rt, missing[next] as PropertyInfo, indent);
    next++;
  }
  return next;
}

function writeUninitialized(rt: Executor, info: PropertyInfo, indent: string): void {
  const visibility =
    (info.flags & 4) !== 0 ? `:"${displayName(info.ce.name)}":private` : (info.flags & 2) !== 0 ? ':protected' : '';
  rt.write(`${indent}["${info.name}"${visibility}]=>\n${indent}uninitialized(${typeText(info.type)})\n`);
}

/** `["x":protected]`, `["x":"A":private]`, `[0]` */
function propertyLabel(key: string | number | bigint): string {
  if (typeof key !== 'string') return `[${key}]`;
  const { className, name } = unmangleName(key);
  if (className === null) return `["${name}"]`;
  return className === '*' ? `["${name}":protected]` : `["${name}":"${className}":private]`;
}

/** print_r's text; `indent` is where nested lines start. */
function* printR(rt: Executor, held: Zval, indent: number, out: string[]): NativeCode<boolean> {
  const v = held instanceof PhpReference ? held.val : held;
  if (v instanceof PhpArray) {
    out.push('Array\n');
    if (v.guarded) {
      out.push(' *RECURSION*');
      return true;
    }
    v.guarded = true;
    try {
      return yield* printEntries(rt, v, indent, out, false);
    } finally {
      v.guarded = false;
    }
  }
  if (v instanceof PhpObject) return yield* printObject(rt, v, indent, out);
  if (v instanceof PhpFloat) out.push(floatToString(v.value, rt.precision));
  else if (v !== null && v !== undefined) {
    const text = yield* rt.toStringOf(v);
    if (text === null) return false;
    out.push(text);
  }
  return true;
}

function* printObject(rt: Executor, obj: PhpObject, indent: number, out: string[]): NativeCode<boolean> {
  out.push(`${displayName(obj.ce.name)}${(obj.ce.flags & ACC_ENUM) === 0 ? ' Object' : ` Enum${enumSuffix(obj)}`}\n`);
  if ((obj.flags & OBJ_PROTECTED) !== 0) {
    out.push(' *RECURSION*');
    return true;
  }
  obj.flags |= OBJ_PROTECTED;
  try {
    const table = yield* debugProperties(rt, obj);
    if (table === null) return false;
    const ok = yield* printEntries(rt, table, indent, out, true);
    release(rt, table);
    return ok;
  } finally {
    obj.flags &= ~OBJ_PROTECTED;
  }
}

function enumSuffix(obj: PhpObject): string {
  if (obj.ce.enumBackingType === null) return '';
  return typeof obj.props[1] === 'string' ? ':string' : ':int';
}

function* printEntries(
  rt: Executor,
  table: PhpArray,
  indent: number,
  out: string[],
  isObject: boolean,
): NativeCode<boolean> {
  const pad = ' '.repeat(indent);
  out.push(`${pad}(\n`);
  for (const [key, raw] of table.entries()) {
    const value = entryValue(raw);
    if (value === undefined) continue;
    out.push(`${pad}    [${isObject ? printLabel(key) : String(key)}] => `);
    if (!(yield* printR(rt, value, indent + 8, out))) return false;
    out.push('\n');
  }
  out.push(`${pad})\n`);
  return true;
}

function printLabel(key: string | number | bigint): string {
  if (typeof key !== 'string') return String(key);
  const { className, name } = unmangleName(key);
  if (className === null) return name;
  return className === '*' ? `${name}:protected` : `${name}:${className}:private`;
}

/** A string as a PHP literal (var_export). */
export function exportString(s: string): string {
  const quoted = s.replace(/[\\']/g, '\\$&');
  if (!quoted.includes('\0')) return `'${quoted}'`;
  return `'${quoted.replace(/\0/g, `' . "\\0" . '`)}'`;
}

/** var_export's text; false when it threw. */
function* exportValue(rt: Executor, held: Zval, level: number, out: string[]): NativeCode<boolean> {
  const v = held instanceof PhpReference ? held.val : held;
  if (v instanceof PhpArray) return yield* exportArray(rt, v, level, out);
  if (v instanceof PhpObject) return yield* exportObject(rt, v, level, out);
  if (typeof v === 'string') out.push(exportString(v));
  else if (typeof v === 'boolean') out.push(v ? 'true' : 'false');
  else if (typeof v === 'bigint' && v === -0x8000000000000000n) out.push('-9223372036854775807-1');
  else if (typeof v === 'number' || typeof v === 'bigint') out.push(String(v));
  else if (v instanceof PhpFloat) out.push(floatForVarExport(v.value, rt.serializePrecision));
  else out.push('NULL');
  return true;
}

const CIRCULAR = 'var_export does not handle circular references';

function* exportArray(rt: Executor, array: PhpArray, level: number, out: string[]): NativeCode<boolean> {
  if (array.guarded) {
    out.push('NULL');
    rt.error(E_WARNING, CIRCULAR);
    return true;
  }
  array.guarded = true;
  try {
    const pad = ' '.repeat(level - 1);
    if (level > 1) out.push(`\n${pad}`);
    out.push('array (\n');
    for (const [key, raw] of array.entries()) {
      const value = entryValue(raw);
      if (value === undefined) continue;
      out.push(`${' '.repeat(level + 1)}${typeof key === 'string' ? exportString(key) : String(key)} => `);
      if (!(yield* exportValue(rt, value, level + 2, out))) return false;
      out.push(',\n');
    }
    out.push(`${pad})`);
    return true;
  } finally {
    array.guarded = false;
  }
}

function* exportObject(rt: Executor, obj: PhpObject, level: number, out: string[]): NativeCode<boolean> {
  const pad = ' '.repeat(level - 1);
  if ((obj.ce.flags & ACC_ENUM) !== 0) {
    if (level > 1) out.push(`\n${pad}`);
    out.push(`\\${obj.ce.name}::${String(obj.props[0])}`);
    return true;
  }
  if ((obj.flags & OBJ_PROTECTED) !== 0) {
    out.push('NULL');
    rt.error(E_WARNING, CIRCULAR);
    return true;
  }
  obj.flags |= OBJ_PROTECTED;
  const table = objectPropertiesTable(rt, obj);
  try {
    if (level > 1) out.push(`\n${pad}`);
    const plain = obj.ce.lcName === 'stdclass';
    out.push(plain ? '(object) array(\n' : `\\${obj.ce.name}::__set_state(array(\n`);
    for (const [key, raw] of table.entries()) {
      const value = entryValue(raw);
      if (value === undefined) continue;
      const { name } = typeof key === 'string' ? unmangleName(key) : { name: key };
      out.push(`${' '.repeat(level + 2)}${typeof name === 'string' ? exportString(name) : String(name)} => `);
      if (!(yield* exportValue(rt, value, level + 2, out))) return false;
      out.push(',\n');
    }
    out.push(`${pad}${plain ? ')' : '))'}`);
    return true;
  } finally {
    obj.flags &= ~OBJ_PROTECTED;
    release(rt, table);
  }
}

export const varDumpFunctions: readonly FunctionDef[] = [
  fn({
    name: 'var_dump',
    doc: 'Prints values with their types.',
    params: [p.mixed('value'), p.rest(p.mixed('values'))],
    returns: ['void'],
    *impl(rt, value, values) {
      for (const v of [value, ...values]) yield* dump(rt, v, 1);
      return null;
    },
  }),
  fn({
    name: 'print_r',
    doc: 'Prints a value for people, or returns that text.',
    params: [p.mixed('value'), p.bool('return', { default: false })],
    returns: ['string', 'bool'],
    *impl(rt, value, asText) {
      const out: string[] = [];
      if (!(yield* printR(rt, value, 0, out))) return null;
      const text = out.join('');
      if (asText) return text;
      rt.write(text);
      return true;
    },
  }),
  fn({
    name: 'var_export',
    doc: 'Prints a value as PHP source, or returns that text.',
    params: [p.mixed('value'), p.bool('return', { default: false })],
    returns: ['string', 'null'],
    *impl(rt, value, asText) {
      const out: string[] = [];
      if (!(yield* exportValue(rt, value, 1, out))) return null;
      if (asText) return out.join('');
      rt.write(out.join(''));
      return null;
    },
  }),
];
