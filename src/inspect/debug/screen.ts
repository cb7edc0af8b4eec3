/** The debugger's screen: panes put side by side, without any control sequence; colours are painted around lines. */
import type { OpArray } from '../../bytecode/op-array.ts';
import { cut, fit, wrap } from '../wrap.ts';
import {
  framesPane,
  type LineKind,
  machinesPane,
  opArrayPane,
  outputPane,
  type PaneLine,
  sourcePane,
  stackPane,
} from './panes.ts';
import type { DebugState } from './state.ts';

/** Puts colour around a piece of a line; absent: plain. */
export type ScreenPaint = (kind: LineKind | 'title', text: string) => string;

export interface ScreenContent {
  readonly file: string;
  readonly state: DebugState;
  readonly sourceLines: readonly string[];
  readonly breakLines: ReadonlySet<number>;
  readonly opArray: OpArray | null;
  /** What the next opline does, in words. */
  readonly sentence: string;
  /** The lens on the switch that has just happened; empty when none has. */
  readonly lens: readonly PaneLine[];
  readonly messages: readonly string[];
}

const TALL = 40;

/** The screen as `height` lines of at most `width` columns. */
export function renderScreen(
  content: ScreenContent,
  width: number,
  height: number,
  paint: ScreenPaint = (_kind, text) => text,
): string[] {
  const { state } = content;
  const bottom = bottomLines(content, width, height, paint);
  const bodyRows = Math.max(8, height - 1 - bottom.length);
  const leftWidth = Math.floor((width - 1) / 2);
  const rightWidth = width - 1 - leftWidth;
  const left = leftColumn(content, bodyRows);
  const right = rightColumn(content, bodyRows);
  const seconds = (state.micros / 1e6).toFixed(3);
  const place = state.ended ? 'the program has ended' : `${state.machine}`;
  const title = ` corovm debug ${content.file}   #${state.position}   ${place}   ${seconds} s`;
  const out = [paint('title', fit(title, width))];
  for (let i = 0; i < bodyRows; i++) {
    const l = left[i] ?? { text: '', kind: 'plain' as const };
    const r = right[i] ?? { text: '', kind: 'plain' as const };
    out.push(`${paint(l.kind, filled(l, leftWidth))}│${paint(r.kind, filled(r, rightWidth))}`);
  }
  return [...out, ...bottom].slice(0, height);
}

/** A line of exactly `width` columns; headings end in a rule. */
function filled(line: PaneLine, width: number): string {
  return line.kind === 'heading' ? line.text.padEnd(width, '─').slice(0, width) : fit(line.text, width);
}

function heading(text: string): PaneLine {
  return { text: `─ ${text} `, kind: 'heading' };
}

/** Exactly `rows` lines: a heading, and the first or last ones of a pane. */
function pane(title: string, lines: readonly PaneLine[], rows: number, end = false): PaneLine[] {
  const room = Math.max(0, rows - 1);
  const shown = end ? lines.slice(-room) : lines.slice(0, room);
  const missing = lines.length - shown.length;
  const head = heading(missing > 0 ? `${title} (${missing} more)` : title);
  const blank: PaneLine = { text: '', kind: 'plain' };
  return [head, ...shown, ...Array.from({ length: room - shown.length }, () => blank)];
}

function leftColumn(content: ScreenContent, rows: number): PaneLine[] {
  const { state, opArray } = content;
  const frame = state.frames[0];
  const sourceRows = Math.max(4, Math.floor(rows * 0.45));
  const opRows = rows - sourceRows;
  const source = sourcePane(content.sourceLines, frame?.line ?? 0, content.breakLines, sourceRows - 1);
  const ops = opArray === null || frame === undefined ? [] : opArrayPane(opArray, frame.opline, opRows - 1);
  return [...pane('source', source, sourceRows), ...pane(`op_array ${frame?.name ?? ''}`, ops, opRows)];
}

function rightColumn(content: ScreenContent, rows: number): PaneLine[] {
  const { state } = content;
  const machines = machinesPane(state);
  const machineRows = Math.min(machines.length + 1, Math.max(3, Math.floor(rows * 0.25)));
  const frames = framesPane(state);
  const frameRows = Math.min(frames.length + 1, Math.max(3, Math.floor(rows * 0.3)));
  const stackRows = rows - machineRows - frameRows;
  return [
    ...pane(`frames of ${state.machine}`, frames, frameRows),
    ...pane(`vm_stack of ${state.machine}, page ${state.pageNumber}`, stackPane(state), stackRows, true),
    ...pane('coroutines', machines, machineRows),
  ];
}

function bottomLines(content: ScreenContent, width: number, height: number, paint: ScreenPaint): string[] {
  const tall = height >= TALL;
  const painted = (line: PaneLine): string => paint(line.kind, filled(line, width));
  const messages = content.messages.slice(-(tall ? 6 : 3)).map((text) => paint('message', cut(text, width)));
  if (content.lens.length > 0) return [...content.lens.map(painted), ...messages];
  const output = pane('output', outputPane(content.state), tall ? 10 : 4, true).map(painted);
  const sentence = wrap(content.sentence, width).slice(0, 2);
  while (sentence.length < 2) sentence.push('');
  return [...output, ...sentence.map((text) => paint('dim', text)), ...messages];
}
