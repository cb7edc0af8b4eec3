/** The debugger's commands: their names, what they take, and what they do. */
import { frameName } from '../../vm/observe.ts';
import { bytesToDisplay, wrap } from '../wrap.ts';
import { COMMAND_HELP, type CommandName } from './command-help.ts';
import type { Debugger } from './debugger.ts';
import { type BreakKind, type Breakpoint, breakpointText, isOpcodeName, stateEnd } from './stops.ts';
import { PANES, type PaneName } from './words.ts';

/** What a command does: lines to print; going forwards only sets out. */
type Run = (d: Debugger, rest: string) => readonly string[] | void;

function count(rest: string): number {
  const n = Number(rest.trim() || '1');
  return Number.isInteger(n) && n > 0 ? n : 1;
}

function until(d: Debugger, rest: string): string[] {
  const word = rest.trim();
  const opline = /^@(\d+)$/.exec(word);
  const line = /^\d+$/.test(word) ? Number(word) : 0;
  if (opline === null && line === 0) return ['until LINE, or until @OPLINE: a number is missing'];
  const name = d.state.frames[0]?.name;
  d.setOut(
    stateEnd((now) =>
      opline === null
        ? now.opline?.lineno === line
        : now.frame !== null && now.frame.opline === Number(opline[1]) && frameName(now.frame) === name,
    ),
    true,
  );
  return [];
}

const EVENTS: ReadonlySet<string> = new Set(['exception', 'create', 'switch']);

function addBreakpoint(d: Debugger, rest: string): string[] {
  const [, place = '', condition = ''] = /^(.*?)(?:\s+if\s+(.*))?$/s.exec(rest.trim()) ?? [];
  const found = breakPlace(d, place.trim());
  if (typeof found === 'string') return [found];
  const point = { id: d.newId(), ...found, condition };
  d.breakpoints.push(point);
  if (point.kind === 'change') d.see(point);
  return [d.words.breakpoint(bytesToDisplay(breakpointText(point)))];
}

function breakPlace(d: Debugger, place: string): Pick<Breakpoint, 'kind' | 'what' | 'where'> | string {
  const [kind = '', ...rest] = place.split(/\s+/);
  const what = rest.join(' ');
  if (EVENTS.has(place)) return { kind: place as BreakKind, what: '', where: '' };
  const line = /^(?:line\s+)?(?:(.+):)?(\d+)$/.exec(place);
  if (line !== null) return { kind: 'line', what: line[2] ?? '', where: line[1] ?? d.path };
  if (kind === 'op') {
    const name = what.toUpperCase();
    return isOpcodeName(name) ? { kind: 'op', what: name, where: '' } : `there is no opcode "${what}"`;
  }
  if (kind === 'fn' && what !== '') return { kind: 'fn', what, where: '' };
  const frame = d.state.frames[0];
  if (kind === 'change' && what !== '' && frame !== undefined) return { kind: 'change', what, where: frame.name };
  return COMMAND_HELP.break.en;
}

function remove(d: Debugger, rest: string): string[] {
  const id = Number(rest.trim());
  for (const list of [d.breakpoints, d.watches] as { readonly id: number }[][]) {
    const at = list.findIndex((one) => one.id === id);
    if (at >= 0) {
      list.splice(at, 1);
      return [d.words.deleted(id)];
    }
  }
  return [d.words.noSuchNumber(rest.trim())];
}

function zoom(d: Debugger, rest: string): string[] {
  const [word = '', lines = '0'] = rest.trim().split(/\s+/);
  const pane = PANES.find((one) => one === word) ?? PANES[Number(word) - 1];
  if (word !== '' && pane === undefined) return [`zoom ${PANES.join(' | ')}`];
  d.zoom = pane === undefined ? null : { pane, scroll: Number(lines) || 0 };
  return [];
}

function print(d: Debugger, rest: string): string[] {
  const { ok, text } = d.evaluate(rest, true);
  return ok ? bytesToDisplay(text).split('\n') : [d.words.noValue(bytesToDisplay(text))];
}

function screen(d: Debugger, rest: string): string[] {
  const [, width = '80', height = '24'] = /^(\d+)x(\d+)$/.exec(rest.trim()) ?? [];
  return d.screen(Number(width), Number(height), []).map((line) => line.trimEnd());
}

