/**
 * Class constants whose value is known before the program runs.
 * Source: php-src 8.2 Zend/Optimizer/pass1.c (ZEND_FETCH_CLASS_CONSTANT), zend_optimizer.c (zend_optimizer_get_class_entry)
 */
import type { ClassDecl } from '../bytecode/class-decl.ts';
import { IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ZEND_FETCH_CLASS_MASK, ZEND_FETCH_CLASS_SELF } from '../bytecode/operand-flags.ts';
import { ACC_PRIVATE, ACC_PROTECTED, ACC_TRAIT } from '../bytecode/type-flags.ts';
import type { Zval } from '../value/zval.ts';
import type { OptimizedUnit, OptimizerContext } from './context.ts';
import { internalClassConstant } from './internal-class-constants.ts';

/** The constant in the class or in a class it extends, as far as those are known. */
function findConstant(ctx: OptimizerContext, decl: ClassDecl, name: string): Zval {
  for (let ce: ClassDecl | undefined = decl; ce !== undefined; ) {
    const own = ce.constants.find((one) => one.name === name);
    if (own !== undefined) return (own.flags & (ACC_PRIVATE | ACC_PROTECTED)) === 0 ? own.value : undefined;
    // what a class inherits is known when it is linked before the program runs
    if (ce.parentName === null || ctx.classes.get(ce.lcName) !== ce) return undefined;
    ce = ctx.classes.get(ce.parentName.toLowerCase());
  }
  return undefined;
}

/** The class that FETCH_CLASS_CONSTANT names, when it is one of the script or of PHP. */
function namedClass(ctx: OptimizerContext, unit: OptimizedUnit, op: Opline): ClassDecl | string | null {
  const { scope } = unit;
  if (op.op1Type === IS_CONST && typeof op.op1Lit === 'string') {
    const lcName = op.op1Lit.toLowerCase();
    return ctx.classes.get(lcName) ?? (scope?.lcName === lcName ? scope : lcName);
  }
  if (op.op1Type !== IS_UNUSED || scope === null || (scope.flags & ACC_TRAIT) !== 0) return null;
  return (op.op1 & ZEND_FETCH_CLASS_MASK) === ZEND_FETCH_CLASS_SELF ? scope : null;
}

/** The value that FETCH_CLASS_CONSTANT fetches; undefined when it is not known. */
export function classConstant(ctx: OptimizerContext, unit: OptimizedUnit, op: Opline): Zval {
  if (op.op2Type !== IS_CONST || typeof op.op2Lit !== 'string') return undefined;
  const found = namedClass(ctx, unit, op);
  if (found === null) return undefined;
  if (typeof found === 'string') return internalClassConstant(found, op.op2Lit);
  if ((found.flags & ACC_TRAIT) !== 0) return undefined;
  return findConstant(ctx, found, op.op2Lit);
}
