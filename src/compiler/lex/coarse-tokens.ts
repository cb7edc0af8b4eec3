/**
 * The chevrotain token types that cut PHP source into pieces. They are coarse: one type for all names, one for all
 * operators. `refine.ts` gives each piece its PHP token number, value and lines. What chevrotain must know here is
 * only where a piece ends and which mode follows.
 */
import { type CustomPatternMatcherFunc, createToken, Lexer, type TokenType } from 'chevrotain';
import { ALL_CODES, LABEL_START_CODES } from './chars.ts';
import {
  type ScanState,
  scanBlockComment,
  scanClosingLabel,
  scanDoubleQuoted,
  scanEncapsed,
  scanHeredocText,
  scanInlineHtml,
  scanLineComment,
  scanName,
  scanSingleQuoted,
} from './scan.ts';

/** A piece of source as chevrotain cut it. */
export type CoarseKind =
  | 'Html'
  | 'OpenTag'
  | 'CloseTag'
  | 'Shebang'
  | 'DocComment'
  | 'OpenComment'
  | 'Name'
  | 'Variable'
  | 'VariableThenProperty'
  | 'VariableThenOffset'
  | 'Number'
  | 'SingleQuoted'
  | 'UnclosedSingleQuoted'
  | 'DoubleQuoted'
  | 'StringQuote'
  | 'HeredocStart'
  | 'NowdocStart'
  | 'HeredocEnd'
  | 'Encapsed'
  | 'Backticked'
  | 'HeredocText'
  | 'NowdocText'
  | 'Cast'
  | 'Operator'
  | 'Arrow'
  | 'BraceOpen'
  | 'BraceClose'
  | 'CurlyOpen'
  | 'DollarCurly'
  | 'VarName'
  | 'PropertyName'
  | 'OffsetName'
  | 'OffsetNumber'
  | 'OffsetOperator'
  | 'OffsetBad'
  | 'BadCharacter';

type Hint = (string | number)[];

interface PieceOptions {
  readonly push?: string;
  readonly pop?: boolean;
  readonly skip?: boolean;
}

const LABEL = '[a-zA-Z_\\x80-\\xff][a-zA-Z0-9_\\x80-\\xff]*';
const LNUM = '[0-9]+(?:_[0-9]+)*';
const NUMBER: RegExp = new RegExp(
  `0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO][0-7]+(?:_[0-7]+)*` +
    `|(?:${LNUM}\\.(?:${LNUM})?|\\.${LNUM}|${LNUM})(?:[eE][+-]?${LNUM})?`,
);
const OFFSET_NUMBER: RegExp = new RegExp(
  `0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO][0-7]+(?:_[0-7]+)*|${LNUM}`,
);
const CAST = /\([ \t]*(?:int|integer|bool|boolean|float|double|real|string|binary|array|object|unset)[ \t]*\)/i;
const OPERATOR =
  /\?\?=|\?->|\?\?|<=>|<<=|>>=|\*\*=|\.\.\.|===|!==|#\[|->|=>|\+\+|--|==|!=|<>|<=|>=|\+=|-=|\*=|\*\*|\/=|\.=|%=|<<|>>|&=|\|=|\^=|\|\||&&|::|[;:,.|^&+\-/*=%!~$<>?@()[\]\\]/;
const DIGITS: Hint = Array.from('0123456789');

function piece(
  kind: CoarseKind | 'Blank' | 'Comment',
  pattern: RegExp | CustomPatternMatcherFunc,
  hint: Hint,
  options: PieceOptions = {},
): TokenType {
  return createToken({
    name: kind,
    pattern: pattern instanceof RegExp ? pattern : { exec: pattern },
    start_chars_hint: hint,
    line_breaks: true,
    ...(options.push === undefined ? {} : { push_mode: options.push }),
    ...(options.pop === true ? { pop_mode: true } : {}),
    ...(options.skip === true ? { group: Lexer.SKIPPED } : {}),
  });
}

