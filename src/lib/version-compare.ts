/**
 * version_compare.
 * Source: php-src ext/standard/versioning.c
 */

/** PHP_VERSION */
export const VERSION = '8.2.35';

/** php_canonicalize_version: dots between digits and other characters. */
export function canonicalVersion(version: string): string {
  return version
    .replace(/[-_+]/g, '.')
    .replace(/([0-9])([^0-9.])/g, '$1.$2')
    .replace(/([^0-9.])([0-9])/g, '$1.$2')
    .replace(/\.{2,}/g, '.');
}

const FORMS: readonly (readonly [string, number])[] = [
  ['dev', 0],
  ['alpha', 1],
  ['a', 1],
  ['beta', 2],
  ['b', 2],
  ['RC', 3],
  ['rc', 3],
  ['#', 4],
  ['pl', 5],
  ['p', 5],
];

/** compare_special_version_forms: the order of a word; unknown ones come first. */
function formOrder(word: string): number {
  for (const [name, order] of FORMS) if (word.startsWith(name)) return order;
  return -1;
}

function comparePart(a: string, b: string): number {
  const aNumber = /^[0-9]/.test(a);
  const bNumber = /^[0-9]/.test(b);
  if (aNumber && bNumber) return Math.sign(Number.parseInt(a, 10) - Number.parseInt(b, 10));
  if (!aNumber && !bNumber) return Math.sign(formOrder(a) - formOrder(b));
  return Math.sign(aNumber ? formOrder('#') - formOrder(b) : formOrder(a) - formOrder('#'));
}

/** php_version_compare of canonical versions: -1, 0, 1. */
export function compareVersions(a: string, b: string): number {
  if (a === '' && b === '') return 0;
  if (a === '') return -1;
  if (b === '') return 1;
  const x = a.split('.');
  const y = b.split('.');
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const order = comparePart(x[i] as string, y[i] as string);
    if (order !== 0) return order;
  }
  if (x.length === y.length) return 0;
  const longer = x.length > y.length ? x : y;
  const next = longer[Math.min(x.length, y.length)] as string;
  const sign = x.length > y.length ? 1 : -1;
  if (/^[0-9]/.test(next)) return sign;
  return sign * compareVersions(next, '#N#');
}
