/**
 * Variables by name ($$a, $GLOBALS['a'], superglobals), $this and $GLOBALS as a whole.
 * Source: php-src 8.2 Zend/zend_vm_def.h (zend_fetch_var_address_helper), zend_execute.c (zend_fetch_this_var)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { IS_CONST, IS_CV, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_GLOBAL, ZEND_FETCH_GLOBAL_LOCK, ZEND_ISEMPTY } from '../../bytecode/operand-flags.ts';
import { BP_VAR_IS, BP_VAR_R, BP_VAR_RW, BP_VAR_UNSET, BP_VAR_W, type FetchMode } from '../../object/class-handlers.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { toBool, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { CALL_SEND_ARG_BY_REF, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { copyOf, freeOp1, type Handler, setResult, undefinedCv } from '../operands.ts';
import { nameAutoGlobal } from '../superglobals.ts';
import { rebuildSymbolTable, symbolDelete, symbolGet, symbolPlace } from '../symbol-table.ts';

const AUTO_GLOBALS_JIT: ReadonlySet<string> = new Set(['_ENV', '_REQUEST']);

/** zend_get_target_symbol_table */
function targetTable(vm: Executor, ex: ExecuteData, op: Opline): PhpArray {
  const isGlobal = (op.extendedValue & (ZEND_FETCH_GLOBAL | ZEND_FETCH_GLOBAL_LOCK)) !== 0;
  if (!isGlobal) return rebuildSymbolTable(ex);
  if (op.op1Type === IS_CONST && AUTO_GLOBALS_JIT.has(op.op1Lit as string)) nameAutoGlobal(vm, op.op1Lit as string);
  return vm.symbolTable;
}

/** Operand 1 as a variable's name; NEEDS_SLOW for an object. An undefined variable warns and is "". */
function variableName(vm: Executor, ex: ExecuteData, op: Opline): string | typeof NEEDS_SLOW | undefined {
  if (op.op1Type === IS_CONST) return op.op1Lit as string;
  const v = deref(ex.slots[ex.base + op.op1]);
  if (typeof v === 'string') return v;
  if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  if (v instanceof PhpObject) return NEEDS_SLOW;
  const name = toStr(vm, v);
  return vm.exception !== null ? undefined : name;
}

type ByName = (vm: Executor, ex: ExecuteData, op: Opline, name: string) => void;

/** Runs `use` with the name in operand 1, frees the operand and goes on. */
function withName(vm: Executor, ex: ExecuteData, op: Opline, use: ByName): number {
  const name = variableName(vm, ex, op);
  if (name === NEEDS_SLOW) return startOplineCode(vm, ex, withNameSlow(vm, ex, op, use));
  if (name !== undefined) use(vm, ex, op, name);
  if ((op.extendedValue & ZEND_FETCH_GLOBAL_LOCK) === 0) freeOp1(vm, ex, op);
  return ex.opline + 1;
}

