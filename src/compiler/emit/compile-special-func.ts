/**
 * Internal functions that have an opcode of their own or are computed at compile time.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_try_compile_special_func)
 */
import { IS_CONST } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FCALL_MAY_HAVE_EXTRA_NAMED_PARAMS } from '../../bytecode/operand-flags.ts';
import { toBool, toStr } from '../../value/convert.ts';
import { isNumericString } from '../../value/numeric-string.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import { type AstNode, astStr } from '../ast.ts';
import {
  IS_ARRAY,
  IS_BOOL,
  IS_DOUBLE,
  IS_FALSE,
  IS_LONG,
  IS_NULL,
  IS_OBJECT,
  IS_RESOURCE,
  IS_STRING,
  IS_TRUE,
} from '../ast-flags.ts';
import { child } from './ast-predicates.ts';
import { NOT_CONSTANT } from './not-constant.ts';
import { tryCtEvalConst } from './constants.ts';
import { BP_VAR_R, type Compiler, Znode } from './context.ts';
import { ctContext } from './ct-value.ts';
import { compileExpr } from './dispatch.ts';
import { addLiteral, allocCacheSlot, constZnode, emitOp, emitOpTmp, setConst, toLower } from './emit-op.ts';
import { tryCtEvalArray } from './eval-const-expr.ts';
import { calcUsedStack, findFunction, isFinalized } from './known-func.ts';
import { resolveConstName, resolveFunctionName } from './names.ts';

/** Compiles a call of a special function; false leaves it to an ordinary call. */
type SpecialFunc = (c: Compiler, result: Znode, args: AstNode, lcName: string) => boolean;

/** Argument `i` compiled. */
function compileArg(c: Compiler, args: AstNode, i: number): Znode {
  const node = new Znode();
  compileExpr(c, node, child(args, i));
  return node;
}

const strlen: SpecialFunc = (c, result, args) => {
  if (args.children.length !== 1) return false;
  const arg = compileArg(c, args, 0);
  if (arg.opType === IS_CONST && typeof arg.value === 'string') setConst(result, arg.value.length);
  else emitOpTmp(c, result, OP.STRLEN, arg, null);
  return true;
};

/** is_int() and the like: TYPE_CHECK with a mask of type bits. */
function typeCheck(mask: number): SpecialFunc {
  return (c, result, args) => {
    if (args.children.length !== 1) return false;
    emitOpTmp(c, result, OP.TYPE_CHECK, compileArg(c, args, 0), null).extendedValue = mask;
    return true;
  };
}

/** intval() and the like. */
function cast(type: number): SpecialFunc {
  return (c, result, args) => {
    if (args.children.length !== 1) return false;
    const arg = compileArg(c, args, 0);
    if (type === IS_BOOL) emitOpTmp(c, result, OP.BOOL, arg, null);
    else emitOpTmp(c, result, OP.CAST, arg, null).extendedValue = type;
    return true;
  };
}

const defined: SpecialFunc = (c, result, args) => {
  const arg = args.children[0];
  if (args.children.length !== 1 || arg?.kind !== 'zval') return false;
  const name = toStr(ctContext(c), arg.value);
  if (name.includes('\\') || name.includes(':')) return false;
  if (tryCtEvalConst(c, name, false) !== NOT_CONSTANT) {
    setConst(result, true);
    return true;
  }
  const opline = emitOpTmp(c, result, OP.DEFINED, null, null);
  opline.op1Type = IS_CONST;
  opline.op1 = addLiteral(c, name);
  opline.extendedValue = allocCacheSlot(c);
  return true;
};

const chr: SpecialFunc = (_c, result, args) => {
  const arg = args.children[0];
  if (args.children.length !== 1 || arg?.kind !== 'zval') return false;
  if (typeof arg.value !== 'number' && typeof arg.value !== 'bigint') return false;
  setConst(result, String.fromCharCode(Number(BigInt(arg.value) & 255n)));
  return true;
};

const ord: SpecialFunc = (_c, result, args) => {
  const arg = args.children[0];
  if (args.children.length !== 1 || arg?.kind !== 'zval' || typeof arg.value !== 'string') return false;
  setConst(result, arg.value.length === 0 ? 0 : arg.value.charCodeAt(0));
  return true;
};

/** zend_try_compile_ct_bound_init_user_func: call_user_func('known', ...) is an INIT_FCALL. */
function tryInitKnownUserFunc(c: Compiler, nameAst: AstNode, numArgs: number): boolean {
  if (nameAst.kind !== 'zval' || typeof nameAst.value !== 'string') return false;
  const lcName = toLower(nameAst.value);
  const fbc = findFunction(c, lcName);
  if (fbc === null || !isFinalized(fbc)) return false;
  const opline = emitOp(c, null, OP.INIT_FCALL, null, null);
  opline.extendedValue = numArgs;
  opline.op1 = calcUsedStack(numArgs, fbc);
  opline.op2Type = IS_CONST;
  opline.op2 = addLiteral(c, lcName);
  opline.result = allocCacheSlot(c);
  return true;
}

