/** `run --stats`: what was executed, counted. */
import { CALL_FRAME_SLOT, IS_CV, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP, OPCODES, opcodeName } from '../bytecode/opcodes.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, PhpIndirect } from '../value/zval.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { Machine } from '../vm/machine.ts';
import type { Observer } from '../vm/observe.ts';
import { SLOT_BYTES } from '../vm/vm-stack.ts';

/** The oplines that write into the array that op1 holds: with another holder they copy it first. */
const WRITES_ARRAY: ReadonlySet<number> = new Set([
  OP.ASSIGN_DIM,
  OP.ASSIGN_DIM_OP,
  OP.FETCH_DIM_W,
  OP.FETCH_DIM_RW,
  OP.FETCH_DIM_UNSET,
  OP.UNSET_DIM,
  OP.FE_RESET_RW,
  OP.FETCH_LIST_W,
]);

const TOP_OPCODES = 10;

export class Statistics implements Observer {
  private readonly counts = new Map<number, number>();
  private oplines = 0;
  private frames = 0;
  private deepest = 0;
  private mostBytes = 0;
  private copies = 0;
  private destructors = 0;
  private machines = 0;
  private switches = 0;

  opline(_vm: Executor, ex: ExecuteData, op: Opline): void {
    this.oplines++;
    this.counts.set(op.opcode, (this.counts.get(op.opcode) ?? 0) + 1);
    if (WRITES_ARRAY.has(op.opcode) && sharedArray(ex, op)) this.copies++;
  }

  enter(vm: Executor, ex: ExecuteData, depth: number): void {
    this.frames++;
    this.deepest = Math.max(this.deepest, depth + 1);
    const below = vm.vmStack.prev === null ? 0 : vm.vmStack.prev.totalSlots;
    this.mostBytes = Math.max(this.mostBytes, (below + vm.vmStackTop) * SLOT_BYTES);
    if (ex.func.functionName?.toLowerCase() === '__destruct') this.destructors++;
  }

  leave(): void {}

  created(_vm: Executor, _machine: Machine): void {
    this.machines++;
  }

  switched(): void {
    this.switches++;
  }

  /** The counts as lines of text. @param micros how long the request took */
  report(vm: Executor, micros: number): string {
    const rows: [string, string][] = [
      ['oplines', String(this.oplines)],
      ['frames pushed', `${this.frames}, ${this.deepest} deep at most`],
      ['vm_stack', `${this.mostBytes} bytes at most`],
      ['vm_stack pages', `${vm.pagesAllocated} allocated, ${vm.pagesFreed} freed`],
      ['coroutines and fibers', `${this.machines} created, ${this.switches} switches`],
      ['copies-on-write', String(this.copies)],
      ['destructors', String(this.destructors)],
      ['collector runs', `${vm.gc.runs}, ${vm.gc.collected} collected`],
      ['time', `${(micros / 1000).toFixed(1)} ms`],
      ...this.kinds(),
    ];
    return rows.map(([name, value]) => `${name.padEnd(24)} ${value}\n`).join('');
  }

  /** Oplines by how they go on, and the most frequent opcodes. */
  private kinds(): [string, string][] {
    const flows = new Map<string, number>();
    for (const [opcode, count] of this.counts) {
      const flow = OPCODES[opcode]?.flow ?? 'next';
      flows.set(flow, (flows.get(flow) ?? 0) + count);
    }
    const byCount = (a: [unknown, number], b: [unknown, number]): number => b[1] - a[1];
    const frequent = [...this.counts].sort(byCount).slice(0, TOP_OPCODES);
    return [
      ...[...flows]
        .sort(byCount)
        .map(([flow, count]): [string, string] => [`  that ${FLOW_WORDS[flow]}`, String(count)]),
      ...frequent.map(([opcode, count]): [string, string] => [`  ${opcodeName(opcode)}`, String(count)]),
    ];
  }
}

const FLOW_WORDS: Readonly<Record<string, string>> = {
  next: 'go straight on',
  branch: 'may branch',
  jump: 'jump',
  switch: 'jump by a table',
  call: 'call',
  exit: 'leave a frame',
  throw: 'throw',
  suspend: 'suspend a generator',
};

/** Whether op1 shows an array that somebody else holds too. */
function sharedArray(ex: ExecuteData, op: Opline): boolean {
  if ((op.op1Type & (IS_CV | IS_VAR)) === 0 || op.op1 < CALL_FRAME_SLOT) return false;
  let v = ex.slots[ex.base + op.op1];
  if (v instanceof PhpIndirect) v = v.slots[v.index];
  const shown = deref(v);
  return shown instanceof PhpArray && shown.rc > 1;
}
