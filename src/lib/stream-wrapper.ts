/**
 * Wrappers: what stands behind the scheme of a stream's name (`php://`, `data:`, a class of the program).
 * Source: php-src main/streams/streams.c (php_stream_locate_url_wrapper)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { Step, Stream, StreamStat } from './stream.ts';
import { docref } from './string-util.ts';

/** Bits of the options that stream_open and its kin receive. */
export const USE_PATH = 1;
export const OPEN_FOR_INCLUDE = 128;
/** PHP_STREAM_URL_STAT_LINK */
export const STAT_LINK = 1;

type Context = PhpResource | null;

/** php_stream_wrapper_ops: a missing operation is one that the wrapper does not have. */
export interface StreamWrapper {
  /** Reached only when allow_url_fopen says so. */
  readonly isUrl: boolean;
  /** A text says why it failed ('' without a reason), null: an exception or a message of its own. */
  readonly open?: (
    rt: Executor,
    path: string,
    mode: string,
    options: number,
    context: Context,
  ) => Step<Stream | string | null>;
  readonly openDir?: (rt: Executor, path: string, options: number, context: Context) => Step<Stream | string | null>;
  readonly urlStat?: (rt: Executor, path: string, flags: number) => Step<StreamStat | null>;
  readonly unlink?: (rt: Executor, path: string, context: Context) => Step<boolean>;
  readonly rename?: (rt: Executor, from: string, to: string, context: Context) => Step<boolean>;
  readonly mkdir?: (rt: Executor, path: string, mode: number, options: number, context: Context) => Step<boolean>;
  readonly rmdir?: (rt: Executor, path: string, options: number, context: Context) => Step<boolean>;
  /** touch, chmod, chown: an option of STREAM_META_* and its value. */
  readonly metadata?: (rt: Executor, path: string, option: number, value: Zval, context: Context) => Step<boolean>;
  /** What messages call it: "PHP wrapper does not support renaming". */
  readonly label: string;
}

/** The wrappers of one engine. PHP's own are made when somebody asks for a wrapper. */
class WrapperState {
  /** Has the program registered or unregistered any? */
  changed = false;
  private readonly make: () => ReadonlyMap<string, StreamWrapper>;
  private made: {
    readonly builtin: ReadonlyMap<string, StreamWrapper>;
    readonly current: Map<string, StreamWrapper>;
  } | null = null;

  constructor(make: () => ReadonlyMap<string, StreamWrapper>) {
    this.make = make;
  }

  get builtin(): ReadonlyMap<string, StreamWrapper> {
    return this.both().builtin;
  }

  get current(): Map<string, StreamWrapper> {
    return this.both().current;
  }

  private both(): NonNullable<WrapperState['made']> {
    if (this.made === null) {
      const builtin = this.make();
      this.made = { builtin, current: new Map(builtin) };
    }
    return this.made;
  }
}

export function wrapperState(rt: Executor): WrapperState {
  return rt.moduleState('stream-wrappers', () => new WrapperState(() => new Map()));
}

/** Says what makes PHP's own wrappers, by protocol; to be called before anything asks for one. */
export function provideWrappers(rt: Executor, make: () => ReadonlyMap<string, StreamWrapper>): void {
  rt.moduleState('stream-wrappers', () => new WrapperState(make));
}

/** A plain file's path, or what is behind a scheme. */
export type Located =
  | { readonly kind: 'plain'; readonly path: string }
  | { readonly kind: 'wrapper'; readonly wrapper: StreamWrapper; readonly path: string };

const FILE_PROTOCOL = 'file';
/** Swoole's name for plain files whose functions let other coroutines run. */
const ASYNC_FILE = 'async.file://';

/** php_stream_locate_url_wrapper: null after a warning. `quiet`: nothing is said about wrappers that may not be used. */
export function locateWrapper(rt: Executor, path: string, options: number, quiet: boolean = false): Located | null {
  const m = /^([A-Za-z0-9+\-.]{2,}):(?=\/\/)|^(data):/.exec(path);
  const protocol = m?.[1] ?? m?.[2] ?? null;
  const { current } = wrapperState(rt);
  let wrapper: StreamWrapper | undefined;
  if (protocol !== null) {
    wrapper = current.get(protocol) ?? current.get(protocol.toLowerCase());
    if (wrapper === undefined && path.startsWith(ASYNC_FILE)) {
      return { kind: 'plain', path: path.slice(ASYNC_FILE.length) };
    }
    if (wrapper === undefined) {
      const shown = protocol.slice(0, 31);
      docref(
        rt,
        E_WARNING,
        `Unable to find the wrapper "${shown}" - did you forget to enable it when you configured PHP?`,
      );
    }
  }
  if (wrapper === undefined || protocol?.toLowerCase() === FILE_PROTOCOL)
    return locatePlain(rt, path, protocol, wrapper, quiet);
  if (wrapper.isUrl && !mayUseUrl(rt, protocol ?? '', options, quiet)) return null;
  return { kind: 'wrapper', wrapper, path };
}

function locatePlain(
  rt: Executor,
  path: string,
  protocol: string | null,
  wrapper: StreamWrapper | undefined,
  quiet: boolean,
): Located | null {
  let local = path;
  if (protocol?.toLowerCase() === FILE_PROTOCOL) {
    const localhost = /^file:\/\/localhost\//i.test(path);
    if (!localhost && path.length > 7 && path.charAt(7) !== '/') {
      if (!quiet) docref(rt, E_WARNING, `Remote host file access not supported, ${path}`);
      return null;
    }
    local = path.slice(localhost ? 16 : 7).replace(/^\/+/, '/');
  }
  const own = wrapper ?? wrapperState(rt).current.get(FILE_PROTOCOL);
  if (own === PLAIN_FILES) return { kind: 'plain', path: local };
  if (own !== undefined) return { kind: 'wrapper', wrapper: own, path };
  if (!quiet) docref(rt, E_WARNING, 'file:// wrapper is disabled in the server configuration');
  return null;
}

function mayUseUrl(rt: Executor, protocol: string, options: number, quiet: boolean): boolean {
  const open = rt.ini.flag('allow_url_fopen');
  const forInclude = (options & OPEN_FOR_INCLUDE) !== 0;
  if (open && (!forInclude || rt.ini.flag('allow_url_include'))) return true;
  if (!quiet) {
    const setting = open ? 'allow_url_include' : 'allow_url_fopen';
    docref(rt, E_WARNING, `${protocol}:// wrapper is disabled in the server configuration by ${setting}=0`);
  }
  return false;
}

/** Stands for plain files in the table of wrappers; they are opened without it. */
export const PLAIN_FILES: StreamWrapper = { isUrl: false, label: 'plainfile' };
