/**
 * ReflectionParameter.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import { ACC_CLOSURE, MAY_BE_ARRAY, MAY_BE_CALLABLE, MAY_BE_NULL } from '../bytecode/type-flags.ts';
import { TYPE_PURE_MASK } from '../bytecode/type-to-string.ts';
import type { ClassDef } from '../object/class-def.ts';
import { closureData } from '../object/closure.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { deref, PhpConstantAst, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { attributeParams, reflectAttributes, TARGET_PARAMETER } from './reflection-attribute.ts';
import {
  classByName,
  fail,
  type FunctionRef,
  initParameter,
  isOptional,
  makeClass,
  makeFunction,
  makeMethod,
  makeType,
  parameterDefault,
  type ParameterRef,
  reflectionHandlers,
  refOf,
} from './reflection-data.ts';
import { stringProperty } from './reflection-function.ts';
import { methodOf } from './reflection-method.ts';
import { parameterText } from './reflection-text.ts';
import { cloneMethod } from './reflection-type.ts';

function getter(
  name: string,
  doc: string,
  returns: readonly string[],
  get: (ref: ParameterRef, rt: Executor) => Zval | NativeCode,
  more: { tentative?: boolean; deprecated?: boolean } = {},
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    ...more,
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'parameter');
      return ref === null ? null : get(ref, rt);
    },
  });
}

/** The function that the first constructor argument names; null after an exception. */
function* functionOf(rt: Executor, target: Zval): NativeCode<FunctionRef | null> {
  if (typeof target === 'string') {
    const func = rt.functionTable.get(target.replace(/^\\/, '').toLowerCase());
    if (func === undefined) return fail(rt, `Function ${target.replace(/^\\/, '')}() does not exist`);
    return { kind: 'function', func, ce: null, closure: null };
  }
  if (target instanceof PhpObject) {
    const data = closureData(target);
    const func = data?.func ?? target.ce.functionTable.get('__invoke');
    if (func === undefined) return fail(rt, `Method ${target.ce.name}::__invoke() does not exist`);
    return { kind: 'function', func, ce: data === null ? target.ce : null, closure: data === null ? null : target };
  }
  if (target instanceof PhpArray) {
    const owner = deref(target.getInt(0));
    const name = deref(target.getInt(1));
    if (owner === undefined || name === undefined)
      return fail(rt, 'Expected array($object, $method) or array($classname, $method)');
    const ce = owner instanceof PhpObject ? owner.ce : yield* classByName(rt, String(owner));
    if (ce === null) return null;
    const func = methodOf(ce, owner instanceof PhpObject ? owner : null, String(name));
    if (func === null) return fail(rt, `Method ${ce.name}::${String(name)}() does not exist`);
    return { kind: 'function', func, ce, closure: null };
  }
  return rt.argumentTypeError(1, 'must be a string, an array(class, method), or a callable object, ' + 'int given');
}

/** The AST of a default that is a constant; null otherwise. */
function constantName(v: Zval): string | null {
  if (!(v instanceof PhpConstantAst)) return null;
  const ast = v.ast as { kind: string; value: unknown; children: readonly ({ value: unknown } | null)[] };
  if (ast.kind === 'constant') return String(ast.value);
  if (ast.kind === 'constant_class') return '__CLASS__';
  if (ast.kind === 'class_const') return `${String(ast.children[0]?.value)}::${String(ast.children[1]?.value)}`;
  return null;
}

/** The constant behind an internal function's default text. */
function internalConstant(ref: ParameterRef): string | null {
  const text = ref.arg.defaultText;
  if (text === null || !/^[A-Za-z_\\][\w\\]*(::\w+)?$/.test(text) || /^(null|true|false)$/i.test(text)) return null;
  return text;
}

function defaultOf(ref: ParameterRef): Zval {
  return parameterDefault(ref.owner.func, ref.position);
}

function isClosureFunction(ref: ParameterRef): boolean {
  return (ref.owner.func.fnFlags & ACC_CLOSURE) !== 0;
}

