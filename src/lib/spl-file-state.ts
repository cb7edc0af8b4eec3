/**
 * The state that SplFileInfo and its children share (spl_filesystem_object): a name, a folder that is read, or an open file.
 * Source: php-src 8.2 ext/spl/spl_directory.c
 */
import type { ClassEntry } from '../object/class-entry.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { openStream } from './open-stream.ts';
import type { Param } from './define.ts';
import { p } from './define.ts';
import { touchDefaultContext } from './stream-context.ts';
import { plainStateOf } from './plain-stream.ts';
import type { Stream } from './stream.ts';
import { callFunc, debugTable } from './spl-util.ts';
import type { PhpResource } from '../value/zval.ts';

export const KEY_MODE_MASK = 0xf00;
export const CURRENT_MODE_MASK = 0xf0;
export const OTHER_MODE_MASK = 0x7000;
export const CURRENT_AS_SELF = 0x10;
export const CURRENT_AS_PATHNAME = 0x20;
export const KEY_AS_FILENAME = 0x100;
export const SKIP_DOTS = 0x1000;
export const FOLLOW_SYMLINKS = 0x4000;

/** A folder that is read (u.dir). */
export interface FolderState {
  /** Paths of the folder per name for a glob, the names of a folder otherwise. */
  readonly names: readonly string[];
  /** Folder of each name when they come from a pattern. */
  readonly folders: readonly string[] | null;
  /** The next name to be read. */
  next: number;
  index: number;
  /** The current name, '' at the end. */
  entry: string;
  subPath: string;
}

/** An open file (u.file). */
export interface OpenFileState {
  readonly resource: PhpResource;
  readonly stream: Stream;
  readonly mode: string;
  line: string | null;
  /** The current line when it is no string (CSV, overloaded getCurrentLine()); undefined: none. Owned. */
  value: Zval;
  lineNumber: number;
  maxLength: number;
  separator: string;
  enclosure: string;
  escape: string;
}

export class FileState {
  path = '';
  fileName: string | null = null;
  flags = 0;
  folder: FolderState | null = null;
  file: OpenFileState | null = null;
  fileClass: ClassEntry | null = null;
  infoClass: ClassEntry | null = null;
}

export function stateOf(obj: PhpObject): FileState {
  return obj.native as FileState;
}

export const NOT_INITIALIZED = 'Object not initialized';
const NO_PARENT_CALL = 'The parent constructor was not called: the object is in an invalid state';

/** The state of an object whose file is open if it is to be one; null after an Error. */
export function checkedState(rt: Executor, obj: PhpObject): FileState | null {
  const state = stateOf(obj);
  if (state.file === null && instanceOf(obj.ce, rt.classOf('SplFileObject')))
    return rt.throwError('Error', NO_PARENT_CALL);
  return state;
}

/** The open file; null after an Error. */
export function openFileOf(rt: Executor, obj: PhpObject): OpenFileState | null {
  return stateOf(obj).file ?? rt.throwError('Error', NO_PARENT_CALL);
}

/** spl_filesystem_object_get_path */
export function pathOf(state: FileState): string {
  const { folder } = state;
  if (folder === null || folder.folders === null) return state.path;
  return folder.folders[Math.max(0, folder.next - 1)] ?? '';
}

/** spl_filesystem_object_get_file_name: null after an Error. */
export function requireFileName(rt: Executor, state: FileState): string | null {
  if (state.folder !== null) {
    const path = pathOf(state);
    state.fileName = path === '' ? state.folder.entry : `${path}/${state.folder.entry}`;
    return state.fileName;
  }
  return state.fileName ?? rt.throwError('Error', NOT_INITIALIZED);
}

/** spl_filesystem_object_get_pathname: null when there is none. */
export function pathNameOf(rt: Executor, state: FileState): string | null {
  if (state.folder === null) return state.fileName;
  return state.folder.entry === '' ? null : requireFileName(rt, state);
}

/** spl_filesystem_info_set_filename */
export function setFileName(state: FileState, name: string): void {
  let end = name.length;
  while (end > 1 && name.charAt(end - 1) === '/') end--;
  state.fileName = name.slice(0, end);
  state.path = state.fileName.slice(0, Math.max(0, state.fileName.lastIndexOf('/')));
}

/** "SplFileInfo::openFile": the running method, for messages. */
export function methodName(rt: Executor): string {
  const func = rt.currentExecuteData?.func;
  return func?.scope == null ? (func?.functionName ?? '') : `${func.scope.name}::${func.functionName}`;
}