function lens(d: Debugger): string[] {
  const lines = d.pane('lens');
  return lines.length === 0 ? [d.words.noSwitch] : lines;
}

/** Frames of the machine that runs, or of one by its name: `co 2`, or only its number. */
function frames(d: Debugger, rest: string): readonly string[] {
  if (rest === '') return d.pane('frames');
  const name = /^\d+$/.test(rest) ? `co ${rest}` : rest;
  return d.framesOf(name) ?? [d.words.noMachine(bytesToDisplay(name))];
}

const HELP_INDENT = 34;
const HELP_WIDTH = 80;

/** Fits a terminal of 80 columns. */
function help(d: Debugger): string[] {
  return Object.entries(COMMAND_HELP).flatMap(([name, row]) => {
    const short = row.short.length === 0 ? '' : ` (${row.short.join(', ')})`;
    const usage = row.usage.startsWith(name) ? row.usage : name;
    const [first = '', ...more] = wrap(row[d.lang], HELP_WIDTH - HELP_INDENT);
    return [(usage + short).padEnd(HELP_INDENT) + first, ...more.map((text) => ' '.repeat(HELP_INDENT) + text)];
  });
}

const pane =
  (name: PaneName): Run =>
  (d) =>
    d.pane(name);

const COMMANDS: Readonly<Record<CommandName, Run>> = {
  step: (d, rest) => d.setOut(null, false, count(rest)),
  line: (d) => d.setOutLine(),
  over: (d) => d.setOutFrame(0, false),
  next: (d) => d.setOutFrame(0, true),
  out: (d) => d.setOutFrame(1, false),
  continue: (d) => d.setOut(null, true),
  until,
  switch: (d) =>
    d.setOut(
      stateEnd((now) => now.switches.length > 0),
      true,
    ),
  back: (d, rest) => d.back(Math.max(0, d.session.position - count(rest)), ''),
  'back-line': (d) => d.backLine(),
  'back-write': (d, rest) => d.backWrite(rest.trim()),
  'back-suspended': (d) => d.backSuspended(),
  'back-break': (d) => d.backToBreakpoint(),
  goto: (d, rest) => {
    const position = Math.max(0, Number(rest.trim()) || 0);
    if (position < d.session.position) return d.back(position, '');
    return d.setOut(null, false, position - d.session.position);
  },
  restart: (d) => d.back(0, ''),
  break: addBreakpoint,
  breaks: (d) => d.breakpoints.map((point) => bytesToDisplay(breakpointText(point))),
  delete: remove,
  watch: (d, rest) => {
    d.watches.push({ id: d.newId(), expression: rest });
    return d.watchLines().slice(-1);
  },
  print,
  where: (d) => [d.whereLine()],
  explain: (d) => [d.sentence(), d.sentence(true)],
  lens,
  source: pane('source'),
  ops: pane('ops'),
  frames,
  stack: pane('stack'),
  coroutines: pane('coroutines'),
  output: pane('output'),
  zoom,
  screen,
  quit: (d) => {
    d.finished = true;
  },
  help,
};

const BY_WORD: ReadonlyMap<string, CommandName> = new Map(
  (Object.keys(COMMAND_HELP) as CommandName[]).flatMap((name) =>
    [name, ...COMMAND_HELP[name].short].map((word): [string, CommandName] => [word, name]),
  ),
);

/** Every command's full name, for completion. */
export const COMMAND_NAMES: readonly string[] = Object.keys(COMMAND_HELP);

/** What came of a command line. */
export interface CommandResult {
  readonly lines: readonly string[];
  /** The program has moved, or sets out to: `proceed` until it says where it stopped. */
  readonly moves: boolean;
  readonly known: boolean;
}

/** Runs one command line (bytes); an empty one does nothing. */
export function runCommand(d: Debugger, line: string): CommandResult {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(line) ?? [];
  if (word === '' || word.startsWith('#')) return { lines: [], moves: false, known: true };
  const name = BY_WORD.get(word);
  if (name === undefined) return { lines: [d.words.noCommand(bytesToDisplay(word))], moves: false, known: false };
  const lines = COMMANDS[name](d, rest) ?? [];
  return { lines, moves: COMMAND_HELP[name].moves === true, known: true };
}
