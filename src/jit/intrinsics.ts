/**
 * Functions of the library that are one or two JavaScript operations on numbers or bytes: written in place, without a frame.
 * Arguments of other kinds than these are the library's: the code is left in front of the call.
 * Source: php-src ext/standard/math.c, string.c, array.c (min, max), manual pages of the functions
 */
import type { Func } from '../bytecode/op-array.ts';
import { SLOT_CODE, SLOT_MESSAGE } from '../object/exception-slots.ts';
import { dropText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { leaveForFrame } from './light-calls.ts';
import type { NumberText, Value } from './operand.ts';
import { isPure, pureCall } from './pure-builtins.ts';
import type { Argument, PendingCall } from './state.ts';
import { BYTE } from './ranges.ts';
import { BIG, FLT, formOf, INT, NULL, NUM, REF, STR } from './types.ts';

export class Site {
  readonly g: Emitter;
  private readonly call: PendingCall;
  constructor(g: Emitter, call: PendingCall) {
    this.g = g;
    this.call = call;
  }

  guard(condition: string): void {
    this.g.emit(`if(!(${condition})){${leaveForFrame(this.g, this.call)}}`);
  }

  number(a: Argument): NumberText {
    const form = formOf(a.mask);
    if (form === 'double') return { kind: 'double', js: a.raw, isFloat: 'true' };
    if (form === 'number') return { kind: 'number', js: a.raw, isFloat: a.flag };
    if ((a.mask & FLT) === 0) {
      this.int(a);
      return { kind: 'int', js: a.raw, isFloat: 'false' };
    }
    const v = this.g.fresh();
    const flag = this.g.fresh();
    this.g.emit(`if(typeof ${a.raw}==='number'){${v}=${a.raw};${flag}=false}`);
    this.g.emit(`else if(${a.raw} instanceof F){${v}=${a.raw}.value;${flag}=true}`);
    this.g.emit(`else{${leaveForFrame(this.g, this.call)}}`);
    return { kind: 'number', js: v, isFloat: flag };
  }

  int(a: Argument): string {
    const form = formOf(a.mask);
    if (form === 'double') this.guard('false');
    else if (form === 'number') this.guard(`!${a.flag}`);
    else if (a.mask !== INT) this.guard(`typeof ${a.raw}==='number'`);
    return a.raw;
  }

  string(a: Argument): string {
    if (formOf(a.mask) !== 'zval') this.guard('false');
    else if (a.mask !== STR) this.guard(`typeof ${a.raw}==='string'`);
    return a.raw;
  }
}

type Intrinsic = (site: Site, args: readonly Argument[]) => Value;

const float = (js: string): Value => ({ mask: FLT, js, isFloat: '' });
const int = (js: string): Value => ({ mask: INT, js, isFloat: '' });

function unaryFloat(name: string): Intrinsic {
  return (site, [a]) => float(`${name}(${site.number(a as Argument).js})`);
}

/** min or max: of two that compare equal and are not the same, which one it is is the library's business. */
function extreme(sign: '<' | '>'): Intrinsic {
  return (site, args) => {
    const { g } = site;
    const numbers = args.map((arg) => site.number(arg));
    const isInt = ({ kind }: NumberText): boolean => kind === 'int';
    if (numbers.every(isInt)) return int(`Math.${sign === '<' ? 'min' : 'max'}(${numbers.map(({ js }) => js).join()})`);
    const best = g.fresh();
    const flag = g.fresh();
    for (const [i, { js, isFloat }] of numbers.entries()) {
      if (i === 0) g.emit(`${best}=${js};${flag}=${isFloat};`);
      else if (numbers.slice(0, i + 1).every(isInt)) g.emit(`if(${js}${sign}${best})${best}=${js};`);
      else {
        g.emit(`if(${js}${sign}${best}){${best}=${js};${flag}=${isFloat};}else `);
        site.guard(`${best}${sign}${js}||${best}===${js}&&${best}!==0&&${flag}===${isFloat}`);
      }
    }
    return numbers.every(({ kind }) => kind === 'double') ? float(best) : { mask: NUM, js: best, isFloat: flag };
  };
}

const INTRINSICS: ReadonlyMap<string, { readonly least: number; readonly most: number; readonly make: Intrinsic }> =
  new Map([
    ['sqrt', { least: 1, most: 1, make: unaryFloat('Math.sqrt') }],
    ['floor', { least: 1, most: 1, make: unaryFloat('Math.floor') }],
    ['ceil', { least: 1, most: 1, make: unaryFloat('Math.ceil') }],
    ['sin', { least: 1, most: 1, make: unaryFloat('Math.sin') }],
    ['cos', { least: 1, most: 1, make: unaryFloat('Math.cos') }],
    ['min', { least: 2, most: 4, make: extreme('<') }],
    ['max', { least: 2, most: 4, make: extreme('>') }],
    ['abs', { least: 1, most: 1, make: absolute }],
    ['intdiv', { least: 2, most: 2, make: intdiv }],
    ['ord', { least: 1, most: 1, make: ord }],
    ['chr', { least: 1, most: 1, make: chr }],
  ]);

function absolute(site: Site, [a]: readonly Argument[]): Value {
  const v = site.number(a as Argument);
  const js = `Math.abs(${v.js})`;
  if (v.kind === 'int') return int(js);
  return v.kind === 'double' ? float(js) : { mask: NUM, js, isFloat: v.isFloat };
}

function intdiv(site: Site, [a, b]: readonly Argument[]): Value {
  const x = site.int(a as Argument);
  const y = site.int(b as Argument);
  site.guard(`${y}!==0`);
  // The remainder first: a quotient beyond 32 bits could be rounded up.
  return int(`(${x}-${x}%${y})/${y}+0`);
}

function ord(site: Site, [a]: readonly Argument[]): Value {
  const s = site.string(a as Argument);
  return { mask: INT, js: `(${s}.length===0?0:${s}.charCodeAt(0))`, isFloat: '', range: BYTE };
}

function chr(site: Site, [a]: readonly Argument[]): Value {
  const n = site.int(a as Argument);
  return { mask: STR, js: `String.fromCharCode(${n}&255)`, isFloat: '' };
}

/** Exception::__construct and Error::__construct with a message, and with a code. */
function isThrowableConstructor({ type, scope, functionName }: Func, numArgs: number): boolean {
  const isBase = scope !== null && (scope.name === 'Exception' || scope.name === 'Error');
  return type === 1 && isBase && functionName === '__construct' && (numArgs === 1 || numArgs === 2);
}

function constructThrowable(site: Site, { lazy }: PendingCall, [message, code]: readonly Argument[]): Value | null {
  if (lazy === null || message === undefined) return null;
  const { g } = site;
  const self = lazy.thisObject;
  const text = site.string(message);
  const number = code === undefined ? null : site.int(code);
  g.emit(`J.describe(vm,${self},${SLOT_MESSAGE},${text});`);
  if (number !== null) g.emit(`if(${number}!==0)J.describe(vm,${self},${SLOT_CODE},${number});`);
  if (lazy.info !== 0) g.emit(dropText(self));
  return { mask: NULL, js: 'null', isFloat: '' };
}

function find(func: Func, numArgs: number): Intrinsic | null {
  if (func.type !== 1 || func.scope !== null) return null;
  const row = INTRINSICS.get(func.functionName);
  return row !== undefined && numArgs >= row.least && numArgs <= row.most ? row.make : null;
}

/** Is the function written in place? */
export function isIntrinsic(func: Func, numArgs: number): boolean {
  return find(func, numArgs) !== null || isPure(func, numArgs) || isThrowableConstructor(func, numArgs);
}

/** Emits the call; null when an argument is of a kind that it never takes. */
export function intrinsic(g: Emitter, call: PendingCall, func: Func, args: readonly Argument[]): Value | null {
  if (args.some((a) => (a.mask & (NUM | STR | BIG | REF)) === 0)) return null;
  const site = new Site(g, call);
  if (isThrowableConstructor(func, call.numArgs)) return constructThrowable(site, call, args);
  if (isPure(func, call.numArgs)) return pureCall(site, func, args);
  return find(func, call.numArgs)?.(site, args) ?? null;
}