/** spl_filesystem_file_open: false after an exception. `path` is the folder part that getPath() answers. */
export function* openInto(
  rt: Executor,
  state: FileState,
  name: string,
  mode: string,
  useIncludePath: boolean,
  path: string | null,
  context: PhpResource | null = null,
): NativeCode<boolean> {
  const refuse = (className: string, message: string): boolean => {
    rt.throwError(className, message);
    return false;
  };
  if (name === '') return refuse('ValueError', 'Path cannot be empty');
  if (rt.host.stat(name)?.isDirectory === true) {
    return refuse('LogicException', 'Cannot use SplFileObject with directories');
  }
  touchDefaultContext(rt);
  const stream = yield* openStream(rt, name, mode, { useIncludePath, context });
  if (stream === null || rt.exception !== null) return false;
  if (typeof stream === 'string') {
    return refuse('RuntimeException', `${methodName(rt)}(${name}): Failed to open stream: ${stream}`);
  }
  const opened = useIncludePath ? (plainStateOf(stream)?.path ?? name) : name;
  state.fileName = opened.length > 1 && opened.endsWith('/') ? opened.slice(0, -1) : opened;
  state.path = path ?? opened.slice(0, Math.max(0, opened.lastIndexOf('/')));
  state.file = {
    resource: stream.resource as PhpResource,
    stream,
    mode,
    line: null,
    value: undefined,
    lineNumber: 0,
    maxLength: 0,
    separator: ',',
    enclosure: '"',
    escape: '\\',
  };
  return true;
}

/** spl_filesystem_object_create_info: an SplFileInfo of a path. Owned; null after an exception. */
export function* createInfo(rt: Executor, source: FileState, path: string, asked: ClassEntry | null): NativeCode {
  const ce = asked ?? source.infoClass ?? rt.classOf('SplFileInfo');
  const made = yield* rt.initObject(ce);
  if (made === null) return null;
  const own = ce.magic.constructor_;
  if (own !== null && own.scope !== rt.classOf('SplFileInfo')) {
    release(rt, yield* callFunc(own, made, [path]));
  } else {
    setFileName(stateOf(made), path);
  }
  return made;
}

/** spl_filesystem_object_create_type(SPL_FS_INFO). Owned; null after an exception. */
export function* createOwnInfo(rt: Executor, source: FileState, asked: ClassEntry | null): NativeCode {
  if (source.folder !== null && source.folder.entry === '') {
    return rt.throwError('RuntimeException', 'Could not open file');
  }
  const name = requireFileName(rt, source);
  if (name === null) return null;
  const made = yield* createInfo(rt, source, name, asked);
  const state = (made as PhpObject | null)?.native;
  if (state instanceof FileState && state.fileName === name) state.path = pathOf(source);
  return made;
}

/** Parameter for the name of a class that extends another one. */
export const classParam: Param<string | null> = p.nullable(p.string('class'), { default: null });

/** zend_parse_parameters "C": undefined after a TypeError. */
export function* classArgument(
  rt: Executor,
  name: string,
  base: string,
  nullable: boolean,
): NativeCode<ClassEntry | undefined> {
  const ce = yield* rt.autoloadClass(name);
  if (rt.exception !== null) return undefined;
  if (ce !== null && instanceOf(ce, rt.classOf(base))) return ce;
  rt.argumentTypeError(1, `must be a class name derived from ${base}${nullable ? ' or null' : ''}, ${name} given`);
  return undefined;
}

/** What var_dump shows. Owned. */
export function fileDebugInfo(rt: Executor, obj: PhpObject): PhpArray {
  const state = stateOf(obj);
  const pathName = pathNameOf(rt, state);
  const table = debugTable(obj, 'SplFileInfo', [['pathName', pathName ?? '']]);
  const add = (className: string, name: string, value: Zval): void => table.setStr(`\0${className}\0${name}`, value);
  if (state.fileName !== null) add('SplFileInfo', 'fileName', bareName(state));
  if (state.folder !== null) {
    add('DirectoryIterator', 'glob', state.folder.folders === null ? false : state.path);
    add('RecursiveDirectoryIterator', 'subPathName', state.folder.subPath);
  }
  if (state.file !== null) {
    add('SplFileObject', 'openMode', state.file.mode);
    add('SplFileObject', 'delimiter', state.file.separator);
    add('SplFileObject', 'enclosure', state.file.enclosure);
  }
  return table;
}

/** The file name without the folder. */
export function bareName(state: FileState): string {
  const name = state.fileName ?? '';
  const path = pathOf(state);
  return path !== '' && path.length < name.length ? name.slice(path.length + 1) : name;
}

/** spl_filesystem_file_free_line */
export function freeLine(rt: Runtime, file: OpenFileState): void {
  const { value } = file;
  file.line = null;
  file.value = undefined;
  release(rt, value);
}

/** Closes what an object has open. */
export function freeState(rt: Executor, obj: PhpObject): void {
  const { file } = stateOf(obj);
  if (file === null) return;
  stateOf(obj).file = null;
  freeLine(rt, file);
  release(rt, file.resource);
}
