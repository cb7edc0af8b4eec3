/**
 * Parts of paths: dirname, basename, pathinfo.
 * Source: php-src ext/standard/string.c (php_basename), main/main.c (zend_dirname)
 */
import { PhpArray } from '../value/php-array.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** zend_dirname: '.' when there is no folder in the path. */
export function dirname(path: string): string {
  if (path === '') return '';
  const bare = path.replace(/\/+$/, '');
  if (bare === '') return '/';
  const slash = bare.lastIndexOf('/');
  if (slash < 0) return '.';
  const folder = bare.slice(0, slash).replace(/\/+$/, '');
  return folder === '' ? '/' : folder;
}

/** php_basename */
export function basename(path: string, suffix: string): string {
  const bare = path.replace(/\/+$/, '');
  const name = bare.slice(bare.lastIndexOf('/') + 1);
  return suffix !== '' && name.length > suffix.length && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

const DIRNAME = 1;
const BASENAME = 2;
const EXTENSION = 4;
const FILENAME = 8;

function pathInfo(path: string, flags: number): PhpArray {
  const out = new PhpArray();
  const base = basename(path, '');
  const dot = base.lastIndexOf('.');
  const folder = dirname(path);
  if ((flags & DIRNAME) !== 0 && folder !== '') out.set('dirname', folder);
  if ((flags & BASENAME) !== 0) out.set('basename', base);
  if ((flags & EXTENSION) !== 0 && dot >= 0) out.set('extension', base.slice(dot + 1));
  if ((flags & FILENAME) !== 0) out.set('filename', dot >= 0 ? base.slice(0, dot) : base);
  return out;
}

export const pathFunctions: readonly FunctionDef[] = [
  fn({
    name: 'dirname',
    doc: 'The folder part of a path.',
    params: [p.string('path'), p.int('levels', { default: 1 })],
    returns: ['string'],
    impl(rt, path, levels) {
      if (levels < 1) return rt.argumentValueError(2, 'must be greater than or equal to 1');
      let at = path;
      for (let i = 0; i < levels; i++) {
        const up = dirname(at);
        if (up === at) break;
        at = up;
      }
      return at;
    },
  }),
  fn({
    name: 'basename',
    doc: 'The last part of a path.',
    params: [p.string('path'), p.string('suffix', { default: '' })],
    returns: ['string'],
    impl: (_rt, path, suffix) => basename(path, suffix),
  }),
  fn({
    name: 'pathinfo',
    doc: 'The parts of a path, all or one.',
    params: [p.string('path'), p.int('flags', { default: 15, text: 'PATHINFO_ALL' })],
    returns: ['array', 'string'],
    impl(rt, path, flags) {
      const parts = pathInfo(path, flags);
      if (flags === 15) return parts;
      const first = parts.valueAt(parts.firstPos());
      rt.releaseValue(parts);
      return first === undefined ? '' : first;
    },
  }),
];
