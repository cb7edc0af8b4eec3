/** The debugger without a terminal: commands in, lines of text out; a screen on request. */
import { oplineNumber } from '../../bytecode/dump/format.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import type { Lang } from '../explain/row.ts';
import { OplineExplainer } from '../explain/sentence.ts';
import { bytesToDisplay } from '../wrap.ts';
import { lastSuspension, lastWrite, previousLine, slotNamed } from './back.ts';
import { evaluate, type Evaluated } from './evaluate.ts';
import { lensPane, type PaneLine } from './panes.ts';
import type { SwitchSeen } from './replica.ts';
import { renderScreen, type ScreenPaint } from './screen.ts';
import { Session, type SessionOptions } from './session.ts';
import { stateOf, type DebugState } from './state.ts';
import { type Before, type Breakpoint, breakpointText, frameEnd, hits, lineEnd, type StepEnd } from './stops.ts';

export interface DebuggerOptions extends SessionOptions {
  readonly lang: Lang;
  /** What the title calls the program. */
  readonly file: string;
  /** The bytes of a file, null when it cannot be read. */
  readonly readSource: (file: string) => string | null;
}

/** How many oplines are run between two looks at whether to stop for the user. */
const MOST_AT_ONCE = 250_000;

/** A forward movement that is under way. */
interface Journey {
  readonly end: StepEnd | null;
  readonly breaks: boolean;
  left: number;
}

export class Debugger {
  readonly session: Session;
  readonly breakpoints: Breakpoint[] = [];
  readonly watches: { readonly id: number; readonly expression: string }[] = [];
  /** `quit` has been said. */
  finished = false;
  private nextId = 1;
  private readonly options: DebuggerOptions;
  private readonly sources = new Map<string, readonly string[]>();
  private journey: Journey | null = null;

  constructor(options: DebuggerOptions) {
    this.options = options;
    this.session = new Session(options);
  }

  get state(): DebugState {
    return stateOf(this.session.live);
  }

  newId(): number {
    return this.nextId++;
  }

  // -- going forwards -------------------------------------------------------------------------------------------------

  /** Sets out to go forwards until `end` says so or a breakpoint stops it; `count` oplines at most. */
  setOut(end: StepEnd | null, breaks: boolean, count: number = Number.POSITIVE_INFINITY): void {
    this.journey = { end, breaks, left: count };
  }

  /** Begins "step over" and its like. */
  setOutFrame(outer: 0 | 1, lines: boolean): void {
    this.setOut(frameEnd(this.session.live, outer, lines), true);
  }

  /** Begins "step a line". */
  setOutLine(): void {
    this.setOut(lineEnd(this.session.live), true);
  }

  /**
   * Goes a part of the way. Null: not there yet, call again. Else the lines that say why it stopped.
   */
  proceed(): string[] | null {
    const { journey, session } = this;
    if (journey === null) return [];
    for (let n = 0; n < MOST_AT_ONCE; n++) {
      if (journey.left-- <= 0 || session.ended) return this.arrive([]);
      const before: Before = { frame: session.frame, line: session.opline?.lineno ?? 0 };
      session.advance();
      if (session.ended) return this.arrive([`the program has ended, exit status ${session.live.vm.exitStatus}`]);
      const hit = journey.breaks ? this.breakpointHit(before) : null;
      if (hit !== null) return this.arrive([hit]);
      if (journey.end?.(session.live) === true) return this.arrive([]);
    }
    return null;
  }

  /** Stops a journey where it is. */
  interrupt(): string[] {
    return this.arrive(['stopped']);
  }

  private arrive(lines: readonly string[]): string[] {
    this.journey = null;
    return [...lines];
  }

  private breakpointHit(before: Before): string | null {
    for (const point of this.breakpoints) {
      if (!hits(point, this.session.live, before)) continue;
      if (point.condition !== '' && !this.conditionHolds(point.condition)) continue;
      return `breakpoint ${breakpointText(point)}`;
    }
    return null;
  }

  private conditionHolds(expression: string): boolean {
    const found = this.evaluate(expression);
    return found.ok && found.truth;
  }

