/**
 * ReflectionMethod.
 * Source: php-src 8.2 ext/reflection/php_reflection.c
 */
import type { Func } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_FINAL,
  ACC_HAS_RETURN_TYPE,
  ACC_PRIVATE,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_RETURN_REFERENCE,
  ACC_STATIC,
  ACC_VARIADIC,
} from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { closureCallable, closureData, createFakeClosure } from '../object/closure.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { callWithArray, packArguments } from './reflection-attribute.ts';
import {
  classByName,
  fail,
  type FunctionRef,
  initFunction,
  makeClass,
  makeMethod,
  reflectionHandlers,
  refOf,
} from './reflection-data.ts';
import { plain, stringProperty } from './reflection-function.ts';
import { functionText } from './reflection-text.ts';
import { argumentException, constants } from './spl-util.ts';

function flagMethod(name: string, doc: string, flag: number): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: ['bool'],
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'function');
      return ref === null ? null : (ref.func.fnFlags & flag) !== 0;
    },
  });
}

function methodTitle(ref: FunctionRef): string {
  return `${displayName((ref.func.scope ?? ref.ce)?.name ?? '')}::${ref.func.functionName ?? ''}()`;
}

/** reflection_method_invoke; `args` are borrowed. */
function* invoke(rt: Executor, self: PhpObject, object: PhpObject | null, args: PhpArray): NativeCode {
  const ref = refOf(rt, self, 'function');
  if (ref === null) return null;
  const { func } = ref;
  if ((func.fnFlags & ACC_ABSTRACT) !== 0) return fail(rt, `Trying to invoke abstract method ${methodTitle(ref)}`);
  let target: Callable;
  if ((func.fnFlags & ACC_STATIC) !== 0) {
    target = { func, object: null, calledScope: ref.ce ?? func.scope, closure: null, magicName: null };
  } else {
    if (object === null) return fail(rt, `Trying to invoke non static method ${methodTitle(ref)} without an object`);
    if (func.scope !== null && !instanceOf(object.ce, func.scope) && closureData(object) === null) {
      return fail(rt, 'Given object is not an instance of the class this method was declared in');
    }
    const closure = func.functionName?.toLowerCase() === '__invoke' ? closureCallable(object) : null;
    target = closure ?? { func, object, calledScope: object.ce, closure: null, magicName: null };
  }
  return plain(rt, yield* callWithArray(rt, target, args));
}

/** Finds a method of a class, or the __invoke of a Closure object; null when there is none. */
export function methodOf(ce: ClassEntry, object: PhpObject | null, name: string): Func | null {
  const lc = name.toLowerCase();
  if (lc === '__invoke' && object !== null) {
    const data = closureData(object);
    if (data !== null) return invokeMethod(data.func, ce);
  }
  return ce.functionTable.get(lc) ?? null;
}

/** A closure's function as its __invoke method. */
function invokeMethod(func: Func, ce: ClassEntry): Func {
  const kept = func.fnFlags & (ACC_RETURN_REFERENCE | ACC_VARIADIC | ACC_HAS_RETURN_TYPE);
  return {
    type: 1,
    functionName: '__invoke',
    fnFlags: kept | ACC_PUBLIC,
    scope: ce,
    prototype: null,
    numArgs: func.numArgs,
    requiredNumArgs: func.requiredNumArgs,
    argInfo: func.argInfo,
    returnType: func.returnType,
    attributes: null,
    takesReferences: func.takesReferences,
    docComment: null,
    tentativeReturn: false,
  };
}

const MODIFIERS = ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE | ACC_STATIC | ACC_ABSTRACT | ACC_FINAL;

/** The arguments of ReflectionMethod::__construct as class (or object) and method name; null after an exception. */
function splitArguments(
  rt: Executor,
  first: PhpObject | string,
  second: string | null,
): { owner: PhpObject | string; name: string } | null {
  if (first instanceof PhpObject) {
    if (second === null) {
      return rt.argumentValueError(2, 'cannot be null when argument #1 ($objectOrMethod) is an object');
    }
    return { owner: first, name: second };
  }
  if (second !== null) return { owner: first, name: second };
  const at = first.indexOf('::');
  if (at < 0) return argumentException(rt, 'ReflectionException', 1, 'must be a valid method name');
  return { owner: first.slice(0, at), name: first.slice(at + 2) };
}

