/** The pages of the site: which Markdown files, in which order, under which heading. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** [heading, files below docs/]: what is not named here comes last, under "More". */
const ORDER = [
  [
    'Learn',
    [
      'index.md',
      'tour.md',
      'tour.zh-CN.md',
      'coroutines.md',
      'generators.md',
      'debugger.md',
      'debugger.zh-CN.md',
      'teaching.md',
    ],
  ],
  ['Reference', ['opcodes.md', 'opcodes.zh-CN.md', 'lua.md']],
  ['Inside', ['architecture.md', 'performance.md', 'conformance.md']],
];

/** `{ source, target, title, heading }` of each page; paths relative to docs/ and to the site. */
export function findPages(root) {
  const docs = join(root, 'docs');
  const known = ORDER.flatMap(([heading, files]) => files.map((file) => [heading, file]));
  const adrs = readdirSync(join(docs, 'adr'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ['Decisions', `adr/${name}`]);
  const named = new Set(known.map(([, file]) => file));
  const rest = readdirSync(docs)
    .filter((name) => name.endsWith('.md') && !named.has(name))
    .sort()
    .map((name) => ['More', name]);
  return [...known, ...rest, ...adrs]
    .filter(([, file]) => existsSync(join(docs, file)))
    .map(([heading, source]) => {
      const text = readFileSync(join(docs, source), 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? source;
      return { source, heading, text, title: title.replaceAll('`', ''), target: source.replace(/\.md$/, '.html') };
    });
}
