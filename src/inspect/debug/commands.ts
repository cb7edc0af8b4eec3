/** The debugger's commands: their names, what they take, and what they do. */
import { framesPane, machinesPane, opArrayPane, outputPane, sourcePane, stackPane } from './panes.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import type { Debugger } from './debugger.ts';
import { type BreakKind, breakpointText, isOpcodeName } from './stops.ts';

interface Command {
  /** The full name first, then short ones. */
  readonly names: readonly string[];
  readonly usage: string;
  readonly help: string;
  /** Lines to print; going forwards only sets out. */
  run(d: Debugger, rest: string): readonly string[];
  /** Where the program stands is told afterwards. */
  readonly moves: boolean;
}

const show = (lines: readonly { readonly text: string }[]): string[] => lines.map((line) => line.text.trimEnd());

function count(rest: string): number {
  const n = Number(rest.trim() || '1');
  return Number.isInteger(n) && n > 0 ? n : 1;
}

function until(d: Debugger, rest: string): string[] {
  const word = rest.trim();
  const opline = /^@(\d+)$/.exec(word);
  const line = /^\d+$/.test(word) ? Number(word) : 0;
  if (opline === null && line === 0) return ['until LINE, or until @OPLINE: a number is missing'];
  const start = d.session.frame;
  const name = start?.func;
  d.setOut(
    (now) =>
      opline === null
        ? now.opline?.lineno === line
        : now.frame?.func === name && now.frame?.opline === Number(opline[1]),
    true,
  );
  return [];
}

const EVENTS: ReadonlySet<string> = new Set(['exception', 'create', 'switch']);

function addBreakpoint(d: Debugger, rest: string): string[] {
  const [, place = '', condition = ''] = /^(.*?)(?:\s+if\s+(.*))?$/s.exec(rest.trim()) ?? [];
  const found = breakPlace(place.trim());
  if (typeof found === 'string') return [found];
  const point = { id: d.newId(), ...found, condition };
  d.breakpoints.push(point);
  return [`breakpoint ${breakpointText(point)}`];
}

function breakPlace(place: string): { kind: BreakKind; what: string } | string {
  if (/^\d+$/.test(place)) return { kind: 'line', what: place };
  if (EVENTS.has(place)) return { kind: place as BreakKind, what: '' };
  const [kind = '', what = ''] = place.split(/\s+/);
  if (kind === 'op') {
    const name = what.toUpperCase();
    return isOpcodeName(name) ? { kind: 'op', what: name } : `there is no opcode "${what}"`;
  }
  if (kind === 'fn' && what !== '') return { kind: 'fn', what };
  if (kind === 'line' && /^\d+$/.test(what)) return { kind: 'line', what };
  return 'break LINE | op NAME | fn NAME | exception | create | switch, and if you like: if EXPRESSION';
}

function remove(d: Debugger, rest: string): string[] {
  const id = Number(rest.trim());
  for (const list of [d.breakpoints, d.watches] as { readonly id: number }[][]) {
    const at = list.findIndex((one) => one.id === id);
    if (at >= 0) {
      list.splice(at, 1);
      return [`${id} is deleted`];
    }
  }
  return [`there is no breakpoint or watch ${rest.trim()}`];
}

function pane(d: Debugger, rest: string): string[] {
  const { state } = d;
  const frame = state.frames[0];
  const rows = 1000;
  switch (rest) {
    case 'source':
      return show(sourcePane(d.sourceLines(), frame?.line ?? 0, new Set(), rows));
    case 'ops':
      return d.session.frame === null
        ? []
        : show(opArrayPane(d.session.frame.func as OpArray, frame?.opline ?? 0, rows));
    case 'frames':
      return show(framesPane(state));
    case 'stack':
      return show(stackPane(state));
    case 'coroutines':
      return show(machinesPane(state));
    default:
      return show(outputPane(state));
  }
}

function command(
  names: string,
  usage: string,
  help: string,
  run: (d: Debugger, rest: string) => readonly string[] | undefined,
  moves = false,
): Command {
  return { names: names.split(' '), usage, help, moves, run: (d, rest) => run(d, rest) ?? [] };
}

const NOTHING: readonly string[] = [];

