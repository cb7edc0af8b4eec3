/**
 * Functions that the host's Math rounds otherwise than the C library.
 * Source: C. F. Borges, "An Improved Algorithm for hypot(a,b)"; glibc
 */

const SPLITTER = 134217729;
/** Beyond this ratio the smaller side does not count. */
const FAR = 2 ** 54;
const LARGE = 2 ** 511;
const SMALL = 2 ** -459;

/** What x*x rounds away. */
function squareError(x: number, square: number): number {
  const c = SPLITTER * x;
  const high = c - (c - x);
  const low = x - high;
  return low * low - (square - high * high - 2 * high * low);
}

function ofScaled(x: number, y: number): number {
  const h = Math.sqrt(x * x + y * y);
  const [hh, xx, yy] = [h * h, x * x, y * y];
  const delta = hh - xx - yy + squareError(h, hh) - squareError(x, xx) - squareError(y, yy);
  return h - delta / (2 * h);
}

/** The hypotenuse, to the last bit. */
export function hypot(a: number, b: number): number {
  const x = Math.max(Math.abs(a), Math.abs(b));
  const y = Math.min(Math.abs(a), Math.abs(b));
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return Infinity;
  if (!(x > y * FAR) && !(y <= x)) return Number.NaN;
  if (y === 0 || x > y * FAR) return x + y;
  const scale = x > LARGE ? 2 ** -600 : y < SMALL ? 2 ** 600 : 1;
  return ofScaled(x * scale, y * scale) / scale;
}

/** The angle of a point; a right one where the x of a far point is lost. */
export function atan2(y: number, x: number): number {
  return Math.abs(y) > Math.abs(x) * FAR && x !== 0 && y !== 0 ? Math.sign(y) * (Math.PI / 2) : Math.atan2(y, x);
}
