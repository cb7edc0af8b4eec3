/**
 * The dispatch loop one opline at a time: the same steps as `execute`, stopping at every opline boundary. A debugger drives
 * a request with it.
 */
import type { Opline } from '../bytecode/op-array.ts';
import { attend } from './attend.ts';
import { HANDLERS } from './dispatch.generated.ts';
import { Bailout } from './errors.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import type { Handler } from './operands.ts';
import { LEAVE, RELOAD } from './flow.ts';
import { type Pause, pauseInTurn } from './pause.ts';
import type { CompileOutcome } from './ports.ts';
import { beginPhase, type Phase, requestPhases, resetMachine, turnOf } from './request.ts';

export class Stepper {
  /** The frame whose opline is the next to run; null at the end of the request. */
  frame: ExecuteData | null = null;
  /** The step just made has raised an exception. */
  threw = false;
  /** It waits for the network, and nothing will ever come. */
  stuck = false;
  private readonly vm: Executor;
  private readonly phases: Generator<Phase, void, boolean>;

  /** Goes up to the first opline of a compiled file. */
  constructor(vm: Executor, outcome: CompileOutcome, fileName: string) {
    this.vm = vm;
    this.phases = requestPhases(vm, outcome, fileName);
    this.nextPhase(true);
  }

  /** The opline that is the next to run. */
  get opline(): Opline | null {
    return this.frame === null ? null : (this.frame.opcodes[this.frame.opline] ?? null);
  }

  /** Runs one opline and all that happens before the next one. False at the end of the request. */
  advance(): boolean {
    const { vm, frame } = this;
    if (frame === null) return false;
    const raised = vm.exception;
    try {
      const op = frame.opcodes[frame.opline] as Opline;
      let pc = (HANDLERS[op.opcode] as Handler)(vm, frame, op);
      this.threw = vm.exception !== null && vm.exception !== raised;
      if (vm.attention) pc = attend(vm, pc);
      if (pc >= 0) frame.opline = pc;
      else {
        if (pc === LEAVE) (vm.currentExecuteData as ExecuteData).opline++;
        this.settle();
      }
    } catch (error) {
      this.bailOut(error);
    }
    return this.frame !== null;
  }

  /** Goes on with native code until there is an opline to run, through as many phases as it takes. */
  private settle(): void {
    const { vm } = this;
    for (;;) {
      if (vm.nativePending || vm.attention) attend(vm, RELOAD);
      if (vm.exception !== null) this.threw = true;
      if (vm.pause !== null) {
        if (!this.wait(vm.pause)) return;
        continue;
      }
      if (vm.currentExecuteData === null || vm.halted) break;
      if (vm.nativePending || vm.attention) continue;
      this.frame = vm.currentExecuteData;
      return;
    }
    vm.currentExecuteData = null;
    this.nextPhase(true);
  }

  /** The request waits for the network; false when nothing will ever wake it: then this is its end. */
  private wait(pause: Pause): boolean {
    const { vm } = this;
    vm.pause = null;
    const turn = turnOf(vm);
    if (turn === null || !pauseInTurn(pause, turn)) {
      this.frame = null;
      this.stuck = true;
      return false;
    }
    vm.halted = false;
    vm.nativeReturn = undefined;
    vm.nativePending = true;
    return true;
  }

  private nextPhase(ended: boolean): void {
    const { vm } = this;
    this.frame = null;
    const step = this.phases.next(ended);
    if (step.done === true) return;
    beginPhase(vm, step.value);
    try {
      this.settle();
    } catch (error) {
      this.bailOut(error);
    }
  }

  private bailOut(error: unknown): void {
    if (!(error instanceof Bailout)) throw error;
    resetMachine(this.vm);
    this.nextPhase(false);
  }
}
