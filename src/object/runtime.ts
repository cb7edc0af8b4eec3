/**
 * Runtime: what objects, handlers and builtins see of the executor (EG). The VM's Executor implements it.
 * Source: php-src Zend/zend_globals.h, zend_API.h, zend_exceptions.h, zend_execute.h
 */
import type { Func, OpArray } from '../bytecode/op-array.ts';
import type { ValueContext } from '../value/context.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import type { NativeCode } from './native-code.ts';

/** A resolved callable (zend_fcall_info_cache). Borrowed: whoever keeps one past the call adds counts to `object`. */
export interface Callable {
  readonly func: Func;
  /** `$this`, null for static and plain functions. */
  readonly object: PhpObject | null;
  /** static:: */
  readonly calledScope: ClassEntry | null;
  /** The Closure object when the callable is one (kept alive by the call). */
  readonly closure: PhpObject | null;
  /** __call/__callStatic: the name asked for; the arguments are packed into an array by the call. */
  readonly magicName: string | null;
}

export interface Runtime extends ValueContext {
  /** The exception in flight (EG(exception)); null when none. */
  exception: PhpObject | null;
  /** zend.exception_string_param_max_len; 15 when undefined. */
  readonly exceptionStringMaxLength?: number;

  // classes and functions
  /** Lower-cased name (no leading backslash) -> linked class. */
  readonly classTable: Map<string, ClassEntry>;
  readonly functionTable: Map<string, Func>;
  /** Classes whose linking is under way: only type checks between declarations may see them. */
  readonly linkingClasses: Map<string, ClassEntry>;
  /** Without autoload. `name` as written by the user, any case, may start with a backslash. */
  lookupClass(name: string): ClassEntry | null;
  /** With autoload: may run user code. Raises nothing when not found. */
  autoloadClass(name: string): NativeCode<ClassEntry | null>;
  /** Well-known class by name, e.g. `rt.classOf('TypeError')`; internalError when absent. */
  classOf(name: string): ClassEntry;

  // errors
  /** zend_throw_error(ce, message). Returns null so that `return rt.throwError(...)` ends native code. */
  throwError(className: string, message: string): null;
  /** Throws a ready exception object (takes over one count). */
  throwObject(exception: PhpObject): null;
  clearException(): void;
  /** "Could not recover": prints PHP's fatal error and ends the request. */
  fatalError(message: string): never;

  // objects
  /** object_init_ex: allocates with defaults; does not call the constructor. Constants of the class must have been updated (see initObject). */
  newObject(ce: ClassEntry): PhpObject;
  /** Like newObject, after updating class constants and checking abstract/interface/enum; null when it threw. */
  initObject(ce: ClassEntry): NativeCode<PhpObject | null>;
  /** zend_std_read_property etc., user code included; scope is the running function's unless given. */
  readProperty(obj: PhpObject, name: string, scope?: ClassEntry | null): NativeCode;
  writeProperty(obj: PhpObject, name: string, value: Zval, scope?: ClassEntry | null): NativeCode;
  /** __toString and scalars alike; null when it threw. */
  toStringOf(v: Zval): NativeCode<string | null>;
  /** Does the PHP function that runs now (or called the running builtin) have strict_types=1 (EX_USES_STRICT_TYPES)? False when native code calls. */
  executedStrictTypes(): boolean;
  /** The called class (static::) of the code that runs now; null outside of classes (zend_get_called_scope). */
  calledScope(): ClassEntry | null;
  /** static:: of the newest PHP code, below any internal function's frame. */
  userCalledScope(): ClassEntry | null;
  /** Does PHP code run now (EG(current_execute_data) is not null)? */
  isRunning(): boolean;
  /** $this of the user code that runs now (zend_get_this_object of the newest user frame). */
  executedThis(): PhpObject | null;
  /** The class scope of the newest user frame. */
  userScope(): ClassEntry | null;
  /** File and line of the code that is being compiled now; null when nothing is. */
  compiledPosition(): { file: string; line: number } | null;
  /** zend_get_executed_filename: '[no active file]' when nothing runs. */
  executedFile(): string;
  /** zend_get_executed_lineno */
  executedLine(): number;
  /** zend_fetch_debug_backtrace for a new exception: owned, to be expanded (src/value/compact-trace.ts) before anybody sees it. */
  buildBacktrace(): Zval;
  /** zend_error_at: an error of a given level at a file and line (deprecations while linking). */
  errorAt(level: number, message: string, file: string, line: number): void;
  /** zend_error_noreturn(E_COMPILE_ERROR...) at a file and line. */
  fatalErrorAt(message: string, file: string, line: number): never;
  /** The methods cases, from and tryFrom as an enum gets them (zend_enum_register_funcs), scope already set to `ce`. */
  createEnumMethods(ce: ClassEntry): Func[];
  /** Queues `obj.__destruct()` for the next safepoint; the caller has given the queue one count of `obj`. */
  deferDestructor(obj: PhpObject): void;
  /** Is anything queued that runs before the next opline? */
  hasDeferred(): boolean;
  /** Queues freeing behind what is queued already, so that objects go in PHP's order. */
  deferFree(run: () => void): void;
  /** The class scope of the code that runs now (zend_get_executed_scope). */
  executedScope(): ClassEntry | null;

  // calling
  /** zend_is_callable_ex: resolves without raising; `error` receives why not. */
  resolveCallable(v: Zval, error?: { message: string }): Callable | null;
  /** call a method by name on an object, owned result: yield* rt.callMethod(obj, 'current') */
  callMethod(obj: PhpObject, lcName: string, args?: readonly Zval[]): NativeCode;

  // constants
  /** Evaluates a PhpConstantAst in a class scope: may autoload. Owned result; undefined when it threw. */
  evalConstant(ast: Zval, scope: ClassEntry | null, opArray: OpArray | null): NativeCode;

  // output
  write(bytes: string): void;

  /** The array of a symbol table with INDIRECT entries resolved, for $GLOBALS-like reads. */
  readonly symbolTable: PhpArray;
}
