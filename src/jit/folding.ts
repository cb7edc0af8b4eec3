/**
 * Calls of functions that only compute, for arguments that are known when the code is made: what they return is part of the
 * code. Strings are known where a literal was assigned on every way to the opline, and where such a call made them.
 * Source: php-src Zend/Optimizer/sccp.c (can_ct_eval_func_call)
 */
import { type Func, IS_CONST, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import { defaultsOf } from '../vm/bind-arguments.ts';
import type { InternalFunction } from '../vm/internal-function.ts';
import { plainCall, SENDS } from './frames-on-demand.ts';
import type { Emitter } from './emitter.ts';
import { isPure } from './pure-builtins.ts';
import { ARR, maskOf, STR } from './types.ts';

/** Bytes and elements of what is kept. */
const MOST_BYTES = 65_536;
const MOST_ELEMENTS = 16_384;

/** Functions of two arguments that are worth a call when they are not folded. */
const MAKERS: ReadonlySet<string> = new Set(['explode', 'str_repeat']);

/** The call that INIT_FCALL prepares, its sends and its DO_*, when it can be made now: false when it cannot. */
export function foldCall(
  g: Emitter,
  op: Opline,
  func: Func,
  run: (func: InternalFunction, args: unknown[]) => Zval,
): boolean {
  if (g.isScript || !isFoldable(func, op.extendedValue)) return false;
  const sends = plainCall(g, g.n);
  const call = sends?.pop();
  if (sends === null || call === undefined || call.resultType === IS_UNUSED) return false;
  const args: Zval[] = [];
  for (const send of sends) {
    const value = knownArgument(g, send);
    if (value === undefined || !fits(func, args.length, value)) return false;
    args.push(value);
  }
  if (!isSmall(func, args)) return false;
  return keep(g, call, run(func, [...args, ...defaultsOf(func).slice(args.length)]), g.n + sends.length + 1);
}

function keep(g: Emitter, call: Opline, value: Zval, end: number): boolean {
  if (value instanceof PhpArray) {
    if (value.count > MOST_ELEMENTS || !value.isPlainList() || value.vals.some((v) => typeof v === 'object'))
      return false;
    g.result(call, ARR, `J.list(${g.constant(value.vals)}.slice())`);
  } else if (typeof value === 'string' || typeof value === 'boolean') {
    const js = typeof value === 'string' ? g.constant(value) : String(value);
    g.result(call, maskOf(value), js);
    if (typeof value === 'string') g.state.texts.set(call.result, value);
  } else return false;
  g.done = end;
  return true;
}

function isFoldable(func: Func, numArgs: number): func is InternalFunction {
  if (isPure(func, numArgs)) return true;
  return func.type === 1 && func.scope === null && MAKERS.has(func.functionName) && numArgs === 2;
}

function isSmall(func: InternalFunction, args: readonly Zval[]): boolean {
  if (args.some((a) => typeof a === 'string' && a.length > MOST_BYTES)) return false;
  const [first, second] = args;
  if (func.functionName === 'explode') return first !== '';
  if (func.functionName !== 'str_repeat') return true;
  const times = Number(second);
  return times >= 0 && (first as string).length * times <= MOST_BYTES;
}

/** What the opline sends; undefined when that is not known. */
function knownArgument(g: Emitter, send: Opline): Zval | undefined {
  if (!SENDS.has(send.opcode)) return undefined;
  if (send.op1Type === IS_CONST) return send.op1Lit;
  return send.op1Type === IS_UNUSED ? undefined : knownText(g, send.op1);
}

/** The string in a slot, when every way here has put the same one into it. */
function knownText(g: Emitter, slot: number): string | undefined {
  return g.state.masks[slot] === STR ? g.state.texts.get(slot) : undefined;
}

function fits(func: InternalFunction, n: number, value: Zval): boolean {
  const type = func.params[n]?.types[0];
  if (type === 'string') return typeof value === 'string';
  return type === 'int' && typeof value === 'number';
}

/** The slot gets the value of the operand of an ASSIGN: remembers it when it is a known string. */
export function learnText(g: Emitter, slot: number, from: { readonly slot: number; readonly literal: Zval }): void {
  const text = from.slot < 0 ? from.literal : knownText(g, from.slot);
  if (typeof text === 'string') g.state.texts.set(slot, text);
}
