/** `corovm dump --annotate`: what happened at every opline while the program ran. */
import {
  CALL_FRAME_SLOT,
  IS_CV,
  IS_TMP_VAR,
  IS_UNUSED,
  IS_VAR,
  type OpArray,
  type Opline,
} from '../bytecode/op-array.ts';
import { operandText } from '../bytecode/dump/operand-text.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { SavedMachine } from '../vm/machine.ts';
import type { Observer } from '../vm/observe.ts';
import { switchReason } from './trace.ts';
import { valueText } from './value-text.ts';

/** How many suspensions of one opline are told one by one. */
const MOST_STORIES = 4;
const MICROS = 1e6;

interface Story {
  readonly machine: string;
  readonly waits: string;
  readonly left: number;
  resumed: number | null;
}

interface Notes {
  hits: number;
  /** The last values seen: `$n = 5`. */
  readonly values: Map<string, string>;
  readonly stories: Story[];
  suspensions: number;
}

export class Annotations implements Observer {
  private readonly notes = new Map<Opline, Notes>();
  /** The opline each frame has begun and not been seen behind. */
  private readonly pending = new Map<ExecuteData, Opline>();
  private readonly asleep = new Map<string, Story>();
  private readonly started: number;

  /** @param started the host's clock in microseconds when the run began */
  constructor(started: number) {
    this.started = started;
  }

  private of(op: Opline): Notes {
    let found = this.notes.get(op);
    if (found === undefined) {
      found = { hits: 0, values: new Map(), stories: [], suspensions: 0 };
      this.notes.set(op, found);
    }
    return found;
  }

  opline(_vm: Executor, ex: ExecuteData, op: Opline): void {
    const before = this.pending.get(ex);
    if (before !== undefined) this.see(ex, before, 'result');
    this.pending.set(ex, op);
    this.of(op).hits++;
    this.see(ex, op, 1);
    this.see(ex, op, 2);
  }

  /** Keeps what a variable operand holds now. */
  private see(ex: ExecuteData, op: Opline, which: 1 | 2 | 'result'): void {
    const type = which === 1 ? op.op1Type : which === 2 ? op.op2Type : op.resultType;
    if ((type & (IS_CV | IS_TMP_VAR | IS_VAR)) === 0 || type === IS_UNUSED) return;
    const slot = which === 1 ? op.op1 : which === 2 ? op.op2 : op.result;
    if (slot < CALL_FRAME_SLOT) return;
    const name = operandText(ex.func as OpArray, op, which).replace(/^CV\d+\((.*)\)$/s, '$1');
    const v = ex.slots[ex.base + slot];
    if (v !== undefined || type === IS_CV) this.of(op).values.set(name, valueText(v));
  }

  enter(_vm: Executor, ex: ExecuteData): void {
    this.pending.delete(ex);
  }

  leave(): void {}

  switched(vm: Executor, left: SavedMachine, entered: SavedMachine): void {
    const now = (vm.host.nowMicros() - this.started) / MICROS;
    const story = this.asleep.get(entered.machine.name);
    if (story !== undefined) story.resumed = now;
    this.asleep.delete(entered.machine.name);
    if (switchReason(left) !== 'yield') return;
    for (let ex = left.executeData; ex !== null; ex = ex.prev) {
      const op = ex.opcodes[ex.opline];
      if (ex.func.type !== 2 || op === undefined) continue;
      const notes = this.of(op);
      notes.suspensions++;
      const told: Story = { machine: left.machine.name, waits: left.machine.waitsFor, left: now, resumed: null };
      if (notes.stories.length < MOST_STORIES) notes.stories.push(told);
      this.asleep.set(left.machine.name, told);
      return;
    }
  }

  /** The notes of an opline, one a line. */
  linesOf(opArray: OpArray, num: number): string[] {
    const notes = this.notes.get(opArray.opcodes[num] as Opline);
    if (notes === undefined) return ['never reached'];
    const seen = [...notes.values].map(([name, text]) => `${name} = ${text}`).join(', ');
    const out = [`${notes.hits} hit${notes.hits === 1 ? '' : 's'}${seen === '' ? '' : `, last seen: ${seen}`}`];
    for (const { machine, waits, left, resumed } of notes.stories) {
      const who = machine.replace(/^co /, 'coroutine ');
      const end = resumed === null ? 'never resumed' : `resumed there at ${resumed.toFixed(3)} s`;
      out.push(`yielded here as ${who} (${waits}) at ${left.toFixed(3)} s, ${end}`);
    }
    const more = notes.suspensions - notes.stories.length;
    if (more > 0) out.push(`... and ${more} more times`);
    return out;
  }
}
