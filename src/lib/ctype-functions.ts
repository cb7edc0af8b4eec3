/**
 * Character classes of whole strings.
 * Source: php-src ext/ctype/ctype.c
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { debugTypeName } from '../value/convert.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref } from './string-util.ts';

const CLASSES = {
  alnum: /^[A-Za-z0-9]+$/,
  alpha: /^[A-Za-z]+$/,
  cntrl: /^[\x00-\x1f\x7f]+$/,
  digit: /^[0-9]+$/,
  lower: /^[a-z]+$/,
  graph: /^[\x21-\x7e]+$/,
  print: /^[\x20-\x7e]+$/,
  punct: /^[!-/:-@[-`{-~]+$/,
  space: /^[\t-\r ]+$/,
  upper: /^[A-Z]+$/,
  xdigit: /^[0-9A-Fa-f]+$/,
} as const;

/** An int from -128 to 255 is a byte, another one its digits (deprecated); what is neither int nor string is never a match. */
function ctype(rt: Executor, kind: keyof typeof CLASSES, text: Zval): boolean {
  const pattern = CLASSES[kind];
  // JS's $ also matches only at the end without the m flag, so a trailing newline is not let through
  if (typeof text === 'string') return pattern.test(text);
  docref(rt, E_DEPRECATED, `Argument of type ${debugTypeName(text)} will be interpreted as string in the future`);
  if (typeof text !== 'number') return false;
  if (text >= -128 && text <= 255) return pattern.test(String.fromCharCode(text < 0 ? text + 256 : text));
  // all digits, and a minus sign for negative ones
  return kind === 'alnum' || kind === 'digit' || kind === 'graph' || kind === 'print' || kind === 'xdigit'
    ? text >= 0 || kind === 'graph' || kind === 'print'
    : false;
}

export const ctypeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ctype_alnum',
    doc: 'Whether every byte of a string is of the class alnum.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'alnum', text),
  }),
  fn({
    name: 'ctype_alpha',
    doc: 'Whether every byte of a string is of the class alpha.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'alpha', text),
  }),
  fn({
    name: 'ctype_cntrl',
    doc: 'Whether every byte of a string is of the class cntrl.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'cntrl', text),
  }),
  fn({
    name: 'ctype_digit',
    doc: 'Whether every byte of a string is of the class digit.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'digit', text),
  }),
  fn({
    name: 'ctype_lower',
    doc: 'Whether every byte of a string is of the class lower.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'lower', text),
  }),
  fn({
    name: 'ctype_graph',
    doc: 'Whether every byte of a string is of the class graph.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'graph', text),
  }),
  fn({
    name: 'ctype_print',
    doc: 'Whether every byte of a string is of the class print.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'print', text),
  }),
  fn({
    name: 'ctype_punct',
    doc: 'Whether every byte of a string is of the class punct.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'punct', text),
  }),
  fn({
    name: 'ctype_space',
    doc: 'Whether every byte of a string is of the class space.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'space', text),
  }),
  fn({
    name: 'ctype_upper',
    doc: 'Whether every byte of a string is of the class upper.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'upper', text),
  }),
  fn({
    name: 'ctype_xdigit',
    doc: 'Whether every byte of a string is of the class xdigit.',
    params: [p.mixed('text')],
    returns: ['bool'],
    impl: (rt, text) => ctype(rt, 'xdigit', text),
  }),
];
