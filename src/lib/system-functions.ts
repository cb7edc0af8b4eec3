/**
 * The machine, the process and its connection: php_uname, getrusage, getmyuid, disk_free_space, ignore_user_abort, ...
 * Source: php-src ext/standard/info.c, microtime.c, pageinfo.c, filestat.c, basic_functions.c, ftok.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { FileStat } from '../vm/ports.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { environment } from './environment.ts';
import { checkBasedir } from './open-basedir.ts';
import { checkPath } from './open-stream.ts';
import { uploadsOf } from './http/uploads.ts';
import { docref } from './string-util.ts';

function uname(rt: Executor, mode: string): string {
  const name = rt.host.system?.machine();
  if (name === undefined) return rt.host.platform;
  const parts: Readonly<Record<string, string>> = {
    s: name.system,
    n: name.node,
    r: name.release,
    v: name.version,
    m: name.machine,
  };
  return parts[mode.charAt(0)] ?? Object.values(parts).join(' ');
}

/** The file of the running script. */
function scriptStat(rt: Executor): FileStat | null {
  const [main] = rt.includedFiles;
  return main === undefined ? null : rt.host.stat(main);
}

function diskSpace(rt: Executor, path: string, which: 'free' | 'total'): Zval {
  if (!checkPath(rt, path, 1)) return null;
  if (!checkBasedir(rt, path)) return false;
  const space = rt.host.system?.diskSpace(path) ?? null;
  if (space !== null) return new PhpFloat(space[which]);
  docref(rt, E_WARNING, 'No such file or directory');
  return false;
}

function ftok(rt: Executor, path: string, project: string): Zval {
  if (!checkPath(rt, path, 1)) return null;
  if (path === '') return rt.argumentValueError(1, 'cannot be empty');
  if (project.length !== 1) return rt.argumentValueError(2, 'must be a single character');
  const stat = rt.host.stat(path);
  if (stat === null) {
    docref(rt, E_WARNING, 'ftok() failed - No such file or directory');
    return -1;
  }
  return ((stat.ino & 0xffff) | ((stat.dev & 0xff) << 16) | (project.charCodeAt(0) << 24)) >> 0;
}

const machineFunctions: readonly FunctionDef[] = [
  fn({
    name: 'php_uname',
    doc: "The host's system in words.",
    params: [p.string('mode', { default: 'a' })],
    returns: ['string'],
    impl: uname,
  }),
  fn({
    name: 'gethostname',
    doc: "The host's name.",
    params: [],
    returns: ['string', 'false'],
    impl: (rt) => rt.host.system?.machine().node ?? environment(rt).get('HOSTNAME') ?? 'localhost',
  }),
  fn({
    name: 'sys_getloadavg',
    doc: 'The load of the machine over 1, 5 and 15 minutes.',
    params: [],
    returns: ['array', 'false'],
    impl: (rt) => PhpArray.fromList((rt.host.system?.loadAverage() ?? [0, 0, 0]).map((n) => new PhpFloat(n))),
  }),
  fn({
    name: 'getrusage',
    doc: 'What the process has used.',
    params: [p.int('mode', { default: 0 })],
    returns: ['array', 'false'],
    impl: (rt) => {
      const usage = rt.host.system?.usage();
      return usage === undefined ? false : PhpArray.fromEntries(Object.entries(usage));
    },
  }),
  fn({
    name: 'proc_nice',
    doc: 'Changes the priority of the process.',
    params: [p.int('priority')],
    returns: ['bool'],
    impl(rt, priority) {
      if (rt.host.system?.renice(priority) === true) return true;
      docref(rt, E_WARNING, 'Only a super user may attempt to increase the priority of a process');
      return false;
    },
  }),
  fn({
    name: 'disk_free_space',
    doc: 'The free bytes of a file system.',
    params: [p.string('directory')],
    returns: ['float', 'false'],
    impl: (rt, path) => diskSpace(rt, path, 'free'),
  }),
  fn({
    name: 'diskfreespace',
    doc: 'The free bytes of a file system (disk_free_space).',
    params: [p.string('directory')],
    returns: ['float', 'false'],
    impl: (rt, path) => diskSpace(rt, path, 'free'),
  }),
  fn({
    name: 'disk_total_space',
    doc: 'The bytes of a file system.',
    params: [p.string('directory')],
    returns: ['float', 'false'],
    impl: (rt, path) => diskSpace(rt, path, 'total'),
  }),
];

const ownerFunctions: readonly FunctionDef[] = [
  fn({
    name: 'get_current_user',
    doc: "The name of the script's owner.",
    params: [],
    returns: ['string'],
    impl: (rt) => rt.host.system?.userName() ?? '',
  }),
  fn({
    name: 'getmyuid',
    doc: "The script's owner.",
    params: [],
    returns: ['int', 'false'],
    impl: (rt) => scriptStat(rt)?.uid ?? rt.host.system?.uid() ?? false,
  }),
  fn({
    name: 'getmygid',
    doc: "The script's group.",
    params: [],
    returns: ['int', 'false'],
    impl: (rt) => scriptStat(rt)?.gid ?? rt.host.system?.gid() ?? false,
  }),
  fn({
    name: 'getmyinode',
    doc: "The script's inode.",
    params: [],
    returns: ['int', 'false'],
    impl: (rt) => scriptStat(rt)?.ino ?? false,
  }),
  fn({
    name: 'getlastmod',
    doc: 'When the script was changed last.',
    params: [],
    returns: ['int', 'false'],
    impl: (rt) => scriptStat(rt)?.mtime ?? false,
  }),
  fn({
    name: 'ftok',
    doc: 'A System V key from a file and a letter.',
    params: [p.string('filename'), p.string('project_id')],
    returns: ['int'],
    impl: ftok,
  }),
];

const connectionFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ignore_user_abort',
    doc: 'Whether a disconnected client ends the request; sets it.',
    params: [p.nullable(p.bool('enable'), { default: null })],
    returns: ['int'],
    impl(rt, enable) {
      const before = rt.ini.flag('ignore_user_abort') ? 1 : 0;
      if (enable !== null) rt.ini.set('ignore_user_abort', enable ? '1' : '0');
      return before;
    },
  }),
  fn({
    name: 'connection_status',
    doc: 'The state of the connection: normal.',
    params: [],
    returns: ['int'],
    impl: () => 0,
  }),
  fn({
    name: 'connection_aborted',
    doc: 'Whether the client has gone: never.',
    params: [],
    returns: ['int'],
    impl: () => 0,
  }),
  fn({
    name: 'is_uploaded_file',
    doc: 'Whether a file came with a request of a server.',
    params: [p.string('filename')],
    returns: ['bool'],
    impl: (rt, path) => uploadsOf(rt).has(path),
  }),
  fn({
    name: 'move_uploaded_file',
    doc: 'Moves a file that came with a request of a server.',
    params: [p.string('from'), p.string('to')],
    returns: ['bool'],
    impl(rt, from, to) {
      if (!uploadsOf(rt).has(from)) return false;
      const bytes = rt.host.rename(from, to) ? null : rt.host.readFile(from);
      if (bytes !== null) {
        if (!rt.host.writeFile(to, bytes, false)) return false;
        rt.host.unlink(from);
      }
      uploadsOf(rt).delete(from);
      return true;
    },
  }),
];

export const systemFunctions: readonly FunctionDef[] = [...machineFunctions, ...ownerFunctions, ...connectionFunctions];
