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
import { OP } from '../bytecode/opcodes.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { SavedMachine } from '../vm/machine.ts';
import type { Observer } from '../vm/observe.ts';
import type { Lang } from './explain/row.ts';
import { toBytes } from './explain/sentence.ts';
import { switchReason } from './trace.ts';
import { valueText } from './value-text.ts';

/** How many suspensions of one opline are told one by one. */
const MOST_STORIES = 4;
const MICROS = 1e6;

/** What the notes say, as text; times in seconds. */
interface Words {
  readonly never: string;
  readonly hits: (n: number) => string;
  readonly skipped: (n: number) => string;
  readonly seen: string;
  /** @param who `coroutine 2`; @param waits what for */
  readonly yielded: (who: string, waits: string, at: string) => string;
  readonly resumed: (at: string) => string;
  readonly neverResumed: string;
  readonly more: (n: number) => string;
  readonly machines: Readonly<Record<SavedMachine['machine']['kind'], string>>;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    never: 'never reached',
    hits: (n) => `${n} hit${n === 1 ? '' : 's'}`,
    skipped: (n) => `skipped by ${n} call${n === 1 ? '' : 's'}: the argument was passed`,
    seen: ', last seen: ',
    yielded: (who, waits, at) => `yielded here as ${who} (${waits}) at ${at} s, `,
    resumed: (at) => `resumed there at ${at} s`,
    neverResumed: 'never resumed',
    more: (n) => `... and ${n} more time${n === 1 ? '' : 's'}`,
    machines: { main: 'the main program', co: 'coroutine', fiber: 'fiber', lua: 'Lua coroutine' },
  },
  zh: {
    never: '从未执行',
    hits: (n) => `执行 ${n} 次`,
    skipped: (n) => `被 ${n} 次调用跳过：实参已经传入`,
    seen: '，最后看到的值：',
    yielded: (who, waits, at) => `${who} 于 ${at} 秒在此让出（${waits}），`,
    resumed: (at) => `于 ${at} 秒在此恢复`,
    neverResumed: '再未恢复',
    more: (n) => `……另有 ${n} 次`,
    machines: { main: '主程序', co: '协程', fiber: '纤程', lua: 'Lua 协程' },
  },
};

interface Story {
  readonly machine: SavedMachine['machine'];
  readonly waits: string;
  readonly left: number;
  resumed: number | null;
}

interface Notes {
  hits: number;
  /** RECV only: calls that begin behind it, the argument being there. */
  skipped: number;
  /** The last values seen: `$n = 5`. */
  readonly values: Map<string, string>;
  readonly stories: Story[];
  suspensions: number;
}

const YIELDS: ReadonlySet<number> = new Set([OP.YIELD, OP.YIELD_FROM]);
const RECEIVES: ReadonlySet<number> = new Set([OP.RECV, OP.RECV_INIT, OP.RECV_VARIADIC]);

/** The frame begins behind the oplines that would receive arguments (i_init_func_execute_data). */
function skippedReceives(ex: ExecuteData): boolean {
  for (let i = 0; i < ex.opline; i++) if (!RECEIVES.has(ex.opcodes[i]?.opcode ?? -1)) return false;
  return true;
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
      found = { hits: 0, skipped: 0, values: new Map(), stories: [], suspensions: 0 };
      this.notes.set(op, found);
    }
    return found;
  }

  opline(_vm: Executor, ex: ExecuteData, op: Opline): void {
    const before = this.pending.get(ex);
    if (before !== undefined) this.seeAfter(ex, before);
    this.pending.set(ex, op);
    this.of(op).hits++;
    this.see(ex, op, 1);
    this.see(ex, op, 2);
  }

  /** What an opline has left behind: its result, and the variables it may have changed. */
  private seeAfter(ex: ExecuteData, op: Opline): void {
    this.see(ex, op, 'result');
    if (op.op1Type === IS_CV) this.see(ex, op, 1);
    if (op.op2Type === IS_CV) this.see(ex, op, 2);
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
    const before = this.pending.get(ex);
    // a generator's frame comes back, any other one is new
    if (before !== undefined && YIELDS.has(before.opcode) && ex.opcodes[ex.opline - 1] === before) return;
    this.pending.delete(ex);
    if (skippedReceives(ex)) for (let i = 0; i < ex.opline; i++) this.of(ex.opcodes[i] as Opline).skipped++;
  }

  leave(): void {}

  switched(vm: Executor, left: SavedMachine, entered: SavedMachine): void {
    const now = (vm.host.nowMicros() - this.started) / MICROS;
    const story = this.asleep.get(entered.machine.name);
    // at the very end those who still wait are unwound: that is no waking up
    if (story !== undefined && !vm.objects.destructorsOff) story.resumed = now;
    this.asleep.delete(entered.machine.name);
    if (switchReason(left) !== 'yield') return;
    for (let ex = left.executeData; ex !== null; ex = ex.prev) {
      const op = ex.opcodes[ex.opline];
      if (ex.func.type !== 2 || op === undefined) continue;
      const notes = this.of(op);
      notes.suspensions++;
      const told: Story = { machine: left.machine, waits: left.machine.waitsFor, left: now, resumed: null };
      if (notes.stories.length < MOST_STORIES) notes.stories.push(told);
      this.asleep.set(left.machine.name, told);
      return;
    }
  }

  /** The notes of an opline, one a line; byte strings. */
  linesOf(opArray: OpArray, num: number, lang: Lang): string[] {
    const words = WORDS[lang];
    const notes = this.notes.get(opArray.opcodes[num] as Opline);
    if (notes === undefined) return [toBytes(words.never)];
    const seen = [...notes.values].map(([name, text]) => `${name} = ${text}`).join(', ');
    const out: string[] = [];
    if (notes.skipped > 0) out.push(toBytes(words.skipped(notes.skipped)));
    if (notes.hits > 0) out.push(toBytes(words.hits(notes.hits)) + (seen === '' ? '' : toBytes(words.seen) + seen));
    for (const story of notes.stories) out.push(toBytes(storyText(story, words)));
    const more = notes.suspensions - notes.stories.length;
    if (more > 0) out.push(toBytes(words.more(more)));
    return out;
  }
}

function storyText({ machine, waits, left, resumed }: Story, words: Words): string {
  const kind = words.machines[machine.kind];
  const who = machine.kind === 'main' ? kind : `${kind} ${machine.id}`;
  const end = resumed === null ? words.neverResumed : words.resumed(resumed.toFixed(3));
  return words.yielded(who, waits, left.toFixed(3)) + end;
}