/** zend_compile_init_user_func */
function compileInitUserFunc(c: Compiler, nameAst: AstNode, numArgs: number, origName: string): void {
  if (tryInitKnownUserFunc(c, nameAst, numArgs)) return;
  const nameNode = new Znode();
  compileExpr(c, nameNode, nameAst);
  const opline = emitOp(c, null, OP.INIT_USER_CALL, null, nameNode);
  opline.op1Type = IS_CONST;
  opline.op1 = addLiteral(c, origName);
  opline.extendedValue = numArgs;
}

/** A call of a plainly named function: its lower-cased resolved name and arguments; null for anything else. */
function namedCall(c: Compiler, ast: AstNode): { lcName: string; args: AstNode } | null {
  if (ast.kind !== 'call') return null;
  const nameAst = child(ast, 0);
  const args = child(ast, 1);
  if (nameAst.kind !== 'zval' || typeof nameAst.value !== 'string' || args.kind !== 'arg_list') return null;
  return { lcName: toLower(resolveFunctionName(c, nameAst.value, nameAst.attr).name), args };
}

/** call_user_func_array($f, array_slice($array, N, $len)): the slice is taken by SEND_ARRAY. */
function compileSendSlice(c: Compiler, result: Znode, argAst: AstNode): boolean {
  const call = namedCall(c, argAst);
  if (call === null || call.lcName !== 'array_slice' || argsContainUnpackOrNamed(call.args)) return false;
  if (call.args.children.length !== 3) return false;
  const offset = child(call.args, 1);
  if (offset.kind !== 'zval' || typeof offset.value !== 'number') return false;
  if (offset.value < 0 || offset.value > 0x7fffffff) return false;
  const array = compileArg(c, call.args, 0);
  const length = compileArg(c, call.args, 2);
  emitOp(c, null, OP.SEND_ARRAY, array, length).extendedValue = offset.value;
  emitOp(c, result, OP.DO_FCALL, null, null);
  return true;
}

const callUserFuncArray: SpecialFunc = (c, result, args, lcName) => {
  if (args.children.length !== 2) return false;
  compileInitUserFunc(c, child(args, 0), 0, lcName);
  if (compileSendSlice(c, result, child(args, 1))) return true;
  emitOp(c, null, OP.SEND_ARRAY, compileArg(c, args, 1), null);
  emitOp(c, null, OP.CHECK_UNDEF_ARGS, null, null);
  emitOp(c, result, OP.DO_FCALL, null, null).extendedValue = ZEND_FCALL_MAY_HAVE_EXTRA_NAMED_PARAMS;
  return true;
};

const callUserFunc: SpecialFunc = (c, result, args, lcName) => {
  const n = args.children.length;
  if (n < 1) return false;
  compileInitUserFunc(c, child(args, 0), n - 1, lcName);
  for (let i = 1; i < n; i++) {
    const opline = emitOp(c, null, OP.SEND_USER, compileArg(c, args, i), null);
    opline.op2 = i;
    opline.result = i - 1;
  }
  emitOp(c, result, OP.DO_FCALL, null, null);
  return true;
};

/** The third argument of in_array: true, false, or null when it is not known now. */
function strictFlag(c: Compiler, args: AstNode): boolean | null {
  if (args.children.length === 2) return false;
  if (args.children.length !== 3) return null;
  const ast = child(args, 2);
  if (ast.kind === 'zval') return toBool(ast.value);
  if (ast.kind !== 'const') return null;
  const nameAst = child(ast, 0);
  const { name, fullyQualified } = resolveConstName(c, astStr(nameAst), nameAst.attr);
  const value = tryCtEvalConst(c, name, fullyQualified);
  return value === NOT_CONSTANT ? null : toBool(value);
}

/** The haystack turned into a hash of its values; null when a value does not allow that. */
function haystackSet(array: PhpArray, strict: boolean): PhpArray | null {
  const set = new PhpArray();
  const add = (key: Zval): boolean => {
    if (typeof key === 'string') {
      if (!strict && isNumericString(key)) return false;
      if (set.getStr(key) === undefined) set.setStr(key, true);
      return true;
    }
    if (!strict || (typeof key !== 'number' && typeof key !== 'bigint')) return false;
    if (set.getInt(key) === undefined) set.setInt(key, true);
    return true;
  };
  for (const [, value] of array.entries()) {
    if (!add(value)) return null;
  }
  return set;
}

const inArray: SpecialFunc = (c, result, args) => {
  const strict = strictFlag(c, args);
  if (strict === null) return false;
  const arrayAst = child(args, 1);
  if (arrayAst.kind !== 'array') return false;
  const array = tryCtEvalArray(c, arrayAst);
  if (array === NOT_CONSTANT) return false;
  const set = haystackSet(array, strict);
  if (set === null) return false;
  const needle = compileArg(c, args, 0);
  emitOpTmp(c, result, OP.IN_ARRAY, needle, constZnode(set)).extendedValue = strict ? 1 : 0;
  return true;
};

