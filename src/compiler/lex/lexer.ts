/** The lexer: PHP source (one character per byte) to tokens. chevrotain cuts, `refine.ts` names and values. */
import { Lexer } from 'chevrotain';
import { createCoarseModes } from './coarse-tokens.ts';
import { guardModes } from './guard.ts';
import { Refiner, type TokenizeResult } from './refine.ts';
import { ScanState } from './scan.ts';

/** How a source starts: with inline HTML (`startFile`), perhaps after a `#!` line (`startScript`), or in PHP code (`startCode`: eval). */
export type StartMode = 'startFile' | 'startScript' | 'startCode';

/** Sources of more bytes than this are scanned by patterns that count (guard.ts). */
const GUARDED_LENGTH = 1 << 23;

/** One lexer; it keeps no state between sources and may be used again and again, but not re-entrantly. */
export class PhpLexer {
  private readonly state = new ScanState();
  private readonly shortTags: boolean;
  private readonly lexer: Lexer;

  constructor(options: { readonly shortTags: boolean }) {
    this.shortTags = options.shortTags;
    this.lexer = this.createLexer(false);
  }

  private createLexer(guarded: boolean): Lexer {
    const modes = createCoarseModes(this.state, this.shortTags);
    return new Lexer(
      { modes: guarded ? guardModes(modes) : modes, defaultMode: 'startFile' },
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
   * `tolerant`: faults are passed over, as token_get_all() does without TOKEN_PARSE. Only a source with more tokens than fit in memory throws, a TooManyTokens.
   */
  tokenize(source: string, mode: StartMode, tolerant = false): TokenizeResult {
    this.state.reset();
    const lexer = source.length > GUARDED_LENGTH ? this.createLexer(true) : this.lexer;
    const { tokens } = lexer.tokenize(source, mode);
    return new Refiner(source, tokens, tolerant).run();
  }
}
