/**
 * The Directory class and dir().
 * Source: php-src ext/standard/dir.c, dir.stub.php
 */
import { ACC_PUBLIC, ACC_READONLY, MAY_BE_ANY, MAY_BE_STRING } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { deref, PhpResource } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { openDirectory } from './directory-stream.ts';
import { type FunctionDef, fn, type MethodDef, method, p } from './define.ts';
import { closeStream } from './stream-core.ts';
import { settle } from './stream-step.ts';
import { contextParam } from './stream-functions.ts';
import { type Stream, streamOf } from './stream.ts';

const SLOT_PATH = 0;
const SLOT_HANDLE = 1;

/** Runs `work` on the handle of a Directory. */
function* onHandle(rt: Executor, self: PhpObject, work: (s: Stream) => NativeCode): NativeCode {
  const handle = deref(self.props[SLOT_HANDLE]);
  if (!(handle instanceof PhpResource)) return rt.throwError('Error', 'Unable to find my handle property');
  const stream = streamOf(rt, handle);
  return stream === null ? null : yield* work(stream);
}

const methods: readonly MethodDef[] = [
  method({
    name: 'close',
    doc: 'Closes the folder.',
    params: [],
    returns: ['void'],
    impl: (rt, self) =>
      onHandle(rt, self, function* (s) {
        yield* closeStream(rt, s);
        return null;
      }),
  }),
  method({
    name: 'rewind',
    doc: 'Starts the folder over.',
    params: [],
    returns: ['void'],
    impl: (rt, self) =>
      onHandle(rt, self, function* (s) {
        if (s.ops.rewindDir !== undefined) yield* settle(s.ops.rewindDir(rt, s));
        return null;
      }),
  }),
  method({
    name: 'read',
    doc: 'The next name, false at the end.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt, self) =>
      onHandle(rt, self, function* (s) {
        return s.ops.readDir === undefined ? false : ((yield* settle(s.ops.readDir(rt, s))) ?? false);
      }),
  }),
];

export const directoryClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'Directory',
    properties: [
      {
        name: 'path',
        flags: ACC_PUBLIC | ACC_READONLY,
        type: { mask: MAY_BE_STRING, classes: [] },
        default: undefined,
      },
      { name: 'handle', flags: ACC_PUBLIC | ACC_READONLY, type: { mask: MAY_BE_ANY, classes: [] }, default: undefined },
    ],
    methods,
  },
];

export const directoryClassFunctions: readonly FunctionDef[] = [
  fn({
    name: 'dir',
    doc: 'Opens a folder as an object.',
    params: [p.string('directory'), contextParam],
    returns: ['Directory', 'false'],
    *impl(rt, path, context) {
      const stream = yield* openDirectory(rt, path, context);
      if (stream === null || stream === false) return stream;
      const { resource } = stream;
      const obj = rt.newObject(rt.classOf('Directory'));
      obj.props[SLOT_PATH] = path;
      obj.props[SLOT_HANDLE] = resource;
      return obj;
    },
  }),
];