const count: SpecialFunc = (c, result, args, lcName) => {
  if (args.children.length !== 1) return false;
  emitOpTmp(c, result, OP.COUNT, compileArg(c, args, 0), null).extendedValue = lcName === 'sizeof' ? 1 : 0;
  return true;
};

const getClass: SpecialFunc = (c, result, args) => {
  if (args.children.length > 1) return false;
  emitOpTmp(c, result, OP.GET_CLASS, args.children.length === 0 ? null : compileArg(c, args, 0), null);
  return true;
};

const getCalledClass: SpecialFunc = (c, result, args) => {
  if (args.children.length !== 0) return false;
  emitOpTmp(c, result, OP.GET_CALLED_CLASS, null, null);
  return true;
};

const gettype: SpecialFunc = (c, result, args) => {
  if (args.children.length !== 1) return false;
  emitOpTmp(c, result, OP.GET_TYPE, compileArg(c, args, 0), null);
  return true;
};

const funcNumArgs: SpecialFunc = (c, result, args) => {
  if (c.opArray.functionName === null || args.children.length !== 0) return false;
  emitOpTmp(c, result, OP.FUNC_NUM_ARGS, null, null);
  return true;
};

const funcGetArgs: SpecialFunc = (c, result, args) => {
  if (c.opArray.functionName === null || args.children.length !== 0) return false;
  emitOpTmp(c, result, OP.FUNC_GET_ARGS, null, null);
  return true;
};

const arrayKeyExists: SpecialFunc = (c, result, args) => {
  if (args.children.length !== 2) return false;
  const needle = compileArg(c, args, 0);
  const subject = compileArg(c, args, 1);
  emitOpTmp(c, result, OP.ARRAY_KEY_EXISTS, needle, subject);
  return true;
};

/** array_slice(func_get_args(), N) is FUNC_GET_ARGS N. */
const arraySlice: SpecialFunc = (c, result, args) => {
  if (c.opArray.functionName === null || args.children.length !== 2) return false;
  const offset = child(args, 1);
  const call = namedCall(c, child(args, 0));
  if (call === null || call.lcName !== 'func_get_args' || call.args.children.length !== 0) return false;
  if (offset.kind !== 'zval' || typeof offset.value !== 'number' || offset.value < 0) return false;
  emitOpTmp(c, result, OP.FUNC_GET_ARGS, constZnode(offset.value), null);
  return true;
};

const isInt = typeCheck(1 << IS_LONG);
const isFloat = typeCheck(1 << IS_DOUBLE);
const floatval = cast(IS_DOUBLE);
const BOOL_MASK = (1 << IS_FALSE) | (1 << IS_TRUE);

const SPECIAL: Readonly<Record<string, SpecialFunc>> = {
  strlen,
  is_null: typeCheck(1 << IS_NULL),
  is_bool: typeCheck(BOOL_MASK),
  is_long: isInt,
  is_int: isInt,
  is_integer: isInt,
  is_float: isFloat,
  is_double: isFloat,
  is_string: typeCheck(1 << IS_STRING),
  is_array: typeCheck(1 << IS_ARRAY),
  is_object: typeCheck(1 << IS_OBJECT),
  is_resource: typeCheck(1 << IS_RESOURCE),
  is_scalar: typeCheck(BOOL_MASK | (1 << IS_DOUBLE) | (1 << IS_LONG) | (1 << IS_STRING)),
  boolval: cast(IS_BOOL),
  intval: cast(IS_LONG),
  floatval,
  doubleval: floatval,
  strval: cast(IS_STRING),
  defined,
  chr,
  ord,
  call_user_func_array: callUserFuncArray,
  call_user_func: callUserFunc,
  in_array: inArray,
  count,
  sizeof: count,
  get_class: getClass,
  get_called_class: getCalledClass,
  gettype,
  func_num_args: funcNumArgs,
  func_get_args: funcGetArgs,
  array_slice: arraySlice,
  array_key_exists: arrayKeyExists,
};

/** zend_args_contain_unpack_or_named */
export function argsContainUnpackOrNamed(args: AstNode): boolean {
  return args.children.some((arg) => arg !== null && (arg.kind === 'unpack' || arg.kind === 'named_arg'));
}

/** zend_try_compile_special_func: true when the call of the internal function `lcName` was compiled specially. */
export function tryCompileSpecialFunc(
  c: Compiler,
  result: Znode,
  lcName: string,
  args: AstNode,
  type: number,
): boolean {
  const special = Object.hasOwn(SPECIAL, lcName) ? SPECIAL[lcName] : undefined;
  if (special === undefined || argsContainUnpackOrNamed(args)) return false;
  if ((lcName === 'chr' || lcName === 'ord') && type !== BP_VAR_R) return false;
  return special(c, result, args, lcName);
}
