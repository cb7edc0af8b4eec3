/**
 * How an SplFileObject reads: lines, CSV, an overloaded getCurrentLine(), skipping what is empty.
 * Source: php-src 8.2 ext/spl/spl_directory.c (spl_filesystem_file_read_ex and what is around it)
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { deref } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { parseCsv } from './csv-functions.ts';
import { freeLine, type OpenFileState, stateOf } from './spl-file-state.ts';
import { callFunc, unwrap } from './spl-util.ts';
import { atEnd, readLine, seekStream } from './stream-core.ts';

export const DROP_NEW_LINE = 1;
export const READ_AHEAD = 2;
export const SKIP_EMPTY = 4;
export const READ_CSV = 8;

function cannotRead(rt: Executor, self: PhpObject, silent: boolean): boolean {
  if (!silent) rt.throwError('RuntimeException', `Cannot read from file ${stateOf(self).fileName ?? ''}`);
  return false;
}

/** spl_filesystem_file_read_ex: false at the end of the file. */
export function readText(
  rt: Executor,
  self: PhpObject,
  file: OpenFileState,
  silent: boolean,
  lines: number,
): NativeCode<boolean> {
  return readRaw(rt, self, file, silent, lines, false);
}

function* readRaw(
  rt: Executor,
  self: PhpObject,
  file: OpenFileState,
  silent: boolean,
  lines: number,
  csv: boolean,
): NativeCode<boolean> {
  freeLine(rt, file);
  if (atEnd(file.stream)) return cannotRead(rt, self, silent);
  let line = (yield* readLine(rt, file.stream, file.maxLength > 0 ? file.maxLength : undefined)) ?? '';
  if (rt.exception !== null) return false;
  if (!csv && (stateOf(self).flags & DROP_NEW_LINE) !== 0) line = line.replace(/\r?\n$/, '');
  file.line = line;
  file.lineNumber += lines;
  return true;
}

function isEmptyCsvLine(flags: number, line: string): boolean {
  if (line === '') return true;
  const both = READ_CSV | DROP_NEW_LINE;
  return (flags & both) === both && (line === '\n' || line === '\r\n');
}

/** spl_filesystem_file_read_csv: the fields go into `file.value`; false at the end of the file. */
export function* readCsv(
  rt: Executor,
  self: PhpObject,
  file: OpenFileState,
  separator: string,
  enclosure: string,
  escape: string,
): NativeCode<boolean> {
  const { flags } = stateOf(self);
  let line = '';
  do {
    if (!(yield* readRaw(rt, self, file, true, file.line === null ? 0 : 1, true))) return false;
    line = file.line ?? '';
  } while ((flags & SKIP_EMPTY) !== 0 && isEmptyCsvLine(flags, line));
  const more = (): NativeCode<string | null> => readLine(rt, file.stream);
  file.value = yield* parseCsv(line, separator, enclosure, escape, more);
  return true;
}

/** spl_filesystem_file_read_line_ex */
function* readOne(rt: Executor, self: PhpObject, file: OpenFileState, silent: boolean): NativeCode<boolean> {
  const { flags } = stateOf(self);
  const reader = self.ce.functionTable.get('getcurrentline');
  const own = reader !== undefined && reader.scope !== rt.classOf('SplFileObject') ? reader : null;
  if ((flags & READ_CSV) === 0 && own === null) {
    return yield* readText(rt, self, file, silent, file.line === null ? 0 : 1);
  }
  if (atEnd(file.stream)) return cannotRead(rt, self, silent);
  if ((flags & READ_CSV) !== 0 || own === null) {
    return yield* readCsv(rt, self, file, file.separator, file.enclosure, file.escape);
  }
  const value = unwrap(rt, yield* callFunc(own, self, []));
  if (file.line !== null || file.value !== undefined) file.lineNumber++;
  freeLine(rt, file);
  if (typeof value === 'string') file.line = value;
  else file.value = value;
  return true;
}

/** spl_filesystem_file_is_empty_line */
function isEmptyLine(flags: number, file: OpenFileState): boolean {
  const { value } = file;
  if (file.value === undefined && file.line !== null) return file.line === '';
  if (value instanceof PhpArray) {
    if ((flags & READ_CSV) !== 0 && value.count === 1) {
      const first = deref(value.valueList()[0]);
      return first === '' || first === null;
    }
    return value.count === 0;
  }
  return value === undefined || value === null || value === '';
}

/** spl_filesystem_file_read_line: false at the end of the file. */
export function* readNext(rt: Executor, self: PhpObject, file: OpenFileState, silent: boolean): NativeCode<boolean> {
  let found = yield* readOne(rt, self, file, silent);
  const { flags } = stateOf(self);
  while ((flags & SKIP_EMPTY) !== 0 && found && isEmptyLine(flags, file)) {
    freeLine(rt, file);
    found = yield* readOne(rt, self, file, silent);
  }
  return found;
}

/** spl_filesystem_file_rewind */
export function* rewindFile(rt: Executor, self: PhpObject, file: OpenFileState): NativeCode<void> {
  if ((yield* seekStream(rt, file.stream, 0, 0)) < 0) {
    rt.throwError('RuntimeException', `Cannot rewind file ${stateOf(self).fileName ?? ''}`);
    return;
  }
  freeLine(rt, file);
  file.lineNumber = 0;
  if ((stateOf(self).flags & READ_AHEAD) !== 0) yield* readNext(rt, self, file, true);
}
