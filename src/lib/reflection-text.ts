/**
 * Reflection's __toString() of functions, parameters, properties and constants.
 * Source: php-src 8.2 ext/reflection/php_reflection.c (_function_string, _parameter_string, _property_string)
 */
import { type Func, OpArray, type PhpType } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ZEND_BIND_EXPLICIT, ZEND_BIND_IMPLICIT } from '../bytecode/operand-flags.ts';
import {
  ACC_ABSTRACT,
  ACC_CLOSURE,
  ACC_DEPRECATED,
  ACC_FINAL,
  ACC_GENERATOR,
  ACC_PRIVATE,
  ACC_READONLY,
  ACC_RETURN_REFERENCE,
  ACC_STATIC,
} from '../bytecode/type-flags.ts';
import { typeToString } from '../bytecode/type-to-string.ts';
import { evaluateConstant } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName, visibilityString } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { floatToString } from '../value/number-format.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpConstantAst, PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { extensionOf } from './extensions.ts';
import {
  type ConstantRef,
  type FunctionRef,
  isOptional,
  parameterDefault,
  type ParameterRef,
  type PropertyRef,
} from './reflection-data.ts';

/** format_default_value */
export function defaultText(rt: Executor, v: Zval): string {
  if (v === null || v === undefined) return 'NULL';
  if (typeof v === 'boolean') return String(v);
  if (typeof v === 'string') return `'${v}'`;
  if (v instanceof PhpFloat) return floatToString(v.value, 17);
  if (v instanceof PhpArray) {
    const isList = v.isList();
    const parts = [...v.entries()].map(([key, value]) => {
      const shownKey = isList ? '' : `${typeof key === 'string' ? `'${key}'` : key} => `;
      return shownKey + defaultText(rt, value);
    });
    return `[${parts.join(', ')}]`;
  }
  if (v instanceof PhpConstantAst) return rt.constantText?.(v.ast) ?? '<expression>';
  return v instanceof PhpObject ? `Object(${displayName(v.ce.name)})` : String(v);
}

/** `Parameter #0 [ <required> int $a ]` */
export function parameterText(rt: Executor, ref: ParameterRef): string {
  const { arg, position } = ref;
  const type = arg.type === null ? '' : `${typeToString(arg.type)} `;
  let text = `Parameter #${position} [ <${isOptional(ref) ? 'optional' : 'required'}> ${type}`;
  text += `${arg.byRef ? '&' : ''}${arg.variadic ? '...' : ''}$${arg.name}`;
  if (isOptional(ref) && !arg.variadic) text += defaultOf(rt, ref);
  return `${text} ]`;
}

function defaultOf(rt: Executor, ref: ParameterRef): string {
  const { func } = ref.owner;
  if (func.type === 1) return ref.arg.defaultText === null ? '' : ` = ${ref.arg.defaultText}`;
  const value = parameterDefault(func, ref.position);
  return value === undefined ? '' : ` = ${defaultText(rt, value)}`;
}

/** The method of the same name in the parent that this one overrides. */
function overriddenIn(func: Func, ce: ClassEntry | null): ClassEntry | null {
  const parent = ce?.parent ?? null;
  if (parent === null || func.scope !== ce) return null;
  const other = parent.functionTable.get(func.functionName?.toLowerCase() ?? '');
  return other !== undefined && (other.fnFlags & ACC_PRIVATE) === 0 ? other.scope : null;
}

function isInvokeOfClosure(func: Func): boolean {
  return func.type === 1 && func.functionName === '__invoke';
}

/** The extension of an internal function or of a method's class; null when it is in none of PHP's. */
export function memberExtension(rt: Executor, func: Func): string | null {
  // a closure's __invoke is made on the spot and belongs to no extension
  if (isInvokeOfClosure(func)) return null;
  if (func.scope !== null) return extensionOf(rt, 'classes', func.scope.name);
  return extensionOf(rt, 'functions', func.functionName ?? '');
}

function origin(rt: Executor, ref: FunctionRef): string {
  const { func, ce } = ref;
  let text = func.type === 2 ? '<user' : '<internal';
  const extension = func.type === 1 ? memberExtension(rt, func) : null;
  if ((func.fnFlags & ACC_DEPRECATED) !== 0) text += ', deprecated';
  if (extension !== null) text += `:${extension}`;
  if (ce !== null && func.scope !== null) {
    if (func.scope !== ce) text += `, inherits ${displayName(func.scope.name)}`;
    else {
      const over = overriddenIn(func, ce);
      if (over !== null) text += `, overwrites ${displayName(over.name)}`;
    }
  }
  const proto = func.prototype?.scope ?? null;
  if (proto !== null) text += `, prototype ${displayName(proto.name)}`;
  const lc = func.functionName?.toLowerCase();
  if (func.scope !== null && lc === '__construct') text += ', ctor';
  return `${text}> `;
}

function modifiers(func: Func): string {
  let text = '';
  if ((func.fnFlags & ACC_ABSTRACT) !== 0) text += 'abstract ';
  if ((func.fnFlags & ACC_FINAL) !== 0) text += 'final ';
  if ((func.fnFlags & ACC_STATIC) !== 0) text += 'static ';
  if (func.scope === null) return `${text}function `;
  return `${text}${visibilityString(func.fnFlags)} method `;
}