/** Every command. */
export const COMMANDS: readonly Command[] = [
  command('step s', 'step [N]', 'run one opline, or N', (d, rest) => void d.setOut(null, false, count(rest)), true),
  command('line l', 'line', 'run to another line, into calls', (d) => void d.setOutLine(), true),
  command(
    'over n',
    'over',
    'run to the next opline of this frame, over calls and sleeps',
    (d) => void d.setOutFrame(0, false),
    true,
  ),
  command(
    'next nl',
    'next',
    'run to the next line of this frame, over calls and sleeps',
    (d) => void d.setOutFrame(0, true),
    true,
  ),
  command(
    'out o',
    'out',
    'run until this function has returned, over sleeps',
    (d) => void d.setOutFrame(1, false),
    true,
  ),
  command('continue c', 'continue', 'run to a breakpoint or the end', (d) => void d.setOut(null, true), true),
  command('until u', 'until LINE|@OPLINE', 'run to a line, or to an opline of this function', until, true),
  command(
    'switch w',
    'switch',
    'run to the next switch of coroutines or fibers',
    (d) => void d.setOut((now) => now.switches.length > 0, true),
    true,
  ),
  command(
    'back b',
    'back [N]',
    'go back one opline, or N',
    (d, rest) => d.back(Math.max(0, d.session.position - count(rest)), ''),
    true,
  ),
  command('back-line bl', 'back-line', 'go back a line', (d) => d.backLine(), true),
  command(
    'back-write bw',
    'back-write VARIABLE|T3',
    'go back to the opline that wrote to it last',
    (d, rest) => d.backWrite(rest.trim()),
    true,
  ),
  command(
    'back-suspended bs',
    'back-suspended',
    'go back to where this coroutine was suspended',
    (d) => d.backSuspended(),
    true,
  ),
  command(
    'goto g',
    'goto N',
    'go to opline N, counted from the beginning',
    (d, rest) => d.back(Number(rest.trim() || '0'), ''),
    true,
  ),
  command('restart', 'restart', 'go back to the beginning', (d) => d.back(0, ''), true),
  command(
    'break',
    'break PLACE [if EXPRESSION]',
    'stop at LINE, op NAME, fn NAME, exception, create, switch',
    addBreakpoint,
  ),
  command('breaks', 'breaks', 'list the breakpoints', (d) => d.breakpoints.map(breakpointText)),
  command('delete', 'delete N', 'delete a breakpoint or watch', remove),
  command('watch', 'watch EXPRESSION', 'show the value of a PHP expression at every stop', (d, rest) => {
    d.watches.push({ id: d.newId(), expression: rest });
    return d.watchLines().slice(-1);
  }),
  command('print p', 'print EXPRESSION', 'the value of a PHP expression', (d, rest) => {
    const { ok, text } = d.evaluate(rest);
    return [ok ? text : `no value: ${text}`];
  }),
  command('where', 'where', 'where the program stands', (d) => [d.whereLine()]),
  command('explain e', 'explain', 'what the next opline does, and why the compiler chose it', (d) => [
    d.sentence(),
    d.sentence(true),
  ]),
  command('lens', 'lens', 'the fields that the last switch saved and restored', (d) => {
    const lines = show(d.lens());
    return lines.length === 0 ? ['the last step made no switch'] : lines;
  }),
  ...['source', 'ops', 'frames', 'stack', 'coroutines', 'output'].map((name) =>
    command(name, name, `the ${name} pane in full`, (d) => pane(d, name)),
  ),
  command('screen', 'screen [WxH]', 'the whole screen, 80x24 unless given', (d, rest) => {
    const [, width = '80', height = '24'] = /^(\d+)x(\d+)$/.exec(rest.trim()) ?? [];
    return d.screen(Number(width), Number(height), []).map((line) => line.trimEnd());
  }),
  command('quit q', 'quit', 'leave the debugger', (d) => {
    d.finished = true;
    return NOTHING;
  }),
  command('help h', 'help', 'this list', () =>
    COMMANDS.map((one) => `${[...one.names].join(', ').padEnd(20)} ${one.usage.padEnd(28)} ${one.help}`),
  ),
];

const BY_NAME: ReadonlyMap<string, Command> = new Map(COMMANDS.flatMap((one) => one.names.map((name) => [name, one])));

/** What came of a command line. */
export interface CommandResult {
  readonly lines: readonly string[];
  /** The program has moved, or sets out to: `proceed` until it says where it stopped. */
  readonly moves: boolean;
  readonly known: boolean;
}

/** Runs one command line; an empty one does nothing. */
export function runCommand(d: Debugger, line: string): CommandResult {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(line) ?? [];
  if (word === '' || word.startsWith('#')) return { lines: NOTHING, moves: false, known: true };
  const found = BY_NAME.get(word);
  if (found === undefined)
    return { lines: [`there is no command "${word}"; help lists them`], moves: false, known: false };
  return { lines: found.run(d, rest), moves: found.moves, known: true };
}
