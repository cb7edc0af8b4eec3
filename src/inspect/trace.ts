/** `run --trace=ops|frames|coro`: what happens, one line an event, as text or as JSON. */
import { oplineNumber } from '../bytecode/dump/format.ts';
import { formatOpline } from '../bytecode/dump/opcache.ts';
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { Machine, SavedMachine } from '../vm/machine.ts';
import { frameName, type Observer } from '../vm/observe.ts';
import { SLOT_BYTES, type VmStackPage } from '../vm/vm-stack.ts';

export type TraceKind = 'ops' | 'frames' | 'coro';

/** Why one machine was left for another. */
export type SwitchReason = 'resume' | 'yield' | 'end';

/** Where a machine stands: the innermost user frame. */
export interface Position {
  readonly function: string;
  readonly line: number;
  readonly opline: number;
  readonly text: string;
}

/** One event. `machine` is the one it happens in. */
export type TraceEvent =
  | ({ readonly event: 'opline'; readonly depth: number } & Position)
  | {
      readonly event: 'enter';
      readonly depth: number;
      readonly function: string;
      /** Null: a generator's frame, which is on no page of the stack. */
      readonly bytes: number | null;
      readonly page: number;
      readonly offset: number;
    }
  | { readonly event: 'leave'; readonly depth: number; readonly function: string }
  | { readonly event: 'create'; readonly created: string }
  | {
      readonly event: 'switch';
      readonly to: string;
      readonly why: SwitchReason;
      /** What the one that is left waits for, or the one that is entered has waited for. */
      readonly waits: string;
      readonly at: Position | null;
      /** Where the one that is entered goes on; null at its beginning. */
      readonly goesOn: Position | null;
    };

/** Where an event goes: microseconds since the start, the machine's name, the event. */
export type TraceSink = (micros: number, machine: string, event: TraceEvent) => void;

/** The opline that a user frame is at. */
export function positionOf(ex: ExecuteData, op: Opline): Position {
  const text = formatOpline(ex.func as OpArray, op).replaceAll('\n', '\\n');
  return { function: frameName(ex), line: op.lineno, opline: ex.opline, text };
}

/** The innermost user frame of a machine. */
export function userPosition(executeData: ExecuteData | null): Position | null {
  for (let ex = executeData; ex !== null; ex = ex.prev) {
    const op = ex.opcodes[ex.opline];
    if (ex.func.type === 2 && op !== undefined) return positionOf(ex, op);
  }
  return null;
}

/** Why `left` was left. */
export function switchReason(left: SavedMachine): SwitchReason {
  if (left.machine.ended) return 'end';
  return left.machine.waitsFor === '' ? 'resume' : 'yield';
}

/** An observer that tells `sink` the events of the wanted kinds. */
export function traceTo(sink: TraceSink, kinds: ReadonlySet<TraceKind>, started: number): Observer {
  const pages = new Map<VmStackPage, number>();
  const numberOf = (page: VmStackPage): number => {
    const number = pages.get(page) ?? pages.size + 1;
    pages.set(page, number);
    return number;
  };
  const tell = (vm: Executor, machine: Machine, event: TraceEvent): void =>
    sink(vm.host.nowMicros() - started, machine.name, event);
  const frames = kinds.has('frames');
  const coro = kinds.has('coro');
  return {
    opline: (vm, ex, op, depth) => {
      if (kinds.has('ops')) tell(vm, vm.machine, { event: 'opline', depth, ...positionOf(ex, op) });
    },
    enter: (vm, ex, depth) => {
      if (!frames) return;
      const bytes = ex.page === vm.vmStack ? (vm.vmStackTop - ex.base) * SLOT_BYTES : null;
      const place = { bytes, page: numberOf(ex.page), offset: ex.base * SLOT_BYTES };
      tell(vm, vm.machine, { event: 'enter', depth, function: frameName(ex), ...place });
    },
    leave: (vm, name, depth) => {
      if (frames) tell(vm, vm.machine, { event: 'leave', depth, function: name });
    },
    created: (vm, machine) => {
      if (coro) tell(vm, vm.machine, { event: 'create', created: machine.name });
    },
    switched: (vm, left, entered) => {
      if (!coro) return;
      const why = switchReason(left);
      const waits = why === 'resume' ? entered.machine.waitsFor : left.machine.waitsFor;
      const at = userPosition(left.executeData);
      const goesOn = userPosition(entered.executeData);
      tell(vm, left.machine, { event: 'switch', to: entered.machine.name, why, waits, at, goesOn });
    },
  };
}

const MICROS = 1e6;
const indent = (depth: number): string => '  '.repeat(Math.min(depth, 40));

/** Events as lines for people. */
export function textSink(write: (bytes: string) => void): TraceSink {
  return (micros, machine, event) => {
    const where = machine === 'main' ? '' : `[${machine}] `;
    const time = `${(micros / MICROS).toFixed(6)} s `;
    switch (event.event) {
      case 'opline':
        write(
          `${where}${indent(event.depth)}${event.function}:${event.line} ${oplineNumber(event.opline)} ${event.text}\n`,
        );
        break;
      case 'enter': {
        const place = event.bytes === null ? 'detached, on' : `${event.bytes} bytes at`;
        write(`${where}${indent(event.depth)}-> ${event.function} ${place} page ${event.page} +${event.offset}\n`);
        break;
      }
      case 'leave':
        write(`${where}${indent(event.depth)}<- ${event.function}\n`);
        break;
      case 'create':
        write(`${time}${machine} creates ${event.created}\n`);
        break;
      case 'switch':
        write(`${time}${machine} -> ${event.to}: ${switchWords(machine, event)}\n`);
        break;
    }
  };
}

function switchWords(machine: string, event: Extract<TraceEvent, { event: 'switch' }>): string {
  const { at, goesOn, waits, why } = event;
  if (why === 'end') return `${machine} has ended`;
  if (why === 'yield') return `${machine} waits for ${waits}${placeText(at)}`;
  if (goesOn === null) return `${event.to} begins${placeText(at, ', resumed')}`;
  return `${event.to} has waited for ${waits || 'resume'} and goes on${placeText(goesOn)}`;
}

function placeText(at: Position | null, before = ''): string {
  return at === null ? '' : `${before} at ${at.function}:${at.line} ${oplineNumber(at.opline)} ${at.text}`;
}

/** Events as JSON lines. Bytes outside of ASCII are shown as the characters of latin1, `\u00xx`. */
export function jsonSink(write: (bytes: string) => void): TraceSink {
  return (micros, machine, event) => {
    const line = JSON.stringify({ t: micros, machine, ...event });
    write(`${line.replace(/[\u0080-\uffff]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`);
  };
}
