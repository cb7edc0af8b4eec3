/**
 * Parameters: RECV, RECV_INIT, RECV_VARIADIC, argument info, promoted properties.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_params)
 */
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import { type ArgInfo, IS_CV, type PhpType } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ACC_ABSTRACT,
  ACC_HAS_RETURN_TYPE,
  ACC_HAS_TYPE_HINTS,
  ACC_INTERFACE,
  ACC_PROMOTED,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_RETURN_REFERENCE,
  ACC_VARIADIC,
  MAY_BE_ANY,
  MAY_BE_CALLABLE,
  MAY_BE_NEVER,
  MAY_BE_STRING,
  MAY_BE_VOID,
} from '../../bytecode/type-flags.ts';
import { typeNumClasses, typeToString } from '../../bytecode/type-to-string.ts';
import { PhpConstantAst, type Zval } from '../../value/zval.ts';
import { type AstNode, astChild, astStr } from '../ast.ts';
import { ZEND_ACC_PPP_MASK, ZEND_ACC_READONLY, ZEND_PARAM_REF, ZEND_PARAM_VARIADIC } from '../ast-flags.ts';
import { ATTRIBUTE_TARGET_PARAMETER, ATTRIBUTE_TARGET_PROPERTY, compileAttributes } from './compile-attributes.ts';
import { compileTypename, compileTypenameEx, constTypeName, validDefaultValue } from './compile-type.ts';
import { isAutoGlobal } from './compile-var.ts';
import { constExprToZval } from './const-expr.ts';
import {
  type Compiler,
  ZEND_COMPILE_NO_CONSTANT_SUBSTITUTION,
  ZEND_COMPILE_NO_PERSISTENT_CONSTANT_SUBSTITUTION,
  Znode,
} from './context.ts';
import { allocCacheSlots, constZnode, emitOp, emitOpData, lookupCv, toLower } from './emit-op.ts';

/** A parameter on its way: what the steps below hand on. */
interface Param {
  ast: AstNode;
  index: number;
  name: string;
  variadic: boolean;
  byRef: boolean;
  /** Modifiers of a promoted parameter, 0 when it is none. */
  propertyFlags: number;
  opcode: number;
  /** `undefined`: no default. */
  defaultValue: Zval;
  type: PhpType | null;
}

/** Compiles the return type; `fallback` is the implicit one of `__toString` (MAY_BE_STRING), 0 otherwise. */
function compileReturnType(c: Compiler, ast: AstNode | null, fallback: number): void {
  if (ast === null && fallback === 0) return;
  c.opArray.returnType = ast !== null ? compileTypename(c, ast) : { mask: fallback, classes: [] };
  c.opArray.fnFlags |= ACC_HAS_RETURN_TYPE;
  if ((c.opArray.returnType.mask & MAY_BE_VOID) !== 0 && (c.opArray.fnFlags & ACC_RETURN_REFERENCE) !== 0) {
    c.warn(E_DEPRECATED, 'Returning by reference from a void function is deprecated');
  }
}

function lastRequiredParam(list: AstNode): number {
  let last = -1;
  list.children.forEach((param, i) => {
    if (param !== null && astChild(param, 2) === null && (param.attr & ZEND_PARAM_VARIADIC) === 0) last = i;
  });
  return last;
}

/** The value of a default: constants are kept, so that Reflection can name them. */
function compileDefault(c: Compiler, ast: AstNode): Zval {
  const saved = c.compilerOptions;
  c.compilerOptions |= ZEND_COMPILE_NO_CONSTANT_SUBSTITUTION | ZEND_COMPILE_NO_PERSISTENT_CONSTANT_SUBSTITUTION;
  const value = constExprToZval(c, ast, true);
  c.compilerOptions = saved;
  return value;
}

