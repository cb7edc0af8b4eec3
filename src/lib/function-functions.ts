/**
 * Functions about functions and the running request.
 * Source: php-src ext/standard/basic_functions.c, Zend/zend_builtin_functions.c
 */
import { LEFT, call, WAIT } from '../object/native-code.ts';
import { callableName } from '../object/callable.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { frameArguments } from '../vm/backtrace.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import { DirectCallback } from '../vm/direct-callback.ts';
import type { Executor } from '../vm/executor.ts';
import { unwrapOwned } from '../vm/operands.ts';
import { PhpReference } from '../value/zval.ts';
import { calledDirectly } from './array-variables.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** The user function that called the running builtin; null when it was called from the top level. */
function callingFunction(rt: Executor): ExecuteData | null {
  const caller = rt.currentExecuteData?.prev ?? null;
  return caller !== null && caller.func.type === 2 && caller.func.functionName !== null ? caller : null;
}

function notInGlobalScope(rt: Executor, name: string): null {
  return rt.throwError('Error', `${name}() cannot be called from the global scope`);
}

/** Whether the running builtin was called inside a class; an Error if not. */
function hasScope(rt: Executor): boolean {
  if (rt.executedScope() !== null) return true;
  const name = rt.currentExecuteData?.func.functionName ?? '';
  rt.throwError('Error', `Cannot call ${name}() when no class scope is active`);
  return false;
}

/** The value a call gave, references unwrapped. */
function plainResult(rt: Executor, v: Zval): Zval {
  return v instanceof PhpReference ? unwrapOwned(rt, v) : v;
}

