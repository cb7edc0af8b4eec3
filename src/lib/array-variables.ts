/**
 * Variables and arrays: compact, extract, get_defined_vars.
 * Source: php-src ext/standard/array.c (php_compact_var, php_extract_*), Zend/zend_builtin_functions.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { typeName } from '../value/convert.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import { CALL_DYNAMIC } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { activeSymbolTable, symbolGet, symbolSet } from '../vm/symbol-table.ts';
import { ownArray } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { setRef } from './string-util.ts';

/** zend_forbid_dynamic_call: false after the error. */
export function calledDirectly(rt: Executor, name: string): boolean {
  if (((rt.currentExecuteData?.callInfo ?? 0) & CALL_DYNAMIC) === 0) return true;
  rt.throwError('Error', `Cannot call ${name}() dynamically`);
  return false;
}

function compactOne(rt: Executor, table: PhpArray, out: PhpArray, entry: Zval, n: number): void {
  const v = deref(entry);
  if (typeof v === 'string') {
    const value = symbolGet(table, v);
    if (value !== undefined) out.update(rt, v, addRef(deref(value)));
    else if (v === 'this') {
      const self = rt.executedThis();
      if (self !== null) out.update(rt, v, addRef(self));
    } else rt.error(E_WARNING, `compact(): Undefined variable $${v}`);
  } else if (v instanceof PhpArray) {
    if (v.guarded) {
      rt.throwError('Error', 'Recursion detected');
      return;
    }
    v.guarded = true;
    for (const inner of v.valueList()) compactOne(rt, table, out, inner, n);
    v.guarded = false;
  } else {
    rt.error(E_WARNING, `compact(): Argument #${n} must be string or array of strings, ${typeName(v)} given`);
  }
}

const EXTR_OVERWRITE = 0;
const EXTR_SKIP = 1;
const EXTR_PREFIX_SAME = 2;
const EXTR_PREFIX_ALL = 3;
const EXTR_PREFIX_INVALID = 4;
const EXTR_PREFIX_IF_EXISTS = 5;
const EXTR_IF_EXISTS = 6;
const EXTR_REFS = 256;

/** php_valid_var_name */
function isVariableName(name: string): boolean {
  return /^[a-zA-Z_\x80-\xff][a-zA-Z0-9_\x80-\xff]*$/.test(name);
}

interface Extraction {
  readonly mode: number;
  readonly prefix: string;
  readonly table: PhpArray;
}

/** The variable a key goes to, null when it is skipped. */
function targetName(work: Extraction, key: string | number | bigint): string | null {
  const { mode, prefix, table } = work;
  const prefixed = (): string | null => {
    const name = `${prefix}_${key}`;
    return isVariableName(name) ? name : null;
  };
  if (typeof key !== 'string') return mode === EXTR_PREFIX_ALL || mode === EXTR_PREFIX_INVALID ? prefixed() : null;
  if (mode === EXTR_PREFIX_ALL) return key === '' ? null : prefixed();
  const valid = isVariableName(key);
  if (mode === EXTR_PREFIX_INVALID) return valid && key !== 'this' ? key : prefixed();
  const exists = symbolGet(table, key) !== undefined;
  if (mode === EXTR_PREFIX_IF_EXISTS) return exists ? prefixed() : null;
  if (mode === EXTR_PREFIX_SAME) {
    if (key === '') return null;
    if (exists || key === 'this') return prefixed();
    return valid ? key : null;
  }
  if (!valid || key === 'GLOBALS') return null;
  if (mode === EXTR_IF_EXISTS) return exists ? key : null;
  if (mode === EXTR_SKIP) return exists || key === 'this' ? null : key;
  return key;
}

function assign(rt: Executor, table: PhpArray, name: string, value: Zval): void {
  const old = symbolGet(table, name);
  if (old instanceof PhpReference) {
    setRef(rt, old, value);
    return;
  }
  symbolSet(table, name, value);
  rt.releaseValue(old);
}

