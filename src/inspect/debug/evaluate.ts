/**
 * A PHP expression in the frame where the program stands: for conditions and watches. It is compiled like eval's code and
 * run on a bottom frame of its own above everything else; the machine is put back as it was. What it asks of the host is
 * not recorded, and what it prints is not the program's.
 */
import { CALL_FRAME_SLOT, type OpArray } from '../../bytecode/op-array.ts';
import { SLOT_MESSAGE } from '../../object/exception-slots.ts';
import { toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import { enterCode } from '../../vm/code-frame.ts';
import { CALL_TOP, type ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import type { Observer } from '../../vm/observe.ts';
import { runPhase } from '../../vm/request.ts';
import { valueText } from '../value-text.ts';
import { valueTree } from '../value-tree.ts';
import { isPure, isPureOpline } from './purity.ts';
import type { Replica } from './replica.ts';

/** What an expression gave: its value as text and as a condition, or why there is none. */
export interface Evaluated {
  readonly ok: boolean;
  readonly text: string;
  readonly truth: boolean;
  /** Something of the program may be another than before: the run is of no more use. */
  readonly disturbed: boolean;
}

/** That there is no value, and why. */
export function noValue(text: string, disturbed = false): Evaluated {
  return { ok: false, text, truth: false, disturbed };
}

/** An expression of the scope of `frame`; a text when it does not compile. */
export function compileExpression(replica: Replica, frame: ExecuteData, expression: string): OpArray | string {
  const { scope } = frame.func;
  const key = `${scope?.name ?? ''} ${expression}`;
  const known = replica.expressions.get(key);
  if (known !== undefined) return known;
  const { main, failure } = replica.vm.compile.compileString(`return (${expression});`, 'debugger expression');
  if (main === null) return failure?.message ?? 'it does not compile';
  main.scope = scope;
  replica.expressions.set(key, main);
  return main;
}

/** Whether `code` may be run where the program stands. */
export function mayRunInPlace(code: OpArray): boolean {
  return isPure(code);
}

/**
 * The value of a compiled expression with the variables of `frame`.
 * @param detail with all that is in it, in several lines
 */
export function evaluate(replica: Replica, frame: ExecuteData, code: OpArray, detail = false): Evaluated {
  const { vm, output } = replica;
  const saved = saveMachine(vm);
  const symbols = variablesOf(frame);
  const forgetRoots = vm.gc.aside();
  const watcher = new PurityWatcher(code);
  vm.observer = watcher;
  output.aside = true;
  let value: Zval;
  let thrown: PhpObject | null = null;
  const step = runPhase(vm, function* () {
    const bottom = vm.currentExecuteData as ExecuteData;
    value = yield {
      kind: 'execute',
      enter: () => enterCode(vm, code, symbols, bottom, frame, CALL_TOP),
      catches: true,
    };
    thrown = vm.exception;
    vm.exception = null;
  }).next();
  output.aside = false;
  if (step.value !== true || vm.machine !== saved.machine) {
    vm.observer = saved.observer;
    return noValue('it ended or left the program', true);
  }
  const raised = thrown as PhpObject | null;
  const disturbed = watcher.disturbed || raised !== null;
  const result: Evaluated =
    raised !== null
      ? noValue(raised === vm.unwindExit ? 'it exits' : `it throws ${valueText(raised)}${messageOf(raised)}`, true)
      : { ok: true, text: detail ? valueTree(value).join('\n') : valueText(value), truth: toBool(value), disturbed };
  release(vm, value);
  if (raised !== null) release(vm, raised);
  release(vm, symbols);
  forgetRoots();
  restoreMachine(vm, saved);
  return result;
}

function messageOf(raised: PhpObject): string {
  const message = raised.props[SLOT_MESSAGE];
  return typeof message === 'string' && message !== '' ? `: ${message}` : '';
}

/** Sees whether anything ran that may leave traces: user code above all. */
class PurityWatcher implements Observer {
  disturbed = false;
  private readonly code: OpArray;

  constructor(code: OpArray) {
    this.code = code;
  }

  opline(_vm: Executor, ex: ExecuteData, op: OpArray['opcodes'][number]): void {
    if (ex.func !== this.code || !isPureOpline(this.code, op)) this.disturbed = true;
  }

  enter(): void {}

  leave(): void {}
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

/** What evaluating changes of the machine itself. */
const SAVED = [
  'currentExecuteData',
  'halted',
  'nativePending',
  'nativeReturn',
  'exception',
  'atCatch',
  'attention',
  'watch',
  'observer',
  'deferred',
  'lastError',
  'errorReporting',
] as const;

type Saved = Pick<Executor, (typeof SAVED)[number]> & { readonly machine: Executor['machine'] };

function saveMachine(vm: Executor): Saved {
  const { machine } = vm;
  const fields = Object.fromEntries(SAVED.map((name) => [name, vm[name]])) as unknown as Saved;
  vm.exception = null;
  vm.atCatch = false;
  vm.deferred = [];
  vm.watch = null;
  return { ...fields, machine };
}

function restoreMachine(vm: Executor, saved: Saved): void {
  Object.assign(vm, saved);
}
