/** Cuts a source into pieces: at each offset the first pattern of the current mode that fits. */
import { type CoarseKind, createCoarseModes, type Mode, type Pattern } from './coarse-tokens.ts';
import type { ScanState } from './scan.ts';

/** More pieces than this are refused: with their AST they take some gigabytes, and V8 would end the whole process. */
const MAX_PIECES = 5_000_000;

/** A piece of source. */
export interface Piece {
  readonly kind: CoarseKind;
  readonly image: string;
  readonly startOffset: number;
}

/** The source has more pieces than memory holds. */
export class TooManyTokens extends Error {
  /** Offset that had been reached. */
  readonly offset: number;

  constructor(offset: number) {
    super(`more than ${MAX_PIECES} tokens`);
    this.offset = offset;
  }
}

/** The patterns of a mode by the character they may begin with, listed when a character first comes. */
class ModePatterns {
  private readonly patterns: readonly Pattern[];
  private readonly byCode: (readonly Pattern[] | undefined)[] = new Array(256);

  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
  }

  beginningWith(code: number): readonly Pattern[] {
    return (this.byCode[code] ??= this.listed(String.fromCharCode(code)));
  }

  private listed(char: string): readonly Pattern[] {
    return this.patterns.filter(({ starts }) => starts === '' || starts.includes(char));
  }
}

/** Cuts sources, one after the other. */
export class Cutter {
  private readonly state: ScanState;
  private readonly modes: ReadonlyMap<Mode, ModePatterns>;
  private readonly stack: ModePatterns[] = [];

  constructor(state: ScanState, shortTags: boolean) {
    this.state = state;
    const modes = Object.entries(createCoarseModes(state, shortTags)) as [Mode, readonly Pattern[]][];
    this.modes = new Map(modes.map(([name, patterns]) => [name, new ModePatterns(patterns)]));
  }

  /** @throws TooManyTokens */
  cut(source: string, start: Mode): Piece[] {
    const pieces: Piece[] = [];
    this.state.reset();
    this.stack.length = 0;
    let mode = this.enter(start);
    for (let offset = 0; offset < source.length; ) {
      const patterns = mode.beginningWith(source.charCodeAt(offset));
      let end = -1;
      for (let n = 0; n < patterns.length; n++) {
        const pattern = patterns[n] as Pattern;
        end = pattern.scan(source, offset);
        if (end < 0) continue;
        if (pattern.skip !== true) {
          pieces.push({ kind: pattern.kind, image: source.slice(offset, end), startOffset: offset });
        }
        if (pattern.pop === true || pattern.push !== undefined) mode = this.change(pattern);
        break;
      }
      // what no pattern takes is passed over
      offset = end < 0 ? offset + 1 : end;
      if (pieces.length > MAX_PIECES) throw new TooManyTokens(offset);
    }
    return pieces;
  }

  /** The mode behind a piece. The last one on the stack stays: the code goes on after a `}` too many. */
  private change({ pop, push }: Pattern): ModePatterns {
    if (pop === true && (this.stack.length > 1 || push !== undefined)) this.stack.pop();
    return push === undefined ? (this.stack[this.stack.length - 1] as ModePatterns) : this.enter(push);
  }

  private enter(name: Mode): ModePatterns {
    const mode = this.modes.get(name) as ModePatterns;
    this.stack.push(mode);
    return mode;
  }
}
