/**
 * Natural order of strings: runs of digits compare as numbers.
 * Source: php-src ext/standard/strnatcmp.c (strnatcmp_ex)
 */

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

interface Cursor {
  readonly s: string;
  i: number;
}

function at(c: Cursor): number {
  return c.i < c.s.length ? c.s.charCodeAt(c.i) : 0;
}

/** compare_right: the longer run of digits wins; else the first difference. */
function compareRight(a: Cursor, b: Cursor): number {
  let bias = 0;
  for (; ; a.i++, b.i++) {
    const aDigit = a.i < a.s.length && isDigit(at(a));
    const bDigit = b.i < b.s.length && isDigit(at(b));
    if (!aDigit && !bDigit) return bias;
    if (!aDigit) return -1;
    if (!bDigit) return 1;
    if (bias === 0) bias = Math.sign(at(a) - at(b));
  }
}

/** compare_left: fractional parts, the first difference decides. */
function compareLeft(a: Cursor, b: Cursor): number {
  for (; ; a.i++, b.i++) {
    const aDigit = a.i < a.s.length && isDigit(at(a));
    const bDigit = b.i < b.s.length && isDigit(at(b));
    if (!aDigit && !bDigit) return 0;
    if (!aDigit) return -1;
    if (!bDigit) return 1;
    const d = at(a) - at(b);
    if (d !== 0) return Math.sign(d);
  }
}

function skipLeadingZeros(c: Cursor): void {
  while (c.i + 1 < c.s.length && at(c) === 48 && isDigit(c.s.charCodeAt(c.i + 1))) c.i++;
}

function upper(c: number): number {
  return c >= 97 && c <= 122 ? c - 32 : c;
}

/** strnatcmp_ex: -1, 0, 1. */
export function naturalCompare(x: string, y: string, fold: boolean): number {
  if (x.length === 0 || y.length === 0) return Math.sign(x.length - y.length);
  const a: Cursor = { s: x, i: 0 };
  const b: Cursor = { s: y, i: 0 };
  skipLeadingZeros(a);
  skipLeadingZeros(b);
  for (;;) {
    while (isSpace(at(a))) a.i++;
    while (isSpace(at(b))) b.i++;
    let ca = at(a);
    let cb = at(b);
    if (isDigit(ca) && isDigit(cb)) {
      const result = ca === 48 || cb === 48 ? compareLeft(a, b) : compareRight(a, b);
      if (result !== 0) return result;
      if (a.i >= x.length && b.i >= y.length) return 0;
      if (a.i >= x.length) return -1;
      if (b.i >= y.length) return 1;
      ca = at(a);
      cb = at(b);
    }
    if (fold) {
      ca = upper(ca);
      cb = upper(cb);
    }
    if (ca !== cb) return ca < cb ? -1 : 1;
    a.i++;
    b.i++;
    if (a.i >= x.length && b.i >= y.length) return 0;
    if (a.i >= x.length) return -1;
    if (b.i >= y.length) return 1;
  }
}
