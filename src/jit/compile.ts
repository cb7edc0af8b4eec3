/**
 * op_array -> JavaScript source, for one way into it: a call with so many arguments, or the opline where a frame stands.
 *
 * The code works on the same frame as the interpreter. Variables and temporaries live in JavaScript variables, numbers
 * unboxed, and go back into the frame's slots where anybody may look: before a handler runs, and whenever the code is left.
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import { CALL_FRAME_SLOT, type OpArray } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_GENERATOR } from '../bytecode/type-flags.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { countedText } from './borrowing.ts';
import { possibleMask } from './declared-types.ts';
import { Emitter } from './emitter.ts';
import type { Facts } from './operand.ts';
import { outText } from './frames-on-demand.ts';
import { type FlowGraph, flowGraph, loopGraph, wholeGraph } from './flow-graph.ts';
import type { Functions } from './calls.ts';
import { floatText, kindText } from './kind-tests.ts';
import { findLiveness } from './liveness.ts';
import { compileOpline, type EntryContext } from './oplines.ts';
import { INT32 } from './ranges.ts';
import { State } from './state.ts';
import { loopFloats } from './loop-floats.ts';
import { CALLS, type Laps, LAPS, NO_LAPS, OTHERS } from './laps.ts';
import { steadyReads } from './steady-arrays.ts';
import { inferStates, Structure, walkOplines } from './structure.ts';
import { ANY, ARR, COUNTED, FLT, INT, maskOf, OBJ, STR, UNDEF, VARIABLE } from './types.ts';

/** Why an op_array, or one way into it, is left to the interpreter (`--jit-report`). */
export type Refusal =
  | 'too long'
  | 'a loop with several ways in'
  | 'variables by name'
  | 'types that keep changing'
  | 'too few arguments'
  /** Of a call without a frame alone. */
  | 'needs a frame';

/** The way in. */
export interface Entry {
  readonly opline: number;
  /** Arguments of the call, -1 when a running frame is taken over. */
  readonly numArgs: number;
  /** Slots of the frame at this moment, from CV 0 on. */
  readonly values: readonly Zval[];
  readonly thisObject: PhpObject | null;
  /** For calls without a frame. */
  readonly light: boolean;
}

export interface Compiled {
  readonly parameters: string;
  /** JavaScript that is run once, in front of the function. */
  readonly prelude: string;
  /** Body of a function, see src/jit/emitter.ts for the names it uses. */
  readonly source: string;
  readonly constants: readonly unknown[];
  /** Opcodes whose handlers it names `H<number>`. */
  readonly handlers: readonly number[];
  /** Kinds of the values it returns. */
  readonly returns: number;
}

/** Oplines of the largest function that is compiled: V8 optimises no function with more than 60 KB of bytecode. */
const LONGEST = 1500;

/** Opcodes that reach variables by name. */
const BY_NAME: ReadonlySet<number> = new Set<number>([OP.INCLUDE_OR_EVAL, OP.FETCH_GLOBALS]);

const FETCHES: ReadonlySet<number> = new Set<number>([
  OP.FETCH_R,
  OP.FETCH_W,
  OP.FETCH_RW,
  OP.FETCH_IS,
  OP.FETCH_UNSET,
  OP.FETCH_FUNC_ARG,
  OP.UNSET_VAR,
  OP.ISSET_ISEMPTY_VAR,
]);

/** ZEND_FETCH_LOCAL etc. in extended_value. */
const FETCH_TYPE_MASK = 0x0e;
const FETCH_LOCAL = 4;

/** Why no way into the op_array is compiled; null when some may be. */
export function refusal(func: OpArray): Refusal | null {
  if (func.opcodes.length > LONGEST) return 'too long';
  for (const op of func.opcodes) {
    if (BY_NAME.has(op.opcode)) return 'variables by name';
    if (op.opcode === OP.INIT_FCALL && op.op2Lit === 'extract') return 'variables by name';
    if (FETCHES.has(op.opcode) && (op.extendedValue & FETCH_TYPE_MASK) === FETCH_LOCAL) return 'variables by name';
  }
  return null;
}