export const functionFunctions: readonly FunctionDef[] = [
  fn({
    name: 'call_user_func',
    doc: 'Calls a callback with the given arguments.',
    params: [p.callable('callback'), p.rest(p.mixed('args'))],
    returns: ['mixed'],
    atOnce: true,
    *impl(rt, callback, args) {
      const named = rt.currentExecuteData?.extraNamedParams ?? null;
      if (named !== null) return plainResult(rt, yield* call(callback, args, named));
      const result = new DirectCallback(rt, callback).call(args);
      return plainResult(rt, result === LEFT ? yield WAIT : result);
    },
  }),
  fn({
    name: 'call_user_func_array',
    doc: 'Calls a callback with an array of arguments; string keys name parameters.',
    params: [p.callable('callback'), p.array('args')],
    returns: ['mixed'],
    atOnce: true,
    *impl(rt, callback, args) {
      const list: Zval[] = [];
      let named: PhpArray | null = null;
      for (const [key, v] of args.entries()) {
        if (typeof key === 'string') {
          named ??= new PhpArray();
          named.set(key, addRef(v));
        } else if (named !== null) {
          return rt.throwError('Error', 'Cannot use positional argument after named argument');
        } else list.push(v);
      }
      if (named === null) {
        const result = new DirectCallback(rt, callback).call(list);
        return plainResult(rt, result === LEFT ? yield WAIT : result);
      }
      try {
        return plainResult(rt, yield* call(callback, list, named));
      } finally {
        rt.releaseValue(named);
      }
    },
  }),
  fn({
    name: 'forward_static_call',
    doc: 'Calls a callback with the caller’s late static binding.',
    params: [p.callable('callback'), p.rest(p.mixed('args'))],
    returns: ['mixed'],
    *impl(rt, callback, args) {
      if (!hasScope(rt)) return null;
      return plainResult(rt, yield* call(forwarded(rt, callback), args));
    },
  }),
  fn({
    name: 'forward_static_call_array',
    doc: 'Calls a callback with an array of arguments and the caller’s late static binding.',
    params: [p.callable('callback'), p.array('args')],
    returns: ['mixed'],
    *impl(rt, callback, args) {
      if (!hasScope(rt)) return null;
      return plainResult(rt, yield* call(forwarded(rt, callback), args.valueList()));
    },
  }),
  fn({
    name: 'func_get_args',
    doc: 'The arguments of the calling function.',
    params: [],
    returns: ['array'],
    impl(rt) {
      const caller = callingFunction(rt);
      if (caller === null) return notInGlobalScope(rt, 'func_get_args');
      return calledDirectly(rt, 'func_get_args') ? frameArguments(rt, caller, false) : null;
    },
  }),
  fn({
    name: 'func_num_args',
    doc: 'How many arguments the calling function got.',
    params: [],
    returns: ['int'],
    impl(rt) {
      const caller = callingFunction(rt);
      if (caller === null) return rt.throwError('Error', 'func_num_args() must be called from a function context');
      return calledDirectly(rt, 'func_num_args') ? caller.numArgs : null;
    },
  }),
  fn({
    name: 'func_get_arg',
    doc: 'One argument of the calling function.',
    params: [p.int('position')],
    returns: ['mixed'],
    impl(rt, position) {
      const caller = callingFunction(rt);
      if (position < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (caller === null) return notInGlobalScope(rt, 'func_get_arg');
      if (!calledDirectly(rt, 'func_get_arg')) return null;
      const args = frameArguments(rt, caller, false);
      if (position >= caller.numArgs) {
        rt.releaseValue(args);
        return rt.argumentValueError(
          1,
          'must be less than the number of the arguments passed to the currently executed function',
        );
      }
      const v = addRef(deref(args.getInt(position)));
      rt.releaseValue(args);
      return v === undefined ? null : v;
    },
  }),
  fn({
    name: 'function_exists',
    doc: 'Whether a function is defined.',
    params: [p.string('function')],
    returns: ['bool'],
    impl: (rt, name) => rt.functionTable.has(name.replace(/^\\/, '').toLowerCase()),
  }),
  fn({
    name: 'get_defined_functions',
    doc: 'Names of all functions.',
    params: [p.bool('exclude_disabled', { default: true })],
    returns: ['array'],
    impl(rt) {
      const internal: Zval[] = [];
      const user: Zval[] = [];
      for (const [key, func] of rt.functionTable) (func.type === 1 ? internal : user).push(key);
      return PhpArray.fromEntries([
        ['internal', PhpArray.fromList(internal)],
        ['user', PhpArray.fromList(user)],
      ]);
    },
  }),
  fn({
    name: 'is_callable',
    doc: 'Whether a value can be called from here.',
    params: [
      p.mixed('value'),
      p.bool('syntax_only', { default: false }),
      p.ref('callable_name', undefined, { default: null }),
    ],
    returns: ['bool'],
    *impl(rt, value, syntaxOnly, nameRef) {
      if (nameRef instanceof PhpReference) {
        const old = nameRef.val;
        nameRef.val = callableName(value);
        rt.releaseValue(old);
      }
      if (syntaxOnly) return looksCallable(value);
      yield* rt.autoloadCallable(value);
      return rt.exception === null && rt.resolveCallable(value) !== null;
    },
  }),
  fn({
    name: 'register_shutdown_function',
    doc: 'Calls a callback when the request ends.',
    params: [p.callable('callback'), p.rest(p.mixed('args'))],
    returns: ['void'],
    impl(rt, _callback, args) {
      const frame = rt.currentExecuteData as ExecuteData;
      const value = deref(frame.slots[frame.base + 5]);
      rt.shutdownFunctions.push({ callable: addRef(value), args: args.map((v) => addRef(v)) });
      return null;
    },
  }),
  fn({
    name: 'register_tick_function',
    doc: 'Calls a callback at every tick.',
    params: [p.callable('callback'), p.rest(p.mixed('args'))],
    returns: ['bool'],
    impl(rt, _callback, args) {
      const frame = rt.currentExecuteData as ExecuteData;
      rt.tickFunctions.push({
        callable: addRef(deref(frame.slots[frame.base + 5])),
        args: args.map((v) => addRef(v)),
      });
      return true;
    },
  }),
  fn({
    name: 'unregister_tick_function',
    doc: 'Stops calling a callback at ticks.',
    params: [p.callable('callback')],
    returns: ['void'],
    impl(rt) {
      const frame = rt.currentExecuteData as ExecuteData;
      const name = callableName(frame.slots[frame.base + 5]);
      const at = rt.tickFunctions.findIndex((item) => callableName(item.callable) === name);
      if (at >= 0) rt.tickFunctions.splice(at, 1);
      return null;
    },
  }),
];

type CallableValue = NonNullable<ReturnType<Executor['resolveCallable']>>;

function forwarded(rt: Executor, callback: CallableValue): CallableValue {
  const called = rt.calledScope();
  const scope = callback.calledScope;
  if (called === null || scope === null || callback.object !== null) return callback;
  for (let ce: typeof called | null = called; ce !== null; ce = ce.parent) {
    if (ce === scope) return { ...callback, calledScope: called };
  }
  return callback;
}

function looksCallable(value: Zval): boolean {
  if (typeof value === 'string') return true;
  if (value instanceof PhpObject) return value.ce.functionTable.has('__invoke');
  if (!(value instanceof PhpArray) || value.count !== 2) return false;
  const first = deref(value.getInt(0));
  return (typeof first === 'string' || first instanceof PhpObject) && typeof deref(value.getInt(1)) === 'string';
}
