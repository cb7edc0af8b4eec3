/**
 * Floating-point power as C's pow() gives it.
 *
 * V8's `**` is off by a unit in the last place even for 2 ** 1.5, which PHP prints with 17 digits; so the logarithm and
 * the exponential are computed here in double-double arithmetic (a value is the exact sum hi + lo, about 106 bits) and
 * rounded once, as glibc's pow() does to within 0.54 ulp.
 * Source: C11 F.10.4.4 for the special values; T. J. Dekker, "A floating-point technique for extending the available
 * precision" (1971) for the sums and products
 */

type Pair = readonly [hi: number, lo: number];

const LN2: Pair = [0.6931471805599453, 2.3190468138462996e-17];
const SPLITTER = 134217729;

function twoSum(a: number, b: number): Pair {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

function quickTwoSum(a: number, b: number): Pair {
  const s = a + b;
  return [s, b - (s - a)];
}

function twoProduct(a: number, b: number): Pair {
  const p = a * b;
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}

function addPairs(a: Pair, b: Pair): Pair {
  const [s, e] = twoSum(a[0], b[0]);
  const [t, f] = twoSum(a[1], b[1]);
  const [s2, e2] = quickTwoSum(s, e + t);
  return quickTwoSum(s2, e2 + f);
}

function mulPairs(a: Pair, b: Pair): Pair {
  const [p, e] = twoProduct(a[0], b[0]);
  return quickTwoSum(p, e + (a[0] * b[1] + a[1] * b[0]));
}

function divPairs(a: Pair, b: Pair): Pair {
  const q1 = a[0] / b[0];
  const r1 = addPairs(a, mulPairs([-q1, 0], b));
  const q2 = r1[0] / b[0];
  const r2 = addPairs(r1, mulPairs([-q2, 0], b));
  const [s, e] = quickTwoSum(q1, q2);
  return addPairs([s, e], [r2[0] / b[0], 0]);
}

/** ln(x) for a finite x > 0: x = m * 2^e with m near 1, ln(m) = 2 atanh((m - 1) / (m + 1)). */
function logPair(x: number): Pair {
  let e = Math.round(Math.log2(x));
  if (e > 1023) e = 1023;
  // two steps keep 2^-e finite for subnormal x
  const half = Math.trunc(e / 2);
  const m = x * 2 ** -half * 2 ** -(e - half);
  const s = divPairs(twoSum(m, -1), twoSum(m, 1));
  const s2 = mulPairs(s, s);
  let sum: Pair = [0, 0];
  for (let k = 45; k >= 1; k -= 2) sum = addPairs(mulPairs(sum, s2), divPairs([1, 0], [k, 0]));
  const log = mulPairs(sum, s);
  return addPairs(mulPairs([e, 0], LN2), [2 * log[0], 2 * log[1]]);
}

/** e^t for |t| < 746: t = k ln 2 + r, e^r by its series on r / 256, squared eight times. */
function expPair(t: Pair): number {
  const k = Math.round(t[0] / LN2[0]);
  const r = addPairs(t, mulPairs([-k, 0], LN2));
  const small: Pair = [r[0] / 256, r[1] / 256];
  // the series of e^x - 1, so that squaring loses nothing of its small value
  let sum: Pair = [0, 0];
  for (let n = 12; n >= 1; n--) sum = mulPairs(divPairs(small, [n, 0]), addPairs([1, 0], sum));
  for (let i = 0; i < 8; i++) sum = addPairs([2 * sum[0], 2 * sum[1]], mulPairs(sum, sum));
  const value = addPairs([1, 0], sum)[0];
  const half = Math.trunc(k / 2);
  return value * 2 ** half * 2 ** (k - half);
}

/** pow(x, y) */
export function floatPow(x: number, y: number): number {
  if (x === 1) return 1;
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return 1;
  // exactly rounded by one operation
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  const rough = x ** y;
  if (rough === 0 || !Number.isFinite(rough) || !Number.isFinite(y) || y === 0 || y === 1) return rough;
  const magnitude = expPair(mulPairs(logPair(Math.abs(x)), [y, 0]));
  // near the ends of the range the rough value is the safer one
  if (magnitude === 0 || !Number.isFinite(magnitude)) return rough;
  return rough < 0 ? -magnitude : magnitude;
}
