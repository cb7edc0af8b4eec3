/**
 * A method's declaration as text, for "Declaration of ... must be compatible with ...".
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_get_function_declaration)
 */
import type { ArgInfo, Func } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_RETURN_REFERENCE } from '../bytecode/type-flags.ts';
import { formatDouble } from '../value/number-format.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpConstantAst, PhpFloat, type Zval } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import { displayName } from './class-queries.ts';
import { typeTextResolved } from './types.ts';

/** Longest prefix of a string default that is shown. */
const MAX_STRING = 10;

/** What this file needs to know of the compiler's AST nodes. */
interface ConstantNode {
  readonly kind: string;
  readonly value: Zval;
  readonly children: readonly (ConstantNode | null)[];
}

function constantText(node: ConstantNode): string {
  if (node.kind === 'constant') return String(node.value);
  if (node.kind === 'class_const') {
    return `${String(node.children[0]?.value)}::${String(node.children[1]?.value)}`;
  }
  return '<expression>';
}

function defaultText(value: Zval): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return value.length > MAX_STRING ? `'${value.slice(0, MAX_STRING)}...'` : `'${value}'`;
  if (value instanceof PhpArray) return value.count === 0 ? '[]' : '[...]';
  if (value instanceof PhpConstantAst) return constantText(value.ast as ConstantNode);
  if (value instanceof PhpFloat) return formatDouble(value.value, 14, false);
  return String(value);
}

function parameterText(func: Func, arg: ArgInfo, i: number, scope: ClassEntry): string {
  const type = arg.type === null ? '' : `${typeTextResolved(arg.type, scope)} `;
  const text = `${type}${arg.byRef ? '&' : ''}${arg.variadic ? '...' : ''}$${arg.name}`;
  if (i < func.requiredNumArgs || arg.variadic) return text;
  if (func.type === 1) return `${text} = ${arg.defaultText ?? '<default>'}`;
  const recv = func.opcodes.find((op) => op.opcode === OP.RECV_INIT && op.op1 === i + 1);
  return recv === undefined ? `${text} = ` : `${text} = ${defaultText(recv.op2Lit)}`;
}

/** `A::f(int $x = 1, ...$rest): string` with self and parent resolved in `scope`. */
export function functionDeclaration(func: Func, scope: ClassEntry): string {
  const byRef = (func.fnFlags & ACC_RETURN_REFERENCE) !== 0 ? '& ' : '';
  const owner = func.scope === null ? '' : `${displayName(func.scope.name)}::`;
  const params = func.argInfo.map((arg, i) => parameterText(func, arg, i, scope)).join(', ');
  const returns = func.returnType === null ? '' : `: ${typeTextResolved(func.returnType, scope)}`;
  return `${byRef}${owner}${func.functionName ?? ''}(${params})${returns}`;
}
