/** Where to stop: breakpoints, and what "step over" and its like mean. */
import { OP, OPCODES, opcodeName } from '../../bytecode/opcodes.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import { frameName } from '../../vm/observe.ts';
import type { Replica } from './replica.ts';

export type BreakKind = 'line' | 'op' | 'fn' | 'exception' | 'create' | 'switch';

export interface Breakpoint {
  readonly id: number;
  readonly kind: BreakKind;
  /** Line number, opcode or function name as typed; '' for events. */
  readonly what: string;
  /** PHP expression, '' for none. */
  readonly condition: string;
}

/** What a stop knows of the step before. */
export interface Before {
  readonly frame: ExecuteData | null;
  readonly line: number;
}

/** `#1 line 7 if $n > 3` */
export function breakpointText(point: Breakpoint): string {
  const { id, kind, what, condition } = point;
  return `#${id} ${kind}${what === '' ? '' : ` ${what}`}${condition === '' ? '' : ` if ${condition}`}`;
}

/** Whether the program, having made a step, stands at `point`; its condition is not looked at. */
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
      return op !== null && frame !== null && op.lineno === Number(point.what) && arrives(frame, before);
    case 'op':
      return op !== null && opcodeName(op.opcode) === point.what;
    case 'fn':
      return frame !== null && frame !== before.frame && matchesName(frame, point.what) && atBeginning(frame);
  }
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
export type StepEnd = (replica: Replica) => boolean;

/** The next line, or another frame. */
export function lineEnd(replica: Replica): StepEnd {
  const { frame, opline } = replica;
  const line = opline?.lineno ?? 0;
  return (now) => now.frame !== frame || now.opline?.lineno !== line;
}

/**
 * Back in the same frame or further out, in the same machine, however often it is suspended meanwhile.
 * `outer` frames further out at least (0: over, 1: out); `lines`: on another line, too.
 */
export function frameEnd(replica: Replica, outer: 0 | 1, lines: boolean): StepEnd {
  const { machine } = replica.vm;
  const depth = depthOf(replica.frame);
  const line = replica.opline?.lineno ?? 0;
  let last: ExecuteData | null = replica.frame;
  let lastDepth = depth;
  return (now) => {
    if (now.frame !== last) {
      last = now.frame;
      lastDepth = depthOf(now.frame);
    }
    if (machine.ended) return true;
    if (now.vm.machine !== machine) return false;
    if (lastDepth > depth - outer) return false;
    return !lines || lastDepth < depth || now.opline?.lineno !== line;
  };
}
