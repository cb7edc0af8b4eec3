/**
 * A Swoole coroutine: a machine with an id, who it goes back to, and what it waits for. A million of them may sleep at the
 * same time: what few need is made when it is first used.
 * Source: swoole-src include/swoole_coroutine.h, ext-src/php_swoole_coroutine.h
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { Callable } from '../object/runtime.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Machine, MachineGlobals, MachineKind } from '../vm/machine.ts';
import type { VmStackPage } from '../vm/vm-stack.ts';
import type { Channel, ChannelEnd } from './channel.ts';
import type { Stored } from './switch.ts';
import { type CoroutineState, NOT_BEGUN, OVER, type Wait } from './wait.ts';

/** A function to call, with the value (owned) that keeps it alive. */
export interface HeldCallable {
  readonly callable: Callable;
  readonly holder: Zval;
}

/** A function and the number of its opline; all coroutines created by one share it. */
export interface Birthplace {
  readonly opArray: OpArray;
  readonly opline: number;
}

/** What few coroutines have. */
class Rarities {
  /** Functions of defer(), the last one runs first. */
  readonly defers: HeldCallable[] = [];
  /** The object of getContext(), owned; 'destroyed' at the end of its life. */
  contextObject: PhpObject | 'destroyed' | null = null;
  /** Coroutine::join waits for its end. */
  onClose: (() => void) | null = null;
  /** The channel that ended its last wait at several channels. */
  wokenBy: { readonly channel: Channel; readonly end: ChannelEnd } | null = null;
  /** To be thrown where it waits (owned). */
  thrown: PhpObject | null = null;
  /** Being unwound at the end of the request: no code of its own runs any more. */
  killed = false;
  /** May be made to yield by the preemptive scheduler. */
  preemptible = true;
  /** When it last got the machine (microseconds), and how often the scheduler has looked at it since. */
  resumed = 0;
  looks = 0;
}

export class Coroutine implements Stored, Machine {
  executeData: ExecuteData | null = null;
  vmStack: VmStackPage | null = null;
  vmStackTop = 0;
  globals: MachineGlobals;
  machine: Machine;
  cid: number;
  /** Who created it; -1 for the main program. */
  pcid: number;
  /** What it waits for, if it does; and since when (milliseconds of the scheduler's clock; -1: it has never waited). */
  wait: Wait = NOT_BEGUN;
  since = -1;
  /** How the last wait ended. */
  resumeCode: 'ok' | 'canceled' | 'timedout' = 'ok';
  /** While it runs: who goes on when it waits or ends (null: the main program), and what that one's builtin results in (owned). */
  origin: Coroutine | null = null;
  answer: Zval = undefined;
  /** The timer that ends its wait: when (the reactor's milliseconds), its number, its place in the queue (-1: none). */
  at = 0;
  order = 0;
  place = -1;
  /** Milliseconds of the scheduler's clock. */
  created: number;
  /** Where it was created. */
  birthplace: Birthplace | null = null;
  private rarities: Rarities | null = null;

  constructor(cid: number, pcid: number, created: number, globals: MachineGlobals) {
    this.globals = globals;
    this.machine = this;
    this.cid = cid;
    this.pcid = pcid;
    this.created = created;
  }

  /** One that is over and has never waited, so that nobody knows it any more, begins anew. */
  rebirth(cid: number, pcid: number, created: number, globals: MachineGlobals): void {
    if (this.globals !== globals) this.globals = globals;
    if (this.machine !== this) this.machine = this;
    this.cid = cid;
    this.pcid = pcid;
    this.created = created;
    this.wait = NOT_BEGUN;
  }

  // -- its name as a machine ------------------------------------------------------------------------------------------
  get kind(): MachineKind {
    return 'co';
  }
  get id(): number {
    return this.cid;
  }
  get name(): string {
    return `co ${this.cid}`;
  }
  get ended(): boolean {
    return this.wait === OVER;
  }
  get waitsFor(): string {
    return this.wait.what;
  }
  /** Its wait says so. */
  set waitsFor(_what: string) {}

  get state(): CoroutineState {
    return this.wait.state;
  }

  // -- what few have --------------------------------------------------------------------------------------------------
  private get rare(): Rarities {
    this.rarities ??= new Rarities();
    return this.rarities;
  }
  /** Nothing of it has been used. */
  get isPlain(): boolean {
    return this.rarities === null;
  }
  get defers(): HeldCallable[] {
    return this.rare.defers;
  }
  get contextObject(): PhpObject | 'destroyed' | null {
    return this.rarities === null ? null : this.rarities.contextObject;
  }
  set contextObject(value: PhpObject | 'destroyed' | null) {
    this.rare.contextObject = value;
  }
  get onClose(): (() => void) | null {
    return this.rarities === null ? null : this.rarities.onClose;
  }
  set onClose(value: (() => void) | null) {
    this.rare.onClose = value;
  }
  get wokenBy(): { readonly channel: Channel; readonly end: ChannelEnd } | null {
    return this.rarities === null ? null : this.rarities.wokenBy;
  }
  set wokenBy(value: { readonly channel: Channel; readonly end: ChannelEnd } | null) {
    if (value !== null || this.rarities !== null) this.rare.wokenBy = value;
  }
  get thrown(): PhpObject | null {
    return this.rarities === null ? null : this.rarities.thrown;
  }
  set thrown(value: PhpObject | null) {
    this.rare.thrown = value;
  }
  get killed(): boolean {
    return this.rarities?.killed === true;
  }
  set killed(value: boolean) {
    this.rare.killed = value;
  }
  get preemptible(): boolean {
    return this.rarities === null || this.rarities.preemptible;
  }
  set preemptible(value: boolean) {
    this.rare.preemptible = value;
  }
  get resumed(): number {
    return this.rarities === null ? 0 : this.rarities.resumed;
  }
  set resumed(value: number) {
    this.rare.resumed = value;
  }
  get looks(): number {
    return this.rarities === null ? 0 : this.rarities.looks;
  }
  set looks(value: number) {
    this.rare.looks = value;
  }
}
