/**
 * Which source files go into which bundle. A program that prints one line needs a third of this machine: the compiler, most
 * of the library and the other commands lie in bundles of their own, which are loaded when first used. A bundle is entered
 * through its gates alone: files that export functions, or topics of the library.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as esbuild from 'esbuild';

/** What is reached by more than one of the bundles below lies in this one, which they load first. */
export const COMMON = 'library';

/** What the compiler and others reach lies in cli.cjs: compiling a file must not load the library. */
const FIRST = 'cli';
const SHARED_WITH_ALL = new Set(['compiler', FIRST]);

/** Bundles of library topics, by the files that src/lib/topics.ts imports. */
const TOPIC_GATES = {
  library: ['basic-topics', 'standard-topics', 'engine-topics', 'system-topics', 'posix-functions', 'random/topics'],
  spl: ['spl-topics'],
  reflection: ['reflection-topics'],
  extensions: ['mbstring/topics', 'iconv/topics', 'tokenizer-topics', 'lua/topics'],
  databases: ['pdo/topics', 'mysqli/topics'],
  network: ['swoole/topics', 'sockets/topics', 'curl/topics'],
};
const TOPICS_FILE = 'src/lib/topics.ts';

/** Files whose functions load a bundle when they are first called. */
const FUNCTION_GATES = {
  tools: ['cli/commands', 'debug-program', 'explained-views', 'optimized-views', 'run-watched', 'source-views'],
  jit: ['jit/jit'],
  host: ['io/db/sqlite', 'io/net/node-network', 'io/virtual-time'],
  library: ['lib/php-wrapper', 'lib/read-url'],
};

const COMPILER = /^src\/compiler\//;

/** A name for a source file that is the same in all bundles. */
export const keyOf = (root, file) => relative(root, file).split(sep).join('/');

/** What src/index.ts exports, by name: the file behind it. The CLI takes everything from there, and little each time. */
function barrel(root) {
  const files = new Map();
  const text = readFileSync(join(root, 'src/index.ts'), 'utf8');
  for (const [, names, file] of text.matchAll(/export (?:type )?\{([^}]*)\} from '([^']+)'/g)) {
    for (const name of names.split(',')) files.set(name.replace('type ', '').trim(), resolve(root, 'src', file));
  }
  return files;
}

/** Writes imports from src/index.ts as imports from the files behind it. */
export function throughBarrel(root, text) {
  const files = barrel(root);
  return text.replace(/import (type )?\{([^}]*)\} from '(?:\.\.\/)+index\.ts';/g, (_all, type = '', names) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ') && type === '')
      .map((name) => `import { ${name} } from ${JSON.stringify(files.get(name))};`)
      .concat(
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name.startsWith('type '))
          .map((name) => `import type { ${name.slice(5)} } from '../index.ts';`),
      )
      .join(''),
  );
}

/** Who imports whom, types apart. */
async function importGraph(root, options) {
  const { metafile } = await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: [join(root, 'src/cli/main.ts')],
    metafile: true,
    write: false,
    outfile: join(root, 'dist/cli.cjs'),
  });
  const graph = new Map();
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    graph.set(
      file,
      imports.filter(({ external }) => external !== true).map(({ path }) => path),
    );
  }
  return graph;
}

/** Whether a file can be a gate: one of constants alone lies wherever it is needed. */
function exportsFunctions(root, file) {
  return /^export (?:async )?function/m.test(readFileSync(join(root, file), 'utf8'));
}

function reach(graph, starts, mayEnter) {
  const seen = new Set();
  const left = [...starts];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const next of graph.get(file) ?? []) if (mayEnter(file, next)) left.push(next);
  }
  return seen;
}

/** The bundles: `gates` by bundle, and the bundle of each file that is not in cli.cjs. */
export async function planChunks(root, options) {
  const graph = await importGraph(root, options);
  const topicGates = new Map();
  for (const [chunk, files] of Object.entries(TOPIC_GATES)) {
    for (const file of files) topicGates.set(`src/lib/${file}.ts`, chunk);
  }
  const functionGates = new Map();
  for (const [chunk, files] of Object.entries(FUNCTION_GATES)) {
    for (const file of files) functionGates.set(`src/${file}.ts`, chunk);
  }
  for (const [file, imports] of graph) {
    if (COMPILER.test(file)) continue;
    for (const next of imports) {
      if (COMPILER.test(next) && exportsFunctions(root, next)) functionGates.set(next, 'compiler');
    }
  }
  const isGate = (from, to) =>
    (functionGates.has(to) && !COMPILER.test(from)) || (topicGates.has(to) && from === TOPICS_FILE);
  const core = reach(graph, ['src/cli/main.ts'], (from, to) => !isGate(from, to));
  const owner = new Map();
  for (const chunk of new Set(['compiler', ...Object.keys(FUNCTION_GATES), ...Object.keys(TOPIC_GATES)])) {
    const gates = [...functionGates, ...topicGates].filter(([, name]) => name === chunk).map(([file]) => file);
    for (const file of gates) {
      if (core.has(file)) throw new Error(`${file} is to be loaded late, but a file that starts imports it`);
    }
    for (const file of reach(
      graph,
      gates,
      (from, to) => !core.has(to) && (chunk === 'compiler' || !functionGates.has(to)),
    )) {
      const other = owner.get(file);
      owner.set(file, other === undefined || other === chunk ? chunk : SHARED_WITH_ALL.has(other) ? FIRST : COMMON);
    }
  }
  for (const [file, chunk] of owner) {
    if (chunk === FIRST) owner.delete(file);
  }
  return { owner, topicGates, functionGates, topicsFile: TOPICS_FILE };
}

/** The file that an import names, as a key; null for packages and Node's own. */
export function importedKey(root, args) {
  return /^[./]/.test(args.path) ? keyOf(root, resolve(args.resolveDir || dirname(args.importer), args.path)) : null;
}
