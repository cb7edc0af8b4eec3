import { CompileError } from '../../base/compile-error.ts';
import type { TokenizeResult } from '../lex/refine.ts';
export function explainSyntaxError(source: TokenizeResult): CompileError {
  return new CompileError('syntax error', source.tokens.at(-1)?.line ?? 1, 'parse');
}
