/**
 * mb_* functions about parts, lengths and case of text.
 * Source: php-src 8.2 ext/mbstring/mbstring.c, mbstring.stub.php
 */
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { stringList } from '../string-util.ts';
import { encodingArgument } from './arguments.ts';
import { type CaseMode, convertCase } from './case.ts';
import { convertBytes } from './convert.ts';
import type { Encoding } from './encoding.ts';
import { mbState } from './registry.ts';
import { cutText, splitText, substringOf, textLength } from './text.ts';
import { fittingPart, textWidth } from './width.ts';

const encodingParam = p.nullable(p.string('encoding'), { default: null });

function inCase(rt: Executor, bytes: string, mode: CaseMode, e: Encoding): string {
  return mbState(rt).write(e, convertCase(e.decode(bytes), mode, e.name === 'ISO-8859-9'));
}

function cut(rt: Executor, bytes: string, from: number, length: number | null, e: Encoding): Zval {
  const start = from < 0 ? Math.max(0, from + bytes.length) : from;
  let count = length ?? bytes.length;
  if (count < 0) count = Math.max(0, bytes.length - start + count);
  return start > bytes.length ? '' : cutText(mbState(rt), e, bytes, start, count);
}

function trimWidth(rt: Executor, bytes: string, start: number, columns: number, marker: string, e: Encoding): Zval {
  const codes = e.decode(bytes);
  let from = start;
  let width = columns;
  if (from < 0) from += textLength(e, bytes);
  if (from < 0 || from > textLength(e, bytes)) return rt.argumentValueError(2, 'is out of range');
  const rest = codes.slice(from);
  if (width < 0) width += textWidth(rest);
  if (width < 0) return rt.argumentValueError(3, 'is out of range');
  const state = mbState(rt);
  if (textWidth(rest) <= width) return state.write(e, rest);
  return state.write(e, fittingPart(rest, width - textWidth(e.decode(marker)))) + marker;
}

const partFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mb_strlen',
    doc: 'How many characters a text has.',
    params: [p.string('string'), encodingParam],
    returns: ['int'],
    impl: (rt, s, name) => {
      const e = encodingArgument(rt, name, 2);
      return e === null ? null : textLength(e, s);
    },
  }),
  fn({
    name: 'mb_substr',
    doc: 'A part of a text, in characters.',
    params: [p.string('string'), p.int('start'), p.nullable(p.int('length'), { default: null }), encodingParam],
    returns: ['string'],
    impl: (rt, s, start, length, name) => {
      const e = encodingArgument(rt, name, 4);
      return e === null ? null : substringOf(mbState(rt), e, s, start, length);
    },
  }),
  fn({
    name: 'mb_strcut',
    doc: 'A part of a text, in bytes, that splits no character.',
    params: [p.string('string'), p.int('start'), p.nullable(p.int('length'), { default: null }), encodingParam],
    returns: ['string'],
    impl: (rt, s, start, length, name) => {
      const e = encodingArgument(rt, name, 4);
      return e === null ? null : cut(rt, s, start, length, e);
    },
  }),
  fn({
    name: 'mb_str_split',
    doc: 'The characters of a text, or pieces of some.',
    params: [p.string('string'), p.int('length', { default: 1 }), encodingParam],
    returns: ['array'],
    impl: (rt, s, length, name) => {
      if (length <= 0) return rt.argumentValueError(2, 'must be greater than 0');
      const e = encodingArgument(rt, name, 3);
      return e === null ? null : stringList(splitText(mbState(rt), e, s, length));
    },
  }),
  fn({
    name: 'mb_strwidth',
    doc: 'How many columns a text takes.',
    params: [p.string('string'), encodingParam],
    returns: ['int'],
    impl: (rt, s, name) => {
      const e = encodingArgument(rt, name, 2);
      return e === null ? null : textWidth(e.decode(s));
    },
  }),
  fn({
    name: 'mb_strimwidth',
    doc: 'A text cut to a number of columns, with a marker where it was cut.',
    params: [
      p.string('string'),
      p.int('start'),
      p.int('width'),
      p.string('trim_marker', { default: '' }),
      encodingParam,
    ],
    returns: ['string'],
    impl: (rt, s, start, width, marker, name) => {
      const e = encodingArgument(rt, name, 5);
      return e === null ? null : trimWidth(rt, s, start, width, marker, e);
    },
  }),
];

/** mb_strtoupper() and mb_strtolower(). */
function caseFunction(name: string, doc: string, mode: CaseMode): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('string'), encodingParam],
    returns: ['string'],
    impl: (rt, s, encodingName) => {
      const e = encodingArgument(rt, encodingName, 2);
      return e === null ? null : inCase(rt, s, mode, e);
    },
  });
}

const caseFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mb_convert_case',
    doc: 'A text in another case.',
    params: [p.string('string'), p.int('mode'), encodingParam],
    returns: ['string'],
    impl: (rt, s, mode, name) => {
      const e = encodingArgument(rt, name, 3);
      if (e === null) return null;
      if (mode < 0 || mode > 7) return rt.argumentValueError(2, 'must be one of the MB_CASE_* constants');
      return inCase(rt, s, mode as CaseMode, e);
    },
  }),
  caseFunction('mb_strtoupper', 'A text in upper case.', 0),
  caseFunction('mb_strtolower', 'A text in lower case.', 1),
];

function unsupported(rt: Executor, e: Encoding): boolean {
  const none = ['BASE64', 'HTML-ENTITIES', 'Quoted-Printable', 'UTF-7', 'UTF7-IMAP', 'JIS', 'ISO-2022-JP'];
  if (!none.includes(e.name)) return false;
  const func = rt.currentExecuteData?.func?.functionName ?? '';
  rt.throwError('ValueError', `${func}() does not support the "${e.name}" encoding`);
  return true;
}

const codeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mb_ord',
    doc: 'The code point of the first character.',
    params: [p.string('string'), encodingParam],
    returns: ['int', 'false'],
    impl: (rt, s, name) => {
      if (s === '') return rt.argumentValueError(1, 'must not be empty');
      const e = encodingArgument(rt, name, 2);
      if (e === null || unsupported(rt, e)) return null;
      const code = e.decode(s)[0];
      return code === undefined || code < 0 ? false : code;
    },
  }),
  fn({
    name: 'mb_chr',
    doc: 'The character of a code point; false when there is none.',
    params: [p.int('codepoint'), encodingParam],
    returns: ['string', 'false'],
    impl: (rt, code, name) => {
      const e = encodingArgument(rt, name, 2);
      if (e === null || unsupported(rt, e)) return null;
      if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
      return e.encodeOne(code) ?? false;
    },
  }),
  fn({
    name: 'mb_scrub',
    doc: 'A text with its faulty bytes replaced.',
    params: [p.string('string'), encodingParam],
    returns: ['string'],
    impl: (rt, s, name) => {
      const e = encodingArgument(rt, name, 2);
      return e === null ? null : convertBytes(mbState(rt), s, e, e);
    },
  }),
];

export const mbStringFunctions: readonly FunctionDef[] = [...partFunctions, ...caseFunctions, ...codeFunctions];
