/**
 * Evaluating constant expressions: defaults, class constants, attributes' arguments, static variables.
 * The compiler leaves a small tree (PhpConstantAst); this is its interpreter. It may autoload and construct objects.
 * Source: php-src Zend/zend_ast.c (zend_ast_evaluate), zend_constants.c (zend_get_constant_ex)
 */
import { internalError } from '../base/assert.ts';
import type { OpArray } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE } from '../bytecode/operand-flags.ts';
import { ACC_ENUM } from '../bytecode/type-flags.ts';
import { getClassConstant } from '../object/class-constants.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { getConstructor } from '../object/methods.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { needsUserToString, toArrayKey, toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { binaryOp } from '../value/operators.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpConstantAst, PhpReference, type Zval } from '../value/zval.ts';
import { findConstant } from './constants.ts';
import type { Executor } from './executor.ts';
import { isNativeIterable, spreadIterator } from './iterate.ts';
import { readDimensionValue } from './dim-read.ts';

/** The shape of a compiled constant expression's node (the compiler's AST, read structurally). */
interface Node {
  readonly kind: string;
  readonly attr: number;
  readonly line: number;
  readonly children: readonly (Node | null)[];
  readonly value: unknown;
}

interface Scope {
  readonly vm: Executor;
  readonly scope: ClassEntry | null;
  readonly opArray: OpArray | null;
}

/** Evaluates a literal or PhpConstantAst; owned result, undefined after an exception. */
export function* evaluateConstantExpression(
  vm: Executor,
  v: Zval,
  scope: ClassEntry | null,
  opArray: OpArray | null,
): NativeCode {
  if (v instanceof PhpConstantAst) return yield* evaluate({ vm, scope, opArray }, v.ast as Node);
  if (v instanceof PhpArray && hasAst(v)) return yield* evaluateElements({ vm, scope, opArray }, v);
  return addRef(v);
}

function hasAst(array: PhpArray): boolean {
  for (const v of array.vals) {
    if (v instanceof PhpConstantAst || (v instanceof PhpArray && hasAst(v))) return true;
  }
  return false;
}

function* evaluateElements(s: Scope, array: PhpArray): NativeCode {
  const out = PhpArray.empty();
  for (const [k, v] of array.entries()) {
    const value = yield* evaluateConstantExpression(s.vm, v, s.scope, s.opArray);
    if (failed(s)) return undefined;
    out.set(k, value);
  }
  return out;
}

function failed(s: Scope): boolean {
  return s.vm.exception !== null;
}

function kid(node: Node, i: number): Node {
  return node.children[i] ?? internalError(`constant expression ${node.kind} lacks child ${i}`);
}

function* evaluate(s: Scope, node: Node): NativeCode {
  switch (node.kind) {
    case 'zval':
      return addRef(node.value as Zval);
    case 'constant':
      return constant(s, node);
    case 'constant_class':
      return s.scope === null ? '' : s.scope.name;
    case 'class_name':
      return className(s, node);
    case 'class_const':
      return yield* classConstant(s, node);
    case 'binary_op':
      return yield* binary(s, node, node.attr, false);
    case 'greater':
      return yield* binary(s, node, OP.IS_SMALLER, true);
    case 'greater_equal':
      return yield* binary(s, node, OP.IS_SMALLER_OR_EQUAL, true);
    case 'unary_op':
    case 'unary_plus':
    case 'unary_minus':
      return yield* unary(s, node);
    case 'and':
    case 'or':
      return yield* shortCircuit(s, node);
    case 'conditional':
      return yield* conditional(s, node);
    case 'coalesce':
      return yield* coalesce(s, node);
    case 'array':
      return yield* array(s, node);
    case 'dim':
      return yield* dimension(s, node);
    case 'new':
      return yield* construct(s, node);
    case 'const_enum_init':
      return yield* enumCase(s, node);
    case 'prop':
    case 'nullsafe_prop':
      return yield* property(s, node);
    default:
      return internalError(`constant expression of kind ${node.kind}`);
  }
}

function constant(s: Scope, node: Node): Zval {
  const name = node.value as string;
  const found = findConstant(s.vm, name, (node.attr & IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE) !== 0);
  if (found !== undefined) return addRef(found);
  s.vm.throwError('Error', `Undefined constant "${name}"`);
  return undefined;
}

/** self::class and parent::class: attr is the fetch type. */
function className(s: Scope, node: Node): Zval {
  if (s.scope === null) {
    s.vm.throwError('Error', 'Cannot use "self" when no class scope is active');
    return undefined;
  }
  if (node.attr === 1) return s.scope.name;
  if (s.scope.parent === null) {
    s.vm.throwError('Error', 'Cannot use "parent" when current class scope has no parent');
    return undefined;
  }
  return s.scope.parent.name;
}

function* resolveClass(s: Scope, name: string): NativeCode<ClassEntry | null> {
  const lower = name.toLowerCase();
  if (lower === 'self' || lower === 'parent' || lower === 'static') {
    if (s.scope === null) return s.vm.throwError('Error', `Cannot access "${lower}" when no class scope is active`);
    if (lower !== 'parent') return s.scope;
    return s.scope.parent ?? s.vm.throwError('Error', 'Cannot access "parent" when current class scope has no parent');
  }
  const ce = yield* s.vm.autoloadClass(name);
  if (ce !== null || failed(s)) return ce;
  return s.vm.throwError('Error', `Class "${name.replace(/^\\/, '')}" not found`);
}

function* classConstant(s: Scope, node: Node): NativeCode {
  const written = kid(node, 0).value as string;
  const ce = yield* resolveClass(s, written);
  if (ce === null) return undefined;
  return addRef(yield* getClassConstant(s.vm, ce, kid(node, 1).value as string, s.scope, written));
}

function* binary(s: Scope, node: Node, opcode: number, swapped: boolean): NativeCode {
  const left = yield* evaluate(s, kid(node, 0));
  if (failed(s)) return undefined;
  const right = yield* evaluate(s, kid(node, 1));
  let result: Zval;
  if (!failed(s)) {
    const a = yield* plain(s, opcode, left);
    const b = yield* plain(s, opcode, right);
    if (!failed(s)) result = swapped ? binaryOp(s.vm, opcode, b, a) : binaryOp(s.vm, opcode, a, b);
  }
  release(s.vm, left);
  release(s.vm, right);
  return failed(s) ? undefined : result;
}

/** Concatenation turns objects into strings by user code. */
function* plain(s: Scope, opcode: number, v: Zval): NativeCode {
  return opcode === OP.CONCAT && needsUserToString(v) ? yield* s.vm.toStringOf(v) : v;
}

function* unary(s: Scope, node: Node): NativeCode {
  const v = yield* evaluate(s, kid(node, 0));
  if (failed(s)) return undefined;
  const factor = node.kind === 'unary_minus' ? -1 : 1;
  const result = node.kind === 'unary_op' ? binaryOp(s.vm, node.attr, v, null) : binaryOp(s.vm, OP.MUL, v, factor);
  release(s.vm, v);
  return failed(s) ? undefined : result;
}

function* truth(s: Scope, node: Node): NativeCode<boolean> {
  const v = yield* evaluate(s, node);
  const result = toBool(v);
  release(s.vm, v);
  return result;
}

function* shortCircuit(s: Scope, node: Node): NativeCode {
  const left = yield* truth(s, kid(node, 0));
  if (failed(s)) return undefined;
  if (left === (node.kind === 'or')) return left;
  return yield* truth(s, kid(node, 1));
}

function* conditional(s: Scope, node: Node): NativeCode {
  const test = yield* evaluate(s, kid(node, 0));
  if (failed(s)) return undefined;
  const middle = node.children[1];
  if (toBool(test)) {
    if (middle === null || middle === undefined) return test;
    release(s.vm, test);
    return yield* evaluate(s, middle);
  }
  release(s.vm, test);
  return yield* evaluate(s, kid(node, 2));
}

function* coalesce(s: Scope, node: Node): NativeCode {
  const left = kid(node, 0);
  const v = left.kind === 'dim' ? yield* dimension(s, left, true) : yield* evaluate(s, left);
  if (failed(s) || (v !== null && v !== undefined)) return v;
  return yield* evaluate(s, kid(node, 1));
}

function* array(s: Scope, node: Node): NativeCode {
  const out = PhpArray.empty();
  for (const element of node.children) {
    if (element === null) continue;
    if (element.kind === 'unpack') yield* unpackInto(s, out, element);
    else yield* addElement(s, out, element);
    if (failed(s)) {
      release(s.vm, out);
      return undefined;
    }
  }
  return out;
}

function* addElement(s: Scope, out: PhpArray, element: Node): NativeCode<void> {
  const keyNode = element.children[1];
  let key: Zval;
  if (keyNode !== null && keyNode !== undefined) {
    key = yield* evaluate(s, keyNode);
    if (failed(s)) return;
  }
  const value = yield* evaluate(s, kid(element, 0));
  if (failed(s)) return;
  if (key === undefined) {
    if (out.append(value)) return;
    s.vm.throwError('Error', 'Cannot add element to the array as the next element is already occupied');
    return;
  }
  const normal = toArrayKey(s.vm, key);
  if (normal === null) release(s.vm, value);
  else out.update(s.vm, normal, value);
}

function* unpackInto(s: Scope, out: PhpArray, element: Node): NativeCode<void> {
  const v = yield* evaluate(s, kid(element, 0));
  if (failed(s)) return;
  if (v instanceof PhpArray) {
    for (const [k, value] of v.entries()) {
      const copy = addRef(value instanceof PhpReference ? value.val : value);
      if (typeof k === 'string') out.update(s.vm, k, copy);
      else if (!out.append(copy)) {
        s.vm.throwError('Error', 'Cannot add element to the array as the next element is already occupied');
        break;
      }
    }
  } else if (isNativeIterable(s.vm, v)) {
    yield* spreadIterator(s.vm, v as PhpObject, out);
  } else {
    s.vm.throwError('Error', 'Only arrays and Traversables can be unpacked');
  }
  release(s.vm, v);
}

function* dimension(s: Scope, node: Node, quiet = false): NativeCode {
  const inner = kid(node, 0);
  const container = quiet && inner.kind === 'dim' ? yield* dimension(s, inner, true) : yield* evaluate(s, inner);
  if (failed(s)) return undefined;
  const offset = yield* evaluate(s, kid(node, 1));
  if (failed(s)) return undefined;
  const result = yield* readDimensionValue(s.vm, container, offset, quiet);
  release(s.vm, container);
  release(s.vm, offset);
  return failed(s) ? undefined : result;
}

function* construct(s: Scope, node: Node): NativeCode {
  const ce = yield* resolveClass(s, kid(node, 0).value as string);
  if (ce === null) return undefined;
  const obj = yield* s.vm.initObject(ce);
  if (obj === null) return undefined;
  const ctor = getConstructor(s.vm, ce, s.scope);
  const args: Zval[] = [];
  let named: PhpArray | null = null;
  for (const arg of kid(node, 1).children) {
    if (arg === null) continue;
    const value = yield* evaluate(s, arg.kind === 'named_arg' ? kid(arg, 1) : arg);
    if (failed(s)) return undefined;
    if (arg.kind !== 'named_arg') args.push(value);
    else {
      named ??= new PhpArray();
      named.set(kid(arg, 0).value as string, value);
    }
  }
  if (ctor !== null && ctor !== undefined) {
    const callable = { func: ctor, object: obj, calledScope: ce, closure: null, magicName: null };
    release(s.vm, yield* call(callable, args, named));
  }
  for (const v of args) release(s.vm, v);
  if (named !== null) release(s.vm, named);
  return failed(s) ? undefined : obj;
}

/** An enum case's object: children are the class name, the case name and the backing value. */
function* enumCase(s: Scope, node: Node): NativeCode {
  const ce = yield* resolveClass(s, kid(node, 0).value as string);
  if (ce === null) return undefined;
  const name = kid(node, 1).value as string;
  const backing = node.children[2];
  const value = backing === null || backing === undefined ? undefined : yield* evaluate(s, backing);
  return failed(s) ? undefined : s.vm.createEnumCase(ce, name, value);
}

function* property(s: Scope, node: Node): NativeCode {
  const obj = yield* evaluate(s, kid(node, 0));
  if (failed(s) || (obj === null && node.kind === 'nullsafe_prop')) return obj;
  const name = yield* evaluate(s, kid(node, 1));
  if (failed(s)) return undefined;
  if (!(obj instanceof PhpObject) || (obj.ce.flags & ACC_ENUM) === 0) {
    s.vm.throwError('Error', 'Fetching properties on non-enums in constant expressions is not allowed');
    return undefined;
  }
  const value = yield* s.vm.readProperty(obj, name as string, s.scope);
  release(s.vm, obj);
  return value;
}
