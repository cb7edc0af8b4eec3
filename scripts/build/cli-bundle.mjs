import { relative, resolve, dirname, join, sep } from 'node:path';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { lazyCommander, loadNodeModulesLate, noColourGuess } from './lazy-node-modules.mjs';
import { inlineOpcodes, inlineSharedConstants } from './inline-constants.mjs';

/** The wrapper that bin/corovm.js calls. `loadBundle` loads a sibling bundle; packages are looked for from `launcher`. */
const WRAPPER = {
  banner: { js: '(function (exports, require, module, loadBundle, launcher) {"use strict";' },
  footer: { js: '})' },
};

const COMMON = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'ascii',
  legalComments: 'none',
  minifyWhitespace: true,
  // also inlines constants across modules: `OP.ADD`-like numbers become literals in the hot paths
  minifySyntax: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': 'launcher' },
  ...WRAPPER,
};

/** Names the sources: op_arrays that another build has cached are not read. */
function sourceHash(root) {
  const hash = createHash('sha256');
  const folder = join(root, 'src');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

const SHARED = ['base', 'value', 'bytecode'];

/** What compiler.cjs holds. */
const LAZY = ['compiler', 'optimizer'];

function folderOf(root, file) {
  const parts = relative(join(root, 'src'), file).split(sep);
  return parts.length > 1 ? parts[0] : '';
}

/** A name for a source file that is the same in both bundles. */
const keyOf = (root, file) => relative(root, file).split(sep).join('/');

/**
 * In cli.cjs every function imported from src/compiler or src/optimizer becomes one that loads
 * compiler.cjs when it is first called. Hence only functions may be imported
 * from there; anything else is an error here.
 */
function lazyCompiler(root, entries) {
  return {
    name: 'lazy-compiler',
    setup(build) {
      build.onResolve({ filter: /^\./ }, (args) => {
        const file = resolve(args.resolveDir, args.path);
        if (!LAZY.includes(folderOf(root, file)) || LAZY.includes(folderOf(root, args.importer))) return undefined;
        entries.add(file);
        return { path: file, namespace: 'lazy-compiler' };
      });
      build.onLoad({ filter: /.*/, namespace: 'lazy-compiler' }, (args) => ({
        contents: lazyProxy(root, args.path),
        resolveDir: dirname(args.path),
      }));
      build.onResolve({ filter: /^corovm:compiler$/ }, () => ({ path: 'loader', namespace: 'corovm-compiler' }));
      build.onLoad({ filter: /.*/, namespace: 'corovm-compiler' }, () => ({
        contents: COMPILER_LOADER,
        resolveDir: root,
      }));
    },
  };
}

/** Loads compiler.cjs once for all proxies. */
const COMPILER_LOADER = `
  import { sharedModules } from 'corovm:shared';
  let loaded;
  export function compiler() {
    return (loaded ??= loadBundle('compiler.cjs', (name) => sharedModules[name] ?? require(name)));
  }
`;

function lazyProxy(root, file) {
  const key = JSON.stringify(keyOf(root, file));
  const names = exportedFunctions(file);
  const lines = names.map(
    (name) => `export function ${name}(...args) { return compiler()[${key}][${JSON.stringify(name)}](...args); }`,
  );
  return `import { compiler } from 'corovm:compiler';\n${lines.join('\n')}`;
}

/** Names of the functions that a module exports: importing anything else from it fails the build. */
function exportedFunctions(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map((match) => match[1]);
}

/** In compiler.cjs base, value and bytecode are those of cli.cjs: one PhpFloat, one op_array class. */
function sharedFromCli(root, shared) {
  return {
    name: 'shared-from-cli',
    setup(build) {
      build.onResolve({ filter: /^\./ }, (args) => {
        const file = resolve(args.resolveDir, args.path);
        if (!SHARED.includes(folderOf(root, file))) return undefined;
        shared.add(file);
        return { path: keyOf(root, file), external: true };
      });
    },
  };
}

function provideShared(root, shared) {
  return {
    name: 'provide-shared',
    setup(build) {
      build.onResolve({ filter: /^corovm:shared$/ }, () => ({ path: 'shared', namespace: 'corovm-shared' }));
      build.onLoad({ filter: /.*/, namespace: 'corovm-shared' }, () => {
        const files = [...shared];
        const imports = files.map((file, n) => `import * as m${n} from ${JSON.stringify(file)};`);
        const rows = files.map((file, n) => `${JSON.stringify(keyOf(root, file))}: m${n},`);
        return {
          contents: `${imports.join('\n')}\nexport const sharedModules = {\n${rows.join('\n')}\n};`,
          resolveDir: join(root, 'src'),
        };
      });
    },
  };
}

/** Which compiler modules the rest imports: found by a dry run. */
async function compilerEntries(root) {
  const entries = new Set();
  await esbuild.build({
    ...COMMON,
    entryPoints: [join(root, 'src/cli/main.ts')],
    plugins: [lazyCompiler(root, entries), provideShared(root, new Set())],
    write: false,
  });
  return entries;
}

async function buildCompiler(root, dist, entries) {
  const shared = new Set();
  const files = [...entries];
  const rows = files.map((file) => `export * as ${JSON.stringify(keyOf(root, file))} from ${JSON.stringify(file)};`);
  const result = await esbuild.build({
    ...COMMON,
    stdin: { contents: rows.join('\n'), resolveDir: root, sourcefile: 'compiler-entry.js' },
    plugins: [sharedFromCli(root, shared), inlineOpcodes()],
    outfile: join(dist, 'compiler.cjs'),
    write: false,
  });
  const text = await inlineSharedConstants(root, result.outputFiles[0].text, shared, (file) => keyOf(root, file));
  return { shared, text };
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

/** Builds cli.cjs and compiler.cjs. */
export async function buildCli(root, dist) {
  const entries = await compilerEntries(root);
  const { shared, text } = await buildCompiler(root, dist, entries);
  const cli = await esbuild.build({
    ...COMMON,
    define: { ...COMMON.define, COROVM_SOURCES: JSON.stringify(sourceHash(root)) },
    entryPoints: [join(root, 'src/cli/main.ts')],
    plugins: [
      lazyCompiler(root, new Set()),
      provideShared(root, shared),
      inlineOpcodes(),
      lazyCommander,
      noColourGuess,
    ],
    outfile: join(dist, 'cli.cjs'),
    write: false,
  });
  // Both, or neither: each takes modules from the other.
  writeBundle(join(dist, 'compiler.cjs'), text);
  writeBundle(join(dist, 'cli.cjs'), loadNodeModulesLate(cli.outputFiles[0].text));
}
