/**
 * ReflectionFunctionAbstract and ReflectionFunction.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import { type Func, OpArray } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ZEND_BIND_EXPLICIT, ZEND_BIND_IMPLICIT } from '../bytecode/operand-flags.ts';
import {
  ACC_CLOSURE,
  ACC_DEPRECATED,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FAKE_CLOSURE,
  ACC_GENERATOR,
  ACC_RETURN_REFERENCE,
  ACC_STATIC,
  ACC_VARIADIC,
  MAY_BE_STRING,
} from '../bytecode/type-flags.ts';
import type { ClassDef, PropertyDef } from '../object/class-def.ts';
import { closureCallable, closureData, createFakeClosure } from '../object/closure.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, PhpConstantAst, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { staticVarsOf } from '../vm/handlers/bind.ts';
import { type MethodDef, method, p } from './define.ts';
import {
  attributeParams,
  callWithArray,
  reflectAttributes,
  TARGET_FUNCTION,
  TARGET_METHOD,
} from './reflection-attribute.ts';
import {
  fail,
  type FunctionRef,
  initFunction,
  listOf,
  makeClass,
  makeParameter,
  makeType,
  reflectionHandlers,
  refOf,
} from './reflection-data.ts';
import { makeExtension } from './extension-object.ts';
import { functionText, memberExtension } from './reflection-text.ts';
import { cloneMethod } from './reflection-type.ts';
import { constants } from './spl-util.ts';

/** `public string $name;` and `$class` of the Reflection classes. */
export function stringProperty(name: string): PropertyDef {
  return { name, flags: 0, type: { mask: MAY_BE_STRING, classes: [] }, default: undefined };
}

/** A method without parameters that looks at the function. */
function getter(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (ref: FunctionRef, rt: Executor) => Zval,
  tentative = true,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative,
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'function');
      return ref === null ? null : get(ref, rt);
    },
  });
}

function hasFlag(name: string, doc: string, flag: number, tentative = true): MethodDef {
  return getter(name, doc, ['bool'], ({ func }) => (func.fnFlags & flag) !== 0, tentative);
}

function nameOf(func: Func): string {
  return func.functionName ?? '';
}

/** Splits `A\B\c`. */
export function splitName(name: string): { namespace: string; short: string } {
  const at = name.lastIndexOf('\\');
  return at <= 0 ? { namespace: '', short: name } : { namespace: name.slice(0, at), short: name.slice(at + 1) };
}

/** The static variables of a function, evaluated. Owned; null after an exception. */
function* staticVariables(rt: Executor, func: Func, only: ReadonlySet<string> | null): NativeCode<PhpArray | null> {
  const out = new PhpArray();
  if (!(func instanceof OpArray) || func.staticVars === null) return out;
  const table = staticVarsOf(func);
  for (const [name, held] of [...table]) {
    if (held === undefined || (only !== null && !only.has(name))) continue;
    let value: Zval = held;
    if (deref(held) instanceof PhpConstantAst) {
      value = yield* rt.evalConstant(deref(held), func.scope, func);
      if (rt.exception !== null) return null;
      table.set(name, value);
    }
    out.setStr(name, addRef(value instanceof PhpReference && value.rc === 1 ? value.val : value) ?? null);
  }
  return out;
}

/** The names that a closure takes from outside. */
function usedVariables(func: Func): Set<string> {
  const names = new Set<string>();
  if (!(func instanceof OpArray)) return names;
  for (const op of func.opcodes) {
    if (op.opcode !== OP.BIND_STATIC || (op.extendedValue & (ZEND_BIND_IMPLICIT | ZEND_BIND_EXPLICIT)) === 0) continue;
    const name = func.vars[op.op1 - 5];
    if (name !== undefined) names.add(name);
  }
  return names;
}

