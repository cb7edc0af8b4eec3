#!/usr/bin/env node
/**
 * Builds docs/ as a static site in site/ and checks its links: npm run docs. With --check nothing is written
 * and the opcodes' examples are not run (test/goldens/opcode-examples.test.ts does).
 *
 * A page is a Markdown file. Blocks that are marked `corovm ...` are commands: they are run, and their output stands on
 * the page; `corovm-stack` and `corovm-timeline` are drawn (scripts/docs/directives.mjs). docs/adr/0016-site.md
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenLinks } from './docs/links.mjs';
import { readOpcodeExamples } from './docs/opcode-reference.mjs';
import { findPages } from './docs/pages.mjs';
import { renderFile, renderPage } from './docs/render.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const site = join(root, 'site');
const check = process.argv.includes('--check');

const pages = findPages(root);
const examples = await readOpcodeExamples(root, !check);
const rendered = new Map();
for (const page of pages) rendered.set(page.target, await renderPage(root, page, pages, examples));

const problems = brokenLinks(root, pages, rendered);
for (const line of problems) console.error(line);
if (!check) {
  rmSync(site, { recursive: true, force: true });
  const files = new Set(
    [...rendered.values()].flatMap((one) => [...one.files]).filter((file) => existsSync(join(root, file))),
  );
  const whole = [...rendered].map(([target, { html }]) => [target, html]);
  for (const [target, html] of [...whole, ...[...files].map((file) => renderFile(root, file, pages))]) {
    const path = join(site, target);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, html);
  }
}
console.log(`${rendered.size} pages${check ? '' : ' in site/'}, ${problems.length} broken links`);
process.exitCode = problems.length > 0 ? 1 : 0;
