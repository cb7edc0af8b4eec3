/**
 * Swoole\Coroutine\System::statvfs: what is known of a file system, from the system's program stat and its table of mounts.
 * Source: swoole-src ext-src/swoole_coroutine_system.cc; statvfs(3)
 */
import type { NativeCode } from '../../object/native-code.ts';
import type { Scheduler } from '../../coro/scheduler.ts';
import { toInt64 } from '../../value/integer.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpInt } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, p, staticMethod } from '../define.ts';
import { runInBackground } from './background.ts';
import { inCoroutine } from './support.ts';

/** ST_* by the option of a mount. */
const FLAGS: Readonly<Record<string, number>> = {
  ro: 1,
  nosuid: 2,
  nodev: 4,
  noexec: 8,
  sync: 16,
  noatime: 1024,
  nodiratime: 2048,
  relatime: 4096,
};
/** What stat -f prints, in the order of the result. */
const FORMAT = '%s %S %b %f %a %c %d %i %l';

function mountFlags(rt: Executor, path: string): number {
  let best = '';
  let flags = 0;
  for (const line of (rt.host.readFile('/proc/self/mounts') ?? '').split('\n')) {
    const [, folder = '', , options = ''] = line.split(' ');
    const inside = path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
    if (folder === '' || !inside || folder.length < best.length) continue;
    best = folder;
    flags = options.split(',').reduce((sum, option) => sum | (FLAGS[option] ?? 0), 0);
  }
  return flags;
}

function* statvfs(rt: Executor, scheduler: Scheduler, path: string): NativeCode {
  const quoted = `'${path.replace(/'/g, `'\\''`)}'`;
  const command = `stat -f -c '${FORMAT}' -- ${quoted} 2>/dev/null`;
  const done = yield* runInBackground(rt, scheduler, command, { errors: false, seconds: -1 });
  if (done === null || done.exitCode !== 0) return false;
  const [bsize, frsize, blocks, bfree, bavail, files, ffree, fsid, namemax] = done.output.trim().split(' ');
  const result = new PhpArray();
  const rows: readonly (readonly [string, PhpInt])[] = [
    ['bsize', Number(bsize)],
    ['frsize', Number(frsize)],
    ['blocks', Number(blocks)],
    ['bfree', Number(bfree)],
    ['bavail', Number(bavail)],
    ['files', Number(files)],
    ['ffree', Number(ffree)],
    ['favail', Number(ffree)],
    ['fsid', toInt64(BigInt(`0x${fsid ?? 0}`))],
    ['flag', mountFlags(rt, rt.host.resolvePath(path) ?? path)],
    ['namemax', Number(namemax)],
  ];
  for (const [name, value] of rows) result.setStr(name, value);
  return result;
}

export const statMethod: MethodDef = staticMethod({
  name: 'statvfs',
  doc: 'What is known of the file system that holds a path; false when there is no such path.',
  params: [p.string('path')],
  returns: ['array', 'false'],
  link: 'https://wiki.swoole.com/#/coroutine/system?id=statvfs',
  impl(rt, _scope, path) {
    if (path === '') return rt.throwError('ValueError', 'Path cannot be empty');
    return inCoroutine(rt, (scheduler) => statvfs(rt, scheduler, path));
  },
});
