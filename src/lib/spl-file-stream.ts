/**
 * The stream functions as methods of SplFileObject: fread, fwrite, fgetcsv, fseek, ...
 * Source: php-src 8.2 ext/spl/spl_directory.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { elementTexts } from './array-util.ts';
import { checkBytes, csvLine } from './csv-functions.ts';
import { type MethodDef, method, p } from './define.ts';
import { scanText } from './scanf.ts';
import { readCsv, readText } from './spl-file-read.ts';
import { freeLine, openFileOf, type OpenFileState, stateOf } from './spl-file-state.ts';
import { flushStream, readStream, seekStream, writeStream } from './stream-core.ts';
import { fstat, lockStream, passThrough, truncateStream } from './stream-functions.ts';

/** Runs `work` on the open file; null after an Error. */
function on(rt: Executor, self: PhpObject, work: (file: OpenFileState) => Zval | NativeCode): Zval | NativeCode {
  const file = openFileOf(rt, self);
  return file === null ? null : work(file);
}

const controls = [
  p.string('separator', { default: ',' }),
  p.string('enclosure', { default: '"' }),
  p.string('escape', { default: '\\', text: '"\\\\"' }),
] as const;

/** The separators that were passed, the object's own otherwise; null after a ValueError. */
function controlsOf(
  rt: Executor,
  file: OpenFileState,
  given: readonly [string, string, string],
  before: number,
): readonly [string, string, string] | null {
  const passed = (rt.currentExecuteData?.numArgs ?? 0) - before;
  const [separator, enclosure, escape] = given;
  if (!checkBytes(rt, before + 1, separator, enclosure, escape)) return null;
  return [
    passed > 0 ? separator : file.separator,
    passed > 1 ? enclosure : file.enclosure,
    passed > 2 ? escape : file.escape,
  ];
}

const csvMethods: readonly MethodDef[] = [
  method({
    name: 'fgetcsv',
    doc: 'The fields of the next line.',
    params: controls,
    returns: ['array', 'false'],
    impl: (rt, self, ...given) =>
      on(rt, self, function* (file) {
        const use = controlsOf(rt, file, given, 0);
        if (use === null) return null;
        return (yield* readCsv(rt, self, file, ...use)) ? addRef(file.value) : false;
      }),
  }),
  method({
    name: 'fputcsv',
    doc: 'Writes values as a line of CSV.',
    params: [p.array('fields'), ...controls, p.string('eol', { default: '\n', text: '"\\n"' })],
    returns: ['int', 'false'],
    *impl(rt, self, fields, separator, enclosure, escape, eol): NativeCode {
      const file = openFileOf(rt, self);
      const use = file === null ? null : controlsOf(rt, file, [separator, enclosure, escape], 1);
      const texts = use === null ? null : yield* elementTexts(rt, fields.valueList());
      if (file === null || use === null || texts === null) return null;
      return yield* writeStream(rt, file.stream, csvLine(texts, ...use) + eol);
    },
  }),
  method({
    name: 'setCsvControl',
    doc: 'Sets the separators of fields.',
    params: controls,
    returns: ['void'],
    impl: (rt, self, separator, enclosure, escape) =>
      on(rt, self, (file) => {
        if (!checkBytes(rt, 1, separator, enclosure, escape)) return null;
        file.separator = separator;
        file.enclosure = enclosure;
        file.escape = escape;
        return null;
      }),
  }),
  method({
    name: 'getCsvControl',
    doc: 'The separators of fields.',
    params: [],
    returns: ['array'],
    impl: (rt, self) => on(rt, self, (file) => PhpArray.fromList([file.separator, file.enclosure, file.escape])),
  }),
];

function write(rt: Executor, file: OpenFileState, data: string, length: number): Zval | NativeCode {
  let bytes = data;
  if ((rt.currentExecuteData?.numArgs ?? 0) > 1) {
    if (length < 0) return 0;
    bytes = data.slice(0, length);
  }
  return bytes === '' ? 0 : writeStream(rt, file.stream, bytes);
}

