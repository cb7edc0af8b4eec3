/**
 * Autoloading: spl_autoload_register and what goes with it.
 * Source: php-src ext/spl/php_spl.c
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import { ZEND_REQUIRE_ONCE } from '../bytecode/operand-flags.ts';
import { lcName } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { bindScript } from '../vm/bind-script.ts';
import { enterCode } from '../vm/code-frame.ts';
import { CALL_TOP, type ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { argumentSlot } from '../vm/frame.ts';
import { compileInclude, resolveIncludePath } from '../vm/include-file.ts';
import { type FunctionDef, fn, p } from './define.ts';

const DEFAULT_EXTENSIONS = '.inc,.php';

interface AutoloadState {
  extensions: string;
}

function state(rt: Executor): AutoloadState {
  return rt.moduleState('spl_autoload', () => ({ extensions: DEFAULT_EXTENSIONS }));
}

/** The callable value passed as argument `n` (from 0). */
function argument(rt: Executor, n: number): Zval {
  const frame = rt.currentExecuteData as ExecuteData;
  return deref(frame.slots[argumentSlot(frame, n)]);
}

function sameCallable(a: Callable, b: Callable): boolean {
  if (a.closure !== null || b.closure !== null) return a.closure === b.closure;
  return a.func === b.func && a.object === b.object && a.calledScope === b.calledScope && a.magicName === b.magicName;
}

/** Where the callable that was given as `value` is registered. An object to be invoked is not the same as its __invoke(). */
function positionOf(rt: Executor, value: Zval, callable: Callable): number {
  return rt.autoloaders.findIndex((v) => {
    const other = rt.resolveCallable(v);
    return other !== null && v instanceof PhpObject === value instanceof PhpObject && sameCallable(other, callable);
  });
}

function register(rt: Executor, callback: Callable | null, doThrow: boolean, prepend: boolean): Zval {
  if (!doThrow) {
    rt.error(
      E_NOTICE,
      'spl_autoload_register(): Argument #2 ($do_throw) has been ignored, spl_autoload_register() will always throw',
    );
  }
  const value: Zval = callback === null ? 'spl_autoload' : argument(rt, 0);
  const callable = callback ?? rt.resolveCallable(value);
  if (callable === null || positionOf(rt, value, callable) >= 0) return true;
  if (prepend) rt.autoloaders.unshift(addRef(value));
  else rt.autoloaders.push(addRef(value));
  return true;
}

function unregister(rt: Executor, callback: Callable): Zval {
  if (callback.func.functionName === 'spl_autoload_call' && callback.func.scope === null) {
    for (const v of rt.autoloaders.splice(0)) rt.releaseValue(v);
    return true;
  }
  const at = positionOf(rt, argument(rt, 0), callback);
  if (at < 0) return false;
  for (const v of rt.autoloaders.splice(at, 1)) rt.releaseValue(v);
  return true;
}

/** A registered callable as spl_autoload_functions shows it. Owned. */
function shown(rt: Executor, value: Zval): Zval {
  const callable = rt.resolveCallable(value);
  if (callable === null) return addRef(value);
  const { func, object, closure } = callable;
  if (closure !== null) return addRef(closure);
  // An object that was given by itself, to be invoked, is shown so.
  if (value instanceof PhpObject) return addRef(value);
  const name = callable.magicName ?? func.functionName;
  if (func.scope === null) return name;
  return PhpArray.fromList([object === null ? func.scope.name : addRef(object), name]);
}

function* callAll(rt: Executor, className: string): NativeCode {
  const key = lcName(className);
  for (const loader of [...rt.autoloaders]) {
    const callable = rt.resolveCallable(loader);
    if (callable === null) continue;
    rt.releaseValue(yield* call(callable, [className]));
    if (rt.classTable.has(key)) break;
  }
  return null;
}

/** spl_autoload: includes `class.inc` or `class.php` from the include path. */
function* load(rt: Executor, className: string, extensions: string): NativeCode {
  const key = lcName(className.replace(/^\\/, ''));
  const base = key.replaceAll('\\', '/');
  for (const extension of extensions.split(',')) {
    const path = `${base}${extension}`;
    if (resolveIncludePath(rt, path) === null) continue;
    const opArray = yield* compileInclude(rt, path, ZEND_REQUIRE_ONCE);
    if (rt.exception !== null) return null;
    if (opArray === null || typeof opArray === 'symbol') continue;
    yield* bindScript(rt, opArray);
    if (rt.exception !== null) return null;
    const frame = rt.currentExecuteData as ExecuteData;
    const result = yield {
      kind: 'execute',
      enter: () => enterCode(rt, opArray, new PhpArray(), frame, null, CALL_TOP),
      catches: false,
    };
    rt.releaseValue(result);
    if (rt.classTable.has(key)) break;
  }
  return null;
}

export const autoloadFunctions: readonly FunctionDef[] = [
  fn({
    name: 'spl_autoload_register',
    doc: 'Adds a callback that loads classes.',
    params: [
      p.nullable(p.callable('callback'), { default: null }),
      p.bool('throw', { default: true }),
      p.bool('prepend', { default: false }),
    ],
    returns: ['bool'],
    impl: register,
  }),
  fn({
    name: 'spl_autoload_unregister',
    doc: 'Removes a callback that loads classes.',
    params: [p.callable('callback')],
    returns: ['bool'],
    impl: unregister,
  }),
  fn({
    name: 'spl_autoload_functions',
    doc: 'All callbacks that load classes.',
    params: [],
    returns: ['array'],
    impl: (rt) => PhpArray.fromList(rt.autoloaders.map((v) => shown(rt, v))),
  }),
  fn({
    name: 'spl_autoload_call',
    doc: 'Calls the callbacks until the class is loaded.',
    params: [p.string('class')],
    returns: ['void'],
    impl: callAll,
  }),
  fn({
    name: 'spl_autoload_extensions',
    doc: 'The file name extensions that spl_autoload tries; sets them when given.',
    params: [p.nullable(p.string('file_extensions'), { default: null })],
    returns: null,
    impl(rt, extensions) {
      if (extensions === null) return state(rt).extensions;
      state(rt).extensions = extensions;
      return null;
    },
  }),
  fn({
    name: 'spl_autoload',
    doc: 'Loads a class from a file named after it.',
    params: [p.string('class'), p.nullable(p.string('file_extensions'), { default: null })],
    returns: ['void'],
    impl: (rt, className, extensions) => load(rt, className, extensions ?? state(rt).extensions),
  }),
];
