/**
 * Writes src/lib/zend-sort-later.generated.ts: zend_sort as a generator, from the plain loops of src/lib/zend-sort.ts. A
 * comparison becomes a `yield` of the pair, a function that compares becomes a generator, its calls `yield*`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER = `/**
 * zend_sort for comparisons that have to be waited for: yields each pair and is resumed with its order. The same pairs in the
 * same order as src/lib/zend-sort.ts asks for, of which it is made: do not edit, run "npm run generate".
 */

/** Asks for the order of pairs: positive when the first belongs after the second. */
export type Pairs<T, R> = Generator<[T, T], R, number>;
`;

/** The text of the file under `root`. */
export function sortLater(root) {
  const source = readFileSync(join(root, 'src/lib/zend-sort.ts'), 'utf8');
  const body = source.slice(source.indexOf('function swap'));
  const waiting = body
    .replace(/function (\w+<T>\(.*), order: Order<T>\): (\w+) \{/g, 'function* $1): Pairs<T, $2> {')
    .replace(/\border\(([^()]*)\)/g, '(yield [$1])')
    .replace(/\b(\w+\([^()]*), order\)/g, '(yield* $1))')
    .replace(/(^ *|\) |= )\((yield\* [^;?]*)\);$/gm, '$1$2;')
    .replaceAll('zendSort', 'zendSortLater');
  return `${HEADER}\n${waiting}`;
}
