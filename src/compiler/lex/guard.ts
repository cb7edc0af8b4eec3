/**
 * A source of tens of megabytes can have more tokens than the host's heap can hold, and V8 ends the whole process then.
 * For such sources every pattern first looks at how many pieces there are and gives up in time.
 */
import type { CustomPatternMatcherFunc, IToken, TokenType } from 'chevrotain';

/** More pieces than this are refused: with their AST they take some gigabytes. */
const MAX_PIECES = 5_000_000;

/** Thrown by a guarded pattern. */
export class TooManyTokens extends Error {
  /** Offset the scanner had reached. */
  readonly offset: number;

  constructor(offset: number) {
    super(`more than ${MAX_PIECES} tokens`);
    this.offset = offset;
  }
}

function guard(pattern: NonNullable<TokenType['PATTERN']>): { exec: CustomPatternMatcherFunc } {
  const inner = pattern as { exec?: CustomPatternMatcherFunc };
  const sticky = pattern instanceof RegExp ? new RegExp(pattern.source, `${pattern.flags}y`) : null;
  return {
    exec: (text, offset, matched: IToken[], groups): [string] | null => {
      if (matched.length > MAX_PIECES) {
        throw new TooManyTokens(offset);
      }
      if (sticky === null) {
        return (inner.exec?.(text, offset, matched, groups) ?? null) as [string] | null;
      }
      sticky.lastIndex = offset;
      return sticky.test(text) ? [text.slice(offset, sticky.lastIndex)] : null;
    },
  };
}

/** The same modes with guarded patterns; the token types given are changed. */
export function guardModes(modes: Record<string, TokenType[]>): Record<string, TokenType[]> {
  for (const type of Object.values(modes).flat()) {
    if (type.PATTERN !== undefined) {
      type.PATTERN = guard(type.PATTERN);
    }
  }
  return modes;
}
