/** The text of a bundle that is loaded late: what it takes from other bundles comes from the function `require`. */
import * as esbuild from 'esbuild';

const IMPORT = /^import(?:\{([^}]*)\}from)?"([^"]+)";/;
const EXPORT = /export\{([^}]*)\};\s*$/;

/** The import statements at the head of a minified ES module, and the rest. */
export function splitImports(text) {
  const imports = [];
  let rest = text;
  for (;;) {
    // esbuild's own helpers stand before the imports
    const at = rest.search(/(?:^|(?<=[;}]))import(?:\{|")/);
    const match = at < 0 ? null : IMPORT.exec(rest.slice(at));
    if (match === null) break;
    const [whole, names = '', key] = match;
    rest = rest.slice(0, at) + rest.slice(at + whole.length);
    imports.push({ key, names: names === '' ? [] : names.split(',').map(specifier) });
  }
  const whole = /(?:^|[;}])(import\*as \w+ from"[^"]+";)/.exec(rest);
  if (whole !== null) throw new Error(`${whole[1]} a bundle takes from another by name only`);
  return { imports, rest };
}

/** `a as b` */
function specifier(text) {
  const [imported, local = imported] = text.trim().split(' as ');
  return { imported, local };
}

/** What a bundle takes from the others: names by file. */
export function wanted(imports) {
  const files = new Map();
  for (const { key, names } of imports) {
    if (!key.startsWith('src/')) continue;
    const all = files.get(key) ?? new Set();
    for (const { imported } of names) all.add(imported);
    files.set(key, all);
  }
  return files;
}

/** The script: imports as constants taken from `require`, numbers written out, exports put into `exports`. */
export async function scriptOf({ imports, rest }, modules, transform) {
  const define = {};
  const heads = new Map();
  for (const { key, names } of imports) {
    const head = heads.get(key) ?? new Map();
    heads.set(key, head);
    for (const { imported, local } of names) {
      const value = modules.get(key)?.[imported];
      const isNumber = /^[A-Z][A-Z0-9_]*$/.test(imported) && Number.isSafeInteger(value) && value >= 0;
      // each file of the bundle has its own name for the same thing: one is enough
      if (isNumber) define[local] = String(value);
      else if (head.has(imported)) define[local] = head.get(imported);
      else head.set(imported, local);
    }
  }
  const taken = [...heads].filter(([, head]) => head.size > 0);
  const constants = taken.map(
    ([key, head]) => `const{${[...head].map(property).join(',')}}=require(${JSON.stringify(key)});`,
  );
  const { code } = await esbuild.transform(rest, { ...transform, format: 'esm', define });
  const [, exported = ''] = EXPORT.exec(code) ?? [];
  const rows = exported.split(',').map((item) => {
    const [, local, name = JSON.stringify(local)] = /^\s*(\S+?)(?: as ?(.+?))?\s*$/.exec(item) ?? [];
    return `${name}:${local}`;
  });
  return `${constants.join('')}${code.replace(EXPORT, '')}Object.assign(exports,{${rows.join(',')}});`;
}

function property([imported, local]) {
  return imported === local ? local : `${imported}:${local}`;
}
