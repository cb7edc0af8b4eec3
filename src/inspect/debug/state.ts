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
  /** Since when it has not run, in microseconds since the program began; null: it runs, or has not begun. */
  readonly since: number | null;
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
  /** Those that have not ended, in the order of their creation, the one that runs among them. */
  readonly machines: readonly MachineState[];
  /** How many there are. */
  readonly machineCount: number;
  /** How many slots of the page, below those in `slots`, are not shown. */
  readonly slotsHidden: number;
  /** Bytes of output so far. */
  readonly written: number;
  readonly exception: string;
}

function frameState(ex: ExecuteData, top: VmStackPage | null): FrameState {
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

/** How many frames, slots and machines a state has by default: more than a screen shows. */
export const SHOWN = 200;

/** The state of a replica, of frames, slots and machines at most so many. */
export function stateOf(replica: Replica, most: number = SHOWN): DebugState {
  const { vm, output } = replica;
  const current = replica.frame;
  const slots = current === null ? [] : pageSlots(vm, current, most);
  const machines = shownMachines(replica, most);
  return {
    position: replica.at,
    ended: current === null,
    machine: vm.machine.name,
    micros: replica.micros,
    frames: userFrames(current, most).map((ex) => frameState(ex, vm.vmStack)),
    pageNumber: pageNumber(vm.vmStack),
    slots: slots.slice(-most),
    slotsHidden: Math.max(0, slots.length - most),
    top: vm.vmStackTop * SLOT_BYTES,
    end: vm.vmStackEnd * SLOT_BYTES,
    machines: machines.map((known) => machineState(known, replica)),
    machineCount: replica.machines.size,
    written: output.dropped + output.text.length,
    exception: vm.exception === null ? '' : valueText(vm.exception),
  };
}

/** The frames of a machine by its name, innermost first; null when it is not there. */
export function machineFrames(replica: Replica, name: string): FrameState[] | null {
  for (const { machine, saved } of replica.machines.values()) {
    if (machine.name !== name) continue;
    const { vm } = replica;
    const runs = machine === vm.machine;
    const innermost = runs ? replica.frame : (saved?.executeData ?? null);
    return userFrames(innermost, SHOWN).map((ex) => frameState(ex, runs ? vm.vmStack : (saved?.vmStack ?? null)));
  }
  return null;
}

/** The first ones, and the one that runs. */
function shownMachines(replica: Replica, most: number): KnownMachine[] {
  const shown: KnownMachine[] = [];
  for (const known of replica.machines.values()) {
    if (shown.length < most) shown.push(known);
    else break;
  }
  const running = replica.machines.get(replica.vm.machine);
  if (running !== undefined && !shown.includes(running)) shown.push(running);
  return shown;
}

function machineState(known: KnownMachine, replica: Replica): MachineState {
  const { machine, saved } = known;
  const { vm } = replica;
  const running = machine === vm.machine;
  const innermost = userFrames(running ? vm.currentExecuteData : (saved?.executeData ?? null), 1)[0];
  const op = innermost?.opcodes[innermost.opline];
  const place =
    innermost === undefined || op === undefined
      ? ''
      : `${frameName(innermost)}:${op.lineno} ${oplineNumber(innermost.opline)}`;
  const state = running ? 'running' : machine.waitsFor === '' ? 'ready' : 'waiting';
  const since = saved === null ? null : known.since - replica.started;
  return { name: machine.name, state, waitsFor: machine.waitsFor, since, place };
}

/** Every frame that lies on the current page, running or prepared, by its first slot. */
function framesOnPage(vm: Executor, current: ExecuteData): ExecuteData[] {
  const found: ExecuteData[] = [];
  for (let ex: ExecuteData | null = current; ex !== null; ex = ex.prev) {
    if (ex.page === vm.vmStack.prev) break;
    for (let call: ExecuteData | null = ex; call !== null; call = call === ex ? ex.call : call.prev) {
      if (call.page === vm.vmStack) found.push(call);
    }
  }
  return [...new Set(found)].sort((a, b) => a.base - b.base);
}

/** Slots of the current page; when there are many, at least `most` of those next to `top`. */
function pageSlots(vm: Executor, current: ExecuteData, most: number): SlotState[] {
  const out: SlotState[] = [{ offset: 0, label: 'page header', value: 'top, end, prev', header: true }];
  const from = vm.vmStackTop - most;
  for (const ex of framesOnPage(vm, current)) {
    if (ex.func.functionName === '' && ex.numArgs === 0) continue;
    if (ex.base + CALL_FRAME_SLOT + (ex.func.type === 2 ? frameSlots(ex) : ex.numArgs) < from) {
      out.push({ offset: ex.base * SLOT_BYTES, label: frameName(ex), value: '...', header: true });
      continue;
    }
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
