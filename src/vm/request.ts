/**
 * A request from its first opline to the last byte of output: the main script, the exception handler, shutdown
 * functions, destructors, output buffers. Each phase is native code on the bottom frame, driven by the dispatch loop.
 * Source: php-src main/main.c (php_execute_scripts, php_request_shutdown), Zend/zend.c, zend_exceptions.c
 */
import { E_COMPILE_ERROR, E_ERROR, E_PARSE } from '../base/diagnostics.ts';
import type { OpArray } from '../bytecode/op-array.ts';
import { SLOT_FILE, SLOT_LINE, SLOT_MESSAGE } from '../object/exception-slots.ts';
import { instanceOf } from '../object/class-queries.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import { callShutdownDestructors } from '../object/shutdown-destructors.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { execute, executeNested } from './dispatch.generated.ts';
import { createBottom } from './bottom-frame.ts';
import { bindScript } from './bind-script.ts';
import { enterCode } from './code-frame.ts';
import { Bailout, displayError, reportError } from './errors.ts';
import { CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { executeObserved } from './observe.ts';
import { RELOAD } from './flow.ts';
import { drivePausing, type PausingCode } from './pause.ts';
import type { CompileOutcome } from './ports.ts';
import { DEFAULT_PAGE_SLOTS, PAGE_HEADER_SLOTS, VmStackPage } from './vm-stack.ts';

/** Runs a compiled main script (or reports why there is none) and shuts the request down; returns the exit status. */
export function runRequest(vm: Executor, outcome: CompileOutcome, fileName: string): number | Promise<number> {
  return drivePausing(
    request(vm, outcome, fileName),
    () => turnOf(vm),
    () => {
      vm.host.writeErr('corovm: the program waits for the network, and nothing will ever come\n');
      return EXIT_STUCK;
    },
  );
}

/** Exit status of a program that waits for ever under a virtual clock. */
const EXIT_STUCK = 255;

/** What makes the events of the network happen when it lives in the program's own time. */
export function turnOf(vm: Executor): (() => boolean) | null {
  const network = vm.host.network?.();
  const turn = network?.turn?.bind(network);
  return turn ?? null;
}

function* request(vm: Executor, outcome: CompileOutcome, fileName: string): PausingCode<number> {
  const phases = requestPhases(vm, outcome, fileName);
  for (let step = phases.next(); step.done !== true; ) step = phases.next(yield* runPhase(vm, step.value));
  return vm.exitStatus;
}

/** A piece of a request, run on a bottom frame of its own. */
export type Phase = () => NativeCode<void>;

/** What a request consists of, up to php_request_shutdown; is told of each phase whether it came to its end. */
export function* requestPhases(
  vm: Executor,
  outcome: CompileOutcome,
  fileName: string,
): Generator<Phase, void, boolean> {
  yield () => mainPhase(vm, outcome, fileName);
  vm.shuttingDown = true;
  yield () => shutdownFunctionsPhase(vm);
  if (vm.destructorsAtShutdown && !(yield () => destructorsPhase(vm))) vm.objects.destructorsOff = true;
  freeShutdownFunctions(vm);
  yield () => vm.output.endAll();
  if (vm.output.headerCallback !== null) yield () => vm.output.sendHeaders();
  const { closeAll } = vm;
  if (closeAll !== null) yield closeAll;
  for (const hook of vm.endHooks) hook();
  vm.host.flush();
}

/** Drives `code` on a fresh bottom frame until it ends; false when a fatal error cut it short. */
export function* runPhase(vm: Executor, start: Phase): PausingCode<boolean> {
  beginPhase(vm, start);
  try {
    for (;;) {
      vm.nested = vm.observer === null && vm.jit === null ? executeNested : null;
      if (vm.observer === null) execute(vm);
      else executeObserved(vm, vm.observer);
      const { pause } = vm;
      if (pause === null) break;
      vm.pause = null;
      yield pause;
      vm.halted = false;
      vm.nativeReturn = undefined;
      vm.nativePending = true;
    }
    vm.currentExecuteData = null;
    return true;
  } catch (error) {
    if (!(error instanceof Bailout)) throw error;
    resetMachine(vm);
    return false;
  }
}

/** Makes the machine ready to run `start`: whoever drives the loop goes on until it halts. */
export function beginPhase(vm: Executor, start: Phase): void {
  vm.currentExecuteData = createBottom(vm.vmStack, vm.vmStackTop, haltAfter(vm, start));
  vm.halted = false;
  vm.nativeReturn = undefined;
  vm.nativePending = true;
}

function* haltAfter(vm: Executor, start: () => NativeCode<void>): NativeCode<number> {
  yield* start();
  vm.halted = true;
  return RELOAD;
}

/** After a fatal error nothing on the stack is trusted any more. */
export function resetMachine(vm: Executor): void {
  vm.vmStack = new VmStackPage(vm.pageSlots || DEFAULT_PAGE_SLOTS, null);
  vm.vmStackTop = PAGE_HEADER_SLOTS;
  vm.vmStackEnd = vm.vmStack.size;
  vm.currentExecuteData = null;
  vm.exception = null;
  vm.machine = vm.mainMachine;
  vm.deferred = [];
  vm.nativePending = false;
  vm.pause = null;
  vm.attention = false;
  vm.jitDepth = 0;
  vm.errorHandler = null;
  vm.destructorsAtShutdown = false;
  vm.objects.destructorsOff = true;
  for (const hook of vm.bailoutHooks) hook();
  vm.globals = vm.freshGlobals.withOutput(vm.globals.output);
}

function* mainPhase(vm: Executor, outcome: CompileOutcome, fileName: string): NativeCode<void> {
  for (const d of outcome.diagnostics) vm.errorAt(d.level, d.message, fileName, d.line);
  if (outcome.main === null || outcome.failure !== null) {
    const failure = outcome.failure;
    if (failure !== null) {
      displayError(vm, failure.kind === 'parse' ? E_PARSE : E_COMPILE_ERROR, failure.message, fileName, failure.line);
    }
    return;
  }
  yield* runMain(vm, outcome.main);
  yield* reportUncaught(vm);
}

function* runMain(vm: Executor, main: OpArray): NativeCode<void> {
  yield* bindScript(vm, main);
  if (vm.exception !== null) return;
  const bottom = vm.currentExecuteData as ExecuteData;
  const result = yield {
    kind: 'execute',
    enter: () => enterCode(vm, main, vm.symbolTable, bottom, null, CALL_TOP),
    catches: true,
  };
  release(vm, result);
}

/** An exception nobody caught: the user's handler, or PHP's fatal error. */
export function* reportUncaught(vm: Executor): NativeCode<void> {
  const exception = vm.exception;
  if (exception === null) return;
  if (exception === vm.unwindExit) {
    vm.exception = null;
    release(vm, exception);
    return;
  }
  const handler = vm.exceptionHandler;
  const callable = handler === null ? null : vm.resolveCallable(handler.callable);
  if (callable !== null) {
    vm.exception = null;
    vm.exceptionHandler = null;
    release(vm, yield* callCatching(callable, [exception]));
    release(vm, exception);
    if (handler !== null) release(vm, handler.callable);
    yield* reportUncaught(vm);
    return;
  }
  yield* uncaughtError(vm, exception);
}

/** zend_exception_error */
export function* uncaughtError(vm: Executor, exception: PhpObject): NativeCode<void> {
  vm.exception = null;
  const file = String(exception.props[SLOT_FILE] ?? '');
  const line = Number(exception.props[SLOT_LINE] ?? 0);
  if (instanceOf(exception.ce, vm.classOf('CompileError'))) {
    const parse = instanceOf(exception.ce, vm.classOf('ParseError'));
    reportError(vm, parse ? E_PARSE : E_COMPILE_ERROR, String(exception.props[SLOT_MESSAGE]), file, line);
    release(vm, exception);
    return;
  }
  const func = exception.ce.magic.toString;
  let text = '';
  if (func !== null) {
    const shown = yield* callCatching(
      { func, object: exception, calledScope: exception.ce, closure: null, magicName: null },
      [],
    );
    text = typeof shown === 'string' ? shown : '';
    const inner = inFlight(vm);
    if (inner !== null) {
      // Nothing runs that could catch it: it is reported in place of the exception it came up for.
      release(vm, exception);
      yield* uncaughtError(vm, inner);
      return;
    }
  }
  reportError(vm, E_ERROR, `Uncaught ${text}\n  thrown`, file, line);
  release(vm, exception);
}

/** The exception that user code has left in flight. */
function inFlight(vm: Executor): PhpObject | null {
  return vm.exception;
}

function* shutdownFunctionsPhase(vm: Executor): NativeCode<void> {
  const registered = vm.shutdownFunctions;
  // one may register more
  for (let i = 0; i < registered.length; i++) {
    const { callable: value, args } = registered[i] as (typeof registered)[number];
    const callable = vm.resolveCallable(value);
    if (callable !== null) release(vm, yield* callCatching(callable, args));
    // exit() or an uncaught exception in one ends them all
    if (vm.exception !== null) {
      yield* reportUnhandled(vm);
      break;
    }
  }
}

/** php_free_shutdown_functions */
function freeShutdownFunctions(vm: Executor): void {
  for (const { callable, args } of vm.shutdownFunctions.splice(0)) {
    release(vm, callable);
    for (const arg of args) release(vm, arg);
  }
}

/** Behind the main script an exception does not go to the user's handler (zend_throw_exception_internal without a frame). */
function* reportUnhandled(vm: Executor): NativeCode<void> {
  const { exception } = vm;
  if (exception === null) return;
  if (exception === vm.unwindExit) {
    vm.exception = null;
    release(vm, exception);
  } else {
    yield* uncaughtError(vm, exception);
  }
}

function* destructorsPhase(vm: Executor): NativeCode<void> {
  yield* callShutdownDestructors(vm, vm.objects, vm.symbolTable);
  yield* reportUnhandled(vm);
  for (const phase of vm.endPhases) yield* phase();
}
