import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { COMMON, keyOf, planChunks, throughBarrel } from './chunk-plan.mjs';
import { scriptOf, splitImports, wanted } from './chunk-text.mjs';
import { CLASS_FIELDS } from './class-fields.mjs';
import { gates } from './gates.mjs';
import { evaluate, inlineOpcodes } from './inline-constants.mjs';
import { lazyCommander, loadNodeModulesLate, noColourGuess } from './lazy-node-modules.mjs';

/** The wrapper that bin/corovm.js calls. `loadBundle` loads a sibling bundle; packages are looked for from `launcher`. */
const WRAPPER = {
  banner: { js: '(function (exports, require, module, loadBundle, launcher) {"use strict";' },
  footer: { js: '})' },
};

const TEXT = {
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'none',
  minifyWhitespace: true,
  // also inlines constants across modules: `OP.ADD`-like numbers become literals in the hot paths
  minifySyntax: true,
  logLevel: 'warning',
};

const common = (root) => ({
  ...TEXT,
  bundle: true,
  define: {
    'process.env.NODE_ENV': '"production"',
    'import.meta.url': 'launcher',
    COROVM_SOURCES: JSON.stringify(sourceHash(root)),
  },
  absWorkingDir: root,
  tsconfigRaw: CLASS_FIELDS,
});

/** Names the sources: op_arrays that another build has cached are not read. */
function sourceHash(root) {
  const hash = createHash('sha256');
  const folder = join(root, 'src');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The sources as they are bundled. */
function plugins(root) {
  const prepare = (text, path) => (keyOf(root, path).startsWith('src/cli/') ? throughBarrel(root, text) : text);
  return [inlineOpcodes(prepare), lazyCommander, noColourGuess];
}

/** A bundle that is loaded late, as an ES module that imports what lies elsewhere by key. */
async function buildChunk(root, plan, name, given) {
  const files = [...plan.topicGates, ...plan.functionGates].filter(([, chunk]) => chunk === name).map(([file]) => file);
  const rows = files.map((key) => `export * as ${JSON.stringify(key)} from ${JSON.stringify(`./${key}`)};`);
  if (given.size > 0) rows.push("export { give } from 'corovm:give';");
  const { outputFiles } = await esbuild.build({
    ...common(root),
    format: 'esm',
    stdin: { contents: rows.join('\n'), resolveDir: root, sourcefile: `${name}-entry.js` },
    plugins: [gates(root, plan, name, { modules: null, given, common: COMMON }), ...plugins(root)],
    outfile: join(root, 'dist', `${name}.cjs`),
    write: false,
  });
  return splitImports(outputFiles[0].text);
}

async function buildFirst(root, plan, modules, given) {
  const { outputFiles } = await esbuild.build({
    ...common(root),
    ...WRAPPER,
    format: 'cjs',
    entryPoints: [join(root, 'src/cli/main.ts')],
    plugins: [gates(root, plan, undefined, { modules, given, common: COMMON }), ...plugins(root)],
    outfile: join(root, 'dist/cli.cjs'),
    write: false,
  });
  return loadNodeModulesLate(outputFiles[0].text);
}

/** What the bundles want of each other: of the common one, and of cli.cjs. */
function distribute(plan, parts) {
  const ofCommon = new Map();
  const ofFirst = new Map();
  for (const [name, { imports }] of parts) {
    const all = [...wanted(imports)];
    const isCommon = ([key]) => plan.owner.get(key) === COMMON;
    const isLeaf = name !== COMMON && all.some(isCommon);
    if (isLeaf) ofCommon.set(name, { files: all.filter(isCommon), more: null });
    ofFirst.set(name, { files: all.filter((row) => !isCommon(row)), more: isLeaf ? COMMON : null });
  }
  return { ofCommon, ofFirst };
}

/**
 * Writes a bundle at once, so that two builds at a time leave whole files. Its first bytes name its content: the code
 * cache must be that of this very text, and V8 itself compares lengths only.
 */
function writeBundle(file, text) {
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(`${file}.${process.pid}`, `/*${id}*/${text}`);
  renameSync(`${file}.${process.pid}`, file);
}

/** Builds cli.cjs and the bundles that it loads when they are needed (chunk-plan.mjs). */
export async function buildCli(root, dist) {
  const plan = await planChunks(root, { ...common(root), plugins: plugins(root) });
  const names = [...new Set([...plan.functionGates.values(), ...plan.topicGates.values()])];
  const parts = new Map();
  for (const name of names) {
    if (name !== COMMON) parts.set(name, await buildChunk(root, plan, name, new Map()));
  }
  parts.set(COMMON, await buildChunk(root, plan, COMMON, distribute(plan, parts).ofCommon));
  const { ofFirst } = distribute(plan, parts);
  const files = new Set([
    ...plan.topicGates.keys(),
    ...[...ofFirst.values()].flatMap((one) => one.files.map(([key]) => key)),
  ]);
  const modules = await evaluate(root, files);
  const texts = new Map([['cli', await buildFirst(root, plan, modules, ofFirst)]]);
  for (const [name, part] of parts) {
    texts.set(name, WRAPPER.banner.js + (await scriptOf(part, modules, TEXT)) + WRAPPER.footer.js);
  }
  // All, or none: each takes modules from others.
  for (const [name, text] of texts) writeBundle(join(dist, `${name}.cjs`), text);
  for (const name of readdirSync(dist)) {
    if (name.endsWith('.cjs') && !texts.has(name.slice(0, -4))) rmSync(join(dist, name), { force: true });
  }
}