/** Checks name and position, finds out which RECV it is, evaluates the default. */
function beginParam(c: Compiler, ast: AstNode, index: number): Param {
  const opArray = c.opArray;
  const name = astStr(astChild(ast, 1));
  const param: Param = {
    ast,
    index,
    name,
    variadic: (ast.attr & ZEND_PARAM_VARIADIC) !== 0,
    byRef: (ast.attr & ZEND_PARAM_REF) !== 0,
    propertyFlags: ast.attr & (ZEND_ACC_PPP_MASK | ZEND_ACC_READONLY),
    opcode: OP.RECV,
    defaultValue: undefined,
    type: null,
  };
  if (isAutoGlobal(c, name)) c.error(`Cannot re-assign auto-global variable ${name}`);
  if (lookupCv(c, name) !== index) c.error(`Redefinition of parameter $${name}`);
  if (name === 'this') c.error('Cannot use $this as parameter');
  if ((opArray.fnFlags & ACC_VARIADIC) !== 0) c.error('Only the last parameter can be variadic');
  const defaultAst = astChild(ast, 2);
  if (param.variadic) {
    param.opcode = OP.RECV_VARIADIC;
    opArray.fnFlags |= ACC_VARIADIC;
    if (defaultAst !== null) c.error('Variadic parameter cannot have a default value');
  } else if (defaultAst !== null) {
    param.opcode = OP.RECV_INIT;
    param.defaultValue = compileDefault(c, defaultAst);
  } else {
    opArray.requiredNumArgs = index + 1;
  }
  return param;
}

/** Compiles the type; returns whether the default `null` alone made it nullable. */
function compileParamType(c: Compiler, param: Param): boolean {
  const typeAst = astChild(param.ast, 0);
  if (typeAst === null) return false;
  const value = param.defaultValue;
  const forceNullable = value === null && param.propertyFlags === 0;
  c.opArray.fnFlags |= ACC_HAS_TYPE_HINTS;
  const { type, forcedAllowNull } = compileTypenameEx(c, typeAst, forceNullable);
  param.type = type;
  if ((type.mask & MAY_BE_VOID) !== 0) c.error('void cannot be used as a parameter type');
  if ((type.mask & MAY_BE_NEVER) !== 0) c.error('never cannot be used as a parameter type');
  if (value !== undefined && !(value instanceof PhpConstantAst) && !forceNullable) {
    const valid = validDefaultValue(type, value);
    if (valid === undefined) {
      c.error(
        `Cannot use ${constTypeName(value)} as default value for parameter $${param.name} of type ${typeToString(type)}`,
      );
    }
    param.defaultValue = valid;
  }
  return forcedAllowNull;
}

function emitRecv(c: Compiler, param: Param): void {
  const node = param.opcode === OP.RECV_INIT ? constZnode(param.defaultValue) : null;
  const opline = emitOp(c, null, param.opcode, null, node);
  opline.resultType = IS_CV;
  opline.result = param.index;
  opline.op1 = param.index + 1;
  if (param.type !== null) opline.extendedValue = allocCacheSlots(c, typeNumClasses(param.type));
  if (param.opcode === OP.RECV) opline.op2 = param.type !== null ? param.type.mask : MAY_BE_ANY;
}

function checkPromotion(c: Compiler, scope: ClassDecl | null, param: Param): ClassDecl {
  const opArray = c.opArray;
  if (scope === null || toLower(opArray.functionName ?? '') !== '__construct') {
    c.error('Cannot declare promoted property outside a constructor');
  }
  if ((opArray.fnFlags & ACC_ABSTRACT) !== 0 || (scope.flags & ACC_INTERFACE) !== 0) {
    c.error('Cannot declare promoted property in an abstract constructor');
  }
  if (param.variadic) c.error('Cannot declare variadic promoted property');
  if (scope.properties.some((p) => p.name === param.name)) c.error(`Cannot redeclare ${scope.name}::$${param.name}`);
  if (param.type !== null && (param.type.mask & MAY_BE_CALLABLE) !== 0) {
    c.error(`Property ${scope.name}::$${param.name} cannot have type ${typeToString(param.type)}`);
  }
  return scope;
}

