/**
 * Words a syntax error as PHP does. What PHP says it expected depends on the state of bison's automaton and on its
 * default reductions, so a wrong source is run through that automaton (lalr-tables.generated.ts), and only a wrong one.
 * Source: bison's yysyntax_error; php-src 8.2, Zend/zend_language_parser.y (zend_yytnamerr)
 */
import { CompileError } from '../../base/compile-error.ts';
import type { PhpToken } from '../lex/php-token.ts';
import type { TokenizeResult } from '../lex/refine.ts';
import * as T from '../lex/token-ids.ts';
import { DEFAULTS, GOTOS, ROWS, RULES, TERMINALS } from './lalr-tables.generated.ts';

/** The unpacked automaton. */
interface Automaton {
  /** Place of a token number in bison's symbol order. */
  readonly terminalOf: ReadonlyMap<number, number>;
  readonly tokens: readonly number[];
  readonly rules: ReadonlyArray<readonly [length: number, nonterminal: number]>;
  /** Per state: the default reduction, -1 for none. */
  readonly defaults: readonly number[];
  /** Per state: actions by terminal. */
  readonly rows: ReadonlyArray<ReadonlyMap<number, number>>;
  readonly gotos: ReadonlyArray<{ readonly common: number; readonly others: ReadonlyMap<number, number> }>;
}

const number = (text: string): number => Number.parseInt(text, 36);

function words(lines: readonly string[]): string[] {
  return lines.join(' ').split(' ');
}

function pairs(text: string): Array<[number, number]> {
  if (text === '') {
    return [];
  }
  return text.split(' ').map((pair): [number, number] => {
    const dot = pair.indexOf('.');
    return [number(pair.slice(0, dot)), number(pair.slice(dot + 1))];
  });
}

function unpackRows(): Array<Map<number, number>> {
  const rows: Array<Map<number, number>> = [];
  for (const text of ROWS) {
    const colon = text.indexOf(':');
    const [changed = '', removed = ''] = text.slice(colon + 1).split('-');
    const base = colon === 0 ? undefined : rows[rows.length - number(text.slice(0, colon))];
    const row = new Map(base);
    for (const token of removed === '' ? [] : removed.split(' ')) {
      row.delete(number(token));
    }
    for (const [token, action] of pairs(changed)) {
      row.set(token, action);
    }
    rows.push(row);
  }
  return rows;
}

function unpack(): Automaton {
  const tokens = words(TERMINALS).map(Number);
  return {
    terminalOf: new Map(tokens.map((id, i) => [id, i])),
    tokens,
    rules: words(RULES).map((rule) => pairs(rule)[0] ?? [0, 0]),
    defaults: words(DEFAULTS).map((rule) => (rule === '-' ? -1 : number(rule))),
    rows: unpackRows(),
    gotos: GOTOS.map((text) => {
      const colon = text.indexOf(':');
      return { common: number(text.slice(0, colon)), others: new Map(pairs(text.slice(colon + 1))) };
    }),
  };
}

/** Reduces by `rule`: pops its right side, goes to the state after its nonterminal. */
function reduce(automaton: Automaton, stack: number[], rule: number): void {
  const [length, nonterminal] = automaton.rules[rule] ?? [0, 0];
  stack.length -= length;
  const top = stack[stack.length - 1] ?? 0;
  const row = automaton.gotos[nonterminal];
  stack.push(row === undefined ? 0 : (row.others.get(top) ?? row.common));
}

/** Where the automaton stops: the token it cannot shift, and the tokens its state names instead. */
interface Fault {
  readonly token: PhpToken;
  readonly expected: readonly number[];
}

