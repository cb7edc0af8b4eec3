/**
 * open_basedir: files outside of the allowed folders are out of reach.
 * Source: php-src main/fopen_wrappers.c (php_check_open_basedir, php_check_specific_open_basedir)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { Executor } from '../vm/executor.ts';

/** The absolute path of a file that need not exist: links are followed as far as the path does. */
function resolve(rt: Executor, path: string): string {
  const absolute = path.startsWith('/') ? path : `${rt.host.cwd()}/${path}`;
  const parts: string[] = [];
  for (const part of absolute.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  for (let n = parts.length; n >= 0; n--) {
    const real = rt.host.resolvePath(`/${parts.slice(0, n).join('/')}`);
    if (real !== null) return [real === '/' ? '' : real, ...parts.slice(n)].join('/') || '/';
  }
  return `/${parts.join('/')}`;
}

/** Is the path within open_basedir? Says nothing. */
export function isWithinBasedir(rt: Executor, path: string): boolean {
  const setting = rt.ini.get('open_basedir') ?? '';
  if (setting === '') return true;
  const name = resolve(rt, path);
  return setting.split(':').some((dir) => {
    if (dir === '') return false;
    const base = resolve(rt, dir);
    return name === base || name.startsWith(base === '/' ? '/' : `${base}/`);
  });
}

/** The same; warns when it is not. */
export function checkBasedir(rt: Executor, path: string): boolean {
  if (isWithinBasedir(rt, path)) return true;
  const name = rt.currentExecuteData?.func.functionName ?? '';
  const setting = rt.ini.get('open_basedir') ?? '';
  rt.error(
    E_WARNING,
    `${name}(): open_basedir restriction in effect. File(${path}) is not within the allowed path(s): (${setting})`,
  );
  return false;
}
