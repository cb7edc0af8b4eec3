/** The lexer: PHP source (one character per byte) to tokens. chevrotain cuts, `refine.ts` names and values. */
import { Lexer } from 'chevrotain';
import { createCoarseModes } from './coarse-tokens.ts';
import { Refiner, type TokenizeResult } from './refine.ts';
import { ScanState } from './scan.ts';

/** How a source starts: with inline HTML (`startFile`), perhaps after a `#!` line (`startScript`), or in PHP code (`startCode`: eval). */
export type StartMode = 'startFile' | 'startScript' | 'startCode';

/** One lexer; it keeps no state between sources and may be used again and again, but not re-entrantly. */
export class PhpLexer {
  private readonly state = new ScanState();
  private readonly lexer: Lexer;

  constructor(options: { readonly shortTags: boolean }) {
    this.lexer = new Lexer(
      { modes: createCoarseModes(this.state, options.shortTags), defaultMode: 'startFile' },
      {
        positionTracking: 'onlyOffset',
        skipValidations: true,
        recoveryEnabled: false,
        deferDefinitionErrorsHandling: true,
      },
    );
  }

  /**
   * Scans a whole source. Faults do not throw: the token list then ends with T_ERROR and `error` says what PHP would.
   */
  tokenize(source: string, mode: StartMode): TokenizeResult {
    this.state.reset();
    const { tokens } = this.lexer.tokenize(source, mode);
    return new Refiner(source, tokens).run();
  }
}
