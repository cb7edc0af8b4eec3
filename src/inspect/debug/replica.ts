/** One run of the program, stopped between two oplines. Running a second replica as far gives the same state. */
import type { OpArray, Opline } from '../../bytecode/op-array.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import type { Machine, SavedMachine } from '../../vm/machine.ts';
import type { CompileOutcome } from '../../vm/ports.ts';
import { Stepper } from '../../vm/step.ts';
import { type SwitchReason, switchReason } from '../trace.ts';
import { type LensRow, lensRows } from './lens.ts';
import { userFrames } from './places.ts';
import type { RunOutput } from './host-log.ts';

/** A switch of machines during a step. */
export interface SwitchSeen {
  readonly why: SwitchReason;
  readonly waits: string;
  readonly from: string;
  readonly to: string;
  /** The one that is entered has not run before. */
  readonly begins: boolean;
  readonly lens: readonly LensRow[];
}

/** How a replica is begun: an engine of its own with the program compiled. */
export interface Beginning {
  readonly vm: Executor;
  readonly outcome: CompileOutcome;
  readonly fileName: string;
  readonly output: RunOutput;
}

/** A machine that has not ended, and where it stands. */
export interface KnownMachine {
  readonly machine: Machine;
  /** Null: it is the one that runs. */
  saved: SavedMachine | null;
  /** Microseconds of the host's clock when it was left. */
  since: number;
}

export class Replica {
  readonly vm: Executor;
  readonly output: RunOutput;
  readonly stepper: Stepper;
  /** Oplines run. */
  at = 0;
  /** What the last step did besides its opline. */
  switches: SwitchSeen[] = [];
  created: Machine[] = [];
  /** Names of machines that it ended. */
  ended: string[] = [];
  readonly machines: Map<Machine, KnownMachine> = new Map();
  /** Expressions that have been compiled for this run, by scope and text. */
  readonly expressions: Map<string, OpArray> = new Map();
  readonly started: number;

  constructor(beginning: Beginning) {
    this.vm = beginning.vm;
    this.output = beginning.output;
    this.started = this.vm.host.nowMicros();
    this.machines.set(this.vm.machine, { machine: this.vm.machine, saved: null, since: this.started });
    this.vm.watch = {
      created: (machine) => {
        this.created.push(machine);
        this.machines.set(machine, { machine, saved: null, since: this.vm.host.nowMicros() });
      },
      switched: (left, entered) => this.switched(left, entered),
    };
    this.stepper = new Stepper(this.vm, beginning.outcome, beginning.fileName);
  }

  private switched(left: SavedMachine, entered: SavedMachine): void {
    const why = switchReason(left);
    const { machine } = entered;
    this.switches.push({
      why,
      waits: why === 'resume' ? machine.waitsFor : left.machine.waitsFor,
      from: left.machine.name,
      to: machine.name,
      begins: userFrames(entered.executeData, 1).length === 0 && machine.kind !== 'main',
      lens: lensRows(left, entered),
    });
    if (left.machine.ended) {
      this.machines.delete(left.machine);
      this.ended.push(left.machine.name);
    } else {
      const known = this.machines.get(left.machine);
      if (known !== undefined) {
        known.saved = left;
        known.since = this.vm.host.nowMicros();
      }
    }
    const now = this.machines.get(machine);
    if (now !== undefined) now.saved = null;
  }

  /** Microseconds of the run's clock; the real one is not asked, for every answer of it is part of the recording. */
  get micros(): number {
    const { host } = this.vm;
    return (host.virtualTime === true ? host.nowMicros() : this.output.micros) - this.started;
  }

  /** The frame whose opline comes next; null at the end. */
  get frame(): ExecuteData | null {
    return this.stepper.frame;
  }

  get opline(): Opline | null {
    return this.stepper.opline;
  }

  /** One opline further. False at the end of the program. */
  advance(): boolean {
    if (this.stepper.frame === null) return false;
    if (this.switches.length > 0) this.switches = [];
    if (this.created.length > 0) this.created = [];
    if (this.ended.length > 0) this.ended = [];
    this.stepper.advance();
    this.at++;
    return this.stepper.frame !== null;
  }

  /** Goes to opline `position`, which must not be behind. */
  advanceTo(position: number): void {
    while (this.at < position && this.advance());
  }
}
