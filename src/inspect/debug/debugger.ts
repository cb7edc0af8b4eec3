/** The debugger without a terminal: commands in, lines of text out; a screen on request. */
import { oplineNumber } from '../../bytecode/dump/format.ts';
import type { Lang } from '../explain/row.ts';
import { OplineExplainer } from '../explain/sentence.ts';
import { bytesToDisplay } from '../wrap.ts';
import { lastSuspension, lastWrite, previousLine, slotNamed } from './back.ts';
import { lastBreakpoint } from './back-to-breakpoint.ts';
import { compileExpression, type Evaluated, evaluate, mayRunInPlace, noValue } from './evaluate.ts';
import { framesPane } from './panes.ts';
import { renderScreen, type ScreenContent, type ScreenPaint, wholePane, type Zoom } from './screen.ts';
import { Session, type SessionOptions } from './session.ts';
import { type DebugState, machineFrames } from './state.ts';
import {
  type Before,
  type Breakpoint,
  breakpointText,
  FrameEnd,
  hits,
  isFile,
  LineEnd,
  type StepEnd,
} from './stops.ts';
import { DEBUG_WORDS, type DebugWords, type PaneName } from './words.ts';

export interface DebuggerOptions extends SessionOptions {
  readonly lang: Lang;
  /** What the title calls the program. */
  readonly file: string;
  /** Its path, as oplines name it. */
  readonly path: string;
  /** The bytes of a file, null when it cannot be read. */
  readonly readSource: (file: string) => string | null;
}

