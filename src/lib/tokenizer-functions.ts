/**
 * token_get_all() and token_name().
 * Source: php-src 8.2 ext/tokenizer/tokenizer.c
 */
import { PhpArray } from '../value/php-array.ts';
import { sourceTokens } from '../vm/include-file.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { TOKEN_PARSE, tokenName } from './token-names.ts';

export const tokenizerFunctions: readonly FunctionDef[] = [
  fn({
    name: 'token_get_all',
    doc: 'The tokens of a source: characters, and arrays of number, text and line.',
    params: [p.string('code'), p.int('flags', { default: 0 })],
    returns: ['array'],
    impl: (rt, code, flags) => {
      const tokens = sourceTokens(rt, code, (flags & TOKEN_PARSE) !== 0);
      if (tokens === null) return null;
      return PhpArray.fromList(
        tokens.map(({ id, text, line }) => (id < 256 ? text : PhpArray.fromList([id, text, line]))),
      );
    },
  }),
  fn({
    name: 'token_name',
    doc: 'The name of a token by its number.',
    params: [p.int('id')],
    returns: ['string'],
    impl: (_rt, id) => tokenName(id) ?? 'UNKNOWN',
  }),
];
