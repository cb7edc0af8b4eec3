/** Links that lead nowhere: files that are not there, headings that a page has not. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One line for each broken link. Addresses on the web are not asked. */
export function brokenLinks(root, pages, rendered) {
  const problems = [];
  for (const page of pages) {
    const { links } = rendered.get(page.target);
    for (const link of links) {
      const problem = problemOf(root, page, rendered, link);
      if (problem !== null) problems.push(`docs/${page.source}: ${link}: ${problem}`);
    }
  }
  return problems;
}

function problemOf(root, page, rendered, link) {
  if (/^[a-z]+:/.test(link)) return null;
  const [path, anchor] = link.split('#');
  if (path !== '' && !path.endsWith('.html')) {
    return existsSync(join(root, 'docs', dirname(page.source), path)) ? null : 'there is no such file';
  }
  const target = path === '' ? page.target : normalize(join(dirname(page.target), path));
  const found = rendered.get(target);
  if (found === undefined) return 'there is no such page';
  return anchor === undefined || found.anchors.has(anchor) ? null : 'the page has no such heading';
}
