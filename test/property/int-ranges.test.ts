/** Ranges of ints in the second tier: whatever ints are within their ranges, what is computed of them is within the result's. */
import { expect, test } from 'vitest';
import { OP } from '../../src/bytecode/opcodes.ts';
import {
  bitwise,
  boundsOf,
  contains,
  hasNoMinusZero,
  isInt32,
  isSafe,
  narrowed,
  type Range,
  remainderRange,
  shiftLeft,
  shiftRight,
  union,
  widened,
} from '../../src/jit/ranges.ts';

const MOST = Number.MAX_SAFE_INTEGER;
const EDGES = [0, 1, 2, 7, 255, 256, 65535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40, MOST];

/** Ranges with a few of the ints within each. */
function cases(seed: number): { range: Range; values: number[] }[] {
  let x = seed;
  const random = (n: number): number => {
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
    return (x >> 8) % n;
  };
  const edge = (): number => (EDGES[random(EDGES.length)] as number) * (random(2) === 0 ? 1 : -1) + 0;
  return Array.from({ length: 60 }, () => {
    const [a, b] = [edge(), edge()];
    const range = { lo: Math.min(a, b), hi: Math.max(a, b) };
    const within = [...EDGES, ...EDGES.map((e) => -e + 0)].filter((e) => e >= range.lo && e <= range.hi);
    return { range, values: [range.lo, range.hi, ...within].slice(0, 9) };
  });
}

const holds = (range: Range, v: number | bigint): boolean => v >= range.lo && v <= range.hi;
/** The JavaScript of an operator, run. */
const run = (js: string, a: number, b: number): number => new Function('a', 'b', `return ${js}`)(a, b) as number;

function forPairs(check: (x: Range, y: Range, a: number, b: number) => void): void {
  for (const { range: x, values } of cases(1)) {
    for (const { range: y, values: others } of cases(2)) {
      for (const a of values) for (const b of others) check(x, y, a, b);
    }
  }
}

test('sums, differences and products stay within their bounds, and 0 has no sign', () => {
  forPairs((x, y, a, b) => {
    const exact = { [OP.ADD]: BigInt(a) + BigInt(b), [OP.SUB]: BigInt(a) - BigInt(b), [OP.MUL]: BigInt(a) * BigInt(b) };
    for (const [opcode, value] of Object.entries(exact)) {
      const bounds = boundsOf(Number(opcode), x, y);
      if (isSafe(bounds) && !holds(bounds, value)) throw new Error(`${a} ${opcode} ${b} of ${JSON.stringify([x, y])}`);
      if (isInt32(bounds) && BigInt.asIntN(32, value) !== value) throw new Error(`${a} ${opcode} ${b}: 32 bits`);
    }
    if (hasNoMinusZero(x, y) && Object.is(a * b, -0)) throw new Error(`${a} * ${b} is -0`);
    if (b !== 0 && !holds(remainderRange(x, y), (a % b) + 0))
      throw new Error(`${a} % ${b} of ${JSON.stringify([x, y])}`);
  });
});

test('bits are those of 64-bit ints', () => {
  const operators = [
    [OP.BW_AND, '&', (a: bigint, b: bigint): bigint => a & b],
    [OP.BW_OR, '|', (a: bigint, b: bigint): bigint => a | b],
    [OP.BW_XOR, '^', (a: bigint, b: bigint): bigint => a ^ b],
  ] as const;
  const compiled = new Map<string, (a: number, b: number) => number>();
  forPairs((x, y, a, b) => {
    for (const [opcode, sign, exact] of operators) {
      const made = bitwise(opcode, sign, ['a', x], ['b', y]);
      if (made === null) continue;
      const [js, range] = made;
      let f = compiled.get(js);
      if (f === undefined) {
        f = new Function('a', 'b', `return ${js}`) as (a: number, b: number) => number;
        compiled.set(js, f);
      }
      const value = f(a, b);
      if (BigInt(value) !== exact(BigInt(a), BigInt(b)) || !holds(range, value))
        throw new Error(`${a}${sign}${b}: ${value}`);
    }
  });
  expect(compiled.size).toBeGreaterThan(3);
});

test('shifts by a known number of bits are those of 64-bit ints', () => {
  for (const { range, values } of cases(3)) {
    for (const by of [0, 1, 7, 24, 31, 32, 33, 40, 52]) {
      const [right, rightRange] = shiftRight(['a', range], by);
      const left = shiftLeft(['a', range], by);
      for (const a of values) {
        const value = run(right, a, 0);
        expect(BigInt(value), `${a} >> ${by}`).toBe(BigInt(a) >> BigInt(by));
        expect(holds(rightRange, value)).toBe(true);
        if (left === null) continue;
        expect(BigInt(run(left[0], a, 0)), `${a} << ${by}`).toBe(BigInt(a) << BigInt(by));
        expect(holds(left[1], run(left[0], a, 0))).toBe(true);
      }
    }
  }
});

test('a comparison leaves the ints in for which it holds', () => {
  const signs = {
    '<': (a: number, b: number) => a < b,
    '<=': (a: number, b: number) => a <= b,
    '===': (a: number, b: number) => a === b,
  };
  forPairs((x, y, a, b) => {
    for (const [sign, compare] of Object.entries(signs)) {
      const [left, right] = narrowed(sign, compare(a, b), x, y);
      if (!holds(left, a) || !holds(right, b)) throw new Error(`${a} ${sign} ${b} of ${JSON.stringify([x, y])}`);
    }
  });
});

test('joined ranges contain both, and the head of a loop stands still after a few rounds', () => {
  for (const { range: a } of cases(4)) {
    for (const { range: b } of cases(5)) {
      for (const joined of [union(a, b), widened(a, b)]) {
        expect(joined !== undefined && contains(joined, a) && contains(joined, b)).toBe(true);
      }
    }
    let [at, steps] = [a as Range | undefined, 0];
    for (const { range } of cases(6)) {
      const next = widened(at, range);
      if (next !== at) steps++;
      at = next;
    }
    expect(steps).toBeLessThanOrEqual(5);
  }
});