/** Number under which failed guesses about variable `n` at the way in are counted. */
export function entryReason(n: number): number {
  return 1_000_000 + n;
}

/** The same of the guess that the int there fits 32 bits. */
function smallReason(n: number): number {
  return entryReason(n) + 500_000;
}

/** Compiles one way in. */
export function compileEntry(func: OpArray, entry: Entry, facts: Facts, functions: Functions): Compiled | Refusal {
  const whole = flowGraph(func.opcodes, entry.opline);
  if (whole === null) return 'a loop with several ways in';
  if (entry.numArgs >= 0 && entry.numArgs < func.requiredNumArgs) return 'too few arguments';
  const isGenerator = (func.fnFlags & ACC_GENERATOR) !== 0;
  const live = findLiveness(func, isGenerator ? wholeGraph(func.opcodes, entry.opline) : whole);
  const laps = lapsOf(whole, entry, isGenerator);
  const graph = laps === LAPS ? loopGraph(whole) : whole;
  const size = CALL_FRAME_SLOT + func.vars.length + func.T;
  const g = new Emitter(func, facts, live, State.empty(size), entry.light ? entry.numArgs : null);
  const { opline, numArgs, thisObject } = entry;
  const context: EntryContext = { functions, opline, numArgs, thisObject };
  const prologue = enter(g, entry);
  const walk = (block: Parameters<typeof walkOplines>[1]): ReturnType<typeof walkOplines> =>
    walkOplines(g, block, (n) => compileOpline(g, n, context));
  const before = g.state.copy();
  const plans = { steady: steadyReads(g, graph), floats: loopFloats(g, graph) };
  const states = inferStates(g, graph, before, walk, plans);
  if (g.needsFrame) return 'needs a frame';
  g.startText();
  new Structure(g, graph, states, walk, laps, plans).write(before);
  const body = g.takeText();
  if (g.needsFrame) return 'needs a frame';
  const code = entry.light ? orLeave(g, entry, prologue, body) : `${prologue}\n${body}`;
  return {
    parameters: parameters(entry, g.isLightClosure),
    prelude: `${laps.prelude}${g.hints.lasting.map((name) => `let ${name}=0;`).join('')}`,
    source: `${head(g, entry, code)}\n${laps.head}${code}`,
    constants: g.constants,
    handlers: [...g.handlers],
    returns: g.returns,
  };
}

/** Arguments that are not what was expected: the frame is put down, in one place for all of them. `t` says which it was. */
function orLeave(g: Emitter, entry: Entry, prologue: string, body: string): string {
  if (!prologue.includes(REFUSE)) return `${prologue}\n${body}`;
  const values = g.func.vars.map((_, n) => (n < entry.numArgs ? `a${n}` : 'undefined'));
  return `XE:{${prologue}\n${body}}\n${outText(g, '0', 't', [], values)}`;
}

/** Leaves for the place behind the code of a call without a frame. */
const REFUSE = 'break XE;';

function lapsOf({ blocks }: FlowGraph, entry: Entry, isGenerator: boolean): Laps {
  if (!blocks.some((b) => b.isLoop)) return NO_LAPS;
  if (entry.numArgs >= 0) return CALLS;
  return !isGenerator && blocks[0]?.isLoop === true ? LAPS : OTHERS;
}

function parameters(entry: Entry, isClosure: boolean): string {
  if (!entry.light) return 'vm,X';
  return [isClosure ? 'vm,U,Q,W,C' : 'vm,U,Q,W', ...argumentNames(entry)].join();
}

function argumentNames(entry: Entry): string[] {
  return Array.from({ length: entry.numArgs }, (_, i) => `a${i}`);
}

function head(g: Emitter, entry: Entry, code: string): string {
  const names = [...g.locals].map((name) => `${name}${initialText(name)}`);
  const locals = names.length === 0 ? '' : `,${names.join(',')}`;
  if (entry.light) {
    const cache = /\bRC\b/.test(code) ? `const RC=${g.constant(runTimeCacheOf(g.func))};` : '';
    return `${cache}let t,u${locals};`;
  }
  const frame = 'const S=X.slots,B=X.base;';
  if (entry.numArgs < 0) return `${frame}const RC=X.runTimeCache;let t,u${locals};`;
  const cache = 'const RC=J.cache(X);if(X.opcodes!==O)X.opcodes=O;if(X.runTimeCache!==RC)X.runTimeCache=RC;';
  return `${frame}${cache}vm.currentExecuteData=X;let t,u${locals};`;
}

