/**
 * DirectoryIterator, FilesystemIterator, RecursiveDirectoryIterator, GlobIterator.
 * Source: php-src 8.2 ext/spl/spl_directory.c
 */
import type { ClassDef } from '../object/class-def.ts';
import { ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { NativeCode } from '../object/native-code.ts';
import { toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { glob } from './glob.ts';
import { isWithinBasedir } from './open-basedir.ts';
import { checkPath, localPath, whyNot } from './open-stream.ts';
import { basename, dirname } from './path-functions.ts';
import { createFileState, extensionOf } from './spl-file-info.ts';
import {
  CURRENT_AS_PATHNAME,
  CURRENT_AS_SELF,
  CURRENT_MODE_MASK,
  createOwnInfo,
  FOLLOW_SYMLINKS,
  type FolderState,
  type FileState,
  KEY_AS_FILENAME,
  KEY_MODE_MASK,
  methodName,
  NOT_INITIALIZED,
  OTHER_MODE_MASK,
  requireFileName,
  SKIP_DOTS,
  stateOf,
} from './spl-file-state.ts';
import { constants } from './spl-util.ts';
import { touchDefaultContext } from './stream-context.ts';

function isDot(name: string): boolean {
  return name === '.' || name === '..';
}

/** spl_filesystem_dir_read, dots skipped when asked. */
function read(state: FileState, folder: FolderState): void {
  do {
    folder.entry = folder.names[folder.next] ?? '';
    folder.next++;
  } while ((state.flags & SKIP_DOTS) !== 0 && isDot(folder.entry));
  state.fileName = null;
}

/** The folder that is read; null after an Error. */
function folderOf(rt: Executor, self: PhpObject): FolderState | null {
  return stateOf(self).folder ?? rt.throwError('Error', NOT_INITIALIZED);
}

/** The names behind a path: of a folder, or of what matches a pattern. Null after an exception. */
function list(rt: Executor, path: string, isGlob: boolean): { names: string[]; folders: string[] | null } | null {
  if (isGlob) {
    const found = glob(rt, path.replace(/^glob:\/\//, ''), 0);
    const paths = found instanceof PhpArray ? found.valueList().map(String) : [];
    const folder = (one: string): string => (one.includes('/') ? dirname(one) : '');
    return { names: paths.map((one) => basename(one, '')), folders: paths.map(folder) };
  }
  const at = localPath(path);
  const names = isWithinBasedir(rt, at) ? rt.host.readDir(at) : null;
  if (names !== null) return { names: ['.', '..', ...names], folders: null };
  const stat = rt.host.stat(at);
  const why = stat === null ? whyNot(rt, at) : stat.isDirectory ? 'Permission denied' : 'Not a directory';
  const message = `${methodName(rt)}(${path}): Failed to open directory: ${why}`;
  return rt.throwError('UnexpectedValueException', message);
}

/** spl_filesystem_object_construct */
function construct(rt: Executor, self: PhpObject, path: string, flags: number, isGlob: boolean): null {
  if (!checkPath(rt, path, 1)) return null;
  if (path === '') return rt.argumentValueError(1, 'cannot be empty');
  const state = stateOf(self);
  if (state.folder !== null) return rt.throwError('Error', 'Directory object is already initialized');
  state.flags = flags;
  touchDefaultContext(rt);
  const pattern = isGlob && !path.startsWith('glob://') ? `glob://${path}` : path;
  const found = list(rt, pattern, pattern.startsWith('glob://'));
  if (found === null) return null;
  rt.nextResourceId++;
  state.path = pattern.length > 1 && pattern.endsWith('/') ? pattern.slice(0, -1) : pattern;
  state.folder = { ...found, next: 0, index: 0, entry: '', subPath: '' };
  read(state, state.folder);
  return null;
}

/** A method without arguments on the folder. */
function act(
  name: string,
  doc: string,
  returns: readonly string[],
  run: (rt: Executor, folder: FolderState, state: FileState, self: PhpObject) => Zval | NativeCode,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    tentative: name !== '__toString',
    impl: (rt, self) => {
      const folder = folderOf(rt, self);
      return folder === null ? null : run(rt, folder, stateOf(self), self);
    },
  });
}

function rewind(folder: FolderState, state: FileState): null {
  folder.next = 0;
  folder.index = 0;
  read(state, folder);
  return null;
}

function* seek(rt: Executor, self: PhpObject, folder: FolderState, to: number): NativeCode {
  if (folder.index > to) release(rt, yield* rt.callMethod(self, 'rewind'));
  while (folder.index < to) {
    const more = yield* rt.callMethod(self, 'valid');
    const valid = toBool(more);
    release(rt, more);
    if (!valid) return rt.throwError('OutOfBoundsException', `Seek position ${to} is out of range`);
    release(rt, yield* rt.callMethod(self, 'next'));
  }
  return null;
}

const directoryParam: Param<string> = p.string('directory');

const directoryMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Opens a folder.',
    params: [directoryParam],
    returns: null,
    impl: (rt, self, path) => construct(rt, self, path, CURRENT_AS_SELF, false),
  }),
  act('getFilename', 'The current name.', ['string'], (_rt, folder) => folder.entry),
  act('getExtension', 'The extension of the current name.', ['string'], (_rt, folder) => extensionOf(folder.entry)),
  method({
    name: 'getBasename',
    doc: 'The current name without a suffix.',
    params: [p.string('suffix', { default: '' })],
    returns: ['string'],
    impl: (rt, self, suffix) => {
      const folder = folderOf(rt, self);
      return folder === null ? null : basename(folder.entry, suffix);
    },
  }),
  act('isDot', 'Is the current name . or ..?', ['bool'], (_rt, folder) => isDot(folder.entry)),
  act('rewind', 'Starts the folder over.', ['void'], (_rt, folder, state) => rewind(folder, state)),
  act('valid', 'Is there a current name?', ['bool'], (_rt, folder) => folder.entry !== ''),
  act('key', 'The number of the current name.', ['mixed'], (_rt, folder) => folder.index),
  act('current', 'The iterator itself.', ['mixed'], (_rt, _folder, _state, self) => addRef(self)),
  act('next', 'Moves to the next name.', ['void'], (_rt, folder, state) => {
    folder.index++;
    read(state, folder);
    return null;
  }),
  method({
    name: 'seek',
    doc: 'Moves to a position.',
    params: [p.int('offset')],
    returns: ['void'],
    *impl(rt, self, offset): NativeCode {
      const folder = folderOf(rt, self);
      return folder === null ? null : yield* seek(rt, self, folder, offset);
    },
  }),
  act('__toString', 'The current name.', ['string'], (_rt, folder) => folder.entry),
];

