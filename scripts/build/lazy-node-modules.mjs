/** Modules of Node that few programs need are loaded where they are first used: loading them takes milliseconds. */
import { readFileSync } from 'node:fs';

const LAZY = 'crypto|child_process|os|readline|tty';

/** commander loads node:child_process for commands that are programs of their own; ours are not. */
export const lazyCommander = {
  name: 'lazy-commander',
  setup(build) {
    build.onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace("const childProcess = require('node:child_process');", '')
        .replaceAll('childProcess.spawn(', "require('node:child_process').spawn("),
      loader: 'js',
    }));
  },
};

/** How many colours there are is src/cli/colour.ts's to say: chalk's own guess, for which it loads node:tty, is never asked for. */
export const noColourGuess = {
  name: 'no-colour-guess',
  setup(build) {
    build.onLoad({ filter: /[\\/]supports-color[\\/]index\.js$/ }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
      loader: 'js',
    }));
  },
};

/** In a finished bundle: `x=require("node:crypto")` where `x` is declared becomes `x??=require(...)` where it is used. */
export function loadNodeModulesLate(text) {
  const loads = new Map();
  const declared = new RegExp(
    `\\b(import_node_(?:${LAZY})\\d*)=(require\\("node:(?:${LAZY})"\\)|__toESM\\(require\\("node:(?:${LAZY})"\\)(?:,1)?\\))`,
    'g',
  );
  const emptied = text.replace(declared, (_all, variable, load) => {
    loads.set(variable, load);
    return `${variable}$declared`;
  });
  return emptied
    .replace(/\bimport_node_\w+\b(?!\$declared)/g, (variable) =>
      loads.has(variable) ? `(${variable}??=${loads.get(variable)})` : variable,
    )
    .replace(/\$declared\b/g, '');
}
