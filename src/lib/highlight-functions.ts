/**
 * PHP source as HTML, and without blanks and comments.
 * Source: php-src Zend/zend_highlight.c, ext/standard/basic_functions.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { SourceToken } from '../vm/ports.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { readWhole } from './file-functions.ts';
import { docref } from './string-util.ts';
import { tokenName } from './token-names.ts';

type Colour = 'html' | 'comment' | 'default' | 'string' | 'keyword';

/** Colours of tokens; those with a value (names, variables, numbers) are `default`, the rest is `keyword`. */
const COLOURS: Readonly<Record<string, Colour>> = {
  T_INLINE_HTML: 'html',
  T_COMMENT: 'comment',
  T_DOC_COMMENT: 'comment',
  T_ENCAPSED_AND_WHITESPACE: 'string',
  T_CONSTANT_ENCAPSED_STRING: 'string',
  ...Object.fromEntries(
    (
      'T_OPEN_TAG T_OPEN_TAG_WITH_ECHO T_CLOSE_TAG T_LINE T_FILE T_DIR T_TRAIT_C T_METHOD_C T_FUNC_C T_NS_C T_CLASS_C ' +
      'T_LNUMBER T_DNUMBER T_STRING T_NAME_FULLY_QUALIFIED T_NAME_RELATIVE T_NAME_QUALIFIED T_VARIABLE ' +
      'T_STRING_VARNAME T_NUM_STRING'
    )
      .split(' ')
      .map((name) => [name, 'default' as const]),
  ),
};

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '<br />',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  ' ': '&nbsp;',
  '\t': '&nbsp;&nbsp;&nbsp;&nbsp;',
};

function html(text: string): string {
  return text.replace(/[\n<>& \t]/g, (c) => ESCAPES[c] ?? c);
}

function colourOf(token: SourceToken): Colour {
  if (token.text === '"' && token.id < 256) return 'string';
  return COLOURS[tokenName(token.id) ?? ''] ?? 'keyword';
}

/** zend_highlight */
function highlight(rt: Executor, source: string): string {
  const shade = (colour: Colour): string => rt.ini.get(`highlight.${colour}`) ?? '';
  let out = `<code><span style="color: ${shade('html')}">\n`;
  let last: Colour = 'html';
  for (const token of rt.compile.tokenize(source, false).tokens) {
    if (tokenName(token.id) !== 'T_WHITESPACE') {
      const next = colourOf(token);
      if (next !== last) {
        if (last !== 'html') out += '</span>';
        if (next !== 'html') out += `<span style="color: ${shade(next)}">`;
        last = next;
      }
    }
    out += html(token.text);
  }
  return `${out}${last === 'html' ? '' : '</span>\n'}</span>\n</code>`;
}

/** zend_strip */
function strip(rt: Executor, source: string): string {
  const { tokens } = rt.compile.tokenize(source, false);
  let out = '';
  let blank = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as SourceToken;
    const name = tokenName(token.id);
    if (name === 'T_WHITESPACE') {
      if (!blank) out += ' ';
      blank = true;
    } else if (name === 'T_END_HEREDOC') {
      out += token.text;
      // the character behind it: a newline, or what ends the statement
      const next = tokens[i + 1];
      if (next !== undefined && tokenName(next.id) !== 'T_WHITESPACE') out += next.text;
      if (next !== undefined) i++;
      out += '\n';
      blank = true;
    } else if (name !== 'T_COMMENT' && name !== 'T_DOC_COMMENT') {
      out += token.text;
      blank = false;
    }
  }
  return out;
}

function give(rt: Executor, text: string, asText: boolean): Zval {
  if (asText) return text;
  rt.write(text);
  return true;
}

function* highlightFile(rt: Executor, path: string, asText: boolean): NativeCode {
  const source = yield* readWhole(rt, path, true);
  if (source === false) docref(rt, E_WARNING, `Failed opening '${path}' for highlighting`);
  return typeof source === 'string' ? give(rt, highlight(rt, source), asText) : source;
}

const fileParams = [p.string('filename'), p.bool('return', { default: false })] as const;

export const highlightFunctions: readonly FunctionDef[] = [
  fn({
    name: 'highlight_string',
    doc: 'PHP source in colours, as HTML.',
    params: [p.string('string'), p.bool('return', { default: false })],
    returns: ['string', 'bool'],
    impl: (rt, source, asText) => give(rt, highlight(rt, source), asText),
  }),
  fn({
    name: 'highlight_file',
    doc: 'A PHP file in colours, as HTML.',
    params: fileParams,
    returns: ['string', 'bool'],
    impl: highlightFile,
  }),
  fn({
    name: 'show_source',
    doc: 'A PHP file in colours (highlight_file).',
    params: fileParams,
    returns: ['string', 'bool'],
    impl: highlightFile,
  }),
  fn({
    name: 'php_strip_whitespace',
    doc: 'A PHP file without comments and needless blanks.',
    params: [p.string('filename')],
    returns: ['string'],
    *impl(rt, path) {
      const source = yield* readWhole(rt, path, true);
      return typeof source === 'string' ? strip(rt, source) : source === false ? '' : null;
    },
  }),
];
