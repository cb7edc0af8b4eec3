/** Numbers that the sources name, put where the names stand: V8 does not look through a module's variables for them. */
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { opcodeNumbers } from '../generate/opcode-numbers.mjs';

/** Writes `OP.ADD` as 1. */
export function inlineOpcodes() {
  const numbers = opcodeNumbers();
  return {
    name: 'inline-opcodes',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('OP.')) return undefined;
        const contents = text.replace(/(?<![\w.])OP\.([A-Z][A-Z0-9_]*)\b/g, (all, name) => numbers.get(name) ?? all);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The modules of `files` as they are when evaluated, by file. */
async function evaluate(root, files) {
  const list = [...files];
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: list.map((file, n) => `export * as m${n} from ${JSON.stringify(file)};`).join('\n'),
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

/**
 * In a bundle that gets modules of another through `require(key)`: the integers that they export, written as numbers.
 * @param shared the files of those modules @param keyOf what `require` calls them
 */
export async function inlineSharedConstants(root, text, shared, keyOf) {
  const modules = new Map([...(await evaluate(root, shared))].map(([file, module]) => [keyOf(file), module]));
  const variables = new Map();
  for (const [, variable, key] of text.matchAll(/\b(import_\w+)=require\("([^"]+)"\)/g)) {
    variables.set(variable, modules.get(key));
  }
  return text.replace(/\b(import_\w+)\.([A-Z][A-Z0-9_]*)\b/g, (all, variable, name) => {
    const value = variables.get(variable)?.[name];
    return Number.isSafeInteger(value) && value >= 0 ? String(value) : all;
  });
}
