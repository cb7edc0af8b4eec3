/** Which tests to run. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { seededRandom } from '../support/random.ts';

export interface Selection {
  /** Files with one test name a line. */
  readonly lists: readonly string[];
  readonly paths: readonly string[];
  readonly filter: RegExp | null;
  readonly sample: number | null;
  readonly seed: number;
}

/** Test names relative to root, in order, without duplicates. */
export function collectTests(root: string, selection: Selection): string[] {
  const listed = selection.lists.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  const paths = selection.paths.length === 0 && selection.lists.length === 0 ? ['.'] : selection.paths;
  const found = paths.flatMap((path) => testsBelow(root, resolve(root, path)));
  let names = [...new Set([...listed, ...found])].filter((name) => existsSync(join(root, name)));
  if (selection.filter !== null) names = names.filter((name) => selection.filter?.test(name));
  if (selection.sample !== null && selection.sample < names.length) {
    const random = seededRandom(selection.seed);
    names = names
      .map((name) => [random(), name] as const)
      .sort((a, b) => a[0] - b[0])
      .slice(0, selection.sample)
      .map(([, name]) => name)
      .sort();
  }
  return names;
}

function testsBelow(root: string, path: string): string[] {
  if (statSync(path).isFile()) return [relative(root, path)];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = join(path, entry.name);
      if (entry.isDirectory()) return testsBelow(root, full);
      return entry.name.endsWith('.phpt') ? [relative(root, full)] : [];
    });
}
