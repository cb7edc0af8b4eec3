/**
 * The Directory class and dir().
 * Source: php-src ext/standard/dir.c, dir.stub.php
 */
import { ACC_PUBLIC, ACC_READONLY, MAY_BE_ANY, MAY_BE_STRING } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { PhpObject } from '../value/php-object.ts';
import { deref, PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { openDirectory } from './directory-functions.ts';
import { type FunctionDef, fn, type MethodDef, method, p } from './define.ts';
import { closeStream, type Stream, streamOf } from './stream.ts';

const SLOT_PATH = 0;
const SLOT_HANDLE = 1;

/** Runs `work` on the handle of a Directory. */
function onHandle(rt: Executor, self: PhpObject, work: (s: Stream, r: PhpResource) => Zval): Zval {
  const handle = deref(self.props[SLOT_HANDLE]);
  if (!(handle instanceof PhpResource)) return rt.throwError('Error', 'Unable to find my handle property');
  const stream = streamOf(rt, handle);
  return stream === null ? null : work(stream, handle);
}

const methods: readonly MethodDef[] = [
  method({
    name: 'close',
    doc: 'Closes the folder.',
    params: [],
    returns: ['void'],
    impl: (rt, self) =>
      onHandle(rt, self, (_s, handle) => {
        closeStream(rt, handle);
        return null;
      }),
  }),
  method({
    name: 'rewind',
    doc: 'Starts the folder over.',
    params: [],
    returns: ['void'],
    impl: (rt, self) =>
      onHandle(rt, self, (s) => {
        s.pos = 0;
        return null;
      }),
  }),
  method({
    name: 'read',
    doc: 'The next name, false at the end.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt, self) =>
      onHandle(rt, self, (s) => (s.target.kind === 'directory' ? (s.target.names[s.pos++] ?? false) : false)),
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
    params: [p.string('directory'), p.mixed('context', { default: null })],
    returns: ['Directory', 'false'],
    impl(rt, path) {
      const resource = openDirectory(rt, path);
      if (resource === false) return false;
      const obj = rt.newObject(rt.classOf('Directory'));
      obj.props[SLOT_PATH] = path;
      obj.props[SLOT_HANDLE] = resource;
      return obj;
    },
  }),
];
