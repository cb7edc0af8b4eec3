/**
 * A PHP expression in the frame where the program stands: for conditions and watches. It is compiled like eval's code and
 * run on a bottom frame of its own above everything else; the machine is put back as it was. It must not change anything
 * that the program can see: stepping back runs the program again, without it.
 */
import { CALL_FRAME_SLOT, type OpArray } from '../../bytecode/op-array.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import { toBool } from '../../value/convert.ts';
import { enterCode } from '../../vm/code-frame.ts';
import { CALL_TOP, type ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import { runPhase } from '../../vm/request.ts';
import { valueText } from '../value-text.ts';

/** What an expression gave: its value as text and as a condition, or why there is none. */
export interface Evaluated {
  readonly ok: boolean;
  readonly text: string;
  readonly truth: boolean;
  /** The machine could not be put back: the program has to be run again up to here. */
  readonly broken: boolean;
}

const failed = (text: string, broken = false): Evaluated => ({ ok: false, text, truth: false, broken });

/** The value of `expression` (bytes) with the variables of `frame`. */
export function evaluate(vm: Executor, frame: ExecuteData, expression: string): Evaluated {
  const { main, failure } = vm.compile.compileString(`return (${expression});`, 'debugger expression');
  if (main === null) return failed(failure?.message ?? 'it does not compile');
  main.scope = frame.func.scope;
  const saved = saveMachine(vm);
  const symbols = variablesOf(frame);
  let value: Zval;
  let thrown: PhpObject | null = null;
  const step = runPhase(vm, function* () {
    const bottom = vm.currentExecuteData as ExecuteData;
    value = yield {
      kind: 'execute',
      enter: () => enterCode(vm, main, symbols, bottom, frame, CALL_TOP),
      catches: true,
    };
    thrown = vm.exception;
    vm.exception = null;
  }).next();
  if (step.value !== true || vm.machine !== saved.machine) return failed('it ended or left the program', true);
  const raised = thrown as PhpObject | null;
  const result: Evaluated =
    raised !== null
      ? failed(`it throws ${valueText(raised)}`)
      : { ok: true, text: valueText(value), truth: toBool(value), broken: false };
  release(vm, value);
  if (raised !== null) release(vm, raised);
  release(vm, symbols);
  restoreMachine(vm, saved);
  return result;
}

function variablesOf(frame: ExecuteData): PhpArray {
  const symbols = new PhpArray();
  const { vars } = frame.func as OpArray;
  for (const [i, name] of vars.entries()) {
    const v = deref(frame.slots[frame.base + CALL_FRAME_SLOT + i]);
    if (v !== undefined) symbols.set(name, addRef(v));
  }
  return symbols;
}

type Saved = Pick<
  Executor,
  | 'currentExecuteData'
  | 'halted'
  | 'nativePending'
  | 'nativeReturn'
  | 'exception'
  | 'atCatch'
  | 'attention'
  | 'watch'
  | 'deferred'
> & { readonly machine: Executor['machine'] };

function saveMachine(vm: Executor): Saved {
  const { currentExecuteData, halted, nativePending, nativeReturn, exception, atCatch, attention, watch, deferred } =
    vm;
  const { machine } = vm;
  vm.exception = null;
  vm.atCatch = false;
  vm.deferred = [];
  vm.watch = null;
  return {
    currentExecuteData,
    halted,
    nativePending,
    nativeReturn,
    exception,
    atCatch,
    attention,
    watch,
    deferred,
    machine,
  };
}

function restoreMachine(vm: Executor, saved: Saved): void {
  Object.assign(vm, saved);
}
