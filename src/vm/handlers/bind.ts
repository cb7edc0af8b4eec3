/**
 * Binding names to boxes: global, static, and the variables a closure takes along.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_closures.c (zend_closure_bind_var_ex)
 */
import { CALL_FRAME_SLOT, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_BIND_IMPLICIT, ZEND_BIND_REF } from '../../bytecode/operand-flags.ts';
import { closureData } from '../../object/closure.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpConstantAst, PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { type Handler, undefinedCv } from '../operands.ts';
import { makeRefAt } from '../places.ts';
import { symbolPlace } from '../symbol-table.ts';

/** Puts an owned reference or value into a compiled variable, releasing what was there. */
function replaceCv(vm: Executor, ex: ExecuteData, slot: number, v: Zval): void {
  const at = ex.base + slot;
  const old = ex.slots[at];
  ex.slots[at] = v;
  if (typeof old === 'object' && old !== null) release(vm, old);
}

/** op1 := &globals[op2]. ZEND_BIND_GLOBAL */
export const zendBindGlobal: Handler = (vm, ex, op) => {
  const place = symbolPlace(vm.symbolTable, op.op2Lit as string);
  const ref = makeRefAt(place.slots, place.index);
  ref.rc++;
  replaceCv(vm, ex, op.op1, ref);
  return ex.opline + 1;
};

/** The static variables of a function, made from its declaration on first use. A fake closure shares its function's. */
export function staticVarsOf(func: OpArray): Map<string, Zval> {
  const owner = func.staticsOwner ?? func;
  if (owner.staticVarsTable === null) {
    const table = new Map<string, Zval>();
    for (const [name, value] of owner.staticVars ?? []) table.set(name, addRef(value));
    owner.staticVarsTable = table;
  }
  if (owner !== func) func.staticVarsTable = owner.staticVarsTable;
  return owner.staticVarsTable;
}

/** op1 := the static or captured variable of its name, by reference for `static $x` and `use (&$x)`. ZEND_BIND_STATIC */
export const zendBindStatic: Handler = (vm, ex, op) => {
  const func = ex.func as OpArray;
  const name = func.vars[op.op1 - CALL_FRAME_SLOT] as string;
  const table = staticVarsOf(func);
  const value = table.get(name);
  if ((op.extendedValue & ZEND_BIND_REF) === 0) {
    replaceCv(vm, ex, op.op1, addRef(value instanceof PhpReference ? value.val : value));
    return ex.opline + 1;
  }
  if (value instanceof PhpConstantAst || (value !== undefined && hasPendingAst(value))) {
    return startOplineCode(vm, ex, bindStaticSlow(vm, ex, op, table, name, value));
  }
  bindStaticRef(vm, ex, op, table, name, value);
  return ex.opline + 1;
};

/** A static array literal may hold constant expressions inside. */
function hasPendingAst(v: Zval): boolean {
  if (typeof v !== 'object' || v === null || !('vals' in v)) return false;
  return v.vals.some((inner) => inner instanceof PhpConstantAst || hasPendingAst(inner));
}

function bindStaticRef(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  table: Map<string, Zval>,
  name: string,
  value: Zval,
): void {
  let ref = value;
  if (!(ref instanceof PhpReference)) {
    ref = new PhpReference(value === undefined ? null : value);
    table.set(name, ref);
  }
  ref.rc++;
  replaceCv(vm, ex, op.op1, ref);
}

function* bindStaticSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  table: Map<string, Zval>,
  name: string,
  ast: Zval,
): NativeCode<number> {
  const value = yield* vm.evalConstant(ast, ex.func.scope, ex.func as OpArray);
  if (value === undefined || vm.exception !== null) return ex.opline + 1;
  bindStaticRef(vm, ex, op, table, name, value);
  return ex.opline + 1;
}

/** closure op1 binds op2. ZEND_BIND_LEXICAL */
export const zendBindLexical: Handler = (vm, ex, op) => {
  const at = ex.base + op.op2;
  const byRef = (op.extendedValue & ZEND_BIND_REF) !== 0;
  let value: Zval;
  if (byRef) {
    value = addRef(makeRefAt(ex.slots, at));
  } else {
    const v = ex.slots[at];
    if (v === undefined && (op.extendedValue & ZEND_BIND_IMPLICIT) === 0) value = undefinedCv(vm, ex, op.op2);
    else value = addRef(v instanceof PhpReference ? v.val : v);
  }
  bindClosureVar(vm, ex.slots[ex.base + op.op1] as PhpObject, nameOfCv(ex, op.op2), value);
  return ex.opline + 1;
};

function nameOfCv(ex: ExecuteData, slot: number): string {
  return (ex.func as OpArray).vars[slot - CALL_FRAME_SLOT] as string;
}

/** zend_closure_bind_var_ex: gives a Closure object a captured variable (owned). */
function bindClosureVar(vm: Executor, closure: PhpObject, name: string, value: Zval): void {
  const func = closureData(closure)?.func;
  if (func === undefined || func.type !== 2) return;
  const table = staticVarsOf(func);
  const old = table.get(name);
  table.set(name, value);
  release(vm, old);
}

export const bindHandlers: Partial<Record<OpName, Handler>> = {
  BIND_GLOBAL: zendBindGlobal,
  BIND_STATIC: zendBindStatic,
  BIND_LEXICAL: zendBindLexical,
};
