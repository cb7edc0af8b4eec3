/**
 * SplFileInfo.
 * Source: php-src 8.2 ext/spl/spl_directory.c
 */
import { ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { FileStat } from '../vm/ports.ts';
import { type MethodDef, method, p } from './define.ts';
import { checkPath, localPath } from './open-stream.ts';
import { basename, dirname } from './path-functions.ts';
import {
  bareName,
  checkedState,
  classArgument,
  classParam,
  createInfo,
  createOwnInfo,
  fileDebugInfo,
  FileState,
  freeState,
  methodName,
  NOT_INITIALIZED,
  openInto,
  pathNameOf,
  pathOf,
  requireFileName,
  setFileName,
  stateOf,
} from './spl-file-state.ts';
import { callFunc } from './spl-util.ts';

/** A method without arguments that asks the state. */
function tells(
  name: string,
  doc: string,
  returns: readonly string[],
  answer: (rt: Executor, state: FileState) => Zval | NativeCode,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    impl: (rt, self) => {
      const state = checkedState(rt, self);
      return state === null ? null : answer(rt, state);
    },
  });
}

/** A fact about the file; a missing file throws. */
function fact(name: string, doc: string, type: string, answer: (stat: FileStat) => Zval): MethodDef {
  return tells(name, doc, [type, 'false'], (rt, state) => {
    const file = requireFileName(rt, state);
    if (file === null) return null;
    const ofLink = name === 'getType';
    const stat = ofLink ? rt.host.lstat(localPath(file)) : rt.host.stat(localPath(file));
    if (stat !== null) return answer(stat);
    const what = ofLink ? 'Lstat' : 'stat';
    return rt.throwError('RuntimeException', `${methodName(rt)}(): ${what} failed for ${file}`);
  });
}

/** A yes-or-no question; false for a missing file. */
function asks(name: string, doc: string, answer: (rt: Executor, stat: FileStat, path: string) => boolean): MethodDef {
  return tells(name, doc, ['bool'], (rt, state) => {
    const file = requireFileName(rt, state);
    if (file === null) return null;
    const stat = name === 'isLink' ? rt.host.lstat(localPath(file)) : rt.host.stat(localPath(file));
    return stat !== null && answer(rt, stat, localPath(file));
  });
}

const KINDS: Readonly<Record<number, string>> = {
  0o010000: 'fifo',
  0o020000: 'char',
  0o040000: 'dir',
  0o060000: 'block',
  0o100000: 'file',
  0o120000: 'link',
};
const KIND_MASK = 0o170000;
const KIND_LINK = 0o120000;

/** The extension of a name, '' when it has none. */
export function extensionOf(name: string): string {
  const base = basename(name, '');
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot + 1);
}

/** SplFileInfo's name without the folder; null after an Error. */
function ownName(rt: Executor, state: FileState): string | null {
  if (state.fileName === null) return rt.throwError('Error', NOT_INITIALIZED);
  return bareName(state);
}

const nameMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'A file name as an object; the file need not exist.',
    params: [p.string('filename')],
    returns: null,
    impl: (rt, self, name) => {
      if (checkPath(rt, name, 1)) setFileName(stateOf(self), name);
      return null;
    },
  }),
  tells('getPath', 'The folder.', ['string'], (_rt, state) => pathOf(state)),
  tells('getFilename', 'The name without the folder.', ['string'], ownName),
  tells('getExtension', 'The extension.', ['string'], (rt, state) => {
    const name = ownName(rt, state);
    return name === null ? null : extensionOf(name);
  }),
  method({
    name: 'getBasename',
    doc: 'The name without the folder and a suffix.',
    params: [p.string('suffix', { default: '' })],
    returns: ['string'],
    impl: (rt, self, suffix) => {
      const state = checkedState(rt, self);
      const name = state === null ? null : ownName(rt, state);
      return name === null ? null : basename(name, suffix);
    },
  }),
  tells('getPathname', 'The whole name.', ['string'], (rt, state) => pathNameOf(rt, state) ?? ''),
];

const factMethods: readonly MethodDef[] = [
  fact('getPerms', 'The permission bits and kind.', 'int', (stat) => stat.mode),
  fact('getInode', 'The inode number.', 'int', (stat) => stat.ino),
  fact('getSize', 'The size in bytes.', 'int', (stat) => stat.size),
  fact('getOwner', 'The id of the owner.', 'int', (stat) => stat.uid),
  fact('getGroup', 'The id of the group.', 'int', (stat) => stat.gid),
  fact('getATime', 'When it was read last.', 'int', (stat) => stat.atime),
  fact('getMTime', 'When the content changed last.', 'int', (stat) => stat.mtime),
  fact('getCTime', 'When the inode changed last.', 'int', (stat) => stat.ctime),
  fact('getType', 'The kind of file.', 'string', (stat) => KINDS[stat.mode & KIND_MASK] ?? 'unknown'),
  asks('isWritable', 'May it be written?', (rt, _stat, path) => rt.host.access(path, 2)),
  asks('isReadable', 'May it be read?', (rt, _stat, path) => rt.host.access(path, 4)),
  asks('isExecutable', 'May it be executed?', (rt, _stat, path) => rt.host.access(path, 1)),
  asks('isFile', 'Is it a regular file?', (_rt, stat) => stat.isFile),
  asks('isDir', 'Is it a folder?', (_rt, stat) => stat.isDirectory),
  asks('isLink', 'Is it a symbolic link?', (_rt, stat) => (stat.mode & KIND_MASK) === KIND_LINK),
];