function bindReference(rt: Executor, table: PhpArray, name: string, array: PhpArray, pos: number): void {
  const held = array.valueAt(pos);
  const ref = held instanceof PhpReference ? held : new PhpReference(held);
  array.setAt(pos, ref);
  const old = symbolGet(table, name);
  symbolSet(table, name, addRef(ref));
  rt.releaseValue(old);
}

function extractAll(rt: Executor, arg: Zval, work: Extraction, refs: boolean): Zval {
  const array = refs && arg instanceof PhpReference ? ownArray(arg) : (deref(arg) as PhpArray);
  let count = 0;
  for (let pos = array.firstPos(); pos < array.used; pos = array.nextPos(pos)) {
    const name = targetName(work, array.keyAt(pos));
    if (name === null) continue;
    if (name === 'this') return rt.throwError('Error', 'Cannot re-assign $this');
    if (refs) bindReference(rt, work.table, name, array, pos);
    else assign(rt, work.table, name, addRef(deref(array.valueAt(pos))));
    if (rt.exception !== null) return null;
    count++;
  }
  return count;
}

function extract(rt: Executor, arg: Zval, flags: number, prefix: string): Zval {
  if (!(deref(arg) instanceof PhpArray)) {
    return rt.argumentTypeError(1, `must be of type array, ${typeName(arg)} given`);
  }
  const mode = flags & 0xff;
  if (mode < EXTR_OVERWRITE || mode > EXTR_IF_EXISTS || (flags & ~(0xff | EXTR_REFS)) !== 0) {
    return rt.argumentValueError(2, 'must be a valid extract type');
  }
  const needsPrefix = mode > EXTR_SKIP && mode <= EXTR_PREFIX_IF_EXISTS;
  if (needsPrefix && (rt.currentExecuteData?.numArgs ?? 0) < 3) {
    return rt.argumentValueError(3, 'is required when using this extract type');
  }
  if (prefix !== '' && !isVariableName(prefix)) return rt.argumentValueError(3, 'must be a valid identifier');
  if (!calledDirectly(rt, 'extract')) return null;
  const table = activeSymbolTable(rt);
  return table === null ? 0 : extractAll(rt, arg, { mode, prefix, table }, (flags & EXTR_REFS) !== 0);
}

export const arrayVariableConstants: Readonly<Record<string, Zval>> = {
  EXTR_OVERWRITE,
  EXTR_SKIP,
  EXTR_PREFIX_SAME,
  EXTR_PREFIX_ALL,
  EXTR_PREFIX_INVALID,
  EXTR_PREFIX_IF_EXISTS,
  EXTR_IF_EXISTS,
  EXTR_REFS,
};

export const arrayVariableFunctions: readonly FunctionDef[] = [
  fn({
    name: 'compact',
    doc: 'An array of the named variables.',
    params: [p.mixed('var_name'), p.rest(p.mixed('var_names'))],
    returns: ['array'],
    impl(rt, first, rest) {
      if (!calledDirectly(rt, 'compact')) return null;
      const out = new PhpArray();
      const table = activeSymbolTable(rt);
      if (table === null) return out;
      for (const [i, v] of [first, ...rest].entries()) compactOne(rt, table, out, v, i + 1);
      return out;
    },
  }),
  fn({
    name: 'extract',
    doc: 'Makes variables of the elements of an array.',
    params: [
      p.preferRef('array'),
      p.int('flags', { default: EXTR_OVERWRITE, text: 'EXTR_OVERWRITE' }),
      p.string('prefix', { default: '' }),
    ],
    returns: ['int'],
    impl: extract,
  }),
  fn({
    name: 'get_defined_vars',
    doc: 'All variables of the running function.',
    params: [],
    returns: ['array'],
    impl(rt) {
      if (!calledDirectly(rt, 'get_defined_vars')) return null;
      const out = new PhpArray();
      const table = activeSymbolTable(rt);
      if (table === null) return out;
      for (const key of table.keyList()) {
        const v = symbolGet(table, String(key));
        if (v === undefined) continue;
        out.set(normalizeKey(String(key)), addRef(v instanceof PhpReference && v.rc === 1 ? v.val : v));
      }
      return out;
    },
  }),
];
