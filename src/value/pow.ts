/**
 * Floating-point power as C's pow() gives it.
 * Source: C11 F.10.4.4; JS differs in pow(±1, ±INF) and pow(1, NAN), which are 1 in C.
 */

/** pow(x, y) */
export function floatPow(x: number, y: number): number {
  if (x === 1) return 1;
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return 1;
  return x ** y;
}