  /** A PHP expression where the program stands. */
  evaluate(expression: string): Evaluated {
    const { live } = this.session;
    if (live.frame === null) return { ok: false, text: 'the program has ended', truth: false, broken: false };
    const found = evaluate(live.vm, live.frame, expression);
    if (found.broken) this.session.rebuild();
    return found;
  }

  // -- going back -----------------------------------------------------------------------------------------------------

  /** Goes to an earlier position; the lines say what went wrong, if anything. */
  back(position: number, nothing: string): string[] {
    if (position < 0) return [nothing];
    const refused = this.session.goTo(position);
    return refused === null ? [] : [refused];
  }

  backLine(): string[] {
    return this.back(previousLine(this.session), 'this is the first line');
  }

  backSuspended(): string[] {
    const { switchesDroppedBefore } = this.session;
    const dropped = switchesDroppedBefore > 0 ? ` (history was dropped before opline ${switchesDroppedBefore})` : '';
    const { name } = this.session.live.vm.machine;
    return this.back(lastSuspension(this.session), `${name} has not been suspended before${dropped}`);
  }

  backWrite(word: string): string[] {
    const slot = slotNamed(this.session.live, word);
    if (slot === null) return [`there is no variable or temporary "${word}" in this frame`];
    return this.back(lastWrite(this.session, slot), `nothing has written to ${word} before`);
  }

  // -- showing --------------------------------------------------------------------------------------------------------

  /** One line: where the program stands. */
  whereLine(): string {
    const { state } = this;
    const frame = state.frames[0];
    if (state.ended || frame === undefined) return `#${state.position} the program has ended`;
    return bytesToDisplay(
      `#${state.position} ${state.machine} ${frame.name}:${frame.line} ${oplineNumber(frame.opline)} ${frame.text}`,
    );
  }

  /** What the next opline does; '' at the end. */
  sentence(why = false): string {
    const { frame } = this.session;
    if (frame === null) return '';
    const explainer = new OplineExplainer(frame.func as OpArray, this.options.lang);
    return bytesToDisplay(why ? explainer.why(frame.opline) : explainer.does(frame.opline));
  }

  /** The lens on the last switch of the last step; empty when it made none. */
  lens(): PaneLine[] {
    const seen = this.session.live.switches.at(-1);
    if (seen === undefined) return [];
    return lensPane(`switch ${seen.from} -> ${seen.to}: ${switchWords(seen)}`, seen.from, seen.to, seen.lens);
  }

  /** Values of the watched expressions. */
  watchLines(): string[] {
    return this.watches.map(({ id, expression }) => {
      const { ok, text } = this.evaluate(expression);
      return bytesToDisplay(`watch ${id}: ${expression} ${ok ? '=' : '!'} ${text}`);
    });
  }

  sourceLines(): readonly string[] {
    const file = (this.session.frame?.func as OpArray | undefined)?.fileName;
    if (file === undefined) return [];
    let lines = this.sources.get(file);
    if (lines === undefined) {
      lines = (this.options.readSource(file) ?? '').split(/\r?\n/);
      this.sources.set(file, lines);
    }
    return lines;
  }

  screen(width: number, height: number, messages: readonly string[], paint?: ScreenPaint): string[] {
    const { frame } = this.session;
    const breakLines = new Set(this.breakpoints.filter((one) => one.kind === 'line').map((one) => Number(one.what)));
    const content = {
      file: this.options.file,
      sourceLines: this.sourceLines(),
      breakLines,
      opArray: frame === null ? null : (frame.func as OpArray),
      sentence: this.sentence(),
      lens: this.lens(),
      messages: [...this.watchLines(), ...messages],
      state: this.state,
    };
    return renderScreen(content, width, height, paint);
  }
}

function switchWords({ why, from, to, waits, lens }: SwitchSeen): string {
  const begins = lens.some((row) => row.loaded === 'its beginning');
  if (why === 'end') return `${from} has ended`;
  if (why === 'yield') return `${from} waits for ${waits}`;
  if (begins) return `${to} begins`;
  return waits === '' ? `${to} goes on` : `${to} goes on, it waited for ${waits}`;
}