const methods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Looks at a method.',
    params: [p.union('objectOrMethod', ['object', 'string']), p.nullable(p.string('method'), { default: null })],
    returns: null,
    *impl(rt, self, objectOrMethod, name) {
      const parts = splitArguments(rt, objectOrMethod, name);
      if (parts === null) return null;
      const object = parts.owner instanceof PhpObject ? parts.owner : null;
      const ce = parts.owner instanceof PhpObject ? parts.owner.ce : yield* classByName(rt, parts.owner);
      if (ce === null) return null;
      const func = methodOf(ce, object, parts.name);
      if (func === null) return fail(rt, `Method ${displayName(ce.name)}::${parts.name}() does not exist`);
      const isInvoke = object !== null && closureData(object) !== null && func.functionName === '__invoke';
      initFunction(rt, self, func, ce, isInvoke ? object : null);
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
  flagMethod('isPublic', 'Is it public?', ACC_PUBLIC),
  flagMethod('isPrivate', 'Is it private?', ACC_PRIVATE),
  flagMethod('isProtected', 'Is it protected?', ACC_PROTECTED),
  flagMethod('isAbstract', 'Is it abstract?', ACC_ABSTRACT),
  flagMethod('isFinal', 'Is it final?', ACC_FINAL),
  method({
    name: 'isConstructor',
    doc: 'Is it the constructor?',
    params: [],
    returns: ['bool'],
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'function');
      if (ref === null) return null;
      const ctor = ref.ce?.magic.constructor_ ?? null;
      return ctor !== null && ref.func.functionName?.toLowerCase() === '__construct' && ctor.scope === ref.func.scope;
    },
  }),
  method({
    name: 'isDestructor',
    doc: 'Is it the destructor?',
    params: [],
    returns: ['bool'],
    impl: (rt, self) => refOf(rt, self, 'function')?.func.functionName?.toLowerCase() === '__destruct',
  }),
  method({
    name: 'getClosure',
    doc: 'It as a closure.',
    params: [p.nullable(p.object('object'), { default: null })],
    returns: ['Closure'],
    impl: (rt, self, object) => {
      const ref = refOf(rt, self, 'function');
      if (ref === null) return null;
      const { func } = ref;
      if ((func.fnFlags & ACC_STATIC) !== 0) {
        return createFakeClosure(rt, { func, object: null, calledScope: func.scope, closure: null, magicName: null });
      }
      if (object === null) return rt.argumentValueError(1, 'must be provided for instance methods');
      if (func.scope !== null && !instanceOf(object.ce, func.scope)) {
        return fail(rt, 'Given object is not an instance of the class this method was declared in');
      }
      if (closureData(object) !== null && func.functionName === '__invoke') return addRef(object);
      return createFakeClosure(rt, { func, object, calledScope: object.ce, closure: null, magicName: null });
    },
  }),
  method({
    name: 'getModifiers',
    doc: 'The modifiers as IS_* numbers.',
    params: [],
    returns: ['int'],
    impl: (rt, self) => (refOf(rt, self, 'function')?.func.fnFlags ?? 0) & MODIFIERS,
  }),
  method({
    name: 'invoke',
    doc: 'Calls it.',
    params: [p.nullable(p.object('object'), { default: null }), p.rest(p.mixed('args'))],
    returns: ['mixed'],
    *impl(rt, self, object, args) {
      const list = packArguments(rt, args);
      try {
        return yield* invoke(rt, self, object, list);
      } finally {
        release(rt, list);
      }
    },
  }),
  method({
    name: 'invokeArgs',
    doc: 'Calls it with an array of arguments.',
    params: [p.nullable(p.object('object'), { default: null }), p.array('args', { default: new PhpArray() })],
    returns: ['mixed'],
    impl: (rt, self, object, args) => invoke(rt, self, object, args),
  }),
  method({
    name: 'getDeclaringClass',
    doc: 'The class that declares it.',
    params: [],
    returns: ['ReflectionClass'],
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'function');
      const ce = ref?.func.scope ?? ref?.ce ?? null;
      return ce === null ? null : makeClass(rt, ce);
    },
  }),
  method({
    name: 'getPrototype',
    doc: 'The method that it overrides.',
    params: [],
    returns: ['ReflectionMethod'],
    impl: (rt, self) => {
      const ref = refOf(rt, self, 'function');
      if (ref === null) return null;
      const proto = ref.func.prototype;
      if (proto === null || proto.scope === null) {
        return fail(
          rt,
          `Method ${displayName((ref.ce ?? ref.func.scope)?.name ?? '')}::${ref.func.functionName ?? ''} does not have a prototype`,
        );
      }
      return makeMethod(rt, proto.scope, proto);
    },
  }),
  method({
    name: 'hasPrototype',
    doc: 'Does it override a method?',
    params: [],
    returns: ['bool'],
    tentative: false,
    impl: (rt, self) => (refOf(rt, self, 'function')?.func.prototype ?? null) !== null,
  }),
  method({
    name: 'setAccessible',
    doc: 'Does nothing: all methods are accessible.',
    params: [p.bool('accessible')],
    returns: ['void'],
    impl: () => null,
  }),
];

export const methodClass: ClassDef<MethodDef> = {
  name: 'ReflectionMethod',
  parent: 'ReflectionFunctionAbstract',
  constants: constants({ IS_STATIC: 16, IS_PUBLIC: 1, IS_PROTECTED: 2, IS_PRIVATE: 4, IS_ABSTRACT: 64, IS_FINAL: 32 }),
  properties: [stringProperty('class')],
  methods,
  handlers: reflectionHandlers,
};
