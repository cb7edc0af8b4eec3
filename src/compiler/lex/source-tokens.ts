/**
 * All tokens of a source, blanks, comments and tags too: what token_get_all() shows. The parser never sees those, so they
 * are cut out of the gaps between its tokens.
 * Source: php-src 8.2 ext/tokenizer/tokenizer.c (tokenize, on_event)
 */
import { LineIndex } from './line-index.ts';
import type { PhpToken } from './php-token.ts';
import * as T from './token-ids.ts';

/** A token as token_get_all() gives it; a number below 256 is the code of a character. */
export interface SourceToken {
  id: number;
  readonly text: string;
  readonly line: number;
  /** Byte offset. */
  readonly pos: number;
}

const GAP =
  /([ \n\r\t]+)|(\/\*\*[ \n\r\t][^]*?\*\/)|(\/\*[^]*?\*\/|(?:#|\/\/)(?:(?!\?>)[^\r\n])*)|<\?(?:php(?:[ \t]|\r\n|\n|\r|$))?/iy;

function gapTokenId(found: RegExpExecArray): number {
  if (found[1] !== undefined) return T.T_WHITESPACE;
  if (found[2] !== undefined) return T.T_DOC_COMMENT;
  return found[3] !== undefined ? T.T_COMMENT : T.T_OPEN_TAG;
}

function sourceTokenId(token: PhpToken, names: ReadonlySet<number> | null): number {
  const { id, image } = token;
  if (id === 59 && image.length > 1) return T.T_CLOSE_TAG;
  if (id === T.T_ECHO && image === '<?=') return T.T_OPEN_TAG_WITH_ECHO;
  return names?.has(token.index) === true ? T.T_STRING : id;
}

/**
 * The parser's tokens and what lies between them. `names` are the places of reserved words that are names; what follows
 * `end` is one T_INLINE_HTML.
 */
export function listSourceTokens(
  source: string,
  tokens: readonly PhpToken[],
  names: ReadonlySet<number> | null = null,
  end: number = source.length,
): SourceToken[] {
  const lines = new LineIndex(source);
  const all: SourceToken[] = [];
  let at = 0;
  const fill = (to: number): void => {
    while (at < to) {
      GAP.lastIndex = at;
      const found = GAP.exec(source);
      if (found === null) return;
      all.push({ id: gapTokenId(found), text: found[0], line: lines.lineAt(at), pos: at });
      at += found[0].length;
    }
  };
  for (const token of tokens) {
    if (token.id === T.END) break;
    fill(token.startOffset);
    all.push({ id: sourceTokenId(token, names), text: token.image, line: token.line, pos: token.startOffset });
    at = token.startOffset + token.image.length;
  }
  fill(end);
  if (end < source.length)
    all.push({ id: T.T_INLINE_HTML, text: source.slice(end), line: lines.lineAt(end), pos: end });
  return all;
}

const IGNORED: ReadonlySet<number> = new Set([T.T_WHITESPACE, T.T_OPEN_TAG, T.T_COMMENT, T.T_DOC_COMMENT]);

/** Makes one T_INLINE_HTML of all that follows the three tokens after `__halt_compiler`. */
export function withoutCodeAfterHalt(source: string, tokens: SourceToken[]): SourceToken[] {
  const halt = tokens.findIndex((token) => token.id === T.T_HALT_COMPILER);
  if (halt < 0) return tokens;
  let needed = 3;
  for (let at = halt + 1; at < tokens.length; at++) {
    const token = tokens[at] as SourceToken;
    if (IGNORED.has(token.id) || --needed > 0) continue;
    const pos = token.pos + token.text.length;
    const kept = tokens.slice(0, at + 1);
    if (pos < source.length) kept.push({ id: T.T_INLINE_HTML, text: source.slice(pos), line: token.line, pos });
    return kept;
  }
  return tokens;
}
