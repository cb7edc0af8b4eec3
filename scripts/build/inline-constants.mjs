/** Numbers that the sources name, put where the names stand: V8 does not look through a module's variables for them. */
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { opcodeNumbers } from '../generate/opcode-numbers.mjs';

/** Writes `OP.ADD` as 1. `prepare` may change the text of a file before. */
export function inlineOpcodes(prepare = (text) => text) {
  const numbers = opcodeNumbers();
  return {
    name: 'inline-opcodes',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = prepare(readFileSync(path, 'utf8'), path);
        const contents = text.replace(/(?<![\w.])OP\.([A-Z][A-Z0-9_]*)\b/g, (all, name) => numbers.get(name) ?? all);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The modules of `files` (keys: paths from the root) as they are when evaluated. */
export async function evaluate(root, files) {
  const list = [...files];
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: list.map((file, n) => `export * as m${n} from ${JSON.stringify(`./${file}`)};`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const modules = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return new Map(list.map((file, n) => [file, modules[`m${n}`]]));
}