const MODES = KEY_MODE_MASK | CURRENT_MODE_MASK | OTHER_MODE_MASK;

const filesystemMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Opens a folder.',
    params: [
      directoryParam,
      p.int('flags', {
        default: SKIP_DOTS,
        text: 'FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO | FilesystemIterator::SKIP_DOTS',
      }),
    ],
    returns: null,
    impl: (rt, self, path, flags) => construct(rt, self, path, flags, false),
  }),
  act('rewind', 'Starts the folder over.', ['void'], (_rt, folder, state) => rewind(folder, state)),
  act('key', 'The current path or name.', ['string'], (rt, folder, state) =>
    (state.flags & KEY_AS_FILENAME) !== 0 ? folder.entry : requireFileName(rt, state),
  ),
  act(
    'current',
    'The current path, the iterator itself or an SplFileInfo.',
    ['SplFileInfo', 'FilesystemIterator', 'string'],
    (rt, _folder, state, self) => {
      const mode = state.flags & CURRENT_MODE_MASK;
      if (mode === CURRENT_AS_PATHNAME) return requireFileName(rt, state);
      return mode === 0 ? createOwnInfo(rt, state, null) : addRef(self);
    },
  ),
  method({
    name: 'getFlags',
    doc: 'The flags.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => stateOf(self).flags & MODES,
  }),
  method({
    name: 'setFlags',
    doc: 'Sets the flags.',
    params: [p.int('flags')],
    returns: ['void'],
    impl: (_rt, self, flags) => {
      const state = stateOf(self);
      state.flags = (state.flags & ~MODES) | (flags & MODES);
      return null;
    },
  }),
];

