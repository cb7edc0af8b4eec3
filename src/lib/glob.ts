/**
 * Names by pattern: glob() and fnmatch().
 * Source: glob(3), fnmatch(3), php-src ext/standard/dir.c
 */
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { isWithinBasedir } from './open-basedir.ts';

export const GLOB_MARK = 2;
export const GLOB_NOSORT = 4;
export const GLOB_NOCHECK = 16;
export const GLOB_BRACE = 1024;
export const GLOB_ONLYDIR = 0x40000000;

/** fnmatch as a RegExp source; `/` and leading dots are not special unless asked. */
export function patternSource(pattern: string, pathname: boolean, escapes: boolean): string {
  let out = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*') out += pathname ? '[^/]*' : '[^]*';
    else if (c === '?') out += pathname ? '[^/]' : '[^]';
    else if (c === '[') {
      const end = pattern.indexOf(']', i + (/[!^]/.test(pattern.charAt(i + 1)) ? 3 : 2));
      if (end < 0) out += '\\[';
      else {
        const body = pattern
          .slice(i + 1, end)
          .replace(/^!/, '^')
          .replace(/[\\[\]]/g, '\\$&');
        out += `[${body}]`;
        i = end;
      }
    } else if (c === '\\' && escapes && i + 1 < pattern.length) {
      out += pattern.charAt(++i).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    } else out += c.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
  return out;
}

function expandBraces(pattern: string): string[] {
  const m = /^([^{]*)\{([^{}]*)\}([^]*)$/.exec(pattern);
  if (m === null) return [pattern];
  return (m[2] as string).split(',').flatMap((part) => expandBraces(`${m[1]}${part}${m[3]}`));
}

function globOne(rt: Executor, pattern: string): string[] {
  const parts = pattern.split('/');
  let found = [pattern.startsWith('/') ? '/' : ''];
  if (pattern.startsWith('/')) parts.shift();
  for (const part of parts) {
    if (part === '') continue;
    const magic = /[*?[\\]/.test(part);
    const test = magic ? new RegExp(`^${patternSource(part, true, true)}$`) : null;
    const next: string[] = [];
    for (const base of found) {
      const join = (name: string): string => (base === '' || base.endsWith('/') ? base + name : `${base}/${name}`);
      if (test === null) {
        if (rt.host.stat(join(part)) !== null) next.push(join(part));
        continue;
      }
      const list = [...(part.startsWith('.') ? ['.', '..'] : []), ...(rt.host.readDir(base === '' ? '.' : base) ?? [])];
      for (const name of list)
        if (test.test(name) && (part.startsWith('.') || !name.startsWith('.'))) next.push(join(name));
    }
    found = next;
  }
  return found.filter((f) => f !== '');
}

/** glob(): the paths that match, false when all are out of reach. Owned. */
export function glob(rt: Executor, pattern: string, flags: number): Zval {
  const found: string[] = [];
  for (const one of (flags & GLOB_BRACE) !== 0 ? expandBraces(pattern) : [pattern]) {
    const list = globOne(rt, one);
    if ((flags & GLOB_NOSORT) === 0) list.sort((a, b) => (a < b ? -1 : 1));
    found.push(...list);
  }
  let out = found.filter((f) => isWithinBasedir(rt, f));
  if (out.length === 0 && found.length > 0) return false;
  if ((flags & GLOB_ONLYDIR) !== 0) out = out.filter((f) => rt.host.stat(f)?.isDirectory === true);
  if ((flags & GLOB_MARK) !== 0) out = out.map((f) => (rt.host.stat(f)?.isDirectory === true ? `${f}/` : f));
  if (out.length === 0 && (flags & GLOB_NOCHECK) !== 0) out = [pattern];
  return PhpArray.fromList(out);
}
