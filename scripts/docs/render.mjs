/** Markdown to a page of the site. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import MarkdownIt from 'markdown-it';
import { escapeHtml } from './html.mjs';
import { runDirective } from './directives.mjs';
import { opcodeReference } from './opcode-reference.mjs';
import { STYLE } from './style.mjs';

/** The anchor of a heading, as GitHub makes it. */
export function slug(text) {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** `{ html, links, anchors }`. Links are those of the text, rewritten for the site. */
export async function renderPage(root, page, pages, examples) {
  const md = new MarkdownIt({ html: true, linkify: true });
  const env = { links: [], anchors: new Set(), files: new Set() };
  const tokens = md.parse(page.text, env);
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'heading_open') addAnchor(token, tokens[i + 1].content, env.anchors);
    if (token.type === 'fence' && /^corovm\b/.test(token.info)) {
      tokens[i] = Object.assign(token, { type: 'html_block', content: await runDirective(root, token) });
    }
    for (const child of token.children ?? []) rewriteLink(child, page, pages, env);
  }
  let body = md.renderer.render(tokens, md.options, env);
  const language = /^opcodes(\.zh-CN)?\.md$/.exec(page.source);
  if (language !== null) body += opcodeReference(examples, language[1] === undefined ? 'en' : 'zh', env.anchors);
  return { html: wholePage(page, pages, body), ...env };
}

function addAnchor(token, text, anchors) {
  let id = slug(text.replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
  for (let n = 1; anchors.has(id); n++) id = `${id.replace(/-\d+$/, '')}-${n}`;
  anchors.add(id);
  token.attrSet('id', id);
}

/** A Markdown file of docs/ becomes its page; any other file of the repository a page that shows its text. */
function rewriteLink(token, page, pages, env) {
  if (token.type !== 'link_open') return;
  const href = token.attrGet('href');
  if (/^(?:[a-z]+:|#)/.test(href)) {
    env.links.push(href);
    return;
  }
  const [path, anchor] = href.split('#');
  if (path.endsWith('.md') && pages.some((other) => other.source === inDocs(page, path))) {
    const target = path.replace(/\.md$/, '.html');
    env.links.push(anchor === undefined ? target : `${target}#${anchor}`);
    token.attrSet('href', env.links.at(-1));
    return;
  }
  const file = new URL(path, `file:///docs/${page.source}`).pathname.slice(1).replace(/\/$/, '');
  env.links.push(path);
  env.files.add(file);
  token.attrSet('href', relative(dirname(page.target), filePage(file)));
}

/** Where the text of a file of the repository stands on the site. */
const filePage = (file) => `files/${file}.html`;

/** The page of a file, or of a folder with the names in it. */
export function renderFile(root, file, pages) {
  const path = join(root, file);
  const text = statSync(path).isDirectory() ? readdirSync(path).join('\n') : readFileSync(path, 'utf8');
  const page = { source: file, target: filePage(file), title: file };
  return [
    page.target,
    wholePage(page, pages, `<h1>${escapeHtml(file)}</h1><pre><code>${escapeHtml(text)}</code></pre>`),
  ];
}

const inDocs = (page, path) => new URL(path, `file:///${page.source}`).pathname.slice(1);

function wholePage(page, pages, body) {
  const from = dirname(page.target);
  const href = (target) => relative(from, target) || target;
  const headings = [...new Set(pages.map((other) => other.heading))];
  const list = (heading) =>
    pages
      .filter((other) => other.heading === heading)
      .map((other) => {
        const current = other === page ? ' aria-current="page"' : '';
        return `<li><a href="${href(other.target)}"${current}>${escapeHtml(other.title)}</a></li>`;
      })
      .join('');
  const nav = headings.map((heading) => `<h2>${heading}</h2><ul>${list(heading)}</ul>`).join('');
  const language = page.source.includes('.zh-CN.') ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} - corovm</title>
<style>${STYLE}</style>
</head>
<body>
<nav><a class="home" href="${href('index.html')}">corovm</a>${nav}</nav>
<main>
${body}
</main>
</body>
</html>
`;
}
