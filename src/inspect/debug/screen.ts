/** The debugger's screen: panes put side by side, without any control sequence; colours are painted around lines. */
import type { OpArray } from '../../bytecode/op-array.ts';
import { bytesToDisplay, columns, cut, fit, wrap, wrapLine } from '../wrap.ts';
import {
  framesPane,
  lensPane,
  type LineKind,
  machinesPane,
  opArrayPane,
  outputPane,
  type PaneLine,
  sourcePane,
  stackPane,
} from './panes.ts';
import type { SwitchSeen } from './replica.ts';
import type { DebugState } from './state.ts';
import type { DebugWords, PaneName } from './words.ts';

/** Puts colour around a piece of a line; absent: plain. */
export type ScreenPaint = (kind: LineKind | 'title', text: string) => string;

export interface ScreenContent {
  readonly file: string;
  readonly state: DebugState;
  readonly sourceLines: readonly string[];
  readonly breakLines: ReadonlySet<number>;
  readonly opArray: OpArray | null;
  /** Bytes. */
  readonly output: string;
  /** What the next opline does, in words. */
  readonly sentence: string;
  /** The switch that has just happened; null when none has. */
  readonly switched: SwitchSeen | null;
  /** Values of watched expressions; what the last command said. */
  readonly watches: readonly string[];
  readonly messages: readonly string[];
  readonly words: DebugWords;
}

/** One pane that has the whole screen, and how many lines it is scrolled. */
export interface Zoom {
  readonly pane: PaneName;
  readonly scroll: number;
}

const TALL = 40;
const MICROS = 1e6;
const BLANK: PaneLine = { text: '', kind: 'plain' };
const PLAIN: ScreenPaint = (_kind, text) => text;

/** The screen as `height` lines of at most `width` columns. */
export function renderScreen(
  content: ScreenContent,
  width: number,
  height: number,
  zoom: Zoom | null = null,
  paint: ScreenPaint = PLAIN,
): string[] {
  const title = paint('title', fit(titleText(content), width));
  const painted = (line: PaneLine): string => paint(line.kind, filled(line, width));
  if (zoom !== null) {
    const messages = bottomMessages(content, width, 3);
    const rows = height - 1 - messages.length;
    return [title, ...zoomedPane(content, zoom, rows).map(painted), ...messages.map(painted)];
  }
  const bottom = bottomLines(content, width, height);
  const bodyRows = Math.max(8, height - 1 - bottom.length);
  const leftWidth = Math.floor((width - 1) / 2);
  const rightWidth = width - 1 - leftWidth;
  const left = leftColumn(content, bodyRows);
  const right = rightColumn(content, bodyRows);
  const out = [title];
  for (let i = 0; i < bodyRows; i++) {
    const l = left[i] ?? BLANK;
    const r = right[i] ?? BLANK;
    out.push(`${paint(l.kind, filled(l, leftWidth))}│${paint(r.kind, filled(r, rightWidth))}`);
  }
  return [...out, ...bottom.map(painted)].slice(0, height);
}

function titleText({ file, state, words }: ScreenContent): string {
  const place = state.ended ? words.ended : state.machine;
  const thrown = state.exception === '' ? '' : `   ! ${bytesToDisplay(state.exception)}`;
  const time = words.seconds((state.micros / MICROS).toFixed(3));
  return ` corovm debug ${bytesToDisplay(file)}   #${state.position}   ${place}   ${time}${thrown}`;
}

/** A line of exactly `width` columns; headings end in a rule. */
function filled(line: PaneLine, width: number): string {
  if (line.kind !== 'heading') return fit(line.text, width);
  const text = `${cut(line.text, width - 1)} `;
  return text + '─'.repeat(width - columns(text));
}

