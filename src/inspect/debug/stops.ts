/** Where to stop: breakpoints, and what "step over" and its like mean. */
import { OP, OPCODES, opcodeName } from '../../bytecode/opcodes.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import { frameName } from '../../vm/observe.ts';
import { userFrames } from './places.ts';
import type { Replica } from './replica.ts';

export type BreakKind = 'line' | 'op' | 'fn' | 'change' | 'exception' | 'create' | 'switch';

export interface Breakpoint {
  readonly id: number;
  readonly kind: BreakKind;
  /** Line number, opcode or function name as typed, a PHP expression (change); '' for events. */
  readonly what: string;
  /** Of a line: the end of the file's path. Of a change: the function it is looked at in. */
  readonly where: string;
  /** PHP expression, '' for none. */
  readonly condition: string;
}

/** What a stop knows of the step before. */
export interface Before {
  readonly frame: ExecuteData | null;
  readonly line: number;
}

/** `#1 line a.php:7 if $n > 3`, `#2 change $x in f` */
export function breakpointText(point: Breakpoint): string {
  const { id, kind, what, where, condition } = point;
  const place = kind === 'line' ? `${where.split('/').at(-1)}:${what}` : what;
  const within = kind === 'change' ? ` in ${where}` : '';
  return `#${id} ${kind}${place === '' ? '' : ` ${place}`}${within}${condition === '' ? '' : ` if ${condition}`}`;
}

/** Whether the program, having made a step, stands at `point`; no expression of it is looked at. */
export function hits(point: Breakpoint, replica: Replica, before: Before): boolean {
  const op = replica.opline;
  const { frame } = replica;
  switch (point.kind) {
    case 'exception':
      return replica.stepper.threw;
    case 'create':
      return replica.created.length > 0;
    case 'switch':
      return replica.switches.length > 0;
    case 'line':
      return (
        op !== null &&
        frame !== null &&
        op.lineno === Number(point.what) &&
        arrives(frame, before) &&
        isFile((frame.func as OpArray).fileName, point.where)
      );
    case 'change':
      return frame !== null && frameName(frame) === point.where;
    case 'op':
      return op !== null && opcodeName(op.opcode) === point.what;
    case 'fn':
      return frame !== null && frame !== before.frame && matchesName(frame, point.what) && atBeginning(frame);
  }
}

/** Whether a path is the file that was meant: its end is as typed. */
export function isFile(path: string, where: string): boolean {
  return path === where || path.endsWith(`/${where}`);
}

/** Whether the line of the current opline has just been come to: not back from a call that stands on it. */
function arrives(frame: ExecuteData, before: Before): boolean {
  const line = frame.opcodes[frame.opline]?.lineno;
  if (frame === before.frame) return before.line !== line;
  return frame.opcodes[frame.opline - 1]?.lineno !== line;
}

function matchesName(frame: ExecuteData, wanted: string): boolean {
  const name = frameName(frame).toLowerCase();
  return name === wanted.toLowerCase() || name.endsWith(`::${wanted.toLowerCase()}`);
}

const RETURNS: ReadonlySet<number> = new Set([OP.RETURN, OP.RETURN_BY_REF]);
const RECEIVES: ReadonlySet<number> = new Set([OP.RECV, OP.RECV_INIT, OP.RECV_VARIADIC]);

/** Nothing but receiving arguments has been skipped or run in this frame. */
function atBeginning(frame: ExecuteData): boolean {
  for (let i = 0; i < frame.opline; i++) if (!RECEIVES.has(frame.opcodes[i]?.opcode ?? -1)) return false;
  return true;
}

/** Whether a word is the name of an opcode. */
export function isOpcodeName(word: string): boolean {
  return OPCODES.some((row) => row?.name === word);
}

/** How many frames lie below, this one counted. */
export function depthOf(frame: ExecuteData | null): number {
  let depth = 0;
  for (let ex = frame; ex !== null; ex = ex.prev) if (ex.func.type === 2) depth++;
  return depth;
}

/** Whether a step is complete; asked after every opline. */
export interface StepEnd {
  reached(now: Replica): boolean;
  /** Another run has taken the place of the one it was made for, at a position on the way. */
  rebase(now: Replica): void;
}

/** User frames of a machine by its name, innermost first; also of one that does not run. */
function framesOf(replica: Replica, machine: string): ExecuteData[] {
  for (const { machine: one, saved } of replica.machines.values()) {
    if (one.name !== machine) continue;
    return userFrames(one === replica.vm.machine ? replica.frame : (saved?.executeData ?? null), Infinity);
  }
  return [];
}

/** The next line, or another frame. */
export class LineEnd implements StepEnd {
  private frame: ExecuteData | null;
  private readonly machine: string;
  private readonly depth: number;
  private readonly line: number;

  constructor(replica: Replica) {
    this.frame = replica.frame;
    this.machine = replica.vm.machine.name;
    this.depth = depthOf(replica.frame);
    this.line = replica.opline?.lineno ?? 0;
  }

  reached(now: Replica): boolean {
    return now.frame !== this.frame || now.opline?.lineno !== this.line;
  }

  rebase(now: Replica): void {
    this.frame = framesOf(now, this.machine).at(-this.depth) ?? null;
  }
}

/**
 * Back in the same frame or one that it was called from, in the same machine, however often it is suspended meanwhile.
 */
export class FrameEnd implements StepEnd {
  private frames: ReadonlySet<ExecuteData>;
  private first: ExecuteData | null;
  private readonly machine: string;
  private readonly depth: number;
  private readonly line: number;
  /** The main program's last return: there is no frame to come back to, and whoever runs next is of interest. */
  private readonly last: boolean;

  /** @param outer 0: over, 1: out @param lines on another line, too */
  constructor(replica: Replica, outer: 0 | 1, lines: boolean) {
    const chain = userFrames(replica.frame, Infinity);
    this.machine = replica.vm.machine.name;
    this.depth = chain.length - outer;
    this.frames = new Set(chain.slice(outer));
    this.first = replica.frame;
    this.line = lines ? (replica.opline?.lineno ?? 0) : -1;
    this.last = chain.length === 1 && RETURNS.has(replica.opline?.opcode ?? -1);
  }

  reached(now: Replica): boolean {
    const { frame } = now;
    if (frame === null || this.last) return true;
    if (now.vm.machine.name !== this.machine) return now.ended.includes(this.machine);
    if (!this.frames.has(frame)) return false;
    return frame !== this.first || now.opline?.lineno !== this.line;
  }

  rebase(now: Replica): void {
    const chain = framesOf(now, this.machine);
    const kept = this.depth === 0 ? [] : chain.slice(-this.depth);
    const hadFirst = this.first !== null && this.frames.has(this.first);
    this.frames = new Set(kept);
    this.first = hadFirst ? (kept[0] ?? null) : null;
  }
}

/** Something that is seen of the state alone. */
export function stateEnd(reached: (now: Replica) => boolean): StepEnd {
  return { reached, rebase: () => {} };
}
