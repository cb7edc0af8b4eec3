/**
 * Constants, class constants and magic constants that are known at compile time.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_try_ct_eval_const, _class_const, _magic_const)
 */
import { specialConstant } from '../../bytecode/internal-constants.ts';
import { ACC_CLOSURE, ACC_TRAIT } from '../../bytecode/type-flags.ts';
import { PhpArray } from '../../value/php-array.ts';
import { addRef } from '../../value/zval.ts';
import type { AstNode } from '../ast.ts';
import { IS_ARRAY, T_CLASS_C, T_DIR, T_FILE, T_FUNC_C, T_LINE, T_METHOD_C, T_NS_C, T_TRAIT_C } from '../ast-flags.ts';
import { type Folded, NOT_CONSTANT } from './not-constant.ts';
import { type Compiler, ZEND_COMPILE_NO_PERSISTENT_CONSTANT_SUBSTITUTION } from './context.ts';
import { constType } from './ct-value.ts';
import { unqualifiedName } from './emit-op.ts';
import { classNameRefersToActive, getClassFetchType } from './names.ts';

/** zend_try_ct_eval_const */
export function tryCtEvalConst(c: Compiler, name: string, isFullyQualified: boolean): Folded {
  const lookup = isFullyQualified ? name : (unqualifiedName(name) ?? name);
  const special = specialConstant(lookup);
  if (special !== undefined) return special;
  if ((c.compilerOptions & ZEND_COMPILE_NO_PERSISTENT_CONSTANT_SUBSTITUTION) !== 0) return NOT_CONSTANT;
  const value = c.host.constant?.(name);
  return value === undefined ? NOT_CONSTANT : value;
}

/** Elements an array constant may have to be substituted (array_is_const). */
const MAX_CONST_ARRAY = 50;

/** array_is_const: few scalars. Zend 8.2 looks into the outer array again for each inner one, so nested ones never are. */
function arrayIsConst(array: PhpArray): boolean {
  if (array.count > MAX_CONST_ARRAY) return false;
  for (const [, v] of array.entries()) {
    if (constType(v) >= IS_ARRAY) return false;
  }
  return true;
}

/** zend_try_ct_eval_class_const: only constants of the class being compiled are known. */
export function tryCtEvalClassConst(c: Compiler, className: string, name: string): Folded {
  const fetchType = getClassFetchType(className);
  if (!classNameRefersToActive(c, className, fetchType) || c.activeClass === null) return NOT_CONSTANT;
  if ((c.compilerOptions & ZEND_COMPILE_NO_PERSISTENT_CONSTANT_SUBSTITUTION) !== 0) return NOT_CONSTANT;
  if ((c.activeClass.flags & ACC_TRAIT) !== 0) return NOT_CONSTANT;
  const found = c.activeClass.constants.find((k) => k.name === name);
  if (found === undefined) return NOT_CONSTANT;
  const type = constType(found.value);
  if (type < IS_ARRAY || (found.value instanceof PhpArray && arrayIsConst(found.value))) return addRef(found.value);
  return NOT_CONSTANT;
}

/** zend_dirname of an absolute or relative path. */
export function dirname(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  if (end === 0) return path.length === 0 ? '' : '/';
  while (end > 0 && path[end - 1] !== '/') end--;
  if (end === 0) return '.';
  while (end > 0 && path[end - 1] === '/') end--;
  return end === 0 ? '/' : path.slice(0, end);
}

/** `__METHOD__`: `Class::method`, the bare name in functions and closures, empty elsewhere. */
function methodConst(c: Compiler): string {
  const { opArray } = c;
  if (c.activeClass !== null && c.methodClass === null && (opArray.fnFlags & ACC_CLOSURE) === 0) return '';
  if (opArray.functionName === null) return '';
  return c.methodClass === null ? opArray.functionName : `${c.methodClass.name}::${opArray.functionName}`;
}

/** zend_try_ct_eval_magic_const: only `__CLASS__` in a trait or closure of one has to wait. */
export function tryCtEvalMagicConst(c: Compiler, ast: AstNode): Folded {
  const ce = c.activeClass;
  const inTrait = ce !== null && (ce.flags & ACC_TRAIT) !== 0;
  switch (ast.attr) {
    case T_LINE:
      return ast.line;
    case T_FILE:
      return c.fileName;
    case T_DIR: {
      const dir = dirname(c.fileName);
      return dir === '.' ? (c.host.cwd?.() ?? '.') : dir;
    }
    case T_FUNC_C:
      return c.opArray.functionName ?? '';
    case T_METHOD_C:
      return methodConst(c);
    case T_CLASS_C:
      if (ce === null) return '';
      return inTrait ? NOT_CONSTANT : ce.name;
    case T_TRAIT_C:
      return ce !== null && inTrait ? ce.name : '';
    case T_NS_C:
      return c.fc.currentNamespace ?? '';
    default:
      return NOT_CONSTANT;
  }
}
