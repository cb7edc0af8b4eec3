/**
 * Writes the JavaScript of one entry into an op_array: the state while it walks the oplines, the text of operands, of
 * leaving to the interpreter, and of calling an opcode's handler.
 *
 * The same walk runs twice: first without text, until the states where paths meet stand still, then once more for the text.
 * Names in the text: vm, X (execute_data), S (slots), B (base), O (oplines), F (PhpFloat), R (PhpReference), A (PhpArray),
 * J (the runtime of src/jit/runtime.ts), E (the value that says the interpreter is to go on), t (scratch).
 */
import { IS_CONST, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { ACC_CLOSURE } from '../bytecode/type-flags.ts';
import type { KeyShape } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import { plainText } from './borrowing.ts';
import { lengthOf } from './flow-graph.ts';
import { type Answer, WaysOut } from './ways-out.ts';
import { leaveLightText, pushText, recordText } from './frames-on-demand.ts';
import { Hints } from './hints.ts';
import { disown } from './slot-floats.ts';
import { floatText } from './kind-tests.ts';
import type { Liveness } from './liveness.ts';
import { boxText, type Facts, FRAMELESS, literalOperand, type NumberText, type Operand, type Test } from './operand.ts';
import type { Range } from './ranges.ts';
import { changesTemporary, leavesVariables, resultMask } from './handler-effects.ts';
import { LINKED, MAYBE_LINKED, type State, UNLINKED } from './state.ts';
import { ANY, BIG, COUNTED, FLT, formOf, HELD, INT, REF, UNDEF, VARIABLE, type LocalPrefix } from './types.ts';

export class Emitter {
  readonly func: OpArray;
  readonly ops: readonly Opline[];
  readonly facts: Facts;
  readonly live: Liveness;
  state: State;
  /** Number of the opline at hand. */
  n = 0;
  /** Number of the last opline that was done with it; -1: itself. */
  done = -1;
  /** Null while only the states are worked out. */
  private text: string[] | null = null;
  readonly constants: unknown[] = [];
  readonly handlers: Set<number> = new Set();
  readonly locals: Set<string> = new Set();
  readonly hints: Hints = new Hints();
  /** Keys that arrays made here share, by their names. */
  readonly shapes: Map<string, KeyShape> = new Map();
  /** Masks of the values it returns. */
  returns = 0;
  /** Number of the last opline of the block at hand. */
  blockLast = 0;
  /** The comparison of ints that the last opline was. */
  test: Test | null = null;
  /** The code is for calls without a frame, and cannot do without it after all. */
  needsFrame = false;
  /** Code for calls without a frame: with how many arguments. */
  readonly numArgs: number;
  readonly light: boolean;
  private scratch = 0;
  private readonly waysOut = new WaysOut();

  /** @param lightArgs of code for calls without a frame: the number of arguments; null for other code */
  constructor(func: OpArray, facts: Facts, live: Liveness, state: State, lightArgs: number | null) {
    this.light = lightArgs !== null;
    this.numArgs = lightArgs ?? -1;
    this.func = func;
    this.ops = func.opcodes;
    this.facts = facts;
    this.live = live;
    this.state = state;
  }

  /** Text from now on; ends the work on states. */
  startText(): void {
    this.text = [];
    this.hints.forget();
  }

  get writesText(): boolean {
    return this.text !== null;
  }

  emit(js: string): void {
    if (this.text !== null && js !== '') this.text.push(js);
  }

  takeText(): string {
    const out = this.waysOut.behind((this.text ?? []).join('\n'));
    this.text = [];
    return out;
  }

  /** A new JS variable. */
  fresh(): string {
    const name = `v${this.scratch++}`;
    this.locals.add(name);
    return name;
  }

  resetScratch(): void {
    this.scratch = 0;
  }

  constant(v: unknown): string {
    let at = this.constants.indexOf(v);
    if (at < 0) at = this.constants.push(v) - 1;
    return `K${at}`;
  }

  local(prefix: LocalPrefix, s: number): string {
    const name = `${prefix}${s}`;
    this.locals.add(name);
    return name;
  }

  // -- operands -------------------------------------------------------------------------------------------------------

  operand(type: number, at: number, literal: Zval): Operand {
    if (type === IS_CONST) return literalOperand(literal, () => this.constant(literal));
    const mask = this.state.masks[at] as number;
    const form = formOf(mask);
    const js = form === 'zval' ? this.local('c', at) : this.local('f', at);
    if (form === 'number') this.local('k', at);
    return { mask, form, js, slot: at, isTemp: type !== IS_CV, literal: undefined, range: this.state.ranges[at] };
  }

  op1(op: Opline): Operand {
    return this.operand(op.op1Type, op.op1, op.op1Lit);
  }

  op2(op: Opline): Operand {
    return this.operand(op.op2Type, op.op2, op.op2Lit);
  }

  /** The operand as a zval, borrowed; a float is boxed. */
  zval(o: Operand): string {
    if (o.form === 'zval') return o.js;
    if (o.slot < 0) return this.constant(o.literal);
    return boxText(o.form, o.js, `k${o.slot}`);
  }

  /** A zval operand with references followed, in a JS variable when that takes a step. */
  plain(o: Operand): string {
    if ((o.mask & REF) === 0) return o.js;
    const v = this.fresh();
    this.emit(`${v}=${plainText(o.js, REF)};`);
    return v;
  }

  /** The operand as an owned zval: a temporary moves, a variable or literal gains a holder. */
  take(o: Operand): string {
    const js = this.zval(o);
    if (o.form !== 'zval' || (o.mask & COUNTED) === 0) return js;
    if (o.isTemp) return (o.mask & REF) === 0 ? js : `J.unwrap(vm,${js})`;
    if ((o.mask & ~HELD) === 0 && /^\w+$/.test(js)) return `(${js}.rc++,${js})`;
    return (o.mask & REF) === 0 ? `J.addRef(${js})` : `J.copy(${js})`;
  }

  /** Leaves when the variable is undefined (the interpreter warns). Returns the operand as it is then known. */
  defined(o: Operand): Operand {
    if ((o.mask & UNDEF) === 0) return o;
    this.guard(`${o.js}!==undefined`);
    return this.narrow(o, o.mask & ~UNDEF);
  }

  /** Remembers that the value is of fewer kinds than thought, unless its form would change. */
  narrow(o: Operand, mask: number): Operand {
    if (o.slot >= 0 && formOf(mask) === o.form) this.state.masks[o.slot] = mask;
    return formOf(mask) === o.form ? { ...o, mask } : o;
  }

  /** The operand as a number; leaves when it is none. */
  number(o: Operand): NumberText {
    if (o.form === 'double') return { kind: 'double', js: o.js, isFloat: 'true' };
    if (o.form === 'number') return { kind: 'number', js: o.js, isFloat: `k${o.slot}` };
    if (o.mask === INT) return { kind: 'int', js: o.js, isFloat: 'false', range: o.range };
    const js = this.plain(o);
    const kinds = (o.mask & REF) !== 0 ? ANY : o.mask;
    if ((kinds & FLT) === 0) {
      this.guard(`typeof ${js}==='number'`);
      if ((o.mask & REF) !== 0) return { kind: 'int', js, isFloat: 'false' };
      this.narrow(o, INT);
      return { kind: 'int', js, isFloat: 'false', range: o.range };
    }
    const value = this.fresh();
    if ((kinds & INT) === 0) {
      this.guard(floatText(js, kinds));
      this.emit(`${value}=${js}.value;`);
      return { kind: 'double', js: value, isFloat: 'true' };
    }
    const flag = this.fresh();
    this.emit(
      `if(typeof ${js}==='number'){${value}=${js};${flag}=false}else if(${floatText(js)}){${value}=${js}.value;${flag}=true}else{${this.exit(this.n)}}`,
    );
    return { kind: 'number', js: value, isFloat: flag };
  }

  // -- results --------------------------------------------------------------------------------------------------------

  /** Stores an owned value in a slot whose old value needs no care. `js` is the zval or the unboxed number. */
  set(slot: number, mask: number, js: string, isFloat = '', range?: Range): void {
    const form = formOf(mask);
    if (form === 'zval') this.emit(`${this.local('c', slot)}=${js};`);
    else this.emit(`${this.local('f', slot)}=${js};`);
    if (form === 'number') this.emit(`${this.local('k', slot)}=${isFloat};`);
    this.state.masks[slot] = mask;
    this.state.dirty[slot] = true;
    this.state.forget(slot);
    this.state.ranges[slot] = range;
  }

  result(op: Opline, mask: number, js: string, isFloat = '', range?: Range): void {
    if (op.resultType !== IS_UNUSED) this.set(op.result, mask, js, isFloat, range);
  }

  // -- leaving --------------------------------------------------------------------------------------------------------

  /** JavaScript that writes what the frame lacks, as a later exit at `opline` needs it. */
  syncText(opline: number): string {
    if (this.light) this.needsFrame = true;
    let out = '';
    const { masks, dirty } = this.state;
    const firstTemp = 5 + this.func.vars.length;
    for (let s = 5; s < masks.length; s++) {
      if (dirty[s] !== true || (s >= firstTemp && !this.live.isLive(opline, s))) continue;
      out += `S[B+${s}]=${this.boxed(s)};`;
    }
    return out + this.linkText();
  }

  /** The value of a slot as an owned zval. */
  boxed(s: number): string {
    const form = formOf(this.state.masks[s] as number);
    if (form === 'zval') return this.state.borrowed.has(s) ? `J.addRef(c${s})` : this.local('c', s);
    return boxText(form, `f${s}`, `k${s}`);
  }

  private linkText(): string {
    let out = '';
    for (const call of this.state.calls) {
      if (call.lazy !== null)
        out += `${pushText(this, call, call.lazy)}J.link(X,p${call.opline},${call.lazy.args.length});`;
      else if (call.linked === UNLINKED) out += `J.link(X,p${call.opline},${call.sent});`;
      else if (call.linked === MAYBE_LINKED) out += `J.linkOnce(X,p${call.opline},${call.sent});`;
    }
    return out;
  }

  /** Writes what the frame lacks and goes on in the compiled code. */
  sync(): void {
    this.materialise();
    this.emit(this.syncText(this.n));
    const { masks, dirty, calls } = this.state;
    const firstTemp = 5 + this.func.vars.length;
    for (let s = 5; s < masks.length; s++) if (s < firstTemp || this.live.isLive(this.n, s)) dirty[s] = false;
    for (const call of calls) call.linked = LINKED;
    this.state.forgetFetched();
  }

  /** Pushes the frames of the calls that are being prepared without one. */
  materialise(): void {
    for (const call of this.state.calls) {
      if (call.lazy === null) continue;
      this.emit(pushText(this, call, call.lazy));
      if (this.light) this.needsFrame = true;
      call.sent = call.lazy.args.length;
      call.lazy = null;
    }
  }

  /** Gives what is borrowed a count of its own, and calls being prepared a frame: the block ends. */
  settle(): void {
    this.materialise();
    for (const slot of this.state.borrowed) this.emit(`J.addRef(c${slot});`);
    this.state.borrowed.clear();
  }

  /**
   * JavaScript for the rare way through an opline that goes on behind it: its handler on the frame, then `after`. Where no
   * frame is there to give it, the code is left.
   */
  otherwise(op: Opline, after: string): string {
    if (this.light) return this.exit(this.n, FRAMELESS + this.n);
    if (this.state.calls.some((c) => c.lazy !== null)) return this.exit(this.n);
    const next = this.n + lengthOf(op);
    return `${this.syncOnOneWay()}${this.handlerCall(op)}if(t!==${next})return J.flow(vm,X,t);${after}`;
  }

  /** The text for one of two ways through an opline: the frame is in order on it, and may be on the other. */
  syncOnOneWay(): string {
    const text = this.syncText(this.n);
    for (const call of this.state.calls) if (call.linked === UNLINKED) call.linked = MAYBE_LINKED;
    return text;
  }

  /** JavaScript that puts the frame in order, which stands at `opline`, as for going on at `live`. */
  leaveText(live: number, opline: number | 't'): string {
    return this.light ? recordText(this, live, opline) : `${this.syncText(live)}X.opline=${opline};`;
  }

  /** JavaScript that leaves to the interpreter, which goes on at `opline`; counted against the opline at hand. */
  exit(opline: number, reason: number = this.n): string {
    const text = this.light ? leaveLightText(this, opline) : `${this.leaveText(opline, 't')}return J.exit(T,u);`;
    return this.shared(opline, reason, text);
  }

  /** Ways out that write the same into the frame share the text, behind the code: `t` is the opline, `u` what else differs. */
  private shared(opline: number, more: number | Answer, text: string): string {
    if (this.text === null) return '';
    return `t=${opline};u=${more};break X${this.waysOut.labelOf(text)};`;
  }

  /** JavaScript that leaves at `opline` although no guess has failed, in one way for all oplines (see laps.ts). */
  leave(opline: number, answer: Answer = 'E'): string {
    return this.shared(opline, answer, `${this.leaveText(opline, 't')}return u;`);
  }

  /** Leaves at `opline` (the one at hand unless said) when the condition does not hold. */
  guard(condition: string, opline: number = this.n): void {
    this.emit(`if(${this.facts.isStressed ? 'J.chance()||' : ''}!(${condition})){${this.exit(opline)}}`);
  }

  /** Something released a value: destructors that became due run now, then the interpreter goes on behind this opline. */
  attention(next: number): void {
    const leave = this.shared(this.n, next, `${this.leaveText(next, 't')}return J.attend(vm,u);`);
    this.emit(`if(vm.attention){${leave}}`);
  }

  // -- handlers -------------------------------------------------------------------------------------------------------

  /** JavaScript that runs the opcode's handler; `t` is then the next opline's number. The frame must be in sync. */
  handlerCall(op: Opline): string {
    if (this.light) this.needsFrame = true;
    this.handlers.add(op.opcode);
    return `X.opline=${this.n};t=H${op.opcode}(vm,X,${this.constant(op)});${disown(this)}if(vm.attention)return J.attend(vm,t);`;
  }

  /** The opline by its handler, when control then goes on behind it. */
  byHandler(op: Opline): void {
    const next = this.n + lengthOf(op);
    this.sync();
    this.emit(`${this.handlerCall(op)}if(t!==${next})return J.flow(vm,X,t);`);
    this.afterHandler(op);
  }

  /** Takes over what the handler left in the slots. */
  afterHandler(op: Opline): void {
    if (!leavesVariables(op)) {
      if (op.op1Type === IS_CV) this.reload(op.op1, VARIABLE);
      if (op.op2Type === IS_CV) this.reload(op.op2, VARIABLE);
      const data = lengthOf(op) === 2 ? this.ops[this.n + 1] : undefined;
      if (data?.op1Type === IS_CV) this.reload(data.op1, VARIABLE);
    }
    if (changesTemporary(op)) this.reload(op.op1, ANY);
    if (op.resultType !== IS_UNUSED) this.reload(op.result, op.resultType === IS_CV ? VARIABLE : resultMask(op));
  }

  /** Reads a slot from the frame. */
  reload(slot: number, mask: number): void {
    const form = formOf(mask);
    const c = this.local('c', slot);
    this.emit(`${c}=S[B+${slot}];`);
    if (form === 'double') this.emit(`${this.local('f', slot)}=${c}.value;`);
    this.state.masks[slot] = form === 'number' ? mask | BIG : mask; // both numbers alone would be unboxed
    this.state.dirty[slot] = false;
    this.state.forget(slot);
  }

  /** Variables of a script live in its symbol table too: code that was called may have changed them. */
  reloadVariables(): void {
    for (let i = 0; i < this.func.vars.length; i++) this.reload(5 + i, VARIABLE);
  }

  /** The code is for calls of a closure without a frame: `C` is the closure. */
  get isLightClosure(): boolean {
    return this.light && (this.func.fnFlags & ACC_CLOSURE) !== 0;
  }

  /** The beginning of the JavaScript that puts down what the frame would hold. */
  get record(): string {
    return this.isLightClosure ? 'J.frame(C,C.native.func,Q,J.scopeOf(C),' : 'J.frame(null,T,Q,W,';
  }

  /** JavaScript for $this. */
  get self(): string {
    return this.light ? 'Q' : 'X.thisObject';
  }

  /** JavaScript for the class that static:: stands for. */
  get called(): string {
    if (this.isLightClosure) return 'J.scopeOf(C)';
    return this.light ? '(Q===null?W:Q.ce)' : 'X.calledScope';
  }

  /** JavaScript for the function's scope. */
  get scope(): string {
    return this.light ? this.constant(this.func.scope) : 'X.func.scope';
  }

  get isScript(): boolean {
    return this.func.functionName === null;
  }
}