/** What a JavaScript variable begins with. */
function initialText(name: string): string {
  if (name === 'w') return '=-1';
  if (name === 'd') return '=vm.jitDepth';
  return /^[fhy]/.test(name) ? '=0' : name.startsWith('k') ? '=false' : '';
}

/** The state at the way in, and the JavaScript that reads the variables and checks what is expected of them. */
function enter(g: Emitter, entry: Entry): string {
  const { func } = g;
  const { masks, dirty, samples } = g.state;
  let text = '';
  const last = CALL_FRAME_SLOT + func.vars.length;
  for (let s = CALL_FRAME_SLOT; s < masks.length; s++) {
    const n = s - CALL_FRAME_SLOT;
    if (s >= last && (entry.numArgs >= 0 || !g.live.isLive(entry.opline, s))) continue;
    if (s < last && entry.numArgs >= 0 && n >= Math.min(entry.numArgs, func.numArgs)) {
      g.local('c', s);
      masks[s] = UNDEF;
      dirty[s] = true;
      continue;
    }
    const sample = entry.values[n];
    samples[s] = sample;
    if (s < last && entry.numArgs < 0 && !g.live.isLive(entry.opline, s) && (maskOf(sample) & COUNTED) === 0) {
      // Nobody reads what it holds, and nobody has to let go of it: it is as good as undefined.
      const c = g.local('c', s);
      masks[s] = UNDEF;
      text += `${c}=S[B+${s}];if(${countedText(c)}){return J.exit(T,${entryReason(s)});}${c}=undefined;`;
      continue;
    }
    const byValue = entry.numArgs >= 0 && func.argInfo[n]?.byRef !== true;
    masks[s] = byValue ? ANY : VARIABLE;
    text += read(g, s, sample, entry);
  }
  return text;
}

function read(g: Emitter, s: number, sample: Zval | undefined, entry: Entry): string {
  const c = g.local('c', s);
  const reason = entryReason(s);
  const failFor = (why: number): string => {
    if (entry.light) return `t=${why};${REFUSE}`;
    return entry.numArgs < 0 ? `return J.exit(T,${why});` : `return J.refuse(T,${why},vm,X);`;
  };
  const fail = failFor(reason);
  let text = entry.light ? `${c}=a${s - CALL_FRAME_SLOT};` : `${c}=S[B+${s}];`;
  if (g.facts.generic.has(reason)) return text;
  // RECV makes a float of an int: no need to expect either.
  const declared = entry.numArgs >= 0 ? (g.func.argInfo[s - CALL_FRAME_SLOT]?.type ?? null) : null;
  if (declared !== null && possibleMask(declared) === FLT && g.func.argInfo[s - CALL_FRAME_SLOT]?.byRef === false)
    return text;
  const mask = maskOf(sample);
  if (mask === STR || mask === ARR || mask === OBJ) {
    g.state.masks[s] = mask;
    text += `if(!(${kindText(c, mask)})){${fail}}`;
  } else if (mask === INT) {
    g.state.masks[s] = INT;
    text += `if(typeof ${c}!=='number'){${fail}}`;
    const small = smallReason(s);
    if ((sample as number) >> 0 === sample && !g.facts.generic.has(small)) {
      // V8 then computes in 32 bits, too.
      g.state.ranges[s] = INT32;
      text += `if(${c}!==(${c}|0)){${failFor(small)}}${c}=${c}|0;`;
    }
  } else if (mask === FLT) {
    g.state.masks[s] = FLT;
    text += `if(!(${floatText(c)})){${fail}}${g.local('f', s)}=${c}.value;`;
  } else if (mask === UNDEF && entry.numArgs < 0 && s < CALL_FRAME_SLOT + g.func.vars.length) {
    g.state.masks[s] = UNDEF;
    text += `if(${c}!==undefined){${fail}}`;
  }
  return text;
}
