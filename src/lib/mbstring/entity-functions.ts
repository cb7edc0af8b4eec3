/**
 * mb_encode_numericentity() and mb_decode_numericentity().
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfilter.c (mbfl_html_numeric_entity)
 */
import { toInt } from '../../value/convert.ts';
import type { PhpArray } from '../../value/php-array.ts';
import { deref } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { encodingArgument } from './arguments.ts';
import { mbState } from './registry.ts';

/** first, last, offset, mask */
type Row = readonly [number, number, number, number];

function rowsOf(rt: Executor, map: PhpArray): Row[] | null {
  const numbers = map.valueList().map((held) => Number(toInt(rt, deref(held))) | 0);
  if (numbers.length % 4 !== 0) return rt.argumentValueError(2, 'must have a multiple of 4 elements');
  const rows: Row[] = [];
  for (let i = 0; i < numbers.length; i += 4) rows.push(numbers.slice(i, i + 4) as unknown as Row);
  return rows;
}

function codesOf(text: string): number[] {
  return Array.from(text, (c) => c.charCodeAt(0));
}

function encodeEntities(codes: readonly number[], rows: readonly Row[], hex: boolean): number[] {
  return codes.flatMap((code) => {
    for (const [first, last, offset, mask] of rows) {
      if (code < first || code > last || code < 0) continue;
      const n = ((code + offset) & mask) >>> 0;
      return codesOf(hex ? `&#x${n.toString(16).toUpperCase()};` : `&#${n};`);
    }
    return [code];
  });
}

const DIGITS = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))/;

/** The number an entity stands for by the first row that could have made it; null when none could. */
function original(n: number, rows: readonly Row[]): number | null {
  for (const [first, last, offset] of rows) {
    const code = n - offset;
    if (code >= first && code <= last) return code;
  }
  return null;
}

function decodeEntities(codes: readonly number[], rows: readonly Row[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < codes.length; ) {
    const text = codes[i] === 38 ? asciiFrom(codes, i) : '';
    const found = text === '' ? null : DIGITS.exec(text);
    const digits = found?.[1] ?? found?.[2] ?? '';
    const longest = found?.[1] === undefined ? 10 : 8;
    const n = Number.parseInt(digits, found?.[1] === undefined ? 10 : 16);
    const code = found === null || digits.length > longest || n > 0xffffffff ? null : original(n, rows);
    if (found === null || code === null) {
      out.push(codes[i++] as number);
      continue;
    }
    out.push(code);
    i += found[0].length;
    if (codes[i] === 59) i++;
  }
  return out;
}

function asciiFrom(codes: readonly number[], at: number): string {
  let text = '';
  for (let i = at; i < codes.length && i < at + 16; i++) {
    const code = codes[i] as number;
    text += code > 0 && code < 128 ? String.fromCharCode(code) : ' ';
  }
  return text;
}

export const mbEntityFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mb_encode_numericentity',
    doc: 'A text with some characters as numeric entities.',
    params: [
      p.string('string'),
      p.array('map'),
      p.nullable(p.string('encoding'), { default: null }),
      p.bool('hex', { default: false }),
    ],
    returns: ['string'],
    impl: (rt, s, map, name, hex) => {
      const e = encodingArgument(rt, name, 3);
      const rows = e === null ? null : rowsOf(rt, map);
      return e === null || rows === null ? null : mbState(rt).write(e, encodeEntities(e.decode(s), rows, hex));
    },
  }),
  fn({
    name: 'mb_decode_numericentity',
    doc: 'A text with numeric entities as characters.',
    params: [p.string('string'), p.array('map'), p.nullable(p.string('encoding'), { default: null })],
    returns: ['string'],
    impl: (rt, s, map, name) => {
      const e = encodingArgument(rt, name, 3);
      const rows = e === null ? null : rowsOf(rt, map);
      return e === null || rows === null ? null : mbState(rt).write(e, decodeEntities(e.decode(s), rows));
    },
  }),
];