/** Every line of a pane, and the number of the one to look at. */
function paneLines(name: PaneName, content: ScreenContent, rows: number): { lines: PaneLine[]; at: number } {
  const { state, words, opArray } = content;
  const frame = state.frames[0];
  switch (name) {
    case 'source': {
      const lines = sourcePane(content.sourceLines, frame?.line ?? 0, content.breakLines);
      return { lines, at: (frame?.line ?? 1) - 1 };
    }
    case 'ops':
      return { lines: opArray === null ? [] : opArrayPane(opArray, frame?.opline ?? 0), at: frame?.opline ?? 0 };
    case 'frames':
      return { lines: framesPane(state, words), at: 0 };
    case 'stack': {
      const lines = stackPane(state, words);
      return { lines, at: lines.length };
    }
    case 'coroutines': {
      const lines = machinesPane(state, words);
      const running = lines.findIndex((line) => line.kind === 'current');
      return { lines, at: running < rows ? 0 : running };
    }
    case 'output': {
      const lines = outputPane(content.output);
      return { lines, at: lines.length };
    }
    case 'lens':
      return { lines: content.switched === null ? [] : lensPane(content.switched, words), at: 0 };
  }
}

function paneTitle(name: PaneName, { state, words }: ScreenContent): string {
  const title = words.titles[name];
  if (name === 'ops') return `${title} ${bytesToDisplay(state.frames[0]?.name ?? '')}`.trimEnd();
  if (name === 'frames') return words.of(title, state.machine);
  return name === 'stack' ? words.of(title, state.machine) + words.page(state.pageNumber) : title;
}

/** Exactly `rows` lines: a heading, and those around the one to look at. */
function pane(name: PaneName, content: ScreenContent, rows: number, scroll = 0): PaneLine[] {
  const room = Math.max(0, rows - 1);
  const { lines, at } = paneLines(name, content, room);
  const from = Math.max(0, Math.min(at - Math.floor(room / 2) + scroll, lines.length - room));
  const shown = lines.slice(from, from + room);
  const missing = lines.length - shown.length;
  const title = paneTitle(name, content);
  const isCut = missing > 0 && name !== 'source' && name !== 'ops';
  const head: PaneLine = { text: `─ ${isCut ? `${title} (${content.words.more(missing)})` : title}`, kind: 'heading' };
  return [head, ...shown, ...Array.from({ length: room - shown.length }, () => BLANK)];
}

function zoomedPane(content: ScreenContent, zoom: Zoom, rows: number): PaneLine[] {
  const lines = pane(zoom.pane, content, rows, zoom.scroll);
  if (zoom.pane === 'lens' && content.switched === null) lines[1] = { text: content.words.noSwitch, kind: 'dim' };
  return lines;
}

function leftColumn(content: ScreenContent, rows: number): PaneLine[] {
  const sourceRows = Math.max(4, Math.floor(rows * 0.45));
  return [...pane('source', content, sourceRows), ...pane('ops', content, rows - sourceRows)];
}

function rightColumn(content: ScreenContent, rows: number): PaneLine[] {
  const { state, words } = content;
  const share = (lines: readonly PaneLine[], part: number): number =>
    Math.min(lines.length + 1, Math.max(3, Math.floor(rows * part)));
  const machineRows = share(machinesPane(state, words), 0.25);
  const frameRows = share(framesPane(state, words), 0.3);
  return [
    ...pane('frames', content, frameRows),
    ...pane('stack', content, rows - machineRows - frameRows),
    ...pane('coroutines', content, machineRows),
  ];
}

/** The last messages, but every watch as long as there is room. */
function bottomMessages(content: ScreenContent, width: number, rows: number): PaneLine[] {
  const messages = content.messages.flatMap((text) => wrapLine(text, width)).slice(-rows);
  const watches = content.watches.slice(0, Math.max(0, rows - messages.length));
  return [...watches, ...messages].map((text) => ({ text, kind: 'message' }));
}

function bottomLines(content: ScreenContent, width: number, height: number): PaneLine[] {
  const tall = height >= TALL;
  const messages = bottomMessages(content, width, tall ? 6 : 3);
  const lens = content.switched === null ? [] : lensPane(content.switched, content.words);
  if (!tall && lens.length > 0) return [...lens, ...messages];
  const output = pane('output', content, tall ? 10 : 4);
  const sentence = wrap(content.sentence, width).slice(0, 2);
  while (sentence.length < 2) sentence.push('');
  const said = sentence.map((text): PaneLine => ({ text: cut(text, width), kind: 'dim' }));
  return [...lens, ...output, ...said, ...messages];
}

/** A pane in full. */
export function wholePane(name: PaneName, content: ScreenContent): string[] {
  return paneLines(name, content, 0).lines.map((line) => line.text.trimEnd());
}
