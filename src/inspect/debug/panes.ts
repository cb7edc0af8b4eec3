/** The panes of the debugger: each a list of lines made from the state, to be cut to what fits. */
import { oplineNumber } from '../../bytecode/dump/format.ts';
import { formatOpline } from '../../bytecode/dump/opcache.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import { bytesToDisplay, fit } from '../wrap.ts';
import type { SwitchSeen } from './replica.ts';
import type { DebugState, MachineState } from './state.ts';
import type { DebugWords } from './words.ts';

/** What a line is, for colours. */
export type LineKind = 'plain' | 'current' | 'heading' | 'header' | 'dim' | 'message';

export interface PaneLine {
  readonly text: string;
  readonly kind: LineKind;
}

const plain = (text: string): PaneLine => ({ text, kind: 'plain' });

/** The source with a line (from 1) marked; `*` marks breakpoints. */
export function sourcePane(lines: readonly string[], line: number, breakLines: ReadonlySet<number>): PaneLine[] {
  return lines.map((text, i) => {
    const number = i + 1;
    const mark = `${breakLines.has(number) ? '*' : ' '}${number === line ? '>' : ' '}`;
    const shownText = `${mark}${String(number).padStart(4)} ${bytesToDisplay(text).replaceAll('\t', '    ')}`;
    return { text: shownText, kind: number === line ? 'current' : 'plain' };
  });
}

/** The oplines, the current one marked. */
export function opArrayPane(opArray: OpArray, current: number): PaneLine[] {
  return opArray.opcodes.map((op, number) => {
    const text = bytesToDisplay(formatOpline(opArray, op).replaceAll('\n', '\\n'));
    return {
      text: `${number === current ? '>' : ' '} ${oplineNumber(number)} ${text}`,
      kind: number === current ? 'current' : 'plain',
    };
  });
}

/** The frame chain, innermost first, with the variables of each. */
export function framesPane(state: DebugState, words: DebugWords): PaneLine[] {
  return state.frames.flatMap((frame, i): PaneLine[] => {
    const place = frame.place === '' ? words.offStack : `page ${frame.place}`;
    const head: PaneLine = {
      text: `${i === 0 ? '>' : ' '} ${bytesToDisplay(frame.name)}:${frame.line} ${oplineNumber(frame.opline)} ${place}`,
      kind: i === 0 ? 'current' : 'plain',
    };
    if (frame.variables.length === 0) return [head];
    return [head, { text: `    ${bytesToDisplay(frame.variables.join(', '))}`, kind: 'dim' }];
  });
}

const OFFSET_WIDTH = 7;

/** The current page of the vm_stack, slot by slot, with `top` and `end`. */
export function stackPane(state: DebugState, words: DebugWords): PaneLine[] {
  const offset = (bytes: number): string => `+${bytes}`.padStart(OFFSET_WIDTH);
  const out: PaneLine[] = state.slots.map((slot) => {
    if (slot.offset === 0) return { text: `${offset(0)} [${words.pageHeader}] ${words.pageFields}`, kind: 'header' };
    return slot.header
      ? { text: bytesToDisplay(`${offset(slot.offset)} [${slot.label}] ${slot.value}`), kind: 'header' }
      : plain(bytesToDisplay(`${offset(slot.offset)}   ${slot.label} ${slot.value}`));
  });
  if (state.slotsHidden > 0) out.unshift({ text: `... ${words.more(state.slotsHidden)}`, kind: 'dim' });
  out.push({ text: `${offset(state.top)} <- top`, kind: 'dim' }, { text: `${offset(state.end)} <- end`, kind: 'dim' });
  return out;
}

/** The coroutines and fibers that have not ended. */
export function machinesPane(state: DebugState, words: DebugWords): PaneLine[] {
  const out = state.machines.map((machine) => machineLine(machine, words));
  const hidden = state.machineCount - state.machines.length;
  if (hidden > 0) out.push({ text: `... ${words.more(hidden)}`, kind: 'dim' });
  return out;
}

function machineLine(machine: MachineState, words: DebugWords): PaneLine {
  const { name, state, waitsFor } = machine;
  const place = bytesToDisplay(machine.place);
  if (state === 'running') return { text: `> ${words.running(name, place)}`, kind: 'current' };
  const since = machine.since === null ? '' : words.since((machine.since / MICROS).toFixed(3));
  const what = bytesToDisplay(waitsFor);
  return plain(`  ${state === 'ready' ? words.ready(name, place) : words.waits(name, what, place) + since}`);
}

const MICROS = 1e6;

/** Output, a line of it a line. */
export function outputPane(output: string): PaneLine[] {
  const lines = bytesToDisplay(output).replace(/\n$/, '').split('\n');
  return (output === '' ? [] : lines).map((text) => plain(text.replaceAll('\t', '    ')));
}

const FIELD_WIDTH = 14;
const VALUE_WIDTH = 30;

/** The lens on a switch as a table: what is stored for the one that is left, what is loaded for the one that goes on. */
export function lensPane(seen: SwitchSeen, words: DebugWords): PaneLine[] {
  const shown = (value: string): string => words.lens(bytesToDisplay(value));
  const line = (field: string, saved: string, loaded: string): string =>
    `${fit(field, FIELD_WIDTH)} ${fit(saved, VALUE_WIDTH)} ${loaded}`.trimEnd();
  return [
    { text: words.switched(seen.from, seen.to, switchWords(seen, words)), kind: 'message' },
    { text: line('', words.saved(seen.from), words.loaded(seen.to)), kind: 'header' },
    ...seen.lens.map((row) => plain(line(words.lens(row.field), shown(row.saved), shown(row.loaded)))),
  ];
}

function switchWords({ why, from, to, waits, begins }: SwitchSeen, words: DebugWords): string {
  if (why === 'end') return words.hasEnded(from);
  if (why === 'yield') return words.nowWaits(from, bytesToDisplay(waits));
  return begins ? words.begins(to) : words.goesOn(to, bytesToDisplay(waits));
}
