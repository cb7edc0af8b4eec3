/**
 * The patterns that cut PHP source into pieces. They are coarse: one for all names, one for all operators. `refine.ts`
 * gives each piece its PHP token number, value and lines. What matters here is only where a piece ends and which mode
 * follows.
 */
import { LABEL_STARTS } from './chars.ts';
import {
  type Scan,
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

/** What a piece of source is. */
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
  | 'BadCharacter'
  | 'Blank'
  | 'Comment';

interface PieceOptions {
  /** The mode that the piece begins. */
  readonly push?: Mode;
  /** The piece ends its mode. */
  readonly pop?: boolean;
  /** It is no piece for anybody to see. */
  readonly skip?: boolean;
}

/** A pattern of a mode. */
export interface Pattern extends PieceOptions {
  readonly kind: CoarseKind;
  readonly scan: Scan;
  /** The characters that a piece may begin with; '' for any. */
  readonly starts: string;
}

/** Modes of Zend's scanner, and where a source starts. */
export type Mode =
  | 'startFile'
  | 'startScript'
  | 'startCode'
  | 'initial'
  | 'scripting'
  | 'quotes'
  | 'backquote'
  | 'heredoc'
  | 'nowdoc'
  | 'offset'
  | 'property'
  | 'varname';

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
const DIGITS = '0123456789';
const BLANKS = ' \n\r\t';
/** What may stand between `->` and the name: blanks and comments. */
const BETWEEN = '(?:[ \\n\\r\\t]|\\/\\*(?:[^*]|\\*(?!\\/))*\\*\\/|(?:\\/\\/|#(?!\\[))(?:(?!\\?>)[^\\n\\r])*[\\n\\r])';
const ANY = '';

/** A scan by a regular expression. */
function scanOf(pattern: RegExp): Scan {
  const sticky = new RegExp(pattern.source, `${pattern.flags}y`);
  return (text, offset) => {
    sticky.lastIndex = offset;
    return sticky.test(text) ? sticky.lastIndex : -1;
  };
}

function piece(kind: CoarseKind, pattern: RegExp | Scan, starts: string, options: PieceOptions = {}): Pattern {
  return { kind, scan: pattern instanceof RegExp ? scanOf(pattern) : pattern, starts, ...options };
}

/** Pieces that look the same in the three interpolated modes. */
function interpolation(): Pattern[] {
  return [
    piece('VariableThenProperty', new RegExp(`\\$${LABEL}(?=\\??->[a-zA-Z_\\x80-\\xff])`), '$', { push: 'property' }),
    piece('VariableThenOffset', new RegExp(`\\$${LABEL}(?=\\[)`), '$', { push: 'offset' }),
    piece('Variable', new RegExp(`\\$${LABEL}`), '$'),
    piece('DollarCurly', new RegExp(`\\$\\{(?=${LABEL}[[}])`), '$', { push: 'varname' }),
    piece('DollarCurly', /\$\{/, '$', { push: 'scripting' }),
    piece('CurlyOpen', /\{(?=\$)/, '{', { push: 'scripting' }),
  ];
}

function scripting(state: ScanState): Pattern[] {
  const heredoc = `[bB]?<<<[ \\t]*(?:${LABEL}|"${LABEL}")(?:\\r\\n|\\n|\\r)`;
  const nowdoc = `[bB]?<<<[ \\t]*'${LABEL}'(?:\\r\\n|\\n|\\r)`;
  return [
    piece('Blank', /[ \n\r\t]+/, BLANKS, { skip: true }),
    piece('Variable', new RegExp(`\\$${LABEL}`), '$'),
    piece('SingleQuoted', (text, at) => scanSingleQuoted(text, at, true), "'bB"),
    piece('UnclosedSingleQuoted', (text, at) => scanSingleQuoted(text, at, false), "'bB"),
    piece('DoubleQuoted', scanDoubleQuoted, '"bB'),
    piece('StringQuote', /[bB]?"/, '"bB', { push: 'quotes' }),
    piece('HeredocStart', state.heredocStart(new RegExp(heredoc, 'y')), '<bB', { push: 'heredoc' }),
    piece('NowdocStart', state.heredocStart(new RegExp(nowdoc, 'y')), '<bB', { push: 'nowdoc' }),
    piece('Name', scanName, `${LABEL_STARTS}\\`),
    piece('Number', NUMBER, `${DIGITS}.`),
    piece('Comment', scanLineComment, '#/', { skip: true }),
    piece('DocComment', /\/\*\*[ \n\r\t][^]*?\*\//, '/'),
    piece('Comment', scanBlockComment, '/', { skip: true }),
    piece('OpenComment', /\/\*[^]*/, '/'),
    piece('Cast', CAST, '('),
    piece('CloseTag', /\?>(?:\r\n|\n|\r)?/, '?', { pop: true, push: 'initial' }),
    piece('Arrow', new RegExp(`\\??->(?=${BETWEEN}*${LABEL})`), '-?', { push: 'property' }),
    piece('BraceOpen', /\{/, '{', { push: 'scripting' }),
    piece('BraceClose', /\}/, '}', { pop: true }),
    piece('StringQuote', /`/, '`', { push: 'backquote' }),
    piece('Operator', OPERATOR, ';:,.|^&+-/*=%!~$<>?@()[]\\#'),
    piece('BadCharacter', /[^]/, ANY),
  ];
}

function offset(): Pattern[] {
  return [
    piece('Variable', new RegExp(`\\$${LABEL}`), '$'),
    piece('OffsetName', new RegExp(LABEL), LABEL_STARTS),
    piece('OffsetNumber', OFFSET_NUMBER, DIGITS),
    piece('OffsetOperator', /\]/, ']', { pop: true }),
    piece('OffsetOperator', /[;:,.|^&+\-/*=%!~$<>?@[(){}"`]/, ';:,.|^&+-/*=%!~$<>?@[(){}"`'),
    piece('OffsetBad', /(?=[ \n\r\t\\'#])/, " \n\r\t\\'#", { pop: true }),
    piece('BadCharacter', /[^]/, ANY),
  ];
}

/**
 * Builds the modes of Zend's scanner: `initial` (inline HTML), `scripting`, `quotes`, `backquote`, `heredoc`, `nowdoc`,
 * `offset` (`"$a[..."`), `property` (after `->`), `varname` (after `${`). Source: php-src Zend/zend_language_scanner.l
 */
export function createCoarseModes(state: ScanState, shortTags: boolean): Record<Mode, readonly Pattern[]> {
  const openTag = shortTags
    ? /<\?(?:=|[pP][hH][pP](?:[ \t]|\r\n|\n|\r|$)|)/
    : /<\?(?:=|[pP][hH][pP](?:[ \t]|\r\n|\n|\r|$))/;
  const quotesEnd = piece('StringQuote', /"/, '"', { pop: true });
  const backquoteEnd = piece('StringQuote', /`/, '`', { pop: true });
  const atStart = piece('Blank', (_text, at) => (at === 0 ? at : -1), ANY, { skip: true, push: 'initial' });
  const onwards = piece('Blank', (_text, at) => (at > 0 ? at : -1), ANY, { skip: true, push: 'scripting' });
  return {
    // Each source starts on a mode that pushes the real one.
    // A `}` too many takes its mode off the stack; the code goes on all the same (PHP leaves the last state where it is).
    startFile: [atStart, onwards],
    startScript: [piece('Shebang', /#!.*(?:\r\n|\n|\r)/, '#', { push: 'initial' }), atStart, onwards],
    startCode: [piece('Blank', /(?=[^])/, ANY, { skip: true, push: 'scripting' })],
    initial: [
      piece('OpenTag', openTag, '<', { pop: true, push: 'scripting' }),
      piece('Html', scanInlineHtml(openTag), ANY),
    ],
    scripting: scripting(state),
    quotes: [...interpolation(), quotesEnd, piece('Encapsed', scanEncapsed(34), ANY)],
    backquote: [...interpolation(), backquoteEnd, piece('Backticked', scanEncapsed(96), ANY)],
    heredoc: [
      piece('HeredocEnd', scanClosingLabel(state), ANY, { pop: true }),
      ...interpolation(),
      piece('HeredocText', scanHeredocText(state, true), ANY),
    ],
    nowdoc: [
      piece('HeredocEnd', scanClosingLabel(state), ANY, { pop: true }),
      piece('NowdocText', scanHeredocText(state, false), ANY),
    ],
    offset: offset(),
    property: [
      piece('Blank', /[ \n\r\t]+/, BLANKS, { skip: true }),
      piece('Comment', scanLineComment, '#/', { skip: true }),
      piece('DocComment', /\/\*\*[ \n\r\t][^]*?\*\//, '/'),
      piece('Comment', scanBlockComment, '/', { skip: true }),
      piece('Operator', /\??->/, '-?'),
      piece('PropertyName', new RegExp(LABEL), LABEL_STARTS, { pop: true }),
      piece('OffsetBad', /(?=[^])/, ANY, { pop: true, skip: true }),
    ],
    varname: [piece('VarName', new RegExp(LABEL), LABEL_STARTS, { pop: true, push: 'scripting' })],
  };
}
