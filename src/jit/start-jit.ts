/** The second tier before anything is hot: its code, a sixth of the machine, is loaded when something is. */
import type { OpArray } from '../bytecode/op-array.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { CompiledCode, JitPort } from '../vm/jit-port.ts';
import { attachJit, type JitReportRow } from './jit.ts';

/** Frames that the interpreter goes on with, and jumps that it makes, before the second tier looks at them, too. */
const ENTRIES = 100;
const JUMPS = 1000;
/** Below this many calls everything is hot at once. */
const FEW_CALLS = 10;

/** What the engine sees of the second tier. */
export interface JitReporter {
  report(): readonly JitReportRow[];
}

class DormantJit implements JitPort {
  readonly threshold: number;
  private readonly vm: Executor;
  private jit: (JitPort & JitReporter) | null = null;
  private entries = 0;
  private jumps = 0;

  constructor(vm: Executor, threshold: number) {
    this.vm = vm;
    this.threshold = threshold;
  }

  /** The tier itself, in whose place this one stands no longer. */
  private awake(): JitPort {
    if (this.jit === null) {
      this.jit = attachJit(this.vm, this.threshold, false);
      this.jit.earn(this.jumps);
    }
    return this.jit;
  }

  codeForCall(func: OpArray, call: ExecuteData): CompiledCode | null {
    return this.awake().codeForCall(func, call);
  }

  codeForResume(ex: ExecuteData, hot: boolean): CompiledCode | null {
    this.entries++;
    return this.jumps >= JUMPS || this.entries > ENTRIES ? this.awake().codeForResume(ex, hot) : null;
  }

  observe(ex: ExecuteData): void {
    this.awake().observe(ex);
  }

  pushFrames(ex: ExecuteData, callInfo: number): void {
    this.awake().pushFrames(ex, callInfo);
  }

  patience(): number {
    return JUMPS;
  }

  earn(jumps: number): void {
    this.jumps += jumps;
  }

  report(): readonly JitReportRow[] {
    return this.jit?.report() ?? [];
  }
}

/** Runs `vm` with compiled code for what becomes hot; stressed, its guards fail at random. */
export function startJit(vm: Executor, threshold: number, isStressed: boolean): JitReporter {
  if (isStressed || threshold < FEW_CALLS) return attachJit(vm, threshold, isStressed);
  const dormant = new DormantJit(vm, threshold);
  vm.jit = dormant;
  return dormant;
}
