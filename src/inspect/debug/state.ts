/** What a stopped program looks like, as plain data: what the panes draw and what tests compare. */
import { oplineNumber } from '../../bytecode/dump/format.ts';
import { formatOpline } from '../../bytecode/dump/opcache.ts';
import { CALL_FRAME_SLOT, type OpArray } from '../../bytecode/op-array.ts';
import { CALL_FREE_EXTRA_ARGS, type ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import { frameName } from '../../vm/observe.ts';
import { SLOT_BYTES, type VmStackPage } from '../../vm/vm-stack.ts';
import { valueText } from '../value-text.ts';
import { pageNumber, placeText, slotLabel, userFrames } from './places.ts';
import type { KnownMachine, Replica } from './replica.ts';

export interface FrameState {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly opline: number;
  readonly text: string;
  /** `1 +32`: the page of its machine's stack, counted from the bottom one, and the offset in bytes; '' off the stack. */
  readonly place: string;
  /** `$a = 1` for each compiled variable that is set. */
  readonly variables: readonly string[];
}

/** One slot of a page, or a run of equal ones. */
export interface SlotState {
  /** Bytes from the start of the page. */
  readonly offset: number;
  readonly label: string;
  readonly value: string;
  /** Begins a frame. */
  readonly header: boolean;
}

export interface MachineState {
  readonly name: string;
  readonly state: 'running' | 'waiting' | 'ready';
  readonly waitsFor: string;
  readonly place: string;
}

export interface DebugState {
  readonly position: number;
  readonly ended: boolean;
  readonly machine: string;
  /** Microseconds since the program began. */
  readonly micros: number;
  /** Innermost first. */
  readonly frames: readonly FrameState[];
  readonly pageNumber: number;
  readonly slots: readonly SlotState[];
  readonly top: number;
  readonly end: number;
  readonly machines: readonly MachineState[];
  readonly output: string;
  readonly exception: string;
}

export function frameState(ex: ExecuteData, top: VmStackPage | null): FrameState {
  const func = ex.func as OpArray;
  const op = ex.opcodes[ex.opline];
  const variables: string[] = [];
  for (const [i, name] of func.vars.entries()) {
    const v = ex.slots[ex.base + CALL_FRAME_SLOT + i];
    if (v !== undefined) variables.push(`$${name} = ${valueText(v)}`);
  }
  return {
    name: frameName(ex),
    file: func.fileName,
    line: op?.lineno ?? 0,
    opline: ex.opline,
    text: op === undefined ? '' : formatOpline(func, op).replaceAll('\n', '\\n'),
    place: placeText(ex, top),
    variables,
  };
}

const FRAMES_SHOWN = 200;

/** The state of a replica. */
export function stateOf(replica: Replica): DebugState {
  const { vm } = replica;
  const current = replica.frame;
  return {
    position: replica.at,
    ended: current === null,
    machine: vm.machine.name,
    micros: vm.host.nowMicros() - replica.started,
    frames: userFrames(current, FRAMES_SHOWN).map((ex) => frameState(ex, vm.vmStack)),
    pageNumber: pageNumber(vm.vmStack),
    slots: current === null ? [] : pageSlots(vm, current),
    top: vm.vmStackTop * SLOT_BYTES,
    end: vm.vmStackEnd * SLOT_BYTES,
    machines: [...replica.machines.values()].map((known) => machineState(known, vm)),
    output: replica.output.text,
    exception: vm.exception === null ? '' : valueText(vm.exception),
  };
}

function machineState(known: KnownMachine, vm: Executor): MachineState {
  const { machine, saved } = known;
  const running = machine === vm.machine;
  const innermost = userFrames(running ? vm.currentExecuteData : (saved?.executeData ?? null), 1)[0];
  const op = innermost?.opcodes[innermost.opline];
  const place =
    innermost === undefined || op === undefined
      ? ''
      : `${frameName(innermost)}:${op.lineno} ${oplineNumber(innermost.opline)}`;
  const state = running ? 'running' : machine.waitsFor === '' ? 'ready' : 'waiting';
  return { name: machine.name, state, waitsFor: machine.waitsFor, place };
}

/** Every frame that lies on the current page, running or prepared, by its first slot. */
function framesOnPage(vm: Executor, current: ExecuteData): ExecuteData[] {
  const found: ExecuteData[] = [];
  for (let ex: ExecuteData | null = current; ex !== null; ex = ex.prev) {
    for (let call: ExecuteData | null = ex; call !== null; call = call === ex ? ex.call : call.prev) {
      if (call.page === vm.vmStack) found.push(call);
    }
  }
  return [...new Set(found)].sort((a, b) => a.base - b.base);
}

function pageSlots(vm: Executor, current: ExecuteData): SlotState[] {
  const out: SlotState[] = [{ offset: 0, label: 'page header', value: 'top, end, prev', header: true }];
  for (const ex of framesOnPage(vm, current)) {
    if (ex.func.functionName === '' && ex.numArgs === 0) continue;
    out.push({
      offset: ex.base * SLOT_BYTES,
      label: ex.func.type === 2 ? frameName(ex) : `${frameName(ex)} (internal)`,
      value: headerText(ex, vm),
      header: true,
    });
    const last = ex === current || ex.func.type === 2;
    const count = last ? frameSlots(ex) : ex.numArgs;
    for (let i = 0; i < count; i++) {
      const slot = ex.base + CALL_FRAME_SLOT + i;
      if (slot >= vm.vmStackTop) break;
      const value = valueText(ex.slots[slot]);
      out.push({ offset: slot * SLOT_BYTES, label: slotLabel(ex, i), value, header: false });
    }
  }
  return out;
}

function headerText(ex: ExecuteData, vm: Executor): string {
  const opline = ex.func.type === 2 ? `opline ${oplineNumber(ex.opline)}` : '5 slots';
  const prev = ex.prev !== null && ex.prev.func.functionName !== '' ? ` prev ${placeText(ex.prev, vm.vmStack)}` : '';
  return `${opline}${prev.trimEnd()}`;
}

function frameSlots(ex: ExecuteData): number {
  if (ex.func.type !== 2) return ex.numArgs;
  const extra = (ex.callInfo & CALL_FREE_EXTRA_ARGS) !== 0 ? ex.numArgs - ex.func.numArgs : 0;
  return ex.func.vars.length + ex.func.T + extra;
}