function* withNameSlow(vm: Executor, ex: ExecuteData, op: Opline, use: ByName): NativeCode<number> {
  try {
    const name = yield* vm.toStringOf(deref(ex.slots[ex.base + op.op1]));
    if (name !== null) use(vm, ex, op, name);
  } finally {
    if ((op.extendedValue & ZEND_FETCH_GLOBAL_LOCK) === 0) freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

function undefinedVariable(vm: Executor, op: Opline, name: string): void {
  const kind = (op.extendedValue & ZEND_FETCH_GLOBAL) !== 0 ? 'global ' : '';
  vm.error(E_WARNING, `Undefined ${kind}variable $${name}`);
}

/** zend_fetch_this_var: $this by name. */
function fetchThisVar(vm: Executor, ex: ExecuteData, op: Opline, mode: FetchMode): void {
  switch (mode) {
    case BP_VAR_R:
    case BP_VAR_IS:
      if (ex.thisObject !== null) {
        setResult(ex, op, addRef(ex.thisObject));
      } else {
        if (mode === BP_VAR_R) vm.error(E_WARNING, 'Undefined variable $this');
        setResult(ex, op, null);
      }
      return;
    case BP_VAR_UNSET:
      vm.throwError('Error', 'Cannot unset $this');
      return;
    default:
      vm.throwError('Error', 'Cannot re-assign $this');
  }
}

function readVariable(vm: Executor, ex: ExecuteData, op: Opline, name: string, mode: FetchMode): void {
  const v = symbolGet(targetTable(vm, ex, op), name);
  if (v !== undefined) {
    setResult(ex, op, copyOf(v));
  } else if (name === 'this') {
    fetchThisVar(vm, ex, op, mode);
  } else {
    if (mode === BP_VAR_R) undefinedVariable(vm, op, name);
    setResult(ex, op, null);
  }
}

function pointToVariable(vm: Executor, ex: ExecuteData, op: Opline, name: string, mode: FetchMode): void {
  const table = targetTable(vm, ex, op);
  if (symbolGet(table, name) === undefined) {
    if (name === 'this') {
      fetchThisVar(vm, ex, op, mode);
      return;
    }
    if (mode === BP_VAR_UNSET) {
      setResult(ex, op, new PhpIndirect([null], 0));
      return;
    }
    if (mode === BP_VAR_RW) undefinedVariable(vm, op, name);
  }
  setResult(ex, op, symbolPlace(table, name));
}

const readR: ByName = (vm, ex, op, name) => readVariable(vm, ex, op, name, BP_VAR_R);
const readIs: ByName = (vm, ex, op, name) => readVariable(vm, ex, op, name, BP_VAR_IS);
const pointW: ByName = (vm, ex, op, name) => pointToVariable(vm, ex, op, name, BP_VAR_W);
const pointRw: ByName = (vm, ex, op, name) => pointToVariable(vm, ex, op, name, BP_VAR_RW);
const pointUnset: ByName = (vm, ex, op, name) => pointToVariable(vm, ex, op, name, BP_VAR_UNSET);

/** result := symbol_table[op1]. ZEND_FETCH_R */
export const zendFetchR: Handler = (vm, ex, op) => withName(vm, ex, op, readR);
/** result := symbol_table[op1] or null. ZEND_FETCH_IS */
export const zendFetchIs: Handler = (vm, ex, op) => withName(vm, ex, op, readIs);
/** result := &symbol_table[op1]. ZEND_FETCH_W */
export const zendFetchW: Handler = (vm, ex, op) => withName(vm, ex, op, pointW);
/** result := &symbol_table[op1], to be read and written. ZEND_FETCH_RW */
export const zendFetchRw: Handler = (vm, ex, op) => withName(vm, ex, op, pointRw);
/** result := &symbol_table[op1], whose inside is to be unset. ZEND_FETCH_UNSET */
export const zendFetchUnset: Handler = (vm, ex, op) => withName(vm, ex, op, pointUnset);
/** result := symbol_table[op1] as the parameter wants it. ZEND_FETCH_FUNC_ARG */
export const zendFetchFuncArg: Handler = (vm, ex, op) =>
  withName(vm, ex, op, ((ex.call as ExecuteData).callInfo & CALL_SEND_ARG_BY_REF) !== 0 ? pointW : readR);

const unsetVariable: ByName = (vm, ex, op, name) => {
  const table = targetTable(vm, ex, op);
  if (name === 'this' && symbolGet(table, name) === undefined) vm.throwError('Error', 'Cannot unset $this');
  else symbolDelete(vm, table, name);
};

/** unset(symbol_table[op1]). ZEND_UNSET_VAR */
export const zendUnsetVar: Handler = (vm, ex, op) => withName(vm, ex, op, unsetVariable);

const issetVariable: ByName = (vm, ex, op, name) => {
  let v = deref(symbolGet(targetTable(vm, ex, op), name));
  if (v === undefined && name === 'this') v = ex.thisObject ?? undefined;
  const isEmpty = (op.extendedValue & ZEND_ISEMPTY) !== 0;
  setResult(ex, op, isEmpty ? !toBool(v) : v !== undefined && v !== null);
};

/** result := isset(symbol_table[op1]). ZEND_ISSET_ISEMPTY_VAR */
export const zendIssetIsemptyVar: Handler = (vm, ex, op) => withName(vm, ex, op, issetVariable);

/** result := $this. ZEND_FETCH_THIS */
export const zendFetchThis: Handler = (vm, ex, op) => {
  if (ex.thisObject === null) {
    vm.throwError('Error', 'Using $this when not in object context');
    return ex.opline + 1;
  }
  ex.thisObject.rc++;
  setResult(ex, op, ex.thisObject);
  return ex.opline + 1;
};

/** result := copy of $GLOBALS. ZEND_FETCH_GLOBALS */
export const zendFetchGlobals: Handler = (vm, ex, op) => {
  setResult(ex, op, copySymbols(vm.symbolTable));
  return ex.opline + 1;
};

/** zend_proptable_to_symtable of a symbol table: pointers resolved, lone references unwrapped, numeric names as ints. Owned. */
function copySymbols(table: PhpArray): PhpArray {
  const copy = new PhpArray();
  for (let pos = table.firstPos(); pos < table.used; pos = table.nextPos(pos)) {
    const held = table.valueAt(pos);
    const v = held instanceof PhpIndirect ? held.slots[held.index] : held;
    if (v === undefined) continue;
    const key = table.keyAt(pos);
    const plain = v instanceof PhpReference && v.rc === 1 ? v.val : v;
    copy.set(typeof key === 'string' ? normalizeKey(key) : key, addRef(plain));
  }
  return copy;
}

/** unset(op1). ZEND_UNSET_CV */
export const zendUnsetCv: Handler = (vm, ex, op) => {
  const at = ex.base + op.op1;
  const v = ex.slots[at];
  ex.slots[at] = undefined;
  if (typeof v === 'object' && v !== null) release(vm, v);
  return ex.opline + 1;
};

/** result := isset(op1) or empty(op1). ZEND_ISSET_ISEMPTY_CV */
export const zendIssetIsemptyCv: Handler = (_vm, ex, op) => {
  let v: Zval = ex.slots[ex.base + op.op1];
  if (v instanceof PhpReference) v = v.val;
  const isEmpty = (op.extendedValue & ZEND_ISEMPTY) !== 0;
  ex.slots[ex.base + op.result] = isEmpty ? !toBool(v) : v !== undefined && v !== null;
  return ex.opline + 1;
};

export const fetchVarHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_R: zendFetchR,
  FETCH_IS: zendFetchIs,
  FETCH_W: zendFetchW,
  FETCH_RW: zendFetchRw,
  FETCH_UNSET: zendFetchUnset,
  FETCH_FUNC_ARG: zendFetchFuncArg,
  UNSET_VAR: zendUnsetVar,
  ISSET_ISEMPTY_VAR: zendIssetIsemptyVar,
  FETCH_THIS: zendFetchThis,
  FETCH_GLOBALS: zendFetchGlobals,
  UNSET_CV: zendUnsetCv,
  ISSET_ISEMPTY_CV: zendIssetIsemptyCv,
};
