/** The lexer: PHP source (one character per byte) to tokens. `cut.ts` cuts, `refine.ts` names and values. */
import { Cutter } from './cut.ts';
import { Refiner, type TokenizeResult } from './refine.ts';
import { ScanState } from './scan.ts';

/** How a source starts: with inline HTML (`startFile`), perhaps after a `#!` line (`startScript`), or in PHP code (`startCode`: eval). */
export type StartMode = 'startFile' | 'startScript' | 'startCode';

/** One lexer; it keeps no state between sources and may be used again and again, but not re-entrantly. */
export class PhpLexer {
  private readonly cutter: Cutter;

  constructor(options: { readonly shortTags: boolean }) {
    this.cutter = new Cutter(new ScanState(), options.shortTags);
  }

  /**
   * Scans a whole source. Faults do not throw: the token list then ends with T_ERROR and `error` says what PHP would.
   * `tolerant`: faults are passed over, as token_get_all() does without TOKEN_PARSE. Only a source with more tokens than fit in memory throws, a TooManyTokens.
   */
  tokenize(source: string, mode: StartMode, tolerant = false): TokenizeResult {
    return new Refiner(source, this.cutter.cut(source, mode), tolerant).run();
  }
}