function boundVariables(func: Func, indent: string): string {
  if (!(func instanceof OpArray) || (func.fnFlags & ACC_CLOSURE) === 0) return '';
  const names: string[] = [];
  for (const op of func.opcodes) {
    if (op.opcode !== OP.BIND_STATIC || (op.extendedValue & (ZEND_BIND_IMPLICIT | ZEND_BIND_EXPLICIT)) === 0) continue;
    names.push(func.vars[op.op1 - 5] ?? '');
  }
  if (names.length === 0) return '';
  const lines = names.map((name, i) => `${indent}      Variable #${i} [ $${name} ]\n`);
  return `\n${indent}  - Bound Variables [${names.length}] {\n${lines.join('')}${indent}  }\n`;
}

function returnText(func: Func, indent: string): string {
  if (func.returnType === null) return '';
  const tentative = func.type === 1 && func.tentativeReturn;
  return `  ${indent}- ${tentative ? 'Tentative return' : 'Return'} [ ${typeText(func.returnType)} ]\n`;
}

function typeText(type: PhpType): string {
  return typeToString(type);
}

/** `Function [ <user> function f ] {...}` and `Method [ ... ]`. */
export function* functionText(rt: Executor, ref: FunctionRef, indent: string): NativeCode<string> {
  const { func } = ref;
  let text = func.docComment === null ? '' : `${indent}${func.docComment}\n`;
  const isClosure = (func.fnFlags & ACC_CLOSURE) !== 0;
  text += `${indent}${isClosure ? 'Closure' : func.scope !== null ? 'Method' : 'Function'} [ ${origin(rt, ref)}${modifiers(func)}`;
  if ((func.fnFlags & ACC_RETURN_REFERENCE) !== 0) text += '&';
  text += `${func.functionName ?? ''} ] {\n`;
  if (func instanceof OpArray) text += `${indent}  @@ ${func.fileName} ${func.lineStart} - ${func.lineEnd}\n`;
  const inner = `${indent}  `;
  text += boundVariables(func, indent);
  if (func.type === 1 || func.argInfo.length > 0 || func.returnType !== null) text += parametersText(rt, ref, inner);
  text += returnText(func, indent);
  return `${text}${indent}}\n`;
}

function parametersText(rt: Executor, owner: FunctionRef, indent: string): string {
  const { argInfo } = owner.func;
  if (argInfo.length === 0 && isInvokeOfClosure(owner.func)) return '';
  if (
    argInfo.length === 0 &&
    owner.func.type === 2 &&
    (owner.func.fnFlags & ACC_GENERATOR) !== 0 &&
    owner.func.returnType === null
  )
    return '';
  const lines = argInfo.map(
    (arg, position) => `${indent}  ${parameterText(rt, { kind: 'parameter', owner, arg, position })}\n`,
  );
  return `\n${indent}- Parameters [${argInfo.length}] {\n${lines.join('')}${indent}}\n`;
}

/** `Property [ public int $a = 1 ]` */
export function propertyText(rt: Executor, ref: PropertyRef, indent: string): string {
  const { info, name } = ref;
  if (info === null) return `${indent}Property [ <dynamic> public $${name} ]\n`;
  let text = `${indent}Property [ ${visibilityString(info.flags)} `;
  if ((info.flags & ACC_STATIC) !== 0) text += 'static ';
  if ((info.flags & ACC_READONLY) !== 0) text += 'readonly ';
  if (info.type !== null) text += `${typeToString(info.type)} `;
  text += `$${info.name}`;
  const isStatic = (info.flags & ACC_STATIC) !== 0;
  const declared = info.ce.decl?.properties.find((x) => x.name === info.name);
  const value = isStatic ? declared?.default : (declared?.default ?? ref.ce.defaultProperties[info.slot]);
  if (value !== undefined) text += ` = ${defaultText(rt, value)}`;
  return `${text} ]\n`;
}

/** `Constant [ public int X ] { 1 }`; '' after an exception. */
export function* constantText(rt: Executor, ref: Pick<ConstantRef, 'constant'>, indent: string): NativeCode<string> {
  const { constant } = ref;
  if (!(yield* evaluateConstant(rt, constant, null))) return '';
  const { value } = constant;
  const final = (constant.flags & ACC_FINAL) !== 0 ? 'final ' : '';
  const head = `${indent}Constant [ ${final}${visibilityString(constant.flags)} ${valueType(value)} ${constant.name} ] { `;
  if (value instanceof PhpArray) return `${head}Array }\n`;
  if (value instanceof PhpObject) return `${head}Object }\n`;
  const shown = yield* rt.toStringOf(value);
  return `${head}${shown ?? ''} }\n`;
}

function valueType(v: Zval): string {
  if (v === null || v === undefined) return 'null';
  if (typeof v === 'boolean') return 'bool';
  if (typeof v === 'string') return 'string';
  if (v instanceof PhpFloat) return 'float';
  if (v instanceof PhpArray) return 'array';
  return v instanceof PhpObject ? displayName(v.ce.name) : 'int';
}
