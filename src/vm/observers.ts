/** `run --trace` and `run --stats`: observers that write on the host's standard error. */
import { oplineNumber } from '../bytecode/dump/format.ts';
import { formatOpline } from '../bytecode/dump/opcache.ts';
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { opcodeName } from '../bytecode/opcodes.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { frameName, type Observer } from './observe.ts';
import { SLOT_BYTES, type VmStackPage } from './vm-stack.ts';

const indent = (depth: number): string => '  '.repeat(Math.min(depth, 40));

/** Every opline before it runs: depth, function, line, number, and the opline as the dump prints it. */
export function traceOps(): Observer {
  return {
    opline: (vm, ex, op, depth) => {
      const text = formatOpline(ex.func as OpArray, op).replaceAll('\n', '\\n');
      vm.host.writeErr(`${indent(depth)}${frameName(ex)}:${op.lineno} ${oplineNumber(ex.opline)} ${text}\n`);
    },
    enter: () => {},
    leave: () => {},
  };
}

/** Every frame: which, how many bytes, and where on which page. */
export function traceFrames(): Observer {
  const pages = new Map<VmStackPage, number>();
  const numberOf = (page: VmStackPage): number => {
    if (!pages.has(page)) pages.set(page, pages.size + 1);
    return pages.get(page) ?? 0;
  };
  return {
    opline: () => {},
    enter: (vm, ex, depth) => {
      const bytes = (vm.vmStackTop - ex.base) * SLOT_BYTES;
      const place = ex.page === vm.vmStack ? `${bytes} bytes at` : 'detached, on';
      vm.host.writeErr(
        `${indent(depth)}-> ${frameName(ex)} ${place} page ${numberOf(ex.page)} +${ex.base * SLOT_BYTES}\n`,
      );
    },
    leave: (vm, name, depth) => vm.host.writeErr(`${indent(depth)}<- ${name}\n`),
  };
}

/** What was executed, counted. */
export class Statistics implements Observer {
  private readonly counts = new Map<number, number>();
  private oplines = 0;
  private frames = 0;
  private deepest = 0;
  private readonly pages = new Set<VmStackPage>();
  private mostBytes = 0;

  opline(_vm: Executor, _ex: ExecuteData, op: Opline): void {
    this.oplines++;
    this.counts.set(op.opcode, (this.counts.get(op.opcode) ?? 0) + 1);
  }

  enter(vm: Executor, _ex: ExecuteData, depth: number): void {
    this.frames++;
    this.deepest = Math.max(this.deepest, depth + 1);
    let slots = vm.vmStackTop;
    for (let page: VmStackPage | null = vm.vmStack; page !== null; page = page.prev) {
      this.pages.add(page);
      if (page !== vm.vmStack) slots += page.top;
    }
    this.mostBytes = Math.max(this.mostBytes, slots * SLOT_BYTES);
  }

  leave(): void {}

  /** The counts as lines of text. @param micros how long the request took */
  report(micros: number): string {
    const rows: [string, string][] = [
      ['oplines', String(this.oplines)],
      ['frames entered', `${this.frames}, ${this.deepest} deep at most`],
      ['vm_stack', `${this.mostBytes} bytes at most, ${this.pages.size} page${this.pages.size === 1 ? '' : 's'}`],
      ['time', `${(micros / 1000).toFixed(1)} ms`],
    ];
    const frequent = [...this.counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
    for (const [opcode, count] of frequent) rows.push([`  ${opcodeName(opcode)}`, String(count)]);
    return rows.map(([name, value]) => `${name.padEnd(24)} ${value}\n`).join('');
  }
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
  };
}