function* getByte(rt: Executor, file: OpenFileState): NativeCode {
  freeLine(rt, file);
  const byte = yield* readStream(rt, file.stream, 1);
  if (byte === null || byte === '') return false;
  if (byte === '\n') file.lineNumber++;
  return byte;
}

const positionMethods: readonly MethodDef[] = [
  method({
    name: 'flock',
    doc: 'Locks the file or unlocks it.',
    params: [p.int('operation'), p.ref('wouldBlock', ['mixed'], { default: null })],
    returns: ['bool'],
    impl: (rt, self, operation, wouldBlock) =>
      on(rt, self, (file) => lockStream(rt, file.stream, operation, wouldBlock, 1)),
  }),
  method({
    name: 'fflush',
    doc: 'Writes what is buffered.',
    params: [],
    returns: ['bool'],
    impl: (rt, self) => on(rt, self, (file) => flushStream(rt, file.stream, false)),
  }),
  method({
    name: 'ftell',
    doc: 'Where the file stands.',
    params: [],
    returns: ['int', 'false'],
    impl: (rt, self) => on(rt, self, (file) => (file.stream.position < 0 ? false : file.stream.position)),
  }),
  method({
    name: 'fseek',
    doc: 'Moves to a position; 0, or -1 when that cannot be.',
    params: [p.int('offset'), p.int('whence', { default: 0, text: 'SEEK_SET' })],
    returns: ['int'],
    impl: (rt, self, offset, whence) =>
      on(rt, self, (file) => {
        freeLine(rt, file);
        return seekStream(rt, file.stream, offset, whence);
      }),
  }),
];

const byteMethods: readonly MethodDef[] = [
  method({
    name: 'fgetc',
    doc: 'Reads one byte.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt, self) => on(rt, self, (file) => getByte(rt, file)),
  }),
  method({
    name: 'fpassthru',
    doc: 'Prints the rest of the file.',
    params: [],
    returns: ['int'],
    impl: (rt, self) => on(rt, self, (file) => passThrough(rt, file.stream)),
  }),
  method({
    name: 'fscanf',
    doc: 'Reads values out of the next line by a format.',
    params: [p.string('format'), p.rest(p.ref('vars'))],
    returns: ['array', 'int', 'null'],
    impl: (rt, self, format, variables) =>
      on(rt, self, function* (file) {
        const found = yield* readText(rt, self, file, false, 1);
        return found ? scanText(rt, file.line ?? '', format, variables) : null;
      }),
  }),
  method({
    name: 'fwrite',
    doc: 'Writes bytes.',
    params: [p.string('data'), p.int('length', { default: 0 })],
    returns: ['int', 'false'],
    impl: (rt, self, data, length) => on(rt, self, (file) => write(rt, file, data, length)),
  }),
];

const sizeMethods: readonly MethodDef[] = [
  method({
    name: 'fstat',
    doc: 'What is known about the file.',
    params: [],
    returns: ['array'],
    impl: (rt, self) => on(rt, self, (file) => fstat(rt, file.stream)),
  }),
  method({
    name: 'ftruncate',
    doc: 'Cuts the file, or fills it with zeros.',
    params: [p.int('size')],
    returns: ['bool'],
    impl: (rt, self, size) =>
      on(rt, self, (file) => {
        if (file.stream.ops.truncate !== undefined) return truncateStream(rt, file.stream, size, 1);
        return rt.throwError('LogicException', `Can't truncate file ${stateOf(self).fileName ?? ''}`);
      }),
  }),
];

const readMethod: MethodDef = method({
  name: 'fread',
  doc: 'Reads up to so many bytes.',
  params: [p.int('length')],
  returns: ['string', 'false'],
  impl: (rt, self, length) => {
    if (length <= 0) return rt.argumentValueError(1, 'must be greater than 0');
    return on(rt, self, function* (file) {
      return (yield* readStream(rt, file.stream, length)) ?? false;
    });
  },
});

/** In the order of the stub. */
export const fileStreamMethods: readonly MethodDef[] = [
  readMethod,
  ...csvMethods,
  ...positionMethods,
  ...byteMethods,
  ...sizeMethods,
];
