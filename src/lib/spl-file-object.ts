/**
 * SplFileObject and SplTempFileObject: iterating over the lines of a file.
 * Source: php-src 8.2 ext/spl/spl_directory.c
 */
import { ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { checkPath } from './open-stream.ts';
import { createFileState } from './spl-file-info.ts';
import { fileStreamMethods } from './spl-file-stream.ts';
import { DROP_NEW_LINE, READ_AHEAD, READ_CSV, readNext, readText, rewindFile, SKIP_EMPTY } from './spl-file-read.ts';
import { freeLine, openFileOf, openInto, type OpenFileState, stateOf } from './spl-file-state.ts';
import { contextParam } from './stream-functions.ts';
import { constants } from './spl-util.ts';
import { atEnd } from './stream-core.ts';

const MAX_MEMORY = 2 * 1024 * 1024;

/** A method without arguments on the open file. */
function act(
  name: string,
  doc: string,
  returns: readonly string[],
  run: (rt: Executor, file: OpenFileState, self: PhpObject) => Zval | NativeCode,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative: name !== '__toString',
    impl: (rt, self) => {
      const file = openFileOf(rt, self);
      return file === null ? null : run(rt, file, self);
    },
  });
}

/** fgets() and getCurrentLine() */
function* nextText(rt: Executor, file: OpenFileState, self: PhpObject): NativeCode {
  return (yield* readText(rt, self, file, false, 1)) ? file.line : null;
}

function* current(rt: Executor, file: OpenFileState, self: PhpObject): NativeCode {
  if (file.line === null && file.value === undefined) yield* readNext(rt, self, file, true);
  const csv = (stateOf(self).flags & READ_CSV) !== 0;
  if (file.line !== null && (!csv || file.value === undefined)) return file.line;
  return file.value === undefined ? false : addRef(file.value);
}

function* seek(rt: Executor, self: PhpObject, file: OpenFileState, line: number): NativeCode {
  if (line < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
  yield* rewindFile(rt, self, file);
  for (let i = 0; i < line; i++) {
    if (!(yield* readNext(rt, self, file, true))) return null;
  }
  if (line > 0 && (stateOf(self).flags & READ_AHEAD) === 0) {
    file.lineNumber++;
    freeLine(rt, file);
  }
  return null;
}

const iterationMethods: readonly MethodDef[] = [
  act('rewind', 'Starts the file over.', ['void'], function* (rt, file, self) {
    yield* rewindFile(rt, self, file);
    return null;
  }),
  act('eof', 'Did a read meet the end?', ['bool'], (_rt, file) => atEnd(file.stream)),
  act('valid', 'Is there another line?', ['bool'], (_rt, file, self) => {
    if ((stateOf(self).flags & READ_AHEAD) !== 0) return file.line !== null || file.value !== undefined;
    return !atEnd(file.stream);
  }),
  act('fgets', 'The next line.', ['string'], nextText),
];

const lineMethods: readonly MethodDef[] = [
  act('current', 'The current line, or its fields.', ['array', 'string', 'false'], current),
  act('key', 'The number of the line.', ['int'], (_rt, file) => file.lineNumber),
  act('next', 'Moves to the next line.', ['void'], function* (rt, file, self) {
    freeLine(rt, file);
    if ((stateOf(self).flags & READ_AHEAD) !== 0) yield* readNext(rt, self, file, true);
    file.lineNumber++;
    return null;
  }),
  method({
    name: 'setFlags',
    doc: 'Sets the flags.',
    params: [p.int('flags')],
    returns: ['void'],
    impl: (_rt, self, flags) => {
      stateOf(self).flags = flags;
      return null;
    },
  }),
  act('getFlags', 'The flags.', ['int'], (_rt, _file, self) => stateOf(self).flags & 0xf),
  method({
    name: 'setMaxLineLen',
    doc: 'Sets how many bytes of a line are read at most; 0: all.',
    params: [p.int('maxLength')],
    returns: ['void'],
    impl: (rt, self, length) => {
      if (length < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      const file = openFileOf(rt, self);
      if (file !== null) file.maxLength = length;
      return null;
    },
  }),
  act('getMaxLineLen', 'How many bytes of a line are read at most.', ['int'], (_rt, file) => file.maxLength),
  act('hasChildren', 'A line has no children.', ['false'], () => false),
  act('getChildren', 'A line has no children.', ['null'], () => null),
  method({
    name: 'seek',
    doc: 'Moves to a line.',
    params: [p.int('line')],
    returns: ['void'],
    *impl(rt, self, line): NativeCode {
      const file = openFileOf(rt, self);
      return file === null ? null : yield* seek(rt, self, file, line);
    },
  }),
  act('getCurrentLine', 'The next line (fgets).', ['string'], nextText),
  act('__toString', 'The current line.', ['string'], function* (rt, file, self) {
    if (file.line === null) yield* readNext(rt, self, file, true);
    return file.line ?? '';
  }),
];

const constructor: MethodDef = method({
  name: '__construct',
  doc: 'Opens a file.',
  params: [
    p.string('filename'),
    p.string('mode', { default: 'r' }),
    p.bool('useIncludePath', { default: false }),
    contextParam,
  ],
  returns: null,
  *impl(rt, self, name, mode, useIncludePath, context): NativeCode {
    if (checkPath(rt, name, 1)) yield* openInto(rt, stateOf(self), name, mode, useIncludePath, null, context);
    return null;
  },
});

const tempConstructor: MethodDef = method({
  name: '__construct',
  doc: 'A file in memory.',
  params: [p.int('maxMemory', { default: MAX_MEMORY, text: '2 * 1024 * 1024' })],
  returns: null,
  *impl(rt, self, maxMemory): NativeCode {
    const given = (rt.currentExecuteData?.numArgs ?? 0) > 0;
    const temp = given ? `php://temp/maxmemory:${maxMemory}` : 'php://temp';
    yield* openInto(rt, stateOf(self), maxMemory < 0 ? 'php://memory' : temp, 'wb', false, '');
    return null;
  },
});

export const fileObjectClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'SplFileObject',
    parent: 'SplFileInfo',
    flags: ACC_NOT_SERIALIZABLE,
    interfaces: ['RecursiveIterator', 'SeekableIterator'],
    constants: constants({ DROP_NEW_LINE, READ_AHEAD, SKIP_EMPTY, READ_CSV }),
    methods: [constructor, ...iterationMethods, ...fileStreamMethods, ...lineMethods],
    createObject: createFileState,
    handlers: { cloneable: false },
  },
  {
    name: 'SplTempFileObject',
    parent: 'SplFileObject',
    flags: ACC_NOT_SERIALIZABLE,
    methods: [tempConstructor],
    createObject: createFileState,
  },
];