function declarePromotedProperty(c: Compiler, param: Param): void {
  const scope = checkPromotion(c, c.methodClass, param);
  const typeAst = astChild(param.ast, 0);
  let flags = param.propertyFlags;
  if ((flags & ACC_READONLY) === 0 && (scope.flags & ACC_READONLY_CLASS) !== 0) flags |= ACC_READONLY;
  const type = typeAst !== null ? compileTypename(c, typeAst) : null;
  if (type === null && (flags & ACC_READONLY) !== 0) {
    c.error(`Readonly property ${scope.name}::$${param.name} must have type`);
  }
  const docAst = astChild(param.ast, 4);
  const attributesAst = astChild(param.ast, 3);
  scope.properties.push({
    name: param.name,
    flags: ((flags & ZEND_ACC_PPP_MASK) === 0 ? flags | 1 : flags) | ACC_PROMOTED,
    type,
    default: type !== null ? undefined : null,
    docComment: docAst !== null ? astStr(docAst) : null,
    attributes:
      attributesAst !== null
        ? compileAttributes(c, null, attributesAst, 0, ATTRIBUTE_TARGET_PROPERTY, ATTRIBUTE_TARGET_PARAMETER)
        : null,
  });
}

/** `$a = 1, $b`: an optional parameter before a required one is a required one, with a deprecation. */
function demoteOptional(
  c: Compiler,
  param: Param,
  list: AstNode,
  lastRequired: number,
  forcedAllowNull: boolean,
): void {
  if (param.index >= lastRequired || param.opcode !== OP.RECV_INIT) return;
  if (!forcedAllowNull) {
    const required = list.children[lastRequired];
    const name = required !== null && required !== undefined ? astStr(astChild(required, 1)) : '';
    c.warn(
      E_DEPRECATED,
      `Optional parameter $${param.name} declared before required parameter $${name} ` +
        'is implicitly treated as a required parameter',
    );
  }
  param.opcode = OP.RECV;
}

function compileParam(c: Compiler, list: AstNode, ast: AstNode, index: number, lastRequired: number): ArgInfo {
  const param = beginParam(c, ast, index);
  const attributesAst = astChild(ast, 3);
  const promoted = param.propertyFlags !== 0;
  if (attributesAst !== null) {
    c.opArray.attributes = compileAttributes(
      c,
      c.opArray.attributes,
      attributesAst,
      index + 1,
      ATTRIBUTE_TARGET_PARAMETER,
      promoted ? ATTRIBUTE_TARGET_PROPERTY : 0,
    );
  }
  const forcedAllowNull = compileParamType(c, param);
  demoteOptional(c, param, list, lastRequired, forcedAllowNull);
  emitRecv(c, param);
  if (promoted) declarePromotedProperty(c, param);
  return {
    name: param.name,
    type: param.type,
    byRef: param.byRef,
    preferRef: false,
    variadic: param.variadic,
    promoted,
    defaultText: null,
  };
}

/** `$this->prop = $prop;` for promoted parameters. */
function emitPromotedAssignments(c: Compiler, list: AstNode): void {
  for (const ast of list.children) {
    if (ast === null || (ast.attr & (ZEND_ACC_PPP_MASK | ZEND_ACC_READONLY)) === 0) continue;
    const name = astStr(astChild(ast, 1));
    const byRef = (ast.attr & ZEND_PARAM_REF) !== 0;
    const opline = emitOp(c, null, byRef ? OP.ASSIGN_OBJ_REF : OP.ASSIGN_OBJ, null, constZnode(name));
    opline.extendedValue = allocCacheSlots(c, 3);
    const value = new Znode();
    value.opType = IS_CV;
    value.num = lookupCv(c, name);
    emitOpData(c, value);
  }
}

/** zend_compile_params: parameters and return type of the active op_array. `isToString`: `__toString` returns string. */
export function compileParams(c: Compiler, list: AstNode, returnTypeAst: AstNode | null, isToString: boolean): void {
  compileReturnType(c, returnTypeAst, isToString ? MAY_BE_STRING : 0);
  const lastRequired = lastRequiredParam(list);
  const argInfo: ArgInfo[] = [];
  list.children.forEach((ast, i) => {
    if (ast !== null) argInfo.push(compileParam(c, list, ast, i, lastRequired));
  });
  c.opArray.argInfo = argInfo;
  c.opArray.numArgs = (c.opArray.fnFlags & ACC_VARIADIC) !== 0 ? argInfo.length - 1 : argInfo.length;
  emitPromotedAssignments(c, list);
}