function joined(folder: FolderState): string {
  return folder.subPath === '' ? folder.entry : `${folder.subPath}/${folder.entry}`;
}

function* children(rt: Executor, self: PhpObject, folder: FolderState): NativeCode {
  const state = stateOf(self);
  const name = requireFileName(rt, state);
  const ctor = self.ce.magic.constructor_;
  if (name === null || ctor === null) return null;
  const made = yield* rt.initObject(self.ce);
  if (made === null) return null;
  release(rt, yield* rt.callMethod(made, '__construct', [name, state.flags]));
  const own = stateOf(made);
  if (own.folder !== null) own.folder.subPath = joined(folder);
  own.infoClass = state.infoClass;
  own.fileClass = state.fileClass;
  return made;
}

function hasChildren(rt: Executor, folder: FolderState, state: FileState, allowLinks: boolean): Zval {
  if (folder.entry === '' || isDot(folder.entry)) return false;
  const name = requireFileName(rt, state);
  if (name === null) return null;
  if (!allowLinks && (state.flags & FOLLOW_SYMLINKS) === 0 && rt.host.readLink(name) !== null) return false;
  return rt.host.stat(name)?.isDirectory === true;
}

const recursiveMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Opens a folder and those within.',
    params: [
      directoryParam,
      p.int('flags', {
        default: 0,
        text: 'FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO',
      }),
    ],
    returns: null,
    impl: (rt, self, path, flags) => construct(rt, self, path, flags, false),
  }),
  method({
    name: 'hasChildren',
    doc: 'Is the current name a folder?',
    params: [p.bool('allowLinks', { default: false })],
    returns: ['bool'],
    impl: (rt, self, allowLinks) => {
      const folder = folderOf(rt, self);
      return folder === null ? null : hasChildren(rt, folder, stateOf(self), allowLinks);
    },
  }),
  act('getChildren', 'An iterator over the current folder.', ['RecursiveDirectoryIterator'], (rt, folder, _s, self) =>
    children(rt, self, folder),
  ),
  act('getSubPath', 'The folder below the first one.', ['string'], (_rt, folder) => folder.subPath),
  act('getSubPathname', 'The name below the first folder.', ['string'], (_rt, folder) => joined(folder)),
];

const globMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'The files that match a pattern.',
    params: [
      p.string('pattern'),
      p.int('flags', {
        default: 0,
        text: 'FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO',
      }),
    ],
    returns: null,
    impl: (rt, self, pattern, flags) => construct(rt, self, pattern, flags, true),
  }),
  act('count', 'How many files match.', ['int'], (_rt, folder) => folder.names.length),
];

export const directoryIteratorClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'DirectoryIterator',
    parent: 'SplFileInfo',
    flags: ACC_NOT_SERIALIZABLE,
    interfaces: ['SeekableIterator'],
    methods: directoryMethods,
    createObject: createFileState,
  },
  {
    name: 'FilesystemIterator',
    parent: 'DirectoryIterator',
    flags: ACC_NOT_SERIALIZABLE,
    constants: constants({
      CURRENT_MODE_MASK,
      CURRENT_AS_PATHNAME,
      CURRENT_AS_FILEINFO: 0,
      CURRENT_AS_SELF,
      KEY_MODE_MASK,
      KEY_AS_PATHNAME: 0,
      FOLLOW_SYMLINKS,
      KEY_AS_FILENAME,
      NEW_CURRENT_AND_KEY: KEY_AS_FILENAME,
      OTHER_MODE_MASK,
      SKIP_DOTS,
      UNIX_PATHS: 0x2000,
    }),
    methods: filesystemMethods,
    createObject: createFileState,
  },
  {
    name: 'RecursiveDirectoryIterator',
    parent: 'FilesystemIterator',
    flags: ACC_NOT_SERIALIZABLE,
    interfaces: ['RecursiveIterator'],
    methods: recursiveMethods,
    createObject: createFileState,
  },
  {
    name: 'GlobIterator',
    parent: 'FilesystemIterator',
    flags: ACC_NOT_SERIALIZABLE,
    interfaces: ['Countable'],
    methods: globMethods,
    createObject: createFileState,
  },
];