const closureMethods: readonly MethodDef[] = [
  getter('getClosureThis', 'What $this is in the closure.', ['object', 'null'], ({ closure }) =>
    addRef(closure === null ? null : (closureData(closure)?.thisObj ?? null)),
  ),
  getter('getClosureScopeClass', 'The class scope of the closure.', ['ReflectionClass', 'null'], ({ closure }, rt) => {
    const scope = closure === null ? null : (closureData(closure)?.func.scope ?? null);
    return scope === null ? null : makeClass(rt, scope);
  }),
  getter(
    'getClosureCalledClass',
    'What static:: is in the closure.',
    ['ReflectionClass', 'null'],
    ({ closure }, rt) => {
      const data = closure === null ? null : closureData(closure);
      const scope = data?.calledScope ?? data?.thisObj?.ce ?? data?.func.scope ?? null;
      return scope === null ? null : makeClass(rt, scope);
    },
  ),
  method({
    name: 'getClosureUsedVariables',
    doc: 'The variables that the closure takes from outside.',
    params: [],
    returns: ['array'],
    tentative: false,
    *impl(rt, self) {
      const ref = refOf(rt, self, 'function');
      if (ref === null) return null;
      return ref.closure === null ? new PhpArray() : yield* staticVariables(rt, ref.func, usedVariables(ref.func));
    },
  }),
];

const abstractMethods: readonly MethodDef[] = [
  cloneMethod,
  getter('inNamespace', 'Is it in a namespace?', ['bool'], ({ func }) => splitName(nameOf(func)).namespace !== ''),
  hasFlag('isClosure', 'Is it a closure?', ACC_CLOSURE),
  getter('getExtension', 'The extension it belongs to.', ['ReflectionExtension', 'null'], ({ func }, rt) => {
    const extension = func.type === 1 ? memberExtension(rt, func) : null;
    return extension === null ? null : makeExtension(rt, extension);
  }),
  getter('getExtensionName', 'The name of the extension it belongs to.', ['string', 'false'], ({ func }, rt) =>
    func.type === 1 ? (memberExtension(rt, func) ?? false) : false,
  ),
  hasFlag('isDeprecated', 'Is it deprecated?', ACC_DEPRECATED),
  getter('isInternal', 'Is it built in?', ['bool'], ({ func }) => func.type === 1),
  getter('isUserDefined', 'Is it written in PHP?', ['bool'], ({ func }) => func.type === 2),
  hasFlag('isGenerator', 'Does it yield?', ACC_GENERATOR),
  hasFlag('isVariadic', 'Does it take any number of arguments?', ACC_VARIADIC),
  hasFlag('isStatic', 'Is it static?', ACC_STATIC),
  ...closureMethods,
  getter('getDocComment', 'The comment before it.', ['string', 'false'], ({ func }) => func.docComment ?? false),
  getter('getEndLine', 'Its last line.', ['int', 'false'], ({ func }) =>
    func instanceof OpArray ? func.lineEnd : false,
  ),
  getter('getFileName', 'The file it stands in.', ['string', 'false'], ({ func }) =>
    func instanceof OpArray ? func.fileName : false,
  ),
  getter('getName', 'Its name.', ['string'], ({ func }) => nameOf(func)),
  getter('getNamespaceName', 'Its namespace.', ['string'], ({ func }) => splitName(nameOf(func)).namespace),
  getter('getNumberOfParameters', 'How many parameters.', ['int'], ({ func }) => func.argInfo.length),
  getter('getNumberOfRequiredParameters', 'How many required parameters.', ['int'], ({ func }) => func.requiredNumArgs),
  getter('getParameters', 'The parameters.', ['array'], (ref, rt) =>
    listOf(ref.func.argInfo.map((_, i) => makeParameter(rt, ref, i))),
  ),
  getter('getShortName', 'Its name without namespace.', ['string'], ({ func }) => splitName(nameOf(func)).short),
  getter('getStartLine', 'Its first line.', ['int', 'false'], ({ func }) =>
    func instanceof OpArray ? func.lineStart : false,
  ),
  method({
    name: 'getStaticVariables',
    doc: 'Its static variables.',
    params: [],
    returns: ['array'],
    *impl(rt, self) {
      const ref = refOf(rt, self, 'function');
      return ref === null ? null : yield* staticVariables(rt, ref.func, null);
    },
  }),
  hasFlag('returnsReference', 'Does it return by reference?', ACC_RETURN_REFERENCE),
  getter(
    'hasReturnType',
    'Has it a return type?',
    ['bool'],
    ({ func }) => func.returnType !== null && !isTentative(func),
  ),
  getter('getReturnType', 'The return type.', ['ReflectionType', 'null'], ({ func }, rt) =>
    func.returnType === null || isTentative(func) ? null : makeType(rt, func.returnType),
  ),
  getter(
    'hasTentativeReturnType',
    'Has it a tentative return type?',
    ['bool'],
    ({ func }) => func.returnType !== null && isTentative(func),
    false,
  ),
  getter(
    'getTentativeReturnType',
    'The tentative return type.',
    ['ReflectionType', 'null'],
    ({ func }, rt) => (func.returnType === null || !isTentative(func) ? null : makeType(rt, func.returnType)),
    false,
  ),
  method({
    name: 'getAttributes',
    doc: 'The attributes.',
    params: attributeParams,
    returns: ['array'],
    tentative: false,
    *impl(rt, self, name, flags) {
      const ref = refOf(rt, self, 'function');
      if (ref === null) return null;
      const target =
        ref.func.scope !== null && (ref.func.fnFlags & ACC_CLOSURE) === 0 ? TARGET_METHOD : TARGET_FUNCTION;
      return yield* reflectAttributes(rt, ref.func.attributes, 0, ref.func.scope, target, name, flags);
    },
  }),
];

