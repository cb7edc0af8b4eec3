/**
 * Return types: VERIFY_RETURN_TYPE, the implicit return at the end of a function, generators' return types.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_CONST, IS_TMP_VAR, type Opline, type PhpType } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ACC_GENERATOR,
  ACC_HAS_RETURN_TYPE,
  ACC_RETURN_REFERENCE,
  MAY_BE_ANY,
  MAY_BE_NEVER,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_VOID,
} from '../../bytecode/type-flags.ts';
import { TYPE_PURE_MASK, typeNumClasses, typeToString } from '../../bytecode/type-to-string.ts';
import { typeContainsValue } from './compile-type.ts';
import type { Compiler, Znode } from './context.ts';
import { allocCacheSlots, constZnode, emitOp, getTemporaryVariable, toLower } from './emit-op.ts';

/**
 * zend_emit_return_type_check: checks at compile time what `return expr` can tell and emits VERIFY_RETURN_TYPE for the
 * rest. A constant `expr` becomes the temporary that the check makes.
 */
export function emitReturnTypeCheck(c: Compiler, expr: Znode | null, type: PhpType | null, implicit: boolean): void {
  if (type === null) return;
  if ((type.mask & MAY_BE_VOID) !== 0) {
    if (expr === null) return;
    if (expr.opType === IS_CONST && expr.value === null) {
      c.error('A void function must not return a value (did you mean "return;" instead of "return null;"?)');
    }
    c.error('A void function must not return a value');
  }
  if ((type.mask & MAY_BE_NEVER) !== 0) {
    c.error('A never-returning function must not return');
  }
  if (expr === null && !implicit) {
    c.error(
      (type.mask & MAY_BE_NULL) !== 0
        ? 'A function with return type must return a value (did you mean "return null;" instead of "return;"?)'
        : 'A function with return type must return a value',
    );
  }
  if (expr !== null && (type.mask & TYPE_PURE_MASK) === MAY_BE_ANY) return;
  if (expr !== null && expr.opType === IS_CONST && typeContainsValue(type, expr.value)) return;
  const opline = emitOp(c, null, OP.VERIFY_RETURN_TYPE, expr, null);
  if (expr !== null && expr.opType === IS_CONST) {
    expr.opType = IS_TMP_VAR;
    expr.num = getTemporaryVariable(c);
    opline.resultType = IS_TMP_VAR;
    opline.result = expr.num;
  }
  opline.op2 = allocCacheSlots(c, typeNumClasses(type));
}

/** zend_emit_final_return: the return that every op_array ends with; a file's returns 1. */
export function emitFinalReturn(c: Compiler, returnOne: boolean): Opline | null {
  const opArray = c.opArray;
  if ((opArray.fnFlags & ACC_HAS_RETURN_TYPE) !== 0 && (opArray.fnFlags & ACC_GENERATOR) === 0) {
    if (opArray.returnType !== null && (opArray.returnType.mask & MAY_BE_NEVER) !== 0) {
      emitOp(c, null, OP.VERIFY_NEVER_TYPE, null, null);
      return null;
    }
    emitReturnTypeCheck(c, null, opArray.returnType, true);
  }
  const byRef = (opArray.fnFlags & ACC_RETURN_REFERENCE) !== 0;
  const ret = emitOp(c, null, byRef ? OP.RETURN_BY_REF : OP.RETURN, constZnode(returnOne ? 1 : null), null);
  ret.extendedValue = -1;
  return ret;
}

/** zend_mark_function_as_generator: called when the body of the active op_array turns out to hold a `yield`. */
export function markFunctionAsGenerator(c: Compiler): void {
  const opArray = c.opArray;
  if (opArray.functionName === null) {
    c.error('The "yield" expression can only be used inside a function');
  }
  const type = opArray.returnType;
  if ((opArray.fnFlags & ACC_HAS_RETURN_TYPE) !== 0 && type !== null) {
    const valid =
      (type.mask & MAY_BE_OBJECT) !== 0 ||
      type.classes.some((name) => typeof name === 'string' && GENERATOR_TYPES.has(toLower(name)));
    if (!valid) {
      c.error(`Generator return type must be a supertype of Generator, ${typeToString(type)} given`);
    }
  }
  opArray.fnFlags |= ACC_GENERATOR;
}

const GENERATOR_TYPES: ReadonlySet<string> = new Set(['traversable', 'iterator', 'generator']);
