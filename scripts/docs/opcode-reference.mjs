/** The opcode reference of the site: for each opcode a small program whose dump shows it, with that dump and its output. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadOpcodeRows } from '../generate/opcodes-page.mjs';
import { escapeHtml } from './html.mjs';

const toBytes = (text) => Buffer.from(text, 'utf8').toString('latin1');
const toText = (bytes) => Buffer.from(bytes, 'latin1').toString('utf8');

/** The opcode's name in a line of a dump. */
export const OPLINE = /^\d{4} (?:[A-Z]+\d*(?:\(\$[^)]*\))? = )?([A-Z_]+)/;

/** Dumps and runs each example of docs/data/opcode-examples.json: `{ row, source, dump, output }` by opcode. Unless `run`, only sources. */
export async function readOpcodeExamples(root, run) {
  const rows = await loadOpcodeRows(root);
  const path = join(root, 'docs/data/opcode-examples.json');
  const sources = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const look = run ? await createLooker(root) : () => ({ dump: '', output: '' });
  const done = [];
  const known = new Map();
  for (const row of rows) {
    const code = sources[row.name];
    if (code === undefined) {
      done.push({ row, source: null, dump: '', output: '' });
      continue;
    }
    if (!known.has(code)) known.set(code, await look(code));
    done.push({ row, source: code, ...known.get(code) });
  }
  return done;
}

/** One engine for all examples: `look(code)` gives `{ dump, output }`. */
async function createLooker(root) {
  const { createEngine, createNodeHost, createVirtualTimeHost } = await import(
    pathToFileURL(join(root, 'dist/index.js')).href
  );
  const io = { unread: '', output: '' };
  const host = createVirtualTimeHost({
    ...createNodeHost(),
    writeOut: (bytes) => {
      io.output += bytes;
    },
    writeErr: () => {},
    flush: () => {},
    readIn: () => {
      const text = io.unread;
      io.unread = '';
      return text;
    },
  });
  const engine = createEngine({ host });
  return async (code) => {
    const source = toBytes(`<?php\n${code}\n`);
    const { output: dump } = engine.dump(source, join(root, 'example.php'), 'opcache');
    Object.assign(io, { unread: source, output: '' });
    await engine.runFile('-', []);
    const lines = toText(dump)
      .split('\n')
      .filter((line) => !/^ {5};/.test(line));
    return { dump: lines.join('\n').trim(), output: toText(io.output) };
  };
}

const WORDS = {
  en: {
    title: 'Examples',
    prints: 'prints',
    none: 'The compiler emits it never, or for debuggers and optimizers only.',
  },
  zh: { title: '示例', prints: '输出', none: '编译器从不发出它，或只为调试器与优化器发出。' },
};

/** HTML with a section for each opcode; the anchor is the opcode's name. */
export function opcodeReference(examples, language, anchors) {
  const words = WORDS[language];
  const sections = examples.map(({ row, source, dump, output }) => {
    anchors.add(row.name);
    const head = `<h3 id="${row.name}">${row.number} ${row.name}</h3><p><code>${escapeHtml(row.equation)}</code><br>${escapeHtml(row[language])}</p>`;
    if (source === null) return `${head}<p>${words.none}</p>`;
    const marked = dump
      .split('\n')
      .map((line) => (OPLINE.exec(line)?.[1] === row.name ? `<mark>${escapeHtml(line)}</mark>` : escapeHtml(line)))
      .join('\n');
    const prints =
      output === '' ? '' : `<p>${words.prints}:</p><pre><code>${escapeHtml(output.trimEnd())}</code></pre>`;
    return `${head}<pre><code>${escapeHtml(`<?php\n${source}`)}</code></pre><details><summary>op_array</summary><pre><code>${marked}</code></pre>${prints}</details>`;
  });
  return `<h2 id="examples">${words.title}</h2>${sections.join('\n')}`;
}