function linkTarget(rt: Executor, state: FileState): Zval {
  const file = requireFileName(rt, state);
  if (file === null) return null;
  if (file === '') return rt.throwError('RuntimeException', 'Empty filename');
  const target = rt.host.readLink(file);
  if (target !== null) return target;
  const why = rt.host.lstat(file) === null ? 'No such file or directory' : 'Invalid argument';
  return rt.throwError('RuntimeException', `Unable to read link ${file}, error: ${why}`);
}

function realPath(rt: Executor, state: FileState): Zval {
  const file = state.folder !== null ? pathNameOf(rt, state) : state.fileName;
  if (file === null) return false;
  return rt.host.resolvePath(file === '' ? '.' : file) ?? false;
}

/** The class asked for; undefined after an exception. */
function* askedClass(rt: Executor, name: string | null, base: string): NativeCode<ClassEntry | null | undefined> {
  return name === null ? null : yield* classArgument(rt, name, base, true);
}

function* openOwnFile(rt: Executor, state: FileState, mode: string, useIncludePath: boolean): NativeCode {
  const name = requireFileName(rt, state);
  if (name === null) return null;
  const base = rt.classOf('SplFileObject');
  const ce = state.fileClass ?? base;
  const made = yield* rt.initObject(ce);
  if (made === null) return null;
  const own = ce.magic.constructor_;
  if (own !== null && own.scope !== base) {
    release(rt, yield* callFunc(own, made, [name, mode]));
    return made;
  }
  if (yield* openInto(rt, stateOf(made), name, mode, useIncludePath, pathOf(state))) return made;
  release(rt, made);
  return null;
}

function setClass(name: string, doc: string, base: string, set: (state: FileState, ce: ClassEntry) => void): MethodDef {
  return method({
    name,
    doc,
    params: [p.string('class', { default: base, text: `${base}::class` })],
    returns: ['void'],
    *impl(rt, self, className): NativeCode {
      const ce = yield* classArgument(rt, className, base, false);
      if (ce !== undefined) set(stateOf(self), ce);
      return null;
    },
  });
}

const objectMethods: readonly MethodDef[] = [
  tells('getLinkTarget', 'Where the link points.', ['string', 'false'], linkTarget),
  tells('getRealPath', 'The absolute path without links.', ['string', 'false'], realPath),
  method({
    name: 'getFileInfo',
    doc: 'An SplFileInfo of the same file.',
    params: [classParam],
    returns: ['SplFileInfo'],
    *impl(rt, self, name): NativeCode {
      const ce = yield* askedClass(rt, name, 'SplFileInfo');
      return ce === undefined ? null : yield* createOwnInfo(rt, stateOf(self), ce);
    },
  }),
  method({
    name: 'getPathInfo',
    doc: 'An SplFileInfo of the folder.',
    params: [classParam],
    returns: ['SplFileInfo', 'null'],
    *impl(rt, self, name): NativeCode {
      const ce = yield* askedClass(rt, name, 'SplFileInfo');
      const path = ce === undefined ? null : pathNameOf(rt, stateOf(self));
      if (ce === undefined || path === null || path === '') return null;
      const folder = dirname(path);
      return folder === '' ? null : yield* createInfo(rt, stateOf(self), folder, ce);
    },
  }),
  method({
    name: 'openFile',
    doc: 'Opens the file.',
    params: [
      p.string('mode', { default: 'r' }),
      p.bool('useIncludePath', { default: false }),
      p.untyped('context', { default: null }),
    ],
    returns: ['SplFileObject'],
    *impl(rt, self, mode, useIncludePath): NativeCode {
      return yield* openOwnFile(rt, stateOf(self), mode, useIncludePath);
    },
  }),
  setClass('setFileClass', 'The class of what openFile() makes.', 'SplFileObject', (state, ce) => {
    state.fileClass = ce;
  }),
  setClass('setInfoClass', 'The class of what getFileInfo() makes.', 'SplFileInfo', (state, ce) => {
    state.infoClass = ce;
  }),
  method({
    name: '__toString',
    doc: 'The whole name.',
    params: [],
    returns: ['string'],
    tentative: false,
    impl: (rt, self) => pathNameOf(rt, stateOf(self)) ?? '',
  }),
  method({
    name: '__debugInfo',
    doc: 'What var_dump shows.',
    params: [],
    returns: ['array'],
    impl: (rt, self) => fileDebugInfo(rt, self),
  }),
  method({
    name: '_bad_state_ex',
    doc: 'What methods of an object without a state did once.',
    params: [],
    returns: ['void'],
    final: true,
    deprecated: true,
    impl: (rt) =>
      rt.throwError('LogicException', 'The parent constructor was not called: the instance is in an invalid state'),
  }),
];

/** The class; children in spl-directory.ts and spl-file-object.ts. */
export const fileInfoClass: ClassDef<MethodDef> = {
  name: 'SplFileInfo',
  flags: ACC_NOT_SERIALIZABLE,
  methods: [...nameMethods, ...factMethods, ...objectMethods],
  createObject: createFileState,
  handlers: {
    cloneNative: (_rt, from, to) => {
      const old = stateOf(from);
      const copy = Object.assign(new FileState(), old);
      if (old.folder !== null) copy.folder = { ...old.folder };
      to.native = copy;
    },
    freeNative: (rt, obj) => freeState(rt as Executor, obj),
    gcChildren: (obj, visit) => {
      const value = stateOf(obj).file?.value;
      if (value !== undefined) visit(value);
    },
  },
};

/** create_object of SplFileInfo and its children. */
export function createFileState(_rt: unknown, obj: PhpObject): void {
  obj.native = new FileState();
}
