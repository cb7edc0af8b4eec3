/**
 * Times, permissions and owners of files: touch, chmod, chown, chgrp.
 * Source: php-src ext/standard/filestat.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir } from './open-basedir.ts';
import { checkPath, openNamed, whyNot } from './open-stream.ts';
import { closeStream } from './stream-core.ts';
import { settle } from './stream-step.ts';
import { locateWrapper } from './stream-wrapper.ts';
import { docref } from './string-util.ts';

const META_TOUCH = 1;
const META_OWNER_NAME = 2;
const META_OWNER = 3;
const META_GROUP_NAME = 4;
const META_GROUP = 5;
const META_ACCESS = 6;

/** Changes a plain path, or asks the wrapper of a URL. */
function* change(
  rt: Executor,
  path: string,
  option: number,
  value: () => Zval,
  plain: (path: string) => boolean,
): NativeCode {
  if (!checkPath(rt, path, 1)) return null;
  const located = locateWrapper(rt, path, 0);
  if (located === null) return false;
  if (located.kind === 'plain') return checkBasedir(rt, located.path) && plain(located.path);
  const { metadata } = located.wrapper;
  if (metadata !== undefined) {
    const given = value();
    const done = yield* settle(metadata(rt, located.path, option, given, null));
    rt.releaseValue(given);
    return done;
  }
  if (option === META_TOUCH) return yield* touchByOpening(rt, path);
  const name = rt.currentExecuteData?.func.functionName ?? '';
  docref(rt, E_WARNING, `Cannot call ${name}() for a non-standard stream`);
  return false;
}

/** A wrapper that keeps no times: a new file is made when there is none. */
function* touchByOpening(rt: Executor, path: string): NativeCode {
  const stream = yield* openNamed(rt, path, 'c');
  if (stream === null || stream === false) return stream;
  yield* closeStream(rt, stream);
  return true;
}

function fail(rt: Executor, why: string): false {
  docref(rt, E_WARNING, why);
  return false;
}

function* touch(rt: Executor, path: string, mtime: number | null, atime: number | null): NativeCode {
  if (mtime === null && atime !== null) {
    return rt.argumentValueError(2, 'cannot be null when argument #3 ($atime) is an integer');
  }
  if (path === '') return false;
  const times = (): PhpArray => (mtime === null ? new PhpArray() : PhpArray.fromList([mtime, atime ?? mtime]));
  return yield* change(rt, path, META_TOUCH, times, (at) => {
    if (rt.host.stat(at) === null && !rt.host.writeFile(at, '', true)) {
      return fail(rt, `Unable to create file ${path} because ${whyNot(rt, at)}`);
    }
    const now = Math.floor(rt.host.nowMicros() / 1e6);
    return (
      rt.host.setTimes(at, atime ?? mtime ?? now, mtime ?? now) || fail(rt, 'Utime failed: Operation not permitted')
    );
  });
}

/** The number of a user or group by name, from the host's table; null when there is none. */
function idOf(rt: Executor, table: string, name: string): number | null {
  const row = (rt.host.readFile(table) ?? '').split('\n').find((line) => line.startsWith(`${name}:`));
  return row === undefined ? null : Number(row.split(':')[2]);
}

type Owner = 'user' | 'group';

function owner(name: string, doc: string, what: Owner, ofLink: boolean): FunctionDef {
  const isUser = what === 'user';
  return fn({
    name,
    doc,
    params: [p.string('filename'), p.union(what, ['string', 'int'])],
    returns: ['bool'],
    impl(rt, path, given) {
      const named = typeof given === 'string';
      const byName = isUser ? META_OWNER_NAME : META_GROUP_NAME;
      const option = named ? byName : isUser ? META_OWNER : META_GROUP;
      return change(
        rt,
        path,
        option,
        () => given as Zval,
        (at) => {
          const id = named ? idOf(rt, isUser ? '/etc/passwd' : '/etc/group', given) : (given as number);
          if (id === null) return fail(rt, `Unable to find ${isUser ? 'uid' : 'gid'} for ${given}`);
          const done = rt.host.system?.chown(at, isUser ? id : -1, isUser ? -1 : id, ofLink) === true;
          const missing = (ofLink ? rt.host.lstat(at) : rt.host.stat(at)) === null;
          return done || fail(rt, missing ? whyNot(rt, at) : 'Operation not permitted');
        },
      );
    },
  });
}

export const fileAttributeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'touch',
    doc: 'Sets the times of a file, which is made when there is none.',
    params: [
      p.string('filename'),
      p.nullable(p.int('mtime'), { default: null }),
      p.nullable(p.int('atime'), { default: null }),
    ],
    returns: ['bool'],
    impl: touch,
  }),
  fn({
    name: 'chmod',
    doc: 'Sets the permissions of a file.',
    params: [p.string('filename'), p.int('permissions')],
    returns: ['bool'],
    impl: (rt, path, mode) =>
      change(
        rt,
        path,
        META_ACCESS,
        () => mode,
        (at) => rt.host.chmod(at, mode & 0o7777) || fail(rt, whyNot(rt, at)),
      ),
  }),
  owner('chown', 'Sets the owner of a file.', 'user', false),
  owner('chgrp', 'Sets the group of a file.', 'group', false),
  owner('lchown', 'Sets the owner of a link.', 'user', true),
  owner('lchgrp', 'Sets the group of a link.', 'group', true),
];