/** Pieces that look the same in the three interpolated modes. */
function interpolation(): TokenType[] {
  return [
    piece('VariableThenProperty', new RegExp(`\\$${LABEL}(?=\\??->[a-zA-Z_\\x80-\\xff])`), ['$'], { push: 'property' }),
    piece('VariableThenOffset', new RegExp(`\\$${LABEL}(?=\\[)`), ['$'], { push: 'offset' }),
    piece('Variable', new RegExp(`\\$${LABEL}`), ['$']),
    piece('DollarCurly', new RegExp(`\\$\\{(?=${LABEL}[[}])`), ['$'], { push: 'varname' }),
    piece('DollarCurly', /\$\{/, ['$'], { push: 'scripting' }),
    piece('CurlyOpen', /\{(?=\$)/, ['{'], { push: 'scripting' }),
  ];
}

function scripting(state: ScanState): TokenType[] {
  const heredoc = `[bB]?<<<[ \\t]*(?:${LABEL}|"${LABEL}")(?:\\r\\n|\\n|\\r)`;
  const nowdoc = `[bB]?<<<[ \\t]*'${LABEL}'(?:\\r\\n|\\n|\\r)`;
  return [
    piece('Blank', /[ \n\r\t]+/, [' ', '\n', '\r', '\t'], { skip: true }),
    piece('Variable', new RegExp(`\\$${LABEL}`), ['$']),
    piece('SingleQuoted', (text, at) => scanSingleQuoted(text, at, true), ["'", 'b', 'B']),
    piece('UnclosedSingleQuoted', (text, at) => scanSingleQuoted(text, at, false), ["'", 'b', 'B']),
    piece('DoubleQuoted', scanDoubleQuoted, ['"', 'b', 'B']),
    piece('StringQuote', /[bB]?"/, ['"', 'b', 'B'], { push: 'quotes' }),
    piece('HeredocStart', state.heredocStart(new RegExp(heredoc, 'y')), ['<', 'b', 'B'], { push: 'heredoc' }),
    piece('NowdocStart', state.heredocStart(new RegExp(nowdoc, 'y')), ['<', 'b', 'B'], { push: 'nowdoc' }),
    piece('Name', scanName, LABEL_START_CODES.concat(92)),
    piece('Number', NUMBER, DIGITS.concat('.')),
    piece('Comment', scanLineComment, ['#', '/'], { skip: true }),
    piece('DocComment', /\/\*\*[ \n\r\t][^]*?\*\//, ['/']),
    piece('Comment', scanBlockComment, ['/'], { skip: true }),
    piece('OpenComment', /\/\*[^]*/, ['/']),
    piece('Cast', CAST, ['(']),
    piece('CloseTag', /\?>(?:\r\n|\n|\r)?/, ['?'], { pop: true, push: 'initial' }),
    piece('Arrow', new RegExp(`\\??->(?=[ \\n\\r\\t]*${LABEL})`), ['-', '?'], { push: 'property' }),
    piece('BraceOpen', /\{/, ['{'], { push: 'scripting' }),
    piece('BraceClose', /\}/, ['}'], { pop: true }),
    piece('StringQuote', /`/, ['`'], { push: 'backquote' }),
    piece('Operator', OPERATOR, Array.from(';:,.|^&+-/*=%!~$<>?@()[]\\#')),
    piece('BadCharacter', /[^]/, ALL_CODES),
  ];
}

function offset(): TokenType[] {
  return [
    piece('Variable', new RegExp(`\\$${LABEL}`), ['$']),
    piece('OffsetName', new RegExp(LABEL), LABEL_START_CODES),
    piece('OffsetNumber', OFFSET_NUMBER, DIGITS),
    piece('OffsetOperator', /\]/, [']'], { pop: true }),
    piece('OffsetOperator', /[;:,.|^&+\-/*=%!~$<>?@[(){}"`]/, Array.from(';:,.|^&+-/*=%!~$<>?@[(){}"`')),
    piece('OffsetBad', /(?=[ \n\r\t\\'#])/, Array.from(" \n\r\t\\'#"), { pop: true }),
    piece('BadCharacter', /[^]/, ALL_CODES),
  ];
}

/**
 * Builds the modes of Zend's scanner: `initial` (inline HTML), `scripting`, `quotes`, `backquote`, `heredoc`, `nowdoc`,
 * `offset` (`"$a[..."`), `property` (after `->`), `varname` (after `${`). Source: php-src Zend/zend_language_scanner.l
 */
export function createCoarseModes(state: ScanState, shortTags: boolean): Record<string, TokenType[]> {
  const openTag = shortTags
    ? /<\?(?:=|[pP][hH][pP](?:[ \t]|\r\n|\n|\r|$)|)/
    : /<\?(?:=|[pP][hH][pP](?:[ \t]|\r\n|\n|\r|$))/;
  const quotesEnd = piece('StringQuote', /"/, ['"'], { pop: true });
  const backquoteEnd = piece('StringQuote', /`/, ['`'], { pop: true });
  const atStart = piece('Blank', (_text, at) => (at === 0 ? [''] : null), ALL_CODES, { skip: true, push: 'initial' });
  const onwards = piece('Blank', (_text, at) => (at > 0 ? [''] : null), ALL_CODES, { skip: true, push: 'scripting' });
  return {
    // chevrotain cannot replace the only mode on its stack, so each source starts on a mode that pushes the real one.
    // A `}` too many takes its mode off the stack; the code goes on all the same (PHP leaves the last state where it is).
    startFile: [atStart, onwards],
    startScript: [piece('Shebang', /#!.*(?:\r\n|\n|\r)/, ['#'], { push: 'initial' }), atStart, onwards],
    startCode: [piece('Blank', /(?=[^])/, ALL_CODES, { skip: true, push: 'scripting' })],
    initial: [
      piece('OpenTag', openTag, ['<'], { pop: true, push: 'scripting' }),
      piece('Html', scanInlineHtml(openTag), ALL_CODES),
    ],
    scripting: scripting(state),
    quotes: [...interpolation(), quotesEnd, piece('Encapsed', scanEncapsed(34), ALL_CODES)],
    backquote: [...interpolation(), backquoteEnd, piece('Backticked', scanEncapsed(96), ALL_CODES)],
    heredoc: [
      piece('HeredocEnd', scanClosingLabel(state), ALL_CODES, { pop: true }),
      ...interpolation(),
      piece('HeredocText', scanHeredocText(state, true), ALL_CODES),
    ],
    nowdoc: [
      piece('HeredocEnd', scanClosingLabel(state), ALL_CODES, { pop: true }),
      piece('NowdocText', scanHeredocText(state, false), ALL_CODES),
    ],
    offset: offset(),
    property: [
      piece('Blank', /[ \n\r\t]+/, [' ', '\n', '\r', '\t'], { skip: true }),
      piece('Operator', /\??->/, ['-', '?']),
      piece('PropertyName', new RegExp(LABEL), LABEL_START_CODES, { pop: true }),
      piece('OffsetBad', /(?=[^])/, ALL_CODES, { pop: true, skip: true }),
    ],
    varname: [piece('VarName', new RegExp(LABEL), LABEL_START_CODES, { pop: true, push: 'scripting' })],
  };
}
