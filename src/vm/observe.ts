/**
 * The dispatch loop for those who watch: the same steps as `execute`, with an observer told of every opline, and of every
 * frame that becomes the current one or stops being it.
 */
import { OP } from '../bytecode/opcodes.ts';
import type { Opline } from '../bytecode/op-array.ts';
import { attend } from './attend.ts';
import { HANDLERS } from './dispatch.generated.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import type { Handler } from './operands.ts';
import { LEAVE, RELOAD } from './flow.ts';
import type { Machine, MachineWatch, SavedMachine } from './machine.ts';

/** What an observer is told. It looks, and changes nothing. */
export interface Observer {
  /** Before the handler of `op` runs; `depth` counts user frames from 0. */
  opline(vm: Executor, ex: ExecuteData, op: Opline, depth: number): void;
  /** `ex` runs its first opline, or is resumed (generators). */
  enter(vm: Executor, ex: ExecuteData, depth: number): void;
  /** The frame at `depth` has been left: by return, yield, or an exception. */
  leave(vm: Executor, name: string, depth: number): void;
  /** A coroutine or fiber has been made, by the machine that runs. */
  created?(vm: Executor, machine: Machine): void;
  /** The machine was switched; `vm` is the one that was entered. */
  switched?(vm: Executor, left: SavedMachine, entered: SavedMachine): void;
}

/** The oplines that leave their frame. */
const LEAVING: ReadonlySet<number> = new Set([
  OP.RETURN,
  OP.RETURN_BY_REF,
  OP.GENERATOR_RETURN,
  OP.GENERATOR_CREATE,
  OP.YIELD,
  OP.YIELD_FROM,
]);

/** A user function as traces name it: `$_main`, `f`, `C::m`. */
export function frameName(ex: ExecuteData): string {
  const { functionName, scope } = ex.func;
  if (functionName === null) return '$_main';
  const name = functionName === '' ? '{native}' : functionName;
  return scope === null || scope === undefined ? name : `${scope.name}::${name}`;
}

/** The frames an observer knows to be entered. ExecuteData objects are used again, so names are kept beside them. */
class Chain {
  private readonly frames: { readonly ex: ExecuteData; readonly name: string }[] = [];
  private readonly observer: Observer;

  constructor(observer: Observer) {
    this.observer = observer;
  }

  /** Makes `ex` the innermost frame; returns its depth. */
  arrive(vm: Executor, ex: ExecuteData): number {
    const top = this.frames.length - 1;
    if (top >= 0 && this.frames[top]?.ex === ex) return top;
    if (top >= 0 && this.frames[top]?.ex === ex.prev) return this.push(vm, ex);
    const known = this.frames.findIndex((frame) => frame.ex === ex);
    if (known >= 0) {
      this.cut(vm, known + 1);
      return known;
    }
    const caller = this.frames.findLastIndex((frame) => frame.ex === ex.prev);
    if (caller >= 0) this.cut(vm, caller + 1);
    return this.push(vm, ex);
  }

  private push(vm: Executor, ex: ExecuteData): number {
    const depth = this.frames.push({ ex, name: frameName(ex) }) - 1;
    this.observer.enter(vm, ex, depth);
    return depth;
  }

  /** The innermost frame has executed an opline that leaves it. */
  depart(vm: Executor): void {
    this.cut(vm, this.frames.length - 1);
  }

  /** Leaves every frame from `depth` on. */
  cut(vm: Executor, depth: number): void {
    while (this.frames.length > Math.max(0, depth)) {
      const frame = this.frames.pop();
      this.observer.leave(vm, frame?.name ?? '', this.frames.length);
    }
  }
}

/** The chain of the machine that runs; each machine has its own. */
class Chains implements MachineWatch {
  private readonly vm: Executor;
  private readonly observer: Observer;
  private readonly all = new WeakMap<Machine, Chain>();

  constructor(vm: Executor, observer: Observer) {
    this.vm = vm;
    this.observer = observer;
  }

  of(machine: Machine): Chain {
    let chain = this.all.get(machine);
    if (chain === undefined) {
      chain = new Chain(this.observer);
      this.all.set(machine, chain);
    }
    return chain;
  }

  created(machine: Machine): void {
    this.observer.created?.(this.vm, machine);
  }

  switched(left: SavedMachine, entered: SavedMachine): void {
    if (left.machine.ended) this.of(left.machine).cut(this.vm, 0);
    this.observer.switched?.(this.vm, left, entered);
  }
}

/** `execute` with an observer. */
export function executeObserved(vm: Executor, observer: Observer): void {
  const chains = vm.watch instanceof Chains ? vm.watch : new Chains(vm, observer);
  vm.watch = chains;
  for (;;) {
    if (vm.nativePending || vm.attention) attend(vm, RELOAD);
    const ex = vm.currentExecuteData;
    if (ex === null || vm.halted) break;
    if (vm.nativePending || vm.attention) continue;
    if (runFrame(vm, ex, observer, chains.of(vm.machine)) === LEAVE) (vm.currentExecuteData as ExecuteData).opline++;
  }
  chains.of(vm.machine).cut(vm, 0);
}

/** Runs oplines of one frame until another one becomes current. */
function runFrame(vm: Executor, ex: ExecuteData, observer: Observer, chain: Chain): number {
  let pc = ex.opline;
  do {
    const op = ex.opcodes[pc] as Opline;
    ex.opline = pc;
    observer.opline(vm, ex, op, chain.arrive(vm, ex));
    pc = (HANDLERS[op.opcode] as Handler)(vm, ex, op);
    if (LEAVING.has(op.opcode) && vm.currentExecuteData !== ex) chain.depart(vm);
    if (vm.attention) pc = attend(vm, pc);
  } while (pc >= 0);
  return pc;
}

/** Several observers as one. */
export function observeWithAll(observers: readonly Observer[]): Observer {
  return {
    opline: (vm, ex, op, depth) => {
      for (const one of observers) one.opline(vm, ex, op, depth);
    },
    enter: (vm, ex, depth) => {
      for (const one of observers) one.enter(vm, ex, depth);
    },
    leave: (vm, name, depth) => {
      for (const one of observers) one.leave(vm, name, depth);
    },
    created: (vm, machine) => {
      for (const one of observers) one.created?.(vm, machine);
    },
    switched: (vm, left, entered) => {
      for (const one of observers) one.switched?.(vm, left, entered);
    },
  };
}
