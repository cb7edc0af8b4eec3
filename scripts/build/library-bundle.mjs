import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { CLASS_FIELDS } from './class-fields.mjs';
import { inlineOpcodes } from './inline-constants.mjs';

/** dist/index.js: the public API. Packages are bundled, node:* stays an import. */
export async function buildLibrary(root, dist) {
  await esbuild.build({
    entryPoints: [join(root, 'src/index.ts')],
    outfile: join(dist, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    legalComments: 'none',
    sourcemap: true,
    logLevel: 'warning',
    tsconfigRaw: CLASS_FIELDS,
    plugins: [inlineOpcodes()],
  });
}
