/** Pages that a server makes itself. Source: swoole-src src/server/static_handler.cc (make_index_page), swoole_config.h */

const STYLE =
  '<style> body { padding: 0.5em; line-height: 2; } h1 { font-size: 1.5em; padding-bottom: 0.3em; ' +
  'border-bottom: 1px solid #ccc; } ul { list-style-type: disc; } footer { border-top: 1px solid #ccc; } ' +
  'a { color: #0969da; } </style>';
const FOOTER = '<footer><i>Powered by Swoole</i></footer>';

export const PAGE_404: string = `<html><body>${STYLE}<h1>HTTP 404 Not Found</h1>${FOOTER}</body></html>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c] as string);
}

function encoded(name: string): string {
  return name.replace(/[^A-Za-z0-9\-._~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** The files of a folder. @param path its path below the root, as the client wrote it */
export function indexPage(path: string, names: readonly string[]): string {
  const folder = escaped(path.endsWith('/') ? path : `${path}/`);
  const items = ['..', ...names]
    .filter((name) => !(folder === '/' && name === '..'))
    .sort()
    .map((name) => `\t\t<li><a href="${folder}${encoded(name)}">${escaped(name)}</a></li>\n`);
  const head = `<head>\n\t<meta charset='UTF-8'>\n<title>Index of ${folder}</title></head>\n`;
  const body = `<body>\n${STYLE}<h1>Index of ${folder}</h1>\t<ul>\n${items.join('')}\t</ul>\n${FOOTER}</body>\n`;
  return `<html>\n${head}${body}</html>\n`;
}
