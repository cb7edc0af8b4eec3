/**
 * A machine by name: the main program, a coroutine or a fiber. What runs is one of them; whoever watches (`--trace`, the
 * debugger) is told of their beginnings and of every switch between them.
 */
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { OutputBuffer } from './output.ts';
import type { VmStackPage } from './vm-stack.ts';

/** `main` the program itself, `co` a coroutine of Swoole's, `fiber`, `lua` a Lua\Coroutine. */
export type MachineKind = 'main' | 'co' | 'fiber' | 'lua';

export class Machine {
  readonly kind: MachineKind;
  /** The coroutine's id, or the handle of the object. */
  readonly id: number;
  /** While it does not run: what for. */
  waitsFor = '';
  /** Its function is over; it is about to be left for good. */
  ended = false;

  constructor(kind: MachineKind, id: number) {
    this.kind = kind;
    this.id = id;
  }

  /** `main`, `co 1`, `fiber 3`. */
  get name(): string {
    return this.kind === 'main' ? 'main' : `${this.kind} ${this.id}`;
  }
}

/** The executor globals that belong to a machine. Immutable, so that machines whose globals are the same share them. */
export class MachineGlobals {
  /** Output buffers. */
  readonly output: OutputBuffer[];
  /** The Fiber object whose machine this is; the Lua\\Coroutine object. */
  readonly activeFiber: PhpObject | null;
  readonly activeLua: PhpObject | null;
  /** Above zero: no fiber may be switched to or from now (a destructor runs). */
  readonly fiberSwitchBlocked: number;

  constructor(
    output: OutputBuffer[],
    activeFiber: PhpObject | null,
    activeLua: PhpObject | null,
    fiberSwitchBlocked: number,
  ) {
    this.output = output;
    this.activeFiber = activeFiber;
    this.activeLua = activeLua;
    this.fiberSwitchBlocked = fiberSwitchBlocked;
  }

  /** The same with other buffers. */
  withOutput(output: OutputBuffer[]): MachineGlobals {
    return new MachineGlobals(output, this.activeFiber, this.activeLua, this.fiberSwitchBlocked);
  }

  /** The same with so many more reasons not to switch fibers. */
  blocked(more: number): MachineGlobals {
    return new MachineGlobals(this.output, this.activeFiber, this.activeLua, this.fiberSwitchBlocked + more);
  }
}

/** What a switch saves and restores. */
export interface SavedMachine {
  readonly executeData: ExecuteData | null;
  readonly vmStack: VmStackPage | null;
  readonly vmStackTop: number;
  readonly machine: Machine;
}

/** Someone who wants to know of machines. */
export interface MachineWatch {
  /** `machine` is made, by the one that runs now. */
  created(machine: Machine): void;
  /** `left` has been stored and `entered`, which shows what was stored before, loaded. */
  switched(left: SavedMachine, entered: SavedMachine): void;
}

/** The scheduler of coroutines (src/coro), as the dispatch loop and compiled code see it. */
export interface SchedulerPort {
  /** The bottom frame of the coroutines that run a function. */
  readonly bottom: ExecuteData;
  /** The function of the running coroutine, whose bottom frame is current, has returned `result` (owned). Returns the flow. */
  over(result: Zval): number;
}