const methods: readonly MethodDef[] = [
  cloneMethod,
  method({
    name: '__construct',
    doc: 'Looks at a parameter by name or number.',
    params: [p.untyped('function'), p.union('param', ['int', 'string'])],
    returns: null,
    *impl(rt, self, target, param) {
      const ref = yield* functionOf(rt, target);
      if (ref === null) return null;
      const position = typeof param === 'number' ? param : ref.func.argInfo.findIndex((arg) => arg.name === param);
      if (position < 0 || position >= ref.func.argInfo.length) {
        return fail(
          rt,
          `The parameter specified by its ${typeof param === 'number' ? 'offset' : 'name'} could not be found`,
        );
      }
      initParameter(rt, self, ref, position);
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
      const ref = refOf(rt, self, 'parameter');
      return ref === null ? null : parameterText(rt, ref);
    },
  }),
  getter('getName', 'Its name.', ['string'], ({ arg }) => arg.name),
  getter('isPassedByReference', 'Is it by reference?', ['bool'], ({ arg }) => arg.byRef),
  getter('canBePassedByValue', 'Can it be by value?', ['bool'], ({ arg }) => !arg.byRef || arg.preferRef),
  getter('getDeclaringFunction', 'The function.', ['ReflectionFunctionAbstract'], (ref, rt) => {
    const { func, ce, closure } = ref.owner;
    return func.scope === null || isClosureFunction(ref)
      ? makeFunction(rt, func, closure)
      : makeMethod(rt, ce ?? func.scope, func, closure);
  }),
  getter('getDeclaringClass', 'The class that declares the method.', ['ReflectionClass', 'null'], ({ owner }, rt) =>
    owner.func.scope === null ? null : makeClass(rt, owner.func.scope),
  ),
  getter('getClass', 'The class of its type.', ['ReflectionClass', 'null'], (ref, rt) => typeClass(ref, rt), {
    deprecated: true,
  }),
  getter('hasType', 'Has it a type?', ['bool'], ({ arg }) => arg.type !== null),
  getter('getType', 'Its type.', ['ReflectionType', 'null'], ({ arg }, rt) =>
    arg.type === null ? null : makeType(rt, arg.type),
  ),
  getter('isArray', 'Is its type array?', ['bool'], ({ arg }) => onlyMask(arg.type, MAY_BE_ARRAY), {
    deprecated: true,
  }),
  getter('isCallable', 'Is its type callable?', ['bool'], ({ arg }) => onlyMask(arg.type, MAY_BE_CALLABLE), {
    deprecated: true,
  }),
  getter(
    'allowsNull',
    'Does it take null?',
    ['bool'],
    ({ arg }) => arg.type === null || (arg.type.mask & MAY_BE_NULL) !== 0,
  ),
  getter('getPosition', 'Its number, from 0.', ['int'], ({ position }) => position),
  getter('isOptional', 'Can it be left out?', ['bool'], (ref) => isOptional(ref)),
  getter('isDefaultValueAvailable', 'Has it a default?', ['bool'], (ref) => hasDefault(ref)),
  getter('getDefaultValue', 'The default.', ['mixed'], function* (ref, rt) {
    if (!hasDefault(ref)) return fail(rt, 'Internal error: Failed to retrieve the default value');
    return yield* rt.evalConstant(
      defaultOf(ref),
      ref.owner.func.scope,
      ref.owner.func.type === 2 ? ref.owner.func : null,
    );
  }),
  getter('isDefaultValueConstant', 'Is the default a constant?', ['bool'], (ref, rt) => {
    if (!hasDefault(ref)) return fail(rt, 'Internal error: Failed to retrieve the default value');
    return (ref.owner.func.type === 1 ? internalConstant(ref) : constantName(defaultOf(ref))) !== null;
  }),
  getter(
    'getDefaultValueConstantName',
    'The name of the constant that is the default.',
    ['string', 'null'],
    (ref, rt) => {
      if (!hasDefault(ref)) return fail(rt, 'Internal error: Failed to retrieve the default value');
      return ref.owner.func.type === 1 ? internalConstant(ref) : constantName(defaultOf(ref));
    },
  ),
  getter('isVariadic', 'Does it take the rest?', ['bool'], ({ arg }) => arg.variadic),
  getter('isPromoted', 'Is it a promoted property?', ['bool'], ({ arg }) => arg.promoted, { tentative: false }),
  method({
    name: 'getAttributes',
    doc: 'The attributes.',
    params: attributeParams,
    returns: ['array'],
    tentative: false,
    *impl(rt, self, name, flags) {
      const ref = refOf(rt, self, 'parameter');
      if (ref === null) return null;
      const { func } = ref.owner;
      return yield* reflectAttributes(rt, func.attributes, ref.position + 1, func.scope, TARGET_PARAMETER, name, flags);
    },
  }),
];

function hasDefault(ref: ParameterRef): boolean {
  if (ref.owner.func.type === 1) return ref.arg.defaultText !== null && ref.arg.defaultText !== '<default>';
  return defaultOf(ref) !== undefined;
}

function onlyMask(type: ParameterRef['arg']['type'], mask: number): boolean {
  return type !== null && type.classes.length === 0 && (type.mask & TYPE_PURE_MASK & ~MAY_BE_NULL) === mask;
}

function* typeClass(ref: ParameterRef, rt: Executor): NativeCode {
  const name = ref.arg.type?.classes[0];
  if (typeof name !== 'string') return null;
  const scope = ref.owner.func.scope;
  const lc = name.toLowerCase();
  if (lc === 'self' || lc === 'parent') {
    if (scope === null) return fail(rt, `Parameter uses "${lc}" as type but function is not a class member`);
    const ce = lc === 'self' ? scope : scope.parent;
    return ce === null
      ? fail(rt, 'Parameter uses "parent" as type although class does not have a parent')
      : makeClass(rt, ce);
  }
  const ce = yield* classByName(rt, name);
  return ce === null ? null : makeClass(rt, ce);
}

export const parameterClass: ClassDef<MethodDef> = {
  name: 'ReflectionParameter',
  interfaces: ['Reflector'],
  properties: [stringProperty('name')],
  methods,
  handlers: reflectionHandlers,
};