/** How long a part of a way may take before the user is looked at, and how often the time is. */
const MOST_MILLISECONDS = 100;
const LOOKS_EVERY = 256;

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
  /** The one pane that is shown, if not all are. */
  zoom: Zoom | null = null;
  readonly words: DebugWords;
  private nextId = 1;
  private readonly options: DebuggerOptions;
  private readonly sources = new Map<string, readonly string[]>();
  private journey: Journey | null = null;
  /** Expressions that have been seen to run user code. */
  private readonly disturbing = new Set<string>();
  /** Of breakpoints on changes: the value seen last. */
  private readonly values = new Map<number, string>();

  constructor(options: DebuggerOptions) {
    this.options = options;
    this.words = DEBUG_WORDS[options.lang];
    this.session = new Session(options);
  }

  get state(): DebugState {
    return this.session.moment.state;
  }

  get lang(): Lang {
    return this.options.lang;
  }

  /** Of the main program. */
  get path(): string {
    return this.options.path;
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
    this.setOut(new FrameEnd(this.session.live, outer, lines), true);
  }

  /** Begins "step a line". */
  setOutLine(): void {
    this.setOut(new LineEnd(this.session.live), true);
  }

  /**
   * Goes a part of the way. Null: not there yet, call again. Else the lines that say why it stopped.
   */
  proceed(): string[] | null {
    const { journey, session } = this;
    if (journey === null) return [];
    const until = performance.now() + MOST_MILLISECONDS;
    for (let n = 1; n % LOOKS_EVERY !== 0 || performance.now() < until; n++) {
      if (journey.left-- <= 0 || session.ended) return this.arrive([]);
      const before: Before = { frame: session.frame, line: session.opline?.lineno ?? 0 };
      session.advance();
      if (session.ended) return this.arrive([this.endText()]);
      const hit = journey.breaks && this.breakpoints.length > 0 ? this.breakpointHit(before) : null;
      if (hit !== null) return this.arrive([hit]);
      if (journey.end?.reached(session.live) === true) return this.arrive([]);
    }
    return null;
  }

  private endText(): string {
    const { stepper, vm } = this.session.live;
    return stepper.stuck ? this.words.stuck : this.words.endedWith(vm.exitStatus);
  }

  /** Stops a journey where it is. */
  interrupt(): string[] {
    return this.arrive([this.words.stopped]);
  }

  private arrive(lines: readonly string[]): string[] {
    this.journey = null;
    return [...lines];
  }

  private breakpointHit(before: Before): string | null {
    const { live } = this.session;
    for (const point of this.breakpoints.filter((one) => hits(one, live, before))) {
      const change = point.kind === 'change' ? this.changeOf(point) : '';
      if (change === null) continue;
      if (point.condition !== '' && !this.conditionHolds(point.condition)) continue;
      return this.words.breakpoint(bytesToDisplay(breakpointText(point) + change));
    }
    return null;
  }

  private conditionHolds(expression: string): boolean {
    const found = this.evaluate(expression);
    return found.ok && found.truth;
  }

  /** What an expression's value was and is, null when it is still the same. */
  private changeOf(point: Breakpoint): string | null {
    const text = this.evaluate(point.what).text;
    const known = this.values.get(point.id) ?? text;
    this.values.set(point.id, text);
    return known === text ? null : `: ${known} -> ${text}`;
  }

  /** Takes the value that an expression has now as what it changes from. */
  see(point: Breakpoint): void {
    this.values.set(point.id, this.evaluate(point.what).text);
  }

  /** A PHP expression where the program stands. @param detail with all that is in its value, in several lines */
  evaluate(expression: string, detail = false): Evaluated {
    const { live } = this.session;
    const { frame } = live;
    if (frame === null) return noValue(this.words.ended);
    const code = compileExpression(live, frame, expression);
    if (typeof code === 'string') return noValue(code);
    if (!mayRunInPlace(code) || this.disturbing.has(expression)) return this.evaluateAside(expression, detail);
    const found = evaluate(live, frame, code, detail);
    if (!found.disturbed || !this.session.repeatable) return found;
    this.disturbing.add(expression);
    this.session.rebuild();
    this.journey?.end?.rebase(this.session.live);
    return found;
  }

  /** In a run of its own, because it may change what the program can see. */
  private evaluateAside(expression: string, detail: boolean): Evaluated {
    const scratch = this.session.scratch();
    const frame = scratch?.frame ?? null;
    if (scratch === null || frame === null) return noValue(`${this.words.mayChange}; ${this.droppedText()}`);
    const code = compileExpression(scratch, frame, expression);
    return typeof code === 'string' ? noValue(code) : evaluate(scratch, frame, code, detail);
  }

  // -- going back -----------------------------------------------------------------------------------------------------

  /** Goes to an earlier position; the lines say what went wrong, if anything. @param nothing said for -1 */
  back(position: number, nothing: string): string[] {
    if (position < 0) return [nothing];
    return this.session.goTo(position) ? [] : [this.droppedText()];
  }

  private droppedText(): string {
    const { megabytes, at } = this.session.dropped;
    return this.words.historyDropped(megabytes, at);
  }

  backLine(): string[] {
    return this.back(previousLine(this.session), this.words.firstLine);
  }

  backSuspended(): string[] {
    const nothing = this.words.neverSuspended(this.state.machine, this.session.switchesDroppedBefore);
    return this.back(lastSuspension(this.session), nothing);
  }

  backWrite(word: string): string[] {
    const slot = slotNamed(this.session.live, word);
    if (slot === null) return [this.words.noSlot(word)];
    return this.back(lastWrite(this.session, slot), this.words.neverWritten(word));
  }

  /** To where a breakpoint stopped the program last, or would have. */
  backToBreakpoint(): string[] {
    const points = this.breakpoints.filter((one) => one.kind !== 'change');
    const { found, refused } = lastBreakpoint(this.session, points, this.disturbing);
    if (refused !== null) return [`${refused}: ${this.words.mayChange}`];
    return this.back(found?.position ?? -1, this.words.noBreakBefore).concat(
      found === null ? [] : [this.words.breakpoint(bytesToDisplay(breakpointText(found.point)))],
    );
  }

  // -- showing --------------------------------------------------------------------------------------------------------

  /** One line: where the program stands. */
  whereLine(): string {
    const { state } = this;
    const frame = state.frames[0];
    if (state.ended || frame === undefined) return `#${state.position} ${this.words.ended}`;
    return bytesToDisplay(
      `#${state.position} ${state.machine} ${frame.name}:${frame.line} ${oplineNumber(frame.opline)} ${frame.text}`,
    );
  }

  /** What the next opline does; '' at the end. */
  sentence(why = false): string {
    const { opArray, state } = this.session.moment;
    const num = state.frames[0]?.opline;
    if (opArray === null || num === undefined) return '';
    const explainer = new OplineExplainer(opArray, this.options.lang);
    return bytesToDisplay(why ? explainer.why(num) : explainer.does(num));
  }

  /** Values of the watched expressions. */
  watchLines(): string[] {
    return this.watches.map(({ id, expression }) => {
      const { ok, text } = this.evaluate(expression);
      return bytesToDisplay(`watch ${id}: ${expression} ${ok ? '=' : '!'} ${text}`);
    });
  }

  private sourceLines(): readonly string[] {
    const file = this.session.moment.opArray?.fileName ?? this.options.path;
    let lines = this.sources.get(file);
    if (lines === undefined) {
      lines = (this.options.readSource(file) ?? '').split(/\r?\n/);
      this.sources.set(file, lines);
    }
    return lines;
  }

  private content(messages: readonly string[], watches: readonly string[]): ScreenContent {
    const { opArray, state, switches } = this.session.moment;
    const file = opArray?.fileName ?? this.options.path;
    const here = this.breakpoints.filter((one) => one.kind === 'line' && isFile(file, one.where));
    return {
      file: this.options.file,
      state,
      sourceLines: this.sourceLines(),
      breakLines: new Set(here.map((one) => Number(one.what))),
      opArray,
      output: this.session.output,
      sentence: this.sentence(),
      switched: switches.at(-1) ?? null,
      watches,
      messages,
      words: this.words,
    };
  }

  /** The screen: `height` lines of `width` columns. */
  screen(width: number, height: number, messages: readonly string[], paint?: ScreenPaint): string[] {
    return renderScreen(this.content(messages, this.watchLines()), width, height, this.zoom, paint);
  }

  /** The frames of a coroutine or fiber by its name, with its variables; null when there is none. */
  framesOf(name: string): string[] | null {
    const frames = machineFrames(this.session.live, name);
    return frames === null ? null : framesPane({ ...this.state, frames }, this.words).map((line) => line.text);
  }

  /** A pane in full. */
  pane(name: PaneName): string[] {
    return wholePane(name, this.content([], []));
  }
}
