/** Tables of results. */
import { dirname } from 'node:path';

interface Counted {
  readonly status: string;
  readonly opArrays?: number;
  readonly opArraysSame?: number;
}

const GOOD: ReadonlySet<string> = new Set(['PASS', 'SAME']);
const BAD: ReadonlySet<string> = new Set(['FAIL', 'TIMEOUT', 'DIFF', 'ERROR']);

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly other: number;
  readonly opArrays: number;
  readonly opArraysSame: number;
}

/** Counts; skipped, expected failures and inapplicable tests are `other`. */
export function summarise(results: Iterable<readonly [string, Counted]>): Summary {
  const sum = { passed: 0, failed: 0, other: 0, opArrays: 0, opArraysSame: 0 };
  for (const [, result] of results) {
    if (GOOD.has(result.status)) sum.passed++;
    else if (BAD.has(result.status)) sum.failed++;
    else sum.other++;
    sum.opArrays += result.opArrays ?? 0;
    sum.opArraysSame += result.opArraysSame ?? 0;
  }
  return sum;
}

function byFolder(results: Iterable<readonly [string, Counted]>): Map<string, [string, Counted][]> {
  const groups = new Map<string, [string, Counted][]>();
  for (const [name, result] of results) {
    const folder = dirname(name);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [[name, result]]);
    else group.push([name, result]);
  }
  return groups;
}

const rate = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`);

/** Prints one line a folder (when asked) and a total. */
export function printTable(results: ReadonlyMap<string, Counted>, eachFolder: boolean): void {
  const rows: [string, Summary][] = eachFolder
    ? [...byFolder(results)].sort().map(([folder, group]) => [folder, summarise(group)])
    : [];
  rows.push(['TOTAL', summarise(results)]);
  const width = Math.max(...rows.map(([name]) => name.length));
  const hasDumps = rows.some(([, row]) => row.opArrays > 0);
  for (const [name, row] of rows) {
    let line = `${name.padEnd(width)}  passed ${String(row.passed).padStart(5)}  failed ${String(row.failed).padStart(5)}`;
    line += `  other ${String(row.other).padStart(4)}  ${rate(row.passed, row.passed + row.failed).padStart(6)}`;
    if (hasDumps) line += `  op_arrays ${row.opArraysSame}/${row.opArrays} ${rate(row.opArraysSame, row.opArrays)}`;
    console.log(line);
  }
}

/** A row of docs/data/conformance.json. */
export interface ConformanceSuite {
  readonly title: string;
  readonly command: string;
  readonly date: string;
  readonly node: string;
  readonly rows: readonly { readonly folder: string; readonly passed: number; readonly run: number }[];
}

/** The measurement as docs/conformance.md is made of. Dump comparisons count op_arrays. */
export function conformanceSuite(
  title: string,
  results: ReadonlyMap<string, Counted>,
  command: string,
): ConformanceSuite {
  const row = (folder: string, sum: Summary) =>
    sum.opArrays > 0
      ? { folder, passed: sum.opArraysSame, run: sum.opArrays }
      : { folder, passed: sum.passed, run: sum.passed + sum.failed };
  const rows = [...byFolder(results)].sort().map(([folder, group]) => row(folder, summarise(group)));
  return {
    title,
    command,
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    rows: [...rows, row('all', summarise(results))],
  };
}