/** A return type that a child may leave out. */
export function isTentative(func: Func): boolean {
  return func.type === 1 && func.tentativeReturn;
}

function callableOf(ref: FunctionRef): Callable {
  const own = ref.closure === null ? null : closureCallable(ref.closure);
  return own ?? { func: ref.func, object: null, calledScope: null, closure: null, magicName: null };
}

const functionMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Looks at a function by name or at a closure.',
    params: [p.union('function', ['object', 'string'])],
    returns: null,
    impl: (rt, self, fn) => {
      if (fn instanceof PhpObject) {
        const data = closureData(fn);
        if (data === null) {
          return rt.argumentTypeError(1, `must be of type Closure|string, ${fn.ce.name} given`);
        }
        initFunction(rt, self, data.func, null, fn);
        return null;
      }
      const func = rt.functionTable.get(fn.replace(/^\\/, '').toLowerCase());
      if (func === undefined) return fail(rt, `Function ${fn.replace(/^\\/, '')}() does not exist`);
      initFunction(rt, self, func, null, null);
      return null;
    },
  }),
  method({
    name: '__toString',
    doc: 'A description.',
    params: [],
    returns: ['string'],
    tentative: false,
    *impl(rt, self) {
      const ref = refOf(rt, self, 'function');
      return ref === null ? null : yield* functionText(rt, ref, '');
    },
  }),
  getter(
    'isAnonymous',
    'Is it a closure without a name?',
    ['bool'],
    ({ func }) => (func.fnFlags & (ACC_CLOSURE | ACC_FAKE_CLOSURE)) === ACC_CLOSURE,
    false,
  ),
  method({ name: 'isDisabled', doc: 'False.', params: [], returns: ['bool'], deprecated: true, impl: () => false }),
  method({
    name: 'invoke',
    doc: 'Calls it.',
    params: [p.rest(p.mixed('args'))],
    returns: ['mixed'],
    *impl(rt, self, args) {
      const ref = refOf(rt, self, 'function');
      return ref === null
        ? null
        : plain(rt, yield* call(callableOf(ref), args, rt.currentExecuteData?.extraNamedParams ?? null));
    },
  }),
  method({
    name: 'invokeArgs',
    doc: 'Calls it with an array of arguments.',
    params: [p.array('args')],
    returns: ['mixed'],
    *impl(rt, self, args) {
      const ref = refOf(rt, self, 'function');
      return ref === null ? null : plain(rt, yield* callWithArray(rt, callableOf(ref), args));
    },
  }),
  method({
    name: 'getClosure',
    doc: 'It as a closure.',
    params: [],
    returns: ['Closure'],
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'function');
      if (ref === null) return null;
      return ref.closure !== null ? addRef(ref.closure) : createFakeClosure(rt, callableOf(ref));
    },
  }),
];

/** An owned result without its reference. */
export function plain(rt: Executor, v: Zval): Zval {
  if (!(v instanceof PhpReference)) return v;
  const inner = addRef(v.val);
  rt.releaseValue(v);
  return inner;
}

export const functionClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'ReflectionFunctionAbstract',
    interfaces: ['Reflector'],
    flags: ACC_EXPLICIT_ABSTRACT_CLASS,
    properties: [stringProperty('name')],
    methods: abstractMethods,
    handlers: reflectionHandlers,
  },
  {
    name: 'ReflectionFunction',
    parent: 'ReflectionFunctionAbstract',
    constants: constants({ IS_DEPRECATED: 2048 }),
    methods: functionMethods,
  },
];
