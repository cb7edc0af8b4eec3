/**
 * A method's declaration as text, for "Declaration of ... must be compatible with ...".
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_get_function_declaration)
 */
import type { OpArray, PhpType } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ACC_RETURN_REFERENCE } from '../../bytecode/type-flags.ts';
import { typeToString } from '../../bytecode/type-to-string.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpConstantAst, type Zval } from '../../value/zval.ts';
import { type AstNode, astChild } from '../ast.ts';
import { type BoundClass, resolveTypeName } from './bound-class.ts';
import type { Compiler } from './context.ts';
import { constToString } from './ct-value.ts';

const MAX_STRING = 10;

function constantAstText(value: PhpConstantAst): string {
  const ast = value.ast as AstNode;
  if (ast.kind === 'constant') return String(ast.value);
  if (ast.kind === 'class_const') {
    return `${String(astChild(ast, 0)?.value)}::${String(astChild(ast, 1)?.value)}`;
  }
  return '<expression>';
}

function defaultText(c: Compiler, value: Zval): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') {
    return value.length > MAX_STRING ? `'${value.slice(0, MAX_STRING)}...'` : `'${value}'`;
  }
  if (value instanceof PhpArray) return value.count === 0 ? '[]' : '[...]';
  if (value instanceof PhpConstantAst) return constantAstText(value);
  return constToString(c, value);
}

/** Text of the method `fn` of `scope`. */
export function methodSignature(c: Compiler, fn: OpArray, scope: BoundClass): string {
  const type = (t: PhpType): string => typeToString(t, (name) => resolveTypeName(scope, name));
  const params = fn.argInfo.map((arg, i) => {
    const prefix = arg.type !== null ? `${type(arg.type)} ` : '';
    const text = `${prefix}${arg.byRef ? '&' : ''}${arg.variadic ? '...' : ''}$${arg.name}`;
    if (i < fn.requiredNumArgs || arg.variadic) return text;
    const recv = fn.opcodes.find((op) => op.opcode === OP.RECV_INIT && op.op1 === i + 1);
    return `${text} = ${recv !== undefined ? defaultText(c, recv.op2Lit) : '<default>'}`;
  });
  const nul = scope.decl.name.indexOf('\0');
  const className = nul < 0 ? scope.decl.name : scope.decl.name.slice(0, nul);
  const byRef = (fn.fnFlags & ACC_RETURN_REFERENCE) !== 0 ? '& ' : '';
  const returns = fn.returnType !== null ? `: ${type(fn.returnType)}` : '';
  return `${byRef}${className}::${fn.functionName ?? ''}(${params.join(', ')})${returns}`;
}
