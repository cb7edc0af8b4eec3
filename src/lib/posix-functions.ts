/** The functions of ext/posix that the host can answer. Source: php-src 8.2 ext/posix/posix.c */
import { strerror } from '../base/errno.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import type { Topic } from './register.ts';

const ESRCH = 3;

interface PosixState {
  errno: number;
}

function stateOf(rt: Executor): PosixState {
  return rt.moduleState('posix', () => ({ errno: 0 }));
}

function manual(name: string): string {
  return `https://www.php.net/manual/en/function.${name.replaceAll('_', '-')}.php`;
}

function number(name: string, doc: string, read: (rt: Executor) => number): FunctionDef {
  return fn({ name, doc, params: [], returns: ['int'], link: manual(name), impl: (rt) => read(rt) });
}

/** What /proc says of this process in field `index` behind its name (0: the state). */
function processField(rt: Executor, index: number): number {
  const text = rt.host.readFile('/proc/self/stat') ?? '';
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[index] ?? 0);
}

const posixFunctions: readonly FunctionDef[] = [
  number('posix_getpid', 'The number of this process.', (rt) => rt.host.pid()),
  number('posix_getppid', 'The number of the process that made this one.', (rt) => processField(rt, 1)),
  number('posix_getpgrp', 'The group of this process.', (rt) => processField(rt, 2)),
  number('posix_getuid', 'The user.', (rt) => rt.host.system?.uid() ?? 0),
  number('posix_geteuid', 'The user that counts.', (rt) => rt.host.system?.uid() ?? 0),
  number('posix_getgid', 'The group.', (rt) => rt.host.system?.gid() ?? 0),
  number('posix_getegid', 'The group that counts.', (rt) => rt.host.system?.gid() ?? 0),
  ...['posix_get_last_error', 'posix_errno'].map((name) =>
    number(name, 'The number of the last error.', (rt) => stateOf(rt).errno),
  ),
  fn({
    name: 'posix_kill',
    doc: 'Sends a signal to a process.',
    params: [p.int('process_id'), p.int('signal')],
    returns: ['bool'],
    link: manual('posix_kill'),
    impl(rt, pid, signal) {
      if (rt.host.forks?.replaying === true) return true;
      if (rt.host.system?.kill(pid, signal) === true) return true;
      stateOf(rt).errno = ESRCH;
      return false;
    },
  }),
  fn({
    name: 'posix_strerror',
    doc: 'The text of an error number.',
    params: [p.int('error_code')],
    returns: ['string'],
    link: manual('posix_strerror'),
    impl: (_rt, code) => strerror(code),
  }),
  fn({
    name: 'posix_getcwd',
    doc: 'The current folder.',
    params: [],
    returns: ['string', 'false'],
    link: manual('posix_getcwd'),
    impl: (rt) => rt.host.cwd(),
  }),
  fn({
    name: 'posix_access',
    doc: 'What may be done with a file.',
    params: [p.string('filename'), p.int('flags', { default: 0 })],
    returns: ['bool'],
    link: manual('posix_access'),
    impl(rt, path, flags) {
      if (rt.host.access(path, flags)) return true;
      stateOf(rt).errno = rt.host.stat(path) === null ? 2 : 13;
      return false;
    },
  }),
  fn({
    name: 'posix_uname',
    doc: 'The names of the system.',
    params: [],
    returns: ['array', 'false'],
    link: manual('posix_uname'),
    impl(rt) {
      const name = rt.host.system?.machine();
      if (name === undefined) return false;
      return PhpArray.fromEntries([
        ['sysname', name.system],
        ['nodename', name.node],
        ['release', name.release],
        ['version', name.version],
        ['machine', name.machine],
      ]);
    },
  }),
];

const constants = { POSIX_F_OK: 0, POSIX_X_OK: 1, POSIX_W_OK: 2, POSIX_R_OK: 4 };

export const POSIX_TOPICS: readonly Topic[] = [
  {
    functions: posixFunctions,
    constants,
    extension: { name: 'posix' },
  },
];
