/**
 * Symbol tables: variables by name. While a frame runs, a table's entry for one of its compiled variables is an INDIRECT
 * pointer to the slot. Keys are the names as they are: "1" stays a string here.
 * Source: php-src 8.2 Zend/zend_execute_API.c (zend_attach_symbol_table, zend_detach_symbol_table, zend_rebuild_symbol_table)
 */
import { CALL_FRAME_SLOT, type OpArray } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import { release } from '../value/refcount.ts';
import { PhpIndirect, type Zval } from '../value/zval.ts';
import { CALL_HAS_SYMBOL_TABLE, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { userFrame } from './position.ts';

/** Moves the variables of `ex.symbolTable` that the frame compiles into its slots and points the table's entries there. */
export function attachSymbolTable(_vm: Executor, ex: ExecuteData): void {
  const table = ex.symbolTable as PhpArray;
  const vars = (ex.func as OpArray).vars;
  const first = ex.base + CALL_FRAME_SLOT;
  for (let i = 0; i < vars.length; i++) {
    const name = vars[i] as string;
    const held = table.getStr(name);
    ex.slots[first + i] = held instanceof PhpIndirect ? held.slots[held.index] : held;
    table.setStr(name, new PhpIndirect(ex.slots, first + i));
  }
}

/**
 * Moves the frame's compiled variables back into its symbol table; undefined ones leave it. When a frame below shares the
 * table (the file that included this one), its variables are attached again.
 */
export function detachSymbolTable(vm: Executor, ex: ExecuteData): void {
  const table = ex.symbolTable;
  if (table === null) return;
  const vars = (ex.func as OpArray).vars;
  const first = ex.base + CALL_FRAME_SLOT;
  for (let i = 0; i < vars.length; i++) {
    const v = ex.slots[first + i];
    ex.slots[first + i] = undefined;
    if (v === undefined) table.remove(vars[i] as string);
    else table.setStr(vars[i] as string, v);
  }
  for (let below = ex.prev; below !== null; below = below.prev) {
    if ((below.callInfo & CALL_HAS_SYMBOL_TABLE) === 0 || below.func.type !== 2) continue;
    if (below.symbolTable === table) attachSymbolTable(vm, below);
    return;
  }
}

/** zend_rebuild_symbol_table: gives a function's frame a symbol table that points to its compiled variables. */
export function rebuildSymbolTable(ex: ExecuteData): PhpArray {
  if ((ex.callInfo & CALL_HAS_SYMBOL_TABLE) !== 0 && ex.symbolTable !== null) return ex.symbolTable;
  const table = new PhpArray();
  const vars = (ex.func as OpArray).vars;
  const first = ex.base + CALL_FRAME_SLOT;
  for (let i = 0; i < vars.length; i++) table.setStr(vars[i] as string, new PhpIndirect(ex.slots, first + i));
  ex.symbolTable = table;
  ex.callInfo |= CALL_HAS_SYMBOL_TABLE;
  return table;
}

/** The symbol table of the newest PHP code at or below the current frame (for compact, extract, get_defined_vars); null when none runs. */
export function activeSymbolTable(vm: Executor): PhpArray | null {
  const ex = userFrame(vm.currentExecuteData);
  return ex === null ? null : rebuildSymbolTable(ex);
}

/** zend_clean_and_cache_symbol_table: a function's frame ends, its variables without compiled slot die. */
export function releaseSymbolTable(vm: Executor, ex: ExecuteData): void {
  const table = ex.symbolTable;
  ex.symbolTable = null;
  if (table === null) return;
  const vals = table.vals;
  table.vals = [];
  table.count = 0;
  for (const v of vals) if (!(v instanceof PhpIndirect)) release(vm, v);
}

/** A variable's raw value (maybe a reference), undefined when there is none. Borrowed. */
export function symbolGet(table: PhpArray, name: string): Zval {
  const v = table.getStr(name);
  return v instanceof PhpIndirect ? v.slots[v.index] : v;
}

/** The place of a variable, created as null when it does not exist. */
export function symbolPlace(table: PhpArray, name: string): PhpIndirect {
  const v = table.getStr(name);
  if (v instanceof PhpIndirect) {
    if (v.slots[v.index] === undefined) v.slots[v.index] = null;
    return v;
  }
  if (v === undefined) table.setStr(name, null);
  return new PhpIndirect(table.vals, table.posOf(name));
}

/** Stores raw: takes over one count of `value`, releases nothing. */
export function symbolSet(table: PhpArray, name: string, value: Zval): void {
  const v = table.getStr(name);
  if (v instanceof PhpIndirect) v.slots[v.index] = value;
  else table.setStr(name, value);
}

/** Unsets a variable and releases it (zend_hash_del_ind). */
export function symbolDelete(vm: Executor, table: PhpArray, name: string): void {
  const v = table.getStr(name);
  if (v instanceof PhpIndirect) {
    const old = v.slots[v.index];
    v.slots[v.index] = undefined;
    release(vm, old);
  } else if (v !== undefined) {
    table.delete(vm, name);
  }
}
