/**
 * Lines of comma-separated values.
 * Source: php-src ext/standard/file.c (php_fputcsv, php_fgetcsv)
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { elementTexts } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { readLine, writeStream } from './stream-core.ts';
import { type Stream, streamOf } from './stream.ts';

/** One field as fputcsv writes it. */
function quoted(text: string, separator: string, enclosure: string, escape: string): string {
  const special = ['\n', '\r', '\t', ' ', separator, enclosure];
  if (escape !== '') special.push(escape);
  if (!special.some((c) => text.includes(c))) return text;
  let out = enclosure;
  let escaped = false;
  for (const c of text) {
    if (escape !== '' && c === escape && escape !== enclosure) escaped = true;
    else if (!escaped && c === enclosure) out += enclosure;
    else escaped = false;
    out += c;
  }
  return out + enclosure;
}

/** php_fputcsv's line without its end. */
export function csvLine(fields: readonly string[], separator: string, enclosure: string, escape: string): string {
  return fields.map((t) => quoted(t, separator, enclosure, escape)).join(separator);
}

/** Checks the one-byte arguments, the first of which is argument `n`. */
export function checkBytes(rt: Executor, n: number, separator: string, enclosure: string, escape: string): boolean {
  if (separator.length !== 1) rt.argumentValueError(n, 'must be a single character');
  else if (enclosure.length !== 1) rt.argumentValueError(n + 1, 'must be a single character');
  else if (escape.length > 1) rt.argumentValueError(n + 2, 'must be empty or a single character');
  else return true;
  return false;
}

/**
 * php_fgetcsv: the fields of a line; `more` gives the next line while a quoted field is open (null: none).
 * An empty line is one null field.
 */
export function* parseCsv(
  line: string,
  separator: string,
  enclosure: string,
  escape: string,
  more: () => NativeCode<string | null>,
): NativeCode<PhpArray> {
  const fields: Zval[] = [];
  let text = line;
  let i = 0;
  if (text.replace(/\r?\n$|\r$/, '') === '') return PhpArray.fromList([null]);
  for (;;) {
    let start = i;
    while (start < text.length && /[ \t]/.test(text.charAt(start)) && text.charAt(start) !== separator) start++;
    if (text.charAt(start) === enclosure) {
      let field = '';
      i = start + 1;
      for (;;) {
        if (i >= text.length) {
          const next = yield* more();
          if (next === null) break;
          text = next;
          i = 0;
          continue;
        }
        const c = text.charAt(i);
        if (escape !== '' && c === escape && escape !== enclosure && i + 1 < text.length) {
          field += c + text.charAt(i + 1);
          i += 2;
        } else if (c === enclosure && text.charAt(i + 1) === enclosure) {
          field += c;
          i += 2;
        } else if (c === enclosure) {
          i++;
          break;
        } else {
          field += c;
          i++;
        }
      }
      const end = text.indexOf(separator, i);
      field += end < 0 ? text.slice(i).replace(/\r?\n$|\r$/, '') : text.slice(i, end);
      fields.push(field);
      if (end < 0) break;
      i = end + 1;
    } else {
      const end = text.indexOf(separator, i);
      fields.push(end < 0 ? text.slice(i).replace(/\r?\n$|\r$/, '') : text.slice(i, end));
      if (end < 0) break;
      i = end + 1;
    }
  }
  return PhpArray.fromList(fields);
}

function* putCsv(
  rt: Executor,
  resource: PhpResource,
  fields: PhpArray,
  separator: string,
  enclosure: string,
  escape: string,
  eol: string,
): NativeCode {
  if (!checkBytes(rt, 3, separator, enclosure, escape)) return null;
  const stream = streamOf(rt, resource);
  if (stream === null) return null;
  const texts = yield* elementTexts(rt, fields.valueList());
  if (texts === null) return null;
  return yield* writeStream(rt, stream, csvLine(texts, separator, enclosure, escape) + eol);
}

function nextLine(rt: Executor, stream: Stream, length: number): NativeCode<string | null> {
  return readLine(rt, stream, length > 0 ? length : undefined);
}

function* noMore(): NativeCode<null> {
  return null;
}

export const csvFunctions: readonly FunctionDef[] = [
  fn({
    name: 'fputcsv',
    doc: 'Writes values as a line of CSV.',
    params: [
      p.resource('stream'),
      p.array('fields'),
      p.string('separator', { default: ',' }),
      p.string('enclosure', { default: '"' }),
      p.string('escape', { default: '\\' }),
      p.string('eol', { default: '\n', text: '"\\n"' }),
    ],
    returns: ['int', 'false'],
    impl: putCsv,
  }),
  fn({
    name: 'fgetcsv',
    doc: 'Reads a line of CSV.',
    params: [
      p.resource('stream'),
      p.nullable(p.int('length'), { default: null }),
      p.string('separator', { default: ',' }),
      p.string('enclosure', { default: '"' }),
      p.string('escape', { default: '\\' }),
    ],
    returns: ['array', 'false'],
    *impl(rt, resource, length, separator, enclosure, escape) {
      if (!checkBytes(rt, 3, separator, enclosure, escape)) return null;
      if (length !== null && length < 0) return rt.argumentValueError(2, 'must be between 0 and 9223372036854775806');
      const stream = streamOf(rt, resource);
      if (stream === null) return null;
      const line = yield* nextLine(rt, stream, length ?? 0);
      if (line === null) return false;
      return yield* parseCsv(line, separator, enclosure, escape, () => nextLine(rt, stream, 0));
    },
  }),
  fn({
    name: 'str_getcsv',
    doc: 'The fields of a line of CSV.',
    params: [
      p.string('string'),
      p.string('separator', { default: ',' }),
      p.string('enclosure', { default: '"' }),
      p.string('escape', { default: '\\' }),
    ],
    returns: ['array'],
    *impl(rt, line, separator, enclosure, escape) {
      if (!checkBytes(rt, 2, separator, enclosure, escape)) return null;
      return yield* parseCsv(line, separator, enclosure, escape, noMore);
    },
  }),
];
