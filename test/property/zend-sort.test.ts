/**
 * zend_sort exists twice: as a loop, and as a generator for comparisons that run PHP code. Both have to ask for the same pairs
 * in the same order, whatever is answered: a sort that is left in the middle goes on in the generator.
 */
import { expect, test } from 'vitest';
import { zendSort } from '../../src/lib/zend-sort.ts';
import { zendSortLater } from '../../src/lib/zend-sort-later.generated.ts';

/** Numbers from 0 to below 2^31 that follow from the seed. */
function random(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
    return x >> 4;
  };
}

type Order = (a: number, b: number) => number;

function asked(n: number, order: Order, sort: (items: number[], order: Order) => void): string {
  const items = Array.from({ length: n }, (_, i) => i);
  const pairs: string[] = [];
  sort(items, (a, b) => {
    pairs.push(`${a}:${b}`);
    return order(a, b);
  });
  return `${pairs.join(' ')} -> ${items.join()}`;
}

function byGenerator(items: number[], order: Order): void {
  const code = zendSortLater(items, 0, items.length);
  for (let step = code.next(); step.done !== true; ) step = code.next(order(step.value[0], step.value[1]));
}

test.each([0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 40, 300, 1023, 1024, 3000])('%i elements', (n) => {
  for (let seed = 1; seed < 6; seed++) {
    const next = random(seed * 1000 + n);
    const values = Array.from({ length: n }, () => next() % (seed * 50));
    const orders: Order[] = [
      (a, b) => (values[a] as number) - (values[b] as number) || a - b,
      (a, b) => (values[b] as number) - (values[a] as number),
      (a, b) => (((values[a] as number) * 31 + (values[b] as number) * 17) % 3) - 1,
    ];
    for (const order of orders) {
      const loop = asked(n, order, (items, by) => zendSort(items, 0, items.length, by));
      expect(loop, `seed ${seed}`).toBe(asked(n, order, byGenerator));
    }
  }
});
