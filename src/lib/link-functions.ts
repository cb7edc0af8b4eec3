/**
 * Links, modes and masks of files.
 * Source: php-src ext/standard/link.c, filestat.c (chmod), file.c (umask)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir } from './open-basedir.ts';
import { dirname } from './path-functions.ts';
import { checkPath, functionName, whyNot } from './open-stream.ts';

function warn<T>(rt: Executor, why: string, result: T): T {
  rt.error(E_WARNING, `${functionName(rt)}(): ${why}`);
  return result;
}

/** Why a link could not be made. */
function whyNoLink(rt: Executor, target: string, link: string, hard: boolean): string {
  if (hard && rt.host.lstat(target) === null) return 'No such file or directory';
  if (rt.host.lstat(link) !== null) return 'File exists';
  if (hard && rt.host.lstat(target)?.isDirectory === true) return 'Operation not permitted';
  return whyNot(rt, link);
}

/** Both ends of a link as absolute paths; a target is meant from the link's folder. */
function checkLinkPaths(rt: Executor, target: string, link: string): boolean {
  const from = rt.host.cwd();
  const at = link.startsWith('/') ? link : `${from}/${link}`;
  const to = target.startsWith('/') ? target : `${dirname(at)}/${target}`;
  return checkBasedir(rt, normal(to)) && checkBasedir(rt, normal(at));
}

/** Without `.` and `..`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

const linkParams = [p.string('target'), p.string('link')] as const;

export const linkFunctions: readonly FunctionDef[] = [
  fn({
    name: 'symlink',
    doc: 'Makes a symbolic link.',
    params: linkParams,
    returns: ['bool'],
    impl(rt, target, link) {
      if (!checkPath(rt, target, 1) || !checkPath(rt, link, 2)) return null;
      if (!checkLinkPaths(rt, target, link)) return false;
      return rt.host.symlink(target, link) || warn(rt, whyNoLink(rt, target, link, false), false);
    },
  }),
  fn({
    name: 'link',
    doc: 'Makes a hard link.',
    params: linkParams,
    returns: ['bool'],
    impl(rt, target, link) {
      if (!checkPath(rt, target, 1) || !checkPath(rt, link, 2)) return null;
      if (!checkLinkPaths(rt, target, link)) return false;
      return rt.host.link(target, link) || warn(rt, whyNoLink(rt, target, link, true), false);
    },
  }),
  fn({
    name: 'readlink',
    doc: 'Where a symbolic link points.',
    params: [p.string('path')],
    returns: ['string', 'false'],
    impl(rt, path) {
      if (!checkPath(rt, path, 1)) return null;
      if (!checkBasedir(rt, path)) return false;
      const exists = rt.host.lstat(path) !== null;
      return rt.host.readLink(path) ?? warn(rt, exists ? 'Invalid argument' : whyNot(rt, path), false);
    },
  }),
  fn({
    name: 'linkinfo',
    doc: 'The device of a link, -1 when there is none.',
    params: [p.string('path')],
    returns: ['int', 'false'],
    impl(rt, path) {
      if (!checkPath(rt, path, 1)) return null;
      if (!checkBasedir(rt, dirname(path))) return -1;
      return rt.host.lstat(path)?.dev ?? warn(rt, whyNot(rt, path), -1);
    },
  }),
  fn({
    name: 'is_link',
    doc: 'Whether a path is a symbolic link.',
    params: [p.string('filename')],
    returns: ['bool'],
    impl(rt, path) {
      if (path === '' || path.includes('\0') || !checkBasedir(rt, path)) return false;
      const stat = rt.host.lstat(path);
      return stat !== null && (stat.mode & 0o170000) === 0o120000;
    },
  }),
  fn({
    name: 'umask',
    doc: 'Sets the mask of new files’ modes; returns what it was.',
    params: [p.nullable(p.int('mask'), { default: null })],
    returns: ['int'],
    impl: (rt, mask) => rt.host.umask(mask),
  }),
];
