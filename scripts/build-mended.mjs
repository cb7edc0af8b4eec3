#!/usr/bin/env node
/**
 * Builds a corovm in which one file of src/ is replaced by a learner's: node scripts/build-mended.mjs SOURCE MENDED OUT.
 * `corovm learn` judges the exercises that mend the machine with it.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [source, mended, out] = process.argv.slice(2);
if (source === undefined || mended === undefined || out === undefined) {
  console.error('usage: node scripts/build-mended.mjs SOURCE MENDED OUT');
  process.exit(2);
}
const replaced = resolve(root, source);

/** Loads the learner's text in place of the source's, which is imported under its own path. */
const mend = {
  name: 'mend',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
      path === replaced
        ? { contents: readFileSync(mended, 'utf8'), loader: 'ts', resolveDir: dirname(replaced) }
        : undefined,
    );
  },
};

try {
  await build({
    stdin: {
      contents: "import { main } from './src/cli/main.ts';\nvoid main(process.argv.slice(2));\n",
      resolveDir: root,
      loader: 'ts',
    },
    outfile: out,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    plugins: [mend],
  });
  console.log('built');
} catch {
  process.exit(1);
}
