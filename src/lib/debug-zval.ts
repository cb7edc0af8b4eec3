/**
 * debug_zval_refcount's modern form, debug_zval_dump: values with the number of their holders.
 *
 * Strings have no count here (ADR of values: a JS string). What stands in the code is shown as `interned`, as PHP shows it;
 * others as held by what was walked to reach them.
 * Source: php-src ext/standard/var.c (php_debug_zval_dump)
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { unmangleName } from '../object/property-lookup.ts';
import { typeText } from '../object/types.ts';
import { floatForVarDump } from '../value/number-format.ts';
import { PhpArray } from '../value/php-array.ts';
import { OBJ_PROTECTED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpFloat, PhpIndirect, PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { debugProperties } from './debug-properties.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The strings that stand in the code of all functions, the ones PHP has interned. */
function internedStrings(rt: Executor): Set<string> {
  const found = new Set<string>();
  const visit = (code: OpArray): void => {
    for (const v of code.literals) if (typeof v === 'string') found.add(v);
    for (const v of code.vars) found.add(v);
  };
  for (let ex = rt.currentExecuteData; ex !== null; ex = ex.prev) if (ex.func.type === 2) visit(ex.func);
  for (const func of rt.functionTable.used()) if (func.type === 2) visit(func);
  for (const ce of rt.classTable.values()) {
    found.add(ce.name);
    for (const v of ce.defaultProperties) if (typeof v === 'string') found.add(v);
    for (const func of ce.functionTable.values()) if (func.type === 2) visit(func);
  }
  return found;
}

class ZvalDumper {
  private readonly rt: Executor;
  private readonly interned: Set<string>;

  constructor(rt: Executor) {
    this.rt = rt;
    this.interned = internedStrings(rt);
  }

  *dump(held: Zval, level: number): NativeCode<void> {
    const { rt } = this;
    if (level > 1) rt.write(' '.repeat(level - 1));
    const v = held instanceof PhpReference ? held.val : held;
    if (held instanceof PhpReference) {
      rt.write(`reference refcount(${held.rc}) {\n${' '.repeat(level + 1)}`);
    }
    yield* this.value(v, held instanceof PhpReference ? level + 2 : level);
    if (held instanceof PhpReference) rt.write(`${' '.repeat(Math.max(0, level - 1))}}\n`);
  }

  private *value(v: Zval, level: number): NativeCode<void> {
    const { rt } = this;
    if (typeof v === 'boolean') rt.write(`bool(${v})\n`);
    else if (typeof v === 'number' || typeof v === 'bigint') rt.write(`int(${v})\n`);
    else if (typeof v === 'string') rt.write(`string(${v.length}) "${v}" ${this.stringCount(v, level)}\n`);
    else if (v === null || v === undefined) rt.write('NULL\n');
    else if (v instanceof PhpFloat) rt.write(`float(${floatForVarDump(v.value, rt.serializePrecision)})\n`);
    else if (v instanceof PhpResource) rt.write(`resource(${v.id}) of type (${v.type}) refcount(${v.rc})\n`);
    else if (v instanceof PhpArray) yield* this.array(v, level);
    else if (v instanceof PhpObject) yield* this.object(v, level);
  }

  private stringCount(s: string, level: number): string {
    if (s.length < 2 || this.interned.has(s)) return 'interned';
    return `refcount(${level > 1 ? 1 : 2})`;
  }

  private *array(array: PhpArray, level: number): NativeCode<void> {
    const { rt } = this;
    if (array.guarded) {
      rt.write('*RECURSION*\n');
      return;
    }
    array.guarded = true;
    try {
      rt.write(array.count === 0 ? 'array(0) interned {\n' : `array(${array.count}) refcount(${array.rc}){\n`);
      for (const [key, raw] of array.entries()) {
        const value = raw instanceof PhpIndirect ? raw.slots[raw.index] : raw;
        if (value === undefined) continue;
        rt.write(`${' '.repeat(level + 1)}${typeof key === 'string' ? `["${key}"]` : `[${key}]`}=>\n`);
        yield* this.dump(value, level + 2);
      }
      rt.write(`${' '.repeat(Math.max(0, level - 1))}}\n`);
    } finally {
      array.guarded = false;
    }
  }

  private *object(obj: PhpObject, level: number): NativeCode<void> {
    const { rt } = this;
    if ((obj.flags & OBJ_PROTECTED) !== 0) {
      rt.write('*RECURSION*\n');
      return;
    }
    obj.flags |= OBJ_PROTECTED;
    let table: PhpArray | null = null;
    try {
      table = yield* debugProperties(rt, obj);
      if (table === null) return;
      rt.write(`object(${displayName(obj.ce.name)})#${obj.handle} (${table.count}) refcount(${obj.rc}){\n`);
      yield* this.properties(obj, table, level);
      rt.write(`${' '.repeat(Math.max(0, level - 1))}}\n`);
    } finally {
      obj.flags &= ~OBJ_PROTECTED;
      if (table !== null) release(rt, table);
    }
  }

  private *properties(obj: PhpObject, table: PhpArray, level: number): NativeCode<void> {
    const { rt } = this;
    const indent = ' '.repeat(level + 1);
    const missing = new Set<PropertyInfo>();
    for (const [slot, info] of obj.ce.propertiesInfoTable.entries()) {
      if (info === null || info.type === null || obj.props[slot] !== undefined) continue;
      missing.add(info);
    }
    const writeMissing = (before: number): void => {
      for (const info of missing) {
        if (info.slot >= before) continue;
        missing.delete(info);
        rt.write(`${indent}["${info.name}"${visibility(info)}]=>\n${indent}uninitialized(${typeText(info.type)})\n`);
      }
    };
    for (const [key, raw] of table.entries()) {
      const value = raw instanceof PhpIndirect ? raw.slots[raw.index] : raw;
      const name = typeof key === 'string' ? unmangleName(key).name : null;
      const info = obj.ce.propertiesInfoTable.find((x) => x !== null && x.name === name);
      writeMissing(info?.slot ?? Number.POSITIVE_INFINITY);
      rt.write(`${indent}${label(key)}=>\n`);
      yield* this.dump(value, level + 2);
    }
    writeMissing(Number.POSITIVE_INFINITY);
  }
}

function visibility(info: PropertyInfo): string {
  if ((info.flags & 4) !== 0) return `:"${displayName(info.ce.name)}":private`;
  return (info.flags & 2) !== 0 ? ':protected' : '';
}

function label(key: string | number | bigint): string {
  if (typeof key !== 'string') return `[${key}]`;
  const { className, name } = unmangleName(key);
  if (className === null) return `["${name}"]`;
  return className === '*' ? `["${name}":protected]` : `["${name}":"${className}":private]`;
}

export const debugZvalFunctions: readonly FunctionDef[] = [
  fn({
    name: 'debug_zval_dump',
    doc: 'Prints values with the number of their holders.',
    params: [p.mixed('value'), p.rest(p.mixed('values'))],
    returns: ['void'],
    *impl(rt, value, values) {
      const dumper = new ZvalDumper(rt);
      for (const v of [value, ...values]) yield* dumper.dump(v, 1);
      return null;
    },
  }),
];
