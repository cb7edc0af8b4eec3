/**
 * Operations on constants, as far as they say nothing and always give the same.
 * Source: php-src 8.2 Zend/Optimizer/zend_optimizer.c (zend_optimizer_eval_*), block_pass.c
 */
import { internalConstant, specialConstant } from '../bytecode/internal-constants.ts';
import { internalFunctionInfo } from '../compiler/internal-functions.ts';
import { OP } from '../bytecode/opcodes.ts';
import { INI_SYSTEM_VALUES, LOADED_EXTENSION_NAMES } from './surroundings.generated.ts';
import { evalBinaryOp, evalUnaryOp } from '../compiler/emit/constant-folding.ts';
import { type Folded, NOT_CONSTANT } from '../compiler/emit/not-constant.ts';
import { IS_ARRAY, IS_DOUBLE, IS_LONG, IS_NULL, IS_STRING } from '../compiler/ast-flags.ts';
import type { ValueContext } from '../value/context.ts';
import { toBool, toFloat, toInt, toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpConstantAst, PhpFloat, type Zval } from '../value/zval.ts';

const IS_BOOL = 18;

/** zend_optimizer_eval_binary_op */
export function evaluateBinary(ctx: ValueContext, opcode: number, a: Zval, b: Zval): Folded {
  if (a instanceof PhpConstantAst || b instanceof PhpConstantAst) return NOT_CONSTANT;
  if (opcode === OP.CASE) return evalBinaryOp(ctx, OP.IS_EQUAL, a, b);
  if (opcode === OP.CASE_STRICT) return evalBinaryOp(ctx, OP.IS_IDENTICAL, a, b);
  return evalBinaryOp(ctx, opcode === OP.FAST_CONCAT ? OP.CONCAT : opcode, a, b);
}

/** zend_optimizer_eval_unary_op: BOOL, BOOL_NOT, BW_NOT. */
export function evaluateUnary(ctx: ValueContext, opcode: number, a: Zval): Folded {
  if (a instanceof PhpConstantAst) return NOT_CONSTANT;
  return opcode === OP.BOOL ? toBool(a) : evalUnaryOp(ctx, opcode, a);
}

/** zend_optimizer_eval_cast; `type` is a zval type's number. */
export function evaluateCast(ctx: ValueContext, type: number, a: Zval): Folded {
  if (a instanceof PhpConstantAst) return NOT_CONSTANT;
  switch (type) {
    case IS_NULL:
      return null;
    case IS_BOOL:
      return toBool(a);
    case IS_LONG:
      return toInt(ctx, a);
    case IS_DOUBLE:
      return new PhpFloat(toFloat(ctx, a));
    case IS_STRING:
      // how a float is written is a setting of run time
      return a instanceof PhpArray || a instanceof PhpFloat ? NOT_CONSTANT : toStr(ctx, a);
    case IS_ARRAY:
      if (a instanceof PhpArray) return a;
      return PhpArray.fromList(a === null ? [] : [a]);
    default:
      return NOT_CONSTANT;
  }
}

/** zend_optimizer_get_persistent_constant; undefined when the name's value is not known for sure. */
export function persistentConstant(name: string): Zval {
  const value = internalConstant(name);
  return value !== undefined ? value : specialConstant(name);
}

function absoluteFolder(path: string): Folded {
  if (!path.startsWith('/')) return NOT_CONSTANT;
  const trimmed = path.replace(/\/+$/, '');
  const cut = trimmed.replace(/\/+[^/]*$/, '');
  return cut === '' ? '/' : cut;
}

/** zend_optimizer_eval_special_func_call: calls with one constant string whose result is known. */
export function evaluateCall(name: string, argument: string): Folded {
  switch (name) {
    case 'function_exists':
    case 'is_callable':
      return internalFunctionInfo(argument.toLowerCase()) === null ? NOT_CONSTANT : true;
    case 'extension_loaded':
      return LOADED_EXTENSION_NAMES.split(' ').includes(argument.toLowerCase()) ? true : NOT_CONSTANT;
    case 'constant': {
      const value = persistentConstant(argument);
      return value === undefined ? NOT_CONSTANT : value;
    }
    case 'dirname':
      return absoluteFolder(argument);
    case 'ini_get': {
      const value = Object.hasOwn(INI_SYSTEM_VALUES, argument) ? INI_SYSTEM_VALUES[argument] : undefined;
      return value === undefined ? NOT_CONSTANT : value;
    }
    default:
      return NOT_CONSTANT;
  }
}