/** Runs the automaton; null when it accepts the tokens. */
function findFault(automaton: Automaton, tokens: readonly PhpToken[]): Fault | null {
  const stack = [0];
  for (const token of tokens) {
    if (token.id === T.T_ERROR) {
      return { token, expected: [] };
    }
    const terminal = automaton.terminalOf.get(token.id) ?? -1;
    for (;;) {
      const state = stack[stack.length - 1] ?? 0;
      const row = automaton.rows[state];
      const action = row?.get(terminal);
      if (action !== undefined && action !== 0) {
        if (action % 2 === 0) {
          stack.push(action / 2 - 1);
          break;
        }
        reduce(automaton, stack, (action - 3) / 2);
        continue;
      }
      const rule = automaton.defaults[state] ?? -1;
      if (action === 0 || rule === -1) {
        return { token, expected: expectedIn(automaton, row ?? new Map()) };
      }
      if (rule === 0) {
        return null;
      }
      reduce(automaton, stack, rule);
    }
    if (token.id === T.END) {
      return null;
    }
  }
  return null;
}

/** Tokens a state has actions for, in bison's order; none when there are more than bison has room to name. */
function expectedIn(automaton: Automaton, row: ReadonlyMap<number, number>): number[] {
  const terminals = [...row].filter(([, action]) => action !== 0).map(([terminal]) => terminal);
  terminals.sort((a, b) => a - b);
  return terminals.length > 4 ? [] : terminals.map((terminal) => automaton.tokens[terminal] ?? -1);
}

const DESCRIPTIONS: ReadonlyMap<number, string> = new Map(
  T.TOKEN_ROWS.map(([id, , description]): [number, string] => [id, description]),
);

function describe(id: number): string {
  return id === T.END ? 'end of file' : (DESCRIPTIONS.get(id) ?? `'${String.fromCharCode(id)}'`);
}

/** How an expected token is named: quotes become double quotes. */
function expectedText(id: number): string {
  return describe(id).replaceAll("'", '"');
}

/** How the unexpected token is named (zend_yytnamerr). */
function unexpectedText(token: PhpToken): string {
  switch (token.id) {
    case T.END:
      return 'end of file';
    case T.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG:
      return 'token "&"';
    case 34:
      return 'double-quote mark';
    case T.T_BAD_CHARACTER:
      return `character 0x${token.image.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    default: {
      const description = describe(token.id);
      return description.startsWith("'") ? `token "${description.slice(1, -1)}"` : contentText(token, description);
    }
  }
}

/** A token whose text varies is shown with it: its first line, without quotes, at most 30 characters. */
function contentText(token: PhpToken, description: string): string {
  let text = token.image;
  const newline = text.indexOf('\n');
  if (newline !== -1) {
    text = text.slice(0, newline);
  }
  let what = description;
  if (token.id === T.T_CONSTANT_ENCAPSED_STRING) {
    what = text.startsWith('"') ? 'double-quoted string' : text.startsWith("'") ? 'single-quoted string' : what;
  }
  text = text.replace(/^['"]/, '').replace(/['"]$/, '');
  return `${what} "${text.length > 33 ? `${text.slice(0, 30)}...` : text}"`;
}

/** Explains syntax errors; it unpacks the automaton when the first one comes. */
export class SyntaxErrors {
  private automaton: Automaton | null = null;

  /**
   * The CompileError that PHP reports for tokens no rule of the parser accepts: the scanner's own fault if it comes
   * first, else "syntax error, unexpected ...". `stop` is the token the parser stopped at, used should the automaton
   * (against expectation) accept the source.
   */
  explain(source: TokenizeResult, stop: PhpToken): CompileError {
    this.automaton ??= unpack();
    const fault = findFault(this.automaton, source.tokens) ?? { token: stop, expected: [] };
    if (fault.token.id === T.T_ERROR && source.error !== null) {
      return new CompileError(source.error.message, source.error.line, 'parse');
    }
    const expected = fault.expected.length === 0 ? '' : `, expecting ${fault.expected.map(expectedText).join(' or ')}`;
    const message = `syntax error, unexpected ${unexpectedText(fault.token)}${expected}`;
    return new CompileError(message, fault.token.endLine, 'parse');
  }
}
