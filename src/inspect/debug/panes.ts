/** The panes of the debugger: each a list of lines made from the state, to be cut to what fits. */
import { oplineNumber } from '../../bytecode/dump/format.ts';
import { formatOpline } from '../../bytecode/dump/opcache.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import { bytesToDisplay } from '../wrap.ts';
import type { LensRow } from './lens.ts';
import type { DebugState } from './state.ts';

/** What a line is, for colours. */
export type LineKind = 'plain' | 'current' | 'heading' | 'header' | 'dim' | 'message';

export interface PaneLine {
  readonly text: string;
  readonly kind: LineKind;
}

const plain = (text: string): PaneLine => ({ text, kind: 'plain' });

/** The `rows` entries around number `at`. */
function around<T>(
  all: readonly T[],
  at: number,
  rows: number,
): { readonly from: number; readonly shown: readonly T[] } {
  const from = Math.max(0, Math.min(at - Math.floor(rows / 2), all.length - rows));
  return { from, shown: all.slice(from, from + rows) };
}

/** The source around a line (from 1); `*` marks breakpoints. */
export function sourcePane(
  lines: readonly string[],
  line: number,
  breakLines: ReadonlySet<number>,
  rows: number,
): PaneLine[] {
  const { from, shown } = around(lines, line - 1, rows);
  return shown.map((text, i) => {
    const number = from + i + 1;
    const mark = `${breakLines.has(number) ? '*' : ' '}${number === line ? '>' : ' '}`;
    const shownText = `${mark}${String(number).padStart(4)} ${bytesToDisplay(text).replaceAll('\t', '    ')}`;
    return { text: shownText, kind: number === line ? 'current' : 'plain' };
  });
}

/** The oplines around the current one. */
export function opArrayPane(opArray: OpArray, current: number, rows: number): PaneLine[] {
  const { from, shown } = around(opArray.opcodes, current, rows);
  return shown.map((op, i) => {
    const number = from + i;
    const text = bytesToDisplay(formatOpline(opArray, op).replaceAll('\n', '\\n'));
    return {
      text: `${number === current ? '>' : ' '} ${oplineNumber(number)} ${text}`,
      kind: number === current ? 'current' : 'plain',
    };
  });
}

/** The frame chain, innermost first, with the variables of each. */
export function framesPane(state: DebugState): PaneLine[] {
  return state.frames.flatMap((frame, i): PaneLine[] => {
    const place = frame.place === '' ? 'off the stack' : `page ${frame.place}`;
    const head: PaneLine = {
      text: bytesToDisplay(`${i === 0 ? '>' : ' '} ${frame.name}:${frame.line} ${oplineNumber(frame.opline)} ${place}`),
      kind: i === 0 ? 'current' : 'plain',
    };
    if (frame.variables.length === 0) return [head];
    return [head, { text: `    ${bytesToDisplay(frame.variables.join(', '))}`, kind: 'dim' }];
  });
}

/** The current page of the vm_stack, slot by slot, with `top` and `end`. */
export function stackPane(state: DebugState): PaneLine[] {
  const out: PaneLine[] = state.slots.map((slot) => {
    const offset = `+${slot.offset}`.padStart(6);
    return slot.header
      ? { text: bytesToDisplay(`${offset} [${slot.label}] ${slot.value}`), kind: 'header' }
      : plain(bytesToDisplay(`${offset}   ${slot.label} ${slot.value}`));
  });
  out.push({ text: `${`+${state.top}`.padStart(6)} <- top`, kind: 'dim' });
  out.push({ text: `${`+${state.end}`.padStart(6)} <- end`, kind: 'dim' });
  return out;
}

/** The coroutines and fibers that have not ended. */
export function machinesPane(state: DebugState): PaneLine[] {
  return state.machines.map((machine) => {
    const running = machine.state === 'running';
    const waits = machine.state === 'waiting' ? ` for ${machine.waitsFor}` : '';
    const place = machine.place === '' ? '' : ` at ${machine.place}`;
    return {
      text: bytesToDisplay(`${running ? '>' : ' '} ${machine.name}: ${machine.state}${waits}${place}`),
      kind: running ? 'current' : 'plain',
    };
  });
}

/** The last lines of the output. */
export function outputPane(state: DebugState): PaneLine[] {
  const lines = bytesToDisplay(state.output).replace(/\n$/, '').split('\n');
  return (state.output === '' ? [] : lines).map((text) => plain(text.replace(/[\x00-\x1f\x7f]/g, '.')));
}

const FIELD_WIDTH = 14;
const VALUE_WIDTH = 30;

/** The lens on a switch as a table. */
export function lensPane(title: string, from: string, to: string, rows: readonly LensRow[]): PaneLine[] {
  const line = (field: string, saved: string, loaded: string): string =>
    `${field.padEnd(FIELD_WIDTH)} ${saved.padEnd(VALUE_WIDTH)} ${loaded}`.trimEnd();
  return [
    { text: title, kind: 'message' },
    { text: line('', `saved: ${from}`, `loaded: ${to}`), kind: 'header' },
    ...rows.map((row) => plain(bytesToDisplay(line(row.field, row.saved, row.loaded)))),
  ];
}
